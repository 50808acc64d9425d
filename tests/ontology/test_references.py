"""Whatever refers to the ontology refers to something that is there."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef

import kg
from kg.knowledge import Certainty, CueKind, Polarity
from kg.resources import ontology_path
from kg.vocabulary import Vocabulary, load_vocabulary

KG = Namespace("https://w3id.org/newskg/ontology#")
PLOVER = Namespace("https://w3id.org/newskg/plover#")
SH = Namespace("http://www.w3.org/ns/shacl#")
PACKAGE = Path(kg.__file__).parent
CLASS_COLUMN = re.compile("class|class_name|type|[a-z]+_type")


@cache
def graph(name: str) -> Graph:
    return Graph().parse(ontology_path(name))


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def declared() -> set[str]:
    """Compact names of all that `kg.ttl` declares."""
    return {f"kg:{subject.removeprefix(KG)}" for subject in graph("kg.ttl").subjects() if subject.startswith(KG)}


def names_in(folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """Files and the compact names of ours in them."""
    for path in sorted(folder.rglob(pattern)):
        for name in re.findall(r"(?<![\w:])kg:\w+", path.read_text(encoding="utf-8")):
            yield str(path.relative_to(folder)), name


@pytest.mark.parametrize("name", ["kg.ttl", "plover.ttl", "shapes.ttl"])
def test_every_term_used_is_declared(name: str) -> None:
    nodes = {node for triple in graph(name) for node in triple if isinstance(node, URIRef)}
    for namespace, file in ((KG, "kg.ttl"), (PLOVER, "plover.ttl")):
        used = {node for node in nodes if node.startswith(namespace)}
        assert used - set(graph(file).subjects()) == set()


@pytest.mark.parametrize(("folder", "pattern"), [(PACKAGE, "*.py"), (PACKAGE / "data", "*.tsv")])
def test_every_name_in_code_and_lexicons_is_declared(folder: Path, pattern: str) -> None:
    known = declared()
    assert [(path, name) for path, name in names_in(folder, pattern) if name not in known] == []


def test_every_class_in_a_lexicon_is_declared(vocabulary: Vocabulary) -> None:
    unknown = []
    for path in sorted((PACKAGE / "data").rglob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        header, *rows = (line.split("\t") for line in lines)
        columns = [position for position, column in enumerate(header) if CLASS_COLUMN.fullmatch(column)]
        cells = {row[column] for row in rows for column in columns}
        classes = {name for cell in cells for name in cell.split("|") if name}
        unknown += [(path.name, name) for name in sorted(classes) if name not in vocabulary.classes]
    assert unknown == []


def test_the_closed_sets_of_python_are_individuals() -> None:
    expected = {KG[value] for value in (*Polarity, *Certainty)}
    expected |= {KG[f"cue{value.capitalize()}"] for value in CueKind}
    statuses = {"former", "acting", "elect", "deputy", "nominee", "interim", "outgoing"}
    expected |= {KG[value] for value in statuses}
    assert set(graph("kg.ttl").subjects(RDF.type, OWL.NamedIndividual)) == expected


@pytest.mark.parametrize("name", ["kg.ttl", "plover.ttl"])
def test_no_blank_nodes_and_no_imports(name: str) -> None:
    assert not [node for triple in graph(name) for node in triple if isinstance(node, BNode)]
    assert not list(graph(name).triples((None, OWL.imports, None)))


def test_everything_has_an_english_label() -> None:
    terms = {term for term in graph("kg.ttl").subjects(RDF.type) if term.startswith(KG)}
    unlabelled = [term for term in terms if getattr(graph("kg.ttl").value(term, RDFS.label), "language", "") != "en"]
    assert unlabelled == []


def test_the_example_of_a_predicate_shows_its_subject_and_object(vocabulary: Vocabulary) -> None:
    for id in vocabulary.predicates:
        example = str(graph("kg.ttl").value(URIRef(vocabulary.expand(id)), SKOS.example))
        found = re.fullmatch(r"(.+\.) \((.+) \| (.+)\)", example)
        assert found, f"{id}: {example}"
        sentence, subject, target = found.groups()
        assert subject in sentence and target in sentence, f"{id}: {example}"


def test_exactly_the_stances_have_a_sign(vocabulary: Vocabulary) -> None:
    stances = set(graph("kg.ttl").transitive_subjects(RDFS.subPropertyOf, KG.hasStanceOn))
    signed = {URIRef(vocabulary.expand(id)) for id in vocabulary.predicates if vocabulary.is_stance(id)}
    assert signed == stances


def test_a_symmetric_predicate_reads_the_same_both_ways(vocabulary: Vocabulary) -> None:
    for predicate in vocabulary.predicates.values():
        if predicate.symmetric:
            assert (predicate.label, predicate.domain) == (predicate.inverse_label, predicate.range)


def test_the_kinds_are_nine(vocabulary: Vocabulary) -> None:
    kinds = {vocabulary.kind(name) for name in vocabulary.classes if name not in {"Thing", "Agent"}}
    assert kinds == {
        "Agreement", "Event", "Group", "Issue", "Office", "Organization", "Person", "Place", "Product",
    }  # fmt: skip


def test_literals_are_the_objects_of_datatype_properties(vocabulary: Vocabulary) -> None:
    for predicate in vocabulary.predicates.values():
        types = set(graph("kg.ttl").objects(URIRef(vocabulary.expand(predicate.id)), RDF.type))
        assert (OWL.DatatypeProperty in types) == (predicate.range == "Literal")


@pytest.mark.parametrize(("relation", "end"), [(SH.targetSubjectsOf, "domain"), (SH.targetObjectsOf, "range")])
def test_the_shapes_know_every_narrow_domain_and_range(vocabulary: Vocabulary, relation: URIRef, end: str) -> None:
    shapes = graph("shapes.ttl")
    checked = {
        (vocabulary.compact(str(predicate)), vocabulary.compact(str(shapes.value(shape, SH["class"]))))
        for shape, predicate in shapes.subject_objects(relation)
        if vocabulary.compact(str(predicate)) in vocabulary.predicates
    }
    expected = {
        (predicate.id, "None" if name == "Literal" else f"kg:{name}")
        for predicate in vocabulary.predicates.values()
        for name in [getattr(predicate, end)]
        if name not in {"Thing", "Agent"} and predicate.id != "kg:hasValue"
    }
    assert checked == expected


def test_every_constraint_has_a_message() -> None:
    shapes = graph("shapes.ttl")
    constrained = set(shapes.objects(None, SH.property)) | {
        shape
        for component in (SH["class"], SH["or"], SH.nodeKind)
        for shape in shapes.subjects(component)
        if isinstance(shape, URIRef)
    }
    # What these three find is reported by the shape that refers to them.
    parts = {node for node in constrained if "EquallyPrecise" in node or re.search("From(Day|Month|Year)To", node)}
    parts |= {node for part in parts for node in shapes.objects(part, SH.property)}
    inner = {node for items in shapes.objects(None, SH["or"]) for node in shapes.items(items)}
    parts |= {node for part in inner for node in shapes.objects(part, SH.property)}
    assert [node for node in constrained - parts if not shapes.value(node, SH.message)] == []


def test_plover_has_sixteen_classes_in_four_quads() -> None:
    plover = graph("plover.ttl")
    quads = set(plover.objects(None, SKOS.hasTopConcept))
    classes = dict(plover.subject_objects(SKOS.broader))
    assert len(quads) == 4
    assert len(classes) == 16
    assert set(classes.values()) == quads
    for name in classes:
        code = str(name).removeprefix(PLOVER)
        assert Literal(code, datatype=PLOVER.code) in set(plover.objects(name, SKOS.notation))


def test_the_context_gives_the_terms_of_the_shapes() -> None:
    context = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))
    document = {
        **context,
        "id": "https://news.test/evidence/1",
        "type": "Evidence",
        "article": "https://news.test/article/1",
        "polarity": "negative",
        "cueKind": "cueSay",
        "confidence": "0.5",
        "selectors": [{"id": "https://news.test/evidence/1/position", "type": "TextPositionSelector", "start": "3"}],
    }
    read = {str(triple) for triple in parse(json.dumps(document).encode(), format=RdfFormat.JSON_LD)}
    evidence, position = "<https://news.test/evidence/1>", "<https://news.test/evidence/1/position>"
    expected = f"""
        {evidence} <{RDF.type}> <{KG.Evidence}>
        {evidence} <http://www.w3.org/ns/prov#wasQuotedFrom> <https://news.test/article/1>
        {evidence} <{KG.polarity}> <{KG.negative}>
        {evidence} <{KG.cueKind}> <{KG.cueSay}>
        {evidence} <{KG.confidence}> "0.5"^^<{XSD.decimal}>
        {evidence} <http://www.w3.org/ns/oa#hasSelector> {position}
        {position} <{RDF.type}> <http://www.w3.org/ns/oa#TextPositionSelector>
        {position} <http://www.w3.org/ns/oa#start> "3"^^<{XSD.nonNegativeInteger}>
    """
    assert read == {line.strip() for line in expected.strip().splitlines()}


def test_the_context_gives_the_terms_of_offices() -> None:
    context = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))
    day = {"id": "https://news.test/day", "day": "2026-02-11"}
    interval = {"id": "https://news.test/interval", "type": "Interval", "hasBeginning": day["id"]}
    evidence = {"id": "https://news.test/evidence/1", "time": "2026"}
    document = {**context, "@graph": [day, interval, evidence]}
    read = {str(triple) for triple in parse(json.dumps(document).encode(), format=RdfFormat.JSON_LD)}
    expected = f"""
        <https://news.test/day> <http://www.w3.org/2006/time#inXSDDate> "2026-02-11"^^<{XSD.date}>
        <https://news.test/interval> <{RDF.type}> <http://www.w3.org/2006/time#Interval>
        <https://news.test/interval> <http://www.w3.org/2006/time#hasBeginning> <https://news.test/day>
        <https://news.test/evidence/1> <{KG.time}> "2026"
    """
    assert read == {line.strip() for line in expected.strip().splitlines()}


def test_no_term_of_the_context_is_defined_twice() -> None:
    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        assert sorted(names) == sorted(set(names))
        return dict(pairs)

    json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"), object_pairs_hook=members)


def test_every_term_of_the_context_is_declared() -> None:
    context = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))["@context"]
    terms = [term["@id"] if isinstance(term, dict) else term for term in context.values() if term != 1.1]
    assert [term for term in terms if term.startswith("kg:") and term not in declared()] == []
