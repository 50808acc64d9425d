"""The five verbs in order: read, analyse, extract, link, merge."""

from kg.knowledge import Reading
from kg.pipeline.building import BuildReport, build
from kg.pipeline.faults import Analyser, successes
from kg.pipeline.stages import Kit, documents, load_analyser, load_kit, readings

__all__ = [
    "Analyser",
    "BuildReport",
    "Kit",
    "Reading",
    "build",
    "documents",
    "load_analyser",
    "load_kit",
    "readings",
    "successes",
]
