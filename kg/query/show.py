"""One entity: what it is called, what it is, and where it is met."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kg.document import Document
from kg.graph import Graph
from kg.knowledge import Entity
from kg.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Card:
    """An entity as an article of reference would head it.

    Attributes:
        entity: with its label, aliases, type, kind and the identifiers that prove it.
        iri: its IRI in RDF.
        types: its classes from the most specific to the most general.
        articles: those that mention it, the newest first.
        publishers: number of articles by publisher, most first.
        first: day of the earliest article, None if no day is known.
        last: day of the latest article, None if no day is known.
        as_subject: number of statements that it is the subject of.
        as_object: number of statements that it is the object of.
        as_source: number of pieces of evidence that cite it.
    """

    entity: Entity
    iri: str
    types: tuple[str, ...]
    articles: tuple[Document, ...]
    publishers: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    as_subject: int
    as_object: int
    as_source: int


def show(graph: Graph, name: str) -> Card:
    """Give the card of the entity of that name, id or IRI.

    Raises:
        UnknownName: nothing is called so.
    """
    entity = graph.resolve_name(name)
    iri = graph.iris.entity(entity.id).value
    found = [graph.document(id) for id in graph.articles_of(entity.id)]
    publishers = Counter(document.publisher for document in found if document.publisher)
    days = [document.published for document in found if document.published]
    return Card(
        entity=entity,
        iri=iri,
        types=_types(entity),
        articles=tuple(sorted(found, key=lambda document: document.published or date.min, reverse=True)),
        publishers=tuple(sorted(publishers.items(), key=lambda item: (-item[1], item[0]))),
        first=min(days, default=None),
        last=max(days, default=None),
        as_subject=graph.count(f"?it rdf:subject <{iri}>"),
        as_object=graph.count(f"?it rdf:object <{iri}>"),
        as_source=graph.count(f"?it kg:attributedTo <{iri}>"),
    )


def _types(entity: Entity) -> tuple[str, ...]:
    """Give the classes between an entity's type and its kind."""
    vocabulary = load_vocabulary()
    above = [
        name
        for name in vocabulary.classes
        if vocabulary.is_a(entity.type, name) and vocabulary.is_a(name, entity.kind) and name != entity.type
    ]
    specific_first = sorted(above, key=lambda name: (-sum(vocabulary.is_a(name, other) for other in above), name))
    return (entity.type, *specific_first)
