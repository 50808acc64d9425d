"""Measures: what was right, found and gold, and how two rows of numbers go together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Protocol


class Figure(Protocol):
    """A measure with the counts that it comes from."""

    @property
    def value(self) -> float:
        """Give the measure in percent."""

    def record(self) -> Mapping[str, float]:
        """Give the measure and its counts."""


@dataclass
class Tally:
    """Counts of what was right, what was found and what is gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count more."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def value(self) -> float:
        """Give F1 in percent (the accuracy, if as much was found as there is gold); 0 for nothing."""
        return percent(2 * self.right, self.found + self.gold)

    def record(self) -> dict[str, float]:
        """Give F1 with precision, recall and the counts."""
        return {
            "value": self.value,
            "precision": percent(self.right, self.found),
            "recall": percent(self.right, self.gold),
            "right": self.right,
            "found": self.found,
            "gold": self.gold,
        }


@dataclass
class Correlation:
    """Pairs of a gold number and the number found."""

    pairs: list[tuple[float, float]] = field(default_factory=list)

    @property
    def value(self) -> float:
        """Give Pearson's r times 100; 0 if one side never changes."""
        return round(100 * pearson([gold for gold, _ in self.pairs], [found for _, found in self.pairs]), 2)

    def record(self) -> dict[str, float]:
        """Give the correlation and the number of pairs."""
        return {"value": self.value, "pairs": len(self.pairs)}


def percent(part: float, whole: float) -> float:
    """Give a share in percent with two digits; 0 of nothing."""
    return round(100 * part / whole, 2) if whole else 0.0


def pearson(one: Sequence[float], other: Sequence[float]) -> float:
    """Give Pearson's r of two rows of the same length; 0 if one of them never changes."""
    if not one:
        return 0.0
    middle, centre = sum(one) / len(one), sum(other) / len(other)
    left, right = [value - middle for value in one], [value - centre for value in other]
    spread = sqrt(sum(value * value for value in left) * sum(value * value for value in right))
    return sum(a * b for a, b in zip(left, right, strict=True)) / spread if spread else 0.0
