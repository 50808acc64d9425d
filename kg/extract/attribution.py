"""Who speaks inside quotation marks.

A quotation belongs to the reporting clause beside it; a quotation that goes on after the reporting clause, or
opens the next paragraph without having been closed, keeps its speaker. Without a reporting clause in reach nobody
is named: no speaker rather than a guess.

    "We closed the mine in 2019," said Mbeki-Ruiz. "We sold the smelter in 2021."     both: Mbeki-Ruiz
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.document import Analysis, Span
from kg.extract.clauses import Clause
from kg.extract.readings import Voice, voice
from kg.wording import Lexicons

SHORTEST = 4
"""Words of a quotation; shorter ones are scare quotes or titles."""

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


def quoted_voices(analysis: Analysis, clauses: Mapping[int, Clause], lexicons: Lexicons) -> dict[int, Voice]:
    """Give, for every token inside a quotation whose speaker is known, that speaker."""
    marks = [
        q for q in quotations(analysis.document.text) if len(q.span.of(analysis.document.text).split()) >= SHORTEST
    ]
    if not marks:
        return {}
    reports = _reports(analysis, clauses, lexicons, marks)
    voices: dict[int, Voice] = {}
    previous: tuple[Quotation, Voice] | None = None
    for quotation in marks:
        tokens = _tokens(analysis, quotation.span)
        speaker = _beside(analysis, tokens, reports) if tokens else None
        if speaker is None and previous is not None and _continues(previous[0], quotation):
            speaker = previous[1]
        previous = (quotation, speaker) if speaker is not None else None
        if speaker is not None:
            voices.update(dict.fromkeys(tokens, speaker))
    return voices


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


def _tokens(analysis: Analysis, span: Span) -> range:
    inside = [token.index for token in analysis.tokens if span.start <= token.span.start and token.span.end <= span.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _reports(
    analysis: Analysis, clauses: Mapping[int, Clause], lexicons: Lexicons, marks: list[Quotation]
) -> dict[int, Voice]:
    """Give the reporting clauses outside quotations that name their speaker, by head token."""
    found = {}
    for head, clause in clauses.items():
        speaker = voice(clause, lexicons)
        place = analysis.tokens[head].span.start
        if speaker is not None and speaker.source is not None and not any(place in mark.span for mark in marks):
            found[head] = speaker
    return found


def _beside(analysis: Analysis, tokens: range, reports: Mapping[int, Voice]) -> Voice | None:
    """Give the speaker of the nearest reporting clause in the sentences that the quotation touches."""
    first = analysis.sentences[analysis.sentence_of[tokens[0]]].tokens.start
    last = analysis.sentences[analysis.sentence_of[tokens[-1]]].tokens.end
    near = [head for head in reports if first <= head < last and head not in tokens]
    if not near:
        return None
    return reports[min(near, key=lambda head: min(abs(head - tokens[0]), abs(head - tokens[-1])))]


def _continues(before: Quotation, quotation: Quotation) -> bool:
    """Say whether a quotation goes on with the one before: the same paragraph, or the next after an open one."""
    return quotation.paragraph == before.paragraph or (before.is_open and quotation.paragraph == before.paragraph + 1)
