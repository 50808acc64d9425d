"""The five verbs in order: read, analyse, extract, link, merge."""

from kg.knowledge import Reading
from kg.pipeline.building import BuildReport, build
from kg.pipeline.faults import Analyser, successes
from kg.pipeline.given import GivenWords, ReadsWords, given_words
from kg.pipeline.stages import Kit, documents, load_analyser, load_kit, readings, sentences

__all__ = [
    "Analyser",
    "BuildReport",
    "GivenWords",
    "Kit",
    "Reading",
    "ReadsWords",
    "build",
    "documents",
    "given_words",
    "load_analyser",
    "load_kit",
    "readings",
    "sentences",
    "successes",
]
