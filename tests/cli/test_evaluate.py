"""`kg evaluate analysis` from files to the table."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from kg.document import Analysis, Document, Sentence, Span, Token
from tests.cli.conftest import Call
from tests.evaluate.gold_files import CONLLU, DOCUMENT, lines


class Spaces:
    """Takes what stands between spaces for words, each of them a noun, and a paragraph for a sentence."""

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        for document in documents:
            places, start = [], 0
            for form in document.text.split():
                start = document.text.index(form, start)
                places.append(Span(start, start + len(form)))
                start += len(form)
            yield analysed(document, places, [0])


class SpacesOrWords(Spaces):
    """The same, and it takes words as given."""

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis:
        return analysed(document, words, sentence_starts)


def analysed(document: Document, words: Sequence[Span], starts: Sequence[int]) -> Analysis:
    """An analysis in which every word is a noun below the first of its sentence."""
    tokens: list[Token] = []
    sentences = []
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        for index in range(start, end):
            form = words[index].of(document.text)
            above, relation = (-1, "root") if index == start else (start, "dep")
            tokens.append(Token(index, words[index], form, form, "NOUN", "NN", above, relation))
        sentences.append(Sentence(Span(start, end), Span(words[start].start, words[end - 1].end)))
    return Analysis(document, tuple(tokens), tuple(sentences))


@pytest.fixture
def analysers(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"spaces": f"{__name__}:Spaces", "builtin": f"{__name__}:SpacesOrWords"}
    monkeypatch.setattr("kg.registry.ANALYSERS", known)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "dev.conllu").write_text(CONLLU, encoding="utf-8")
    names = {"tokens": ["In", "Rome"], "entities": [[1, 2, "LOC"]], "doc": "a"}
    (tmp_path / "uner_dev.jsonl").write_text(lines(names), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ann.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    fact = {"sent_id": "news-3", "tokens": ["Talks", "failed", "."], "preds": [{"tok": 1, "factual": 1.0}]}
    (tmp_path / "happened.jsonl").write_text(lines(fact), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("analysers")
def test_table_has_a_row_a_layer_and_a_column_a_set(kg: Call, gold: Path) -> None:
    sets = ("--conllu", gold / "dev.conllu", "--documents", gold / "docs", "--names", gold / "uner_dev.jsonl")
    result = kg("evaluate", "analysis", *sets)
    assert result.exit_code == 0
    rows = {line.split("  ")[0]: line.split()[-3:] for line in result.stdout.splitlines()}
    assert rows["builtin"][0::2] == ["dev", "uner_dev"]
    assert rows["builtin"][1].endswith("docs")
    assert rows["words"] == ["20", "8", "2"]
    assert rows["guideline of names"] == ["–", "–", "uner"]
    assert rows["UPOS"] == ["10.00", "12.50", "–"]
    assert rows["names, F1"] == ["–", "–", "0.00"]


@pytest.mark.usefixtures("analysers")
def test_json_has_the_counts(kg: Call, gold: Path) -> None:
    """12 words stand between spaces, of which Ann, owns, a, she and Talks are words of the 20 of gold."""
    result = kg("evaluate", "analysis", "--conllu", gold / "dev.conllu", "--json")
    (found,) = json.loads(result.stdout)["sets"]
    assert (found["name"], found["documents"], found["sentences"], found["words"]) == ("dev", 2, 4, 20)
    assert found["gold_words"] is True
    assert found["figures"]["tokens"] == {
        "value": 31.25,
        "precision": 41.67,
        "recall": 25.0,
        "right": 5,
        "found": 12,
        "gold": 20,
    }


@pytest.mark.usefixtures("analysers")
def test_an_analyser_that_takes_no_words_is_measured_on_raw_text(kg: Call, gold: Path) -> None:
    result = kg("evaluate", "analysis", "--conllu", gold / "dev.conllu", "--analyser", "spaces")
    assert "with gold words" in result.stdout
    assert "not available" in result.stdout
    assert "words in raw text, F1" in result.stdout
    assert "UPOS" not in result.stdout


@pytest.mark.usefixtures("analysers")
def test_the_guideline_can_be_given(kg: Call, gold: Path) -> None:
    result = kg("evaluate", "analysis", "--names", f"docred={gold / 'uner_dev.jsonl'}", "--json")
    assert json.loads(result.stdout)["sets"][0]["guideline"] == "docred"


@pytest.mark.usefixtures("analysers")
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "nothing to compare with"),
        (["--names", "uner_none.jsonl"], "no file"),
        (["--names", "mine=uner_dev.jsonl"], "no guideline is called 'mine'"),
        (["--conllu", "none.conllu"], "does not exist"),
        (["--conllu", "uner_dev.jsonl"], "is this CoNLL-U?"),
        (["--names", "dev.conllu"], "dev.conllu"),
        (["--documents", "."], "no .json file"),
        (["--names", "uner_dev.jsonl", "--factuality", "happened.jsonl"], "no sentence of happened.jsonl"),
        (["--conllu", "dev.conllu", "--analyser", "nobody"], "no analyser is called 'nobody'"),
    ],
)
def test_wrong_calls(arguments: list[str], problem: str, kg: Call, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(gold)
    result = kg("evaluate", "analysis", *arguments)
    assert result.exit_code == 2
    assert problem in " ".join(result.stderr.split())
    assert result.stdout == ""


@pytest.mark.usefixtures("analysers")
def test_factuality_joins_the_trees(kg: Call, gold: Path) -> None:
    """The analyser says nothing of factuality, so there is nothing to measure, and no complaint either."""
    files = ("--conllu", gold / "dev.conllu", "--factuality", gold / "happened.jsonl")
    result = kg("evaluate", "analysis", *files, "--json")
    assert result.exit_code == 0
    assert "happened" not in json.loads(result.stdout)["sets"][0]["figures"]


def test_help_has_an_example(kg: Call) -> None:
    assert "Example: kg evaluate analysis" in kg("evaluate", "analysis", "--help").stdout


def test_tuples_are_compared_with_facts(kg: Call, tmp_path: Path) -> None:
    (tmp_path / "facts.txt").write_text("Riga fell in May .\nRiga | fell in | May\n", encoding="utf-8")
    (tmp_path / "tuples.tsv").write_text("1\tRiga\tfell in\tMay\n1\tRiga\tfell\tMay\n", encoding="utf-8")
    call = ("evaluate", "openie", tmp_path / "facts.txt", tmp_path / "tuples.tsv")
    assert "precision 50.0 of 2 tuples, recall 100.0 of 1 facts, F1 66.7" in kg(*call).stdout
    assert "1 wrong: Riga | fell | May" in kg(*call, "--errors").stdout
    assert json.loads(kg(*call, "--json").stdout)["f1"] == pytest.approx(66.67, abs=0.01)


@pytest.mark.usefixtures("analysers")
def test_lines_number_the_sentences(kg: Call, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("Riga fell\n\nFiji rose\n", encoding="utf-8")
    assert kg("extract", tmp_path / "lines.txt", "--lines", "--format", "openie").exit_code == 0
    assert kg("extract", tmp_path / "none.txt", "--lines").exit_code == 1
    assert "one file" in kg("extract", "a.txt", "b.txt", "--lines").stderr
