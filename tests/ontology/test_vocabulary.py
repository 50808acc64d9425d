"""What `kg.vocabulary` reads out of the ontology."""

from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.knowledge import PredicateId
from kg.resources import ontology_path
from kg.vocabulary import Predicate, Vocabulary, load_vocabulary, open_predicate


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def ontology_with(folder: Path, text: str, *, instead_of: str = "") -> Path:
    """A copy of the ontology with some text added, or in place of other text."""
    for name in ("kg.ttl", "plover.ttl"):
        (folder / name).write_bytes(ontology_path(name).read_bytes())
    original = (folder / "kg.ttl").read_text(encoding="utf-8")
    assert instead_of in original
    changed = original.replace(instead_of, text) if instead_of else f"{original}\n{text}\n"
    (folder / "kg.ttl").write_text(changed, encoding="utf-8")
    return folder


def test_a_typed_predicate_is_as_the_ontology_has_it(vocabulary: Vocabulary) -> None:
    assert vocabulary.predicate(PredicateId("kg:rejects")) == Predicate(
        id=PredicateId("kg:rejects"),
        label="rejects",
        domain="Agent",
        range="Thing",
        inverse_label="is rejected by",
        sign=-1,
        plover="REJECT",
        symmetric=False,
    )


def test_a_mark_holds_for_its_predicate_alone(vocabulary: Vocabulary) -> None:
    marked = {
        id: vocabulary.predicate(PredicateId(id)) for id in ("kg:attacks", "kg:meets", "kg:worksFor", "kg:accuses")
    }
    assert [id for id, predicate in marked.items() if predicate.physical] == ["kg:attacks"]
    assert [id for id, predicate in marked.items() if predicate.joint] == ["kg:meets"]
    assert [id for id, predicate in marked.items() if predicate.says_we] == ["kg:worksFor"]


def test_events_of_a_class_have_the_plover_class_of_the_nearest_that_has_one(vocabulary: Vocabulary) -> None:
    asked = ("Summit", "Airstrike", "Strike", "Death")
    assert [vocabulary.plover(name) for name in asked] == ["CONSULT", "ASSAULT", "PROTEST", ""]


def test_a_joint_class_of_events_makes_those_below_it_joint(vocabulary: Vocabulary) -> None:
    asked = ("Meeting", "Talks", "Death", "Attack", "Battle")
    assert [name for name in asked if vocabulary.is_joint(name)] == ["Meeting", "Talks", "Battle"]


def test_an_open_predicate_is_made_of_its_words(vocabulary: Vocabulary) -> None:
    predicate = vocabulary.predicate(open_predicate("push for"))
    assert (predicate.label, predicate.domain, predicate.range) == ("push for", "Thing", "Thing")
    assert predicate.sign is None


def test_an_unknown_predicate_is_named(vocabulary: Vocabulary) -> None:
    with pytest.raises(VocabularyError, match="kg:rejcts"):
        vocabulary.predicate(PredicateId("kg:rejcts"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("push for", "kgr:push-for"),
        ("Turn DOWN", "kgr:turn-down"),
        ("be protégé of", "kgr:be-protege-of"),
        ("co-host", "kgr:co-host"),
        ("don't/won't", "kgr:don-t-won-t"),
        ("推 动", "kgr:%E6%8E%A8-%E5%8A%A8"),
    ],
)
def test_open_predicates_are_safe_in_iris(words: str, expected: str) -> None:
    assert open_predicate(words) == expected
    assert open_predicate(words).isascii()


@pytest.mark.parametrize("words", ["", " ", "–", "%"])
def test_no_open_predicate_without_a_letter(words: str) -> None:
    with pytest.raises(VocabularyError, match="no letter"):
        open_predicate(words)


@pytest.mark.parametrize(
    ("class_name", "kind"),
    [
        ("Country", "Place"),
        ("Strike", "Event"),
        ("Spacecraft", "Product"),
        ("Party", "Organization"),
        ("Nationality", "Group"),
        ("Ceasefire", "Agreement"),
        ("Person", "Person"),
        ("Office", "Office"),
        ("Issue", "Issue"),
    ],
)
def test_kinds(vocabulary: Vocabulary, class_name: str, kind: str) -> None:
    assert vocabulary.kind(class_name) == kind


