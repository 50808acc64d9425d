"""The sample diagram, made once."""

import pytest

from kg.draw.diagram import Diagram
from tests.draw.sample import make_sample


@pytest.fixture(scope="session")
def sample() -> Diagram:
    return make_sample()
