"""N-Triples terms, which the store gives, in the shorter notations of other formats.

All of it works on bytes and never builds a term: a graph of 600 articles has a million triples.
"""

import json
import re
from collections.abc import Iterable, Mapping

from kg.rdf import PREFIXES, Iris
from kg.rdf.terms import KINDS

TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

Subjects = Mapping[bytes, list[tuple[bytes, bytes]]]
"""Subject → its predicates and objects, all as N-Triples terms and sorted, its types first."""

_LOCAL = re.compile(rb"(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:[A-Za-z0-9_-]|%[0-9A-F]{2})*(?:/[A-Za-z]+)?")
_LONG_ESCAPE = re.compile(rb"\\U([0-9A-F]{8})")


def prefixes(iris: Iris) -> dict[str, str]:
    """Give the prefixes of a graph: those of the vocabularies, and one for each folder of its base."""
    folders = {"a": "article", "e": "entity", "m": "membership", "s": "statement", "v": "evidence"}
    kinds = {kind.lower(): f"{iris.base}entity/{kind.lower()}/" for kind in KINDS}
    own = {prefix: f"{iris.base}{folder}/" for prefix, folder in folders.items()}
    return dict(sorted({**PREFIXES, **own, **kinds}.items()))


def group(lines: Iterable[bytes]) -> Subjects:
    """Group N-Triples lines by subject, sorted."""
    found: dict[bytes, list[tuple[bytes, bytes]]] = {}
    predicates: dict[bytes, bytes] = {}  # each is kept once, and not with every line
    for line in lines:
        subject, predicate, term = line.removesuffix(b" .").split(b" ", 2)
        found.setdefault(subject, []).append((predicates.setdefault(predicate, predicate), term))
    # Without its brackets an IRI sorts before those that it begins.
    return {
        subject: sorted(found[subject], key=lambda row: (row[0] != TYPE, row))
        for subject in sorted(found, key=lambda subject: subject[1:-1])
    }


def literal_parts(term: bytes) -> tuple[bytes, bytes, bytes]:
    """Give the quoted text of a literal, its language and its datatype, both empty if it has none."""
    if term.endswith(b'"'):
        return term, b"", b""
    if term.endswith(b">"):
        place = term.rindex(b'"^^<') + 1
        return term[:place], b"", term[place + 2 :]
    place = term.rindex(b'"@') + 1
    return term[:place], term[place + 1 :], b""


def as_json(quoted: bytes) -> bytes:
    """Give the quoted text of a literal as a JSON string: the same but for characters beyond U+FFFF."""
    return _LONG_ESCAPE.sub(lambda match: chr(int(match[1], 16)).encode(), quoted)


def as_text(quoted: bytes) -> str:
    """Give the text of a quoted literal."""
    return str(json.loads(as_json(quoted)))


class Shortener:
    """Shortens IRIs with prefixes, each only once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = {namespace.encode(): prefix.encode() for prefix, namespace in prefixes.items()}
        self._known: dict[bytes, bytes] = {}

    def short(self, term: bytes) -> bytes:
        """Give an IRI as a prefixed name, or as it is if no prefix covers it."""
        if term not in self._known:
            self._known[term] = self._shorten(term[1:-1]) or term
        return self._known[term]

    def _shorten(self, full: bytes) -> bytes:
        for place in (full.rfind(b"#") + 1, full.rfind(b"/") + 1, full.rfind(b"/", 0, full.rfind(b"/")) + 1):
            prefix = self._prefixes.get(full[:place])
            if prefix and _LOCAL.fullmatch(full, place):
                return prefix + b":" + full[place:]
        return b""
