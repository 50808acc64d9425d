"""What every analyser does with any text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.spacy_backend import with_pipeline
from kg.document import ROOT, Analysis, Document, Span
from tests.analyse.pipelines import CLEAR, UD, pipeline
from tests.analyse.texts import NEWS, TEXTS, document


class Analyser(Protocol):
    """What analysers have in common."""

    name: str

    def analyse(self, document: Document) -> Analysis: ...

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]: ...

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis: ...


Make = Callable[..., Analyser]


@pytest.fixture(scope="module", params=["builtin", CLEAR, UD])
def make(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Make:
    if request.param == "builtin":
        return BuiltinAnalyser
    return with_pipeline(str(pipeline(tmp_path_factory.mktemp("pipeline"), request.param)))


@pytest.fixture(scope="module")
def analyser(make: Make) -> Analyser:
    return make(threads=2)


@pytest.fixture(scope="module")
def analyses(analyser: Analyser) -> dict[str, Analysis]:
    return dict(zip(TEXTS, analyser.analyse_all(document(text) for text in TEXTS.values()), strict=True))


@pytest.fixture(params=TEXTS)
def analysis(request: pytest.FixtureRequest, analyses: dict[str, Analysis]) -> Analysis:
    return analyses[request.param]


def test_offsets_are_those_of_the_text(analysis: Analysis) -> None:
    text = analysis.document.text
    assert all(token.span.of(text) == token.text != "" for token in analysis.tokens)
    assert all(a.span.end <= b.span.start for a, b in pairwise(analysis.tokens))
    assert "".join(token.text for token in analysis.tokens) == "".join(text.split())


def test_sentences_cover_all_tokens(analysis: Analysis) -> None:
    covered = [i for sentence in analysis.sentences for i in range(sentence.tokens.start, sentence.tokens.end)]
    assert covered == list(range(len(analysis.tokens)))
    assert all(sentence.span == analysis.chars(sentence.tokens) for sentence in analysis.sentences)


def test_every_sentence_is_a_tree(analysis: Analysis) -> None:
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.tokens.start : sentence.tokens.end]
        assert [token.deprel for token in tokens if token.head == ROOT] == ["root"]
        for token in tokens:
            steps, index = 0, token.index
            while (index := analysis.tokens[index].head) != ROOT and steps <= len(tokens):
                assert index in sentence.tokens
                steps += 1
            assert steps <= len(tokens)


def test_mentions_and_times_are_in_order_inside_sentences(analysis: Analysis) -> None:
    for spans in ([m.tokens for m in analysis.mentions], [t.tokens for t in analysis.times]):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(any(sentence.tokens.covers(span) for sentence in analysis.sentences) for span in spans)
    assert all(mention.head in mention.tokens and 0 <= mention.score <= 1 for mention in analysis.mentions)


def test_the_same_text_gives_the_same_analysis(analyser: Analyser, analyses: dict[str, Analysis]) -> None:
    assert analyser.analyse(document(NEWS)) == analyses["news"]


def test_threads_change_nothing(make: Make, analyses: dict[str, Analysis]) -> None:
    assert make(threads=1).analyse(document(NEWS)) == analyses["news"]


def test_no_words_no_analysis(analyses: dict[str, Analysis]) -> None:
    assert analyses["empty"].tokens == analyses["blank"].sentences == ()


def test_analyse_all_takes_articles_only_as_needed(analyser: Analyser) -> None:
    read = []

    def documents():
        for text in ("One.", "Two."):
            read.append(text)
            yield document(text)

    next(analyser.analyse_all(documents()))
    assert read == ["One."]


def test_given_words_and_sentences_are_kept(analyser: Analyser) -> None:
    words = [Span(0, 3), Span(3, 6), Span(7, 11), Span(11, 12)]
    found = analyser.analyse_words(document("cannot stop."), words, [0, 2])
    assert [token.text for token in found.tokens] == ["can", "not", "stop", "."]
    assert [sentence.tokens for sentence in found.sentences] == [Span(0, 2), Span(2, 4)]


def test_it_has_a_name(analyser: Analyser) -> None:
    assert analyser.name
