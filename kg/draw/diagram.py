"""What a picture shows: all that the renderers know, so that they work without a store."""

from dataclasses import dataclass

CERTAINTIES = (
    "certain",
    "former",
    "elect",
    "nominee",
    "alleged",
    "possible",
    "planned",
    "demanded",
    "conditional",
)
"""How a relation can be presented, most certain first; words of people and articles, so open to more."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that say a relation, and who printed them.

    Attributes:
        text: the words of the article.
        title: the article's headline.
        publisher: who printed it, empty if unknown.
        date: day of publication, ISO 8601, empty if unknown.
        url: the article's address, empty if unknown.
        speaker: label of who says so, empty if the article does.
        certainty: how the words present the relation, one of `CERTAINTIES`.
        polarity: `positive` or `negative`.
    """

    text: str
    title: str
    publisher: str
    date: str
    url: str
    speaker: str
    certainty: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in a picture; `mentions` is the number of pieces of evidence that name it."""

    id: str
    label: str
    kind: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation in a picture: one per source, target and predicate.

    Attributes:
        source: id of the node that it leaves.
        target: id of the node that it reaches.
        predicate: compact IRI.
        label: the predicate's words.
        sign: 1 for support, -1 for opposition, 0 for a stance that is neither, None for no stance.
        polarity: `positive`, `negative` (every quote denies it) or `mixed`.
        certainty: of its most certain quote that does not deny it.
        sources: number of articles that say so.
        quotes: the evidence, most certain and newest first.
    """

    source: str
    target: str
    predicate: str
    label: str
    sign: int | None
    polarity: str
    certainty: str
    sources: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """All that a picture shows; `note` says what was left out, empty if nothing was."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    note: str
