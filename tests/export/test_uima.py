"""UIMA CAS JSON as its specification and INCEpTION's reader want it."""

import json
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from kg.document import Document, DocumentId
from kg.export.uima import EVIDENCE, MENTION, RELATION, cas_files
from kg.knowledge import Certainty, Polarity, Reading, Value
from tests.builders import TALKS, fact
from tests.export.readings import PLAIN, VOCABULARY, Said, reading_of, talks

HARD = "\U0001f600 e\u0301 Norland rejected missile talks, Haldane said.\r\nIt rained \U0001f600."
PRIMITIVE = {"uima.cas.String": str, "uima.cas.Float": float, "uima.cas.Integer": int, "uima.cas.Boolean": bool}
RESOURCE = "{http://uima.apache.org/resourceSpecifier}"


def files_of(*readings: Reading) -> dict[str, str]:
    return {name: content.decode() for name, content in cas_files(readings, VOCABULARY)}


def cas_of(reading: Reading) -> dict[str, Any]:
    return json.loads(files_of(reading)["a.json"])


def structures(cas: dict[str, Any], type_name: str) -> list[dict[str, Any]]:
    return [structure for structure in cas["%FEATURE_STRUCTURES"] if structure["%TYPE"] == type_name]


def covered(cas: dict[str, Any], annotation: dict[str, Any]) -> str:
    """Give the text of an annotation as Java counts it: in UTF-16 code units."""
    text = cas["%FEATURE_STRUCTURES"][0]["sofaString"].encode("utf-16-le")
    return text[2 * annotation["begin"] : 2 * annotation["end"]].decode("utf-16-le")


def check(cas: dict[str, Any]) -> None:
    """Check a CAS against version 0.4.0 of the specification.

    Source: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc
    """
    assert list(cas) == ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]
    for name, described in cas["%TYPES"].items():
        keywords = [key for key in described if key.startswith("%")]
        assert list(described)[: len(keywords)] == keywords == ["%NAME", "%SUPER_TYPE"]
        assert described["%NAME"] == name
        for feature in set(described) - set(keywords):
            assert described[feature]["%NAME"] == feature
            assert described[feature]["%RANGE"] in PRIMITIVE.keys() | cas["%TYPES"].keys()
    types = {structure["%ID"]: structure["%TYPE"] for structure in cas["%FEATURE_STRUCTURES"]}
    assert len(types) == len(cas["%FEATURE_STRUCTURES"])
    assert min(types) > 0
    sofa = cas["%FEATURE_STRUCTURES"][0]
    assert sofa["%TYPE"] == "uima.cas.Sofa"
    for structure in cas["%FEATURE_STRUCTURES"][1:]:
        check_structure(structure, cas["%TYPES"], types, sofa)
    assert cas["%VIEWS"] == {sofa["sofaID"]: {"%SOFA": sofa["%ID"], "%MEMBERS": sorted(types.keys() - {sofa["%ID"]})}}


def check_structure(structure: dict[str, Any], declared: dict[str, Any], types: dict[int, str], sofa: Any) -> None:
    assert list(structure)[:2] == ["%ID", "%TYPE"]
    assert structure["@sofa"] == sofa["%ID"]
    assert 0 <= structure["begin"] < structure["end"] <= len(sofa["sofaString"].encode("utf-16-le")) // 2
    for key in set(structure) - {"%ID", "%TYPE", "@sofa", "begin", "end"}:
        ranged = declared[structure["%TYPE"]][key.removeprefix("@")]["%RANGE"]
        if key.startswith("@"):
            assert types[structure[key]] == ranged
        else:
            assert type(structure[key]) is PRIMITIVE[ranged]


@pytest.mark.parametrize("text", [PLAIN, HARD])
def test_a_cas_is_as_specified(text):
    check(cas_of(talks(text)))


