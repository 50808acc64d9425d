"""Who relates to whom, in words and as JSON."""

import json
from pathlib import Path

import pytest

from kg.cli.manner import manner, manners, spoken
from kg.document import Document, DocumentId
from kg.graph import Graph
from kg.knowledge import ArticleGraph, Entity, EntityId, Evidence
from tests.builders import HALDANE, NORLAND, ORSINI, TALKS, UNION, article_graph, entity, fact
from tests.cli.conftest import Call


def test_who_groups_by_relation_with_sources_and_dates(kg: Call, folder: Path) -> None:
    assert kg("who", "Norland", "--graph", folder).stdout.splitlines() == [
        "Norland (Country)  also: Tessaly",
        "",
        "Norland rejects",
        "  missile talks  2 sources, 3 articles, 2026-02-11 – 2026-02-14  but denied by Luca Orsini",
        "",
    ]


def test_who_as_object(kg: Call, folder: Path) -> None:
    lines = kg("who", "missile talks", "--graph", folder).stdout.splitlines()
    assert lines[2] == "missile talks is rejected by"
    assert lines[5:] == ["… push for missile talks", "  Northern Union  1 source, 2026-02-11  possible", ""]


def test_who_marks_a_former_office(kg: Call, folder: Path) -> None:
    assert (
        "  Foreign Minister of Norland  1 source, 2026-02-11  former" in kg("who", "Orsini", "--graph", folder).stdout
    )


def test_who_with_evidence_shows_every_quote(kg: Call, folder: Path) -> None:
    words = " ".join(kg("who", "Tessaly", "--evidence", "--graph", folder).stdout.split())
    assert "“Norland rejected missile talks again” (The Courier, 2026-02-14, courier-3)" in words
    assert "courier-1; time: 2026-02-10; according to Ingrid Haldane)" in words
    assert "“the country had rejected missile talks” (The Herald, 2026-02-12, herald/2; denied by Luca Orsini)" in words


