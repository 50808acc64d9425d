"""The best tree over the words of a sentence: maximum spanning tree with one root."""

import numpy as np
from numpy.typing import NDArray

from kg.document import ROOT

_PENALTIES = (0.0, 2.0, 8.0, 32.0, 1e6)
"""Taken off every root's score until the best tree has one root; with the last, two cost more than any arc can give."""


def best_tree(arcs: NDArray[np.float32], roots: NDArray[np.float32]) -> list[int]:
    """Give the head of every word, `ROOT` for exactly one.

    Args:
        arcs: score of every head (columns) for every word (rows), `float32 [words, words]`.
        roots: score of every word as the root, `float32 [words]`.

    What is best with a penalty on roots is best among the trees with as many roots, whatever the penalty; a small one
    leaves most words with their best heads, where there is little to search.

    Source: Chu and Liu 1965, Edmonds 1967; one root as in Zmigrod et al. 2020, by a penalty on root arcs.
    """
    words = len(roots)
    if words == 0:
        return []
    scores = np.full((words + 1, words + 1), -np.inf)
    scores[1:, 1:] = arcs
    np.fill_diagonal(scores, -np.inf)
    heads: list[int] = []
    for penalty in _PENALTIES:
        scores[1:, 0] = roots - np.float64(penalty)
        heads = _arborescence(scores)[1:]
        if heads.count(0) == 1:
            break
    return [ROOT if head == 0 else head - 1 for head in heads]


def _arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Give the head of every node in the best tree below node 0, whose own head is 0."""
    heads = [0, *scores[1:].argmax(axis=1).tolist()]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(heads)) if node not in set(cycle)]
    kept = scores[cycle, [heads[node] for node in cycle]]
    gains = scores[np.ix_(cycle, rest)] - kept[:, None]
    exits = scores[np.ix_(rest, cycle)]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[:size, size] = exits.max(axis=1)
    smaller[size, :size] = gains.max(axis=0)
    found = _arborescence(smaller)
    for position, node in enumerate(rest[1:], start=1):
        head = found[position]
        heads[node] = cycle[int(exits[position].argmax())] if head == size else rest[head]
    broken = cycle[int(gains[:, found[size]].argmax())]
    heads[broken] = rest[found[size]]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Give the nodes of one cycle that does not reach node 0, empty if there is none."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node != 0 and seen[node] == 0:
            seen[node] = start
            node = heads[node]
        if node != 0 and seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []
