"""`kg draw`: a picture of the graph, or of the part around an entity."""

from pathlib import Path

import click

from kg.cli.options import graph_option, open_graph
from kg.cli.terminal import clean, counted
from kg.draw import Selection, draw


@click.command(epilog='Example: kg draw --around "Donald Trump" --hops 2 -o trump.svg')
@click.option("-o", "--output", metavar="FILE", required=True, help="File to write: .png, .svg, .pdf or .html.")
@click.option("--around", metavar="ENTITY", help="Draw what is near an entity.")
@click.option("--hops", type=click.IntRange(min=1), help="How many relations away it may be (1).")
@click.option(
    "--type", "types", metavar="CLASS", multiple=True, help="Draw entities of this class only; may be repeated."
)
@click.option(
    "--top", type=click.IntRange(min=1), help="How many entities to draw, the most connected (40; in a page 2,000)."
)
@graph_option
def command(output: str, folder: str | None, **selection: object) -> None:
    """Draw the graph, or a part of it.

    A figure shows what can be read on a page; a note says what was left out. An .html page can be searched,
    zoomed and clicked, and needs no network.
    """
    given = {name: value for name, value in selection.items() if value not in (None, ())}
    with open_graph(folder) as graph:
        diagram = draw(graph, Path(output), **Selection(**given))  # type: ignore[typeddict-item]  # click checked them
    shown = f"{counted(len(diagram.nodes), 'entity', 'entities')}, {counted(len(diagram.edges), 'relation')}"
    click.echo(clean(f"{output}: {shown}"))
    if diagram.note:
        click.echo(clean(diagram.note))
