"""The best tree: one root, no cycle, the highest sum."""

from itertools import product

import numpy as np
import pytest

from kg.analyse.tree import best_tree
from kg.document import ROOT


def is_tree(heads: list[int]) -> bool:
    if heads.count(ROOT) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word != ROOT:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


def total(heads: list[int], arcs: np.ndarray, roots: np.ndarray) -> float:
    return float(sum(roots[i] if head == ROOT else arcs[i, head] for i, head in enumerate(heads)))


def test_a_clear_tree_is_taken_as_it_is() -> None:
    arcs = np.zeros((3, 3), dtype=np.float32)
    arcs[0, 1] = arcs[2, 1] = 5
    assert best_tree(arcs, np.array([0, 5, 0], dtype=np.float32)) == [1, ROOT, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    arcs = np.array([[0, 9, 0], [9, 0, 8], [0, 0, 0]], dtype=np.float32)
    assert best_tree(arcs, np.array([1, 1, 9], dtype=np.float32)) == [1, 2, ROOT]


def test_two_words_that_both_want_to_be_root() -> None:
    arcs = np.array([[0, 1], [2, 0]], dtype=np.float32)
    assert best_tree(arcs, np.array([9, 9], dtype=np.float32)) == [ROOT, 0]


def test_one_word_and_none() -> None:
    assert best_tree(np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.float32)) == [ROOT]
    assert best_tree(np.zeros((0, 0), dtype=np.float32), np.zeros(0, dtype=np.float32)) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_is_better(seed: int) -> None:
    random = np.random.default_rng(seed)
    arcs, roots = random.normal(size=(4, 4)).astype(np.float32), random.normal(size=4).astype(np.float32)
    found = best_tree(arcs, roots)
    everything = (list(heads) for heads in product(range(-1, 4), repeat=4))
    best = max(total(heads, arcs, roots) for heads in everything if is_tree(heads))
    assert is_tree(found)
    assert total(found, arcs, roots) == pytest.approx(best)


def test_a_long_sentence_of_noise_gives_a_tree() -> None:
    random = np.random.default_rng(0)
    arcs = random.normal(size=(250, 250)).astype(np.float32)
    assert is_tree(best_tree(arcs, random.normal(size=250).astype(np.float32)))
