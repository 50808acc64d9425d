"""JSON-LD: one object a subject, one subject a line."""

from collections.abc import Iterator
from itertools import groupby

from kg.export.notation import TYPE, Shortener, as_json, group, literal_parts, prefixes
from kg.graph import Graph


def json_ld(graph: Graph) -> Iterator[bytes]:
    """Yield the merged graph as JSON-LD with prefixes for context."""
    names = prefixes(graph.iris)
    shortener = Shortener(names)
    context = ",\n".join(f'    "{prefix}": "{namespace}"' for prefix, namespace in names.items())
    yield b'{\n  "@context": {\n' + context.encode() + b'\n  },\n  "@graph": [\n'
    comma = b"    "
    for subject, rows in group(graph.merged_stream()).items():
        yield comma + _object(subject, rows, shortener)
        comma = b",\n    "
    yield b"\n  ]\n}\n"


def _object(subject: bytes, rows: list[tuple[bytes, bytes]], shortener: Shortener) -> bytes:
    members = [b'"@id": ' + _name(subject, shortener)]
    for predicate, same in groupby(rows, key=lambda row: row[0]):
        if predicate == TYPE:
            key, values = b'"@type"', [_name(term, shortener) for _, term in same]
        else:
            key, values = _name(predicate, shortener), [_value(term, shortener) for _, term in same]
        members.append(key + b": " + (values[0] if len(values) == 1 else b"[" + b", ".join(values) + b"]"))
    return b"{" + b", ".join(members) + b"}"


def _name(term: bytes, shortener: Shortener) -> bytes:
    return b'"' + shortener.short(term).removeprefix(b"<").removesuffix(b">") + b'"'


def _value(term: bytes, shortener: Shortener) -> bytes:
    if term.startswith(b"<"):
        return b'{"@id": ' + _name(term, shortener) + b"}"
    text, language, datatype = literal_parts(term)
    if language:
        return b'{"@value": ' + as_json(text) + b', "@language": "' + language + b'"}'
    if datatype:
        return b'{"@value": ' + as_json(text) + b', "@type": ' + _name(datatype, shortener) + b"}"
    return as_json(text)
