"""Tuples of words, one a line."""

from dataclasses import replace

from kg.document import DocumentId
from kg.export.openie import tuples
from kg.knowledge import ArticleGraph, Reading
from kg.vocabulary import load_vocabulary
from tests.link.parses import parsed

VOCABULARY = load_vocabulary()
REFUSAL = (
    "The/the/DET/2/det envoy/envoy/NOUN/3/nsubj said/say/VERB/0/root Riga/Riga/PROPN/6/nsubj/B-place "
    "may/may/AUX/6/aux reject/reject/VERB/3/ccomp talks/talk/NOUN/6/obj"
)


def rows(**options: object) -> list[list[str]]:
    analysis = parsed("It/it/PRON/2/nsubj rained/rain/VERB/0/root", REFUSAL)
    analysis = replace(analysis, document=replace(analysis.document, id=DocumentId("a")))
    reading = Reading(analysis, (), ArticleGraph(analysis.document))
    return [line.split("\t") for line in b"".join(tuples([reading], VOCABULARY, **options)).decode().splitlines()]


def test_a_tuple_has_its_sentence_its_words_and_how_they_are_meant() -> None:
    assert rows()[1] == ["a:2", "Riga", "may reject", "talks", "positive", "possible", "envoy say", "0.80"]


def test_whole_phrases() -> None:
    assert rows(phrases="full")[0][1:4] == ["The envoy", "said", "Riga may reject talks"]


def test_what_is_less_sure_is_left_out() -> None:
    assert [row[2] for row in rows(min_confidence=0.5)] == ["may reject"]


def test_an_article_that_is_one_line_names_the_sentence() -> None:
    assert {row[0] for row in rows(lines=True)} == {"a"}


def test_no_article_gives_no_line() -> None:
    assert list(tuples([], VOCABULARY)) == []
