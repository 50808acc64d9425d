"""Sentence starts, with a network that is sure (9), thinks so (1) or does not (-9)."""

import re

import numpy as np
import pytest

from kg.analyse.sentence_starts import opening_quotes, sentence_starts
from kg.document import Span


@pytest.mark.parametrize(
    ("marked", "starts"),
    [
        ("He left . |1 She stayed .", ["He", "She"]),
        ("At the same time |1 Georgia said so .", ["At"]),
        ("Headline |9 Georgia said so .", ["Headline", "Georgia"]),
        ('He left . " |1 _We stay _.', ["He", '"']),
        ('He left . |1 " |1 _We stay _.', ["He", '"']),
        ("He said “ _no _. |1 _” She left .", ["He", "She"]),
        ("He left ( now ) . |1 She stayed .", ["He", "She"]),
        ("He left . |1", ["He"]),
    ],
)
def test_sentence_starts(marked: str, starts: list[str]) -> None:
    text, words, lead = "", [], []
    said = -9.0
    for part in marked.split():
        if found := re.fullmatch(r"\|(\d)", part):
            said = float(found[1])
            continue
        text += part[1:] if part.startswith("_") else f" {part}"
        words.append(Span(len(text) - len(part.removeprefix("_")), len(text)))
        lead.append(said)
        said = -9.0
    forms = [word.of(text) for word in words]
    scores = np.array([[0, each] for each in lead], dtype=np.float32)
    found_starts = sentence_starts(forms, opening_quotes(text, words), scores, [0])
    assert [forms[index] for index in found_starts] == starts
