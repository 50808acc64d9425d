"""What a verb needs to say something: "said to the clerk" without what, "placed the box" without where tell nothing."""

from kg.extract.clause import Clause
from kg.extract.grammar import Grammar


def tells_enough(grammar: Grammar, clause: Clause, *told: str) -> bool:
    """Say whether what is told of a clause is all that its verb needs (`verb_needs.tsv`).

    The crew placed the probe into orbit .      told obj, prep:into: enough;   told obj alone: not

    Args:
        grammar: the article.
        clause: a clause; one whose verb needs nothing in particular tells enough.
        told: the slots of what a claim tells, its subject apart (obj, iobj, prep:x, comp; phrase for an object of more
            than a word).
    """
    needs = grammar.lexicons.needs_of.get(clause.lemma, ())
    return all(not set(told).isdisjoint(row.need) for row in needs)


def told_by(words: str) -> tuple[str, ...]:
    """Give the slots that words said of an object fill ("into orbit": prep:into), none for no words."""
    parts = words.split()
    prepositions = (" ".join(parts[:count]) for count in range(1, min(3, len(parts))))
    return ("comp", *(f"prep:{word}" for word in prepositions)) if parts else ()
