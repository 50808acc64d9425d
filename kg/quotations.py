"""Where a text quotes: the stretches between quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.document import Span
from kg.lines import paragraph_break

_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“”"}
_OPENING = re.compile("[" + "".join(_CLOSING).replace('"', "") + r"]|(?<!\w)\"|\"(?=\w)")
"""A mark behind a word and before none closes a quotation, or stands for inches."""

_NESTED = re.compile(r'(?<=[\s(])"(?=\w)[^"\s]+(?:\s[^"\s]+){0,2}(?<=\S)"')
"""At most three words in marks inside a quotation: a name, or a word that its speaker holds off."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: code points between the marks.

    Attributes:
        span: the words.
        paragraph: number of its paragraph.
        is_open: whether the paragraph leaves it open.
        is_alone: whether it is all that the paragraph says.
    """

    span: Span
    paragraph: int
    is_open: bool
    is_alone: bool = False


@lru_cache(maxsize=4)  # an article's are asked for by several rules
def quotations(text: str) -> tuple[Quotation, ...]:
    """Give the quotations of a text in order.

    Marks pair within a paragraph; an opening mark without partner reaches to the paragraph's end (the press repeats
    the opening mark at the start of each further paragraph of one quotation). Apostrophes are no marks.
    """
    found: list[Quotation] = []
    for number, paragraph in enumerate(_paragraphs(text)):
        found.extend(_in_paragraph(text, paragraph, number))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for match in paragraph_break(text).finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _in_paragraph(text: str, paragraph: Span, number: int) -> Iterator[Quotation]:
    position = paragraph.start
    while opening := _OPENING.search(text, position, paragraph.end):
        ends = [_closing(text, mark, opening.end(), paragraph.end) for mark in _CLOSING[opening.group()]]
        closed = [end for end in ends if end >= 0]
        end = min(closed) if closed else paragraph.end
        outside = text[paragraph.start : opening.start()] + text[end + 1 : paragraph.end]
        yield Quotation(Span(opening.end(), end), number, not closed, not outside.strip())
        position = end + 1


def _closing(text: str, mark: str, start: int, stop: int) -> int:
    """Give where a mark closes a quotation, -1 if nowhere.

    Straight marks are all alike: "The "Ada" is late." closes behind "late".
    """
    found = text.find(mark, start, stop)
    while found >= 0 and mark == '"' and (nested := _NESTED.match(text, found, stop)):
        beyond = text.find(mark, nested.end(), stop)
        if beyond < 0:
            break
        found = beyond
    return found
