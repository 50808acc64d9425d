"""IRIs and literals: how ids, predicates, classes, values and text look in RDF, and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from kg.document import DocumentId
from kg.errors import InputError
from kg.knowledge import EntityId, PredicateId, StatementId, Value
from kg.settings import DEFAULT_BASE

Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]

PREFIXES: Mapping[str, str] = {
    "kg": "https://w3id.org/newskg/ontology#",
    "kgr": "https://w3id.org/newskg/relation/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
KINDS = frozenset({"Agreement", "Event", "Group", "Issue", "Office", "Organization", "Person", "Place", "Product"})
"""The most general classes, `Entity.kind`."""
ENTITY_PREDICATES = ("rdf:type", "skos:prefLabel", "skos:altLabel", "owl:sameAs")
"""What describes an entity; all else that it is the subject of are plain edges, and `org:postIn`."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DOT_SEGMENT = re.compile(r"(?<![^/])\.{1,2}(?![^/])")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[!$&-;=?-Z_a-z~]|%[0-9A-Fa-f]{2})*[/#]")
_IRI_CHARACTERS = ":/?#@!$&'()*+,;=%~"  # RFC 3986, without the brackets of an IPv6 host
_NOT_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_MOMENTS = {
    "xsd:gYear": re.compile(r"\d{4}"),
    "xsd:gYearMonth": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    "xsd:date": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
}
_CANONICAL = {
    **_MOMENTS,
    "xsd:integer": re.compile(r"0|-?[1-9]\d{0,17}"),
    "xsd:decimal": re.compile(r"0|-?[1-9]\d{0,8}|-?(0|[1-9]\d{0,8})\.\d{0,8}[1-9]"),
}


@cache
def iri(name: str) -> NamedNode:
    """Give the IRI of a compact name whose prefix is in `PREFIXES` (`oa:start`)."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


@dataclass(frozen=True)
class Iris:
    """Ids ⇄ IRIs under one base.

    Raises:
        InputError: `base` is not an absolute ASCII IRI that ends in `/` or `#`.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Refuse a base that gives wrong IRIs."""
        if not _BASE.fullmatch(self.base):
            raise InputError(f"base {self.base!r} is not an absolute ASCII IRI that ends in / or #")

    def article(self, document: DocumentId) -> NamedNode:
        """Give the article's IRI, which also names its graph."""
        return self._node("article", quote(document, safe="", errors="surrogatepass"))

    def entity(self, entity: EntityId) -> NamedNode:
        """Give the entity's IRI; the `/` of its id stays."""
        return self._node("entity", quote(entity, errors="surrogatepass"))

    def statement(self, statement: StatementId) -> NamedNode:
        """Give the statement's IRI."""
        return NamedNode(f"{self.base}statement/{statement}")

    def evidence(self, evidence: str) -> NamedNode:
        """Give the IRI of a piece of evidence."""
        return NamedNode(f"{self.base}evidence/{evidence}")

    def membership(self, key: str) -> NamedNode:
        """Give the IRI of a time in office."""
        return NamedNode(f"{self.base}membership/{key}")

    def is_entity(self, node: object) -> bool:
        """Say whether a term names an entity."""
        return isinstance(node, NamedNode) and node.value.startswith(f"{self.base}entity/")

    def id(self, node: Term) -> str:
        """Give the id that `article`, `entity` or `statement` was given."""
        return unquote(node.value[len(self.base) :].partition("/")[2], errors="surrogatepass")

    def _node(self, folder: str, local: str) -> NamedNode:
        """Name a node; `.` and `..` are escaped, because resolving an IRI would remove them."""
        safe = _DOT_SEGMENT.sub(lambda match: "%2E" * len(match[0]), local)
        return NamedNode(f"{self.base}{folder}/{safe}")


@lru_cache(maxsize=4096)
def predicate_iri(predicate: PredicateId) -> NamedNode:
    """Give a predicate's IRI; its id is part of an IRI as it stands, or else is escaped."""
    prefix, _, local = predicate.partition(":")
    return NamedNode(PREFIXES[prefix] + escape_iri(local))


def predicate_id(node: Term) -> PredicateId:
    """Give the predicate of an IRI."""
    return PredicateId(compact(node.value))


def compact(full: str) -> str:
    """Give the compact form of an IRI, or the IRI itself if it is in none of the `PREFIXES`."""
    for prefix, namespace in PREFIXES.items():
        if full.startswith(namespace):
            return f"{prefix}:{full[len(namespace) :]}"
    return full


def escape_iri(text: str) -> str:
    """Percent-encode what no IRI may contain, and everything that is not ASCII."""
    return _NOT_ESCAPE.sub("%25", quote(text, safe=_IRI_CHARACTERS))


@lru_cache(maxsize=4096)
def name_iri(name: str) -> NamedNode:
    """Give the IRI of a class or of a value that the ontology names (`Country`, `positive`)."""
    return predicate_iri(PredicateId(f"kg:{name}"))


def name_of(node: Term) -> str:
    """Give the name whose IRI `name_iri` gave."""
    return node.value.removeprefix(PREFIXES["kg"])


def clean(text: str) -> str:
    """Replace every character that XML 1.0 forbids by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def plain(text: str) -> Literal:
    """Give text as a literal."""
    return Literal(clean(text))


def english(text: str) -> Literal:
    """Give text as an English literal."""
    return Literal(clean(text), language="en")


def typed(text: str, datatype: str) -> Literal:
    """Give a literal of a compact datatype."""
    return Literal(clean(text), datatype=iri(datatype))


def moment(text: str) -> Literal | None:
    """Give a date, month or year with the datatype that says no more than it does, None for other text."""
    datatype = next((name for name, pattern in _MOMENTS.items() if pattern.fullmatch(text)), None)
    return typed(text, datatype) if datatype else None


def value_literal(value: Value) -> Literal:
    """Give a literal object, typed if `keeps_type`."""
    if value.datatype == "xsd:string" or not keeps_type(value):
        return plain(value.text)
    return typed(value.text, value.datatype)


def keeps_type(value: Value) -> bool:
    """Say whether an RDF literal can carry the value's datatype.

    The text must be the canonical form of its datatype: "two" is no `xsd:integer`, and a store
    would turn "08" into "8". What may hold any text is our own datatypes and `xsd:string`.
    """
    if value.datatype in _CANONICAL:
        return _CANONICAL[value.datatype].fullmatch(value.text) is not None
    return value.datatype == "xsd:string" or re.fullmatch("kg:[A-Za-z]+", value.datatype) is not None


def value_of(literal: Literal, datatype: str) -> Value:
    """Give the value of a literal object; `datatype` is the one that the literal cannot carry, or empty."""
    return Value(literal.value, datatype or compact(literal.datatype.value))
