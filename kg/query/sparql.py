"""SPARQL over the union of the articles' graphs: read-only, and without a network."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph import Graph
from kg.rdf import PREFIXES
from kg.rdf.terms import compact

if TYPE_CHECKING:
    from kg.graph.store import Answer

FORMATS = ("json", "xml", "csv", "tsv")

# Order matters: an IRI may hold a quote or `#`, and a string an IRI or `#`.
_NOT_SYNTAX = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|'''(?:\\.|[^\\])*?'''|\"""(?:\\.|[^\\])*?\"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\#[^\n]*""",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w?$:-])SERVICE(?![\w:-])", re.IGNORECASE)
_UPDATE = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b[^<]*\s*)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to SELECT: IRIs are compact where a prefix allows, an unbound cell is empty."""

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT or DESCRIBE, sorted, in N-Triples without the final ` .`."""

    triples: tuple[str, ...]


def sparql(graph: Graph, query: str) -> Table | Triples | bool:
    """Answer SELECT with a table, ASK with a truth value, CONSTRUCT and DESCRIBE with triples.

    The prefixes of `kg.rdf.PREFIXES` need no declaration; the empty prefix is the base.

    Raises:
        InputError: the query is wrong, would change the graph, or would use the network.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    answer = _answer(graph, query)
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QuerySolutions):
        names = [variable.value for variable in answer.variables]
        return Table(tuple(names), tuple(tuple(_cell(row[name]) for name in names) for row in answer))
    return Triples(tuple(sorted(str(triple) for triple in answer)))


def sparql_as(graph: Graph, query: str, form: str) -> bytes:
    """Answer SELECT or ASK in a W3C format (`json`, `xml`, `csv`, `tsv`), anything else in Turtle.

    Raises:
        InputError: as for `sparql`; or there is no such format.
    """
    from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, serialize

    result_format = QueryResultsFormat.from_extension(form)
    if form not in FORMATS or result_format is None:
        raise InputError(f"no format is called {form!r}; there are: {', '.join(FORMATS)}")
    answer = _answer(graph, query)
    if isinstance(answer, QueryTriples):
        triples = sorted(answer, key=str)
        return serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    return answer.serialize(format=result_format) or b""


def _answer(graph: Graph, query: str) -> "Answer":
    syntax = _NOT_SYNTAX.sub(" ", query)
    if _UPDATE.search(syntax):
        raise InputError("the graph is only read here: use SELECT, ASK, CONSTRUCT or DESCRIBE")
    if _SERVICE.search(syntax):
        raise InputError("SERVICE would ask another machine, which kg never does: query this graph only")
    try:
        return graph.query(query)
    except SyntaxError as error:
        raise InputError(f"the query cannot be understood: {str(error)[:300]}") from error


def _cell(term: object) -> str:
    from pyoxigraph import Literal, NamedNode

    if isinstance(term, NamedNode):
        return compact(term.value)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)
