"""Sentences whose words are given."""

from collections.abc import Iterable, Iterator, Sequence

import pytest

from kg.document import Analysis, Document, DocumentId, Span
from kg.errors import SettingsError
from kg.pipeline import given_words
from tests.cli.test_evaluate import SpacesOrWords


class Remembers(SpacesOrWords):
    """Keeps the forms that it was asked to read."""

    forms: tuple[str, ...] = ()

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis:
        self.forms = tuple(word.of(document.text) for word in words)
        return super().analyse_words(document, words, sentence_starts)


class FindsWords:
    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        raise NotImplementedError


def test_words_stay_as_printed_and_marks_are_read_as_marks() -> None:
    analyser = Remembers()
    document = Document(DocumentId("1"), "`` No , '' she  did n't say -LRB- yet -RRB- .")
    (analysis,) = given_words(analyser).analyse_all([document])
    assert analyser.forms == ("“", "No", ",", "”", "she", "did", "n't", "say", "(", "yet", ")", ".")
    assert [token.text for token in analysis.tokens] == document.text.split()
    assert all(token.span.of(document.text) == token.text for token in analysis.tokens)
    assert [each.span for each in analysis.sentences] == [Span(0, len(document.text))]


def test_an_analyser_that_finds_words_itself_is_refused() -> None:
    with pytest.raises(SettingsError, match="--lines"):
        given_words(FindsWords())
