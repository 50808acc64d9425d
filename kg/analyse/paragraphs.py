"""Paragraphs: line ends that close a sentence whatever the network thinks."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.document import Span

_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*\r?\n|\f|\u2029")
_NEWLINE = re.compile(r"\n|\r|\u2028")
_UNFINISHED = re.compile(r"[^.!?:;\"'”’)\]…]$")
_DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w. ]{2,20})?(?: \([^)\n]{2,40}\))? ?[—–-]{1,2} ")
_WRAPPED_WIDTH = (45, 100)  # characters; mail and press releases are wrapped at 65 to 80
_WRAPPED_SHARE = 0.5


def paragraph_starts(text: str, words: Sequence[Span]) -> list[int]:
    """Give the indices of words that begin a paragraph, the first word among them.

    A blank line always ends a paragraph. A single line end does too, unless the text is wrapped: most of its lines are
    of similar length and break off in the middle of a sentence. A dateline ("LONDON (Agency) — ") stands by itself.
    """
    breaks = _BLANK_LINE if _is_wrapped(text) else _NEWLINE
    starts = [0] if words else []
    for index in range(1, len(words)):
        gap = text[words[index - 1].end : words[index].start]
        if gap not in ("", " ") and (breaks.search(gap) or _BLANK_LINE.search(gap)):
            starts.append(index)
    dateline = _DATELINE.match(text)
    if dateline is not None:
        starts.extend(index for index, word in enumerate(words[:15]) if word.start == dateline.end())
    return sorted(set(starts))


def _is_wrapped(text: str) -> bool:
    """Say whether single line ends mean nothing."""
    lines = text.splitlines()
    inner = [line.rstrip() for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(inner) < 2:
        return False
    shortest, longest = _WRAPPED_WIDTH
    broken = [line for line in inner if shortest <= len(line) <= longest and _UNFINISHED.search(line)]
    return len(broken) > _WRAPPED_SHARE * len(inner)
