"""Losses: one per task, each over the words that its data set annotates."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from kg.analyse.coreference import distance_classes
from kg.train.batches import TrainingBatch
from kg.train.network import Network, Scores
from kg.train.windows import IGNORED

_CLASSES = ("sentence", "upos", "xpos", "lemma", "nominal")
_NAMES = ("uner", "wiki")
_NEVER = -1e4  # a score that no softmax chooses, and that half precision can hold


def losses(network: Network, scores: Scores, batch: TrainingBatch, allowed: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Give the mean loss of every task that has a target in the batch."""
    found = {task: _classes(scores.tags[task], batch.targets[task]) for task in _CLASSES}
    found.update({task: _names(scores.tags[task], batch.targets[task], allowed[task]) for task in _NAMES})
    found["arc"] = _classes(arc_scores(scores, batch.sentences), batch.targets["head"])
    found["relation"] = _relations(network, scores, batch)
    found["coreference"] = _coreference(network, scores, batch.targets["entity"])
    found["happened"] = _happened(scores.happened, batch.happened)
    return {task: loss for task, loss in found.items() if loss is not None}


def arc_scores(scores: Scores, sentences: Tensor) -> Tensor:
    """Give `[windows, words, words + 1]` scores of heads within the sentence; the last column is the root."""
    together = sentences.unsqueeze(2) == sentences.unsqueeze(1)
    itself = torch.eye(together.shape[1], dtype=torch.bool, device=together.device)
    arcs = scores.arcs.float().masked_fill(~together | itself, _NEVER)
    return torch.cat([arcs, scores.roots.float().unsqueeze(2)], dim=2)


def _classes(scores: Tensor, targets: Tensor) -> Tensor | None:
    """Give the cross-entropy over annotated words."""
    chosen = targets != IGNORED
    if not chosen.any():
        return None
    return functional.cross_entropy(scores[chosen].float(), targets[chosen])


def _names(scores: Tensor, targets: Tensor, allowed: Tensor) -> Tensor | None:
    """Give minus the log of the probability of all tags that the data set allows."""
    chosen = targets != IGNORED
    if not chosen.any():
        return None
    logs = functional.log_softmax(scores[chosen].float(), dim=-1)
    return -logs.masked_fill(~allowed[targets[chosen]], -torch.inf).logsumexp(-1).mean()


def _relations(network: Network, scores: Scores, batch: TrainingBatch) -> Tensor | None:
    """Give the cross-entropy of the relations of gold arcs."""
    targets = batch.targets["relation"]
    chosen = targets != IGNORED
    if not chosen.any():
        return None
    windows, words = chosen.nonzero(as_tuple=True)
    heads = batch.targets["head"][windows, words]
    products = scores.dependents[windows, words] * scores.heads[windows, heads]
    found = functional.linear(products, network.relation_parts()[0])
    found = found + scores.dependent_relations[windows, words] + scores.head_relations[windows, heads]
    return functional.cross_entropy(found.float(), targets[chosen])


def _coreference(network: Network, scores: Scores, entities: Tensor) -> Tensor | None:
    """Give minus the log of the probability of all earlier mentions of the same, or of "new" where there is none."""
    mentions = entities > 0
    if not mentions.any():
        return None
    words = entities.shape[1]
    before = torch.ones(words, words, dtype=torch.bool, device=entities.device).tril(-1)
    far = torch.arange(words, device=entities.device)
    near = torch.tensor(distance_classes(words), device=entities.device)
    places = network.distances.float()[near[(far[:, None] - far[None, :]).clamp(min=0)]]
    pairs = (scores.anaphors @ scores.antecedents.transpose(1, 2)).float() + places
    pairs = pairs.masked_fill(~(before & mentions.unsqueeze(1)), _NEVER)
    logs = functional.log_softmax(torch.cat([pairs, scores.new.float().unsqueeze(2)], dim=2), dim=2)
    same = before & (entities.unsqueeze(2) == entities.unsqueeze(1)) & mentions.unsqueeze(1)
    right = torch.cat([same, ~same.any(dim=2, keepdim=True)], dim=2)
    return -logs.masked_fill(~right, -torch.inf).logsumexp(-1)[mentions].mean()


def _happened(scores: Tensor, targets: Tensor) -> Tensor | None:
    """Give the smooth absolute error of factuality."""
    known = ~targets.isnan()
    if not known.any():
        return None
    return functional.smooth_l1_loss(scores[known].float(), targets[known])
