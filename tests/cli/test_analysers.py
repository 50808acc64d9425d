"""Analysers by name: the one that ships, and spaCy pipelines."""

import json
from pathlib import Path

import pytest

from tests.analyse.pipelines import CLEAR, SENTENCE, UD, pipeline
from tests.cli.conftest import Call


@pytest.mark.parametrize("scheme", [CLEAR, UD])
def test_a_spacy_pipeline_gives_statements(kg: Call, tmp_path: Path, scheme: str) -> None:
    article = tmp_path / "article.txt"
    article.write_text(f"published: 2026-02-11\n\n{SENTENCE}\n", encoding="utf-8")
    found = kg("extract", article, "--analyser", f"spacy:{pipeline(tmp_path / 'pipeline', scheme)}")
    assert found.exit_code == 0, found.output
    statements = [json.loads(line) for line in found.stdout.splitlines()]
    assert [
        (each["subject"]["label"], each["predicate"]["id"], each["object"]["label"], each["time"])
        for each in statements
        if each["predicate"]["lemma"] == "attack"
    ] == [("rebels", "kg:attacks", "Norland's king", "2026-02-09")]


def test_a_pipeline_that_is_missing_is_told_before_anything_is_written(kg: Call, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SENTENCE, encoding="utf-8")
    found = kg("build", article, "-o", tmp_path / "graph", "--analyser", "spacy:en_core_web_none")
    assert found.exit_code == 1
    assert found.stderr == (
        "Error: the spaCy pipeline 'en_core_web_none' is not installed: python -m spacy download en_core_web_none\n"
    )
    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize("name", ["nobody", "spacy", "spacy:", "builtin:fast"])
def test_an_unknown_analyser_is_told_with_those_that_exist(kg: Call, tmp_path: Path, name: str) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SENTENCE, encoding="utf-8")
    found = kg("extract", article, "--analyser", name)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr == f"Error: no analyser is called {name!r}; there are: builtin, spacy:PIPELINE\n"
