"""Entities, articles, statistics, and one entity's card."""

from datetime import date

import pytest

from kg.errors import InputError, UnknownName
from kg.graph import Counts, Graph
from kg.query.articles import articles
from kg.query.entities import entities
from kg.query.show import show
from kg.query.stats import stats


def test_entities_with_most_articles_come_first(graph):
    rows = entities(graph)
    assert [(row.entity.label, row.articles, row.statements) for row in rows[:2]] == [
        ("Ingrid Haldane", 3, 3),
        ("missile talks", 3, 2),
    ]
    assert len(rows) == len(graph.entities())
    assert entities(graph, limit=1) == rows[:1]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("place", ["Norland", "Velmar"]),
        ("Country", ["Norland", "Velmar"]),
        ("City", []),
        ("agreement", ["Karst Treaty"]),
    ],
)
def test_entities_of_a_class_include_those_of_the_classes_below(graph, name, labels):
    assert [row.entity.label for row in entities(graph, type=name, sort="name")] == labels


@pytest.mark.parametrize("wrong", [{"type": "Planet"}, {"sort": "colour"}])
def test_what_cannot_be_listed_is_an_error_that_tells_what_can(graph, wrong):
    with pytest.raises(InputError, match="there are: "):
        entities(graph, **wrong)


@pytest.mark.parametrize("sort", ["articles", "statements", "name"])
def test_entities_can_be_sorted(graph, sort):
    keys = {
        "articles": lambda row: -row.articles,
        "statements": lambda row: -row.statements,
        "name": lambda row: row.entity.label.casefold(),
    }
    rows = entities(graph, sort=sort)
    assert [keys[sort](row) for row in rows] == sorted(keys[sort](row) for row in rows)


def test_articles_are_listed_newest_first(graph):
    rows = [(row.document.id, row.statements, row.evidence) for row in articles(graph)]
    assert rows == [("courier-3", 2, 2), ("herald/2", 3, 3), ("courier-1", 6, 6)]
    assert [row.document.id for row in articles(graph, publisher="the herald")] == ["herald/2"]


def test_stats(graph):
    found = stats(graph, top=2)
    assert found.counts == Counts(articles=3, entities=8, statements=8, affirmed=6, evidence=11)
    assert (found.first, found.last) == (date(2026, 2, 11), date(2026, 2, 14))
    assert found.publishers == (("The Courier", 2), ("The Herald", 1))
    assert dict(found.kinds) == {"Agreement": 1, "Issue": 1, "Office": 1, "Organization": 1, "Person": 2, "Place": 2}
    assert (found.open, dict(found.polarities), found.attributed) == (1, {"positive": 10, "negative": 1}, 2)
    assert dict(found.certainties) == {"certain": 10, "possible": 1}
    assert [(entity.label, number) for entity, number in found.subjects] == [("Ingrid Haldane", 2), ("Luca Orsini", 2)]


def test_stats_of_nothing():
    found = stats(Graph.in_memory())
    assert found.counts == Counts(0, 0, 0, 0, 0)
    assert (found.first, found.publishers, found.subjects) == (None, (), ())


def test_a_card(graph):
    card = show(graph, "haldane")
    assert (card.entity.label, card.entity.aliases) == ("Ingrid Haldane", ("Haldane", "Ms Haldane"))
    assert card.iri == "https://w3id.org/newskg/id/entity/person/ingrid-haldane"
    assert card.types == ("Person",)
    assert [document.id for document in card.articles] == ["courier-3", "herald/2", "courier-1"]
    assert card.publishers == (("The Courier", 2), ("The Herald", 1))
    assert (card.first, card.last) == (date(2026, 2, 11), date(2026, 2, 14))
    assert (card.as_subject, card.as_object, card.as_source) == (2, 1, 1)


def test_types_go_from_specific_to_general(graph):
    assert show(graph, "Norland").types == ("Country", "Place")


def test_no_card_for_an_unknown_name(graph):
    with pytest.raises(UnknownName):
        show(graph, "Atlantis")
