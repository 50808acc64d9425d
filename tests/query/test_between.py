"""What connects two entities."""

import pytest

from kg.document import Document, DocumentId
from kg.errors import InputError, UnknownName
from kg.graph import Graph
from kg.knowledge import Certainty
from kg.query.between import between
from tests.builders import article_graph, entity, fact

A, B, C, D, E = (entity(name, "Person") for name in ("Anna", "Boris", "Clara", "David", "Elsa"))


def graph_of(*facts, articles=1) -> Graph:
    graph = Graph.in_memory()
    for number in range(articles):
        document = Document(DocumentId(f"d{number}"), "they met")
        graph.add(article_graph(document, *(fact(*parts, "they met", **reading) for *parts, reading in facts)))
    return graph


def names(connection):
    return [[hop.start.label for hop in path] + [path[-1].end.label] for path in connection.paths]


def test_direct_relations_are_found_in_both_directions(graph):
    connection = between(graph, "Haldane", "Orsini")
    assert [line.predicate.id for line in connection.direct] == ["kg:meets"]
    assert between(graph, "Orsini", "Haldane").direct == connection.direct


def test_direct_relations_include_denied_ones(graph):
    graph.remove(DocumentId("courier-1"))
    graph.remove(DocumentId("courier-3"))
    (line,) = between(graph, "Norland", "missile talks").direct
    assert not line.is_affirmed


def test_paths_go_over_others_in_any_direction():
    graph = graph_of((A, "kg:meets", B, {}), (C, "kg:visits", B, {}))
    connection = between(graph, "Anna", "Clara")
    assert connection.direct == ()
    assert names(connection) == [["Anna", "Boris", "Clara"]]
    assert [[line.predicate.id for line in hop.lines] for hop in connection.paths[0]] == [["kg:meets"], ["kg:visits"]]


def test_every_hop_is_affirmed():
    graph = graph_of((A, "kg:meets", B, {}), (B, "kg:visits", C, {"certainty": Certainty.POSSIBLE}))
    assert between(graph, "Anna", "Clara").paths == ()


def test_a_path_keeps_to_the_most_hops_allowed():
    graph = graph_of((A, "kg:meets", B, {}), (B, "kg:meets", C, {}), (C, "kg:meets", D, {}), (D, "kg:meets", E, {}))
    assert names(between(graph, "Anna", "Elsa", max_hops=3)) == []
    assert names(between(graph, "Anna", "Elsa", max_hops=4)) == [["Anna", "Boris", "Clara", "David", "Elsa"]]


def test_shorter_paths_come_first_and_are_limited():
    graph = graph_of(
        (A, "kg:meets", B, {}),
        (B, "kg:meets", E, {}),
        (A, "kg:meets", C, {}),
        (C, "kg:meets", D, {}),
        (D, "kg:meets", E, {}),
    )
    assert names(between(graph, "Anna", "Elsa")) == [["Anna", "Boris", "Elsa"], ["Anna", "Clara", "David", "Elsa"]]
    assert len(between(graph, "Anna", "Elsa", limit=1).paths) == 1
    assert between(graph, "Anna", "Elsa", limit=0).paths == ()


def test_of_equal_paths_the_better_supported_comes_first():
    graph = graph_of((A, "kg:meets", C, {}), (C, "kg:meets", E, {}), articles=3)
    document = Document(DocumentId("other"), "they met")
    graph.add(article_graph(document, fact(A, "kg:meets", B, "they met"), fact(B, "kg:meets", E, "they met")))
    assert names(between(graph, "Anna", "Elsa")) == [["Anna", "Clara", "Elsa"], ["Anna", "Boris", "Elsa"]]


def test_nothing_connects_strangers(graph):
    connection = between(graph, "Northern Union", "Karst Treaty")
    assert (connection.direct, connection.paths) == ((), ())


@pytest.mark.parametrize(("max_hops", "limit"), [(0, 5), (3, -1)])
def test_senseless_numbers_are_errors(graph, max_hops, limit):
    with pytest.raises(InputError, match="max_hops"):
        between(graph, "Haldane", "Orsini", max_hops=max_hops, limit=limit)


def test_one_entity_under_two_names_is_an_error(graph):
    with pytest.raises(InputError, match="both Ingrid Haldane"):
        between(graph, "Haldane", "Ingrid Haldane")


def test_an_unknown_name_is_an_error(graph):
    with pytest.raises(UnknownName):
        between(graph, "Haldane", "Atlantis")
