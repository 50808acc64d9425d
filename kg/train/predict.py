"""The torch network as the scorer sees it."""

import numpy as np
import torch

from kg.analyse.pieces import Pieces
from kg.analyse.scores import PairWeights, WordScores
from kg.train.batches import collate
from kg.train.network import TAG_TASKS, Batch, Network, Scores
from kg.train.score import Predictor
from kg.train.windows import Encoded

_ROWS = tuple(name for name in Scores._fields if name not in {"tags", "arcs"})


def predictor(network: Network, pieces: Pieces, device: torch.device) -> Predictor:
    """Give a function that scores one window at a time, as at run time."""

    def predict(window: list[Encoded]) -> WordScores:
        network.eval()
        padded = collate([window], pieces)
        batch = Batch(*(tensor.to(device) for tensor in padded.batch))
        with torch.inference_mode():
            found = network(batch, padded.mask.to(device))
        words = padded.words
        rows = {name: getattr(found, name)[0, :words].cpu().numpy() for name in _ROWS}
        return WordScores(
            tags={task: found.tags[task][0, :words].cpu().numpy() for task in TAG_TASKS},
            arcs=found.arcs[0, :words, :words].cpu().numpy(),
            **rows,
        )

    return predict


def pair_weights(network: Network) -> PairWeights:
    """Give the weights of scores that look at two words."""
    relations, distances = network.relation_parts()[0], network.distances
    return PairWeights(*(np.asarray(each.detach().cpu().numpy()) for each in (relations, distances)))
