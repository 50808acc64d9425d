"""The model folder: the network with everything that it needs, and what it is made of."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from kg.analyse.model import CARD, FILES, FORMAT, LABELS, LINK, NETWORK, digest
from kg.analyse.scores import LinkWeights, PairWeights
from kg.train.recipe import Recipe

ATTRIBUTION = "ATTRIBUTION.md"
_LICENCE = "CC BY-SA 4.0"
_TABLES = ("product", "new", "kinds", "distances", "wordings", "types", "places")
_LARGEST_BYTE = 127.0


def write_pairs(pairs: PairWeights, links: LinkWeights | None, path: Path) -> None:
    """Write the weights of pairs, those of relations in 8 bits with one scale per relation; None for no links yet."""
    scale = np.abs(pairs.relations).max(axis=1, keepdims=True) / _LARGEST_BYTE
    relations = np.round(pairs.relations / scale).astype(np.int8)
    tables = {f"{LINK}{name}": getattr(links, name) for name in _TABLES} if links else {}
    np.savez(path, relations=relations, scale=scale.astype(np.float32), distances=pairs.distances, **tables)


def write_tokenizer(source: Path, target: Path) -> None:
    """Write the word pieces without the settings for padding and cutting."""
    content = json.loads(source.read_text(encoding="utf-8"))
    content["padding"] = content["truncation"] = None
    target.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def write_card(
    folder: Path,
    recipe: Recipe,
    labels: dict[str, tuple[str, ...]],
    figures: dict[str, dict[str, dict[str, float]]],
) -> None:
    """Write `labels.json`, `model.json` and the attribution; the other files must be there.

    Args:
        folder: the model folder.
        recipe: what the model was made by.
        labels: classes of every task.
        figures: per form of the weights (`float32`, `shipped`), per held-out set, per measure.
    """
    _write_json(folder / LABELS, {task: list(classes) for task, classes in labels.items()})
    card = {
        "format": FORMAT,
        "name": recipe.name,
        "version": recipe.version,
        "made": date.today().isoformat(),
        "licence": _LICENCE,
        "recipe_sha256": recipe.digest,
        "sources": recipe.sources,
        **_interface(folder / NETWORK),
        "scores": figures,
        "files": {name: digest(folder / name) for name in FILES},
    }
    _write_json(folder / CARD, card)
    (folder / ATTRIBUTION).write_text(attribution(recipe), encoding="utf-8")


def _interface(path: Path) -> dict[str, Any]:  # Any: JSON
    """Describe the network's inputs and outputs."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return {
        side: {each.name: {"type": each.type, "shape": each.shape} for each in found}
        for side, found in (("inputs", session.get_inputs()), ("outputs", session.get_outputs()))
    }


def _write_json(path: Path, content: dict[str, Any]) -> None:  # Any: JSON
    """Write JSON for reading."""
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def attribution(recipe: Recipe) -> str:
    """Give the text that names every source with its licence."""
    lines = [
        f"# The model {recipe.name} {recipe.version}",
        "",
        f"The files in this folder are licensed under {_LICENCE} (https://creativecommons.org/licenses/by-sa/4.0/).",
        "They were made by training on the following, of which no text is in them. Changes: annotations were joined,",
        "mapped to common labels and learned by a neural network.",
        "",
        "| source | origin | licence | used for |",
        "|---|---|---|---|",
        *(f"| {each['name']} | {each['origin']} | {each['licence']} | {each['use']} |" for each in recipe.sources),
        "",
        "Where a newer licence of the same family is compatible (CC BY-SA 3.0 → 4.0), the newer one applies.",
    ]
    return "\n".join(lines) + "\n"
