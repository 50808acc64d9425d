"""Knowledge ⇄ RDF."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse, serialize

from kg.document import Document, DocumentId, Period
from kg.errors import InputError, StoreError
from kg.knowledge import ArticleGraph, EntityId, Value
from kg.rdf import PREFIXES, Iris, article_quads, read_article
from kg.rdf.terms import KINDS, iri
from kg.resources import ontology_path
from kg.vocabulary import load_vocabulary
from tests.builders import (
    HALDANE,
    MINISTER,
    NORLAND,
    TALKS,
    article_graph,
    denial_article,
    fact,
    refusal_article,
    repeat_article,
    sample_articles,
)
from tests.graph.strategies import any_words, article_graphs


def triples(graph: ArticleGraph) -> set[tuple[str, str, str]]:
    """Triples as compact text: the last part of IRIs, the lexical form of literals."""

    def short(term: object) -> str:
        value = term.value  # type: ignore[attr-defined]
        return value.removeprefix("https://w3id.org/newskg/id/") if isinstance(term, NamedNode) else value

    return {
        (short(quad.subject), re.split("[/#]", quad.predicate.value)[-1], short(quad.object))
        for quad in article_quads(graph)
    }


@given(article_graphs())
@settings(max_examples=100, deadline=None)
def test_reading_gives_back_what_was_written(graph):
    assert read_article(article_quads(graph)) == graph


@given(article_graphs())
@settings(max_examples=60, deadline=None)
def test_a_store_and_its_files_give_back_what_was_written(graph):
    store = Store()
    store.extend(article_quads(graph))
    assert read_article(store) == graph
    for syntax in (RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.JSON_LD):
        assert set(parse(serialize(store, format=syntax), format=syntax)) == set(store)


@given(article_graphs(any_words, any_words.filter(lambda text: text.isprintable()), any_words))
@settings(max_examples=100, deadline=None)
def test_untrusted_text_breaks_nothing(graph):
    quads = list(article_quads(graph))
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, NamedNode):
                assert re.fullmatch(r"[a-z][a-z0-9+.-]*:([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-F]{2})*", term.value)
            else:
                assert isinstance(term, Literal)
                assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", term.value)
    again = read_article(quads)
    assert again.document.id == graph.document.id
    assert [entity.id for entity in again.entities] == [entity.id for entity in graph.entities]
    assert [item.span for item in again.evidence] == [item.span for item in graph.evidence]
    assert all(item.quote == again.document.text[item.span.start : item.span.end] for item in again.evidence)


def test_a_character_that_xml_forbids_keeps_its_place():
    document = Document(DocumentId("d"), "a\x00b\ud800c")
    assert read_article(article_quads(ArticleGraph(document))).document.text == "a\ufffdb\ufffdc"


def test_a_dirty_literal_object_keeps_its_evidence():
    document = Document(DocumentId("d"), "Norland fired 8\x00 missiles")
    graph = article_graph(document, fact(NORLAND, "kg:hasQuantity", Value("8\x00"), "8\x00"))
    again = read_article(article_quads(graph))
    assert again.statements[0].object == Value("8\ufffd")
    assert again.evidence[0].statement == again.statements[0].id


@pytest.mark.parametrize("id", [".", "..", "a/../b", "%2E", "a b", "ünï/çode", "?#[]", ""])
def test_an_entity_id_survives_its_iri(id):
    node = Iris().entity(EntityId(id))
    assert Iris().id(node) == id
    line = f"<{node.value}> <x:p> <x:o> ."
    assert next(iter(parse(line, format=RdfFormat.TURTLE, base_iri="https://other.example/"))).subject == node


def test_an_article_is_one_named_graph_without_blank_nodes():
    quads = list(article_quads(refusal_article()))
    assert {quad.graph_name.value for quad in quads} == {"https://w3id.org/newskg/id/article/courier-1"}
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert len(quads) == len(set(quads))


def test_a_base_can_be_chosen():
    quads = list(article_quads(refusal_article(), "https://news.example/kg#"))
    assert quads[0].graph_name.value == "https://news.example/kg#article/courier-1"
    assert read_article(quads, "https://news.example/kg#") == refusal_article()


@pytest.mark.parametrize("base", ["", "id/", "https://x.org", "https://x.org/a b/", "https://x.org/é/"])
def test_a_base_that_gives_wrong_iris_is_refused(base):
    with pytest.raises(InputError, match="base"):
        Iris(base)


def test_only_affirmed_statements_have_a_plain_edge():
    edge = (f"entity/{NORLAND.id}", "rejects", f"entity/{TALKS.id}")
    assert edge in triples(refusal_article())
    assert edge not in triples(denial_article())


def test_a_possible_statement_has_no_plain_edge():
    assert not {row for row in triples(refusal_article()) if row[1] == "push-for"}


def test_open_predicates_are_declared():
    node = "https://w3id.org/newskg/relation/push-for"
    declared = {row[1:] for row in triples(refusal_article()) if row[0] == node}
    assert ("label", "push for") in declared
    assert ("subPropertyOf", "https://w3id.org/newskg/ontology#relatesTo") in declared
    assert ("type", "http://www.w3.org/2002/07/owl#ObjectProperty") in declared


def test_evidence_tells_how_it_is_meant():
    item = next(item for item in refusal_article().evidence if item.source)
    told = {row[1:] for row in triples(refusal_article()) if row[0] == f"evidence/{item.id}"}
    ontology = "https://w3id.org/newskg/ontology#"
    assert {
        ("wasQuotedFrom", "article/courier-1"),
        ("polarity", f"{ontology}positive"),
        ("certainty", f"{ontology}certain"),
        ("attributedTo", f"entity/{HALDANE.id}"),
        ("cue", "say"),
        ("cueKind", f"{ontology}cueSay"),
        ("statedOn", "2026-02-11"),
        ("time", "2026-02-10"),
        ("confidence", "0.9"),
    } <= told


@pytest.mark.parametrize(
    ("period", "datatypes"),
    [
        (Period("2019", "2019"), {"kg:timeStart": "xsd:gYear", "kg:timeEnd": "xsd:gYear"}),
        (Period("2019-05", ""), {"kg:timeStart": "xsd:gYearMonth"}),
        (Period("", "2019-05-04"), {"kg:timeEnd": "xsd:date"}),
        (Period("the spring", "the spring"), {}),
    ],
)
def test_a_time_has_the_coarsest_true_datatype(period, datatypes):
    document = Document(DocumentId("d"), "Norland rejected talks")
    graph = article_graph(document, fact(NORLAND, "kg:rejects", TALKS, "rejected", time=period))
    found = {
        quad.predicate: quad.object.datatype
        for quad in article_quads(graph)
        if quad.predicate in (iri("kg:timeStart"), iri("kg:timeEnd"))
    }
    assert found == {iri(key): iri(value) for key, value in datatypes.items()}


def office(published="2026-02-11", **reading) -> set[tuple[str, str, str]]:
    """Triples about times in office for one statement of office."""
    document = replace(refusal_article().document, text="Haldane was minister")
    if not published:
        document = replace(document, published=None)
    graph = article_graph(document, fact(HALDANE, "kg:holdsOffice", MINISTER, "Haldane", **reading))
    return {(row[0].partition("/")[2][17:], *row[1:]) for row in triples(graph) if row[0].startswith("membership/")}


def test_an_office_held_is_a_membership():
    rows = office(time=Period("2024-03", ""))
    assert ("", "member", f"entity/{HALDANE.id}") in rows
    assert ("", "role", f"entity/{MINISTER.id}") in rows
    assert ("hasBeginning", "inXSDgYearMonth", "2024-03") in rows
    assert not {row for row in rows if row[1] == "hasEnd"}


@pytest.mark.parametrize("time", [None, Period("2019", ""), Period("2019", "2019")])
def test_a_former_holder_has_no_open_interval(time):
    reading = {"time": time} if time else {}
    rows = office(status="former", **reading)
    assert ("during", "hasLatestEndTimeStamp", "2026-02-11") in rows
    assert not {row for row in office(published="", status="former", **reading) if row[0] == "during"}


def test_a_former_holder_with_a_stated_end_has_no_other():
    rows = office(status="former", time=Period("2017", "2019"))
    assert ("hasEnd", "inXSDgYear", "2019") in rows
    assert not {row for row in rows if row[1] == "hasLatestEndTimeStamp"}


def test_a_single_date_does_not_limit_an_interval():
    rows = office(time=Period("2019", "2019"))
    assert ("inside", "inXSDgYear", "2019") in rows
    assert not {row for row in rows if row[1] in ("hasBeginning", "hasEnd")}


@pytest.mark.parametrize("status", ["elect", "nominee"])
def test_who_is_only_chosen_holds_no_office_yet(status):
    assert not office(status=status)


def test_an_office_knows_its_organization():
    document = Document(DocumentId("d"), "Haldane is minister of Norland")
    graph = article_graph(
        document,
        fact(HALDANE, "kg:holdsOffice", MINISTER, "Haldane is minister"),
        fact(MINISTER, "kg:partOf", NORLAND, "minister of Norland"),
    )
    assert (f"entity/{MINISTER.id}", "postIn", f"entity/{NORLAND.id}") in triples(graph)


@pytest.mark.parametrize(
    ("value", "datatype", "beside"),
    [
        (Value("12", "xsd:integer"), "xsd:integer", None),
        (Value("two", "xsd:integer"), "xsd:string", "xsd:integer"),
        (Value("08", "xsd:integer"), "xsd:string", "xsd:integer"),
        (Value("8,000 missiles", "kg:quantity"), "kg:quantity", None),
        (Value("x", "unknown:type"), "xsd:string", "unknown:type"),
    ],
)
def test_a_literal_is_never_ill_typed(value, datatype, beside):
    document = Document(DocumentId("d"), "Norland has missiles")
    quads = list(article_quads(article_graph(document, fact(NORLAND, "kg:hasQuantity", value, "missiles"))))
    assert {quad.object.datatype for quad in quads if quad.predicate == iri("rdf:object")} == {iri(datatype)}
    assert {quad.object.value for quad in quads if quad.predicate == iri("kg:datatype")} == (
        {beside} if beside else set()
    )


def test_a_broken_article_is_an_error_that_says_what_to_do():
    quads = [quad for quad in article_quads(refusal_article()) if quad.predicate != iri("kg:polarity")]
    with pytest.raises(StoreError, match=r"kg:polarity.*build"):
        read_article(quads)
    with pytest.raises(StoreError, match="2 articles"):
        read_article([*article_quads(refusal_article()), *article_quads(repeat_article())])


def test_prefixes_and_kinds_are_those_of_the_ontology():
    vocabulary = load_vocabulary()
    assert {prefix: vocabulary.prefixes[prefix] for prefix in PREFIXES} == PREFIXES
    assert {vocabulary.kind(name) for name in vocabulary.classes if name not in ("Thing", "Agent")} == KINDS


def test_every_term_of_ours_that_is_written_is_in_the_ontology():
    namespace = PREFIXES["kg"]
    text = "\n".join(str(quad) for graph in sample_articles() for quad in article_quads(graph))
    used = set(re.findall(re.escape(namespace) + r"(\w+)", text)) | {"datatype"}
    defined = set(re.findall(r"^kg:(\w+)", ontology_path("kg.ttl").read_text(encoding="utf-8"), re.MULTILINE))
    assert used - defined == set()
