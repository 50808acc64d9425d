"""The JSON-lines contract."""

import io
import json

import pytest

from kg.document import Document, DocumentId, Period
from kg.export.json_lines import article_records, export_json_lines, factuality
from kg.graph import Graph
from kg.knowledge import Certainty, CueKind, Polarity, Value
from kg.vocabulary import load_vocabulary
from tests.builders import HALDANE, NORLAND, ORSINI, TALKS, VELMAR, article_graph, denial_article, fact, refusal_article

VOCABULARY = load_vocabulary()
DOCUMENT = Document(DocumentId("d"), "Norland rejected talks")


def record_of(*parts, **reading):
    article = article_graph(DOCUMENT, fact(*parts, "rejected", **reading))
    return next(article_records(article, VOCABULARY))


def test_a_record_has_what_the_contract_asks_for():
    record = record_of(
        NORLAND,
        "kg:rejects",
        TALKS,
        lemma="turn down",
        source=HALDANE,
        cue="say",
        cue_kind=CueKind.SAY,
        time=Period("2019", ""),
        place=VELMAR,
        confidence=0.912,
    )
    assert {key: record[key] for key in list(record)[:13]} == {
        "document": "d",
        "statement": record["statement"],
        "subject": {"id": "place/norland", "label": "Norland", "type": "Place", "aliases": ["Tessaly"]},
        "predicate": {"id": "kg:rejects", "label": "rejects", "lemma": "turn down"},
        "object": {"id": "issue/missile-talks", "label": "missile talks", "type": "Issue", "aliases": []},
        "polarity": "positive",
        "factuality": "claimed",
        "attributed_to": {
            "id": "person/ingrid-haldane",
            "label": "Ingrid Haldane",
            "type": "Person",
            "aliases": ["Haldane"],
        },
        "time": "2019/..",
        "place": "Velmar",
        "evidence": {"start": 8, "end": 16, "text": "rejected"},
        "rule": "active",
        "confidence": 0.91,
    }


def test_what_is_not_known_is_null():
    record = record_of(NORLAND, "kg:rejects", TALKS)
    assert [record[key] for key in ("attributed_to", "time", "place", "cue_kind")] == [None] * 4


def test_a_literal_object_has_text_and_datatype():
    value = Value("8,000 missiles", "kg:quantity")
    assert record_of(NORLAND, "kg:hasQuantity", value)["object"] == {
        "text": "8,000 missiles",
        "datatype": "kg:quantity",
    }


def test_an_open_predicate_has_its_words_as_label():
    assert record_of(NORLAND, "kgr:push-for", TALKS)["predicate"]["label"] == "push for"


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ({}, "asserted"),
        ({"source": ORSINI}, "claimed"),
        ({"cue": "reportedly", "cue_kind": CueKind.CLAIM}, "claimed"),
        ({"cue": "find", "cue_kind": CueKind.SAY}, "asserted"),
        ({"polarity": Polarity.NEGATIVE}, "asserted"),
        ({"certainty": Certainty.POSSIBLE, "source": ORSINI}, "possible"),
        ({"certainty": Certainty.CONDITIONAL}, "possible"),
        ({"certainty": Certainty.PLANNED}, "planned"),
        ({"certainty": Certainty.DEMANDED}, "demanded"),
    ],
)
def test_factuality(reading, expected):
    (evidence,) = article_graph(DOCUMENT, fact(NORLAND, "kg:rejects", TALKS, "rejected", **reading)).evidence
    assert factuality(evidence) == expected


def test_records_come_in_the_order_of_the_text():
    records = list(article_records(refusal_article(), VOCABULARY))
    starts = [record["evidence"]["start"] for record in records]
    assert starts == sorted(starts)
    assert len(records) == len(refusal_article().evidence)


def test_each_line_is_an_object_with_names_as_in_its_article():
    graph = Graph.in_memory()
    graph.add_all([refusal_article(), denial_article()])
    stream = io.BytesIO()
    export_json_lines(graph, stream)
    records = [json.loads(line) for line in stream.getvalue().splitlines()]
    labels = {(r["document"], r["subject"]["label"]) for r in records if r["subject"]["id"] == HALDANE.id}
    assert labels == {("courier-1", "Ingrid Haldane"), ("herald/2", "Ms Haldane")}
