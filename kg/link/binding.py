"""What a pronoun means, or can not mean, by its place in its own clause."""

from collections.abc import Iterator, Mapping

from kg.document import ROOT, Analysis, Token
from kg.link.referents import Referent

_WITHIN = frozenset({"iobj", "nmod", "obj", "obl"})
"""Relations of what belongs to a clause itself: those joined with it or below it may name its subject again."""

OWN = 0.85
"""Probability from which the analyser's link of "his" stands against the subject of the clause: of 18 below it one was
right, "after which a third man took his knife", of 7 above it 6."""


def named_under(analysis: Analysis, pronoun: Token, names: Mapping[int, Referent]) -> Iterator[Referent]:
    """Yield whom the clause of a subject pronoun names after it.

    He attended Ortega's rally .                    He: not Ortega
    He fled and Ortega's men followed .             He may be Ortega

    Source: principle C of Chomsky 1981: a pronoun above a name in the tree is not who is named.
    """
    if pronoun.relation != "nsubj":
        return
    pending = [pronoun.head]
    while pending:
        below = [word.index for word in analysis.dependents(pending.pop(), *_WITHIN) if word.index > pronoun.index]
        pending.extend(below)
        yield from (names[index] for index in below if index in names)


def owner(analysis: Analysis, pronoun: Token) -> Token | None:
    """Give the subject of the active clause whose object, or whose first phrase, a pronoun owns.

    Riga opened its port .                         its = Riga
    At its congress , the union chose Ortega .     its = the union
    The port was closed by its owner .             anybody's

    None if the pronoun owns something else.
    """
    owned = analysis.tokens[pronoun.head] if pronoun.deprel == "nmod:poss" else pronoun
    if owned is pronoun or owned.head == ROOT or owned.relation not in {"obj", "obl"}:
        return None
    subject = next((word for word in analysis.dependents(owned.head, "nsubj") if word.deprel == "nsubj"), None)
    is_first = subject is not None and pronoun.index < subject.index
    return subject if is_first == (owned.relation == "obl") else None


def subject_ahead(analysis: Analysis, pronoun: Token, names: Mapping[int, Referent]) -> Token | None:
    """Give the subject behind an opening adverbial clause that a pronoun stands in, None if it may be somebody else.

    Before she left , Kerr sold the mill .             she = Kerr
    To rebuild its port , Riga sold the mill .         its = Riga: the clause has no subject of its own
    As its walls cracked , Riga sold the mill .        anything's
    After Lund left his mill , Kerr bought it .        Lund's

    Source: cataphora (Reinhart 1983): a name is free to follow a pronoun that it does not stand below.
    """
    clause = pronoun
    while clause.relation != "advcl" and clause.head != ROOT:
        clause = analysis.tokens[clause.head]
    if clause.relation != "advcl" or clause.deprel == "advcl:relcl" or clause.head == ROOT:
        return None
    ahead = (
        word for word in analysis.dependents(clause.head, "nsubj") if word.index > max(analysis.below(clause.index))
    )
    subject = next(ahead, None)
    inside = range(min(analysis.below(clause.index)), pronoun.index)
    if subject is None or subject.index not in names or any(i in names for i in inside):
        return None
    own = [word for word in analysis.dependents(clause.index, "nsubj", "nsubj:pass") if word.index != pronoun.index]
    is_person = pronoun.text.lower() in _PERSONAL
    return subject if is_person or not (own or pronoun.relation == "nsubj") else None


_PERSONAL = frozenset({"he", "her", "him", "his", "she"})
"""Pronouns that few things in an article fit; "it" and "they" fit too many."""
