"""What the network says about the words of one window, as plain arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordScores:
    """Scores of a window's words; softmax has not been applied.

    Attributes:
        tags: per task (`sentence`, `upos`, `xpos`, `lemma`, `nominal`, `uner`, `wiki`) `[words, classes]`.
        happened: factuality, `[words]`.
        arcs: score of every head (columns) for every word (rows), `[words, words]`.
        roots: score of being a root, `[words]`.
        dependents: vectors for the relations of arcs, `[words, size]`.
        heads: the same, of the arc's other end.
    """

    tags: dict[str, Floats]
    happened: Floats
    arcs: Floats
    roots: Floats
    dependents: Floats
    heads: Floats

    def part(self, start: int, end: int) -> "WordScores":
        """Give the scores of a range of words."""
        words = slice(start, end)
        return WordScores(
            tags={task: scores[words] for task, scores in self.tags.items()},
            happened=self.happened[words],
            arcs=self.arcs[words, words],
            roots=self.roots[words],
            dependents=self.dependents[words],
            heads=self.heads[words],
        )


@dataclass(frozen=True, slots=True)
class RelationWeights:
    """The last layer of the relation scorer: `weight [relations, 3 * size]`, `bias [relations]`."""

    weight: Floats
    bias: Floats

    def score(self, dependents: Floats, heads: Floats) -> Floats:
        """Score the relations of the arcs between two rows of vectors, `[arcs, relations]`."""
        features = np.concatenate([dependents * heads, dependents, heads], axis=1)
        return np.asarray(features @ self.weight.T + self.bias)
