"""How fast each stage is, on its own, in one process; `whole` is `kg build` without files and pictures.

Not collected by the default run. Needs newskg[bench]:

    python -m pytest tests/benchmarks/stages.py --articles articles.jsonl
"""

import shutil
from itertools import count
from pathlib import Path

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.network import Network
from kg.analyse.threads import in_order
from kg.analyse.words import WordCutter
from kg.extract import extract
from kg.graph import Graph
from kg.graph.entry import entry_of
from kg.link import link
from kg.pipeline import Kit, build
from kg.read import read
from kg.settings import DEFAULT_BASE, Settings
from tests.benchmarks.conftest import Corpus, Measure


def test_read(measure: Measure, corpus: Corpus) -> None:
    measure("read", lambda: list(read(corpus.source)))


def test_words(measure: Measure, corpus: Corpus) -> None:
    cutter = WordCutter()
    measure("words", lambda: [cutter.cut(document.text) for document in corpus.documents])


def test_network(measure: Measure, corpus: Corpus, network: Network, settings: Settings) -> None:
    measure("network", lambda: list(in_order(network.score, corpus.windows, settings.threads)))


def test_analyse(measure: Measure, corpus: Corpus, analyser: BuiltinAnalyser) -> None:
    measure("analyse", lambda: list(analyser.analyse_all(corpus.documents)))


def test_extract(measure: Measure, corpus: Corpus, kit: Kit) -> None:
    measure("extract", lambda: [extract(analysis, kit.lexicons, kit.vocabulary) for analysis in corpus.analyses])


def test_link(measure: Measure, corpus: Corpus, kit: Kit) -> None:
    pairs = list(zip(corpus.analyses, corpus.claims, strict=True))
    measure("link", lambda: [link(*pair, kit.gazetteers, kit.lexicons, kit.vocabulary) for pair in pairs])


def test_entry(measure: Measure, corpus: Corpus) -> None:
    measure("entry", lambda: [entry_of(graph, DEFAULT_BASE) for graph in corpus.graphs])


def test_merge(measure: Measure, corpus: Corpus, tmp_path: Path) -> None:
    entries = [entry_of(graph, DEFAULT_BASE) for graph in corpus.graphs]
    folders = (tmp_path / str(number) for number in count())

    def merge() -> None:
        with Graph.open(next(folders)) as graph:
            graph.add_entries(entries)

    measure("merge", merge)


def test_whole(measure: Measure, corpus: Corpus, tmp_path: Path, settings: Settings) -> None:
    def whole() -> None:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        build([corpus.source], tmp_path / "out", settings, processes=settings.threads)

    measure("whole", whole)
