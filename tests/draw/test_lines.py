"""Relations are merged into lines."""

from dataclasses import replace

import pytest

from kg.draw.diagram import Edge
from kg.draw.lines import merge, words

MEETS = Edge("a", "b", "kg:meets", "meets", None, "positive", "certain", 1, ())
SUPPORTS = Edge("a", "b", "kg:supports", "supports", 1, "positive", "certain", 3, ())
OPPOSES = Edge("a", "b", "kg:opposes", "opposes", -1, "positive", "certain", 2, ())


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (MEETS, "meets"),
        (SUPPORTS, "+ supports (3)"),
        (OPPOSES, "− opposes (2)"),
        (replace(MEETS, certainty="planned"), "meets (planned)"),
        (replace(MEETS, certainty="former"), "meets (former)"),
        (replace(SUPPORTS, polarity="mixed"), "+ supports (disputed, 3)"),
        (replace(OPPOSES, polarity="negative"), "✕ not opposes (2)"),
        (replace(MEETS, label="me\u202eets\n$x$"), "meets $x$"),
    ],
)
def test_words(edge: Edge, expected: str) -> None:
    assert words(edge) == expected


def test_relations_of_a_pair_share_a_line_with_the_best_known_first() -> None:
    (line,) = merge((MEETS, SUPPORTS))
    assert [text for text, _ in line.rows] == ["+ supports (3)", "meets"]
    assert line.sort == "support"
    assert line.sources == 3


def test_more_than_three_relations_are_counted() -> None:
    edges = tuple(replace(MEETS, predicate=f"kg:{i}") for i in range(5))
    (line,) = merge(edges)
    assert [text for text, _ in line.rows] == ["meets", "meets", "+3 more"]


def test_opposite_stances_give_a_neutral_line() -> None:
    (line,) = merge((SUPPORTS, OPPOSES))
    assert line.sort == "neutral"


def test_denied_relations_come_last_and_give_a_denied_line_only_alone() -> None:
    denied = replace(SUPPORTS, polarity="negative")
    assert merge((denied,))[0].sort == "denied"
    (line,) = merge((denied, MEETS))
    assert line.sort == "neutral"
    assert [text for text, _ in line.rows] == ["meets", "✕ not supports (3)"]


def test_a_line_is_unsure_only_if_all_that_is_affirmed_is() -> None:
    planned = replace(MEETS, certainty="planned")
    assert merge((planned,))[0].is_unsure
    assert not merge((planned, OPPOSES))[0].is_unsure


def test_directions_are_separate_and_loops_are_left_out() -> None:
    back = replace(MEETS, source="b", target="a")
    loop = replace(MEETS, target="a")
    assert [(line.source, line.target) for line in merge((back, MEETS, loop))] == [("a", "b"), ("b", "a")]
