"""What a graph takes in of an article: bytes, which one process can hand to another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Quad, RdfFormat, serialize

from kg.document import DocumentId
from kg.knowledge import ArticleGraph
from kg.rdf import Iris, article_quads
from kg.rdf.terms import ENTITY_PREDICATES, iri

MARK = iri("schema:NewsArticle")
"""The class of articles; who has it is complete."""
_DESCRIBING = frozenset(iri(name) for name in ENTITY_PREDICATES)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in N-Quads.

    Attributes:
        document: the article's id.
        own: its named graph, without the mark.
        mark: the quad that says that it is an article, and is written last.
        merged: what goes to the merge, without what describes entities.
        entities: IRIs of the entities that it describes.
        size: number of quads.
    """

    document: DocumentId
    own: bytes
    mark: bytes
    merged: bytes
    entities: tuple[str, ...]
    size: int


def entry_of(article: ArticleGraph, base: str) -> Entry:
    """Give an article as the graph of that base takes it in."""
    iris = Iris(base)
    quads = list(article_quads(article, base))
    return Entry(
        document=article.document.id,
        own=_lines(quad for quad in quads if quad.object != MARK),
        mark=_lines(quad for quad in quads if quad.object == MARK),
        merged=_lines(merged(quads, iris)),
        entities=tuple(iris.entity(entity.id).value for entity in article.entities),
        size=len(quads),
    )


def merged(quads: Iterable[Quad], iris: Iris) -> Iterator[Quad]:
    """Yield what goes to the merge: all but what describes entities."""
    for quad in quads:
        if not (quad.predicate in _DESCRIBING and iris.is_entity(quad.subject)):
            yield Quad(quad.subject, quad.predicate, quad.object)


def _lines(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""
