"""CSV tables."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest

from kg.document import Document, DocumentId
from kg.export.archive import write_archive
from kg.export.tables import EDGE_COLUMNS, EVIDENCE_COLUMNS, NODE_COLUMNS, export_csv, tables
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


def table(graph, name):
    return list(csv.DictReader(io.StringIO(dict(tables(graph))[name].decode(), newline="")))


def test_a_folder_and_a_zip_hold_the_same_tables(graph, tmp_path):
    for target in ("tables", "tables.zip", "again.zip"):
        write_archive(tables(graph), tmp_path / target)
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert archive.namelist() == ["edges.csv", "nodes.csv", "evidence.csv"]
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "tables" / name).read_bytes()
    assert (tmp_path / "tables.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_the_edges_are_those_of_the_single_file(graph):
    assert table(graph, "edges.csv") == edges(graph)


def test_nodes_are_the_merged_entities(graph):
    rows = table(graph, "nodes.csv")
    assert [row["id"] for row in rows] == [entity.id for entity in graph.entities()]
    (haldane,) = (row for row in rows if row["id"] == "person/ingrid-haldane")
    assert (haldane["aliases"], haldane["articles"]) == ("Haldane | Ms Haldane", "3")


def test_evidence_is_every_quote_of_every_statement(graph):
    rows = table(graph, "evidence.csv")
    assert {row["statement"] for row in rows} == {row["id"] for row in edges(graph)}
    assert len({row["id"] for row in rows}) == len(rows) == 11
    (denial,) = (row for row in rows if row["polarity"] == "negative")
    assert (denial["article"], denial["speaker"], denial["cue"]) == ("herald/2", "Luca Orsini", "deny")
    text = graph.document("herald/2").text
    assert text[int(denial["start"]) : int(denial["end"])] == denial["quote"]


def test_an_empty_graph_has_only_headers():
    headers = {"edges.csv": EDGE_COLUMNS, "nodes.csv": NODE_COLUMNS, "evidence.csv": EVIDENCE_COLUMNS}
    assert dict(tables(Graph.in_memory())) == {
        name: f"{','.join(columns)}\n".encode() for name, columns in headers.items()
    }
