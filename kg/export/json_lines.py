"""JSON lines: one object for each piece of evidence, with its statement, for programs and for scoring."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.graph import Graph
from kg.knowledge import ArticleGraph, Certainty, CueKind, Entity, EntityId, Evidence, Reading, Statement, Value
from kg.vocabulary import Vocabulary, load_vocabulary

Record = dict[str, object]


def export_json_lines(graph: Graph, stream: BinaryIO) -> None:
    """Write all evidence, by article and place in the text."""
    vocabulary = load_vocabulary()
    for document in graph.articles():
        stream.writelines(json_lines(article_records(graph.article(document.id), vocabulary)))


def reading_lines(readings: Iterable[Reading], vocabulary: Vocabulary) -> Iterator[bytes]:
    """Yield the evidence of articles that are in no graph."""
    for reading in readings:
        yield from json_lines(article_records(reading.graph, vocabulary))


def json_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Yield each record as a line."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n"


def article_records(article: ArticleGraph, vocabulary: Vocabulary) -> Iterator[Record]:
    """Yield the records of an article in the order of its text."""
    entities = {entity.id: entity for entity in article.entities}
    statements = {statement.id: statement for statement in article.statements}
    for evidence in sorted(article.evidence, key=lambda item: (item.span, item.id)):
        yield evidence_record(statements[evidence.statement], evidence, entities, vocabulary)


def evidence_record(
    statement: Statement, evidence: Evidence, entities: Mapping[EntityId, Entity], vocabulary: Vocabulary
) -> Record:
    """Give one piece of evidence as a JSON object; `entities` has all that it refers to."""
    return {
        "document": evidence.document,
        "statement": statement.id,
        "subject": _entity(entities[statement.subject]),
        "predicate": {
            "id": statement.predicate,
            "label": vocabulary.predicate(statement.predicate).label,
            "lemma": evidence.lemma,
        },
        "object": _value(statement.object)
        if isinstance(statement.object, Value)
        else _entity(entities[statement.object]),
        "polarity": str(evidence.polarity),
        "factuality": factuality(evidence),
        "attributed_to": _entity(entities[evidence.source]) if evidence.source is not None else None,
        "time": evidence.time.iso if evidence.time else None,
        "place": entities[evidence.place].label if evidence.place is not None else None,
        "evidence": {"start": evidence.span.start, "end": evidence.span.end, "text": evidence.quote},
        "rule": evidence.rule,
        "confidence": round(evidence.confidence, 2),
        "status": evidence.status,
        "cue": evidence.cue,
        "cue_kind": str(evidence.cue_kind) if evidence.cue_kind else None,
        "certainty": str(evidence.certainty),
        "qualifiers": list(evidence.qualifiers),
    }


def factuality(evidence: Evidence) -> str:
    """Give how the article presents the statement: asserted, claimed, possible, planned or demanded.

    `claimed` is what a source says for certain, or hearsay ("reportedly"); what holds under a condition is possible.
    """
    if evidence.certainty is Certainty.CONDITIONAL:
        return str(Certainty.POSSIBLE)
    if evidence.certainty is not Certainty.CERTAIN:
        return str(evidence.certainty)
    hearsay = evidence.cue_kind in {CueKind.CLAIM, CueKind.ACCUSE}
    return "claimed" if evidence.source is not None or hearsay else "asserted"


def _entity(entity: Entity) -> Record:
    return {"id": entity.id, "label": entity.label, "type": entity.kind, "aliases": list(entity.aliases)}


def _value(value: Value) -> Record:
    return {"text": value.text, "datatype": value.datatype}
