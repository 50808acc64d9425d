"""A graph that conforms, and what is said about one that does not."""

from pathlib import Path

import pytest
from rdflib import Graph

from kg.errors import KgError
from kg.query.validate import Violation, violations

CONFORMING = """
@base <https://news.test/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix kgr: <https://w3id.org/newskg/relation/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<article/1> a schema:NewsArticle ; schema:headline "No talks, says Iran"@en ; schema:publisher "The Courier" ;
    schema:datePublished "2026-02-11"^^xsd:date .

<entity/iran> a kg:Country, kg:Place ; skos:prefLabel "Iran"@en ; skos:altLabel "Tehran"@en ;
    owl:sameAs <http://www.wikidata.org/entity/Q794> .
<entity/talks> a kg:Talks, kg:Event ; skos:prefLabel "missile negotiations"@en .
<entity/ann> a kg:Person ; skos:prefLabel "Ann Reed"@en .
<entity/minister> a kg:Office ; skos:prefLabel "foreign minister of Iran"@en ; org:postIn <entity/iran> .

kgr:push-for a rdf:Property, owl:ObjectProperty ; rdfs:subPropertyOf kg:relatesTo ; rdfs:label "push for"@en .

<entity/iran> kg:rejects <entity/talks> .
<statement/1> a kg:Statement, rdf:Statement ; kg:evidence <evidence/1> ;
    rdf:subject <entity/iran> ; rdf:predicate kg:rejects ; rdf:object <entity/talks> .
<evidence/1> a kg:Evidence ; prov:wasQuotedFrom <article/1> ; oa:hasSelector <evidence/1/position>, <evidence/1/quote> ;
    kg:polarity kg:positive ; kg:certainty kg:certain ;
    kg:attributedTo <entity/ann> ; kg:cue "say" ; kg:cueKind kg:cueSay ;
    kg:statedOn "2026-02-11"^^xsd:date ; kg:time "2025/2026-02" ; kg:place <entity/iran> ; kg:lemma "turn down" ;
    kg:timeStart "2025"^^xsd:gYear ; kg:timeEnd "2026-02"^^xsd:gYearMonth ; kg:rule "active" ; kg:confidence 0.9 .
<evidence/1/position> a oa:TextPositionSelector ;
    oa:start "10"^^xsd:nonNegativeInteger ; oa:end "40"^^xsd:nonNegativeInteger .
<evidence/1/quote> a oa:TextQuoteSelector ; oa:exact "Tehran turned down the talks." .

<statement/2> a kg:Statement, rdf:Statement ; kg:evidence <evidence/2> ;
    rdf:subject <entity/talks> ; rdf:predicate kg:takesPlaceOn ; rdf:object "2026-03-01"^^xsd:date .
<evidence/2> a kg:Evidence ; prov:wasQuotedFrom <article/1> ; oa:hasSelector <evidence/2/position>, <evidence/2/quote> ;
    kg:polarity kg:negative ; kg:certainty kg:planned ; kg:rule "oblique" ; kg:confidence 1.0 .
<evidence/2/position> a oa:TextPositionSelector ;
    oa:start "41"^^xsd:nonNegativeInteger ; oa:end "41"^^xsd:nonNegativeInteger .
<evidence/2/quote> a oa:TextQuoteSelector ; oa:exact "on 1 March" .

<statement/3> a kg:Statement, rdf:Statement ; kg:evidence <evidence/3> ;
    rdf:subject <entity/ann> ; rdf:predicate kgr:push-for ; rdf:object <entity/talks> .
<evidence/3> a kg:Evidence ; prov:wasQuotedFrom <article/1> ; oa:hasSelector <evidence/3/position>, <evidence/3/quote> ;
    kg:polarity kg:positive ; kg:certainty kg:possible ; kg:rule "active" ; kg:confidence 0.0 .
<evidence/3/position> a oa:TextPositionSelector ;
    oa:start "0"^^xsd:nonNegativeInteger ; oa:end "9"^^xsd:nonNegativeInteger .
<evidence/3/quote> a oa:TextQuoteSelector ; oa:exact "Reed may push for talks" .

<entity/ann> kg:holdsOffice <entity/minister> .
<membership/1> a org:Membership ; org:member <entity/ann> ; org:role <entity/minister> ;
    org:organization <entity/iran> ; org:memberDuring <membership/1/during> ; kg:status kg:acting .
<membership/1/during> a time:Interval ; time:hasBeginning <membership/1/from> ; time:hasEnd <membership/1/to> .
<membership/1/from> a time:Instant ; time:inXSDgYear "2019"^^xsd:gYear .
<membership/1/to> a time:Instant ; time:inXSDgYear "2021"^^xsd:gYear .
"""


