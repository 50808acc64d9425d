"""Who stands where."""

import pytest

from kg.document import Document, DocumentId
from kg.errors import InputError, UnknownName
from kg.graph import Graph
from kg.knowledge import Certainty, CueKind, Polarity
from kg.query.stance import Side, stances
from tests.builders import HALDANE, NORLAND, ORSINI, TALKS, TREATY, UNION, VELMAR, article_graph, entity, fact

PROGRAMME = entity("negotiations over its missile programme", "Event", "Talks")
BAN = entity("ban on missile programmes", "Issue")
TEXT = "What is said of programmes and treaties."


def graph_of(*facts):
    graph = Graph.in_memory()
    graph.add(article_graph(Document(DocumentId("a"), TEXT), *facts))
    return graph


def shown(found):
    """Side → holder and target of each line, in order."""
    return {
        camp.side: [
            (position.holder.label, line.object.label) for position in camp.positions for line in position.lines
        ]
        for camp in found.camps
    }


def test_holders_stand_for_and_against(graph):
    assert shown(stances(graph, on="missile talks")) == {Side.AGAINST: [("Norland", "missile talks")]}
    assert shown(stances(graph, on="Karst Treaty")) == {Side.FOR: [("Ingrid Haldane", "Karst Treaty")]}


def test_only_stances_count(graph):
    """Norland rejects the talks; to push for them is no typed stance, to sign a treaty is none either."""
    (camp,) = stances(graph, on="Karst Treaty").camps
    assert [position.holder.id for position in camp.positions] == [HALDANE.id]


def test_a_part_of_the_words_finds_matters_in_either_spelling():
    graph = graph_of(
        fact(NORLAND, "kg:rejects", PROGRAMME, "What is said"), fact(VELMAR, "kg:supports", BAN, "programmes")
    )
    for words in ("missile program", "missile programmes", "programme, missile"):
        found = stances(graph, on=words)
        assert {target.id for target in found.targets} == {PROGRAMME.id, BAN.id}, words
    assert shown(found) == {
        Side.FOR: [("Velmar", "ban on missile programmes")],
        Side.AGAINST: [("Norland", "negotiations over its missile programme")],
    }


def test_a_description_is_a_name_only_as_a_whole():
    bill = entity("bill", "Agreement", aliases=("immigration bill",))
    graph = graph_of(fact(NORLAND, "kg:approves", bill, "What"), fact(VELMAR, "kg:opposes", TALKS, "said"))
    assert shown(stances(graph, on="immigration bill")) == {Side.FOR: [("Norland", "bill")]}
    immigration = entity("immigration", "Issue")
    graph.add(article_graph(Document(DocumentId("b"), TEXT), fact(VELMAR, "kg:fears", immigration, "What")))
    assert shown(stances(graph, on="immigration")) == {Side.AGAINST: [("Velmar", "immigration")]}


def test_somebody_is_taken_at_the_name_and_matters_with_it_are_named_beside():
    sanctions = entity("sanctions on Velmar", "Issue")
    graph = graph_of(fact(NORLAND, "kg:supports", VELMAR, "What"), fact(NORLAND, "kg:opposes", sanctions, "said"))
    found = stances(graph, on="Velmar")
    assert shown(found) == {Side.FOR: [("Norland", "Velmar")]}
    assert [other.id for other in found.others] == [sanctions.id]


def test_a_denied_support_is_no_opposition():
    graph = graph_of(
        fact(NORLAND, "kg:supports", TREATY, "What", polarity=Polarity.NEGATIVE),
        fact(VELMAR, "kg:rejects", TREATY, "said", source=ORSINI, cue="deny", cue_kind=CueKind.DENY),
        fact(UNION, "kg:accepts", TREATY, "programmes", certainty=Certainty.PLANNED),
    )
    assert shown(stances(graph, on="Karst Treaty")) == {
        Side.FOR: [("Northern Union", "Karst Treaty")],
        Side.NOT_FOR: [("Norland", "Karst Treaty")],
        Side.NOT_AGAINST: [("Velmar", "Karst Treaty")],
    }


def test_a_stance_that_one_denies_and_another_affirms_keeps_its_side(graph):
    (camp,) = stances(graph, on="missile talks").camps
    ((line,),) = (position.lines for position in camp.positions)
    assert (camp.side, line.support.affirming, line.support.denying) == (Side.AGAINST, 2, 1)


def test_who_is_asked_for_something_is_not_supported():
    graph = graph_of(
        fact(UNION, "kg:urges", NORLAND, "What"),
        fact(UNION, "kg:urges", TALKS, "said"),
        fact(UNION, "kg:discusses", TREATY, "programmes"),
    )
    assert shown(stances(graph, by="Northern Union")) == {
        Side.FOR: [("Northern Union", "missile talks")],
        Side.NONE: [("Northern Union", "Karst Treaty"), ("Northern Union", "Norland")],
    }


def test_the_stances_of_one_holder(graph):
    found = stances(graph, by="Haldane")
    assert found.targets == ()
    assert [holder.id for holder in found.holders] == [HALDANE.id]
    assert shown(found) == {Side.FOR: [("Ingrid Haldane", "Karst Treaty")]}


def test_the_stances_of_one_on_another(graph):
    assert shown(stances(graph, by="Tessaly", on="missile talks")) == {Side.AGAINST: [("Norland", "missile talks")]}
    assert stances(graph, by="Haldane", on="missile talks").camps == ()


def test_the_holder_with_most_articles_comes_first():
    graph = Graph.in_memory()
    for number, holders in enumerate([(HALDANE, UNION), (UNION,), (UNION, ORSINI)]):
        facts = [fact(holder, "kg:supports", TREATY, "What") for holder in holders]
        graph.add(article_graph(Document(DocumentId(str(number)), TEXT), *facts))
    (camp,) = stances(graph, on="Karst Treaty").camps
    assert [position.holder.id for position in camp.positions] == [UNION.id, HALDANE.id, ORSINI.id]


@pytest.mark.parametrize("names", [{"on": "Atlantis"}, {"by": "Atlantis"}, {"on": "missile talks", "by": "Atlantis"}])
def test_an_unknown_name_is_an_error(graph, names):
    with pytest.raises(UnknownName):
        stances(graph, **names)


def test_one_of_the_names_is_needed(graph):
    with pytest.raises(InputError):
        stances(graph)


def test_no_stance_is_no_error(graph):
    found = stances(graph, on="Velmar")
    assert ([target.id for target in found.targets], found.camps) == ([VELMAR.id], ())
