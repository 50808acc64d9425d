"""Reads a lexicon or gazetteer, a table in the format of `kg/data`, into typed rows.

The format: UTF-8, comment lines with `#`, one line with the names of the columns, then one row a
line. Tabs separate cells, `|` separates the values inside a cell, an empty cell is an empty
value.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_origin, get_type_hints

from kg.errors import LexiconError, ResourceError


class DataclassRow(Protocol):
    """A frozen dataclass whose fields are named like the columns."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]  # Any: as typeshed has it


Row = TypeVar("Row", bound=DataclassRow)
Parser = Callable[[str], object]


def read_table(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Rows of a table in the order of the file.

    The columns may stand in any order; every field needs its column and every column its field.
    A field whose name cannot be its column's (`class`) names it: `field(metadata={"column": "class"})`.
    A field is a `str`, `int`, `float`, a `StrEnum`, or a `tuple` of any number of one of these
    (empty for an empty cell).

    Raises:
        ResourceError: the file cannot be opened.
        LexiconError: not UTF-8, no line with column names, a column is missing, unknown or
            repeated, a row has too few or too many cells, a row occurs twice, or a value is not
            allowed.
        TypeError: `row_type` has a field of another type.

    Example:
        `cue<TAB>kind` over `deny<TAB>denial` gives `(Cue(cue="deny", kind=Kind.DENIAL),)`.
    """
    parsers = _parsers(row_type)
    lines = _lines(path)
    header = _header_index(path, lines)
    names = lines[header].split("\t")
    _check_columns(path, header + 1, names, tuple(parsers))
    rows = _rows(path, lines, header + 1, len(names))
    positions = {name: position for position, name in enumerate(names)}
    columns = []
    for name, parse in parsers.items():
        cells = [row[positions[name]] for row in rows]
        values, problem = _parsed(cells, parse)
        if problem:
            line = header + 2 + next(index for index, cell in enumerate(cells) if cell not in values)
            raise LexiconError(str(path), line, f"column {name!r}: {problem}")
        columns.append([values[cell] for cell in cells])
    return tuple(map(row_type, *columns))


def _lines(path: Path) -> list[str]:
    r"""Lines without their ends, split at `\n` only: a cell may hold other Unicode separators."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ResourceError(f"cannot open {path} ({error.strerror}); reinstall newskg") from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LexiconError(str(path), line, "not UTF-8; save the file as UTF-8") from error
    # Git on Windows may have turned the line ends into CR-LF.
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _header_index(path: Path, lines: Sequence[str]) -> int:
    """Index of the line with the column names, the first that is no comment."""
    for index, line in enumerate(lines):
        if line and not line.startswith("#"):
            return index
    raise LexiconError(str(path), len(lines), "no line with column names after the comments")


def _check_columns(path: Path, line: int, names: Sequence[str], expected: Sequence[str]) -> None:
    """Require every expected column once and no other.

    Raises:
        LexiconError: they differ.
    """
    problems = {
        "missing": [name for name in expected if name not in names],
        "unknown": [name for name in names if name not in expected],
        "repeated": [name for name in expected if names.count(name) > 1],
    }
    for problem, concerned in problems.items():
        if concerned:
            message = f"{problem} column {concerned[0]!r}; the columns are {', '.join(expected)}"
            raise LexiconError(str(path), line, message)


def _rows(path: Path, lines: Sequence[str], start: int, width: int) -> list[list[str]]:
    """Cells of every line from index `start`.

    Raises:
        LexiconError: wrong number of cells, or the line occurred before.
    """
    rows = []
    first_line: dict[str, int] = {}
    for number, line in enumerate(lines[start:], start + 1):
        if first_line.setdefault(line, number) != number:
            raise LexiconError(str(path), number, f"same row as line {first_line[line]}; remove one")
        cells = line.split("\t")
        if len(cells) != width:
            problem = f"{len(cells)} cells in {width} columns; one tab separates two cells"
            raise LexiconError(str(path), number, problem)
        rows.append(cells)
    return rows


def _parsed(cells: Sequence[str], parse: Parser) -> tuple[dict[str, object], str]:
    """Value of every distinct cell up to the first wrong one, and what is wrong with that."""
    values: dict[str, object] = {}
    # Lexicons repeat their values, so that one parse each is most of the speed.
    for cell in dict.fromkeys(cells):
        try:
            values[cell] = parse(cell)
        except ValueError as error:
            return values, str(error)
    return values, ""


def _parsers(row_type: type[Row]) -> dict[str, Parser]:
    hints = get_type_hints(row_type)
    return {field.metadata.get("column", field.name): _parser(hints[field.name]) for field in fields(row_type)}


def _parser(hint: Any) -> Parser:  # Any: a type hint has no type of its own
    """Function that turns a cell into a value of this type.

    Raises:
        TypeError: a type that no cell can hold.
    """
    hint = getattr(hint, "__supertype__", hint)  # a NewType reads like the type under it
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return _tuple_parser(_parser(get_args(hint)[0]))
    if hint in _PARSERS:
        return _PARSERS[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _enum_parser(hint)
    raise TypeError(f"a table cannot hold {hint!r}")


def _string(cell: str) -> str:
    if cell != cell.strip():
        raise ValueError(f"{cell!r} has spaces around it; remove them")
    return cell


def _integer(cell: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is not a whole number") from None


def _number(cell: str) -> float:
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{cell!r} is not a number")
    return number


_PARSERS: Mapping[type, Parser] = {str: _string, int: _integer, float: _number}


def _enum_parser(enum: type[StrEnum]) -> Parser:
    members = {member.value: member for member in enum}

    def parse(cell: str) -> StrEnum:
        if cell not in members:
            raise ValueError(f"{cell!r} is not one of {', '.join(members)}")
        return members[cell]

    return parse


def _tuple_parser(parse_one: Parser) -> Parser:
    def parse(cell: str) -> tuple[object, ...]:
        values = cell.split("|") if cell else []
        if "" in values:
            raise ValueError(f"{cell!r} has an empty value; one | separates two values")
        return tuple(parse_one(value) for value in values)

    return parse