def found(turtle: str) -> list[Violation]:
    return list(violations(Graph().parse(data=turtle, format="turtle")))


def changed(original: str, replacement: str) -> str:
    assert original in CONFORMING
    return CONFORMING.replace(original, replacement, 1)


def test_a_minimal_graph_conforms() -> None:
    assert found(CONFORMING) == []


def test_an_empty_graph_conforms() -> None:
    assert list(violations(Graph())) == []


@pytest.mark.parametrize(
    ("original", "replacement", "focus", "message"),
    [
        pytest.param(
            ' ;\n    oa:start "10"^^xsd:nonNegativeInteger ;',
            " ;",
            "evidence/1/position",
            "A position has exactly one start, an xsd:nonNegativeInteger.",
            id="missing offset",
        ),
        pytest.param('"10"^^', '"99"^^', "evidence/1/position", "A position ends before it starts.", id="backwards"),
        pytest.param(
            "org:role <entity/minister> ;\n    org:organization <entity/iran> ;",
            "",
            "membership/1",
            "A membership names neither an organization nor an office.",
            id="membership in nothing",
        ),
        pytest.param(
            "org:role <entity/minister>",
            "org:role <entity/iran>",
            "membership/1",
            "The role of a membership is one kg:Office.",
            id="role that is no office",
        ),
        pytest.param(
            "rdf:predicate kg:rejects ; rdf:object <entity/talks>",
            "rdf:predicate kg:rejects ; rdf:object <entity/iran>",
            "statement/1",
            "Subject and object of a statement are the same.",
            id="self-loop",
        ),
        pytest.param(
            "rdf:predicate kg:rejects",
            "rdf:predicate kg:snubs",
            "kg:snubs",
            "Unknown predicate: neither in the ontology nor declared as an open relation "
            "(rdfs:subPropertyOf kg:relatesTo).",
            id="unknown predicate",
        ),
        pytest.param(
            " ; rdfs:subPropertyOf kg:relatesTo ;",
            " ;",
            "kgr:push-for",
            "Unknown predicate: neither in the ontology nor declared as an open relation "
            "(rdfs:subPropertyOf kg:relatesTo).",
            id="undeclared open relation",
        ),
        pytest.param(
            'schema:datePublished "2026-02-11"^^xsd:date',
            'schema:datePublished "11 February"',
            "article/1",
            "The date of an article is one xsd:date.",
            id="wrong datatype",
        ),
        pytest.param(
            "<statement/2> a",
            "<statement/4> a kg:Statement ; "
            "rdf:subject <entity/ann> ; rdf:predicate kg:fears ; rdf:object <entity/iran> . "
            "<statement/2> a",
            "statement/4",
            "A statement has no evidence.",
            id="statement without evidence",
        ),
        pytest.param(
            "prov:wasQuotedFrom <article/1> ;",
            "",
            "evidence/1",
            "A piece of evidence is quoted from exactly one article.",
            id="evidence without article",
        ),
        pytest.param(
            ", <evidence/1/quote> ;",
            " ;",
            "evidence/1",
            "A piece of evidence has exactly one quote (oa:TextQuoteSelector).",
            id="evidence without quote",
        ),
        pytest.param(
            "kg:polarity kg:positive ;",
            "kg:polarity kg:positive, kg:negative ;",
            "evidence/1",
            "A piece of evidence has exactly one polarity, kg:positive or kg:negative.",
            id="two polarities",
        ),
        pytest.param(
            "kg:certainty kg:certain",
            "kg:certainty kg:sure",
            "evidence/1",
            "A piece of evidence has exactly one certainty, such as kg:certain or kg:possible.",
            id="unknown certainty",
        ),
        pytest.param(
            "kg:confidence 0.9",
            "kg:confidence 1.9",
            "evidence/1",
            "A piece of evidence has exactly one confidence, an xsd:decimal from 0 to 1.",
            id="confidence above one",
        ),
        pytest.param(
            "kg:attributedTo <entity/ann>",
            'kg:attributedTo "Ann Reed"',
            "evidence/1",
            "Evidence is attributed to one entity at most, not to words.",
            id="attributed to words",
        ),
        pytest.param(
            'kg:time "2025/2026-02"',
            'kg:time "last year"',
            "evidence/1",
            "A time is written in ISO 8601, such as 2019-05, 2019/2021 or 2019/.. .",
            id="time in words",
        ),
        pytest.param(
            'kg:timeStart "2025"^^xsd:gYear',
            'kg:timeStart "2026-03"^^xsd:gYearMonth',
            "evidence/1",
            "A time ends before it starts.",
            id="time backwards",
        ),
        pytest.param(
            'skos:prefLabel "Iran"@en ;',
            'skos:prefLabel "Iran"@en, "Persia"@en ;',
            "entity/iran",
            "An entity has exactly one label (skos:prefLabel), with its language.",
            id="two labels",
        ),
        pytest.param(
            'skos:prefLabel "Iran"@en ;',
            'skos:prefLabel "Iran" ;',
            "entity/iran",
            "An entity has exactly one label (skos:prefLabel), with its language.",
            id="label without language",
        ),
        pytest.param(
            "<entity/talks> a kg:Talks, kg:Event ;",
            "<entity/talks>",
            "entity/talks",
            "An entity in a statement has no class of the ontology.",
            id="entity without class",
        ),
        pytest.param(
            'rdf:object "2026-03-01"^^xsd:date',
            "rdf:object <entity/iran>, <entity/ann>",
            "statement/2",
            "A statement has exactly one object, an entity or a literal.",
            id="two objects",
        ),
        pytest.param(
            "rdf:predicate kgr:push-for ; rdf:object <entity/talks>",
            'rdf:predicate kgr:push-for ; rdf:object "talks"',
            "statement/3",
            "A statement has a literal as object, but its predicate is none of those below kg:hasValue.",
            id="literal of an object property",
        ),
        pytest.param(
            'time:inXSDgYear "2021"^^xsd:gYear',
            'time:inXSDgYear "2018"^^xsd:gYear',
            "membership/1/to",
            "An interval ends before it begins.",
            id="interval backwards",
        ),
        pytest.param(
            "<entity/ann> kg:holdsOffice <entity/minister>",
            "<entity/iran> kg:holdsOffice <entity/minister>",
            "entity/iran",
            "Only a person can be the subject of this predicate.",
            id="office held by a place",
        ),
        pytest.param(
            "<entity/ann> kg:holdsOffice <entity/minister>",
            "<entity/ann> kg:bornIn <entity/talks>",
            "entity/talks",
            "Only a place can be the object of this predicate.",
            id="born in an event",
        ),
    ],
)
def test_one_fault_gives_one_message(original: str, replacement: str, focus: str, message: str) -> None:
    focus = focus if ":" in focus else f"https://news.test/{focus}"
    said = {(violation.focus, violation.message) for violation in found(changed(original, replacement))}
    assert (focus, message) in said
    assert {message for _, message in said} == {message}


def test_a_violation_reads_as_one_line() -> None:
    (violation,) = found(changed("kg:confidence 0.9", "kg:confidence 1.9"))
    assert violation.path == "kg:confidence"
    assert violation.value == "1.9"
    assert str(violation) == (
        "https://news.test/evidence/1: "
        "A piece of evidence has exactly one confidence, an xsd:decimal from 0 to 1. (kg:confidence 1.9)"
    )


def test_the_graph_is_left_as_it_is() -> None:
    graph = Graph().parse(data=CONFORMING, format="turtle")
    size = len(graph)
    assert list(violations(graph)) == []
    assert len(graph) == size


def test_a_folder_without_ontology_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"plover\.ttl"):
        list(violations(Graph(), tmp_path))
