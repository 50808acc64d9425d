"""Plain text, with optional header lines before the first blank line.

title: Tehran rejects missile talks
published: 2026-02-11

Iran on Wednesday rejected …
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.document import Document
from kg.errors import UnreadableInput
from kg.read.encoding import decode, file_bytes, stream_bytes
from kg.read.fields import FIELDS, article
from kg.read.sources import SourceFile

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_HEADER_LINE = re.compile(rf"\s*({'|'.join(sorted(FIELDS))})\s*:(.*)", re.IGNORECASE)


def read_plain_text(file: SourceFile) -> Iterator[Document]:
    """The article in a file.

    Raises:
        UnreadableInput: empty, binary, too large, in a wrong encoding, or wrong header lines.
    """
    fields, text = split_header(decode(file_bytes(file.path)))
    yield article(text, fields, file.id_for(text))


def read_stream(stream: BinaryIO) -> Iterator[Document]:
    """The article in a stream.

    Raises:
        UnreadableInput: as for a file.
    """
    fields, text = split_header(decode(stream_bytes(stream)))
    yield article(text, fields)


def split_header(content: str) -> tuple[dict[str, str], str]:
    """Header fields by lower-case name, and the text behind the blank line, untouched.

    Lines are a header only if every one up to the first blank line is a header line: a story
    may begin "Date: unknown. Place: unknown." If they are none, all is text.

    Raises:
        UnreadableInput: a field occurs twice.
    """
    fields: dict[str, str] = {}
    for line in _LINE.finditer(content):
        header = _HEADER_LINE.fullmatch(line[1])
        if not line[1].strip():
            return fields, content[line.end() :] if fields else content
        if header is None:
            return {}, content
        name = header[1].lower()
        if name in fields:
            raise UnreadableInput(f"has two header lines {name!r}; remove one")
        fields[name] = header[2].strip()
    return fields, ""
