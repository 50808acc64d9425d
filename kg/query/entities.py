"""Which entities there are."""

from dataclasses import dataclass

from kg.errors import InputError
from kg.graph import Graph
from kg.knowledge import Entity
from kg.vocabulary import load_vocabulary

SORTS = ("articles", "statements", "name")


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity, the number of articles that mention it and of statements that it is an end of."""

    entity: Entity
    articles: int
    statements: int


def entities(
    graph: Graph, *, type: str = "", sort: str = "articles", limit: int | None = None
) -> tuple[EntityRow, ...]:
    """Give the entities of a class or of one below it, in any case; all if it is empty.

    Raises:
        InputError: no class has that name, or there is no such order.
    """
    if sort not in SORTS:
        raise InputError(f"entities cannot be sorted by {sort!r}; there are: {', '.join(SORTS)}")
    articles = graph.tally("GRAPH ?it { ?group skos:prefLabel ?label }")
    statements = graph.tally("{ ?it rdf:subject ?group } UNION { ?it rdf:object ?group }")
    found = graph.entities()
    if type:
        found = _of_class(found, type)
    rows = []
    for entity in found:
        iri = graph.iris.entity(entity.id).value
        rows.append(EntityRow(entity, articles[iri], statements.get(iri, 0)))
    keys = {
        "articles": lambda row: (-row.articles, -row.statements, row.entity.label.casefold(), row.entity.id),
        "statements": lambda row: (-row.statements, -row.articles, row.entity.label.casefold(), row.entity.id),
        "name": lambda row: (row.entity.label.casefold(), row.entity.id),
    }
    return tuple(sorted(rows, key=keys[sort])[:limit])


def _of_class(found: tuple[Entity, ...], name: str) -> tuple[Entity, ...]:
    vocabulary = load_vocabulary()
    names = {known.casefold(): known for known in vocabulary.classes}
    if name.casefold() not in names:
        raise InputError(f"no class is called {name!r}; there are: {', '.join(sorted(vocabulary.classes))}")
    wanted = names[name.casefold()]
    return tuple(entity for entity in found if vocabulary.is_a(entity.type, wanted))
