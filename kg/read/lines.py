"""A text of sentences, one a line, whose words stand between spaces, as test sets have them."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.document import Document, DocumentId
from kg.errors import UnreadableInput
from kg.read.encoding import decode, file_bytes, storable, stream_bytes


def lines(path: Path, stream: BinaryIO | None = None) -> Iterator[Document]:
    """A document for each line that is not empty, of a stream if there is one.

    Raises:
        UnreadableInput: missing, empty, binary, too large, or in a wrong encoding.
    """
    if stream is None and not path.is_file():
        raise UnreadableInput("there is no such file")
    content = decode(stream_bytes(stream) if stream is not None else file_bytes(path))
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield Document(DocumentId(str(number)), storable(line.rstrip("\r")))
