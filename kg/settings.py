"""Settings: kg.toml, then KG_* variables, then options; the only reader of the environment."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from kg.errors import SettingsError

DEFAULT_BASE = "https://w3id.org/newskg/id/"
DEVICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run behaves.

    Attributes:
        graph: folder that `kg build` writes and the other commands read.
        analyser: name in the registry of analysers: `builtin`, or `spacy:` and a pipeline that is installed.
        base: IRI prefix of entities, statements and evidence; ends in `/` or `#`.
        threads: threads that the analyser may use, at least 1.
        device: what the network runs on, of `DEVICES`; `auto` is CUDA where onnxruntime has it, else the processor.
        min_confidence: evidence below it is left out, in [0, 1]; by default what a careful reader would rather not
            sign (docs/confidence.md).
    """

    graph: str = "output"
    analyser: str = "builtin"
    base: str = DEFAULT_BASE
    threads: int = 2
    device: str = "auto"
    min_confidence: float = 0.55


def load_settings(folder: Path | None = None, options: Mapping[str, object] | None = None) -> Settings:
    """Merge `kg.toml` of a folder (the working folder by default), KG_* variables and options.

    An option of value None counts as not given.

    Raises:
        SettingsError: an unknown key, or a value of the wrong type or range; names where it stands.
    """
    settings = Settings()
    path = (folder or Path.cwd()) / "kg.toml"
    if path.is_file():
        settings = _merged(settings, _toml(path), str(path))
    known = {field.name for field in fields(Settings)}
    variables = {key[3:].lower(): value for key, value in os.environ.items() if key.startswith("KG_")}
    settings = _merged(settings, {k: v for k, v in variables.items() if k in known}, "environment variable KG_*")
    given = {key: value for key, value in (options or {}).items() if value is not None}
    return _merged(settings, given, "option")


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _merged(settings: Settings, values: Mapping[str, object], where: str) -> Settings:
    kinds = {field.name: type(getattr(settings, field.name)) for field in fields(Settings)}
    changes: dict[str, object] = {}
    for key, value in values.items():
        if key not in kinds:
            raise SettingsError(f"{where}: {key!r} is no setting; there are: {', '.join(sorted(kinds))}")
        try:
            changes[key] = kinds[key](value)
        except (TypeError, ValueError) as error:
            raise SettingsError(f"{where}: {key} = {value!r} is not a {kinds[key].__name__}") from error
    result = replace(settings, **changes)  # type: ignore[arg-type]  # values were converted to the fields' own types
    _check(result, where)
    return result


def _check(settings: Settings, where: str) -> None:
    if settings.threads < 1:
        raise SettingsError(f"{where}: threads = {settings.threads}: at least 1")
    if settings.device not in DEVICES:
        raise SettingsError(f"{where}: device = {settings.device!r}: there are: {', '.join(DEVICES)}")
    if not 0 <= settings.min_confidence <= 1:
        raise SettingsError(f"{where}: min_confidence = {settings.min_confidence}: between 0 and 1")
    if "://" not in settings.base or settings.base[-1] not in "/#":
        raise SettingsError(f"{where}: base = {settings.base!r}: an absolute IRI that ends in / or #")
