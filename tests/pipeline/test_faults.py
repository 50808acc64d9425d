"""An article on which a stage fails is reported, and the others are read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.document import Document, DocumentId, Failure
from kg.graph import Graph
from kg.pipeline import Reading, build, load_kit, readings
from kg.settings import Settings
from tests.pipeline.plug_in import install

UNLUCKY = Settings(analyser="unlucky")
NAMES = ["a", "b", "c", "d", "e", "f", "g"]


@pytest.fixture(autouse=True)
def unlucky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "site-packages"
    place.mkdir()
    install(place, monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven articles, long enough that two processes read them."""
    place = tmp_path / "articles"
    place.mkdir()
    for name in NAMES:
        (place / f"{name}.txt").write_text(f"{name} left. " * 2000)
    return place


def document(name: str, text: str = "They left.") -> Document:
    return Document(DocumentId(name), text)


def found(*texts: str) -> list[Reading | Failure]:
    documents = [document(name, text) for name, text in zip("abcdefg", texts, strict=False)]
    return list(readings(documents, load_kit(UNLUCKY)))


def names(results: list[Reading | Failure]) -> list[str]:
    return [f"-{it.source}" if isinstance(it, Failure) else it.analysis.document.id for it in results]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bad_article_does_not_stop_a_build(folder: Path, tmp_path: Path, processes: int) -> None:
    (folder / "b.txt").write_text("DIVIDE " * 2000)
    (folder / "f.txt").write_text("TANGLED " * 2000)
    report = build([folder], tmp_path / "out", UNLUCKY, processes=processes)
    assert (report.articles, report.done) == (7, 5)
    assert [failure.source for failure in report.failures] == ["b", "f"]
    with Graph.open(tmp_path / "out" / "graph", read_only=True) as graph:
        assert sorted(article.id for article in graph.articles()) == ["a", "c", "d", "e", "g"]


@pytest.mark.parametrize("position", range(7))
def test_the_order_is_kept_wherever_the_bad_article_is(position: int) -> None:
    texts = ["DIVIDE" if place == position else "Fine." for place in range(7)]
    assert names(found(*texts)) == [f"-{it}" if place == position else it for place, it in enumerate(NAMES)]


def test_two_bad_articles_in_one_batch() -> None:
    assert names(found("DIVIDE", "Fine.", "DELIBERATE", "Fine.")) == ["-a", "b", "-c", "d"]


def test_the_failure_of_a_programming_error_says_what_where_and_what_to_do() -> None:
    (failure,) = found("DIVIDE")
    assert isinstance(failure, Failure)
    assert failure.problem.startswith("is left out: analyse raised ZeroDivisionError: division by zero (")
    assert "unlucky.py:" in failure.problem
    assert failure.problem.endswith("please report this with the article")
    assert failure.trace.startswith("Traceback")
    assert "1 / 0" in failure.trace


def test_an_error_raised_on_purpose_speaks_for_itself() -> None:
    (failure,) = found("DELIBERATE")
    assert isinstance(failure, Failure)
    assert failure.problem == "is left out: analyse raised KgError: this text is written backwards: turn it round"


def test_an_error_of_a_later_stage_names_that_stage() -> None:
    failure, fine = found("TANGLED", "Fine.")
    assert isinstance(failure, Failure)
    assert failure.problem.startswith("is left out: extract raised IndexError")
    assert isinstance(fine, Reading)


def test_an_article_that_the_analyser_swallows_is_missed() -> None:
    results = found("Fine.", "SKIP", "Fine.", "SKIP")
    assert names(results) == ["a", "-b", "c", "-d"]
    assert isinstance(results[1], Failure)
    assert "the analyser gave no analysis" in results[1].problem


def test_an_error_while_articles_are_read_is_raised() -> None:
    def documents() -> Iterator[Document]:
        yield document("a")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(readings(documents(), load_kit(UNLUCKY)))


def test_what_an_earlier_build_read_stays(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "out", UNLUCKY)
    (folder / "b.txt").write_text("DIVIDE")
    assert build([folder], tmp_path / "out", UNLUCKY).failures
    with Graph.open(tmp_path / "out" / "graph", read_only=True) as graph:
        assert len(list(graph.articles())) == 7
