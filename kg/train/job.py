"""A whole training: from a recipe and data to a model folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from kg.analyse.model import load_model
from kg.analyse.pieces import Pieces
from kg.train import corpora
from kg.train.encoder import load_encoder
from kg.train.finish import Folders, finish
from kg.train.held_out import held_out
from kg.train.labels import label_sets
from kg.train.loop import CHECKPOINT, Material, Run, advance, restore, start
from kg.train.network import Network
from kg.train.recipe import Recipe, load_recipe
from kg.train.reread import reread
from kg.train.windows import ExampleEncoder, by_document

Log = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Job:
    """What to train, from what, and where to.

    Attributes:
        recipe: TOML file.
        data: folder with the recipe's data sets.
        base: folder with the encoder's weights.
        begin: model folder whose weights the training begins with, None to begin with the encoder's alone.
        output: folder for the checkpoint and `model/`.
        device: `cpu` or `cuda`.
        threads: threads on the CPU.
        resume: whether to go on from the checkpoint.
        log: takes a line of progress.
    """

    recipe: Path
    data: Path
    base: Path
    begin: Path | None
    output: Path
    device: str
    threads: int
    resume: bool
    log: Log


def run(job: Job) -> Path:
    """Train, export and score; gives the model folder."""
    torch.set_num_threads(job.threads)
    recipe = load_recipe(job.recipe)
    torch.manual_seed(recipe.seed)
    found = corpora.load(recipe, job.data)
    labels = load_model(job.begin).labels if job.begin else label_sets(found.parses, recipe.data.lemma_scripts_from)
    encoder = ExampleEncoder(Pieces(job.base / "tokenizer.json"), labels)
    material = Material(
        by_document(found.parses, encoder),
        by_document(found.names_only, encoder),
        held_out(found, encoder, recipe.windows),
    )
    state = start(_network(job, recipe, labels), recipe, encoder, material, torch.device(job.device))
    job.output.mkdir(parents=True, exist_ok=True)
    if job.resume and (job.output / CHECKPOINT).exists():
        restore(state, job.output / CHECKPOINT)
    while state.epoch < len(recipe.stage_of):
        advance(state, material, job.output / CHECKPOINT, job.log)
    return _finished(state, material, job)


def _network(job: Job, recipe: Recipe, labels: dict[str, tuple[str, ...]]) -> Network:
    """Make the network that the training begins with."""
    network = Network(load_encoder(job.base), labels, recipe.network)
    if job.begin:
        job.log(f"begins with {job.begin}; new are {', '.join(reread(network, job.begin)) or 'no weights'}")
    return network


def _finished(state: Run, material: Material, job: Job) -> Path:
    """Write the model folder."""
    folder = job.output / "model"
    folders = Folders(job.base, job.data, folder)
    figures = finish(state.network.cpu(), state.recipe, state.labels, folders, material.held_out)
    job.log(f"{folder}: {figures}")
    return folder
