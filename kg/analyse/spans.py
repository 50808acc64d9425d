"""Named entities from BIOES tags."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """A half-open word range with a type; `score` is the mean probability of its tags, in [0, 1]."""

    start: int
    end: int
    type: str
    score: float


class SpanDecoder:
    """Finds the best well-formed sequence of BIOES tags."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        """Prepare for a tag set."""
        self._tags = tags
        self._follows = np.array([[_may_follow(before, after) for after in tags] for before in tags])
        self._opens = np.array([tag[0] in "OBS" for tag in tags])
        self._closes = np.array([tag[0] in "OES" for tag in tags])

    def decode(self, scores: NDArray[np.float32]) -> list[TypedSpan]:
        """Give the spans of one sentence in order.

        Args:
            scores: `float32 [words, tags]`, any scale.
        """
        if not len(scores):
            return []
        path = scores.argmax(axis=1)
        if not self._is_well_formed(path):
            path = self._best_path(scores)
        if not path.any():
            return []
        return self._collect(path, _probabilities(scores))

    def _is_well_formed(self, path: NDArray[np.intp]) -> bool:
        """Say whether a tag sequence can be read as spans."""
        return bool(self._opens[path[0]] and self._closes[path[-1]] and self._follows[path[:-1], path[1:]].all())

    def _best_path(self, scores: NDArray[np.float32]) -> NDArray[np.intp]:
        """Give the best well-formed tag sequence (Viterbi)."""
        barrier = np.where(self._follows, 0.0, _NEVER)
        best = scores[0] + np.where(self._opens, 0.0, _NEVER)
        back = []
        for row in scores[1:]:
            paths = best[:, None] + barrier
            back.append(paths.argmax(axis=0))
            best = paths.max(axis=0) + row
        path = [int((best + np.where(self._closes, 0.0, _NEVER)).argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return np.array(path[::-1])

    def _collect(self, path: NDArray[np.intp], probabilities: NDArray[np.float64]) -> list[TypedSpan]:
        """Read the spans off a well-formed sequence."""
        spans, start = [], 0
        for word, tag in enumerate(path):
            position, _, name = self._tags[tag].partition("-")
            if position in "BS":
                start = word
            if position in "ES":
                words = np.arange(start, word + 1)
                score = float(probabilities[words, path[words]].mean())
                spans.append(TypedSpan(start, word + 1, name, score))
        return spans


def _may_follow(before: str, after: str) -> bool:
    """Say whether one tag may come after another.

    Example:
        B-place I-place, E-place O and S-person B-place may; B-place O and I-place E-person may not.
    """
    if before[0] in "BI":
        return after[0] in "IE" and before[1:] == after[1:]
    return after[0] in "OBS"


def _probabilities(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Give the softmax over the last axis."""
    shifted = np.exp(scores.astype(np.float64) - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))
