"""Where a text quotes: the stretches between quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Span

_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“”"}
_OPENING = re.compile("[" + "".join(_CLOSING) + "]")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: code points between the marks, and whether its paragraph left it open."""

    span: Span
    paragraph: int
    is_open: bool


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
    for match in _BREAK.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _in_paragraph(text: str, paragraph: Span, number: int) -> Iterator[Quotation]:
    position = paragraph.start
    while opening := _OPENING.search(text, position, paragraph.end):
        ends = [text.find(mark, opening.end(), paragraph.end) for mark in _CLOSING[opening.group()]]
        closed = [end for end in ends if end >= 0]
        end = min(closed) if closed else paragraph.end
        yield Quotation(Span(opening.end(), end), number, not closed)
        position = end + 1
