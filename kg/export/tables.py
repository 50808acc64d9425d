"""CSV tables for spreadsheets, Gephi and databases.

`edges.csv` has a row for each statement, `nodes.csv` one for each entity, `evidence.csv` one for each quote; its column
`statement` is the `id` of `edges.csv`.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from kg.export.archive import File
from kg.graph import Graph
from kg.graph.support import Support, best, summarize
from kg.knowledge import Entity, EntityId, Statement, Value
from kg.vocabulary import load_vocabulary

Row = Mapping[str, object]

NODE_COLUMNS = ("id", "label", "kind", "type", "aliases", "same_as", "articles")
EDGE_COLUMNS = (
    *("id", "source", "target", "label", "source_label", "target_label", "predicate"),
    *("affirmed", "articles", "publishers", "affirming", "denying", "uncertain", "first", "last", "speakers"),
    *("quote", "article", "url"),
)
EVIDENCE_COLUMNS = (
    *("id", "statement", "article", "publisher", "published", "url", "start", "end", "quote"),
    *("polarity", "certainty", "speaker", "cue", "status", "time", "place", "qualifiers", "confidence"),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP, "CSV Injection"


def export_csv(graph: Graph, stream: BinaryIO) -> None:
    """Write the edges."""
    stream.write(_csv(EDGE_COLUMNS, edge_rows(graph)))


def tables(graph: Graph) -> Iterator[File]:
    """Yield all three tables."""
    yield "edges.csv", _csv(EDGE_COLUMNS, edge_rows(graph))
    yield "nodes.csv", _csv(NODE_COLUMNS, node_rows(graph))
    yield "evidence.csv", _csv(EVIDENCE_COLUMNS, evidence_rows(graph))


def edge_rows(graph: Graph) -> Iterator[Row]:
    """Yield the statements, denied and uncertain ones too; the column `affirmed` tells.

    A literal object has no `target`, only a `target_label`.
    """
    vocabulary = load_vocabulary()
    for statement in graph.statements():
        evidence = graph.evidence(statement.id)
        support = summarize(evidence, graph.document)
        quoted = best(evidence)
        yield {
            "id": statement.id,
            "source": statement.subject,
            "target": "" if isinstance(statement.object, Value) else statement.object,
            "label": vocabulary.predicate(statement.predicate).label,
            "source_label": graph.entity(statement.subject).label,
            "target_label": _target_label(statement, graph.entity),
            "predicate": statement.predicate,
            **_support_cells(support, graph.entity),
            "quote": quoted.quote,
            "article": quoted.document,
            "url": graph.document(quoted.document).url,
        }


def node_rows(graph: Graph) -> Iterator[Row]:
    """Yield the entities."""
    for entity in graph.entities():
        yield {
            "id": entity.id,
            "label": entity.label,
            "kind": entity.kind,
            "type": entity.type,
            "aliases": " | ".join(entity.aliases),
            "same_as": " | ".join(entity.same_as),
            "articles": len(graph.articles_of(entity.id)),
        }


def evidence_rows(graph: Graph) -> Iterator[Row]:
    """Yield the evidence, in the order of the statements; `start` and `end` count code points of the article's text."""
    for statement in graph.statements():
        for piece in graph.evidence(statement.id):
            document = graph.document(piece.document)
            yield {
                "id": piece.id,
                "statement": piece.statement,
                "article": piece.document,
                "publisher": document.publisher,
                "published": document.published or "",
                "url": document.url,
                "start": piece.span.start,
                "end": piece.span.end,
                "quote": piece.quote,
                "polarity": piece.polarity,
                "certainty": piece.certainty,
                "speaker": graph.entity(piece.source).label if piece.source else "",
                "cue": piece.cue,
                "status": piece.status,
                "time": piece.time.iso if piece.time else "",
                "place": graph.entity(piece.place).label if piece.place else "",
                "qualifiers": "; ".join(piece.qualifiers),
                "confidence": piece.confidence,
            }


def _support_cells(support: Support, entity: Callable[[EntityId], Entity]) -> Row:
    return {
        "affirmed": "yes" if support.affirming else "no",
        "articles": support.articles,
        "publishers": support.publishers,
        "affirming": support.affirming,
        "denying": support.denying,
        "uncertain": support.uncertain,
        "first": support.first or "",
        "last": support.last or "",
        "speakers": " | ".join(entity(speaker).label for speaker in support.speakers),
    }


def _target_label(statement: Statement, entity: Callable[[EntityId], Entity]) -> str:
    if isinstance(statement.object, Value):
        return statement.object.text
    return entity(statement.object).label


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
