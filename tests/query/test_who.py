"""Who relates to whom."""

from datetime import date

import pytest

from kg.document import Document, DocumentId
from kg.errors import UnknownName
from kg.knowledge import Polarity, Value
from kg.query.lines import Filter, text_of
from kg.query.who import who
from tests.builders import HALDANE, NORLAND, ORSINI, TALKS, article_graph, fact, graph_of


def shown(groups):
    """Group label → names of the other ends, in order."""
    return {group.label: [text_of(line.other(line.subject.id)) for line in group.lines] for group in groups}


def test_an_entity_is_shown_as_subject_and_as_object(graph):
    profile = who(graph, "missile talks")
    assert profile.entity.id == TALKS.id
    assert profile.as_subject == ()
    groups = {group.label: [line.subject.label for line in group.lines] for group in profile.as_object}
    assert groups == {"is rejected by": ["Norland"], "push for": ["Northern Union"]}


def test_lines_say_how_well_they_are_supported(graph):
    (group,) = who(graph, "Norland").as_subject
    (line,) = group.lines
    support = line.support
    assert (support.articles, support.publishers) == (3, 2)
    assert (support.affirming, support.denying, support.uncertain) == (2, 1, 0)
    assert (support.first, support.last) == (date(2026, 2, 11), date(2026, 2, 14))
    assert support.speakers == (HALDANE.id, ORSINI.id)
    assert line.is_affirmed


def test_evidence_that_affirms_comes_first_then_the_newest(graph):
    (group,) = who(graph, "Norland").as_subject
    assert [piece.document for piece in group.lines[0].evidence] == ["courier-3", "courier-1", "herald/2"]


def test_a_former_office_is_shown_but_not_affirmed(graph):
    (line,) = (
        line for group in who(graph, "Orsini").as_subject for line in group.lines if group.label == "holds office"
    )
    assert not line.is_affirmed
    assert line.evidence[0].status == "former"


def test_a_symmetric_relation_is_the_same_from_both_ends(graph):
    for name, other in (("Orsini", "Ingrid Haldane"), ("Haldane", "Luca Orsini")):
        profile = who(graph, name)
        (meets,) = (group for group in profile.as_subject if group.predicate == "kg:meets")
        assert [text_of(line.other(profile.entity.id)) for line in meets.lines] == [other]
        assert "kg:meets" not in {group.predicate for group in profile.as_object}


def test_a_literal_is_an_end_too(graph):
    (quantity,) = (group for group in who(graph, "Velmar").as_subject if group.predicate == "kg:hasQuantity")
    assert quantity.lines[0].object == Value("8,000 missiles", "kg:quantity")


def test_typed_relations_come_first_then_those_of_more_sources():
    facts = {
        "Courier": ("kgr:stop", "kg:meets", "kg:visits"),
        "Herald": ("kgr:stop", "kg:visits"),
        "Post": ("kgr:stop",),
        "": ("kg:accuses",),
    }
    graph = graph_of(
        *(
            article_graph(
                Document(DocumentId(f"{publisher}-{number}"), "they met", publisher=publisher),
                *(fact(ORSINI, predicate, NORLAND, "they met") for predicate in predicates),
            )
            for publisher, predicates in facts.items()
            for number in range(3 if "kg:meets" in predicates else 1)
        )
    )
    expected = ["kg:visits", "kg:meets", "kg:accuses", "kgr:stop"]
    assert [group.predicate for group in who(graph, "Orsini").as_subject] == expected
    assert [group.predicate for group in who(graph, "Norland").as_object] == [
        predicate for predicate in expected if predicate != "kg:meets"
    ]


def test_an_unknown_name_is_an_error(graph):
    with pytest.raises(UnknownName):
        who(graph, "Atlantis")


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        (Filter(), {"courier-1", "courier-3", "herald/2"}),
        (Filter(publisher="the courier"), {"courier-1", "courier-3"}),
        (Filter(since=date(2026, 2, 12)), {"courier-3", "herald/2"}),
        (Filter(until=date(2026, 2, 11)), {"courier-1"}),
        (Filter(polarity=Polarity.NEGATIVE), {"herald/2"}),
        (Filter(affirmed=True), {"courier-1", "courier-3"}),
        (Filter(predicate="rejects"), {"courier-1", "courier-3", "herald/2"}),
        (Filter(predicate="kg:supports"), set()),
    ],
)
def test_filters_count_only_the_evidence_asked_for(graph, wanted, documents):
    groups = who(graph, NORLAND.id, wanted).as_subject
    assert {piece.document for group in groups for line in group.lines for piece in line.evidence} == documents
