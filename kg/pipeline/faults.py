"""What goes wrong with one article stays with it: an error of a stage becomes a `Failure`, and the others go on."""

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol, TypeVar

from kg.document import Analysis, Document, DocumentId, Failure
from kg.errors import KgError

_LONGEST = 300
"""Characters shown of an error's message; some quote the whole text."""

T = TypeVar("T")


class Analyser(Protocol):
    """Turns articles into analyses."""

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Yield the analyses in the order of the documents."""
        ...


def successes(results: Iterable[T | Failure], failures: list[Failure]) -> Iterator[T]:
    """Yield what is no failure, and add the others to the failures."""
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
        else:
            yield result


def attempt(stage: str, source: str, call: Callable[[], T]) -> T | Failure:
    """Give what a stage makes of an article, or the failure that names what it raised."""
    result = _tried(call)
    return failure(stage, source, result.error) if isinstance(result, _Fault) else result


def failure(stage: str, source: str, error: Exception) -> Failure:
    """Give the failure of a stage, with the error's class, its message, and where it was raised.

    Example:
        `refusal is left out: extract raised IndexError: tuple index out of range (kg/extract/clauses.py:120); please
        report this with the article`
    """
    message = str(error)[:_LONGEST]
    said = f"is left out: {stage} raised {type(error).__name__}: {message}".rstrip(": ")
    trace = "".join(traceback.format_exception(error))
    if isinstance(error, KgError):  # meant for users: it says what to do
        return Failure(source, said, trace)
    return Failure(source, f"{said} ({_place(error)}); please report this with the article", trace)


def analyses(documents: Iterable[Document], analyser: Analyser) -> Iterator[Analysis | Failure]:
    """Yield the analyses of articles in order, and a failure in the place of one that the analyser cannot read.

    An analyser may take several articles before it gives the first back. If it fails then, those are given to it again
    one by one, and it goes on behind them.

    Raises:
        Exception: what the documents raise, or the analyser while it has no article.
    """
    under_way = _UnderWay(documents)
    while True:
        found = _through(under_way.taken(), analyser)
        while (result := _tried(partial(next, found, None))) is not None and not isinstance(result, _Fault):
            yield from map(_missing, under_way.before(result.document.id))
            yield result
        if result is None:
            yield from map(_missing, under_way.all())
            return
        if under_way.is_reading or not under_way.articles:
            raise result.error
        yield from _one_by_one(under_way.cleared(), analyser, result.error)


def _one_by_one(documents: list[Document], analyser: Analyser, error: Exception) -> Iterator[Analysis | Failure]:
    """Yield the analyses of articles of which one at least has set off an error."""
    if len(documents) == 1:
        yield failure("analyse", documents[0].id, error)
        return
    for document in documents:
        alone = attempt("analyse", document.id, partial(next, _through([document], analyser), None))
        yield alone if alone is not None else _missing(document)


def _through(documents: Iterable[Document], analyser: Analyser) -> Iterator[Analysis]:
    """Yield what an analyser gives; nothing is called before the first is asked for."""
    yield from analyser.analyse_all(documents)


def _missing(document: Document) -> Failure:
    return Failure(document.id, "is left out: the analyser gave no analysis; please report this to its makers")


@dataclass(frozen=True, slots=True)
class _Fault:
    """What a call raised."""

    error: Exception


def _tried(call: Callable[[], T]) -> T | _Fault:
    """Give the result of a call, or what it raised: the one place where all errors are caught."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001  # whatever an article sets off in our code or a plug-in, others are read
        return _Fault(error)


class _UnderWay:
    """Articles that an analyser has taken and not given back.

    Attributes:
        articles: in order.
        is_reading: an article is being read; stays so if that raises.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self.articles: deque[Document] = deque()
        self.is_reading = False
        self._rest = iter(documents)

    def taken(self) -> Iterator[Document]:
        """Yield the articles that nobody has taken yet."""
        while (document := self._next()) is not None:
            self.articles.append(document)
            yield document

    def before(self, name: DocumentId) -> Iterator[Document]:
        """Yield the articles taken before the one of that name; they and it are no longer under way."""
        while self.articles and (document := self.articles.popleft()).id != name:
            yield document

    def cleared(self) -> list[Document]:
        """Give the articles under way, which then are so no longer."""
        documents = list(self.articles)
        self.articles.clear()
        return documents

    def all(self) -> Iterator[Document]:
        """Yield the articles under way and those that nobody has taken."""
        return chain(self.articles, self._rest)

    def _next(self) -> Document | None:
        self.is_reading = True
        document = next(self._rest, None)
        self.is_reading = False
        return document


def _place(error: Exception) -> str:
    """Give the line that raised an error, as `kg/extract/clauses.py:120`."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno}"
