"""The data of a recipe, read and joined."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.evaluate.guidelines import FILES
from kg.train.examples import Example
from kg.train.readers import joined, read_conllu, read_factuality, read_names, read_nominals
from kg.train.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Corpora:
    """All examples of a recipe.

    Attributes:
        parses: trees, with names, nominal types and factuality where there are any.
        names_only: sentences with names but no tree.
        parses_dev: per file name, trees to score on.
        names_only_dev: per file name, names to score on.
    """

    parses: list[Example]
    names_only: list[Example]
    parses_dev: dict[str, list[Example]]
    names_only_dev: dict[str, list[Example]]


def load(recipe: Recipe, folder: Path) -> Corpora:
    """Read everything that a recipe names below `folder`."""
    data = recipe.data
    train = (folder, data.documents, data.names, data.factuality)
    dev = (folder, data.documents_dev, data.names_dev, data.factuality_dev)
    return Corpora(
        parses=[example for path in data.parses for example in _parses(folder / path, *train)],
        names_only=[example for path in data.names_only for example in _names(folder / path)],
        parses_dev={Path(path).stem: list(_parses(folder / path, *dev)) for path in data.parses_dev},
        names_only_dev={Path(path).stem: list(_names(folder / path)) for path in data.names_only_dev},
    )


def _parses(
    path: Path, folder: Path, documents: list[str], names: list[str], factuality: list[str]
) -> Iterator[Example]:
    """Yield the trees of a file with their other annotations."""
    nominals = {key: value for each in documents for key, value in read_nominals(folder / each).items()}
    named = {example.id: example for example in chain.from_iterable(_names(folder / each) for each in names)}
    happened = {key: value for each in factuality for key, value in read_factuality(folder / each).items()}
    return joined(read_conllu(path), nominals, named, happened)


def _names(path: Path) -> Iterator[Example]:
    """Yield the sentences of a file of names; the first word of its name says whose guideline it follows."""
    return read_names(path, FILES[path.stem.split("_")[0]])
