import pytest

from kg.graph import Graph
from tests.builders import sample_articles


@pytest.fixture
def graph():
    """The three articles about the talks."""
    graph = Graph.in_memory()
    graph.add_all(sample_articles())
    return graph
