"""Several processes read what one reads, and what goes wrong in one of them is told as it is."""

import pickle
from pathlib import Path

import pytest

from kg import errors
from kg.errors import KgError, LexiconError, SettingsError, UnknownName
from kg.pipeline import documents, parallel
from kg.settings import DEFAULT_BASE, Settings

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))[:3]


def read(count: int, **options: str) -> list[parallel.ReadArticle]:
    return list(parallel.read_articles(documents(SAMPLES, [], []), Settings(**options), DEFAULT_BASE, count))


def test_two_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(1)
    monkeypatch.setattr(parallel, "_FEW", 1)
    monkeypatch.setattr(parallel, "_SHARE", 1)
    monkeypatch.setattr(parallel, "_AHEAD", 0)
    assert read(2) == expected
    assert len(expected) == 3


def test_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(parallel, "processes")
    assert len(read(2)) == 3


def test_an_error_in_another_process_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_FEW", 1)
    with pytest.raises(SettingsError, match="nonsense"):
        read(2, analyser="nonsense")


@pytest.mark.parametrize(
    "error",
    [LexiconError("verbs.tsv", 3, "no lemma"), UnknownName("Tehren", ("Tehran",)), errors.MissingExtra("x", "y")],
)
def test_errors_travel_between_processes(error: KgError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
