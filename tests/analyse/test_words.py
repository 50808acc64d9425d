"""Words and their places."""

import itertools

import pytest

from kg.analyse.words import WordCutter


@pytest.fixture(scope="module")
def cutter() -> WordCutter:
    return WordCutter()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't go.", ["He", "did", "n't", "go", "."]),
        ("Iran's al-Ani", ["Iran", "'s", "al", "-", "Ani"]),
        ("the U.S. said so.", ["the", "U.S.", "said", "so", "."]),
        ("Stop!!! ---- ok?!", ["Stop", "!!!", "----", "ok", "?!"]),
        ("food and/or water", ["food", "and", "/", "or", "water"]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
        ("a\u00a0b\r\n\r\nc\td", ["a", "b", "c", "d"]),
        ("cafe\u0301 e\u0301lan", ["cafe\u0301", "e\u0301lan"]),
        ("I 👍🏽 it", ["I", "👍", "🏽", "it"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words(cutter: WordCutter, text: str, words: list[str]) -> None:
    assert [span.of(text) for span in cutter.cut(text)] == words


@pytest.mark.parametrize(
    "text", ["\ud800abc \udfff", "\x00\x01\x02", "שלום עולם", "x" * 1_000_000, "a" + "\u0301" * 5000]
)
def test_garbage_is_covered_once(cutter: WordCutter, text: str) -> None:
    spans = cutter.cut(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = "".join(span.of(text) for span in spans)
    assert covered == "".join(text.split())
