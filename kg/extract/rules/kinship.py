"""Relatives."""

from collections.abc import Iterator
from itertools import product

from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.rules.noun_frame import reading_of_noun
from kg.extract.slots import preposition
from kg.extract.titles import said_status
from kg.knowledge import Claim


def kinship(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a word for a relative with its possessor.

    Sow and her husband , the architect Jules Ferrand       ->  Sow | kg:spouseOf | Jules Ferrand
    Ravi Wickrama , the son of Nihal Wickrama               ->  Nihal Wickrama | kg:parentOf | Ravi Wickrama
    Roberts and his children Elizabeth and Susan            ->  Roberts | kg:parentOf | Elizabeth; Susan too
    """
    for token in grammar.analysis.tokens:
        row = grammar.lexicons.kinship_of_noun.get(token.lemma.lower()) if token.upos == "NOUN" else None
        factuality = reading_of_noun(grammar, token.index) if row is not None else None
        if row is None or factuality is None:
            continue
        relatives = _relatives(grammar, token.index)
        for owner, relative in product(_possessors(grammar, token.index), relatives):
            if owner == relative:
                continue
            ends = (owner, relative) if row.direction == "possessor" else (relative, owner)
            status = said_status(grammar, token.index, "advmod", "amod", "compound")  # "his former wife", "his ex-wife"
            wording = Wording("kinship", row.predicate, token.lemma.lower(), token.index, status, TYPED)
            yield grammar.claim(wording, *ends, factuality)


def _possessors(grammar: Grammar, noun: int) -> Iterator[int]:
    yield from grammar.owners(noun)
    for modifier in grammar.analysis.dependents(noun, "nmod"):
        if preposition(grammar.analysis, modifier.index) == "of":
            yield modifier.index


def _relatives(grammar: Grammar, noun: int) -> tuple[int, ...]:
    """Give who the relatives are: the names beside the word, the subject of the copula, or the word itself."""
    named = tuple(name for described, name in grammar.described if described == noun)
    if named:
        return named
    clause = grammar.clauses.get(noun)
    if clause is not None and clause.surface:
        return (clause.surface[0].head,)
    return (noun,)
