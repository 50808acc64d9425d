"""What class a name has when its type is vague."""

from dataclasses import replace

import pytest

from kg.document import Analysis
from kg.mentions import class_of_name
from kg.wording import load_lexicons
from tests.link.parses import parsed

LEXICONS = load_lexicons()


def named(words: str, nominal: str) -> Analysis:
    analysis = parsed(words)
    tokens = tuple(replace(token, nominal_type=nominal) for token in analysis.tokens)
    return replace(analysis, tokens=tokens)


@pytest.mark.parametrize(
    ("words", "nominal", "expected"),
    [
        ("Compensation/Compensation/PROPN/2/compound/B-group Act/Act/PROPN/0/root/I-group", "abstract", "Law"),
        ("Pentobarbital/Pentobarbital/PROPN/0/root/B-misc", "object", "Product"),
        ("Spanish/Spanish/ADJ/0/root/B-group", "", "Group"),
        ("Muslims/Muslim/PROPN/0/root/B-group", "person", "Group"),
        ("Riga/Riga/PROPN/0/root/B-place", "organization", "Place"),
    ],
)
def test_a_vague_name_goes_by_its_words(words: str, nominal: str, expected: str) -> None:
    analysis = named(words, nominal)
    assert class_of_name(analysis, analysis.mentions[0], LEXICONS) == expected
