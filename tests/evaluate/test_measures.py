"""Tallies and correlation."""

import pytest

from kg.evaluate.measures import Correlation, Tally, pearson


def test_f1_lies_between_precision_and_recall() -> None:
    record = Tally(right=1, found=2, gold=4).record()
    assert (record["precision"], record["value"], record["recall"]) == (50.0, 33.33, 25.0)


def test_of_nothing_there_is_no_share() -> None:
    assert Tally().record() == {"value": 0.0, "precision": 0.0, "recall": 0.0, "right": 0, "found": 0, "gold": 0}


@pytest.mark.parametrize(
    ("one", "other", "r"),
    [
        ([1, 2, 3], [2, 4, 6], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 2, 3, 4], [1, 3, 2, 4], 0.8),
        ([1, 2, 3], [5, 5, 5], 0.0),
        ([], [], 0.0),
    ],
)
def test_correlation(one: list[float], other: list[float], r: float) -> None:
    assert pearson(one, other) == pytest.approx(r)


def test_correlation_in_percent() -> None:
    assert Correlation([(1, 1), (2, 3), (3, 2), (4, 4)]).record() == {"value": 80.0, "pairs": 4}
