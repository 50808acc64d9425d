"""`kg sparql`: any question, in the query language of RDF."""

import sys
from pathlib import Path

import click

from kg.cli.options import graph_option, open_graph
from kg.cli.terminal import STANDARD_STREAM, clean, escaped, print_table
from kg.graph import Graph
from kg.query.sparql import FORMATS, Table, Triples, sparql, sparql_as


@click.command(epilog="Example: kg sparql 'SELECT ?who ?what { ?who kg:rejects ?what }'")
@click.argument("query", required=False)
@click.option("-f", "--file", "path", metavar="FILE", help="Read the query from a file, - for standard input.")
@click.option("--format", "form", type=click.Choice(["table", *FORMATS]), default="table", help="How to print (table).")
@graph_option
def command(query: str | None, path: str | None, form: str, folder: str | None) -> None:
    """Answer a SPARQL 1.1 query over all articles together.

    The prefixes kg:, kgr:, rdf:, rdfs:, owl:, skos:, schema:, org:, sem:, prov:, oa:, time: and xsd: need no
    declaration. Each article is a named graph, for questions with GRAPH.
    """
    if (query is None) == (path is None):
        raise click.UsageError("give either a query or a file with one (-f)")
    text = query if query is not None else _read(str(path))
    with open_graph(folder) as graph:
        if form == "table":
            show(sparql(graph, text))
        else:
            sys.stdout.write(printable(graph, text, form))


def show(answer: Table | Triples | bool) -> None:
    """Print an answer to people."""
    if isinstance(answer, bool):
        click.echo("yes" if answer else "no")
    elif isinstance(answer, Triples):
        for triple in answer.triples:
            click.echo(f"{clean(triple)} .")
    else:
        print_table(answer.variables, answer.rows)


def printable(graph: Graph, query: str, form: str) -> str:
    """Give an answer in a W3C format; for a terminal without control characters."""
    text = sparql_as(graph, query, form).decode()
    if not text.endswith("\n"):
        text += "\n"
    if not sys.stdout.isatty():
        return text
    return escaped(text) if form == "json" else "".join(f"{clean(line)}\n" for line in text.splitlines())


def _read(path: str) -> str:
    if path == STANDARD_STREAM:
        return sys.stdin.read()
    return Path(path).read_text(encoding="utf-8")
