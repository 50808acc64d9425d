"""Windows: an article cut into pieces that the network can read, and its sentences with their scores."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Protocol

import numpy as np

from kg.analyse.network import WINDOW_PIECES
from kg.analyse.scores import WordScores
from kg.analyse.sentence_starts import sentence_starts

_LEAST_GAIN = WINDOW_PIECES // 8
"""Pieces that one of two windows in succession must yield: bounds how often a word is read."""


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence with the scores of its words."""

    forms: Sequence[str]
    scores: WordScores


class ScoresWords(Protocol):
    """What is needed of the network."""

    def lengths(self, words: Sequence[str]) -> list[int]:
        """Give the number of pieces of every word."""

    def score(self, words: Sequence[str]) -> WordScores:
        """Score the words of one window."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What print says about sentences.

    Attributes:
        paragraphs: words that begin a paragraph.
        opening: of every word, whether it is an opening quotation mark.
        has_all: every sentence is a paragraph of its own, so that none is looked for.
    """

    paragraphs: Sequence[int]
    opening: Sequence[bool]
    has_all: bool = False


def sentences(forms: Sequence[str], layout: Layout, network: ScoresWords) -> Iterator[ScoredSentence]:
    """Yield the sentences of an article in order.

    A window ends with a paragraph where it can. Where a paragraph is cut, its last sentence begins the next window, so
    every sentence is read whole; only one that no window can hold is cut, and one after windows that gave next to
    nothing: a line of thousands of quotation marks would be read anew for each of them.
    """
    paragraphs = layout.paragraphs
    offsets = [0, *accumulate(network.lengths(forms))]
    start, last_gain = 0, WINDOW_PIECES
    while start < len(forms):
        end, is_whole = _window_end(start, offsets, paragraphs)
        scores = network.score(forms[start:end])
        forced = [place - start for place in paragraphs[bisect_left(paragraphs, start) : bisect_left(paragraphs, end)]]
        lead = np.zeros_like(scores.tags["sentence"]) if layout.has_all else scores.tags["sentence"]
        starts = [*sentence_starts(forms[start:end], layout.opening[start:end], lead, forced), end - start]
        before_last = offsets[start + starts[-2]] - offsets[start]
        if not is_whole and len(starts) > 2 and max(last_gain, before_last) >= _LEAST_GAIN:
            starts.pop()
        for first, after in pairwise(starts):
            yield ScoredSentence(forms[start + first : start + after], scores.part(first, after))
        last_gain = offsets[start + starts[-1]] - offsets[start]
        start += starts[-1]


def _window_end(start: int, offsets: Sequence[int], paragraphs: Sequence[int]) -> tuple[int, bool]:
    """Give the end of the window that begins at a word, and whether a paragraph ends there."""
    words = len(offsets) - 1
    end = max(start + 1, bisect_right(offsets, offsets[start] + WINDOW_PIECES) - 1)
    if end >= words:
        return words, True
    last = paragraphs[bisect_right(paragraphs, end) - 1]
    if last > start and offsets[last] - offsets[start] >= WINDOW_PIECES // 2:
        return last, True
    return end, False
