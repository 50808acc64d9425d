"""Tuples against gold facts."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.openie import compare, read_facts, read_tuples

FACTS = """\
The old envoy left Riga in May .
[The] [old] envoy | left | Riga
[The] [old] envoy | left [Riga] in | May || [The] [old] envoy | left | in May

It rained .
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    place = tmp_path / "facts.txt"
    place.write_text(FACTS, encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("envoy", "left", "Riga"), True),
        (("the old Envoy", "left", "Riga"), True),
        (("old", "left", "Riga"), False),
        (("envoy", "left Riga in", "May"), True),
        (("envoy", "left", "in May"), True),
        (("envoy", "left in", "in May"), False),
    ],
)
def test_a_tuple_is_right_if_all_phrases_are_those_of_one_wording(facts: Path, words, right: bool) -> None:
    compared = compare(read_facts(facts), {1: [words]})
    assert compared.precision.value == (100 if right else 0)
    assert compared.recall.value == (50 if right else 0)


def test_recall_counts_facts_and_precision_tuples(facts: Path) -> None:
    found = {
        1: [("envoy", "left", "May"), ("envoy", "left in", "May"), ("envoy", "left", "in May")],
        2: [("It", "r", "d")],
    }
    compared = compare(read_facts(facts), found)
    assert (compared.precision.right, compared.precision.gold) == (2, 4)
    assert (compared.recall.right, compared.recall.gold) == (1, 2)
    assert compared.f1 == 50
    assert compared.wrong == [(1, ("envoy", "left", "May")), (2, ("It", "r", "d"))]
    assert [number for number, _ in compared.missed] == [1]


def test_nothing_found_scores_nothing(facts: Path) -> None:
    assert compare(read_facts(facts), {}).f1 == 0


def test_a_line_that_is_no_fact_is_named(tmp_path: Path) -> None:
    place = tmp_path / "facts.txt"
    place.write_text("It rained .\nIt | rained\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"facts.txt:2"):
        read_facts(place)


def test_tuples_are_read_by_their_line(tmp_path: Path) -> None:
    place = tmp_path / "tuples.tsv"
    place.write_text("2\tenvoy\tleft\tRiga\tpositive\n", encoding="utf-8")
    assert read_tuples(place) == {2: [("envoy", "left", "Riga")]}
    place.write_text("a:2\tenvoy\tleft\tRiga\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"tuples.tsv:1"):
        read_tuples(place)
