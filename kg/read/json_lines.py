"""JSON objects with the key `text` and the optional keys of header lines.

A `.jsonl` file holds one object a line and is read line by line, however large; a `.json` file
holds one object or a list of objects.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from kg.document import Document, Failure
from kg.errors import UnreadableInput
from kg.read.encoding import MAX_BYTES, decode, file_bytes, refuse_binary
from kg.read.fields import FIELDS, article
from kg.read.sources import SourceFile

_PRETTY_PRINTED = (b"[", b"{")


def read_json_lines(file: SourceFile) -> Iterator[Document | Failure]:
    """An article a line; a bad line is a failure that names it, and the rest goes on.

    Raises:
        UnreadableInput: the file cannot be opened, is empty, binary or no JSON Lines.
    """
    with _opened(file) as stream:
        yield from _line_articles(file.name, stream)


def read_zipped_json_lines(file: SourceFile) -> Iterator[Document | Failure]:
    """The same from a `.jsonl.gz` file, unpacked on the way.

    Raises:
        UnreadableInput: as for `.jsonl`, or the file is damaged; the lines before count.
    """
    with _opened(file) as packed, gzip.GzipFile(fileobj=packed) as stream:
        yield from _line_articles(file.name, cast(BinaryIO, stream))


def read_json(file: SourceFile) -> Iterator[Document | Failure]:
    """The article in a file, or the articles of a list; a bad one is a failure with its number.

    Raises:
        UnreadableInput: the file is unreadable, no JSON, or its list is empty.
    """
    value = _parsed(decode(file_bytes(file.path)))
    if not isinstance(value, list):
        yield _record(value, file)
        return
    if not value:
        raise UnreadableInput("holds an empty list; put articles in it")
    for number, item in enumerate(value, 1):
        yield _attempt(f"{file.name}, article {number}", item)


def _opened(file: SourceFile) -> BinaryIO:
    try:
        return file.path.open("rb")
    except OSError as error:
        raise UnreadableInput(f"cannot be opened ({error.strerror})") from error


def _line_articles(name: str, stream: BinaryIO) -> Iterator[Document | Failure]:
    is_empty = True
    for number, line in _numbered_lines(stream):
        if not line.strip():
            continue
        if is_empty:
            _refuse_other_kinds(line)
        is_empty = False
        yield _attempt(f"{name}:{number}", line)
    if is_empty:
        raise UnreadableInput("is empty; put one JSON object a line in it")


def _numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines from number 1; one longer than `MAX_BYTES` is cut there and its rest skipped."""
    number = 0
    while line := _next_line(stream):
        number += 1
        yield number, line
        while line and not line.endswith(b"\n"):
            line = _next_line(stream)


def _next_line(stream: BinaryIO) -> bytes:
    try:
        return stream.readline(MAX_BYTES + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableInput(f"is damaged and breaks off ({error}); the lines before were read") from error


def _refuse_other_kinds(first_line: bytes) -> None:
    """Refuse a file as a whole where each of its lines would fail.

    Raises:
        UnreadableInput: binary, or one JSON value over several lines.
    """
    refuse_binary(first_line)
    if first_line.strip() in _PRETTY_PRINTED:
        raise UnreadableInput("is one JSON value over several lines; rename it to .json")


def _attempt(name: str, item: object) -> Document | Failure:
    try:
        return _record(_parsed_line(item) if isinstance(item, bytes) else item)
    except UnreadableInput as error:
        return Failure(name, str(error))


def _parsed_line(line: bytes) -> object:
    if len(line) > MAX_BYTES:
        raise UnreadableInput(f"is longer than {MAX_BYTES // 1_000_000} MB; split it into articles")
    return _parsed(decode(line.rstrip(b"\r\n")))


def _parsed(content: str) -> object:
    try:
        return cast(object, json.loads(content))
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"is not JSON ({error.msg}, character {error.pos + 1}); correct it") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"is not JSON that can be read ({error}); correct it") from error


def _record(value: object, file: SourceFile | None = None) -> Document:
    """The document of an object, called after its file if it is the only one there.

    Raises:
        UnreadableInput: not an object, no text, or a field that is no text.
    """
    if not isinstance(value, dict):
        raise UnreadableInput('is not a JSON object; write {"text": "…"}')
    text = value.get("text")
    if not isinstance(text, str):
        raise UnreadableInput('has no article under the key "text"; rename the key that holds it')
    fields = {name: _string(name, value[name]) for name in sorted(FIELDS & value.keys())}
    return article(text, fields, file.id_for(text) if file else "")


def _string(name: str, value: object) -> str:
    """A field as text; several authors are joined by commas, null is empty.

    Raises:
        UnreadableInput: another kind of value.
    """
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise UnreadableInput(f"has a value under the key {name!r} that is no text; write a string")
