"""Texts that break off: a headline or a caption may end on any word, and costs no article."""

from dataclasses import replace

import pytest

from kg.document import ROOT, Analysis, Span
from kg.extract import extract
from kg.extract.phrases import compound_before
from tests.extract.test_cases import CASES, LEXICONS, VOCABULARY
from tests.link.parses import parsed


def broken_off(analysis: Analysis, left_out: int) -> Analysis | None:
    """Give an analysis without its last words, None if nothing is left of its last sentence but what hangs on them."""
    end, last = len(analysis.tokens) - left_out, analysis.sentences[-1]
    roots = [token.index for token in analysis.tokens[last.tokens.start : end] if token.head == ROOT]
    if not roots:
        return None
    tokens = tuple(replace(t, head=roots[0]) if t.head >= end else t for t in analysis.tokens[:end])
    cut = replace(last, tokens=Span(last.tokens.start, end), span=Span(last.span.start, tokens[-1].span.end))
    return replace(
        analysis,
        tokens=tokens,
        sentences=(*analysis.sentences[:-1], cut),
        mentions=tuple(mention for mention in analysis.mentions if mention.tokens.end <= end),
        times=tuple(time for time in analysis.times if time.tokens.end <= end),
    )


@pytest.mark.parametrize("left_out", [1, 2, 3])
def test_a_text_may_break_off_at_any_word(left_out: int) -> None:
    for case in CASES:
        analysis = broken_off(case.analysis, left_out)
        if analysis is not None:
            extract(analysis, LEXICONS, VOCABULARY)


def test_the_first_word_forms_one_with_none_before_it() -> None:
    assert not compound_before(parsed("Ships/ship/NOUN/2/obj sold/sell/VERB/0/root"), 0, {})
