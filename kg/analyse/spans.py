"""Named entities from BIOES tags."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9
_OUTSIDE = 0  # index of "O"


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """A half-open word range with a type.

    Attributes:
        start: its first word.
        end: the word behind its last.
        type: what it names.
        score: the mean probability of its tags, in [0, 1].
        is_doubtful: it counts only if something else in the article speaks for it.
    """

    start: int
    end: int
    type: str
    score: float
    is_doubtful: bool = False


class SpanDecoder:
    """Finds the best well-formed sequence of BIOES tags."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        """Prepare for a tag set that begins with "O"."""
        self._tags = [(tag[0], tag[2:]) for tag in tags]
        self._follows = np.array([[_may_follow(before, after) for after in tags] for before in tags])
        self._opens = np.array([tag[0] in "OBS" for tag in tags])
        self._closes = np.array([tag[0] in "OES" for tag in tags])
        self._barrier, self._open_barrier, self._close_barrier = (
            np.where(allowed, 0.0, _NEVER) for allowed in (self._follows, self._opens, self._closes)
        )

    def decode(self, scores: NDArray[np.float32]) -> list[TypedSpan]:
        """Give the spans of one sentence in order.

        Args:
            scores: `float32 [words, tags]`, any scale.
        """
        if not len(scores):
            return []
        path = scores.argmax(axis=1)
        if not path.any():
            return []
        if not self._is_well_formed(path):
            self._mend(path, scores)
        return self._collect(path, scores)

    def shares(self, scores: NDArray[np.float32]) -> dict[str, float]:
        """Give the mean probability of every type over some words."""
        chances = _probabilities(scores).mean(axis=0).tolist()
        found: dict[str, float] = {}
        for (_, name), chance in zip(self._tags, chances, strict=True):
            if name:
                found[name] = found.get(name, 0.0) + chance
        return found

    def _is_well_formed(self, path: NDArray[np.intp]) -> bool:
        """Say whether a tag sequence can be read as spans."""
        return bool(self._opens[path[0]] and self._closes[path[-1]] and self._follows[path[:-1], path[1:]].all())

    def _mend(self, path: NDArray[np.intp], scores: NDArray[np.float32]) -> None:
        """Put the best well-formed tag sequence in the place of the best tags.

        No tag that alone costs more than leaving out the broken names is on it. So it is looked for only between words
        that have no tag but "O" left.
        """
        losses = scores.max(axis=1, keepdims=True) - scores
        broken = [run for run in _runs(path != _OUTSIDE) if not self._is_well_formed(path[run])]
        most = sum(losses[run, _OUTSIDE].sum() for run in broken)
        is_open = (losses <= most).sum(axis=1) > 1
        for run in _runs(is_open | (path != _OUTSIDE)):
            if not self._is_well_formed(path[run]):
                path[run] = self._best_path(scores[run])

    def _best_path(self, scores: NDArray[np.float32]) -> NDArray[np.intp]:
        """Give the best well-formed tag sequence (Viterbi)."""
        best = scores[0] + self._open_barrier
        back = []
        for row in scores[1:]:
            paths = best[:, None] + self._barrier
            back.append(paths.argmax(axis=0))
            best = paths.max(axis=0) + row
        path = [int((best + self._close_barrier).argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return np.array(path[::-1])

    def _collect(self, path: NDArray[np.intp], scores: NDArray[np.float32]) -> list[TypedSpan]:
        """Read the spans off a well-formed sequence."""
        inside = path.nonzero()[0]
        chances = _probabilities(scores[inside])[np.arange(len(inside)), path[inside]]
        spans, start = [], 0
        parts: list[float] = []
        for word, tag, chance in zip(inside.tolist(), path[inside].tolist(), chances.tolist(), strict=True):
            position, name = self._tags[tag]
            if position in "BS":
                start, parts = word, []
            parts.append(chance)
            if position in "ES":
                spans.append(TypedSpan(start, word + 1, name, sum(parts) / len(parts)))
        return spans


def _runs(chosen: NDArray[np.bool_]) -> list[slice]:
    """Give the stretches of words that are chosen."""
    padded = np.zeros(len(chosen) + 2, dtype=np.bool_)
    padded[1:-1] = chosen
    edges = (padded[1:] != padded[:-1]).nonzero()[0]
    return [slice(start, end) for start, end in edges.reshape(-1, 2).tolist()]


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
