"""How well a statement is supported: a summary of its evidence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kg.document import Document, DocumentId
from kg.knowledge import CueKind, EntityId, Evidence, Polarity


@dataclass(frozen=True, slots=True)
class Support:
    """What the pieces of evidence of a statement come to.

    Attributes:
        articles: articles that say something of it.
        publishers: their publishers; an article without a known one counts for itself.
        affirming: pieces of evidence that affirm it.
        denying: pieces that deny it.
        uncertain: the others: possible, planned, demanded, conditional or merely alleged.
        first: day of the earliest article, None if no day is known.
        last: day of the latest article, None if no day is known.
        speakers: who is cited, sorted.
    """

    articles: int
    publishers: int
    affirming: int
    denying: int
    uncertain: int
    first: date | None
    last: date | None
    speakers: tuple[EntityId, ...]


def summarize(evidence: Iterable[Evidence], document: Callable[[DocumentId], Document]) -> Support:
    """Summarize evidence; `document` gives the article of an id."""
    pieces = tuple(evidence)
    documents = {piece.document: document(piece.document) for piece in pieces}
    days = [article.published for article in documents.values() if article.published]
    affirming = sum(piece.affirms for piece in pieces)
    denying = sum(is_denial(piece) for piece in pieces)
    return Support(
        articles=len(documents),
        publishers=len({article.publisher or (article.id,) for article in documents.values()}),
        affirming=affirming,
        denying=denying,
        uncertain=len(pieces) - affirming - denying,
        first=min(days, default=None),
        last=max(days, default=None),
        speakers=tuple(sorted({piece.source for piece in pieces if piece.source is not None})),
    )


def best(evidence: Iterable[Evidence]) -> Evidence:
    """Give the piece to quote for a statement, of at least one: one that affirms it if any does, then the surest."""
    return max(evidence, key=lambda piece: (piece.affirms, piece.confidence, piece.id))


def is_denial(piece: Evidence) -> bool:
    """Say whether evidence denies its statement: with a negation, or by citing a denial."""
    return piece.polarity is Polarity.NEGATIVE or piece.cue_kind is CueKind.DENY
