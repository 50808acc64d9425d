"""Words: where each begins and ends in the text.

spaCy's English tokenizer, brought nearer to the treebanks' words (UD English EWT and GUM): a run of one mark ("----",
"?!") is one word, "and/or" is three. Token F1 on the raw text of the development sets: see `docs/training.md`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.document import Span

_LONGEST = 1000  # characters; a longer "word" is cut, or spaCy would take minutes for a line of base64
_STRINGS_KEPT = 300_000  # strings that spaCy may remember before the tokenizer is made anew

_LINE = re.compile(r"[^\n]+")
_TOO_LONG = re.compile(rf"\S{{{_LONGEST + 1}}}")
_CHUNK = re.compile(rf"\S{{1,{_LONGEST}}}")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_EMPHASIS = re.compile(r"[!?]+")
_RUN = re.compile(r"([=*_\-~.#$<>+|•·])\1*")
_EITHER = re.compile(r"(\w+)(/)(\w+)")
_CONJUNCTIONS = {"and", "or"}


class WordCutter:
    """Cuts text into words."""

    def __init__(self) -> None:
        self._tokenizer: Any = _tokenizer()  # Any: spaCy has no types here

    def cut(self, text: str) -> list[Span]:
        """Give the words of a text in order, without white space.

        Half a surrogate pair counts as an unknown character; a word of over 1,000 characters is cut.
        """
        if len(self._tokenizer.vocab.strings) > _STRINGS_KEPT:
            self._tokenizer = _tokenizer()
        readable = _HALF_PAIR.sub("\ufffd", text)
        words = (word for start, block in _blocks(readable) for word in self._words(block, start))
        return list(_without_either(_with_runs(words, text), text))

    def _words(self, block: str, start: int) -> Iterator[Span]:
        """Yield the words of a stretch of text that begins at `start`."""
        for token in self._tokenizer(block):
            if not token.is_space:
                yield Span(start + token.idx, start + token.idx + len(token))


def _tokenizer() -> Any:  # Any: spaCy has no types here
    """Make spaCy's English tokenizer."""
    from spacy.lang.en import English

    return English().tokenizer


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with their starts; a line with an endless word in chunks."""
    for line in _LINE.finditer(text):
        if _TOO_LONG.search(line.group()) is None:
            yield line.start(), line.group()
            continue
        for chunk in _CHUNK.finditer(line.group()):
            yield line.start() + chunk.start(), chunk.group()


def _with_runs(words: Iterable[Span], text: str) -> Iterator[Span]:
    """Join what belongs to one run of a mark: "-" "-" → "--", "!" "?" → "!?"; a run is no longer than any word."""
    last, last_mark = Span(0, 0), ""
    for word in words:
        mark = _mark_of(word.of(text))
        if mark and mark == last_mark and last.end == word.start and word.end - last.start <= _LONGEST:
            last = Span(last.start, word.end)
            continue
        if last:
            yield last
        last, last_mark = word, mark
    if last:
        yield last


def _mark_of(word: str) -> str:
    """Give the mark that a word is a run of, empty if it is none; "!" and "?" count as one."""
    if _EMPHASIS.fullmatch(word):
        return "!"
    return word[0] if _RUN.fullmatch(word) else ""


def _without_either(words: Iterable[Span], text: str) -> Iterator[Span]:
    """Cut "and/or" at its slash."""
    for word in words:
        found = _EITHER.fullmatch(text, word.start, word.end) if "/" in word.of(text) else None
        if found is None or found[1].lower() not in _CONJUNCTIONS or found[3].lower() not in _CONJUNCTIONS:
            yield word
            continue
        for group in (1, 2, 3):
            yield Span(*found.span(group))
