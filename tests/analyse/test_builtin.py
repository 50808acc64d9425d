"""The shipped analyser: a few sentences that it must get right; `test_contract` has what holds for any text."""

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Analysis
from tests.analyse.texts import NEWS, document


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.fixture(scope="module")
def analyses(analyser: BuiltinAnalyser) -> dict[str, Analysis]:
    return {"news": analyser.analyse(document(NEWS))}


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


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_articles_read_side_by_side_have_the_analyses_that_they_have_alone(
    analyser: BuiltinAnalyser, threads: int
) -> None:
    documents = [document(NEWS), *(document(f"{NEWS}\n\n{count} people met the minister.") for count in range(8))]
    assert list(BuiltinAnalyser(threads=threads).analyse_all(documents)) == list(map(analyser.analyse, documents))


def test_an_arc_that_could_go_elsewhere_is_less_sure(analyser: BuiltinAnalyser) -> None:
    tokens = analyser.analyse(document("She saw the man with the telescope. Iran rejected talks.")).tokens
    scores = {token.text: token.arc_score for token in tokens}
    assert scores["telescope"] < 0.95 < scores["talks"] <= 1.0
    assert all(0.0 <= token.arc_score <= 1.0 for token in tokens)


def test_an_infinitive_is_its_own_lemma(analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(document("The shipyard plans to lay off ninety welders."))
    assert [token.lemma for token in analysis.tokens if token.text == "lay"] == ["lay"]
