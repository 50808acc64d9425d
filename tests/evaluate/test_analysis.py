"""What sets say of an analyser that is perfect, of one with known mistakes, and of one that cannot take given words."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.document import Analysis, Coreference, Document, Mention, Sentence, Span, Token
from kg.evaluate.analysis import Evaluation, Figures, evaluate, outcome
from kg.evaluate.annotations import read_documents, read_names
from kg.evaluate.gold import Gold, GoldSet, PredicateGold, with_factuality
from kg.evaluate.treebanks import read_treebank
from tests.evaluate.gold_files import CONLLU, DOCUMENT, lines


class Prepared:
    """Knows the analysis of each document."""

    def __init__(self, *analyses: Analysis) -> None:
        self._known = {analysis.document.id: analysis for analysis in analyses}

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        return (self._known[document.id] for document in documents)


class PreparedWords(Prepared):
    """The same, and it takes words as given: those that it knows."""

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis:
        known = self._known[document.id]
        assert [token.span for token in known.tokens] == list(words)
        assert [sentence.tokens.start for sentence in known.sentences] == list(sentence_starts)
        return known


def values(figures: Figures) -> dict[str, float]:
    return {name: figure.value for name, figure in figures.items()}


def analyses(gold: GoldSet) -> list[Analysis]:
    return [document.analysis for document in gold.documents]


@pytest.fixture
def treebank(tmp_path: Path) -> GoldSet:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return read_treebank(path)


@pytest.fixture
def ann(tmp_path: Path) -> GoldSet:
    (tmp_path / "ann.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    return read_documents(tmp_path)


def changed(analysis: Analysis, index: int, **changes: object) -> Analysis:
    """The analysis with another token at one place."""
    tokens = list(analysis.tokens)
    tokens[index] = replace(tokens[index], **changes)
    return replace(analysis, tokens=tuple(tokens))


def test_gold_itself_scores_100(treebank: GoldSet) -> None:
    found = evaluate(treebank, PreparedWords(*analyses(treebank)))
    assert values(found.figures) == dict.fromkeys(
        ("tokens", "sentences", "upos", "xpos", "lemma", "uas", "las", "las_plain"), 100.0
    )


def test_words_and_sentences_need_both_ends(ann: GoldSet) -> None:
    """The analyser joins "She" and "left" and sees one sentence: 6 of its 7 words are gold, of 8."""
    (gold,) = analyses(ann)
    joined = Token(5, Span(17, 25), "She left", "", "X", "X", 1, "dep")
    tokens = (*gold.tokens[:5], joined, replace(gold.tokens[7], index=6))
    one = replace(gold, tokens=tokens, sentences=(Sentence(Span(0, 7), Span(0, 26)),))
    figures = evaluate(ann, Prepared(one)).figures
    assert figures["tokens"].record() == {
        "value": 80.0,
        "precision": 85.71,
        "recall": 75.0,
        "right": 6,
        "found": 7,
        "gold": 8,
    }
    assert figures["sentences"].record()["found"] == 1
    assert figures["sentences"].value == 0.0


def test_each_mistake_costs_its_own_layer(ann: GoldSet) -> None:
    """Of 8 words one is wrong in each layer; of the 6 that are no marks two relations are, one in its subtype only."""
    (gold,) = analyses(ann)
    wrong = changed(gold, 0, upos="NOUN", deprel="nsubj:pass")
    wrong = changed(wrong, 1, lemma="own")
    wrong = changed(wrong, 2, xpos="X", head=1)
    wrong = changed(wrong, 4, deprel="dep")
    found = values(evaluate(ann, PreparedWords(wrong)).figures)
    assert {name: found[name] for name in ("upos", "xpos", "lemma", "uas")} == {
        "upos": 87.5,
        "xpos": 87.5,
        "lemma": 87.5,
        "uas": 87.5,
    }
    assert found["las"] == 62.5
    assert found["las_plain"] == 83.33


def test_types_of_nominals(ann: GoldSet) -> None:
    """Ann is right, the firm is a place, "left" is no mention, "She" is not found."""
    (gold,) = analyses(ann)
    wrong = changed(changed(changed(gold, 3, nominal_type="place"), 6, nominal_type="event"), 5, nominal_type="")
    figures = evaluate(ann, PreparedWords(wrong)).figures
    assert figures["nominals"].record() | {} == {
        "value": 33.33,
        "precision": 33.33,
        "recall": 33.33,
        "right": 1,
        "found": 3,
        "gold": 3,
    }
    assert figures["nominal_types"].value == 33.33


def test_what_an_analyser_does_not_say_is_not_measured(ann: GoldSet) -> None:
    (gold,) = analyses(ann)
    silent = replace(gold, tokens=tuple(replace(token, nominal_type="") for token in gold.tokens))
    assert {"nominals", "coreference", "happened", "names"} & evaluate(
        ann, PreparedWords(silent)
    ).figures.keys() == set()


def test_coreference_by_genre(ann: GoldSet) -> None:
    """Ann and she are one chain; with the firm in it MUC is 66.67, B³ 61.54 and CEAF 80."""
    (gold,) = analyses(ann)
    right = replace(gold, coreferences=(Coreference(5, 0),))
    wrong = replace(gold, coreferences=(Coreference(3, 0), Coreference(5, 3)))
    assert evaluate(ann, PreparedWords(right)).figures["coreference"].value == 100.0
    found = values(evaluate(ann, PreparedWords(wrong)).figures)
    assert (found["muc"], found["b_cubed"], found["ceaf_e"], found["mentions"]) == (66.67, 61.54, 80.0, 80.0)
    assert found["coreference"] == found["coreference:news"] == 69.4


NAMES = (
    {"tokens": ["Ann", "Lee", "left", "Rome", "for", "a", "Pulitzer"], "doc": "a", "entities": []},
    {"tokens": ["Norland", "won"], "doc": "a", "entities": [[0, 1, "LOC"]]},
)
NAMES[0]["entities"] = [[0, 2, "PER"], [3, 4, "LOC"], [6, 7, "MISC"]]


def named(folder: Path, guideline: str, *mentions: tuple[int, int, str]) -> Figures:
    """Score names found in the sentences above."""
    path = folder / "names.jsonl"
    path.write_text(lines(*NAMES), encoding="utf-8")
    gold = read_names(path, guideline)
    (analysis,) = analyses(gold)
    found = replace(analysis, mentions=tuple(Mention(Span(start, end), start, kind) for start, end, kind in mentions))
    return evaluate(gold, PreparedWords(found)).figures


def test_names_need_the_words_and_the_type(tmp_path: Path) -> None:
    """Rome is right, Ann is only part of her name, Norland has the wrong type: 1 of 3 found, of 3 gold."""
    figures = named(tmp_path, "wikigold", (0, 1, "person"), (3, 4, "place"), (7, 8, "person"))
    assert (figures["names"].record()["right"], figures["names"].record()["found"]) == (1, 3)
    assert values(figures) == {"names": 33.33, "names:person": 0.0, "names:place": 66.67}


def test_names_that_the_set_cannot_judge_do_not_count(tmp_path: Path) -> None:
    """WikiGold's MISC may be a work; a date is a type that it does not mark."""
    right = ((0, 2, "person"), (3, 4, "place"), (7, 8, "place"))
    assert named(tmp_path, "wikigold", *right, (6, 7, "work"), (5, 6, "date"))["names"].value == 100.0
    assert named(tmp_path, "wikigold", *right, (6, 7, "place"))["names"].record()["found"] == 4
    assert named(tmp_path, "plain", *right, (6, 7, "place"))["names"].value == 100.0


