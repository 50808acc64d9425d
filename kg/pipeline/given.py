"""Sentences whose words are given: what test sets print is analysed word by word, and stays as printed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from kg.document import Analysis, Document, Span
from kg.errors import SettingsError
from kg.pipeline.faults import Analyser

_MARKS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}
"""How the Penn Treebank writes marks → what the analyser knows."""


@runtime_checkable
class ReadsWords(Protocol):
    """An analyser that also takes words and sentences as given."""

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis:
        """Analyse an article whose words and first words of sentences are known."""


@dataclass(frozen=True, slots=True)
class GivenWords:
    """Analyses documents of one sentence each, whose words stand between spaces."""

    analyser: ReadsWords

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Yield the analyses in the order of the documents."""
        return map(self.analyse, documents)

    def analyse(self, document: Document) -> Analysis:
        """Analyse a sentence; its marks are read as marks ("-LRB-" as a bracket), and stay as they are printed."""
        words = [Span(*match.span()) for match in re.finditer(r"\S+", document.text)]
        text = document.text
        marks = {word: _MARKS[word.of(text)] for word in words if word.of(text) in _MARKS}
        for word, mark in marks.items():
            text = f"{text[: word.start]}{mark.ljust(len(word))}{text[word.end :]}"
        read = [Span(word.start, word.start + len(marks.get(word, word.of(text)))) for word in words]
        return _as_printed(self.analyser.analyse_words(replace(document, text=text), read, [0]), document, words)


def given_words(analyser: Analyser) -> GivenWords:
    """Give an analyser that takes the words between spaces as they are.

    Raises:
        SettingsError: the analyser finds its words itself.
    """
    if not isinstance(analyser, ReadsWords):
        raise SettingsError("this analyser finds its words itself: leave --lines out, or take the builtin one")
    return GivenWords(analyser)


def _as_printed(analysis: Analysis, document: Document, words: Sequence[Span]) -> Analysis:
    """Give the analysis of the sentence with its marks as printed."""
    tokens = tuple(
        replace(token, span=span, text=span.of(document.text))
        for token, span in zip(analysis.tokens, words, strict=True)
    )
    sentences = tuple(
        replace(each, span=Span(words[each.tokens.start].start, words[each.tokens.end - 1].end))
        for each in analysis.sentences
    )
    return replace(analysis, document=document, tokens=tokens, sentences=sentences)
