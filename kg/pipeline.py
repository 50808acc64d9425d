"""The five verbs in order: read, analyse, extract, link, merge."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.document import Analysis, Document, Failure
from kg.extract import extract
from kg.knowledge import ArticleGraph, Claim
from kg.link import link
from kg.link.gazetteers import Gazetteers, load_gazetteers
from kg.read import read
from kg.registry import resolve
from kg.settings import Settings
from kg.vocabulary import Vocabulary, load_vocabulary
from kg.wording import Lexicons, load_lexicons

BATCH = 64
"""Articles that are written to the store at once: few enough to lose little in a crash."""


class Analyser(Protocol):
    """Turns articles into analyses."""

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Yield the analyses in the order of the documents."""
        ...


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stages need besides the article: model, wording, names, vocabulary."""

    analyser: Analyser
    lexicons: Lexicons
    gazetteers: Gazetteers
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """One article through the stages, for `kg explain`."""

    analysis: Analysis
    claims: tuple[Claim, ...]
    graph: ArticleGraph


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        articles: inputs that are articles.
        done: articles now in the graph.
        failures: inputs that gave nothing, with the reason.
        entities: entities in the graph.
        statements: statements in the graph.
        evidence: pieces of evidence in the graph.
        words: words of the articles done.
        seconds: wall-clock time.
    """

    articles: int
    done: int
    failures: tuple[Failure, ...]
    entities: int
    statements: int
    evidence: int
    words: int
    seconds: float

    @property
    def words_per_second(self) -> float:
        """Give the speed of the whole build."""
        return self.words / self.seconds if self.seconds else 0.0


def load_kit(settings: Settings) -> Kit:
    """Load model, lexicons, gazetteers and ontology.

    Raises:
        ResourceError: a shipped file is missing or broken.
        SettingsError: no analyser has the name that is set.
    """
    analyser = resolve("analysers", settings.analyser)(threads=settings.threads)
    return Kit(analyser, load_lexicons(), load_gazetteers(), load_vocabulary())


def readings(documents: Iterable[Document], kit: Kit, min_confidence: float = 0.0) -> Iterator[Reading]:
    """Take documents through analyse, extract and link, in order.

    Evidence below `min_confidence` is left out with the statements and entities that nothing else supports.
    """
    for analysis in _one_ahead(kit.analyser.analyse_all(documents)):
        claims = extract(analysis, kit.lexicons, kit.vocabulary)
        kept = tuple(claim for claim in claims if claim.confidence >= min_confidence)
        yield Reading(analysis, claims, link(analysis, kept, kit.gazetteers, kit.lexicons, kit.vocabulary))


def build(
    sources: Iterable[str | Path],
    output: Path,
    settings: Settings,
    progress: Callable[[int, str], None] = lambda done, name: None,
) -> BuildReport:
    """Read articles into the graph of a folder: new ones are added, known ones replaced.

    Args:
        sources: files, folders, globs, or `-`.
        output: folder; the store goes to `output/graph`.
        settings: how to run.
        progress: called after each article with the number done and its id.

    Raises:
        StoreError: the store cannot be opened or written.
    """
    from kg.graph import Graph

    started = time.perf_counter()
    kit = load_kit(settings)
    failures: list[Failure] = []
    words = done = 0
    output.mkdir(parents=True, exist_ok=True)
    with Graph.open(output / "graph", base=settings.base) as graph:
        batch: list[ArticleGraph] = []
        for reading in readings(documents(sources, failures), kit, settings.min_confidence):
            batch.append(reading.graph)
            words += sum(token.upos != "PUNCT" for token in reading.analysis.tokens)
            done += 1
            progress(done, reading.analysis.document.id)
            if len(batch) == BATCH:
                graph.add_all(batch)
                batch = []
        graph.add_all(batch)
        counts = graph.counts()
    return BuildReport(
        articles=done + len(failures),
        done=done,
        failures=tuple(failures),
        entities=counts.entities,
        statements=counts.statements,
        evidence=counts.evidence,
        words=words,
        seconds=time.perf_counter() - started,
    )


def _one_ahead(analyses: Iterator[Analysis]) -> Iterator[Analysis]:
    """Yield analyses while a thread makes the next one: the network leaves the interpreter free meanwhile."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        pending = pool.submit(next, analyses, None)
        while (analysis := pending.result()) is not None:
            pending = pool.submit(next, analyses, None)
            yield analysis


def documents(sources: Iterable[str | Path], failures: list[Failure]) -> Iterator[Document]:
    """Yield the articles that can be read; add what cannot to the failures."""
    for item in read(*sources):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            yield item
