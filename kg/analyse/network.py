"""The network at run time: ONNX, one window at a time.

Windows of different articles are never put side by side in one call: a batch would need padding, and the scores of an
article would depend on its neighbours in the last bits. They run in threads beside each other instead: two calls with a
thread each take half the time of one after the other, a call with two threads takes 0.8 of it.
"""

from collections.abc import Sequence
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.analyse.model import NETWORK, TOKENIZER
from kg.analyse.pieces import Pieces
from kg.analyse.scores import WordScores
from kg.analyse.shapes import shape_of
from kg.errors import ModelError, SettingsError

WINDOW_PIECES = 254
"""Pieces of a window without [CLS] and [SEP]: the length that the network was trained with."""

TAG_TASKS = ("sentence", "upos", "xpos", "lemma", "nominal", "uner", "wiki")
"""Tasks that give every word a class."""

_CPU, _CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"


class Network:
    """Scores the words of a window."""

    def __init__(self, folder: Path, threads: int, device: str = "cpu") -> None:
        """Load the network and its pieces.

        Raises:
            ModelError: the file is no network that this version of onnxruntime runs.
            SettingsError: the device is `cuda`, and onnxruntime cannot use it.
        """
        self._pieces = Pieces(folder / TOKENIZER)
        self._open = partial(open_session, folder / NETWORK, device=device)
        self._session = self._open(threads)

    def with_threads(self, threads: int) -> "Network":
        """Give the same network with another number of threads."""
        other = copy(self)
        other._session = self._open(threads)
        return other

    def lengths(self, words: Sequence[str]) -> list[int]:
        """Give the number of pieces of every word."""
        return [len(self._pieces.of(word)) for word in words]

    def score(self, words: Sequence[str]) -> WordScores:
        """Score the words of one window, at least one word and at most `WINDOW_PIECES` pieces."""
        shapes = np.array([int(shape_of(word)) for word in words])
        return run_session(self._session, [self._pieces.of(word) for word in words], shapes, self._pieces)


def run_session(
    session: Any,  # Any: onnxruntime has no types
    words: Sequence[tuple[int, ...]],
    shapes: NDArray[np.int64],
    pieces: Pieces,
) -> WordScores:
    """Run the network over the pieces and shapes of a window's words."""
    lengths = np.array([len(word) for word in words])
    ends = np.cumsum(lengths) + 1
    ids = [pieces.opening, *(piece for word in words for piece in word), pieces.closing]
    inputs = {
        "pieces": np.array(ids, dtype=np.int64),
        "shapes": np.pad(np.repeat(shapes, lengths), 1).astype(np.int64),
        "first": ends - lengths,
        "last": ends - 1,
    }
    names = [output.name for output in session.get_outputs()]
    found = dict(zip(names, session.run(None, inputs), strict=True))
    tags = {task: found.pop(task) for task in TAG_TASKS}
    return WordScores(tags=tags, **found)


def open_session(path: Path, threads: int, device: str = "cpu") -> Any:  # Any: onnxruntime has no types
    """Open a network on the processor, on CUDA (`cuda`), or on CUDA where there is any (`auto`).

    Raises:
        ModelError: the file is no network that this version of onnxruntime runs.
        SettingsError: the device is `cuda`, and onnxruntime cannot use it.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    has_cuda = _CUDA in onnxruntime.get_available_providers()
    providers = [_CUDA, _CPU] if has_cuda and device != "cpu" else [_CPU]
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=providers)
    except onnxruntime.capi.onnxruntime_pybind11_state.OnnxRuntimeException as error:
        raise ModelError(f"{path} cannot be run: {error}; update onnxruntime or reinstall newskg") from error
    if device == "cuda" and _CUDA not in session.get_providers():  # without a driver it falls back to the processor
        raise SettingsError(
            "device = cuda: onnxruntime finds no CUDA: python -m pip install onnxruntime-gpu "
            "(in place of onnxruntime), or use --device cpu"
        )
    return session
