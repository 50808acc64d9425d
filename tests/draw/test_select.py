"""The most connected part of a graph is chosen, and what is left out is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.draw import draw
from kg.draw.choose import grow, strongest, weigh, within
from kg.draw.diagram import Diagram, Edge
from kg.draw.select import select
from kg.errors import InputError, UnknownName
from kg.graph import Graph
from kg.knowledge import EntityId
from tests.builders import graph_of, large_articles, sample_articles


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(*sample_articles())


@pytest.fixture(scope="module")
def large() -> Graph:
    return graph_of(*large_articles(30))


def edge(diagram: Diagram, source: str, predicate: str) -> Edge:
    (found,) = (edge for edge in diagram.edges if edge.source == source and edge.predicate == predicate)
    return found


def connected(diagram: Diagram) -> bool:
    weights = weigh((EntityId(edge.source), EntityId(edge.target), 1.0) for edge in diagram.edges)
    return within(weights, next(iter(weights)), len(weights)) == {node.id for node in diagram.nodes}


def test_a_small_graph_is_shown_whole(graph: Graph) -> None:
    diagram = select(graph)
    assert len(diagram.nodes) == 8
    assert diagram.note == ""
    assert {node.id for node in diagram.nodes} >= {edge.target for edge in diagram.edges}


def test_evidence_becomes_quotes_with_their_article(graph: Graph) -> None:
    rejects = edge(select(graph), "place/norland", "kg:rejects")
    assert (rejects.label, rejects.sign, rejects.polarity, rejects.sources) == ("rejects", -1, "mixed", 3)
    assert [quote.date for quote in rejects.quotes] == ["2026-02-14", "2026-02-12", "2026-02-11"]
    assert [quote.polarity for quote in rejects.quotes] == ["positive", "negative", "positive"]
    said = rejects.quotes[2]
    assert (said.publisher, said.speaker, said.url) == ("The Courier", "Ingrid Haldane", "https://courier.example/1")


def test_what_is_not_plainly_so_is_not_certain(graph: Graph) -> None:
    diagram = select(graph)
    assert edge(diagram, "organization/northern-union", "kgr:push-for").certainty == "possible"
    assert edge(diagram, "person/luca-orsini", "kg:holdsOffice").certainty == "former"
    assert edge(diagram, "person/ingrid-haldane", "kg:holdsOffice").certainty == "certain"


def test_literals_are_left_out(graph: Graph) -> None:
    assert all(edge.predicate != "kg:hasQuantity" for edge in select(graph).edges)


def test_around_an_entity(graph: Graph) -> None:
    near = select(graph, around="Velmar")
    assert {node.id for node in near.nodes} == {"place/velmar", "agreement/karst-treaty"}
    far = select(graph, around="Velmar", hops=2)
    assert {node.id for node in far.nodes} == {node.id for node in near.nodes} | {"person/ingrid-haldane"}


def test_types(graph: Graph) -> None:
    people = select(graph, types=["person"])
    assert {node.kind for node in people.nodes} == {"Person"}
    offices = select(graph, around="Ingrid Haldane", types=["Office"])
    assert {node.label for node in offices.nodes} == {"Ingrid Haldane", "Foreign Minister of Norland"}


@pytest.mark.parametrize("wrong", [{"top": 0}, {"hops": 0}, {"types": ["Unicorn"]}, {"types": ["Event"]}])
def test_impossible_choices_are_refused(graph: Graph, wrong: dict[str, object]) -> None:
    with pytest.raises(InputError):
        select(graph, **wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_unknown_centre(graph: Graph) -> None:
    with pytest.raises(UnknownName):
        select(graph, around="Nobody At All")


def test_a_large_graph_is_cut_and_says_so(large: Graph) -> None:
    diagram = select(large)
    assert len(diagram.nodes) == 40
    assert diagram.note.startswith("showing 40 of ")
    assert diagram.note.endswith("the most connected; " + diagram.note.partition("connected; ")[2])
    assert connected(diagram)
    assert len({frozenset((edge.source, edge.target)) for edge in diagram.edges}) <= 60


def test_a_large_graph_around_an_entity_keeps_it(large: Graph) -> None:
    diagram = select(large, around="Name3 Surname3", hops=2, top=12)
    assert "Name3 Surname3" in {node.label for node in diagram.nodes}
    assert "within 2 steps of Name3 Surname3" in diagram.note
    assert connected(diagram)


def test_grow_stays_connected_and_goes_on_with_the_next_part() -> None:
    a, b, c, d, e = (EntityId(name) for name in "abcde")
    weights = weigh([(a, b, 1.0), (b, c, 9.0), (d, e, 4.0)])
    order = list(grow(weights, set(weights), None, lambda id: sum(weights[id].values())))
    assert order == ["b", "c", "a", "d", "e"]


def test_strongest_keeps_what_holds_the_picture_together() -> None:
    a, b, c, d = (EntityId(name) for name in "abcd")
    weights = weigh([(a, b, 9.0), (b, c, 8.0), (a, c, 7.0), (c, d, 1.0)])
    drawn, left_out = strongest(weights, set(weights), None, 3)
    assert drawn == {(a, b), (b, c), (c, d)}
    assert left_out == 1


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "html", "PNG"])
def test_the_suffix_says_what_is_drawn(graph: Graph, tmp_path: Path, suffix: str) -> None:
    signs = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "html": b"<!doctype html>"}
    path = tmp_path / f"graph.{suffix}"
    diagram = draw(graph, path, around="Haldane")
    assert path.read_bytes().startswith(signs[suffix.lower()])
    assert len(diagram.nodes) == 4


def test_a_page_names_its_centre(graph: Graph, tmp_path: Path) -> None:
    draw(graph, tmp_path / "graph.html", around="Haldane")
    assert "<title>Relations of Ingrid Haldane</title>" in (tmp_path / "graph.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["graph.gif", "graph", "graph.htm"])
def test_other_suffixes_are_refused(graph: Graph, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.png, \.svg, \.pdf or \.html"):
        draw(graph, tmp_path / name)


def test_a_figure_of_thousands_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="html"):
        draw(graph, tmp_path / "graph.png", top=2000)


def test_a_missing_folder_is_reported(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write"):
        draw(graph, tmp_path / "nowhere" / "graph.html")


def test_the_order_of_sets_does_not_matter(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.draw import draw; from kg.graph import Graph\n"
        "from tests.builders import large_articles\n"
        "graph = Graph.in_memory(); graph.add_all(large_articles(3))\n"
        "for suffix in ('svg', 'html'): draw(graph, Path(f'{sys.argv[1]}.{suffix}'), top=12)"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], check=True, env=environment)
    for suffix in ("svg", "html"):
        assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()
