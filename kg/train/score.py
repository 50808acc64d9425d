"""Scores on held-out data: gold words, gold sentences, predicted everything else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kg.analyse.coreference import distance_classes
from kg.analyse.scores import Floats, PairWeights, WordScores, relation_scores
from kg.analyse.spans import SpanDecoder
from kg.analyse.tree import best_tree
from kg.evaluate.measures import Tally
from kg.train.windows import IGNORED, Encoded

Names = set[tuple[int, int, str]]
"""Start, end and type of the names of a sentence."""

Predictor = Callable[[list[Encoded]], WordScores]
"""Gives the network's scores for the words of one window."""


@dataclass
class Scorer:
    """Collects scores window by window.

    Attributes:
        tallies: counts per measure.
    """

    labels: dict[str, tuple[str, ...]]
    pairs: PairWeights
    tallies: dict[str, Tally] = field(default_factory=dict)
    happened: list[tuple[float, float]] = field(default_factory=list)

    def add(self, window: list[Encoded], scores: WordScores) -> None:
        """Count one window."""
        position = 0
        starts = np.zeros(len(scores.roots), dtype=bool)
        for sentence in window:
            words = slice(position, position + len(sentence.shapes))
            starts[position] = True
            self._add_tags(sentence, scores, words)
            self._add_tree(sentence, scores, words)
            known = ~np.isnan(sentence.happened)
            self.happened += zip(sentence.happened[known], scores.happened[words][known], strict=True)
            position = words.stop
        self._add_coreference(window, scores)
        if window[0].targets["sentence"][0] != IGNORED:
            found = scores.tags["sentence"].argmax(axis=1).astype(bool)
            found[0] = True
            self._count("sentence", int((starts & found).sum()), int(found.sum()), int(starts.sum()))

    def _add_tags(self, sentence: Encoded, scores: WordScores, words: slice) -> None:
        """Count tags; a nominal is right if it is found with its type (types taken from names are not gold)."""
        for task in ("upos", "xpos", "lemma"):
            gold = sentence.targets[task]
            known = gold != IGNORED
            right = int((scores.tags[task][words].argmax(axis=1)[known] == gold[known]).sum())
            self._count(task, right, int(known.sum()), int(known.sum()))
        gold = sentence.targets["nominal"]
        if (gold != IGNORED).all() and (sentence.targets["uner"] == IGNORED).all():
            found = scores.tags["nominal"][words].argmax(axis=1)
            hits = int(((found == gold) & (gold > 0)).sum())
            self._count("nominal", hits, int((found > 0).sum()), int((gold > 0).sum()))
            forced = scores.tags["nominal"][words][:, 1:].argmax(axis=1) + 1
            heads = gold > 0
            self._count("nominal_type", int((forced == gold)[heads].sum()), int(heads.sum()), int(heads.sum()))

    def _add_tree(self, sentence: Encoded, scores: WordScores, words: slice) -> None:
        """Count arcs and labelled arcs, punctuation included."""
        gold = sentence.targets["head"]
        if (gold == IGNORED).all():
            return
        part = scores.part(words.start, words.stop)
        heads = np.array(best_tree(part.arcs, part.roots))
        relations = relation_scores(part, heads.tolist(), self.pairs.relations).argmax(axis=1)
        right = heads == gold
        labelled = right & ((heads < 0) | (relations == sentence.targets["relation"]))
        self._count("uas", int(right.sum()), len(gold), len(gold))
        self._count("las", int(labelled.sum()), len(gold), len(gold))

    def _add_coreference(self, window: list[Encoded], scores: WordScores) -> None:
        """Count links: the best antecedent speaks of the same, or the mention is new and said to be."""
        entities = np.concatenate([sentence.targets["entity"] for sentence in window])
        mentions = np.flatnonzero(entities > 0)
        if not len(mentions):
            return
        found = _link_scores(scores, mentions, self.pairs.distances).argmax(axis=1)
        right = 0
        for place, best in enumerate(found):
            entity, before = entities[mentions[place]], entities[mentions[:place]]
            right += int(entity not in before if best == place else before[best] == entity)
        self._count("coreference", right, len(mentions), len(mentions))

    def _count(self, measure: str, right: int, found: int, gold: int) -> None:
        """Add to a tally."""
        self.tallies.setdefault(measure, Tally()).add(right, found, gold)

    def figures(self) -> dict[str, float]:
        """Give all measures in percent; `happened` is 100 times Pearson's r."""
        figures = {name: tally.value for name, tally in self.tallies.items() if tally.gold}
        if len(self.happened) > 1:
            gold, found = np.array(self.happened).T
            figures["happened"] = round(100 * float(np.corrcoef(gold, found)[0, 1]), 2)
        return figures


def _link_scores(scores: WordScores, mentions: NDArray[np.int64], distances: Floats) -> Floats:
    """Score what every mention of a window goes back to by the network alone, `[mentions, mentions]`.

    Row `i` has the scores of the mentions before `i`, in column `i` that of being new, and minus infinity after it.
    """
    far = np.maximum(mentions[:, None] - mentions[None, :], 0)
    found = scores.anaphors[mentions] @ scores.antecedents[mentions].T
    found = found + distances[distance_classes(int(far.max()) + 1)[far]]
    found[np.triu_indices(len(mentions), 1)] = -np.inf
    np.fill_diagonal(found, scores.new[mentions])
    return np.asarray(found)


@dataclass
class NameScorer:
    """Span F1 of one family of names, over the types that the gold data marks."""

    tags: tuple[str, ...]
    family: str
    types: frozenset[str]
    tally: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Names | None], window: list[Encoded], scores: WordScores) -> None:
        """Count one window; `gold` has the names of each sentence, None where they are unknown."""
        decoder = SpanDecoder(self.tags)
        position = 0
        for sentence, names in zip(window, gold, strict=True):
            words = slice(position, position + len(sentence.shapes))
            position = words.stop
            if names is not None:
                spans = decoder.decode(scores.tags[self.family][words])
                found = {(span.start, span.end, span.type) for span in spans if span.type in self.types}
                self.tally.add(len(found & names), len(found), len(names))


def score(
    windows: Iterable[list[Encoded]],
    predict: Predictor,
    labels: dict[str, tuple[str, ...]],
    pairs: PairWeights,
    names: dict[int, Names],
    family: str,
) -> dict[str, float]:
    """Score windows; `names` holds the gold names of a sentence by the sentence's `id()`."""
    scorer = Scorer(labels, pairs)
    types = frozenset(name for each in names.values() for _, _, name in each)
    namer = NameScorer(labels[family], family, types)
    for window in windows:
        scores = predict(window)
        scorer.add(window, scores)
        namer.add([names.get(id(sentence)) for sentence in window], window, scores)
    figures = scorer.figures()
    if namer.tally.gold:
        figures["names"] = namer.tally.value
    return figures
