"""What a verb needs to say something: "said to the clerk" without what, "placed the box" without where tell nothing."""

from kg.extract.clause import Clause
from kg.extract.grammar import Grammar
from kg.extract.idioms import fixed_phrase


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


def idiom(grammar: Grammar, clause: Clause) -> tuple[int, str] | None:
    """Give the noun of a verb's fixed phrase ("came to light") with the words of the phrase, None without one."""
    return fixed_phrase(clause, grammar.analysis, grammar.lexicons)


def is_idiomatic(grammar: Grammar, clause: Clause, noun: int) -> bool:
    """Say whether an argument is only the noun of a fixed phrase, which tells nothing alone."""
    found = idiom(grammar, clause)
    return found is not None and found[0] == noun
