"""Windows: an article cut into pieces that the network can read, and its sentences with their scores."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Protocol

from kg.analyse.network import WINDOW_PIECES
from kg.analyse.scores import WordScores


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


class FindsSentences(Protocol):
    """What is needed of the decoder."""

    def sentence_starts(self, scores: WordScores, forced: Sequence[int]) -> list[int]:
        """Give the words of a window that begin a sentence."""


def sentences(
    forms: Sequence[str], paragraphs: Sequence[int], network: ScoresWords, decoder: FindsSentences
) -> Iterator[ScoredSentence]:
    """Yield the sentences of an article in order.

    A window ends with a paragraph where it can. Where a paragraph is cut, its last sentence begins the next window, so
    every sentence is read whole; only one that no window can hold is cut.
    """
    offsets = [0, *accumulate(network.lengths(forms))]
    start = 0
    while start < len(forms):
        end, is_whole = _window_end(start, offsets, paragraphs)
        scores = network.score(forms[start:end])
        forced = [place - start for place in paragraphs[bisect_left(paragraphs, start) : bisect_left(paragraphs, end)]]
        starts = [*decoder.sentence_starts(scores, forced), end - start]
        if not is_whole and len(starts) > 2:
            starts.pop()
        for first, after in pairwise(starts):
            yield ScoredSentence(forms[start + first : start + after], scores.part(first, after))
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
