"""What the user names → the files to read, each with the id that its name gives."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.document import Failure
from kg.read.encoding import storable
from kg.read.fields import text_hash

_MAGIC = re.compile(r"[*?\[]")
_NO_ARTICLE = (".", "README", "LICENSE", "CHANGELOG")
"""Starts of file names that are skipped in folders. Capitals only: license-dispute.txt is news."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: where it is.
        slug: its name in lower case with hyphens (in a folder: its path below the folder).
        shares_slug: another file of the same reading has this slug.
    """

    path: Path
    slug: str
    shares_slug: bool = False

    @property
    def name(self) -> str:
        """Give the path as it is printed."""
        return storable(str(self.path))

    def id_for(self, text: str) -> str:
        """Give the id of the file's only article; empty if the name holds no letter or digit."""
        if self.slug and self.shares_slug:
            return f"{self.slug}-{text_hash(text)[:8]}"
        return self.slug


def expand(sources: Iterable[str], suffixes: Sequence[str]) -> Iterator[SourceFile | Failure]:
    """Files below folders, matched by patterns, or named; each once.

    A source that leads to no readable file is a failure.
    """
    found = [item for source in sources for item in _found(source, suffixes)]
    files = {item.path.resolve(): item for item in reversed(found) if isinstance(item, SourceFile)}
    slugs = Counter(file.slug for file in files.values())
    for item in found:
        if isinstance(item, Failure):
            yield item
        elif files.pop(item.path.resolve(), None):
            yield replace(item, shares_slug=slugs[item.slug] > 1)


def suffix_of(path: Path, suffixes: Sequence[str]) -> str:
    """The suffix that the file name ends with, empty if it is none of these."""
    name = path.name.lower()
    return next((suffix for suffix in suffixes if name.endswith(suffix)), "")


def slug(name: str) -> str:
    """Letters and digits in lower case, joined by hyphens.

    Example:
        "2026/Iran – talks (2)" gives "2026-iran-talks-2".
    """
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", name).lower()).strip("-")


def _found(source: str, suffixes: Sequence[str]) -> Iterator[SourceFile | Failure]:
    path = Path(source)
    kinds = ", ".join(suffixes)
    if path.is_dir():
        yield from _or_failure(source, _below(path, path, suffixes), f"holds no articles ({kinds})")
    elif path.exists() or not _MAGIC.search(source):
        yield _named(path, suffixes)
    else:
        yield from _or_failure(source, _matching(path, suffixes), f"matches no articles ({kinds})")


def _or_failure(source: str, files: Iterator[SourceFile | Failure], problem: str) -> Iterator[SourceFile | Failure]:
    """The files, or one failure instead of nothing."""
    first = next(files, Failure(storable(source), problem))
    yield first
    yield from files


def _named(path: Path, suffixes: Sequence[str]) -> SourceFile | Failure:
    suffix = suffix_of(path, suffixes)
    name = storable(str(path))
    if not path.exists():
        return Failure(name, "does not exist; check the path")
    if not suffix:
        kinds = ", ".join(suffixes)
        return Failure(
            name, f"is of a kind that kg does not read ({kinds}); save it as one, or pipe its text into kg -"
        )
    return _file(path, path.parent, suffix)


def _matching(pattern: Path, suffixes: Sequence[str]) -> Iterator[SourceFile | Failure]:
    """Files that match, named like files below the last folder before the first wildcard."""
    parts = pattern.parts
    first = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
    root = Path(*parts[:first])
    yield from _chosen(sorted(root.glob(str(Path(*parts[first:])))), root, suffixes)


def _below(folder: Path, root: Path, suffixes: Sequence[str]) -> Iterator[SourceFile | Failure]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Failure(storable(str(folder)), f"cannot be opened ({error.strerror})")
        return
    yield from _chosen(paths, root, suffixes)


def _chosen(paths: Iterable[Path], root: Path, suffixes: Sequence[str]) -> Iterator[SourceFile | Failure]:
    """The articles among these files and below these folders. Linked folders may loop: skipped."""
    for path in paths:
        if path.name.startswith(_NO_ARTICLE):
            continue
        suffix = suffix_of(path, suffixes)
        if path.is_dir():
            yield from _below(path, root, suffixes) if not path.is_symlink() else ()
        elif suffix:
            yield _file(path, root, suffix)


def _file(path: Path, root: Path, suffix: str) -> SourceFile:
    return SourceFile(path, slug(str(path.relative_to(root))[: -len(suffix)]))
