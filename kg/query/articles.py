"""Which articles there are."""

from dataclasses import dataclass
from datetime import date

from kg.document import Document
from kg.graph import Graph


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with how much was read from it."""

    document: Document
    entities: int
    statements: int
    evidence: int


def articles(graph: Graph, *, publisher: str = "") -> tuple[ArticleRow, ...]:
    """Give the articles, of one publisher (in any case) if it is not empty, the newest first."""
    entities = graph.tally("GRAPH ?group { ?it skos:prefLabel ?label }")
    statements = graph.tally("GRAPH ?group { ?it a kg:Statement }")
    evidence = graph.tally("?it prov:wasQuotedFrom ?group")
    rows = []
    for document in graph.articles():
        if publisher and document.publisher.casefold() != publisher.casefold():
            continue
        iri = graph.iris.article(document.id).value
        rows.append(ArticleRow(document, entities.get(iri, 0), statements.get(iri, 0), evidence.get(iri, 0)))
    return tuple(sorted(rows, key=lambda row: row.document.published or date.min, reverse=True))
