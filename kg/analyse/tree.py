"""The best tree over the words of a sentence: maximum spanning tree with one root."""

import numpy as np
from numpy.typing import NDArray

from kg.document import ROOT

_MANY = 1e6  # taken off every root score: a tree with two roots then costs more than any arc can give


def best_tree(arcs: NDArray[np.float32], roots: NDArray[np.float32]) -> list[int]:
    """Give the head of every word, `ROOT` for exactly one.

    Args:
        arcs: score of every head (columns) for every word (rows), `float32 [words, words]`.
        roots: score of every word as the root, `float32 [words]`.

    Every word's best head is taken where that makes a tree; only elsewhere is the search run.

    Source: Chu and Liu 1965, Edmonds 1967; one root as in Zmigrod et al. 2020, by a penalty on root arcs.
    """
    words = len(roots)
    if words == 0:
        return []
    scores = np.full((words + 1, words + 1), -np.inf)
    scores[1:, 1:] = arcs
    scores[1:, 0] = roots
    np.fill_diagonal(scores, -np.inf)
    greedy = scores[1:].argmax(axis=1)
    if (greedy == 0).sum() == 1 and not _cycle([0, *greedy.tolist()]):
        return [int(head) - 1 for head in greedy]
    scores[1:, 0] -= _MANY
    heads = _arborescence(scores)
    return [ROOT if head == 0 else head - 1 for head in heads[1:]]


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
