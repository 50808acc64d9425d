"""The shape of a word: what an uncased vocabulary does not see."""

from enum import IntEnum
from functools import lru_cache


class Shape(IntEnum):
    """How a word is written; the value is its row in the network's shape embedding."""

    PADDING = 0
    LOWER = 1
    CAPITALISED = 2
    UPPER = 3
    CAPITAL = 4
    MIXED = 5
    DIGITS = 6
    HAS_DIGIT = 7
    PUNCTUATION = 8
    DOTTED = 9
    OTHER = 10


@lru_cache(maxsize=50_000)
def shape_of(word: str) -> Shape:
    """Give the shape of a word.

    Example:
        deal → LOWER, Iran → CAPITALISED, NATO → UPPER, A → CAPITAL, iPhone → MIXED, 2019 → DIGITS,
        F-16 → HAS_DIGIT, "—" → PUNCTUATION, U.S. → DOTTED, 伊朗 → OTHER
    """
    letters = [letter for letter in word if letter.isalpha()]
    if any(letter.isdigit() for letter in word):
        return Shape.HAS_DIGIT if letters else Shape.DIGITS
    if not letters:
        return Shape.PUNCTUATION
    if "." in word[1:]:
        return Shape.DOTTED
    return _case_of(letters)


def _case_of(letters: list[str]) -> Shape:
    """Give the shape that upper and lower case make."""
    upper = [letter.isupper() for letter in letters]
    if not any(upper):
        return Shape.LOWER if any(letter.islower() for letter in letters) else Shape.OTHER
    if len(letters) == 1:
        return Shape.CAPITAL
    if all(upper):
        return Shape.UPPER
    return Shape.CAPITALISED if upper[0] and not any(upper[1:]) else Shape.MIXED
