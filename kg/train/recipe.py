"""The recipe: everything that decides what the model becomes, read from one TOML file."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Sources:
    """Data files, relative to the data folder; `*_dev` are scored, never trained on."""

    parses: list[str]
    parses_dev: list[str]
    documents: list[str]
    documents_dev: list[str]
    names: list[str]
    names_dev: list[str]
    factuality: list[str]
    factuality_dev: list[str]
    names_only: list[str]
    names_only_dev: list[str]
    lemma_scripts_from: int


@dataclass(frozen=True, slots=True)
class Windows:
    """How sentences are packed; lengths in word pieces, `pieces` those of held-out windows."""

    pieces: int
    short_share: float
    single_share: float
    batch_pieces: int
    caps_share: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the network's layers; `word_layers` is how many see words instead of pieces."""

    layers_mixed: int
    word_layers: int
    dropout: float
    arc_size: int
    relation_size: int
    hidden_size: int
    coreference_size: int


@dataclass(frozen=True, slots=True)
class Training:
    """The optimiser; rates are those at the end of a warm-up at the full rate.

    `hidden_share` is the share of words whose pieces are hidden, so that the words around them have to do.
    """

    encoder_rate: float
    head_rate: float
    layer_decay: float
    warmup: float
    weight_decay: float
    clip: float
    bfloat16: bool
    hidden_share: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the training with its own rates and weights.

    Attributes:
        epochs: how long.
        pieces: longest window.
        rate: share of the optimiser's rates.
        names_only_share: share of the windows without trees that an epoch draws.
        losses: weight of each task.
    """

    epochs: int
    pieces: int
    rate: float
    names_only_share: float
    losses: dict[str, float]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe.

    Attributes:
        stages: one after the other.
        sources: name, origin, licence and use of everything that goes into the weights.
        digest: SHA-256 of the file's text, written into `model.json`.
    """

    name: str
    version: str
    seed: int
    data: Sources
    windows: Windows
    network: Sizes
    training: Training
    stages: list[Stage]
    sources: list[dict[str, str]]
    digest: str

    @property
    def stage_of(self) -> list[Stage]:
        """Give the stage of every epoch."""
        return [stage for stage in self.stages for _ in range(stage.epochs)]


def load_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises:
        SettingsError: the file is no TOML, lacks a key or has one that is unknown.
    """
    text = path.read_text(encoding="utf-8")
    try:
        values: dict[str, Any] = tomllib.loads(text)  # Any: TOML
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is no TOML: {error}") from error
    values["digest"] = hashlib.sha256(text.encode()).hexdigest()
    parts = {"data": Sources, "windows": Windows, "network": Sizes, "training": Training}
    try:
        values.update({key: part(**values[key]) for key, part in parts.items()})
        values["stages"] = [Stage(**stage) for stage in values["stages"]]
        return Recipe(**values)
    except (KeyError, TypeError) as error:
        raise SettingsError(f"{path}: {error}; compare with the recipe that ships with kg") from error
