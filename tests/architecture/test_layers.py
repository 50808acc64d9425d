"""A module imports only what is below it; units side by side are strangers."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
CONTRIBUTING = PACKAGE.parent / "CONTRIBUTING.md"

LAYERS = (
    ("__init__", "__main__"),
    ("cli",),
    ("train",),
    ("evaluate",),
    ("pipeline",),
    ("export", "draw", "query"),
    ("graph",),
    ("rdf",),
    ("read", "analyse", "extract", "link"),
    ("mentions", "appositions", "quotations"),
    ("wording",),
    ("vocabulary", "lexicon", "registry", "rows"),
    ("resources", "settings", "processes", "lines"),
    ("knowledge",),
    ("document",),
    ("errors",),
)
"""From the top down."""

HEIGHT = {unit: len(LAYERS) - row for row, units in enumerate(LAYERS) for unit in units}

HOMES = {
    "lxml": ("read/web_page.py",),
    "matplotlib": ("draw/",),
    "networkx": ("draw/", "evaluate/coreference.py", "export/networks.py", "query/"),
    "onnxruntime": ("analyse/", "train/"),
    "py3langid": ("read/language.py",),
    "pyoxigraph": ("export/", "graph/", "query/", "rdf/", "vocabulary.py"),
    "pyshacl": ("query/validate.py",),
    "rdflib": ("export/", "query/validate.py", "cli/validate.py"),
    "rich": ("cli/",),
    "click": ("cli/",),
    "spacy": ("analyse/",),
    "tokenizers": ("analyse/", "train/"),
    "torch": ("train/",),
    "trafilatura": ("read/web_page.py",),
    "transformers": ("train/",),
}
"""Heavy library → where it may be imported."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)


def imports(path: Path) -> Iterator[str]:
    """Full names of all that a module imports, at its top or inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            if node.module == "kg":
                yield from (f"kg.{name.name}" for name in node.names)


def unit_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def units_imported(path: Path) -> set[str]:
    units = {name.split(".")[1] for name in imports(path) if name.startswith("kg.")}
    return {unit for unit in units if unit in HEIGHT or (PACKAGE / unit).exists() or (PACKAGE / f"{unit}.py").exists()}


def test_every_unit_has_its_layer() -> None:
    assert {unit_of(path) for path in modules()} - HEIGHT.keys() == set()


def test_contributing_has_the_same_layers() -> None:
    rows = re.findall(r"^\|[^|]+\| (.+) \|$", CONTRIBUTING.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = [re.findall(r"`(\w+)`", part) for row in rows for part in row.split(" on ")]
    assert [set(units) for units in told if units] == [set(units) for units in LAYERS]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = unit_of(path)
    wrong = {unit for unit in units_imported(path) - {own} if HEIGHT[unit] >= HEIGHT[own]}
    assert wrong == set(), f"{own} may import only what is below it"


def test_only_its_command_imports_the_trainer() -> None:
    users = {str(path.relative_to(PACKAGE)) for path in modules() if "train" in units_imported(path)}
    assert {path for path in users if not path.startswith("train/")} <= {"cli/train.py"}


@pytest.mark.parametrize("library", HOMES)
def test_heavy_libraries_stay_at_home(library: str) -> None:
    used = {
        str(path.relative_to(PACKAGE)) for path in modules() for name in imports(path) if name.split(".")[0] == library
    }
    assert {path for path in used if not path.startswith(HOMES[library])} == set()


def test_nothing_prints_outside_the_command_line() -> None:
    def prints(path: Path) -> bool:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        return any(isinstance(node, ast.Name) and node.id == "print" for node in ast.walk(tree))

    assert [path for path in modules() if prints(path) and unit_of(path) not in {"cli", "train"}] == []
