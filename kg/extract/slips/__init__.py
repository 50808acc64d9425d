"""Slips of the parser that news provokes, each undone by a correction with a name."""

from kg.extract.slips.corrections import corrected

__all__ = ["corrected"]
