"""The torch network as the scorer sees it."""

import torch

from kg.analyse.pieces import Pieces
from kg.analyse.scores import RelationWeights, WordScores
from kg.train.batches import collate
from kg.train.network import TAG_TASKS, Batch, Network
from kg.train.score import Predictor
from kg.train.windows import Encoded


def predictor(network: Network, pieces: Pieces, device: torch.device) -> Predictor:
    """Give a function that scores one window at a time, as at run time."""

    def predict(window: list[Encoded]) -> WordScores:
        network.eval()
        batch = Batch(*(tensor.to(device) for tensor in collate([window], pieces).batch))
        with torch.inference_mode():
            found = network(batch)
        return WordScores(
            tags={task: found.tags[task][0].cpu().numpy() for task in TAG_TASKS},
            **{name: getattr(found, name)[0].cpu().numpy() for name in WordScores.__slots__ if name != "tags"},
        )

    return predict


def relation_weights(network: Network) -> RelationWeights:
    """Give the weights of the relation scorer."""
    return RelationWeights(
        network.relation.weight.detach().cpu().numpy(), network.relation.bias.detach().cpu().numpy()
    )
