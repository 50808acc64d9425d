"""CSV tables."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest

from kg.document import Document, DocumentId
from kg.export.tables import EDGE_COLUMNS, NODE_COLUMNS, export_csv, export_csv_folder, export_csv_zip
from kg.graph import Graph
from tests.builders import NORLAND, TALKS, article_graph, fact, graph_of, sample_articles


@pytest.fixture
def graph():
    return graph_of(*sample_articles())


def edges(graph):
    stream = io.BytesIO()
    export_csv(graph, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))


def test_every_statement_is_a_row(graph):
    rows = {row["id"]: row for row in edges(graph)}
    assert set(rows) == {statement.id for statement in graph.statements()}
    (row,) = (row for row in rows.values() if row["predicate"] == "kg:rejects")
    assert (row["affirmed"], row["articles"], row["publishers"]) == ("yes", "3", "2")
    assert (row["affirming"], row["denying"], row["uncertain"]) == ("2", "1", "0")
    assert (row["first"], row["last"]) == ("2026-02-11", "2026-02-14")
    assert row["speakers"] == "Ingrid Haldane | Luca Orsini"


def test_a_statement_that_nobody_affirms_says_so(graph):
    (row,) = (row for row in edges(graph) if row["predicate"] == "kgr:push-for")
    assert row["affirmed"] == "no"


def test_a_literal_has_no_target(graph):
    (row,) = (row for row in edges(graph) if row["predicate"] == "kg:hasQuantity")
    assert (row["target"], row["target_label"]) == ("", "8,000 missiles")


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A1"])
def test_no_cell_is_a_formula(label):
    document = Document(DocumentId("d"), f"{label} rejected talks")
    graph = Graph.in_memory()
    graph.add(
        article_graph(document, fact(replace(NORLAND, label=label), "kg:rejects", TALKS, f"{label} rejected talks"))
    )
    (row,) = edges(graph)
    assert row["source_label"] == f"'{label}"
    assert row["quote"].startswith("'")


def test_a_folder_and_a_zip_hold_both_tables(graph, tmp_path):
    export_csv_folder(graph, tmp_path / "tables")
    stream = io.BytesIO()
    export_csv_zip(graph, stream)
    with zipfile.ZipFile(stream) as archive:
        assert archive.namelist() == ["edges.csv", "nodes.csv"]
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "tables" / name).read_bytes()
    again = io.BytesIO()
    export_csv_zip(graph, again)
    assert again.getvalue() == stream.getvalue()


def test_nodes_are_the_merged_entities(graph, tmp_path):
    export_csv_folder(graph, tmp_path)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "nodes.csv").read_text(encoding="utf-8"), newline="")))
    assert [row["id"] for row in rows] == [entity.id for entity in graph.entities()]
    (haldane,) = (row for row in rows if row["id"] == "person/ingrid-haldane")
    assert (haldane["aliases"], haldane["articles"]) == ("Haldane | Ms Haldane", "3")


def test_an_empty_graph_has_only_headers(tmp_path):
    export_csv_folder(Graph.in_memory(), tmp_path)
    assert (tmp_path / "edges.csv").read_text() == ",".join(EDGE_COLUMNS) + "\n"
    assert (tmp_path / "nodes.csv").read_text() == ",".join(NODE_COLUMNS) + "\n"