def test_who_as_json(kg: Call, folder: Path) -> None:
    (found,) = json.loads(kg("who", "Norland", "--json", "--graph", folder).stdout)
    assert found["entity"] == {"id": NORLAND.id, "label": "Norland", "type": "Country", "aliases": ["Tessaly"]}
    (group,) = found["as_subject"]
    (line,) = group["lines"]
    assert (group["predicate"], group["label"], line["object"]["id"]) == ("kg:rejects", "rejects", TALKS.id)
    assert (line["sources"], line["articles"], line["affirmed"], line["denying"]) == (2, 3, True, 1)
    assert line["manner"] == "but denied by Luca Orsini"
    article_ids = [piece["article"]["id"] for piece in line["evidence"]]
    assert article_ids == ["courier-3", "courier-1", "herald/2"]


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        (["--publisher", "the herald"], ["herald/2"]),
        (["--since", "2026-02-13"], ["courier-3"]),
        (["--until", "2026-02-11"], ["courier-1"]),
        (["--affirmed"], ["courier-3", "courier-1"]),
        (["--predicate", "rejects", "--affirmed", "--until", "2026-02-12"], ["courier-1"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_who_with_conditions(kg: Call, folder: Path, condition: list[str], kept: list[str]) -> None:
    (found,) = json.loads(kg("who", "Norland", *condition, "--json", "--graph", folder).stdout)
    (line,) = found["as_subject"][0]["lines"]
    assert [piece["article"]["id"] for piece in line["evidence"]] == kept


def test_who_tells_of_all_that_have_the_name_and_names_those_with_a_part_of_it(kg: Call, tmp_path: Path) -> None:
    def called(name: str, kind: str, class_name: str = "", aliases: tuple[str, ...] = ()) -> ArticleGraph:
        document = Document(DocumentId(name), f"{name} met Haldane.")
        return article_graph(
            document, fact(entity(name, kind, class_name, aliases), "kg:meets", HALDANE, document.text)
        )

    with Graph.open(tmp_path / "graph") as graph:
        graph.add_all([called("Norland", "Place", "Country", ("Tessaly",)), called("Tessaly", "Place", "City")])
        graph.add(called("Port of Tessaly", "Place", "Facility"))
    found = json.loads(kg("who", "tessaly", "--json", "--graph", tmp_path).stdout)
    assert {profile["entity"]["label"] for profile in found} == {"Norland", "Tessaly"}
    result = kg("who", "port", "--graph", tmp_path)
    assert result.stdout.startswith("Port of Tessaly (Facility)")


def test_who_leaves_out_a_namesake_that_nothing_fits(kg: Call, tmp_path: Path) -> None:
    document = Document(DocumentId("d"), "Tessaly met Haldane. Haldane visited Tessaly.")
    country, city = entity("Tessaly", "Place", "Country"), Entity(EntityId("place/city"), "Tessaly", "City", "Place")
    met = fact(country, "kg:meets", HALDANE, "Tessaly met Haldane")
    visited = fact(HALDANE, "kg:visits", city, "Haldane visited Tessaly")
    with Graph.open(tmp_path / "graph") as graph:
        graph.add(article_graph(document, met, visited))
    found = json.loads(kg("who", "Tessaly", "--predicate", "visits", "--json", "--graph", tmp_path).stdout)
    assert [profile["entity"]["type"] for profile in found] == ["City"]


def test_open_words_stand_after_a_name_as_in_a_sentence() -> None:
    assert [spoken(label) for label in ("be", "be accused of", "push for", "become", "is part of")] == [
        "is", "is accused of", "push for", "become", "is part of",
    ]  # fmt: skip


def test_who_without_anything_to_tell(kg: Call, folder: Path) -> None:
    result = kg("who", "Norland", "--predicate", "praises", "--graph", folder)
    assert result.exit_code == 0
    assert "no statement that fits" in result.stdout


def test_between_directly(kg: Call, folder: Path) -> None:
    lines = kg("between", "Orsini", "Haldane", "--max-hops", "1", "--graph", folder).stdout.splitlines()
    assert lines[:4] == [
        "Luca Orsini – Ingrid Haldane",
        "",
        "directly",
        "  Luca Orsini meets Ingrid Haldane  1 source, 2026-02-11",
    ]
    assert "“Luca Orsini, who left in 2019, met Haldane in Velmar”" in lines[4]


def test_between_over_others_with_a_quote_for_each_hop(kg: Call, folder: Path) -> None:
    printed = kg("between", "Velmar", "Haldane", "--graph", folder).stdout
    assert "Velmar → Karst Treaty → Ingrid Haldane" in printed
    assert "“Velmar signed the Karst Treaty” (The Herald, 2026-02-12, herald/2)" in printed
    found = json.loads(kg("between", "Velmar", "Haldane", "--json", "--graph", folder).stdout)
    (path,) = found["paths"]
    assert [hop["to"]["label"] for hop in path] == ["Karst Treaty", "Ingrid Haldane"]
    assert all(line["affirmed"] for hop in path for line in hop["lines"])


def test_between_strangers(kg: Call, folder: Path) -> None:
    result = kg("between", "Norland", "Orsini", "--max-hops", "1", "--graph", folder)
    assert result.exit_code == 0
    assert "nothing relates them within 1 hop" in result.stdout


def test_between_an_entity_and_itself(kg: Call, folder: Path) -> None:
    result = kg("between", "Norland", "Tessaly", "--graph", folder)
    assert result.exit_code == 2
    assert "both Norland" in result.stderr


QUERY = "SELECT ?who ?what { ?a kg:rejects ?b . ?a skos:prefLabel ?who . ?b skos:prefLabel ?what }"


def test_sparql_table(kg: Call, folder: Path) -> None:
    lines = kg("sparql", QUERY, "--graph", folder).stdout.splitlines()
    assert [line.split() for line in (lines[0], *lines[2:])] == [["who", "what"], ["Norland", "missile", "talks"]]


def test_sparql_formats_and_file(kg: Call, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "query.rq").write_text(QUERY)
    printed = kg("sparql", "-f", tmp_path / "query.rq", "--format", "csv", "--graph", folder).stdout
    assert printed.splitlines() == ["who,what", "Norland,missile talks"]
    found = json.loads(kg("sparql", "-f", "-", "--format", "json", "--graph", folder, stdin=QUERY).stdout)
    assert found["results"]["bindings"][0]["who"]["value"] == "Norland"
    assert kg("sparql", QUERY, "--format", "tsv", "--graph", folder).stdout.startswith("?who\t?what\n")


def test_sparql_yes_and_no(kg: Call, folder: Path) -> None:
    assert kg("sparql", "ASK { ?a kg:rejects ?b }", "--graph", folder).stdout == "yes\n"
    assert kg("sparql", "ASK { ?a kg:spouseOf ?b }", "--graph", folder).stdout == "no\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["SELECT"],
        ["DELETE WHERE { ?s ?p ?o }"],
        ["SELECT * { SERVICE <http://x.test/> { ?s ?p ?o } }"],
        [],
        ["ASK {}", "-f", "x"],
    ],
)
def test_sparql_wrong(kg: Call, folder: Path, arguments: list[str]) -> None:
    result = kg("sparql", *arguments, "--graph", folder)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


