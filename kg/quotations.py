"""Where a text quotes: the stretches between quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Span

_OPENING = '“«"„'
_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“”"}
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
    while position < paragraph.end:
        if text[position] not in _OPENING:
            position += 1
            continue
        ends = [text.find(mark, position + 1, paragraph.end) for mark in _CLOSING[text[position]]]
        closed = [end for end in ends if end >= 0]
        end = min(closed) if closed else paragraph.end
        yield Quotation(Span(position + 1, end), number, not closed)
        position = end + 1
