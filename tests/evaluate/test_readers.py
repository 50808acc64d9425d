"""Gold files of all forms, and what is wrong with those that are not."""

import json
from pathlib import Path

import pytest

from kg.document import ROOT, Span
from kg.errors import InputError, UnreadableInput
from kg.evaluate.annotations import read_documents, read_factuality, read_names
from kg.evaluate.gold import Gold, GoldName, PredicateGold, with_factuality
from kg.evaluate.treebanks import read_treebank
from tests.evaluate.gold_files import CONLLU, DOCUMENT, lines, rows


def treebank(folder: Path, content: str) -> tuple[Gold, ...]:
    path = folder / "x.conllu"
    path.write_text(content, encoding="utf-8")
    return read_treebank(path).documents


def test_text_of_a_treebank(tmp_path: Path) -> None:
    first, second = treebank(tmp_path, CONLLU)
    assert first.analysis.document.text == 'Ann owns a firm. "We don\'t sell," she said.\n\nTalks failed.'
    assert second.analysis.document.text == "Go."
    assert (first.analysis.document.id, second.analysis.document.id) == ("news", "notes")
    assert first.sentence_ids == ("news-1", "news-2", "news-3")


def test_words_of_a_range_share_its_letters(tmp_path: Path) -> None:
    tokens = treebank(tmp_path, CONLLU)[0].analysis.tokens
    assert [token.text for token in tokens][5:10] == ['"', "We", "do", "n't", "sell"]
    assert [token.index for token in tokens if token.head == ROOT] == [1, 9, 16]


@pytest.mark.parametrize(
    ("form", "words", "texts"),
    [
        ("cannot", ("can", "not"), ["can", "not"]),
        ("wanna", ("want", "to"), ["wann", "a"]),
        ("au", ("à", "le"), ["a", "u"]),
        ("du", ("deli", "le"), ["d", "u"]),
    ],
)
def test_words_that_are_not_written_as_they_stand(
    form: str, words: tuple[str, str], texts: list[str], tmp_path: Path
) -> None:
    content = f"1-2\t{form}" + "\t_" * 8 + "\n" + rows((words[0], "X", 0, "root"), (words[1], "X", 1, "dep"))
    assert [token.text for token in treebank(tmp_path, content)[0].analysis.tokens] == texts


def test_a_file_without_documents_is_one(tmp_path: Path) -> None:
    (document,) = treebank(tmp_path, rows(("Go", "VERB", 0, "root")) + "\n" + rows(("Stay", "VERB", 0, "root")))
    assert document.analysis.document.text == "Go Stay"
    assert document.sentence_ids == ("", "")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "holds no sentence"),
        ("# text = only this\n\n", "holds no sentence"),
        ("1\tGo\tgo\n", "3 columns instead of 10"),
        (rows(("Go", "VERB", 7, "root")), "a head lies outside"),
        (rows(("Go", "VERB", 0, "root")).replace("\t0\t", "\tx\t"), "'x' is no number of a word"),
        ("1-3\tab" + "\t_" * 8 + "\n" + rows(*[("a", "X", 0, "root")] * 3), "shorter than the words in it"),
        ("2-1\tab" + "\t_" * 8 + "\n", "shorter than the words in it"),
    ],
)
def test_broken_treebank(content: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=problem):
        treebank(tmp_path, content)


def test_documents(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    found = read_documents(tmp_path)
    (document,) = found.documents
    assert found.has_nominals
    assert document.genre == "news"
    assert [token.nominal_type for token in document.analysis.tokens] == [
        "person",
        "",
        "",
        "object",
        "",
        "person",
        "",
        "",
    ]
    assert document.chains == (frozenset({Span(0, 1), Span(5, 6)}),), "the firm is alone and no chain"


@pytest.mark.parametrize("change", [{"text": "Ann"}, {"sentences": [{}]}, {"mentions": 3}, {"id": None, "text": None}])
def test_broken_document(change: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(DOCUMENT | change), encoding="utf-8")
    with pytest.raises(UnreadableInput):
        read_documents(tmp_path)


def test_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.json file"):
        read_documents(tmp_path)


NAMES = (
    {"tokens": ["Ann", "Lee", "left"], "entities": [[0, 2, "PERSON", "PER"]], "doc": "a"},
    {"tokens": ["In", "Rome"], "entities": [[1, 2, "LOC"]], "doc": "a"},
    {"tokens": ["Go"], "entities": [], "doc": "b"},
)


def test_names(tmp_path: Path) -> None:
    path = tmp_path / "uner_x.jsonl"
    path.write_text(lines(*NAMES), encoding="utf-8")
    found = read_names(path, "uner")
    first, second = found.documents
    assert first.analysis.document.text == "Ann Lee left\nIn Rome"
    assert first.names == (GoldName(Span(0, 2), "PER"), GoldName(Span(4, 5), "LOC"))
    assert second.names == ()
    assert not found.has_text


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        lines({"entities": []}),
        lines({"tokens": ["Go"]}),
        lines({"tokens": ["Go"], "entities": [[0, 2, "PER"]]}),
        lines({"tokens": ["Go"], "entities": [["a", "b", "PER"]]}),
        lines({"tokens": ["Go", ""], "entities": []}),
    ],
)
def test_broken_names(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"x\b"):
        read_names(path, "plain")


def factuality(folder: Path, *records: dict[str, object]) -> dict[str, PredicateGold]:
    path = folder / "f.jsonl"
    path.write_text(lines(*records), encoding="utf-8")
    return read_factuality(path)


def test_factuality_is_joined_by_id_where_the_words_are_the_same(tmp_path: Path) -> None:
    table = factuality(
        tmp_path,
        {"sent_id": "news-1", "tokens": ["Ann", "owns", "a", "firm", "."], "preds": [{"tok": 1, "factual": 2.5}]},
        {"sent_id": "news-3", "tokens": ["Other", "words", "."], "preds": [{"tok": 1, "factual": -3}]},
    )
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    document = with_factuality(read_treebank(path), table).documents[0]
    assert {token.index: token.happened for token in document.analysis.tokens if token.happened is not None} == {1: 2.5}


@pytest.mark.parametrize(
    "pred", [{"tok": 1, "factual": 1}, {"tok": 0, "factual": 4}, {"tok": 0}, {"tok": 0, "factual": ""}]
)
def test_broken_factuality(pred: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        factuality(tmp_path, {"sent_id": "a", "tokens": ["Go"], "preds": [pred]})
