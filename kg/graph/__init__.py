"""The store: merges the graphs of articles and keeps them on disk."""

from kg.graph.store import Graph

__all__ = ["Graph"]
