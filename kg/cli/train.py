"""`kg train`: the analysis model, made anew."""

from importlib.util import find_spec
from pathlib import Path

import click

from kg.errors import MissingExtra

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(epilog="Example: kg train kg/train/recipe.toml --data corpora --base encoder -o new")
@click.argument("recipe", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--data", type=_FOLDER, required=True, help="Folder with the data sets that the recipe names.")
@click.option("--base", type=_FOLDER, required=True, help="Folder with the encoder: config.json, model.safetensors, …")
@click.option("--begin", type=_FOLDER, help="Model folder to go on from, instead of the bare encoder.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for checkpoint and model.")
@click.option("--device", type=click.Choice(["cpu", "cuda"]), default="cpu", show_default=True, help="Where to train.")
@click.option("--threads", type=int, default=2, show_default=True, help="Threads on the CPU.")
@click.option("--resume", is_flag=True, help="Go on from the checkpoint in the output folder.")
def command(recipe: Path, threads: int, resume: bool, **places: Path | str | None) -> None:
    """Train the analysis model by a RECIPE, and write it to DIR/model.

    A checkpoint is written after every epoch. docs/training.md says where the data comes from.
    """
    for package in ("torch", "onnx", "onnxscript", "safetensors"):
        if find_spec(package) is None:
            raise MissingExtra(package, "train")
    from kg.train.job import Job, run

    run(Job(recipe=recipe, threads=threads, resume=resume, log=click.echo, **places))  # type: ignore[arg-type]  # click knows