@pytest.mark.parametrize("class_name", ["Agent", "Thing", "Unicorn", "Statement"])
def test_what_has_no_kind_is_named(vocabulary: Vocabulary, class_name: str) -> None:
    with pytest.raises(VocabularyError, match=class_name):
        vocabulary.kind(class_name)


def test_a_place_is_an_agent_and_no_organization(vocabulary: Vocabulary) -> None:
    assert vocabulary.is_a("Country", "Agent")
    assert vocabulary.is_a("Country", "Country")
    assert not vocabulary.is_a("Country", "Organization")
    assert not vocabulary.is_a("Place", "Country")


def test_stances_have_a_sign(vocabulary: Vocabulary) -> None:
    assert vocabulary.is_stance(PredicateId("kg:hasStanceOn"))
    assert vocabulary.is_stance(PredicateId("kg:votesFor"))
    assert not vocabulary.is_stance(PredicateId("kg:attacks"))
    assert not vocabulary.is_stance(PredicateId("kgr:push-for"))


@pytest.mark.parametrize(
    ("predicate", "subject", "object", "expected"),
    [
        ("kg:spouseOf", "Person", "Person", True),
        ("kg:spouseOf", "Person", "City", False),
        ("kg:memberOfParty", "Person", "Organization", False),
        ("kg:rejects", "Country", "Issue", True),
        ("kg:rejects", "Work", "Issue", True),
        ("kg:hasQuantity", "Attack", "Literal", True),
        ("kg:hasQuantity", "Attack", "People", False),
        ("kg:rejects", "Country", "Literal", False),
        ("kgr:push-for", "Person", "Treaty", True),
    ],
)
def test_admitted_arguments(vocabulary: Vocabulary, predicate: str, subject: str, object: str, expected: bool) -> None:
    assert vocabulary.admits(PredicateId(predicate), subject, object) is expected


def test_compact_and_full_iris(vocabulary: Vocabulary) -> None:
    for name in ("kg:rejects", "kgr:push-for", "kgr:%E6%8E%A8", "xsd:date", "oa:start", "schema:url"):
        assert vocabulary.compact(vocabulary.expand(name)) == name
    assert vocabulary.expand("kg:rejects") == "https://w3id.org/newskg/ontology#rejects"
    assert vocabulary.compact("https://news.test/a") == "https://news.test/a"
    with pytest.raises(VocabularyError, match="nope:x"):
        vocabulary.expand("nope:x")


def test_the_predicate_of_the_readme_can_be_added(tmp_path: Path) -> None:
    readme = ontology_path("README.md").read_text(encoding="utf-8")
    block = readme.partition("in four steps")[2].partition("```turtle")[2].partition("```")[0]
    vocabulary = load_vocabulary(ontology_with(tmp_path, block))
    assert vocabulary.predicate(PredicateId("kg:postpones")).inverse_label == "is postponed by"


@pytest.mark.parametrize(
    ("original", "changed", "named"),
    [
        ("rdfs:range kg:Party", "rdfs:range kg:Partei", "kg:Partei"),
        ("kg:ploverClass plover:REJECT", "kg:ploverClass plover:REFUSE", "plover:REFUSE"),
        ("rdfs:subPropertyOf kg:opposes", "rdfs:subPropertyOf kg:resists", "kg:resists"),
        ('kg:stanceSign "-"', 'kg:stanceSign "minus"', "'minus'"),
        ("kg:isPhysical true", 'kg:isPhysical "yes"', "'yes'"),
        ('kg:inverseLabel "is rejected by"@en ;', "", "kg:rejects"),
        ('rdfs:label "rejects"@en', 'rdfs:label "rejects"@en, "refuses"@en', "kg:rejects"),
        ("kg:rejects a owl:ObjectProperty ;", "kg:rejects a owl:ObjectProperty", r"kg\.ttl"),
    ],
)
def test_a_broken_ontology_is_refused_by_name(tmp_path: Path, original: str, changed: str, named: str) -> None:
    with pytest.raises(VocabularyError, match=named):
        load_vocabulary(ontology_with(tmp_path, changed, instead_of=original))


def test_a_folder_without_ontology_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"plover\.ttl"):
        load_vocabulary(tmp_path)
