"""The model folder: `model.json` says what the other files must be, and nothing is run that does not match it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from kg.analyse.coreference import unlearned
from kg.analyse.scores import Floats, LinkWeights, PairWeights
from kg.errors import ModelError

FORMAT = 2
"""Version of the folder's form; raised when an older program could no longer read it."""

CARD = "model.json"
NETWORK, TOKENIZER, LABELS, PAIRS = "model.onnx", "tokenizer.json", "labels.json", "pairs.npz"
LINK = "link_"
"""What the names of the weights of links begin with in `PAIRS`."""

FILES = (NETWORK, TOKENIZER, LABELS, PAIRS)


@dataclass(frozen=True, slots=True)
class Model:
    """A model folder that has been checked.

    Attributes:
        folder: where it is.
        name: name and version, for provenance.
        labels: classes of every task, in the order of the network's outputs.
        pairs: weights of scores that look at two words.
        links: weights of what shows that two mentions speak of the same.
    """

    folder: Path
    name: str
    labels: dict[str, tuple[str, ...]]
    pairs: PairWeights
    links: LinkWeights


def load_model(folder: Path) -> Model:
    """Read and check a model folder.

    Raises:
        ModelError: a file is missing, differs from what `model.json` says, or is of another format.
    """
    card = read_json(folder / CARD)
    if card.get("format") != FORMAT:
        raise ModelError(
            f"{folder / CARD} has format {card.get('format')!r}, this program reads {FORMAT}: update newskg"
        )
    for name in FILES:
        _check(folder / name, card["files"][name])
    labels = {task: tuple(classes) for task, classes in read_json(folder / LABELS).items()}
    with np.load(folder / PAIRS) as arrays:
        pairs = PairWeights((arrays["relations"] * arrays["scale"]).astype(np.float32), arrays["distances"])
        links = _link_weights(arrays, labels)
    if pairs.relations.shape[0] != len(labels["relation"]):
        raise ModelError(f"{folder / PAIRS} does not fit {LABELS}: reinstall newskg")
    return Model(folder, f"{card['name']} {card['version']}", labels, pairs, links)


def _link_weights(arrays: Mapping[str, Floats], labels: Mapping[str, Sequence[str]]) -> LinkWeights:
    """Give the weights of links; a folder without them knows one kind of mention, and looks at distances alone."""
    weights = unlearned(labels.get("mention", ("",)), labels["nominal"])
    if f"{LINK}new" not in arrays:
        return replace(weights, distances=arrays["distances"][None, :])
    tables = {name.removeprefix(LINK): array for name, array in arrays.items() if name.startswith(LINK)}
    return LinkWeights(weights.kinds_known, weights.types_known, **tables)


def digest(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(path: Path, expected: str) -> None:
    """Refuse a file that is not the one that `model.json` describes."""
    if not path.is_file():
        raise ModelError(f"{path} is missing: reinstall newskg, or train a model with `kg train`")
    if digest(path) != expected:
        raise ModelError(f"{path} is not the file that {CARD} describes: reinstall newskg, or train the model anew")


def read_json(path: Path) -> dict[str, Any]:  # Any: JSON
    """Read a JSON object."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"{path} is missing: reinstall newskg, or train a model with `kg train`") from error
    except ValueError as error:
        raise ModelError(f"{path} is no JSON: reinstall newskg") from error
    return dict(content)
