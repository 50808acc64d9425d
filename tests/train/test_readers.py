"""Readers of training data."""

import json
from pathlib import Path

import pytest

from kg.errors import UnreadableInput
from kg.train.examples import GoldName
from kg.train.readers import Nominals, joined, read_conllu, read_factuality, read_names, read_nominals

CONLLU = """# newdoc id = news
# sent_id = news-1
# text = I don't.
1\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = news-2
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_ranges_and_empty_words_are_left_out(treebank: Path) -> None:
    first, second = read_conllu(treebank)
    assert first.words == ("I", "do", "n't", ".")
    assert [word.head for word in first.parse or ()] == [2, -1, 1, 1]
    assert (first.id, first.document, second.document) == ("news-1", "news", "news")


@pytest.mark.parametrize("bad", ["1\tGo\tgo\n", CONLLU.replace("\t3\tnsubj", "\t9\tnsubj")])
def test_broken_rows_are_refused(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(bad, encoding="utf-8")
    with pytest.raises(UnreadableInput):
        list(read_conllu(path))


def test_the_shorter_of_two_mentions_with_one_head_decides(tmp_path: Path) -> None:
    mentions = [
        {"sent": 0, "doc_tok": [0, 1], "head_tok": 0, "etype": "person", "cluster": 4},
        {"sent": 0, "doc_tok": [0, 3], "head_tok": 0, "etype": "organization", "cluster": 7},
    ]
    document = {"sentences": [{"sent_id": "a", "tokens": [{}, {}, {}]}], "mentions": mentions}
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    assert read_nominals(tmp_path) == {"a": Nominals(("person", "", ""), (4, 0, 0))}


def test_annotations_of_one_sentence_are_joined(treebank: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.jsonl"
    row = {"tokens": ["Go"], "entities": [[0, 1, "PERSON", "PER"]], "doc": "news", "sent_id": "news-2"}
    names.write_text(json.dumps(row) + "\n", encoding="utf-8")
    factuality = tmp_path / "f.jsonl"
    factuality.write_text('{"sent_id": "news-2", "preds": [{"tok": 0, "factual": -1.5}]}\n', encoding="utf-8")
    named = {example.id: example for example in read_names(names, "uner")}
    nominals = {"news-2": Nominals(("person",), (3,)), "news-1": Nominals(("too", "few"), (0, 0))}
    first, second = joined(read_conllu(treebank), nominals, named, read_factuality(factuality))
    assert (first.names, first.nominal, first.happened) == (None, None, {})
    assert second.names == (GoldName(0, 1, "PER"),)
    assert second.entities == (3,)
    assert (second.nominal, second.guideline, second.happened) == (("person",), "uner", {0: -1.5})
