"""RDF/XML, for tools that read nothing else."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kg.export.notation import as_text, group, literal_parts
from kg.graph import Graph
from kg.rdf import PREFIXES

_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")


def rdf_xml(graph: Graph) -> Iterator[bytes]:
    """Yield the merged graph as RDF/XML.

    The format cannot name a predicate whose IRI does not end in an XML name. Such an edge, always
    of an open predicate, is left out; its statement node says the same.
    """
    spaces = "".join(f'\n    xmlns:{prefix}="{namespace}"' for prefix, namespace in sorted(PREFIXES.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode()
    for subject, rows in group(graph.merged_stream()).items():
        yield f"  <rdf:Description rdf:about={_iri(subject)}>\n".encode()
        for predicate, term in rows:
            yield _property(predicate[1:-1].decode(), term)
        yield b"  </rdf:Description>\n"
    yield b"</rdf:RDF>\n"


def _property(predicate: str, term: bytes) -> bytes:
    name = _XML_NAME.search(predicate)
    if name is None:
        return b""
    prefixes = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    prefix = prefixes.get(predicate[: name.start()])
    opening = f"{prefix}:{name[0]}" if prefix else f'{name[0]} xmlns="{escape(predicate[: name.start()])}"'
    if term.startswith(b"<"):
        return f"    <{opening} rdf:resource={_iri(term)}/>\n".encode()
    return f"    <{opening}{_content(term)}</{opening.split(' ')[0]}>\n".encode()


def _content(term: bytes) -> str:
    text, language, datatype = literal_parts(term)
    # A parser turns CR into LF unless it is written as a reference.
    content = escape(as_text(text), {"\r": "&#13;"})
    if language:
        return f' xml:lang="{language.decode()}">{content}'
    return f" rdf:datatype={_iri(datatype)}>{content}" if datatype else f">{content}"


def _iri(term: bytes) -> str:
    return quoteattr(term[1:-1].decode())
