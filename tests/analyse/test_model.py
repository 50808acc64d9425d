"""The model folder: nothing is run that does not match its card."""

import json
import shutil
from pathlib import Path

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.model import FILES, load_model
from kg.errors import ModelError
from kg.resources import model_folder


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(model_folder(), tmp_path / "model"))


def test_the_shipped_model_is_whole() -> None:
    model = load_model(model_folder())
    assert model.name
    assert model.pairs.relations.shape[0] == len(model.labels["relation"])
    assert sum(path.stat().st_size for path in model_folder().iterdir()) < 30_000_000


def test_the_card_names_sources_and_scores() -> None:
    card = json.loads((model_folder() / "model.json").read_text(encoding="utf-8"))
    attribution = (model_folder() / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert all(source["name"] in attribution and source["licence"] in attribution for source in card["sources"])
    assert set(card["scores"]["shipped"]) == set(card["scores"]["float32"])


@pytest.mark.parametrize("name", [*FILES, "model.json"])
def test_a_missing_file_is_refused(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=name):
        BuiltinAnalyser(copied)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(copied: Path, name: str) -> None:
    with (copied / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelError, match="not the file"):
        load_model(copied)


def test_another_format_is_refused(copied: Path) -> None:
    (copied / "model.json").write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(ModelError, match="format 99"):
        load_model(copied)


def test_a_card_that_is_no_json_is_refused(copied: Path) -> None:
    (copied / "model.json").write_text("no", encoding="utf-8")
    with pytest.raises(ModelError, match="no JSON"):
        load_model(copied)
