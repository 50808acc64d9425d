"""The same event in several articles."""

from datetime import date

import pytest

from kg.document import Document, DocumentId, Period
from kg.graph import Graph
from kg.graph.occasions import Occasion, matches
from kg.knowledge import Entity, EntityId, Value
from kg.query.events import events
from kg.vocabulary import load_vocabulary
from tests.builders import NORLAND, VELMAR, article_graph, entity, fact, graph_of

KARST = entity("Karst", "Place", "City")


def told(article, day, *, kind="Protest", place=NORLAND, words="protest"):
    """An article that tells of one event."""
    return article_graph(Document(DocumentId(article), f"The {words}."), *happened(article, day, kind, place, words))


def happened(article, day, kind, place, words):
    event = Entity(EntityId(f"event/{article}/{words.replace(' ', '-')}"), words, kind, "Event", ())
    yield fact(event, "kg:takesPlaceIn", place, f"The {words}")
    yield fact(event, "kg:takesPlaceOn", Value(day, "xsd:string"), f"The {words}")


def numbers(*articles):
    """How many articles tell of each event, in the order of `events`."""
    return [happening.articles for happening in events(graph_of(*articles))]


def test_three_articles_about_a_protest_tell_of_one_event():
    articles = [told("a", "2026-02-10"), told("b", "2026-02-11", words="large protest"), told("c", "2026-02-10")]
    (happening,) = events(graph_of(*articles))
    assert (happening.label, happening.type, happening.articles) == ("protest", "Protest", 3)
    assert (happening.places, happening.times) == (("Norland",), ("2026-02-10", "2026-02-11"))


@pytest.mark.parametrize(
    "other",
    [
        told("b", "2026-02-14"),
        told("b", "2026-02-10", place=VELMAR),
        told("b", "2026-02-10", kind="Election", words="vote"),
        told("b", "2026-02"),
    ],
)
def test_another_day_place_or_kind_is_another_event(other):
    assert numbers(told("a", "2026-02-10"), other) == [1, 1]


def test_a_kind_below_the_other_may_be_the_same():
    assert numbers(
        told("a", "2026-02-10", kind="Attack", words="attack"), told("b", "2026-02-10", kind="Airstrike")
    ) == [2]


def test_events_of_no_kind_stay_apart():
    assert numbers(told("a", "2026-02-10", kind="Event"), told("b", "2026-02-10", kind="Event")) == [1, 1]


def test_each_of_two_protests_goes_with_the_one_of_its_day():
    document = Document(DocumentId("a"), "The protest. The second protest.")
    two = article_graph(
        document,
        *happened("a", "2026-02-10", "Protest", NORLAND, "protest"),
        fact(
            second := Entity(EntityId("event/a/second"), "second protest", "Protest", "Event", ()),
            "kg:takesPlaceIn",
            NORLAND,
            "The second protest",
        ),
        fact(second, "kg:takesPlaceOn", Value("2026-02-11", "xsd:string"), "The second protest"),
    )
    found = events(graph_of(two, told("b", "2026-02-11")))
    assert [(each.label, each.times, each.articles) for each in found] == [
        ("second protest", ("2026-02-11",), 2),
        ("protest", ("2026-02-10",), 1),
    ]


def test_of_two_equally_near_none_is_the_same():
    def occasion(node, day, article):
        return Occasion(date(2026, 2, day), node, "Protest", frozenset({"norland"}), frozenset({article}))

    occasions = [occasion("x", 10, "a"), occasion("y", 12, "a"), occasion("z", 11, "b")]
    assert list(matches(occasions, load_vocabulary().is_a)) == []
    assert list(matches([], load_vocabulary().is_a)) == []


def test_links_go_with_the_article_and_do_not_depend_on_the_order():
    one, other = told("a", "2026-02-10"), told("b", "2026-02-11")
    graph = Graph.in_memory()
    graph.add(one)
    before = graph.merged_lines()
    graph.add(other)
    both = graph.merged_lines()
    assert both == graph_of(other, one).merged_lines()
    assert sum(b"closeMatch" in line for line in both) == 2
    graph.remove(DocumentId("b"))
    assert graph.merged_lines() == before


def test_events_are_found_by_kind_place_and_time():
    graph = graph_of(told("a", "2026-02-10"), told("b", "2026-03-01", kind="Election", place=KARST, words="vote"))
    assert [each.label for each in events(graph)] == ["vote", "protest"]
    assert [each.label for each in events(graph, type="protest")] == ["protest"]
    assert [each.label for each in events(graph, place="Karst")] == ["vote"]
    assert [each.label for each in events(graph, on="2026-02")] == ["protest"]
    assert events(graph, place="Norland", on="2025") == ()


def test_the_day_may_be_said_with_the_place():
    def article(name, quote):
        event = Entity(EntityId(f"event/{name}/vote"), "vote", "Election", "Event", ())
        day = Period("2026-02-10", "2026-02-10")
        return article_graph(Document(DocumentId(name), quote), fact(event, "kg:takesPlaceIn", KARST, quote, time=day))

    (happening,) = events(graph_of(article("a", "The vote in Karst"), article("b", "A vote took place in Karst")))
    assert (happening.times, happening.articles) == (("2026-02-10",), 2)
