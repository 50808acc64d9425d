"""The mentions of a chain settle their types together."""

from dataclasses import replace

import numpy as np
import pytest

from kg.analyse.agreement import agreed_types
from kg.document import Coreference
from tests.analyse.test_coreference import mentions, words

TYPES = ("", "organization", "object")
SCORES = {
    "an unsure one follows the sure": ([0.0, 2.0, 0.0], [9.0, 1.0, 1.1], ["organization", "organization"]),
    "two that are sure stay apart": ([0.0, 9.0, 0.0], [0.0, 0.0, 9.0], ["organization", "object"]),
}


@pytest.mark.parametrize("name", SCORES)
def test_types_of_a_chain(name: str) -> None:
    first, second, expected = SCORES[name]
    found = replace(mentions(words("aa"), "aa"), types=np.array([first, second]))
    assert agreed_types(found, [Coreference(1, 0)], TYPES) == expected


def test_without_a_chain_each_keeps_its_own() -> None:
    found = replace(mentions(words("ab"), "ab"), types=np.array([[9.0, 2.0, 0.0], [9.0, 1.0, 1.1]]))
    assert agreed_types(found, [], TYPES) == ["organization", "object"]
