"""How a clause is meant for some of its fillers: what denies or weakens it may reach one of them alone."""

from collections.abc import Iterator
from dataclasses import replace

from kg.document import Analysis, Token
from kg.extract.clause import Clause
from kg.extract.factuality import FactualityReader
from kg.extract.readings import Factuality
from kg.extract.slots import Filler
from kg.knowledge import Certainty, Polarity

_NAMING = frozenset({"NOUN", "PROPN"})
_EITHER = frozenset({"or", "nor"})
_UNIVERSAL = frozenset({"all", "every", "both", "everyone", "everybody", "everything"})


def reading_for(
    reader: FactualityReader, analysis: Analysis, clause: Clause, fillers: tuple[Filler, ...]
) -> Factuality | None:
    """Give the reading of a clause for some of its fillers, None if it leaves open which of them it holds for.

    Riga did not sign the treaty but the accord .    the accord: positive
    Riga has signed with no partner .                no partner: negative
    Riga has a mayor but no council or court .       council, court: negative
    Not all ships have sailed .                      None: some have
    Smoke or steam was seen .                        smoke: possible
    """
    factuality = reader.read(clause)
    if factuality is None:
        return None
    if reader.negated(clause) and any(_is_contrasted(analysis, filler) for filler in fillers):
        return replace(factuality, polarity=Polarity.POSITIVE)
    if any(_is_partly_denied(analysis, filler.head) for filler in fillers):
        return None
    if factuality.polarity is Polarity.NEGATIVE:
        return factuality
    own = (filler.head for filler in fillers if _chain(analysis, filler.head)[-1] == clause.head)
    if any(filler.negated for filler in fillers) or any(_is_void(reader, analysis, head) for head in own):
        return replace(factuality, polarity=Polarity.NEGATIVE)
    actors = {filler.head for filler in (*clause.surface, *clause.subjects)} & {filler.head for filler in fillers}
    if factuality.certainty is Certainty.CERTAIN and any(_is_alternative(analysis, head) for head in actors):
        return replace(factuality, certainty=Certainty.POSSIBLE)
    return factuality


def _is_void(reader: FactualityReader, analysis: Analysis, head: int) -> bool:
    """Say whether a nominal names nothing, or is joined by "or" to one that does: "no council or court"."""
    token = analysis.tokens[head]
    if reader.is_void(head) or token.relation != "conj":
        return reader.is_void(head)
    joined = any(word.lemma.lower() in _EITHER for word in analysis.dependents(head, "cc"))
    return joined and _is_void(reader, analysis, token.head)


def _chain(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Give a nominal, the earlier ones of its list, and what the list depends on."""
    token = analysis.tokens[head]
    return (head, *(_chain(analysis, token.head) if token.relation == "conj" else (token.head,)))


def _is_contrasted(analysis: Analysis, filler: Filler) -> bool:
    """Say whether a filler is what holds instead of another: "did not sign the treaty but the accord"."""
    but = any(word.lemma.lower() == "but" for word in analysis.dependents(filler.head, "cc"))
    return but and analysis.tokens[filler.head].relation == "conj" and not filler.negated


def _is_partly_denied(analysis: Analysis, head: int) -> bool:
    """Say whether "not" stands before "all" or "every" of a nominal: some of it is left."""
    words = list(analysis.dependents(head, "advmod", "det", "cc:preconj"))
    denied = any(word.lemma.lower() == "not" and word.index < head for word in words)
    return denied and any(word.lemma.lower() in _UNIVERSAL for word in (*words, analysis.tokens[head]))


def _is_alternative(analysis: Analysis, head: int) -> bool:
    """Say whether a nominal is one of several joined by "or": one of them did it, not surely this one."""
    token = analysis.tokens[head]
    others = _joined(analysis, token.head if token.relation == "conj" else head)
    links = (word for other in others if other.upos in _NAMING for word in analysis.dependents(other.index, "cc"))
    return any(word.lemma.lower() == "or" for word in links)


def _joined(analysis: Analysis, first: int) -> Iterator[Token]:
    for other in analysis.dependents(first, "conj"):
        yield other
        yield from _joined(analysis, other.index)
