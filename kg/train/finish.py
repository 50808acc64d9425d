"""From a checkpoint to a model folder: export, quantise, score, describe."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.model import CARD, NETWORK, PAIRS, TOKENIZER, load_model, read_json
from kg.analyse.network import open_session, run_session
from kg.analyse.pieces import Pieces
from kg.analyse.scores import PairWeights, WordScores
from kg.train.export import export
from kg.train.held_out import HeldOut
from kg.train.links import fit_links, kinds_of, read_articles
from kg.train.network import Network
from kg.train.package import write_card, write_pairs, write_tokenizer
from kg.train.predict import pair_weights
from kg.train.quantise import quantise
from kg.train.recipe import Recipe
from kg.train.score import Predictor
from kg.train.windows import Encoded


@dataclass(frozen=True, slots=True)
class Folders:
    """Where to read and write: the encoder, the recipe's data, and the model folder."""

    base: Path
    data: Path
    model: Path


def finish(
    network: Network,
    recipe: Recipe,
    labels: dict[str, tuple[str, ...]],
    folders: Folders,
    sets: list[HeldOut],
) -> dict[str, dict[str, dict[str, float]]]:
    """Write the model folder; gives the scores of the network in float32 and as it ships."""
    folder = folders.model
    folder.mkdir(parents=True, exist_ok=True)
    pairs = pair_weights(network)
    pieces = Pieces(folders.base / "tokenizer.json")
    write_pairs(pairs, None, folder / PAIRS)
    write_tokenizer(folders.base / "tokenizer.json", folder / TOKENIZER)
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
    add_links(folder, recipe, folders.data, pairs)
    return figures


def add_links(folder: Path, recipe: Recipe, data: Path, pairs: PairWeights) -> None:
    """Learn the weights of links with a model folder that is whole but for them, and put them in."""
    analyser = BuiltinAnalyser(folder, torch.get_num_threads())
    articles = [article for each in recipe.data.documents for article in read_articles(data / each, analyser)]
    card, model = read_json(folder / CARD), load_model(folder)
    labels = {**model.labels, "mention": kinds_of(articles)}
    links = fit_links(articles, labels["mention"], labels["nominal"], recipe.seed)
    write_pairs(pairs, links, folder / PAIRS)
    write_card(folder, recipe, labels, card["scores"])


def onnx_predictor(path: Path, pieces: Pieces) -> Predictor:
    """Give a function that scores one window with an ONNX file."""
    session: Any = open_session(path, torch.get_num_threads())  # Any: onnxruntime has no types

    def predict(window: list[Encoded]) -> WordScores:
        words = [word for sentence in window for word in sentence.pieces]
        shapes = np.array([shape for sentence in window for shape in sentence.shapes])
        return run_session(session, words, shapes, pieces)

    return predict
