"""From a checkpoint to a model folder: export, quantise, score, describe."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch

from kg.analyse.model import NETWORK, PAIRS, TOKENIZER
from kg.analyse.network import open_session, run_session
from kg.analyse.pieces import Pieces
from kg.analyse.scores import WordScores
from kg.train.export import export
from kg.train.held_out import HeldOut
from kg.train.network import Network
from kg.train.package import write_card, write_pairs, write_tokenizer
from kg.train.predict import pair_weights
from kg.train.quantise import quantise
from kg.train.recipe import Recipe
from kg.train.score import Predictor
from kg.train.windows import Encoded


def finish(
    network: Network,
    recipe: Recipe,
    labels: dict[str, tuple[str, ...]],
    base: Path,
    sets: list[HeldOut],
    folder: Path,
) -> dict[str, dict[str, dict[str, float]]]:
    """Write the model folder; gives the scores of the network in float32 and as it ships."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs = pair_weights(network)
    pieces = Pieces(base / "tokenizer.json")
    write_pairs(pairs, folder / PAIRS)
    write_tokenizer(base / "tokenizer.json", folder / TOKENIZER)
    with TemporaryDirectory() as workshop:
        exact = Path(workshop) / "float32.onnx"
        export(network, exact)
        quantise(exact, folder / NETWORK)
        forms = {"float32": exact, "shipped": folder / NETWORK}
        figures = {
            form: {each.name: each.score(onnx_predictor(path, pieces), labels, pairs) for each in sets}
            for form, path in forms.items()
        }
    write_card(folder, recipe, labels, figures)
    return figures


def onnx_predictor(path: Path, pieces: Pieces) -> Predictor:
    """Give a function that scores one window with an ONNX file."""
    session: Any = open_session(path, torch.get_num_threads())  # Any: onnxruntime has no types

    def predict(window: list[Encoded]) -> WordScores:
        words = [word for sentence in window for word in sentence.pieces]
        shapes = np.array([shape for sentence in window for shape in sentence.shapes])
        return run_session(session, words, shapes, pieces)

    return predict
