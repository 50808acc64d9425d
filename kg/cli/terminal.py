"""What commands print: text without control characters for people, JSON for programs.

The text of articles is untrusted. Printed as it is, it could move the cursor, change what the
terminal shows, or reverse the order of letters.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from kg.document import Caution, Failure

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

STANDARD_STREAM = "-"
WIDTH = 100
"""Columns where the output is no terminal: as wide as a page of code."""

_FIELD = 11  # columns of the longest name and a space
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_DIRECTION}]+")
_CONTROL_IN_BLOCK = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}]")


def clean(text: str) -> str:
    """Give text on one line, with a space for every run of control and direction characters.

    Example:
        A red "stop", with its escape sequences, gives `[31mstop [0m`.
    """
    return _CONTROL.sub(" ", text).strip()


def screen(*, stderr: bool = False) -> "Console":
    """Give the console; it takes no markup, so that brackets in a text are brackets."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else WIDTH
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, width=width)


def table(*columns: str, right: Iterable[str] = ()) -> "Table":
    """Give an empty table with these columns, those in `right` aligned to the right."""
    from rich import box
    from rich.table import Table

    empty = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        empty.add_column(column, justify="right" if column in set(right) else "left", overflow="fold")
    return empty


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[str] = ()) -> None:
    """Print rows of untrusted text, each with a cell for every column."""
    filled = table(*columns, right=right)
    for row in rows:
        filled.add_row(*map(clean, row))
    screen().print(filled)


def print_fields(fields: Iterable[tuple[str, str]], *, indent: int = 0) -> None:
    """Print names with their untrusted values, which go on below themselves; an empty value has no line."""
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid()
    grid.add_column(min_width=_FIELD)
    grid.add_column(overflow="fold")
    for name, value in fields:
        if value:
            grid.add_row(name, clean(value))
    screen().print(Padding(grid, (0, 0, 0, indent), expand=False))


def print_json(value: object) -> None:
    """Print JSON with letters as they are, but control characters escaped."""
    click.echo(escaped(json.dumps(value, ensure_ascii=False, indent=2)))


def escaped(block: str) -> str:
    """Give JSON text with control and direction characters as escapes, which means the same."""
    return _CONTROL_IN_BLOCK.sub(lambda match: f"\\u{ord(match[0]):04x}", block)


def tell(failures: Iterable[Failure], cautions: Iterable[Caution]) -> None:
    """Print a line on standard error for each article not to be relied on, and each input that gave nothing."""
    for caution in cautions:
        click.echo(clean(f"warning: {caution.source} {caution.problem}"), err=True)
    for failure in failures:
        click.echo(clean(f"failed: {failure.source} {failure.problem}"), err=True)


@contextmanager
def destination(target: str) -> Iterator[IO[bytes]]:
    """Open a file to write, or standard output for `-`."""
    if target == STANDARD_STREAM:
        yield sys.stdout.buffer
        return
    with Path(target).open("wb") as file:
        yield file


def counted(number: int, noun: str, plural: str = "") -> str:
    """Give a number with its noun: `1 article`, `2 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
