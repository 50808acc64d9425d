"""Finding entities by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import Document, DocumentId
from kg.errors import StoreError, UnknownName
from kg.graph.names import Name, Names, fold
from kg.knowledge import Entity, EntityId
from tests.builders import HALDANE, NORLAND, UNION, article_graph, fact, graph_of, sample_articles


@pytest.fixture
def graph():
    return graph_of(*sample_articles())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "us"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("O’Brien-Smith", "obrien smith"),
        ("The Hague", "hague"),
        ("the", "the"),
        ("???", "???"),
        ("  ", ""),
        ("新华社", "新华社"),
    ],
)
def test_folding(name, key):
    assert fold(name) == key


@pytest.mark.parametrize("name", ["Norland", "NORLAND", "norland.", "Tessaly", "place/norland"])
def test_a_place_is_found_by_label_alias_and_id(graph, name):
    assert graph.resolve_name(name).id == NORLAND.id


def test_an_entity_is_found_by_its_iri(graph):
    assert graph.resolve_name("https://w3id.org/newskg/id/entity/place/norland").id == NORLAND.id


def test_an_entity_is_found_by_a_word_of_its_name(graph):
    assert graph.resolve_name("ingrid").id == HALDANE.id
    assert graph.resolve_name("the northern union").id == UNION.id


def test_part_of_a_word_is_not_enough(graph):
    with pytest.raises(UnknownName):
        graph.resolve_name("Nor")


def test_the_nearest_names_are_each_named_once():
    document = Document(DocumentId("d"), "Haldane was president")
    posts = [Entity(EntityId(f"office/{body}/president"), "President", "Office", "Office") for body in "ab"]
    held = (fact(HALDANE, "kg:holdsOffice", post, "Haldane was president") for post in posts)
    with pytest.raises(UnknownName) as caught:
        graph_of(article_graph(document, *held)).resolve_name("Presidnt")
    assert caught.value.nearest.count("President") == 1


def test_an_unknown_name_comes_with_the_nearest(graph):
    with pytest.raises(UnknownName, match="Did you mean: Ingrid Haldane") as caught:
        graph.resolve_name("Ingrit Haldanne")
    assert caught.value.nearest[0] == "Ingrid Haldane"


@pytest.mark.parametrize("name", ["", " ", "\x00", "\ud800", "a/b\tc"])
def test_a_senseless_name_is_unknown(graph, name):
    with pytest.raises(UnknownName):
        graph.resolve_name(name)


def test_label_goes_before_alias_and_alias_before_word():
    names = Names(
        [
            Name("tehran", False, -1, EntityId("city")),
            Name("tehran", True, -9, EntityId("government")),
            Name("mayor of tehran", False, -50, EntityId("mayor")),
        ]
    )
    assert names.find("Tehran") == ("city", "government")
    assert names.find("mayor") == ("mayor",)


def test_the_entity_of_more_articles_goes_first():
    names = Names([Name("smith", True, -2, EntityId("a")), Name("smith", True, -7, EntityId("b"))])
    assert names.find("Smith") == ("b", "a")


@settings(deadline=None)
@given(st.lists(st.builds(Name, st.text().map(fold), st.booleans(), st.integers(-9, -1), st.text("a/\t\né%"))))
def test_what_is_saved_can_be_loaded(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("names") / "names.tsv"
    Names(entries).save(path)
    assert Names.load(path)._names == Names(entries)._names


def test_a_damaged_index_is_an_error_that_says_what_to_do(tmp_path):
    (tmp_path / "names.tsv").write_text("x\n")
    with pytest.raises(StoreError, match="delete it"):
        Names.load(tmp_path / "names.tsv")
