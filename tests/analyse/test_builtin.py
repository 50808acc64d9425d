"""The shipped analyser: what holds for any text, and a few sentences that it must get right."""

from datetime import date
from itertools import pairwise

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import ROOT, Analysis, Document, DocumentId, Span

NEWS = """Tehran rejects talks over missiles

Tehran rejected negotiations over its missile programme, Foreign Minister Abbas Araghchi said on Wednesday. "We will \
not discuss missiles," he told reporters in the U.S. capital.

The United Nations has condemned the attack."""

TEXTS = {
    "news": NEWS,
    "empty": "",
    "blank": " \n\t\r\n ",
    "one word": "Iran",
    "one mark": ".",
    "combining marks": "Cafe\u0301 Olé's owner Zoe\u0308 left A\u030angstro\u0308m.",
    "line ends of Windows": "Iran rejected it.\r\nTalks failed.\r\n\r\nHe left.",
    "emoji": "He won 👩‍👩‍👧‍👦 🇮🇷 in Tehran 🎉.",
    "no-break spaces": "He\u00a0left Paris\u202ffor\u2009Rome.",
    "right to left": "قال الوزير إن طهران ترفض. שלום עולם.",
    "control characters": "\x00\x01\x02\x07\x1b[31m\x7f\u200b\ufeff",
    "half pairs": "\ud800 He left \udfffParis.",
    "one endless word": "x" * 200_000,
    "one endless line": "and so on " * 3_000,
    "capitals": "IRAN REJECTS TALKS, SAYS MINISTER",
}


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


def document(text: str) -> Document:
    return Document(DocumentId("test"), text, published=date(2026, 2, 12))


@pytest.fixture(scope="module")
def analyses(analyser: BuiltinAnalyser) -> dict[str, Analysis]:
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


def test_the_same_text_gives_the_same_analysis(analyser: BuiltinAnalyser, analyses: dict[str, Analysis]) -> None:
    assert analyser.analyse(document(NEWS)) == analyses["news"]


def test_threads_change_nothing(analyses: dict[str, Analysis]) -> None:
    assert BuiltinAnalyser(threads=1).analyse(document(NEWS)) == analyses["news"]


def test_no_words_no_analysis(analyses: dict[str, Analysis]) -> None:
    assert analyses["empty"].tokens == analyses["blank"].sentences == ()


def test_analyse_all_takes_articles_only_as_needed(analyser: BuiltinAnalyser) -> None:
    read = []

    def documents():
        for text in ("One.", "Two."):
            read.append(text)
            yield document(text)

    next(analyser.analyse_all(documents()))
    assert read == ["One."]


def test_a_blank_line_and_an_abbreviation(analyses: dict[str, Analysis]) -> None:
    sentences = [sentence.span.of(NEWS) for sentence in analyses["news"].sentences]
    assert sentences == [
        "Tehran rejects talks over missiles",
        "Tehran rejected negotiations over its missile programme, Foreign Minister Abbas Araghchi said on Wednesday.",
        '"We will not discuss missiles," he told reporters in the U.S. capital.',
        "The United Nations has condemned the attack.",
    ]


def test_names_and_grammar_of_news(analyses: dict[str, Analysis]) -> None:
    news = analyses["news"]
    names = {news.words(mention.tokens): mention.type for mention in news.mentions}
    assert names["Abbas Araghchi"] == "person"
    assert names["Tehran"] == names["U.S."] == "place"
    assert names["United Nations"] == "organization"
    condemned = next(token for token in news.tokens if token.text == "condemned")
    assert (condemned.lemma, condemned.upos, condemned.deprel) == ("condemn", "VERB", "root")
    assert {t.text: t.deprel for t in news.dependents(condemned.index, "nsubj", "obj")} == {
        "Nations": "nsubj",
        "attack": "obj",
    }
    assert [(news.words(time.tokens), time.value.iso) for time in news.times] == [("Wednesday", "2026-02-11")]


def test_what_did_not_happen_is_seen(analyses: dict[str, Analysis]) -> None:
    happened = {token.text: token.happened for token in analyses["news"].tokens}
    assert happened["discuss"] < 0 < happened["rejected"]
    assert happened["Tehran"] is None


def test_its_own_words_and_sentences_give_the_same_analysis(
    analyser: BuiltinAnalyser, analyses: dict[str, Analysis]
) -> None:
    news = analyses["news"]
    words, starts = [token.span for token in news.tokens], [sentence.tokens.start for sentence in news.sentences]
    assert analyser.analyse_words(news.document, words, starts) == news


def test_given_words_and_sentences_are_kept(analyser: BuiltinAnalyser) -> None:
    words = [Span(0, 3), Span(3, 6), Span(7, 11), Span(11, 12)]
    found = analyser.analyse_words(document("cannot stop."), words, [0, 2])
    assert [token.text for token in found.tokens] == ["can", "not", "stop", "."]
    assert [sentence.tokens for sentence in found.sentences] == [Span(0, 2), Span(2, 4)]
