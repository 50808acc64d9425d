"""Tuples of words: construction by construction on hand-made parses, and against gold with the model."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.evaluate.measures import Tally
from kg.evaluate.openie import compare, read_facts
from kg.extract.tuples import Size, Tuple, tuples_of
from kg.pipeline import given_words
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.link.parses import parsed

GOLD = Path(__file__).parent / "openie"
LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()

VISIT = (
    "Fiji/Fiji/PROPN/2/nsubj/B-place plans/plan/VERB/0/root to/to/PART/4/mark visit/visit/VERB/2/xcomp "
    "Riga/Riga/PROPN/4/obj/B-place in/in/ADP/7/case May/May/PROPN/4/obl"
)
PACT = (
    "He/he/PRON/5/nsubj did/do/AUX/5/aux not/not/PART/5/advmod really/really/ADV/5/advmod sign/sign/VERB/0/root "
    "the/the/DET/7/det pact/pact/NOUN/5/obj with/with/ADP/9/case Chad/Chad/PROPN/7/nmod/B-place"
)
SALE = (
    "Tin/tin/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass seized/seize/VERB/0/root and/and/CCONJ/5/cc "
    "sold/sell/VERB/3/conj to/to/ADP/7/case Riga/Riga/PROPN/5/obl/B-place"
)
CITY = (
    "Oslo/Oslo/PROPN/4/nsubj/B-place is/be/AUX/4/cop a/a/DET/4/det city/city/NOUN/0/root in/in/ADP/6/case "
    "Norway/Norway/PROPN/4/nmod/B-place"
)
THERE = (
    "There/there/PRON/2/expl are/be/VERB/0/root lakes/lake/NOUN/2/nsubj in/in/ADP/5/case Chad/Chad/PROPN/2/obl/B-place"
)
FAVOUR = (
    "It/it/PRON/4/nsubj was/be/AUX/4/cop in/in/ADP/4/case favour/favour/NOUN/0/root of/of/ADP/6/case "
    "Chad/Chad/PROPN/4/nmod/B-place"
)
SAID = (
    "She/she/PRON/2/nsubj said/say/VERB/0/root that/that/SCONJ/5/mark it/it/PRON/5/nsubj fell/fall/VERB/2/ccomp "
    "in/in/ADP/7/case May/May/PROPN/5/obl"
)
BOTH = (
    "Chad/Chad/PROPN/4/nsubj/B-place and/and/CCONJ/3/cc Fiji/Fiji/PROPN/1/conj/B-place sell/sell/VERB/0/root "
    "tin/tin/NOUN/4/obj but/but/CCONJ/8/cc not/not/PART/8/advmod coal/coal/NOUN/5/conj"
)


def tuples(sentence: str, size: Size = Size.MINIMAL) -> list[Tuple]:
    return list(tuples_of(parsed(sentence), LEXICONS, VOCABULARY, size))


def shown(sentence: str, size: Size = Size.MINIMAL) -> list[str]:
    return [f"{each.subject} | {each.relation} | {each.object}" for each in tuples(sentence, size)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (VISIT, ["Fiji | plans to visit | Riga", "Fiji | plans to visit Riga in | May"]),
        (PACT, ["He | did sign | pact", "He | did sign pact with | Chad"]),
        (CITY, ["Oslo | is | city", "Oslo | is city in | Norway"]),
        (THERE, ["There | are | lakes", "There | are lakes in | Chad"]),
        (FAVOUR, ["It | was in favour of | Chad"]),
        (SAID, ["She | said | it fell in May", "it | fell in | May"]),
        (BOTH, [f"{who} | sell | {what}" for who in ("Chad", "Fiji") for what in ("tin", "coal")]),
    ],
    ids=["infinitive", "negation", "copula", "there is", "in favour of", "content", "coordination"],
)
def test_a_clause_gives_a_tuple_for_each_object_and_oblique(sentence: str, expected: list[str]) -> None:
    assert shown(sentence) == expected


def test_the_second_participle_shares_the_auxiliary() -> None:
    sale = parsed(SALE)
    participles = tuple(replace(each, xpos="VBN") if each.upos == "VERB" else each for each in sale.tokens)
    (found,) = tuples_of(replace(sale, tokens=participles), LEXICONS, VOCABULARY)
    assert (found.subject, found.relation, found.object) == ("Tin", "was sold to", "Riga")


def test_whole_phrases_have_articles_adverbs_and_the_negation() -> None:
    assert shown(PACT, Size.FULL) == ["He | did not really sign | the pact with Chad"]


def test_negation_is_the_polarity() -> None:
    assert {each.polarity for each in tuples(PACT)} == {"negative"}
    assert [each.polarity for each in tuples(BOTH)] == ["positive", "negative", "positive", "negative"]


def test_the_speaker_of_content_is_its_attribution() -> None:
    assert [each.attribution for each in tuples(SAID)] == ["", "She say"]


def test_no_words_give_no_tuple() -> None:
    assert tuples_of(parsed(), LEXICONS, VOCABULARY) == ()


def test_most_tuples_word_a_gold_fact_and_most_facts_are_worded() -> None:
    analyser = given_words(BuiltinAnalyser())
    precision, recall = Tally(), Tally()
    for path in sorted(GOLD.glob("*.txt")):
        gold = read_facts(path)
        documents = (Document(DocumentId(str(number)), each.text) for number, each in enumerate(gold, start=1))
        found = {
            int(analysis.document.id): [
                (each.subject, each.relation, each.object) for each in tuples_of(analysis, LEXICONS, VOCABULARY)
            ]
            for analysis in analyser.analyse_all(documents)
        }
        compared = compare(gold, found)
        for total, part in ((precision, compared.precision), (recall, compared.recall)):
            total.add(part.right, part.found, part.gold)
    assert precision.value > 84  # 87.7 when this was written
    assert recall.value > 86  # 90.5
