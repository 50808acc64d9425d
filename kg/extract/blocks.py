"""Who speaks in a paragraph that a reporting clause with a colon leads up to, where no marks say that it is quoted.

    The minister, Ada Brink, said:

    Jamaica is our valued partner.          Ada Brink

    I am glad to visit Kingston.            goes on

    The minister will also visit Oslo.      the article: no "I" or "we"

Press offices print their ministers so.
"""

from collections.abc import Iterator, Mapping, Sequence

from kg.document import Analysis, Span
from kg.extract.clause import Clause
from kg.extract.readings import Voice, verbatim, voice
from kg.extract.slots import can_act
from kg.quotations import quotations
from kg.wording import Lexicons

_SPEAKERS = frozenset({"i", "me", "my", "we", "us", "our", "ours", "mine"})


def block_voices(analysis: Analysis, clauses: Mapping[int, Clause], lexicons: Lexicons) -> dict[int, Voice]:
    """Give, for every token of such paragraphs, who speaks it: all that go on with "I" or "we"."""
    voices: dict[int, Voice] = {}
    speaker: Voice | None = None
    quoted = [quotation.span for quotation in quotations(analysis.document.text)]
    for tokens in _paragraphs(analysis):
        if speaker is not None and _is_spoken(analysis, tokens, quoted):
            voices.update(dict.fromkeys(range(tokens.start, tokens.end), speaker))
        else:
            speaker = _led_up_to(analysis, tokens, clauses, lexicons)
    return voices


def _paragraphs(analysis: Analysis) -> Iterator[Span]:
    """Yield the paragraphs that have words, as tokens; one ends where a line does."""
    start = 0
    for before, token in zip(analysis.tokens, analysis.tokens[1:], strict=False):
        if "\n" in analysis.document.text[before.span.end : token.span.start]:
            yield Span(start, token.index)
            start = token.index
    if analysis.tokens:
        yield Span(start, len(analysis.tokens))


def _is_spoken(analysis: Analysis, tokens: Span, quoted: Sequence[Span]) -> bool:
    """Say whether a paragraph speaks of "I" or "we" outside quotation marks."""
    spoken = (t for t in analysis.tokens[tokens.start : tokens.end] if t.text.lower() in _SPEAKERS)
    return any(not any(token.span.start in span for span in quoted) for token in spoken)


def _led_up_to(analysis: Analysis, tokens: Span, clauses: Mapping[int, Clause], lexicons: Lexicons) -> Voice | None:
    """Give who speaks by the outermost clause of a paragraph that ends in a colon, None if that reports nothing."""
    if analysis.tokens[tokens.end - 1].text != ":":
        return None
    last = analysis.sentence(tokens.end - 1).tokens
    heads = [head for head in range(max(last.start, tokens.start), tokens.end) if head in clauses]
    if not heads:
        return None
    head = min(heads, key=lambda index: len(list(analysis.above(index))))
    found = voice(clauses[head], analysis, lexicons)
    if found is None or found.source is None or not can_act(analysis.tokens[found.source]):
        return None
    return verbatim(found)