def test_offsets_count_code_units_of_utf_16():
    cas = cas_of(talks(HARD))
    assert {covered(cas, mention) for mention in structures(cas, MENTION)} == {"Norland", "missile talks"}
    (evidence,) = structures(cas, EVIDENCE)
    assert covered(cas, evidence) == "Norland rejected missile talks"
    sentences = [s for s in cas["%FEATURE_STRUCTURES"] if s["%TYPE"].endswith(".Sentence")]
    assert [covered(cas, sentence) for sentence in sentences][-1] == "It rained \U0001f600."


def test_a_relation_goes_from_subject_to_object_and_lies_on_the_object():
    cas = cas_of(talks(PLAIN))
    (relation,) = structures(cas, RELATION)
    mentions = {mention["%ID"]: mention for mention in structures(cas, MENTION)}
    source, target = mentions[relation["@Governor"]], mentions[relation["@Dependent"]]
    assert (source["identifier"], target["identifier"]) == ("place/norland", "issue/missile-talks")
    assert (relation["begin"], relation["end"]) == (target["begin"], target["end"])
    assert relation["predicate"] == "kg:rejects"


def test_evidence_has_all_that_is_known():
    text = "The talks took place on Tuesday."
    made = fact(
        TALKS,
        "kg:takesPlaceOn",
        Value("2026-02-10"),
        text[:-1],
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.PLANNED,
        confidence=0.25,
    )
    cas = cas_of(reading_of(Document(DocumentId("a"), text), Said(made, "talks")))
    check(cas)
    (evidence,) = structures(cas, EVIDENCE)
    assert {
        key: evidence[key] for key in ("subject", "predicate", "object", "polarity", "certainty", "confidence")
    } == {
        "subject": "missile talks",
        "predicate": "kg:takesPlaceOn",
        "object": "2026-02-10",
        "polarity": "negative",
        "certainty": "planned",
        "confidence": 0.25,
    }
    assert structures(cas, RELATION) == [], "the text does not show 2026-02-10"


def test_inception_recognises_the_layers():
    """A layer extends Annotation; a span layer has only primitive features, a relation two more: from and to a span.

    Source: TypeSystemAnalysis.java of INCEpTION.
    """
    files = files_of(talks(PLAIN))
    root = ElementTree.fromstring(files["layers.xml"])
    layers = {}
    for described in root.iter(f"{RESOURCE}typeDescription"):
        assert described.findtext(f"{RESOURCE}supertypeName") == "uima.tcas.Annotation"
        features = described.iter(f"{RESOURCE}featureDescription")
        ranges = {f.findtext(f"{RESOURCE}name"): f.findtext(f"{RESOURCE}rangeTypeName") for f in features}
        layers[described.findtext(f"{RESOURCE}name")] = ranges
    others = {name: {f: r for f, r in ranges.items() if r not in PRIMITIVE} for name, ranges in layers.items()}
    assert others == {MENTION: {}, EVIDENCE: {}, RELATION: {"Governor": MENTION, "Dependent": MENTION}}
    declared = json.loads(files["a.json"])["%TYPES"]
    for name, ranges in layers.items():
        assert {key: value["%RANGE"] for key, value in declared[name].items() if key[0] != "%"} == ranges


def test_another_reader_of_the_format_finds_the_same():
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is in the extra 'test'")
    cas = cassis.load_cas_from_json(files_of(talks(HARD))["a.json"])
    assert cas.sofa_string == HARD
    (relation,) = cas.select(RELATION)
    assert relation.Governor.get_covered_text() == "Norland"
    assert relation.Dependent.get_covered_text() == relation.get_covered_text() == "missile talks"
    assert [sentence.get_covered_text() for sentence in cas.select("Sentence")] == HARD.split("\r\n")


def test_articles_have_a_file_each():
    assert list(files_of(talks(PLAIN, "x/1"), talks(PLAIN, "x-1"))) == ["layers.xml", "x-1.json", "x-1-2.json"]
