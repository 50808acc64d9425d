"""Work in several processes at once, where Python's threads would wait for each other."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from kg.errors import KgError


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """Give so many fresh processes to submit work to; what was not begun at the end of the block is dropped.

    They are started anew and not forked, because a fork of a program with threads may hang. So the program itself
    must begin with `if __name__ == "__main__"`, as `kg` does.

    Raises:
        KgError: one of them was killed, most often because memory ran out.
    """
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_obey_parent)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise KgError("a process was killed, perhaps for lack of memory: try again with --threads 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _obey_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
