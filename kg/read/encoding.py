"""Bytes of a file → text that every later stage can store."""

import codecs
import re
from pathlib import Path
from typing import BinaryIO

from kg.errors import UnreadableInput

MAX_BYTES = 50_000_000
"""No article is larger; what is, is an archive that belongs into a .jsonl file."""

_TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB; split it into articles, one JSON object a line (.jsonl)"

_BINARY_STARTS = {
    b"%PDF": "is a PDF file; convert it with pdftotext",
    b"PK\x03\x04": "is a ZIP or office file; save its text as .txt",
    b"\x1f\x8b": "is compressed; unpack it with gunzip",
}

# Production [2] of XML 1.0: RDF/XML holds no other characters, and no RDF store takes surrogates.
_NOT_STORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = "\x0b\x0c"

# WHATWG Encoding Standard: pages that declare one of these mean Windows-1252.
_LATIN = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1"})
_DECLARED = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION_BYTES = 4096


def file_bytes(path: Path) -> bytes:
    """Content of a file.

    Raises:
        UnreadableInput: it cannot be opened, is empty or larger than `MAX_BYTES`.
    """
    try:
        with path.open("rb") as stream:
            return stream_bytes(stream)
    except OSError as error:
        raise UnreadableInput(f"cannot be opened ({error.strerror})") from error


def stream_bytes(stream: BinaryIO) -> bytes:
    """Rest of a stream.

    Raises:
        UnreadableInput: it is empty or larger than `MAX_BYTES`.
    """
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadableInput(_TOO_LARGE)
    if not content:
        raise UnreadableInput("is empty; remove it or put an article in it")
    return content


def decode(content: bytes) -> str:
    """Text in UTF-8, or in UTF-16 with a byte order mark. The mark is no part of the text.

    Raises:
        UnreadableInput: binary, or in another encoding.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not marked:
        refuse_binary(content)
    try:
        return content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            "is not UTF-8; if it is Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
        ) from error


def refuse_binary(content: bytes) -> None:
    """Raise if this is no text.

    Raises:
        UnreadableInput: a known binary format, or a NUL byte.
    """
    for start, problem in _BINARY_STARTS.items():
        if content.startswith(start):
            raise UnreadableInput(problem)
    if b"\0" in content:
        raise UnreadableInput("is binary, not text; save its text as .txt in UTF-8")


def decode_page(content: bytes) -> str:
    """Text of a web page: as `decode`, else in the encoding that the page declares.

    Raises:
        UnreadableInput: binary, or the page does not say its encoding or is not in it.
    """
    declared = _DECLARED.search(content[:_DECLARATION_BYTES])
    label = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if label.startswith("utf-") or _is_utf8(content):
        return decode(content)
    try:
        return content.decode("windows-1252" if label in _LATIN else label)
    except (LookupError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"is not in the encoding that it declares ({label}); save it as UTF-8") from error


def storable(text: str) -> str:
    """The text with U+FFFD for each code point that no RDF store takes, so that offsets stay.

    These are lone surrogates (JSON can escape them), noncharacters and control characters
    except tab, line feed and carriage return. Form feed and vertical tab end a line and become
    line feeds.
    """
    return _NOT_STORABLE.sub(lambda match: "\n" if match[0] in _LINE_BREAKS else "\ufffd", text)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
