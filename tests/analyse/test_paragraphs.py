"""Line ends that close sentences."""

import re

import pytest

from kg.analyse.paragraphs import paragraph_starts
from kg.document import Span

WRAPPED = """The foreign minister of the country told reporters on
Wednesday that his government would never agree to any
negotiations over the missile programme of the country."""


def starting_words(text: str) -> list[str]:
    spans = [Span(*match.span()) for match in re.finditer(r"\S+", text)]
    return [spans[i].of(text) for i in paragraph_starts(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Headline\n\nText goes on.", ["Headline", "Text"]),
        ("Headline\r\n\r\nText goes on.", ["Headline", "Text"]),
        ("Headline\nText goes on.", ["Headline", "Text"]),
        ("One\n \nTwo", ["One", "Two"]),
        ("One two", ["One"]),
        ("", []),
        (WRAPPED, ["The"]),
        (f"Headline\n\n{WRAPPED}", ["Headline", "The"]),
    ],
)
def test_paragraphs_start(text: str, expected: list[str]) -> None:
    assert starting_words(text) == expected
