"""`kg export`: the graph in another format."""

from pathlib import Path

import click

from kg.cli.options import graph_option, open_graph
from kg.cli.terminal import STANDARD_STREAM, destination
from kg.errors import InputError
from kg.export.archive import is_archive, write_archive
from kg.registry import names, resolve


@click.command(epilog="Example: kg export --format turtle -o graph.ttl")
@click.option("--format", "name", type=click.Choice(names("exporters")), required=True, help="What to write.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=STANDARD_STREAM,
    help="File to write (standard output); for csv also a folder or a .zip.",
)
@graph_option
def command(name: str, output: str, folder: str | None) -> None:
    """Write the graph in another format.

    TriG, N-Quads and JSON lines keep the articles apart; the other formats give one graph. CSV is one table, the
    statements; in a folder (DIR/) or a zip it is three, with the entities and all quotes.
    """
    export(name, output, folder)


def export(name: str, output: str, folder: str | None = None) -> None:
    """Write the graph in a folder to a file, to standard output for `-`, or to several files in a folder or a zip.

    Raises:
        InputError: the format is one file, and a folder or a zip is to hold it.
    """
    if is_archive(output):
        if name not in names("bundles"):
            several = ", ".join(names("bundles"))
            raise InputError(f"{name} is one file, so {output} cannot hold it; several files are: {several}")
        with open_graph(folder) as graph:
            write_archive(resolve("bundles", name)(graph), Path(output))
        return
    with open_graph(folder) as graph, destination(output) as stream:
        resolve("exporters", name)(graph, stream)
