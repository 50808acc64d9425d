"""How much there is to read, for a progress bar."""

import gzip
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kg.read.sources import SourceFile, expand

_CHUNK = 1 << 20


def count_articles(sources: Sequence[str], suffixes: Sequence[str]) -> int:
    """Give about how many articles there are without reading them: one a line of JSON lines, else one a file.

    What cannot be read counts as one.
    """
    return sum(_articles_in(found.path) if isinstance(found, SourceFile) else 1 for found in expand(sources, suffixes))


def _articles_in(path: Path) -> int:
    if not path.name.lower().endswith((".jsonl", ".jsonl.gz")):
        return 1
    lines = 0
    opened = gzip.open if path.suffix.lower() == ".gz" else open
    with suppress(OSError, EOFError, zlib.error), opened(path, "rb") as stream:
        while chunk := stream.read(_CHUNK):
            lines += chunk.count(b"\n")
    return max(lines, 1)
