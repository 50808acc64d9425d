"""No reasoner finds a contradiction in the ontology, nor draws an embarrassing conclusion from it."""

import pytest
from owlrl import OWLRL_Semantics
from rdflib import RDF, Graph, Namespace

from kg.resources import ontology_path

KG = Namespace("https://w3id.org/newskg/ontology#")
NEWS = Namespace("https://news.test/")
FACTS = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix : <https://news.test/> .

:iran a kg:Country ; kg:rejects :talks ; kg:meets :oman ; kg:signs :accord .
:report a kg:Work ; kg:criticizes :iran .
:ann a kg:Person ; kg:holdsOffice :minister ; kg:parentOf :lena ; kg:memberOfParty :greens .
:summit a kg:Summit ; kg:takesPlaceIn :geneva .
"""


def reasoned(facts: str) -> tuple[Graph, list[str]]:
    """Everything that OWL 2 RL entails, and the contradictions."""
    graph = Graph().parse(data=facts, format="turtle")
    for name in ("kg.ttl", "plover.ttl"):
        graph.parse(ontology_path(name))
    closure = OWLRL_Semantics(graph, axioms=False, daxioms=False)
    closure.closure()
    return graph, closure.error_messages


@pytest.fixture(scope="module")
def graph() -> Graph:
    graph, contradictions = reasoned(FACTS)
    assert contradictions == []
    return graph


def classes(graph: Graph, name: str) -> set[str]:
    return {str(term).removeprefix(KG) for term in graph.objects(NEWS[name], RDF.type) if term.startswith(KG)}


def test_a_country_that_acts_stays_a_country(graph: Graph) -> None:
    assert classes(graph, "iran") == {"Country", "Place", "Agent", "Thing"}


def test_a_report_that_criticizes_becomes_nobody(graph: Graph) -> None:
    assert classes(graph, "report") == {"Work", "Product", "Agent", "Thing"}


def test_domain_and_range_name_the_arguments(graph: Graph) -> None:
    assert classes(graph, "minister") == {"Office", "Thing"}
    assert "Party" in classes(graph, "greens")
    assert "Place" in classes(graph, "geneva")


def test_inverse_and_symmetric_predicates(graph: Graph) -> None:
    assert (NEWS.lena, KG.childOf, NEWS.ann) in graph
    assert (NEWS.oman, KG.meets, NEWS.iran) in graph
    assert (NEWS.talks, KG.rejects, NEWS.iran) not in graph


def test_whoever_knows_the_standards_finds_it(graph: Graph) -> None:
    assert (NEWS.ann, Namespace("http://www.w3.org/ns/org#").holds, NEWS.minister) in graph
    assert (NEWS.summit, Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/").hasPlace, NEWS.geneva) in graph
    assert (NEWS.ann, RDF.type, Namespace("http://xmlns.com/foaf/0.1/").Person) in graph


def test_a_person_who_is_a_city_is_a_contradiction() -> None:
    _, contradictions = reasoned(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . <https://news.test/x> a kg:Person, kg:City ."
    )
    assert contradictions
