"""Who holds or held an office."""

from datetime import date

import pytest

from kg.document import Document, DocumentId, Period
from kg.errors import UnknownName
from kg.graph import Graph
from kg.knowledge import Polarity
from kg.query.office import holders
from kg.query.tenure import Standing
from tests.builders import HALDANE, MINISTER, NORLAND, ORSINI, UNION, VELMAR, article_graph, entity, fact

BARE = entity("foreign minister", "Office")
ENVOY = entity("Maro Selt", "Person")
MINISTRY = entity("Ministry of Waters", "Organization")
DIRECTOR = entity("director", "Office")
TEXT = "Somebody holds an office in some body, as this sentence says."


def article(name, published, *facts):
    return article_graph(Document(DocumentId(name), TEXT, published=published), *facts)


def holds(person, office, **reading):
    return fact(person, "kg:holdsOffice", office, "Somebody holds an office", **reading)


def is_in(part, whole):
    return fact(part, "kg:partOf", whole, "in some body")


def graph_of(*articles):
    graph = Graph.in_memory()
    graph.add_all(articles)
    return graph


def people(found):
    return [holder.person.label for holder in found.found]


def test_holders_of_an_office_are_the_present_and_the_former_ones(graph):
    found = holders(graph, "foreign minister")
    assert {holder.person.id: holder.evidence[0].status for holder in found.found} == {
        HALDANE.id: "",
        ORSINI.id: "former",
    }


@pytest.mark.parametrize("title", ["Foreign  Minister", "minister", "foreign minister of Norland"])
def test_an_office_is_found_by_its_title(graph, title):
    assert set(people(holders(graph, title))) == {"Ingrid Haldane", "Luca Orsini"}


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("Velmar's president", True),
        ("President-elect", True),
        ("President of the Velmar Bank", True),
        ("vice president", False),
        ("Vice-President of Velmar", False),
        ("spokesman for the president", False),
        ("president secretary", False),
    ],
)
def test_a_deputy_or_a_spokesman_does_not_hold_the_office(label, is_found):
    graph = graph_of(article("a", None, holds(HALDANE, entity(label, "Office")), holds(ORSINI, MINISTER)))
    if is_found:
        assert people(holders(graph, "president")) == ["Ingrid Haldane"]
    else:
        with pytest.raises(UnknownName):
            holders(graph, "president")
    assert people(holders(graph, label)) == ["Ingrid Haldane"]


def test_an_unknown_office_is_an_error_with_the_nearest_offices(graph):
    with pytest.raises(UnknownName) as raised:
        holders(graph, "foreign minster")
    assert raised.value.nearest == ("Foreign Minister of Norland",)


def test_an_unknown_body_is_an_error(graph):
    with pytest.raises(UnknownName):
        holders(graph, "foreign minister", body="Atlantis")


def test_the_body_of_an_office_is_that_of_the_same_article():
    """Two articles' "foreign minister" are one node here, but each minister is of the country of the article."""
    graph = graph_of(
        article("a", date(2026, 1, 1), holds(HALDANE, BARE), is_in(BARE, NORLAND)),
        article("b", date(2026, 1, 2), holds(ORSINI, BARE), is_in(BARE, VELMAR)),
    )
    assert people(holders(graph, "foreign minister", body="Norland")) == ["Ingrid Haldane"]
    assert people(holders(graph, "foreign minister", body="Tessaly")) == ["Ingrid Haldane"]
    assert people(holders(graph, "foreign minister", body="Velmar")) == ["Luca Orsini"]


def test_an_office_without_a_body_is_where_its_holder_has_it_elsewhere():
    graph = graph_of(
        article("a", date(2026, 1, 1), holds(HALDANE, MINISTER), is_in(MINISTER, NORLAND)),
        article("b", date(2026, 1, 2), holds(HALDANE, BARE), holds(ORSINI, BARE)),
    )
    (holder,) = holders(graph, "foreign minister", body="Norland").found
    assert (holder.person.id, holder.support.articles) == (HALDANE.id, 2)


def test_an_office_without_a_body_is_where_its_holder_works():
    graph = graph_of(
        article("a", date(2026, 1, 1), holds(ENVOY, DIRECTOR), holds(ORSINI, DIRECTOR)),
        article("b", date(2026, 1, 2), fact(ENVOY, "kg:worksFor", UNION, "holds")),
    )
    assert people(holders(graph, "director", body="Northern Union")) == ["Maro Selt"]


