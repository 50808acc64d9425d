"""Where the files that ship with the package are, in a wheel and in a checkout."""

from pathlib import Path

from kg.errors import ResourceError

_PACKAGE = Path(__file__).parent


def data_path(*parts: str) -> Path:
    """Give a file or folder below `kg/data`.

    Raises:
        ResourceError: it is not there.
    """
    return _existing(_PACKAGE.joinpath("data", *parts))


def lexicon_path(name: str) -> Path:
    """Give the lexicon of that name (`verb_frames`).

    Raises:
        ResourceError: it is not there.
    """
    return data_path("lexicons", f"{name}.tsv")


def gazetteer_path(name: str) -> Path:
    """Give the gazetteer of that name (`countries`).

    Raises:
        ResourceError: it is not there.
    """
    return data_path("gazetteers", f"{name}.tsv")


def model_folder() -> Path:
    """Give the folder of the shipped analysis model.

    Raises:
        ResourceError: it is not there.
    """
    return data_path("model")


def ontology_path(name: str) -> Path:
    """Give a file of the ontology: `kg/data/ontology` in a wheel, `ontology/` in a checkout.

    Raises:
        ResourceError: it is in neither place.
    """
    shipped = _PACKAGE / "data" / "ontology" / name
    return shipped if shipped.exists() else _existing(_PACKAGE.parent / "ontology" / name)


def _existing(path: Path) -> Path:
    if not path.exists():
        message = f"{path} is missing: reinstall newskg (python -m pip install --force-reinstall newskg)"
        raise ResourceError(message)
    return path
