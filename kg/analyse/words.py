"""Words: where each begins and ends in the text.

spaCy's English tokenizer, brought nearer to the treebanks' words (UD English EWT and GUM): a run of one mark ("----",
"?!") is one word, "and/or" is three. Token F1 on the raw text of the development sets: see `docs/training.md`.
"""

import re
from collections.abc import Iterable, Iterator
from threading import Lock
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

_Range = tuple[int, int]  # start and end


class WordCutter:
    """Cuts text into words."""

    def __init__(self) -> None:
        self._tokenizer: Any = _tokenizer()  # Any: spaCy has no types here
        self._lock = Lock()  # spaCy's cache is for one thread at a time

    def cut(self, text: str) -> list[Span]:
        """Give the words of a text in order, without white space.

        Half a surrogate pair counts as an unknown character; a word of over 1,000 characters is cut.
        """
        readable = _HALF_PAIR.sub("\ufffd", text)
        with self._lock:
            if len(self._tokenizer.vocab.strings) > _STRINGS_KEPT:
                self._tokenizer = _tokenizer()
            words = [word for start, block in _blocks(readable) for word in self._words(block, start)]
        return [Span(*word) for word in _without_either(_with_runs(words, text), text)]

    def _words(self, block: str, start: int) -> Iterator[_Range]:
        """Yield the words of a stretch of text that begins at `start`."""
        table = self._tokenizer(block).to_array(["IDX", "LENGTH", "IS_SPACE"])
        for first, length, is_space in table.tolist():
            if not is_space:
                yield start + first, start + first + length


def _tokenizer() -> Any:  # Any: spaCy has no types here
    """Make spaCy's English tokenizer; of each string it notes only whether it is white space."""
    from spacy.attrs import IS_SPACE
    from spacy.lang.en import English

    tokenizer: Any = English().tokenizer  # Any: spaCy has no types here
    tokenizer.vocab.lex_attr_getters = {IS_SPACE: str.isspace}
    return tokenizer


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with their starts; a line with an endless word in chunks."""
    for line in _LINE.finditer(text):
        if _TOO_LONG.search(line.group()) is None:
            yield line.start(), line.group()
            continue
        for chunk in _CHUNK.finditer(line.group()):
            yield line.start() + chunk.start(), chunk.group()


def _with_runs(words: Iterable[_Range], text: str) -> Iterator[_Range]:
    """Join what belongs to one run of a mark: "-" "-" → "--", "!" "?" → "!?"; a run is no longer than any word."""
    start, end, last_mark = 0, 0, ""
    for word in words:
        mark = _mark_of(text[slice(*word)])
        if mark and mark == last_mark and end == word[0] and word[1] - start <= _LONGEST:
            end = word[1]
            continue
        if end:
            yield start, end
        (start, end), last_mark = word, mark
    if end:
        yield start, end


def _mark_of(word: str) -> str:
    """Give the mark that a word is a run of, empty if it is none; "!" and "?" count as one."""
    if word[0].isalnum():
        return ""
    if _EMPHASIS.fullmatch(word):
        return "!"
    return word[0] if _RUN.fullmatch(word) else ""


def _without_either(words: Iterable[_Range], text: str) -> Iterator[_Range]:
    """Cut "and/or" at its slash."""
    for start, end in words:
        found = _EITHER.fullmatch(text, start, end) if "/" in text[start:end] else None
        if found is None or found[1].lower() not in _CONJUNCTIONS or found[3].lower() not in _CONJUNCTIONS:
            yield start, end
            continue
        for group in (1, 2, 3):
            yield found.span(group)
