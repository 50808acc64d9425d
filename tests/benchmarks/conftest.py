"""What the benchmarks measure on, and the table of words a second at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.model import load_model
from kg.analyse.network import Network
from kg.analyse.scores import WordScores
from kg.document import Analysis, Document
from kg.knowledge import ArticleGraph, Claim
from kg.pipeline import Kit, Reading, documents, load_kit, readings
from kg.resources import model_folder
from kg.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
TARGET = 1.3
"""Times that an analysis may take of what the bare network takes."""

Measure = Callable[[str, Callable[[], object]], None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with what each stage made of them, and the windows that the network read."""

    source: Path
    documents: Sequence[Document]
    analyses: Sequence[Analysis]
    claims: Sequence[Sequence[Claim]]
    graphs: Sequence[ArticleGraph]
    windows: Sequence[Sequence[str]]

    @property
    def words(self) -> int:
        """Words without punctuation, as `kg build` counts them."""
        return sum(token.upos != "PUNCT" for analysis in self.analyses for token in analysis.tokens)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--articles", type=Path, default=SAMPLES, help="file or folder to measure on (the samples)")
    parser.addoption("--threads", type=int, default=2, help="threads of the network, and processes of the whole (2)")


@pytest.fixture(scope="session")
def settings(request: pytest.FixtureRequest) -> Settings:
    return Settings(threads=request.config.getoption("--threads"))


@pytest.fixture(scope="session")
def kit(settings: Settings) -> Kit:
    return load_kit(settings)


@pytest.fixture(scope="session")
def analyser(kit: Kit) -> BuiltinAnalyser:
    assert isinstance(kit.analyser, BuiltinAnalyser)
    return kit.analyser


@pytest.fixture(scope="session")
def network() -> Network:
    return Network(load_model(model_folder()).folder, threads=1)


@pytest.fixture(scope="session")
def corpus(request: pytest.FixtureRequest, kit: Kit) -> Corpus:
    """The articles, taken through all stages once."""
    windows: list[Sequence[str]] = []
    score = Network.score

    def noted(self: Network, words: Sequence[str]) -> WordScores:
        windows.append(words)
        return score(self, words)

    source = request.config.getoption("--articles")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Network, "score", noted)
        read = [it for it in readings(documents([source], [], []), kit) if isinstance(it, Reading)]
    return Corpus(
        source=source,
        documents=[reading.analysis.document for reading in read],
        analyses=[reading.analysis for reading in read],
        claims=[reading.claims for reading in read],
        graphs=[reading.graph for reading in read],
        windows=windows,
    )


@pytest.fixture
def measure(benchmark: Any, corpus: Corpus, request: pytest.FixtureRequest) -> Measure:
    """Time a stage over all articles: `measure("extract", call)`; the best of three runs counts."""

    def timed(stage: str, call: Callable[[], object]) -> None:
        benchmark.pedantic(call, rounds=3, warmup_rounds=1)
        benchmark.extra_info["words_per_second"] = round(corpus.words / benchmark.stats.stats.min)
        request.config.stash.setdefault(STAGES, {})[stage] = benchmark.stats.stats.min
        request.config.stash[WORDS] = corpus.words

    return timed


STAGES = pytest.StashKey[dict[str, float]]()
WORDS = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print words a second of each stage, and the analysis in terms of the bare network."""
    stages = config.stash.get(STAGES, {})
    if not stages:
        return
    words = config.stash[WORDS]
    terminalreporter.section(f"words a second ({words:,} words, best of three)")
    for stage, seconds in stages.items():
        terminalreporter.write_line(f"{stage:<10} {words / seconds:>12,.0f}   {seconds:8.3f} s")
    if {"network", "analyse"} <= stages.keys():
        ratio = stages["analyse"] / stages["network"]
        terminalreporter.write_line(f"analyse : network = {ratio:.2f} (target: at most {TARGET})")
