"""Which words a mention has, and which mentions belong together."""

from dataclasses import replace

import pytest

from kg.document import Analysis, Coreference
from kg.evaluate.chains import chains_of, mention_span
from tests.link.parses import parsed

MENTIONS = {
    "a relative clause belongs to it, a preposition does not": (
        "of/of/ADP/3/case the/the/DET/3/det firm/firm/NOUN/0/root that/that/PRON/6/obj Ann/Ann/PROPN/6/nsubj "
        "owns/own/VERB/3/acl:relcl",
        "firm",
        "the firm that Ann owns",
    ),
    "neither does an apposition with its mark": (
        "Ann/Ann/PROPN/0/root ,/,/PUNCT/4/punct a/a/DET/4/det judge/judge/NOUN/1/appos",
        "Ann",
        "Ann",
    ),
    "other conjuncts are mentions of their own": (
        "old/old/ADJ/2/amod ships/ship/NOUN/0/root and/and/CCONJ/4/cc boats/boat/NOUN/2/conj",
        "ships",
        "old ships",
    ),
    "a conjunct leaves its conjunction outside": (
        "old/old/ADJ/2/amod ships/ship/NOUN/0/root and/and/CCONJ/4/cc boats/boat/NOUN/2/conj",
        "boats",
        "boats",
    ),
    "conjuncts inside it stay": (
        "a/a/DET/5/det black/black/ADJ/5/amod and/and/CCONJ/4/cc white/white/ADJ/2/conj cat/cat/NOUN/0/root",
        "cat",
        "a black and white cat",
    ),
    "a predicate begins behind its copula": (
        "She/she/PRON/4/nsubj is/be/AUX/4/cop a/a/DET/4/det judge/judge/NOUN/0/root",
        "judge",
        "a judge",
    ),
    "an owner keeps its mark": (
        "the/the/DET/2/det firm/firm/NOUN/4/nmod:poss 's/'s/PART/2/case debt/debt/NOUN/0/root",
        "firm",
        "the firm 's",
    ),
    "a bracket that closes one inside stays": (
        "skills/skill/NOUN/0/root (/(/PUNCT/3/punct rare/rare/ADJ/1/amod )/)/PUNCT/3/punct ././PUNCT/1/punct",
        "skills",
        "skills ( rare )",
    ),
    "marks at the edges do not": (
        "'/'/PUNCT/2/punct Ann/Ann/PROPN/0/root ,/,/PUNCT/2/punct",
        "Ann",
        "Ann",
    ),
    "a mark alone is what it is": ("?/?/PUNCT/0/root", "?", "?"),
    "words behind a gap are not taken": (
        "news/news/NOUN/2/nsubj came/come/VERB/0/root of/of/ADP/4/case war/war/NOUN/1/nmod",
        "news",
        "news",
    ),
}


@pytest.mark.parametrize("name", MENTIONS)
def test_words_of_a_mention(name: str) -> None:
    sentence, head, words = MENTIONS[name]
    analysis = parsed(sentence)
    index = next(token.index for token in analysis.tokens if token.text == head)
    assert analysis.words(mention_span(analysis, index)) == words


def linked(*links: tuple[int, int]) -> Analysis:
    analysis = parsed("Ann/Ann/PROPN/0/root he/he/PRON/1/dep she/she/PRON/1/dep it/it/PRON/1/dep I/I/PRON/1/dep")
    return replace(analysis, coreferences=tuple(Coreference(*link) for link in links))


def test_links_join_into_chains() -> None:
    analysis = linked((2, 0), (3, 1), (4, 2))
    assert [sorted(analysis.words(span) for span in chain) for chain in chains_of(analysis)] == [
        ["Ann", "I", "she"],
        ["he", "it"],
    ]


def test_no_links_no_chains() -> None:
    assert chains_of(linked()) == ()
