"""The store: merges the graphs of articles and keeps them on disk."""

from kg.graph.graph import Counts, Graph
from kg.graph.relations import Relation

__all__ = ["Counts", "Graph", "Relation"]
