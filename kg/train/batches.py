"""Batches: windows of similar length side by side, as tensors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from torch import Tensor

from kg.analyse.pieces import Pieces
from kg.train.network import Batch
from kg.train.windows import IGNORED, ROOT_TARGET, Encoded


@dataclass(frozen=True, slots=True)
class TrainingBatch:
    """A batch with its targets.

    Attributes:
        batch: what the network reads.
        mask: 0 for pieces, -inf for padding, `float32 [windows, 1, 1, pieces]`.
        sentences: number of each word's sentence in its window, -1 for padding, `int64 [windows, words]`.
        targets: `int64 [windows, words]` per task, `IGNORED` where unknown; a root's head is the number of words.
        happened: `float32 [windows, words]`, NaN where unknown.
    """

    batch: Batch
    mask: Tensor
    sentences: Tensor
    targets: dict[str, Tensor]
    happened: Tensor

    @property
    def words(self) -> int:
        """Give the number of words."""
        return int((self.sentences >= 0).sum())


def batches(windows: Iterable[list[Encoded]], most: int, random: Random | None) -> Iterator[list[list[Encoded]]]:
    """Yield groups of windows of similar length with at most `most` pieces, shuffled if `random` is given."""
    ordered = sorted(windows, key=_length)
    groups: list[list[list[Encoded]]] = []
    for window in ordered:
        if not groups or (len(groups[-1]) + 1) * _length(window) > most:
            groups.append([])
        groups[-1].append(window)
    if random is not None:
        random.shuffle(groups)
    yield from groups


def _length(window: list[Encoded]) -> int:
    """Give the number of pieces of a window."""
    return sum(len(word) for sentence in window for word in sentence.pieces) + 2


def collate(windows: list[list[Encoded]], pieces: Pieces) -> TrainingBatch:
    """Pad windows into one batch."""
    words = _rounded(max(sum(len(sentence.shapes) for sentence in window) for window in windows), 16)
    width = _rounded(max(map(_length, windows)), 32)
    ids, shapes = (np.zeros((len(windows), width), dtype=np.int64) for _ in range(2))
    first, last = (np.zeros((len(windows), words), dtype=np.int64) for _ in range(2))
    sentences = np.full((len(windows), words), -1, dtype=np.int64)
    targets = {task: np.full((len(windows), words), IGNORED, dtype=np.int64) for task in windows[0][0].targets}
    happened = np.full((len(windows), words), np.nan, dtype=np.float32)
    mask = np.full((len(windows), 1, 1, width), -np.inf, dtype=np.float32)
    for row, window in enumerate(windows):
        flat = [word for sentence in window for word in sentence.pieces]
        lengths = np.array([len(word) for word in flat])
        ends = np.cumsum(lengths) + 1
        line = [pieces.opening, *(piece for word in flat for piece in word), pieces.closing]
        ids[row, : len(line)] = line
        shapes[row, 1 : len(line) - 1] = np.repeat([s for each in window for s in each.shapes], lengths)
        mask[row, :, :, : len(line)] = 0.0
        first[row, : len(flat)], last[row, : len(flat)] = ends - lengths, ends - 1
        _set_targets(window, row, sentences, targets, happened)
    tensors = {task: torch.from_numpy(each) for task, each in targets.items()}
    batch = Batch(*map(torch.from_numpy, (ids, shapes, first, last)))
    return TrainingBatch(
        batch, torch.from_numpy(mask), torch.from_numpy(sentences), tensors, torch.from_numpy(happened)
    )


def with_hidden_words(batch: TrainingBatch, share: float, hidden: int) -> TrainingBatch:
    """Give the batch with the pieces of some words hidden, so that the words around them have to do.

    A hidden word's lemma is not asked for. Which words they are comes from torch's random numbers.
    """
    if not share:
        return batch
    pieces, _, first, last = batch.batch
    chosen = (torch.rand(first.shape) < share) & (batch.sentences >= 0)
    rows, columns = chosen.nonzero(as_tuple=True)
    edges = torch.zeros(pieces.shape[0], pieces.shape[1] + 1, dtype=torch.int64)
    edges[rows, first[rows, columns]] += 1
    edges[rows, last[rows, columns] + 1] -= 1
    covered = edges.cumsum(dim=1)[:, :-1] > 0
    targets = {**batch.targets, "lemma": batch.targets["lemma"].masked_fill(chosen, IGNORED)}
    return replace(batch, batch=batch.batch._replace(pieces=pieces.masked_fill(covered, hidden)), targets=targets)


def _rounded(length: int, step: int) -> int:
    """Give the next multiple: a CPU compiles its kernels anew for each new shape, which halves the speed."""
    return -(-length // step) * step


def _set_targets(
    window: list[Encoded],
    row: int,
    sentences: np.ndarray,
    targets: dict[str, np.ndarray],
    happened: np.ndarray,
) -> None:
    """Copy the targets of a window's sentences; heads become indices in the window."""
    words = sentences.shape[1]
    position = 0
    for number, sentence in enumerate(window):
        end = position + len(sentence.shapes)
        for task, values in sentence.targets.items():
            targets[task][row, position:end] = values
        head = sentence.targets["head"]
        shifted = np.where(head >= 0, head + position, np.where(head == ROOT_TARGET, words, head))
        targets["head"][row, position:end] = shifted
        sentences[row, position:end] = number
        happened[row, position:end] = sentence.happened
        position = end
