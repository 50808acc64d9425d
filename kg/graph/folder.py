"""The folder of a graph: opens its Oxigraph store, and keeps writers and readers apart.

Oxigraph lets one process write, but does not notice that another reads meanwhile, which its
manual calls undefined. A lock file makes both wait for a clear answer instead.
"""

import sys
from pathlib import Path
from typing import IO

from pyoxigraph import Store

from kg.errors import InputError, StoreError


def open_store(folder: Path, *, read_only: bool) -> tuple[Store, IO[bytes] | None]:
    """Open the store below a folder, with the lock to hold while it is used.

    A store to write is made if there is none.

    Raises:
        InputError: there is no store to read.
        StoreError: it is in use, damaged, or the folder cannot be used.
    """
    place = store_folder(folder)
    if read_only and not (place / "CURRENT").is_file():
        raise InputError(f"there is no graph in {folder}: make one with `kg build`")
    lock = _lock(folder, shared=read_only)
    try:
        return (Store.read_only(str(place)) if read_only else Store(str(place))), lock
    except (OSError, RuntimeError) as error:
        if lock is not None:
            lock.close()
        raise StoreError(explain(folder, error)) from error


def store_folder(folder: Path) -> Path:
    """Give the folder that belongs to Oxigraph alone."""
    return folder / "rdf"


def names_file(folder: Path) -> Path:
    """Give the index of names beside the store."""
    return folder / "names.tsv"


def explain(folder: Path | None, error: Exception) -> str:
    """Say what is wrong with a store and what to do."""
    if folder is None:
        return f"the graph in memory failed: {error}"
    if "lock" in str(error).casefold():
        return _in_use(folder)
    if isinstance(error, RuntimeError):
        return f"the graph in {folder} is damaged ({error}): delete it and build it again"
    return f"the graph in {folder} cannot be used ({error}): check that the folder exists and may be written"


def _in_use(folder: Path) -> str:
    return f"another kg is using the graph in {folder}: try again when it has finished"


def _lock(folder: Path, *, shared: bool) -> IO[bytes] | None:
    """Lock the folder until the file is closed; None where the folder may only be read.

    Raises:
        StoreError: another process holds it.
    """
    path = folder / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        if shared:
            return None
        raise StoreError(explain(folder, error)) from error
    try:
        _flock(file, shared=shared)
    except OSError as error:
        file.close()
        raise StoreError(_in_use(folder)) from error
    return file


if sys.platform == "win32":

    def _flock(file: IO[bytes], *, shared: bool) -> None:
        """Leave it to Oxigraph, which refuses a second writer."""

else:

    def _flock(file: IO[bytes], *, shared: bool) -> None:
        """Take the lock at once or not at all."""
        import fcntl

        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
