"""Shapes of words."""

import pytest

from kg.analyse.shapes import Shape, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("deal", Shape.LOWER),
        ("Iran", Shape.CAPITALISED),
        ("NATO", Shape.UPPER),
        ("A", Shape.CAPITAL),
        ("iPhone", Shape.MIXED),
        ("2019", Shape.DIGITS),
        ("1,500", Shape.DIGITS),
        ("F-16", Shape.HAS_DIGIT),
        ("U.S.", Shape.DOTTED),
        ("—", Shape.PUNCTUATION),
        ("伊朗", Shape.OTHER),
        ("", Shape.PUNCTUATION),
        ("\ud800", Shape.PUNCTUATION),
    ],
)
def test_shape(word: str, shape: Shape) -> None:
    assert shape_of(word) is shape
