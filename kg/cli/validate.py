"""`kg validate`: whether the graph has the shape that the ontology describes."""

from dataclasses import asdict
from io import BytesIO

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, counted, print_json
from kg.export.triples import export_ntriples
from kg.query.validate import Violation, violations


@click.command(epilog="Example: kg validate")
@graph_option
@json_option
def command(folder: str | None, as_json: bool) -> None:
    """Check the graph against the shapes of the ontology (SHACL); exit 1 if it breaks them.

    Each violation is one line: the node, what is wrong, the property and the value.
    """
    found = validate(folder)
    if as_json:
        print_json([asdict(violation) for violation in found])
    else:
        for violation in found:
            click.echo(clean(str(violation)))
        click.echo(f"{counted(len(found), 'violation')}" if found else "the graph conforms")
    if found:
        raise SystemExit(1)


def validate(folder: str | None = None) -> list[Violation]:
    """Give the violations of a graph, sorted; none if it conforms."""
    from rdflib import Graph

    with open_graph(folder) as graph:
        triples = BytesIO()
        export_ntriples(graph, triples)
    return list(violations(Graph().parse(data=triples.getvalue(), format="nt")))
