"""Paragraphs: line ends that close a sentence whatever the network thinks."""

import re
from collections.abc import Sequence

from kg.document import Span
from kg.lines import paragraph_break

_DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w. ]{2,20})?(?: \([^)\n]{2,40}\))? ?[—–-]{1,2} ")


def paragraph_starts(text: str, words: Sequence[Span]) -> list[int]:
    """Give the indices of words that begin a paragraph, the first word among them.

    A dateline ("LONDON (Agency) — ") stands by itself.
    """
    breaks = paragraph_break(text)
    starts = [0] if words else []
    for index in range(1, len(words)):
        gap = text[words[index - 1].end : words[index].start]
        if gap not in ("", " ") and breaks.search(gap):
            starts.append(index)
    dateline = _DATELINE.match(text)
    if dateline is not None:
        starts.extend(index for index, word in enumerate(words[:15]) if word.start == dateline.end())
    return sorted(set(starts))
