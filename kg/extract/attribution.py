"""Who speaks inside quotation marks.

A quotation belongs to the reporting clause beside it; a quotation that goes on after the reporting clause, or
opens the next paragraph without having been closed, keeps its speaker. Without a reporting clause in reach nobody
is named: no speaker rather than a guess.

    "We closed the mine in 2019," said Mbeki-Ruiz. "We sold the smelter in 2021."     both: Mbeki-Ruiz
"""

from collections.abc import Mapping

from kg.document import Analysis, Span
from kg.extract.clauses import Clause
from kg.extract.readings import Voice, voice
from kg.quotations import Quotation, quotations
from kg.wording import Lexicons

SHORTEST = 4
"""Words of a quotation; shorter ones are scare quotes or titles."""


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


def _tokens(analysis: Analysis, span: Span) -> range:
    inside = [token.index for token in analysis.tokens if span.start <= token.span.start and token.span.end <= span.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _reports(
    analysis: Analysis, clauses: Mapping[int, Clause], lexicons: Lexicons, marks: list[Quotation]
) -> dict[int, Voice]:
    """Give the reporting clauses outside quotations that name their speaker, by head token."""
    found = {}
    for head, clause in clauses.items():
        speaker = voice(clause, analysis, lexicons)
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
