"""Builds cited knowledge graphs from news articles: who did, said or holds what, with the exact quote.

The names below are what other programs may rely on; each is imported on first use.

Example:
    >>> import kg
    >>> from pathlib import Path
    >>> report = kg.build(["samples"], Path("output"), kg.Settings())
    >>> with kg.Graph.open(Path("output/graph"), read_only=True) as graph:
    ...     iran = graph.resolve_name("Iran")
    ...     statements = graph.statements(subject=iran.id)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.document import Document
    from kg.errors import KgError
    from kg.graph import Graph
    from kg.knowledge import Entity, Statement
    from kg.pipeline import build
    from kg.settings import Settings

    __version__: str

__all__ = ["Document", "Entity", "Graph", "KgError", "Settings", "Statement", "__version__", "build"]

_HOMES = {
    "Document": "kg.document",
    "Entity": "kg.knowledge",
    "Graph": "kg.graph",
    "KgError": "kg.errors",
    "Settings": "kg.settings",
    "Statement": "kg.knowledge",
    "build": "kg.pipeline",
}


def __getattr__(name: str) -> Any:  # Any: PEP 562
    """Give a public name, importing its home now."""
    if name == "__version__":
        from importlib.metadata import version

        return version("newskg")
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