def test_no_names_found_is_0(tmp_path: Path) -> None:
    assert named(tmp_path, "uner")["names"].value == 0.0


def test_words_in_spaces_are_no_raw_text(tmp_path: Path) -> None:
    assert {"tokens", "upos", "lemma", "las"} & named(tmp_path, "uner").keys() == set()


def factuality(treebank: GoldSet, **found: float | None) -> Evaluation:
    """Score factuality found by word, where owns did happen, sell did not and failed is open."""
    texts = [["Ann", "owns", "a", "firm", "."], ["Talks", "failed", "."]]
    happened = [{1: 1.5}, {1: 0.1}]
    table = {f"news-{n}": PredicateGold(tuple(w), h) for n, w, h in zip((1, 3), texts, happened, strict=True)}
    gold = with_factuality(treebank, table)
    tokens = tuple(replace(token, happened=found.get(token.text)) for token in gold.documents[0].analysis.tokens)
    return evaluate(gold, PreparedWords(replace(analyses(gold)[0], tokens=tokens), analyses(gold)[1]))


def test_factuality(treebank: GoldSet) -> None:
    right = factuality(treebank, owns=2.0, failed=-0.2, sell=3.0).figures
    assert (right["happened"].value, right["outcome"].value) == (100.0, 100.0)
    wrong = factuality(treebank, owns=0.2, failed=2.0).figures
    assert (wrong["happened"].value, wrong["outcome"].value) == (-100.0, 0.0)


def test_a_predicate_without_factuality_has_no_class(treebank: GoldSet) -> None:
    figures = factuality(treebank, owns=2.0).figures
    assert figures["outcome"].value == 50.0
    assert figures["happened"].record()["pairs"] == 1


@pytest.mark.parametrize(
    ("value", "name"),
    [(3, "happened"), (0.5, "happened"), (0.49, "open"), (0, "open"), (-0.5, "did not"), (-3, "did not"), (None, "")],
)
def test_outcome(value: float | None, name: str) -> None:
    assert outcome(value) == name


def test_an_analyser_that_takes_no_words(treebank: GoldSet) -> None:
    found = evaluate(treebank, Prepared(*analyses(treebank)))
    assert list(found.figures) == ["tokens", "sentences"]
    assert not found.reads_words


def test_unannotated_layers_are_left_out(treebank: GoldSet) -> None:
    def bare(gold: Gold) -> Gold:
        tokens = tuple(replace(token, xpos="_", lemma="_") for token in gold.analysis.tokens)
        return replace(gold, analysis=replace(gold.analysis, tokens=tokens))

    bared = replace(treebank, documents=tuple(map(bare, treebank.documents)))
    assert {"xpos", "lemma"} & evaluate(bared, PreparedWords(*analyses(bared))).figures.keys() == set()