def test_an_office_in_a_part_of_a_body_is_in_the_body():
    parts = (is_in(DIRECTOR, MINISTRY), fact(MINISTRY, "kg:partOf", NORLAND, "this sentence"))
    graph = graph_of(article("a", None, holds(ENVOY, DIRECTOR), *parts))
    assert people(holders(graph, "director", body="Norland")) == ["Maro Selt"]
    assert people(holders(graph, "director", body="Ministry of Waters")) == ["Maro Selt"]


def test_an_office_names_its_body_but_not_by_a_description():
    norland = entity("Norland", "Place", "Country", ("the country",))
    graph = graph_of(
        article("a", None, holds(HALDANE, entity("mayor of Norland", "Office"))),
        article("b", None, holds(ORSINI, entity("mayor of the country", "Office")), is_in(norland, UNION)),
    )
    assert people(holders(graph, "mayor", body="Norland")) == ["Ingrid Haldane"]


def standing(graph, day):
    return {
        holder.person.label: holder.verdict.standing
        for holder in holders(graph, "foreign minister", body="Norland", on=day).found
    }


@pytest.fixture
def succession():
    """Orsini until he resigned on 3 March, then Haldane, who was only to become minister on 1 March."""
    return graph_of(
        article("a", date(2026, 1, 1), holds(ORSINI, MINISTER), is_in(MINISTER, NORLAND)),
        article("b", date(2026, 2, 1), holds(ORSINI, MINISTER), is_in(MINISTER, NORLAND)),
        article("c", date(2026, 3, 1), holds(HALDANE, MINISTER, status="elect"), is_in(MINISTER, NORLAND)),
        article(
            "d",
            date(2026, 3, 4),
            holds(ORSINI, MINISTER, status="former", time=Period("", "2026-03-03")),
            holds(HALDANE, MINISTER),
            is_in(MINISTER, NORLAND),
        ),
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 1), {"Luca Orsini": Standing.UNKNOWN}),
        (date(2026, 1, 1), {"Luca Orsini": Standing.HELD}),
        (date(2026, 1, 15), {"Luca Orsini": Standing.HELD}),
        (date(2026, 3, 1), {"Luca Orsini": Standing.HELD}),
        (date(2026, 3, 2), {"Luca Orsini": Standing.HELD, "Ingrid Haldane": Standing.UNKNOWN}),
        (date(2026, 3, 4), {"Ingrid Haldane": Standing.HELD}),
        (date(2026, 5, 1), {"Ingrid Haldane": Standing.UNKNOWN}),
    ],
    ids=str,
)
def test_who_held_it_on_a_day(succession, day, expected):
    assert standing(succession, day) == expected


def test_a_former_holder_never_holds_it_after_the_article(graph):
    assert people(holders(graph, "foreign minister", on=date(2026, 2, 11))) == ["Ingrid Haldane"]
    assert people(holders(graph, "foreign minister", on=date(2030, 1, 1))) == ["Ingrid Haldane"]


def test_whose_office_is_only_denied_did_not_hold_it():
    graph = graph_of(article("a", date(2026, 1, 1), holds(ORSINI, MINISTER, polarity=Polarity.NEGATIVE)))
    assert people(holders(graph, "foreign minister")) == ["Luca Orsini"]
    assert people(holders(graph, "foreign minister", on=date(2026, 1, 1))) == []


def test_who_held_it_comes_before_who_may_have_and_near_days_before_far_ones():
    days = {HALDANE: date(2026, 2, 1), ORSINI: date(2026, 1, 1), ENVOY: date(2026, 3, 1)}
    graph = graph_of(*(article(person.label, day, holds(person, MINISTER)) for person, day in days.items()))
    assert people(holders(graph, "foreign minister", on=date(2026, 2, 1))) == [
        "Ingrid Haldane",
        "Maro Selt",
        "Luca Orsini",
    ]
    assert people(holders(graph, "foreign minister")) == ["Maro Selt", "Ingrid Haldane", "Luca Orsini"]


def test_the_evidence_nearest_to_the_day_comes_first(succession):
    (holder, *_) = holders(succession, "foreign minister", on=date(2026, 1, 30)).found
    assert [piece.document for piece in holder.evidence] == ["b", "a", "d"]
