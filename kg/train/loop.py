"""The training loop: stages, epochs, checkpoints."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor

from kg.analyse.pieces import Pieces
from kg.train.batches import TrainingBatch, batches, collate, with_hidden_words
from kg.train.held_out import HeldOut
from kg.train.losses import losses
from kg.train.network import Network
from kg.train.predict import pair_weights, predictor
from kg.train.recipe import Recipe
from kg.train.windows import Encoded, ExampleEncoder, pack, recased

Log = Callable[[str], object]

CHECKPOINT = "checkpoint.pt"
_REPORT_EVERY = 100  # steps


@dataclass
class Run:
    """A training run: the network and everything that moves it.

    Attributes:
        epoch: epochs done.
        figures: scores after each epoch, per held-out set.
    """

    recipe: Recipe
    labels: dict[str, tuple[str, ...]]
    pieces: Pieces
    network: Network
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    allowed: dict[str, Tensor]
    device: torch.device
    epoch: int
    figures: list[dict[str, dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Material:
    """Encoded data, per document."""

    parses: list[list[Encoded]]
    names_only: list[list[Encoded]]
    held_out: list[HeldOut]


def start(network: Network, recipe: Recipe, encoder: ExampleEncoder, material: Material, device: torch.device) -> Run:
    """Make a fresh run; the word-piece embeddings stay as they are, there is too little text to move them well."""
    network.to(device).encoder.words.weight.requires_grad_(False)
    settings = recipe.training
    optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=settings.weight_decay, betas=(0.9, 0.98))
    rate = partial(_rate, lengths=_steps(material, recipe), recipe=recipe)
    return Run(
        recipe=recipe,
        labels=encoder.labels,
        pieces=encoder.pieces,
        network=network,
        optimiser=optimiser,
        schedule=torch.optim.lr_scheduler.LambdaLR(optimiser, rate),
        allowed={family: torch.from_numpy(encoder.allowed(family)).to(device) for family in ("uner", "wiki")},
        device=device,
        epoch=0,
        figures=[],
    )


def advance(run: Run, material: Material, checkpoint: Path, log: Log) -> None:
    """Train one epoch, score it and leave a checkpoint."""
    _epoch(run, material, log)
    run.figures.append(evaluate(run, material.held_out))
    log(json.dumps({"epoch": run.epoch, **run.figures[-1]}))
    _save(run, checkpoint)


def _rate(step: int, lengths: list[int], recipe: Recipe) -> float:
    """Give the share of the full rate at a step: in every stage up in a line, then down to nothing."""
    for stage, length in zip(recipe.stages, lengths, strict=True):
        if step < length:
            done = step / length
            return stage.rate * min(done / recipe.training.warmup, (1 - done) / (1 - recipe.training.warmup))
        step -= length
    return 0.0


def _groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:  # Any: torch's own type for this
    """Give weights with their rates: heads fast, the encoder slower the lower its layer."""
    settings = recipe.training
    layers = len(network.encoder.layers)
    groups: list[dict[str, Any]] = []  # Any: torch's own type for this
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        rate = settings.head_rate
        if name.startswith("encoder."):
            place = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
            rate = settings.encoder_rate * settings.layer_decay ** (layers - place)
        if name == "encoder.shapes.weight":
            rate = settings.head_rate
        decay = settings.weight_decay if weight.dim() > 1 else 0.0
        groups.append({"params": [weight], "lr": rate, "weight_decay": decay})
    return groups


def _windows(material: Material, recipe: Recipe, epoch: int) -> list[list[Encoded]]:
    """Draw the windows of an epoch; the same epoch of the same seed always gives the same ones."""
    random = Random(recipe.seed * 1000 + epoch)
    settings = replace(recipe.windows, pieces=recipe.stage_of[epoch].pieces)
    parses = list(pack(material.parses, settings, random))
    names = list(pack(material.names_only, settings, random))
    drawn = random.sample(names, int(len(names) * recipe.stage_of[epoch].names_only_share))
    return [recased(window, recipe.windows.caps_share, random) for window in chain(parses, drawn)]


def _groups_of_windows(material: Material, recipe: Recipe, epoch: int) -> Iterator[list[list[Encoded]]]:
    """Yield the batches of an epoch."""
    windows = _windows(material, recipe, epoch)
    return batches(windows, recipe.windows.batch_pieces, Random(recipe.seed * 1000 + epoch))


def _steps(material: Material, recipe: Recipe) -> list[int]:
    """Count the steps of every stage."""
    steps, epoch = [], 0
    for stage in recipe.stages:
        epochs = range(epoch, epoch + stage.epochs)
        steps.append(sum(1 for each in epochs for _ in _groups_of_windows(material, recipe, each)))
        epoch += stage.epochs
    return steps


def _epoch(run: Run, material: Material, log: Log) -> None:
    """Go once through the data."""
    run.network.train()
    started, words, sums = time.monotonic(), 0, dict.fromkeys(run.recipe.stages[0].losses, 0.0)
    for step, group in enumerate(_groups_of_windows(material, run.recipe, run.epoch), start=1):
        shown = with_hidden_words(collate(group, run.pieces), run.recipe.training.hidden_share, run.pieces.hidden)
        batch = _moved(shown, run.device)
        for task, loss in _step(run, batch).items():
            sums[task] += loss
        words += batch.words
        if step % _REPORT_EVERY == 0:
            speed = words / (time.monotonic() - started)
            means = {task: round(total / _REPORT_EVERY, 3) for task, total in sums.items()}
            log(f"epoch {run.epoch + 1} step {step}: {speed:.0f} words/s {means}")
            sums = dict.fromkeys(sums, 0.0)
    run.epoch += 1


def _step(run: Run, batch: TrainingBatch) -> dict[str, float]:
    """Learn from one batch; gives the loss of each task."""
    settings, weights = run.recipe.training, run.recipe.stage_of[run.epoch].losses
    with torch.autocast(run.device.type, dtype=torch.bfloat16, enabled=settings.bfloat16):
        scores = run.network(batch.batch, batch.mask)
        found = losses(run.network, scores, batch, run.allowed)
    total: Any = sum(weights[task] * loss for task, loss in found.items())  # Any: torch has no types here
    total.backward()
    torch.nn.utils.clip_grad_norm_(run.network.parameters(), settings.clip)
    run.optimiser.step()
    run.schedule.step()
    run.optimiser.zero_grad(set_to_none=True)
    return {task: float(loss.detach()) for task, loss in found.items()}


def _moved(batch: TrainingBatch, device: torch.device) -> TrainingBatch:
    """Move a batch to the device."""
    return TrainingBatch(
        type(batch.batch)(*(tensor.to(device) for tensor in batch.batch)),
        batch.mask.to(device),
        batch.sentences.to(device),
        {task: tensor.to(device) for task, tensor in batch.targets.items()},
        batch.happened.to(device),
    )


def evaluate(run: Run, sets: list[HeldOut]) -> dict[str, dict[str, float]]:
    """Score the network on all held-out sets."""
    predict = predictor(run.network, run.pieces, run.device)
    pairs = pair_weights(run.network)
    return {each.name: each.score(predict, run.labels, pairs) for each in sets}


def _save(run: Run, path: Path) -> None:
    """Write a checkpoint; a run that is cut off while writing leaves the one before."""
    state = {
        "network": run.network.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "schedule": run.schedule.state_dict(),
        "epoch": run.epoch,
        "figures": run.figures,
        "labels": run.labels,
        "digest": run.recipe.digest,
        "random": torch.get_rng_state(),
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def restore(run: Run, path: Path) -> None:
    """Take up a run where its checkpoint left it."""
    state = torch.load(path, map_location=run.device, weights_only=True)
    run.network.load_state_dict(state["network"])
    run.optimiser.load_state_dict(state["optimiser"])
    run.schedule.load_state_dict(state["schedule"])
    run.epoch, run.figures = state["epoch"], state["figures"]
    torch.set_rng_state(state["random"].cpu())
