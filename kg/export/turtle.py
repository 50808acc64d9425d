"""Turtle and TriG that people can read: grouped by subject, with prefixes, always in the same order."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from kg.export.notation import TYPE, Shortener, Subjects, group, literal_parts, prefixes
from kg.graph import Graph

_INTEGER = b"<http://www.w3.org/2001/XMLSchema#integer>"
_DECIMAL = b"<http://www.w3.org/2001/XMLSchema#decimal>"
_BARE_DECIMAL = re.compile(rb'"-?[0-9]+\.[0-9]+"')
_BARE_INTEGER = re.compile(rb'"-?[0-9]+"')


def turtle(graph: Graph) -> Iterator[bytes]:
    """Yield the merged graph as Turtle."""
    names = prefixes(graph.iris)
    yield _header(names)
    for block in _blocks(group(graph.merged_stream()), Shortener(names)):
        yield b"\n" + block


def trig(graph: Graph) -> Iterator[bytes]:
    """Yield the articles' named graphs as TriG."""
    names = prefixes(graph.iris)
    shortener = Shortener(names)
    yield _header(names)
    for name, lines in graph.article_lines():
        yield b"\n" + _name(str(name).encode(), shortener) + b" {\n"
        for block in _blocks(group(lines), shortener):
            yield b"\n" + block
        yield b"}\n"


def _header(names: Mapping[str, str]) -> bytes:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in names.items()).encode()


def _blocks(subjects: Subjects, shortener: Shortener) -> Iterator[bytes]:
    for subject, rows in subjects.items():
        properties = (
            _predicate(predicate, shortener) + b" " + b", ".join(_term(term, shortener) for _, term in same)
            for predicate, same in groupby(rows, key=lambda row: row[0])
        )
        yield _name(subject, shortener) + b" " + b" ;\n    ".join(properties) + b" .\n"


def _name(term: bytes, shortener: Shortener) -> bytes:
    short = shortener.short(term)
    return short if short.startswith(b"<") else short.replace(b"/", b"\\/")


def _predicate(term: bytes, shortener: Shortener) -> bytes:
    return b"a" if term == TYPE else _name(term, shortener)


def _term(term: bytes, shortener: Shortener) -> bytes:
    if term.startswith(b"<"):
        return _name(term, shortener)
    text, _, datatype = literal_parts(term)
    if not datatype:
        return term
    is_bare = (datatype == _DECIMAL and _BARE_DECIMAL.fullmatch(text)) or (
        datatype == _INTEGER and _BARE_INTEGER.fullmatch(text)
    )
    return text[1:-1] if is_bare else text + b"^^" + _name(datatype, shortener)
