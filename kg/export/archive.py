"""Several files as one: in a folder or in a zip, the same bytes on every day."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

File = tuple[str, bytes]
"""Name, without folders, and content."""

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that zip can hold
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 100  # file systems allow 255 bytes; a suffix and a number must fit


def write_folder(files: Iterable[File], folder: Path) -> None:
    """Write files into a folder, which is made if there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (folder / name).write_bytes(content)


def write_zip(files: Iterable[File], stream: IO[bytes]) -> None:
    """Write files into a zip."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)


def is_archive(target: str) -> bool:
    """Say whether a name means several files: a folder that exists or whose name ends in `/`, or a `.zip`."""
    return target.endswith("/") or Path(target).suffix.lower() == ".zip" or Path(target).is_dir()


def write_archive(files: Iterable[File], target: Path) -> None:
    """Write files into a zip if the name ends so, else into a folder."""
    if target.suffix.lower() != ".zip":
        write_folder(files, target)
        return
    with target.open("wb") as stream:
        write_zip(files, stream)


class FileNames:
    """Gives every article a name for its files, which no other has, whatever its id.

    Ids are untrusted: they may hold slashes, or differ only in what a file system does not tell apart.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, id: str) -> str:
        """Give the name without suffix: letters, digits, `.`, `_` and `-`, not starting with a dot.

        Example:
            `herald/2` gives `herald-2`; met again, `herald-2-2`.
        """
        stem = _UNSAFE.sub("-", id).strip(".-")[:_LONGEST] or "article"
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name
