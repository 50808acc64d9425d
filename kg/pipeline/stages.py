"""One article after the other through read, analyse, extract and link."""

from collections.abc import Iterable, Iterator
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
