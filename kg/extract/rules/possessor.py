"""What is done with something of somebody else: the one behind it is an end of the statement too."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import OPEN, has_complement, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import compound_before
from kg.extract.rules.judgement import predicatives
from kg.extract.slots import coordinated, preposition
from kg.knowledge import Claim

_LEADING = frozenset({"about", "against", "for", "into", "of", "on", "over", "to", "towards", "with"})
"""Prepositions that lead from a thing to somebody whom it concerns; "between" leads to no one alone."""


def possessor(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a verb's subject with the name behind its object, the object's noun in the relation.

    The ministry suspended Norrvik's permit .       ->  ministry | suspend permit of | Norrvik
    Oslo criticised the exports to Gabon .          ->  Oslo | criticise exports to | Gabon

    Only where the object is a thing, and only of somebody or something that acts.
    """
    for clause, _ in grammar.verbs:
        actors = [subject for subject in clause.subjects if _acts(grammar, subject.head)]
        things = [thing for thing in clause.objects if actors and _is_thing(grammar, clause, thing.head)]
        if not things or has_complement(grammar, clause) or any(predicatives(grammar, clause)):
            continue  # "called Reed's plan a mistake"
        for subject, thing in product(actors, things):
            factuality = grammar.read(clause, subject, thing)
            if factuality is None:
                continue
            noun = f"{compound_before(grammar.analysis, thing.head, grammar.names)} {grammar.token(thing.head).text}"
            for word, other in _behind(grammar, thing.head):
                if other == subject.head:
                    continue
                lemma = " ".join(f"{clause.lemma} {noun.lower()} {word}".split())
                wording = Wording("possessor", open_wording(lemma), lemma, clause.head, confidence=OPEN)
                yield grammar.claim(wording, subject.head, other, factuality, clause)


def _acts(grammar: Grammar, head: int) -> bool:
    return head in grammar.names or grammar.is_human(head) or grammar.is_organized(head)


def _is_thing(grammar: Grammar, clause: Clause, head: int) -> bool:
    """Say whether an object is a thing in common words, that says something and is not half of a verb ("take part")."""
    token, lexicons = grammar.token(head), grammar.lexicons
    lemma = token.lemma.lower()
    if token.upos != "NOUN" or head in grammar.names or head in grammar.named_heads or grammar.is_time(head):
        return False
    if grammar.is_human(head) or grammar.is_organized(head) or grammar.fits_place(head):
        return False
    vague = lemma in lexicons.vague_lemmas or lemma in lexicons.partitive_lemmas or lemma in lexicons.empty_lemmas
    return not vague and (clause.lemma, lemma) not in lexicons.frames_of_light_verb


def _behind(grammar: Grammar, thing: int) -> Iterator[tuple[str, int]]:
    """Yield the names behind a noun, each with its preposition; an owner is one with "of"."""
    for owner in grammar.owners(thing):
        yield from (
            ("of", filler.head) for filler in coordinated(grammar.analysis, owner) if filler.head in grammar.names
        )
    for modifier in grammar.analysis.dependents(thing, "nmod"):
        word = preposition(grammar.analysis, modifier.index)
        local = word == "on" and grammar.token(thing).nominal_type not in {
            "abstract",
            "event",
        }  # "a shop on Sarn Street"
        if modifier.deprel == "nmod:poss" or word not in _LEADING or local or grammar.is_time(modifier.index):
            continue
        for filler in coordinated(grammar.analysis, modifier.index):
            if filler.head in grammar.names:
                yield word, filler.head
