"""Where sentences begin: what the network sees, corrected by what print makes certain."""

from collections.abc import Sequence

from kg.analyse.scores import Floats
from kg.document import Span

QUOTES = frozenset("\"'“”„‘’«»`") | {"``", "''"}
_CLOSERS = QUOTES | {")", "]", "}"}
_ENDS = frozenset(".!?:;…")
_DOUBTFUL = 2.0  # lead of "start" that is asked for where no mark ends the sentence before; see docs/training.md


def opening_quotes(text: str, words: Sequence[Span]) -> list[bool]:
    """Say of every word whether it is a quotation mark that stands before what it quotes."""
    opening = []
    for index, word in enumerate(words):
        is_apart = index == 0 or words[index - 1].end < word.start
        is_glued = index + 1 < len(words) and words[index + 1].start == word.end
        opening.append(word.of(text) in QUOTES and is_apart and is_glued)
    return opening


def sentence_starts(forms: Sequence[str], opening: Sequence[bool], scores: Floats, forced: Sequence[int]) -> list[int]:
    """Give the words of a window that begin a sentence: its first, the forced ones and those the network sees.

    Args:
        forms: words of the window.
        opening: `opening_quotes` of the window.
        scores: of "no start" and "start", `[words, 2]`.
        forced: starts of paragraphs.

    After a word without a final mark the network must be sure. A mark of quotation goes with what it quotes.

    Example:
        He left. " | We stay → He left. | "We stay
        at the same time | Georgia said → at the same time Georgia said
    """
    lead = scores[:, 1] - scores[:, 0]
    found = {index for index in (lead > 0).nonzero()[0].tolist() if lead[index] > _needed(forms, index)}
    return sorted({0, *forced, *(_at_quote(forms, opening, index) for index in found)} - {len(forms)})


def _needed(forms: Sequence[str], index: int) -> float:
    """Give the lead that a start needs."""
    before = index - 1
    while before > 0 and forms[before] in _CLOSERS:
        before -= 1
    return 0.0 if before < 0 or forms[before][-1:] in _ENDS else _DOUBTFUL


def _at_quote(forms: Sequence[str], opening: Sequence[bool], index: int) -> int:
    """Move a start before the quotation mark that opens it, or behind the one that closes the sentence before."""
    if index > 0 and opening[index - 1]:
        return index - 1
    if forms[index] in QUOTES and not opening[index]:
        return index + 1
    return index
