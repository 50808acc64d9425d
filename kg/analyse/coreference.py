"""Which words speak of the same: every mention goes back to an earlier one, or is new.

The network gives each word a vector as a later mention and one as an earlier mention; a pair's score is their product
and a weight for the distance. A mention whose best antecedent is likelier than being new joins that antecedent's chain;
the probabilities of all the chain's members are its score. Two names that share no word never go together.

Source: word-level coreference (Dobrovolskii 2021); mention ranking (Denis & Baldridge 2008).
"""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from kg.analyse.scores import Floats, WordScores
from kg.document import Coreference

DISTANCES = 10
"""Classes of distance between two words: 1, 2–3, 4–7, …, 512 and more."""

LOOK_BACK = 512
"""Mentions that are looked at before each one, at least; an article of 2,000 words has about as many."""

_AT_ONCE = 256  # mentions scored by one product


def distance_classes(words: int) -> NDArray[np.int64]:
    """Give the class of every distance below `words`; class 0 for 0 and 1."""
    far = np.maximum(np.arange(words), 1)
    return np.asarray(np.minimum(np.log2(far).astype(np.int64), DISTANCES - 1))


def link_scores(scores: WordScores, mentions: NDArray[np.int64], distances: Floats) -> Floats:
    """Score what every mention of a window goes back to, `[mentions, mentions]`.

    Row `i` has the scores of the mentions before `i`, in column `i` that of being new, and minus infinity after it.

    Args:
        scores: of the words of a window.
        mentions: the words that head a mention, in order, at least one.
        distances: weights of the classes of distance.
    """
    parts = scores.anaphors[mentions], scores.antecedents[mentions], scores.new[mentions]
    return _scores(mentions, parts, 0, len(mentions), distances)


def _scores(
    places: NDArray[np.int64], parts: tuple[Floats, Floats, Floats], first: int, end: int, distances: Floats
) -> Floats:
    """Score mentions `first` to `end` against those from `LOOK_BACK` before on; the last columns are themselves.

    Plain sums of products: the threads of a matrix library would wait for each other, and take the other core from
    whoever reads the next article there.
    """
    anaphors, antecedents, new = parts
    start = max(0, first - LOOK_BACK)
    rows, columns = np.arange(first, end), np.arange(start, end)
    far = np.maximum(places[rows, None] - places[None, columns], 0)
    products = np.einsum("rs,cs->rc", anaphors[rows], antecedents[columns])
    found = products + distances[distance_classes(int(far.max()) + 1)[far]]
    found[columns[None, :] > rows[:, None]] = -np.inf
    found[rows - first, rows - start] = new[rows]
    return np.asarray(found)


class CoreferenceDecoder:
    """Collects the mentions of one article, then links them."""

    def __init__(self, distances: Floats) -> None:
        """Begin an article.

        Args:
            distances: weights of the classes of distance.
        """
        self._distances = distances
        self._places: list[int] = []
        self._names: list[frozenset[str]] = []
        self._parts: list[tuple[Floats, Floats, Floats]] = []

    def add(self, first: int, heads: Mapping[int, frozenset[str]], scores: WordScores) -> None:
        """Add the mentions of the next sentence.

        Args:
            first: the sentence's first token.
            heads: words of the sentence that head a mention, with the words of the name that each stands in.
            scores: of the sentence's words.
        """
        if heads:
            rows = np.array(list(heads))
            self._places += [first + head for head in heads]
            self._names += heads.values()
            self._parts.append((scores.anaphors[rows], scores.antecedents[rows], scores.new[rows]))

    def links(self) -> Iterator[Coreference]:
        """Yield a link for every mention that is not new."""
        if not self._places:
            return
        places = np.array(self._places)
        anaphors, antecedents, new = (np.concatenate(each) for each in zip(*self._parts, strict=True))
        chains = np.arange(len(places))
        for first in range(0, len(places), _AT_ONCE):
            end = min(first + _AT_ONCE, len(places))
            start = max(0, first - LOOK_BACK)
            scores = _scores(places, (anaphors, antecedents, new), first, end, self._distances)
            scores[self._other_names(first, start, end)] = -np.inf
            table = _softmax(scores)
            for mention in range(first, end):
                row = table[mention - first, : mention - start + 1]
                best = start + int(row.argmax())
                if best != mention:
                    chains[mention] = chains[best]
                    score = row[:-1][chains[start:mention] == chains[best]].sum()
                    yield Coreference(int(places[mention]), int(places[best]), round(float(score), 3))

    def _other_names(self, first: int, start: int, end: int) -> NDArray[np.bool_]:
        """Say which pairs are names without a word in common, `bool [end - first, end - start]`."""
        names = self._names[start:end]
        words = {word: column for column, word in enumerate(sorted(frozenset().union(*names)))}
        table = np.zeros((len(names), len(words)), dtype=np.float32)
        for row, name in enumerate(names):
            table[row, [words[word] for word in name]] = 1
        named = table.sum(axis=1) > 0
        later = slice(first - start, None)
        shared = np.einsum("rw,cw->rc", table[later], table)
        return np.asarray((shared == 0) & np.outer(named[later], named))


def _softmax(scores: Floats) -> Floats:
    """Give the probabilities of each row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