def test_draw(kg: Call, folder: Path, tmp_path: Path) -> None:
    result = kg("draw", "--around", "Haldane", "--hops", "2", "-o", tmp_path / "graph.svg", "--graph", folder)
    assert result.exit_code == 0, result.stderr
    assert "relation" in result.stdout
    assert (tmp_path / "graph.svg").read_text().lstrip().startswith("<?xml")


@pytest.mark.parametrize("name", ["graph.gif", "graph"])
def test_draw_what_cannot_be_drawn(kg: Call, folder: Path, tmp_path: Path, name: str) -> None:
    result = kg("draw", "-o", tmp_path / name, "--graph", folder)
    assert result.exit_code == 2
    assert ".png" in result.stderr


def test_export_to_standard_output_and_to_a_file(kg: Call, folder: Path, tmp_path: Path) -> None:
    printed = kg("export", "--format", "ntriples", "--graph", folder).stdout_bytes
    kg("export", "--format", "ntriples", "-o", tmp_path / "graph.nt", "--graph", folder)
    assert printed == (tmp_path / "graph.nt").read_bytes()
    assert b"<https://w3id.org/newskg/ontology#rejects>" in printed


def test_export_of_tables_to_a_folder_and_to_a_zip(kg: Call, folder: Path, tmp_path: Path) -> None:
    kg("export", "--format", "csv", "-o", f"{tmp_path}/tables/", "--graph", folder)
    kg("export", "--format", "csv", "-o", tmp_path / "tables.zip", "--graph", folder)
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["edges.csv", "evidence.csv", "nodes.csv"]
    assert (tmp_path / "tables.zip").read_bytes().startswith(b"PK")


def test_a_format_of_one_file_fills_no_folder(kg: Call, folder: Path, tmp_path: Path) -> None:
    result = kg("export", "--format", "turtle", "-o", tmp_path, "--graph", folder)
    assert result.exit_code != 0
    assert "turtle is one file" in result.stderr


def test_validate(kg: Call, folder: Path) -> None:
    result = kg("validate", "--graph", folder)
    assert result.exit_code == 0, result.stdout
    assert result.stdout == "the graph conforms\n"


def test_validate_tells_each_violation_in_a_line(kg: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.query.validate import Violation

    faults = [Violation("e:a", "A position has one end.", path="oa:end"), Violation("e:b", "It has no\x1b[2J name.")]
    monkeypatch.setattr("kg.cli.validate.violations", lambda graph: iter(faults))
    result = kg("validate", "--graph", folder)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "e:a: A position has one end. (oa:end)",
        "e:b: It has no [2J name.",
        "2 violations",
    ]


def evidence_of(graph: Graph) -> tuple[Evidence, ...]:
    return tuple(piece for statement in graph.statements() for piece in graph.evidence(statement.id))


def test_manner_of_every_kind_of_evidence(folder: Path) -> None:
    with Graph.open(folder / "graph", read_only=True) as graph:
        found = {manner(piece, lambda id: graph.entity(id).label) for piece in evidence_of(graph)}
    assert found == {"", "former", "possible", "denied by Luca Orsini", "according to Ingrid Haldane"}


def test_manner_of_the_same_statement_together(folder: Path) -> None:
    labels = {ORSINI.id: "Luca Orsini", HALDANE.id: "Ingrid Haldane", UNION.id: "Northern Union"}
    with Graph.open(folder / "graph", read_only=True) as graph:
        (statement,) = graph.statements(subject=NORLAND.id)
        plain, said, denied = sorted(graph.evidence(statement.id), key=lambda piece: manner(piece, labels.__getitem__))
    assert manners([plain, said], labels.__getitem__) == ""
    assert manners([plain, said, denied], labels.__getitem__) == "but denied by Luca Orsini"
    assert manners([said, denied], labels.__getitem__) == "according to Ingrid Haldane; but denied by Luca Orsini"
    assert manners([denied], labels.__getitem__) == "denied by Luca Orsini"
    assert manners([], labels.__getitem__) == ""
