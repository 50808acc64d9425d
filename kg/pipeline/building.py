"""`build`: articles in, a graph out."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.document import Caution, Failure
from kg.pipeline.faults import successes
from kg.pipeline.parallel import ReadArticle, read_articles
from kg.pipeline.stages import documents
from kg.registry import resolve
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.graph.entry import Entry

BATCH = 64
"""Articles that are written to the store at once: few enough to lose little in a crash."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        articles: inputs that are articles.
        done: articles now in the graph.
        failures: inputs that gave nothing, with the reason; what an earlier build read of them stays in the graph.
        cautions: articles done that are not to be relied on, with the reason.
        entities: entities in the graph.
        statements: statements in the graph.
        evidence: pieces of evidence in the graph.
        words: words of the articles done.
        seconds: wall-clock time.
    """

    articles: int
    done: int
    failures: tuple[Failure, ...]
    cautions: tuple[Caution, ...]
    entities: int
    statements: int
    evidence: int
    words: int
    seconds: float

    @property
    def words_per_second(self) -> float:
        """Give the speed of the whole build."""
        return self.words / self.seconds if self.seconds else 0.0


def build(
    sources: Iterable[str | Path],
    output: Path,
    settings: Settings,
    progress: Callable[[int, str], None] = lambda done, name: None,
    processes: int = 1,
) -> BuildReport:
    """Read articles into the graph of a folder: new ones are added, known ones replaced.

    Args:
        sources: files, folders, globs, or `-`.
        output: folder; the store goes to `output/graph`.
        settings: how to run.
        progress: called after each article with the number done and its id.
        processes: that read articles at once if there are many. More than one is for programs that begin with
            `if __name__ == "__main__"`, because each process imports the program.

    Raises:
        ResourceError: a shipped file is missing or broken.
        SettingsError: no analyser has the name that is set.
        StoreError: the store cannot be opened or written.
    """
    from kg.graph import Graph

    started = time.perf_counter()
    resolve("analysers", settings.analyser)  # a wrong name is told before anything is written
    failures: list[Failure] = []
    cautions: list[Caution] = []
    output.mkdir(parents=True, exist_ok=True)
    with Graph.open(output / "graph", base=settings.base) as graph:
        articles = read_articles(documents(sources, failures, cautions), settings, graph.iris.base, processes)
        done, words = _add_all(graph, successes(articles, failures), progress)
        counts = graph.counts()
    return BuildReport(
        articles=done + len(failures),
        done=done,
        failures=tuple(failures),
        cautions=tuple(cautions),
        entities=counts.entities,
        statements=counts.statements,
        evidence=counts.evidence,
        words=words,
        seconds=time.perf_counter() - started,
    )


def _add_all(graph: "Graph", articles: Iterable[ReadArticle], progress: Callable[[int, str], None]) -> tuple[int, int]:
    """Write articles to the store in batches; gives their number and that of their words."""
    batch: list[Entry] = []
    words = done = 0
    for done, article in enumerate(articles, start=1):
        batch.append(article.entry)
        words += article.words
        progress(done, article.entry.document)
        if len(batch) == BATCH:
            graph.add_entries(batch)
            batch = []
    graph.add_entries(batch)
    return done, words
