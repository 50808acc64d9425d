"""A folder with the graph of three hand-made articles, and a way to call `kg`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.document import Analysis, Document
from kg.graph import Graph
from tests.builders import sample_articles
from tests.link.parses import parsed

Call = Callable[..., Result]

SENTENCE = (
    "Norland/Norland/PROPN/2/nsubj/B-place rejected/reject/VERB/0/root "
    "the/the/DET/5/det missile/missile/NOUN/5/compound talks/talk/NOUN/2/obj ././PUNCT/2/punct"
)
ARTICLE = "Norland rejected the missile talks ."


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kg build` leaves of the three articles."""
    place = tmp_path_factory.mktemp("hand-made")
    with Graph.open(place / "graph") as graph:
        graph.add_all(sample_articles())
    return place


@pytest.fixture
def kg() -> Call:
    """Call the command line: `kg("who", "Norland")`."""

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin, prog_name="kg")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


class HandAnalyser:
    """Knows the grammar of one sentence, `ARTICLE`; any other text has no sentence for it."""

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        known = parsed(SENTENCE)
        for document in documents:
            if document.text.strip() == known.document.text:
                yield replace(known, document=replace(document, text=known.document.text))
            else:
                yield Analysis(document, (), ())


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the hand-made analyser in the place of the model."""
    monkeypatch.setattr("kg.registry.ANALYSERS", {"builtin": f"{__name__}:HandAnalyser"})
