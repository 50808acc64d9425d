"""The first verb: files become documents.

| source | read as |
|---|---|
| `.txt`, `.md` | plain text, with optional header lines (`plain_text.py`) |
| `.html`, `.htm` | a saved web page (`web_page.py`) |
| `.jsonl`, `.jsonl.gz`, `.json` | JSON objects with the key `text` (`json_lines.py`) |
| a folder | all of these below it, in order of their paths |
| a pattern (`news/*.txt`) | what it matches, as if found in a folder |
| `-` | plain text from standard input |

In folders, files that are hidden or called README…, LICENSE… or CHANGELOG… are no articles.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.document import Document, DocumentId, Failure
from kg.errors import UnreadableInput
from kg.read.amount import count_articles
from kg.read.fields import text_hash
from kg.read.json_lines import read_json, read_json_lines, read_zipped_json_lines
from kg.read.lines import lines
from kg.read.plain_text import read_plain_text, read_stream
from kg.read.sources import SourceFile, expand, suffix_of
from kg.read.web_page import read_web_page

__all__ = ["count", "read", "read_sentences"]

STANDARD_INPUT = "-"

Reader = Callable[[SourceFile], Iterator[Document | Failure]]

_READERS: Mapping[str, Reader] = {
    ".txt": read_plain_text,
    ".md": read_plain_text,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".jsonl": read_json_lines,
    ".jsonl.gz": read_zipped_json_lines,
    ".json": read_json,
}


def read(*sources: str | Path, stdin: BinaryIO | None = None) -> Iterator[Document | Failure]:
    """Articles of files, folders, patterns or standard input, and what could not be read.

    A failure never ends the stream. An id is the article's own, else the file name (in a folder
    the path below it), else a hash of the text. The same text under the same id is given once;
    another text under a taken id gets a hash behind it. All files of one call are named
    together, so that their ids do not depend on their order.

    Example:
        `read("samples")` gives ten documents, the first with id `artemis-rollout`.
    """
    return _distinct(_articles(sources, stdin))


def read_sentences(source: str | Path, stdin: BinaryIO | None = None) -> Iterator[Document | Failure]:
    """Sentences of a plain text (or of standard input) that has one a line, or why it could not be read.

    The id of each is the number of its line, from 1; an empty line has a number and gives nothing.
    """
    name = str(source)
    stream = (stdin or sys.stdin.buffer) if name == STANDARD_INPUT else None
    return _attempt(name, lines(Path(name), stream))


def count(*sources: str | Path) -> int:
    """Give about how many articles `read` would give, quickly; standard input counts as one."""
    names = [str(source) for source in sources]
    files = [name for name in names if name != STANDARD_INPUT]
    return count_articles(files, tuple(_READERS)) + (STANDARD_INPUT in names)


def _articles(sources: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[Document | Failure]:
    names = [str(source) for source in sources]
    if STANDARD_INPUT in names:
        yield from _attempt(STANDARD_INPUT, read_stream(stdin or sys.stdin.buffer))
    for found in expand([name for name in names if name != STANDARD_INPUT], tuple(_READERS)):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _attempt(found.name, _READERS[suffix_of(found.path, tuple(_READERS))](found))


def _attempt(name: str, articles: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    """The articles up to the point where the input cannot be read any further."""
    try:
        yield from articles
    except UnreadableInput as error:
        yield Failure(name, str(error))


def _distinct(articles: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
    """Every document once, under an id of its own."""
    hashes: dict[DocumentId, str] = {}
    for article in articles:
        if isinstance(article, Failure):
            yield article
            continue
        text = text_hash(article.text)
        name = article.id
        if hashes.get(name, text) != text:
            name = DocumentId(f"{name}-{text[:8]}")
        if name not in hashes:
            hashes[name] = text
            yield replace(article, id=name)
