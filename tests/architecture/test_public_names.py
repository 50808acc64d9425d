"""What other programs may rely on is there, and nothing joins or leaves it unnoticed."""

from importlib import import_module
from pathlib import Path

import pytest

import kg
from kg.registry import names, resolve

PACKAGE = Path(kg.__file__).parent


def modules_with_exports() -> list[str]:
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if "__all__" in path.read_text(encoding="utf-8")]
    names = [".".join(("kg", *path.relative_to(PACKAGE).with_suffix("").parts)) for path in paths]
    return [name.removesuffix(".__init__") for name in names if not name.startswith("kg.train")]


def test_public_names() -> None:
    assert kg.__all__ == ["Document", "Entity", "Graph", "KgError", "Settings", "Statement", "__version__", "build"]
    assert dir(kg) == sorted(kg.__all__)


@pytest.mark.parametrize("name", modules_with_exports())
def test_every_exported_name_exists(name: str) -> None:
    module = import_module(name)
    assert [member for member in module.__all__ if not hasattr(module, member)] == []


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        kg.nonsense  # noqa: B018  # the access is the test


def test_exchangeable_parts() -> None:
    assert names("analysers") == ("builtin", "spacy:PIPELINE")
    assert names("exporters") == (
        "csv",
        "gexf",
        "graphml",
        "jsonld",
        "jsonlines",
        "nquads",
        "ntriples",
        "rdfxml",
        "trig",
        "turtle",
    )


@pytest.mark.parametrize("kind", ["analysers", "exporters", "bundles"])
def test_every_part_can_be_imported(kind: str) -> None:
    assert all(callable(resolve(kind, name)) for name in names(kind) if ":" not in name)


def test_a_family_gives_its_members() -> None:
    assert callable(resolve("analysers", f"spacy:{PACKAGE}"))
