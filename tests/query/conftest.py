import pytest

from tests.builders import graph_of, sample_articles


@pytest.fixture
def graph():
    """The three articles about the talks."""
    return graph_of(*sample_articles())
