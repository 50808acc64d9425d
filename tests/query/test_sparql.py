"""SPARQL."""

import json

import pytest

from kg.errors import InputError
from kg.query.sparql import Table, Triples, sparql, sparql_as


def test_select_gives_a_table(graph):
    answer = sparql(graph, "SELECT ?who ?label ?none { ?who kg:rejects ?what . ?what skos:prefLabel ?label }")
    norland = "https://w3id.org/newskg/id/entity/place/norland"
    assert answer == Table(("who", "label", "none"), ((norland, "missile talks", ""),))


def test_the_union_of_articles_is_asked(graph):
    (row,) = sparql(graph, "SELECT (COUNT(?v) AS ?n) { ?s rdf:predicate kg:rejects ; kg:evidence ?v }").rows
    assert row == ("3",)


def test_one_article_can_be_asked(graph):
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s kg:signs ?o } }"
    assert sparql(graph, query).rows == (("https://w3id.org/newskg/id/article/herald%2F2",),)


def test_the_empty_prefix_is_the_base(graph):
    assert sparql(graph, "ASK { ?x prov:wasQuotedFrom <https://w3id.org/newskg/id/article/courier-1> }") is True
    assert sparql(graph, r"ASK { :article\/courier-1 a schema:NewsArticle }") is True
    assert sparql(graph, "ASK { ?x a kg:Nothing }") is False


def test_construct_gives_sorted_triples(graph):
    answer = sparql(graph, "CONSTRUCT { ?s kg:relatesTo ?o } { ?s kg:praises|kg:signs ?o }")
    assert isinstance(answer, Triples)
    assert len(answer.triples) == 2
    assert list(answer.triples) == sorted(answer.triples)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { kg:a kg:b kg:c }",
        "PREFIX x: <http://x.example/> DELETE WHERE { ?s ?p ?o }",
        "# a comment\nDROP ALL",
        "LOAD <http://x.example/>",
        "CLEAR DEFAULT",
    ],
)
def test_the_graph_is_only_read(graph, query):
    before = graph.lines()
    with pytest.raises(InputError, match="only read"):
        sparql(graph, query)
    assert graph.lines() == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a\\'' . #'\nSERVICE<http://127.0.0.1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a"b""" . SERVICE<http://127.0.0.1/> { ?s ?p ?o } }',
    ],
)
def test_no_other_machine_is_asked(graph, query):
    with pytest.raises(InputError, match="SERVICE"):
        sparql(graph, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service kg:cue 'SERVICE' }",
        "SELECT * { ?s kg:service ?o . # SERVICE\n }",
        "SELECT * { ?s <http://x.example/SERVICE> ?o , 'insert' }",
        "PREFIX service: <http://x.example/> ASK { ?s service:x ?o }",
    ],
)
def test_the_words_may_occur_elsewhere(graph, query):
    sparql(graph, query)


@pytest.mark.parametrize("query", ["", "SELECT", "SELECT * {", "ASK { ?s unknown:p ?o }", "\x00"])
def test_a_wrong_query_is_an_error_with_the_reason(graph, query):
    with pytest.raises(InputError, match="cannot be understood"):
        sparql(graph, query)


def test_answers_in_standard_formats(graph):
    query = "SELECT ?label { ?x kg:signs ?o . ?x skos:prefLabel ?label }"
    (binding,) = json.loads(sparql_as(graph, query, "json"))["results"]["bindings"]
    assert binding["label"] == {"type": "literal", "value": "Velmar", "xml:lang": "en"}
    assert sparql_as(graph, query, "csv").split() == [b"label", b"Velmar"]
    assert json.loads(sparql_as(graph, "ASK {}", "json"))["boolean"] is True
    assert b"kg:signs" in sparql_as(graph, "CONSTRUCT WHERE { ?s kg:signs ?o }", "json")
    with pytest.raises(InputError, match="json, xml, csv, tsv"):
        sparql_as(graph, query, "pdf")
