"""One article after the other through read, analyse, extract and link."""

import gc
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from inspect import signature
from pathlib import Path

from kg.document import Analysis, Caution, Document, Failure
from kg.errors import SettingsError
from kg.extract import extract
from kg.knowledge import Reading
from kg.link import trace
from kg.link.gazetteers import Gazetteers, load_gazetteers
from kg.pipeline.faults import Analyser, analyses, attempt, successes
from kg.read import read, read_sentences
from kg.read.language import cautions as language_cautions
from kg.registry import resolve
from kg.settings import Settings
from kg.vocabulary import Vocabulary, load_vocabulary
from kg.wording import Lexicons, load_lexicons


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stages need besides the article: model, wording, names, vocabulary."""

    analyser: Analyser
    lexicons: Lexicons
    gazetteers: Gazetteers
    vocabulary: Vocabulary


def load_kit(settings: Settings) -> Kit:
    """Load model, lexicons, gazetteers and ontology.

    They live as long as the process, so the garbage collector is told not to look at them again and again.

    Raises:
        ResourceError: a shipped file is missing or broken.
        SettingsError: no analyser has the name that is set, or it cannot run on the device that is set.
    """
    kit = Kit(load_analyser(settings), load_lexicons(), load_gazetteers(), load_vocabulary())
    gc.freeze()
    return kit


def load_analyser(settings: Settings) -> Analyser:
    """Load the analyser that is set; one that takes no device runs where it likes.

    Raises:
        ResourceError: the model is missing or broken.
        SettingsError: no analyser has the name that is set, or it cannot run on the device that is set.
    """
    make = resolve("analysers", settings.analyser)
    if "device" in signature(make).parameters:
        analyser: Analyser = make(threads=settings.threads, device=settings.device)
    elif settings.device == "cuda":
        raise SettingsError(f"device = cuda: the analyser {settings.analyser!r} takes no device; leave --device out")
    else:
        analyser = make(threads=settings.threads)
    return analyser


def readings(documents: Iterable[Document], kit: Kit, min_confidence: float = 0.0) -> Iterator[Reading | Failure]:
    """Take documents through analyse, extract and link, in order; an article on which a stage fails gives a failure.

    Evidence below `min_confidence` is left out with the statements and entities that nothing else supports.
    """
    for analysis in _one_ahead(analyses(documents, kit.analyser)):
        yield analysis if isinstance(analysis, Failure) else _reading(analysis, kit, min_confidence)


def _reading(analysis: Analysis, kit: Kit, min_confidence: float) -> Reading | Failure:
    name = analysis.document.id
    claims = attempt("extract", name, partial(extract, analysis, kit.lexicons, kit.vocabulary))
    if isinstance(claims, Failure):
        return claims
    kept = tuple(claim for claim in claims if claim.confidence >= min_confidence)
    linked = attempt("link", name, partial(trace, analysis, kept, kit.gazetteers, kit.lexicons, kit.vocabulary))
    return linked if isinstance(linked, Failure) else Reading(analysis, claims, *linked)


def _one_ahead(found: Iterator[Analysis | Failure]) -> Iterator[Analysis | Failure]:
    """Yield analyses while a thread makes the next one: the network leaves the interpreter free meanwhile."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        pending = pool.submit(next, found, None)
        while (analysis := pending.result()) is not None:
            pending = pool.submit(next, found, None)
            yield analysis


def documents(sources: Iterable[str | Path], failures: list[Failure], cautions: list[Caution]) -> Iterator[Document]:
    """Yield the articles that can be read; add what cannot to the failures, and what is doubtful to the cautions."""
    for document in successes(read(*sources), failures):
        cautions.extend(language_cautions(document))
        yield document


def sentences(source: str | Path, failures: list[Failure]) -> Iterator[Document]:
    """Yield the sentences of a file that has one a line; add the file to the failures if it cannot be read."""
    yield from successes(read_sentences(source), failures)
