"""Articles read in several processes at once, in the order and with the bytes that one process gives."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.document import Document, Failure
from kg.knowledge import Reading
from kg.pipeline.faults import attempt
from kg.pipeline.stages import Kit, load_kit, readings
from kg.processes import processes
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.graph.entry import Entry

_FEW = 60_000
"""Characters of text that one process has read before others are ready: two seconds."""
_SHARE = 4
"""Articles given to a process at once; more would leave the last one alone at the end."""
_AHEAD = 6
"""Shares given out for each process before the first is taken back: enough work while the store is written."""

_kit = cache(load_kit)  # once for each process


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read: what the graph takes in, and its number of words."""

    entry: "Entry"
    words: int


def read_articles(
    documents: Iterable[Document], settings: Settings, base: str, count: int = 1
) -> Iterator[ReadArticle | Failure]:
    """Yield what the graph takes in of each article, or why there is nothing, in order.

    Args:
        documents: the articles.
        settings: how to run.
        base: start of the IRIs.
        count: processes to use, as far as there is enough to read.
    """
    rest = iter(documents)
    first = _first(rest) if count > 1 else []
    if count == 1 or sum(len(document.text) for document in first) < _FEW:
        yield from _read(chain(first, rest), load_kit(settings), settings, base)
        return
    with processes(count) as pool:
        alone = replace(settings, threads=1)
        waiting: deque[Future[list[ReadArticle | Failure]]] = deque()
        for share in _shares(chain(first, rest)):
            waiting.append(_submit(pool, share, alone, base))
            if len(waiting) > _AHEAD * count:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _read(documents: Iterable[Document], kit: Kit, settings: Settings, base: str) -> Iterator[ReadArticle | Failure]:
    for reading in readings(documents, kit, settings.min_confidence):
        yield reading if isinstance(reading, Failure) else _article(reading, base)


def _article(reading: Reading, base: str) -> ReadArticle | Failure:
    from kg.graph.entry import entry_of

    entry = attempt("merge", reading.analysis.document.id, partial(entry_of, reading.graph, base))
    if isinstance(entry, Failure):
        return entry
    return ReadArticle(entry, sum(token.upos != "PUNCT" for token in reading.analysis.tokens))


def _read_share(documents: list[Document], settings: Settings, base: str) -> list[ReadArticle | Failure]:
    return list(_read(documents, _kit(settings), settings, base))


def _submit(
    pool: Executor, share: list[Document], settings: Settings, base: str
) -> Future[list[ReadArticle | Failure]]:
    return pool.submit(_read_share, share, settings, base)


def _first(documents: Iterator[Document]) -> list[Document]:
    """Take as many articles as one process reads quickly."""
    taken: list[Document] = []
    size = 0
    while size < _FEW and (document := next(documents, None)) is not None:
        taken.append(document)
        size += len(document.text)
    return taken


def _shares(documents: Iterable[Document]) -> Iterator[list[Document]]:
    rest = iter(documents)
    while share := list(islice(rest, _SHARE)):
        yield share
