"""The recipe."""

from pathlib import Path

import pytest

import kg.train
from kg.errors import SettingsError
from kg.train.recipe import load_recipe

SHIPPED = Path(kg.train.__file__).parent / "recipe.toml"
FURTHER = SHIPPED.with_name("further.toml")


@pytest.mark.parametrize("path", [SHIPPED, FURTHER])
def test_the_shipped_recipes_are_whole(path: Path) -> None:
    recipe = load_recipe(path)
    assert len(recipe.digest) == 64
    assert all({"name", "origin", "licence", "use"} <= set(source) for source in recipe.sources)


@pytest.mark.parametrize("path", [SHIPPED, FURTHER])
def test_nothing_held_out_is_trained_on(path: Path) -> None:
    data = load_recipe(path).data
    train = {*data.parses, *data.documents, *data.names, *data.factuality, *data.names_only}
    held_out = {*data.parses_dev, *data.documents_dev, *data.names_dev, *data.factuality_dev, *data.names_only_dev}
    assert not train & held_out


@pytest.mark.parametrize(("old", "new"), [("epochs", "epoch"), ("[windows]", "[window]"), ("seed = 13", "seed =")])
def test_a_wrong_key_is_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"recipe\.toml"):
        load_recipe(path)
