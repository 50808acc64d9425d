"""Untrusted text made fit for a picture: cleaned, shortened, wrapped."""

import re
import textwrap
import unicodedata

_JOINERS = "\u200c\u200d"  # Persian spelling and emoji need them; they cannot reorder a line
_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_WORD_BREAK = re.compile(r"\s+")


def clean(text: str) -> str:
    """Give the text in one line, without control, direction and private characters.

    Direction marks go because they can make a name read as another one; lone surrogates go because no
    file can hold them.
    """
    kept = (c for c in text if c in _JOINERS or c.isspace() or unicodedata.category(c) not in _UNSAFE)
    return unicodedata.normalize("NFC", _WORD_BREAK.sub(" ", "".join(kept))).strip()


def shorten(text: str, limit: int) -> str:
    """Give at most `limit` characters, cut after a word where possible and marked with `…`."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at_word = head.rpartition(" ")[0]
    kept = at_word if len(at_word) > limit // 2 else head
    return kept.rstrip(" ,;:–-") + "…"


def wrap(text: str, width: int, lines: int) -> str:
    """Give the text in at most `lines` lines of about equal length, the rest cut with `…`.

    Example: `wrap("Ministry of Foreign Affairs", 16, 3)` is `Ministry of` / `Foreign Affairs`.
    """
    if len(text) <= width:
        return text
    rows = _rows(text, width, lines)
    for narrower in range(width - 1, width // 2, -1):
        balanced = _rows(text, narrower, lines)
        if len(balanced) != len(rows) or "…" in balanced[-1] or _splits_word(balanced, text):
            break
        rows = balanced
    return "\n".join(rows)


def _rows(text: str, width: int, lines: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=lines, placeholder="…", break_on_hyphens=False) or [""]


def _splits_word(rows: list[str], text: str) -> bool:
    return " ".join(rows) != text
