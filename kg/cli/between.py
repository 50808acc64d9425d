"""`kg between`: what relates two entities."""

import click

from kg.cli.lines import Json, end_record, line_records, print_line
from kg.cli.manner import spoken
from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, counted, print_json, screen
from kg.graph import Graph
from kg.query.between import Connection, Hop, between
from kg.query.lines import Line, text_of


@click.command(epilog='Example: kg between "Donald Trump" "Benjamin Netanyahu" --max-hops 2')
@click.argument("first")
@click.argument("second")
@click.option("--max-hops", type=click.IntRange(min=1), default=3, help="Longest path to look for (3).")
@click.option("--paths", "limit", type=click.IntRange(min=0), default=5, help="How many paths to show (5).")
@click.option("--evidence", is_flag=True, help="Show all quotes, not just the best of each relation.")
@graph_option
@json_option
def command(  # noqa: PLR0913  # one parameter for each option of the command
    first: str, second: str, max_hops: int, limit: int, evidence: bool, folder: str | None, as_json: bool
) -> None:
    """Tell what relates two entities: directly, and over others, each step with its quote.

    Every step of a path is affirmed by some article; direct relations are all shown, with words like "denied"
    where the articles do not plainly affirm them.
    """
    with open_graph(folder) as graph:
        found = between(graph, first, second, max_hops=max_hops, limit=limit)
        if as_json:
            print_json(record(found, graph))
        else:
            show(found, graph, max_hops, quotes=None if evidence else 1)


def show(found: Connection, graph: Graph, max_hops: int, quotes: int | None) -> None:
    """Print a connection with so many quotes for each line, all for None."""
    console = screen()
    console.print(clean(f"{found.first.label} – {found.second.label}"), style="bold")
    if not found.direct and not found.paths:
        console.print(f"nothing relates them within {counted(max_hops, 'hop')}")
    if found.direct:
        console.print("\ndirectly", style="cyan")
    for line in found.direct:
        print_line(console, graph, line, sentence(line), quotes)
    for path in found.paths:
        labels = [path[0].start.label, *(hop.end.label for hop in path)]
        console.print()
        console.print(clean(" → ".join(labels)), style="cyan")
        for hop in path:
            print_line(console, graph, hop.lines[0], sentence(hop.lines[0]) + _more(hop), quotes)


def sentence(line: Line) -> str:
    """Give a statement as words: `Norland rejects missile talks`."""
    return f"{line.subject.label} {spoken(line.predicate.label)} {text_of(line.object)}"


def record(found: Connection, graph: Graph) -> Json:
    """Give a connection as JSON."""
    return {
        "first": end_record(found.first),
        "second": end_record(found.second),
        "direct": line_records(found.direct, graph),
        "paths": [
            [
                {"from": end_record(hop.start), "to": end_record(hop.end), "lines": line_records(hop.lines, graph)}
                for hop in path
            ]
            for path in found.paths
        ],
    }


def _more(hop: Hop) -> str:
    return f" (and {len(hop.lines) - 1} more)" if len(hop.lines) > 1 else ""
