"""Weights are fitted, and what is said of their calibration is counted rightly."""

from dataclasses import replace

import numpy as np
import pytest

from tests.benchmarks.fit_confidence import (
    Data,
    Judged,
    bin_of,
    calibrated,
    calibration_error,
    fitted,
    left_out_scores,
    numbers,
    platt,
    ranked,
    reliability,
    sigmoid,
)


def made(count: int = 600) -> Data:
    """Statements of which those with the second feature are right four times as often."""
    chance = np.random.default_rng(3)
    helps = chance.integers(0, 2, count).astype(float)
    right = (chance.random(count) < np.where(helps == 1, 0.8, 0.2)).astype(float)
    return Data(
        ("bias", "helps"),
        np.column_stack([np.ones(count), helps]),
        right,
        np.arange(count) % 20,
        np.ones(count, dtype=bool),
    )


def test_weights_are_the_log_odds() -> None:
    data = made()
    bias, helps = fitted(data.values, data.right, np.array([1e-6, 1e-6]))
    assert sigmoid(np.array([bias, bias + helps])) == pytest.approx([0.2, 0.8], abs=0.05)


def test_chances_of_left_out_articles_are_calibrated() -> None:
    data = made()
    chances = calibrated(left_out_scores(data, 1.0), data)
    assert calibration_error(chances, data.right) < 0.05
    assert ranked(chances, data.right) > 0.65


def test_recent_statements_alone_say_how_many_are_right() -> None:
    data = made()
    rare = replace(data, right=np.where(np.arange(600) < 300, 1.0, data.right), recent=np.arange(600) >= 300)
    chances = calibrated(left_out_scores(rare, 1.0), rare)
    assert chances[300:].mean() == pytest.approx(rare.right[300:].mean(), abs=0.03)


def test_order_is_never_turned_round() -> None:
    slope, _ = platt(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 1.0, 0.0, 0.0]))
    assert slope == 0


def test_calibration_error_is_the_mean_gap() -> None:
    chances, right = np.array([0.9, 0.9, 0.3, 0.3]), np.array([1.0, 1.0, 0.0, 1.0])
    assert calibration_error(chances, right) == pytest.approx(0.5 * 0.1 + 0.5 * 0.2)


def test_a_feature_that_hardly_any_statement_has_is_left_out() -> None:
    row = {"article": "a", "judgement": "right"}
    found = [Judged(row, {"bias": 1.0, "rare": float(number == 0)}) for number in range(3)]
    assert numbers(found, [row]).names == ("bias",)


def test_tables_have_the_groups_with_enough_members() -> None:
    lines = list(reliability("rule", ["a", "a", "b"], np.array([0.5, 0.7, 0.9]), np.array([1.0, 0.0, 1.0]), least=2))
    assert lines[2:] == ["| a | 2 | 0.60 | 0.50 |"]
    assert bin_of(0.96) == "0.90–1.00"
