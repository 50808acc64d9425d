"""`kg export`: the graph in another format."""

import click

from kg.cli.options import graph_option, open_graph
from kg.cli.terminal import STANDARD_STREAM, destination
from kg.registry import names, resolve


@click.command(epilog="Example: kg export --format turtle -o graph.ttl")
@click.option("--format", "name", type=click.Choice(names("exporters")), required=True, help="What to write.")
@click.option("-o", "--output", metavar="FILE", default=STANDARD_STREAM, help="File to write (standard output).")
@graph_option
def command(name: str, output: str, folder: str | None) -> None:
    """Write the graph in another format.

    TriG, N-Quads and JSON lines keep the articles apart; the other formats give one graph.
    """
    export(name, output, folder)


def export(name: str, output: str, folder: str | None = None) -> None:
    """Write the graph in a folder to a file, or to standard output for `-`."""
    with open_graph(folder) as graph, destination(output) as stream:
        resolve("exporters", name)(graph, stream)
