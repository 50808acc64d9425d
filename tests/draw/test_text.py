"""Untrusted text is made fit for a picture."""

import pytest

from kg.draw.text import clean, shorten, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\n\tlines\u2028here ", "two lines here"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("a\x00b\ud800c\ufeff", "abc"),
        ("e\u0301lan", "élan"),
        ("", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 5, "short"),
        ("Ministry of Foreign Affairs", 21, "Ministry of Foreign…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_shorten(text: str, limit: int, expected: str) -> None:
    assert shorten(text, limit) == expected
    assert len(shorten(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velmar", "Velmar"),
        ("Ministry of Foreign Affairs", "Ministry of\nForeign Affairs"),
        ("Karst Navigation Treaty", "Karst Navigation\nTreaty"),
    ],
)
def test_wrap_gives_lines_of_about_equal_length(text: str, expected: str) -> None:
    assert wrap(text, 16, 3) == expected


def test_wrap_cuts_what_has_no_room() -> None:
    rows = wrap("a very long name " * 9, 12, 2).splitlines()
    assert len(rows) == 2
    assert rows[1].endswith("…")
    assert max(map(len, rows)) <= 12
