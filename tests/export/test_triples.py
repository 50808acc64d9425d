"""RDF in six formats: what other tools read is what the graph holds."""

import shutil
import subprocess
from dataclasses import replace

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.document import Document, DocumentId
from kg.graph import Graph
from kg.knowledge import ArticleGraph
from kg.rdf import article_quads, read_article
from tests.builders import HALDANE, NORLAND, TALKS, article_graph, fact, graph_of, large_articles, sample_articles
from tests.export.written import export
from tests.graph.strategies import any_words, article_graphs

MERGED = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
DIVIDED = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}
IN_RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
}


def quads_in(content, syntax):
    """Quads or triples, each as four terms; `parse` gives triples as quads of the default graph."""
    return {(quad.subject, quad.predicate, quad.object, quad.graph_name) for quad in parse(content, format=syntax)}


articles = st.lists(
    article_graphs(any_words.filter(str.isprintable), st.sampled_from(["p/q", "r"]), any_words), max_size=3
)


@given(articles)
@settings(max_examples=40, deadline=None)
def test_divided_formats_lose_nothing(articles):
    graph = graph_of(*articles)
    expected = quads_in(b"\n".join(graph.lines()), RdfFormat.N_QUADS)
    for name, syntax in DIVIDED.items():
        assert quads_in(export(graph, name), syntax) == expected


@given(articles)
@settings(max_examples=40, deadline=None)
def test_merged_formats_say_the_same(articles):
    graph = graph_of(*articles)
    expected = quads_in(export(graph, "ntriples"), RdfFormat.N_TRIPLES)
    for name in ("turtle", "jsonld"):
        assert quads_in(export(graph, name), MERGED[name]) == expected
    named = {row for row in expected if not row[1].value.endswith("%C3%A9")}
    assert {row for row in quads_in(export(graph, "rdfxml"), RdfFormat.RDF_XML) if row in expected} >= named


@given(articles)
@settings(max_examples=15, deadline=None)
def test_a_graph_can_be_loaded_from_its_file(articles):
    graph = graph_of(*articles)
    loaded = Graph.in_memory()
    for syntax in DIVIDED:
        found = {}
        for quad in parse(export(graph, syntax), format=DIVIDED[syntax]):
            found.setdefault(quad.graph_name, []).append(quad)
        loaded.add_all(read_article(quads) for quads in found.values())
        assert loaded.lines() == graph.lines()


@pytest.mark.parametrize("name", IN_RDFLIB)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, inside its parsers
def test_rdflib_reads_the_same(name):
    graph = graph_of(*sample_articles())
    expected = {row[:3] for row in quads_in(export(graph, name), {**MERGED, **DIVIDED}[name])}
    theirs = rdflib.Dataset(default_union=True)
    theirs.parse(data=export(graph, name), format=IN_RDFLIB[name])
    found = {tuple(part.n3() for part in triple[:3]) for triple in theirs.triples((None, None, None))}
    assert found == {tuple(rdflib.util.from_n3(str(part)).n3() for part in row) for row in expected}


@pytest.mark.skipif(shutil.which("rapper") is None, reason="raptor2-utils is not installed")
@pytest.mark.parametrize(
    ("name", "syntax"), [("turtle", "turtle"), ("trig", "trig"), ("ntriples", "ntriples"), ("rdfxml", "rdfxml")]
)
def test_rapper_reads_it(name, syntax, tmp_path):
    graph = graph_of(*sample_articles(), *large_articles(2, 10))
    (tmp_path / "graph").write_bytes(export(graph, name))
    ran = subprocess.run(
        ["rapper", "-i", syntax, "-c", tmp_path / "graph"], capture_output=True, text=True, check=False
    )
    expected = len(export(graph, "nquads" if name == "trig" else "ntriples").splitlines())
    assert ran.returncode == 0
    assert f"{expected} triples" in ran.stderr
    assert "rror" not in ran.stderr


@pytest.mark.parametrize("name", [*MERGED, *DIVIDED])
def test_bytes_do_not_depend_on_the_order_of_articles(name):
    first, *rest = sample_articles()
    assert export(graph_of(first, *rest), name) == export(graph_of(*reversed(rest), first), name)


def test_a_merged_entity_has_one_label():
    content = export(graph_of(*sample_articles()), "ntriples").decode()
    labels = [line for line in content.splitlines() if HALDANE.id in line.split()[0] and "prefLabel" in line]
    assert len(labels) == 1
    assert '"Ingrid Haldane"@en' in labels[0]


@pytest.mark.parametrize("name", [*MERGED, *DIVIDED])
def test_an_empty_graph_is_a_valid_file(name):
    assert quads_in(export(graph_of(), name), {**MERGED, **DIVIDED}[name]) == set()


@pytest.mark.parametrize("name", [*MERGED, *DIVIDED])
@pytest.mark.parametrize(
    "text",
    [
        '"""',
        "\\",
        "a\r\nb\tc",
        "\x00\x0b\x1f",
        "\ud83d",
        "\U0001f600\U0001fffe",
        "]]>&<",
        "\u2028\u0085\ufeff",
        "@prefix",
        "\\u0041",
    ],
)
def test_hard_text_survives_every_format(name, text):
    document = Document(DocumentId("d"), text, title=text)
    graph = graph_of(ArticleGraph(document))
    texts = [
        row[2].value
        for row in quads_in(export(graph, name), {**MERGED, **DIVIDED}[name])
        if isinstance(row[2], Literal)
    ]
    (expected,) = {
        quad.object.value for quad in article_quads(ArticleGraph(document)) if isinstance(quad.object, Literal)
    }
    assert texts == [expected, expected]


def test_rdf_xml_leaves_out_only_edges_that_it_cannot_name():
    document = Document(DocumentId("d"), "Norland does talks")
    graph = graph_of(
        article_graph(document, fact(NORLAND, "kgr:24%27", TALKS, "does"), fact(NORLAND, "kgr:2", TALKS, "does"))
    )
    full = quads_in(export(graph, "ntriples"), RdfFormat.N_TRIPLES)
    found = quads_in(export(graph, "rdfxml"), RdfFormat.RDF_XML)
    assert found < full
    assert {row[1].value.rpartition("/")[2] for row in full - found} == {"24%27", "2"}


def test_an_id_that_looks_like_syntax_is_still_an_id():
    odd = replace(HALDANE, id="person/a;b .{}#%41\\é")
    document = Document(DocumentId("x>y"), "Norland met her")
    graph = graph_of(article_graph(document, fact(NORLAND, "kg:meets", odd, "met")))
    for name, syntax in MERGED.items():
        rows = quads_in(export(graph, name), syntax)
        assert NamedNode("https://w3id.org/newskg/id/entity/person/a%3Bb%20.%7B%7D%23%2541%5C%C3%A9") in {
            row[0] for row in rows
        }
