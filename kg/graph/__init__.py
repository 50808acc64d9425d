"""The store: merges the graphs of articles and keeps them on disk."""

from kg.graph.counts import Counts
from kg.graph.graph import Graph
from kg.graph.relations import Relation

__all__ = ["Counts", "Graph", "Relation"]
