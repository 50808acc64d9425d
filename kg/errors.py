"""Everything that `kg` raises on purpose.

KgError
├── InputError            the article, path or option given by the user is at fault
│   ├── UnreadableInput   a file is empty, binary, too large or wrongly encoded
│   ├── UnknownName       a name that is not in the graph; carries the nearest ones
│   └── SettingsError     kg.toml, a KG_* variable or an option holds a value that is not allowed
├── ResourceError         a file that ships with the package is missing or broken
│   ├── LexiconError      a row of a lexicon or gazetteer; carries file and line
│   ├── VocabularyError   the ontology lacks what a lexicon or rule refers to
│   └── ModelError        the model folder is incomplete or does not match its model.json
├── StoreError            the embedded store cannot be opened, read or written
├── MissingExtra          an optional package is not installed; carries the line that installs it
└── MissingPipeline       a spaCy pipeline is not installed; carries the line that installs it

A message says what happened, with which input, and what to do next.
"""

import copyreg


class KgError(Exception):
    """Base of all errors that `kg` raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process raise it: its message is made already, so `__init__` is not called again."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]  # missing in typeshed


class InputError(KgError):
    """Something that the user gave is at fault."""


class UnreadableInput(InputError):
    """A file that cannot be read as a news article."""


class UnknownName(InputError):
    """A name that the graph does not hold.

    Attributes:
        name: what was asked for.
        nearest: up to five names of the graph that look like it, best first.
    """

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        self.name = name
        self.nearest = nearest
        hint = f" Did you mean: {', '.join(nearest)}?" if nearest else " Try `kg entities`."
        super().__init__(f"nothing in the graph is called {name!r}.{hint}")


class SettingsError(InputError):
    """A setting with a value that is not allowed."""


class ResourceError(KgError):
    """A file that ships with the package is missing or broken."""


class LexiconError(ResourceError):
    """A row of a lexicon or gazetteer that cannot be used.

    Attributes:
        path: file name.
        line: line number, from 1.
    """

    def __init__(self, path: str, line: int, problem: str) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}:{line}: {problem}")


class VocabularyError(ResourceError):
    """The ontology lacks a term, or a term lacks what it must have."""


class ModelError(ResourceError):
    """The model folder is incomplete or does not match its `model.json`."""


class StoreError(KgError):
    """The embedded store cannot be opened, read or written."""


class MissingExtra(KgError):
    """An optional package is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"this needs the package {package!r}: python -m pip install 'newskg[{extra}]'")


class MissingPipeline(KgError):
    """A spaCy pipeline is not installed."""

    def __init__(self, pipeline: str) -> None:
        if pipeline.isidentifier():
            message = f"the spaCy pipeline {pipeline!r} is not installed: python -m spacy download {pipeline}"
        else:
            message = f"{pipeline!r} is no spaCy pipeline: give the folder of one, or a name such as en_core_web_sm"
        super().__init__(message)
