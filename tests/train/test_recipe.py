"""The recipe."""

from pathlib import Path

import pytest

import kg.train
from kg.errors import SettingsError
from kg.train.recipe import load_recipe

SHIPPED = Path(kg.train.__file__).parent / "recipe.toml"


def test_the_shipped_recipe_is_whole() -> None:
    recipe = load_recipe(SHIPPED)
    assert len(recipe.digest) == 64
    assert all({"name", "origin", "licence", "use"} <= set(source) for source in recipe.sources)


def test_nothing_held_out_is_trained_on() -> None:
    data = load_recipe(SHIPPED).data
    train = {*data.parses, *data.documents, *data.names, *data.factuality, *data.names_only}
    held_out = {*data.parses_dev, *data.documents_dev, *data.names_dev, *data.factuality_dev, *data.names_only_dev}
    assert not train & held_out


@pytest.mark.parametrize(("old", "new"), [("epochs", "epoch"), ("[windows]", "[window]"), ("seed = 13", "seed =")])
def test_a_wrong_key_is_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"recipe\.toml"):
        load_recipe(path)
