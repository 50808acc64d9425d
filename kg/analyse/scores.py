"""What the network says about the words of one window, as plain arrays."""

from collections.abc import Mapping, Sequence
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
        dependent_relations: what each word adds to the relations of the arc above it, `[words, relations]`.
        head_relations: what each word adds to the relations of the arcs below it, `[words, relations]`.
        anaphors: vectors of words that may speak of something mentioned before, `[words, size]`.
        antecedents: the same, of words that may have mentioned it.
        new: score of speaking of something new, `[words]`.
    """

    tags: dict[str, Floats]
    happened: Floats
    arcs: Floats
    roots: Floats
    dependents: Floats
    heads: Floats
    dependent_relations: Floats
    head_relations: Floats
    anaphors: Floats
    antecedents: Floats
    new: Floats

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
            dependent_relations=self.dependent_relations[words],
            head_relations=self.head_relations[words],
            anaphors=self.anaphors[words],
            antecedents=self.antecedents[words],
            new=self.new[words],
        )


@dataclass(frozen=True, slots=True)
class PairWeights:
    """Weights of scores that look at two words, kept out of the network because it would score every pair.

    Attributes:
        relations: of the products of both ends of an arc, `[relations, size]`.
        distances: of how far a mention lies behind another, one per class of distance.
    """

    relations: Floats
    distances: Floats


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """Weights of what shows that two mentions speak of the same; every table's class 0 is for what is rare.

    Attributes:
        kinds_known: class of every kind of mention.
        types_known: class of every type of nominal.
        product: of the network's own scores, a single number.
        new: of being new, `[kinds]`.
        kinds: of the later and the earlier kind, `[kinds, kinds]`.
        distances: of the later kind and the distance, `[kinds, distances]`.
        wordings: of how the words compare, the later kind and the earlier group, `[wordings, kinds, groups]`.
        types: of the later and the earlier type, `[types, types]`.
        places: of where the later stands to the earlier, and the later kind, `[places, kinds]`.
    """

    kinds_known: Mapping[str, int]
    types_known: Mapping[str, int]
    product: Floats
    new: Floats
    kinds: Floats
    distances: Floats
    wordings: Floats
    types: Floats
    places: Floats

    def kind(self, name: str) -> int:
        """Give the class of a kind, that of its part of speech if it is rare."""
        return self.kinds_known.get(name, self.kinds_known.get(name.partition(":")[0], 0))


def relation_scores(scores: WordScores, heads: Sequence[int], weight: Floats) -> Floats:
    """Score the relations of chosen arcs, `[words, relations]`; a root's row means nothing.

    Args:
        scores: of the words of a sentence.
        heads: the head of every word.
        weight: weight of the products of both ends, `[relations, size]`.

    A plain sum of products: a threaded library call costs more than it saves at the size of a sentence, and its threads
    get into the way of the network's.
    """
    above = np.maximum(heads, 0)
    products = np.einsum("ws,rs->wr", scores.dependents * scores.heads[above], weight)
    return np.asarray(products + scores.dependent_relations + scores.head_relations[above])
