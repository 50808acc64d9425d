"""`kg stance`: who stands where on a matter, and on what somebody takes a stance."""

import click

from kg.cli.between import sentence
from kg.cli.lines import Json, end_record, line_record, print_line
from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen
from kg.cli.who import show_others
from kg.graph import Graph
from kg.knowledge import Entity
from kg.query.lines import Line
from kg.query.stance import Side, Stances, side, stances

_SHOWN_TARGETS = 5
_HEADINGS = {
    Side.FOR: "for",
    Side.AGAINST: "against",
    Side.NOT_FOR: "not for (denied)",
    Side.NOT_AGAINST: "not against (denied)",
    Side.NONE: "without a side",
}


@click.command(epilog='Example: kg stance --on "missile program"')
@click.option("--on", metavar="MATTER", default="", help="What or whom the stances are about.")
@click.option("--by", metavar="HOLDER", default="", help="Who takes them.")
@click.option("--evidence", is_flag=True, help="Show all quotes, not just the best of each stance.")
@graph_option
@json_option
def command(on: str, by: str, evidence: bool, folder: str | None, as_json: bool) -> None:
    """Tell who stands where: for and against a matter, by holder, each stance with its quote and dates.

    Of a matter a part of its words will do; --by asks the other way round, and both together ask for the
    stances of one on the other. A stance that the articles only deny stands under "not for" or "not against",
    and words like "planned" or "according to" say where they do not plainly affirm it.
    """
    if not on and not by:
        raise click.UsageError("give --on MATTER, --by HOLDER, or both")
    with open_graph(folder) as graph:
        found = stances(graph, on=on, by=by)
        if as_json:
            print_json(record(found, graph))
            return
        show(found, graph, quotes=None if evidence else 1)
        show_others(found.others)


def show(found: Stances, graph: Graph, quotes: int | None) -> None:
    """Print stances with so many quotes for each line, all for None."""
    console = screen()
    console.print(clean(_title(found)), style="bold")
    if len(found.targets) > 1:
        console.print("each is for or against the matter that its line names", style="dim")
    if not found.camps:
        console.print("none that the graph knows of")
    for camp in found.camps:
        console.print()
        console.print(_HEADINGS[camp.side], style="cyan")
        for position in camp.positions:
            for line in position.lines:
                print_line(console, graph, line, sentence(line), quotes)


def record(found: Stances, graph: Graph) -> Json:
    """Give stances as JSON."""
    return {
        "on": [end_record(target) for target in found.targets],
        "by": [end_record(holder) for holder in found.holders],
        "sides": [
            {
                "side": str(camp.side),
                "holders": [
                    {
                        "holder": end_record(position.holder),
                        "stances": [_stance_record(line, graph) for line in position.lines],
                    }
                    for position in camp.positions
                ],
            }
            for camp in found.camps
        ],
        "others": [end_record(other) for other in found.others],
    }


def _stance_record(line: Line, graph: Graph) -> Json:
    return {
        "side": str(side(line)),
        "sign": line.predicate.sign,
        "plover": line.predicate.plover or None,
        **line_record(line, graph),
    }


def _title(found: Stances) -> str:
    by = f" by {_labels(found.holders)}" if found.holders else ""
    on = f" on {_labels(found.targets)}" if found.targets else ""
    return f"stances{by}{on}"


def _labels(entities: tuple[Entity, ...]) -> str:
    labels = list(dict.fromkeys(entity.label for entity in entities))
    more = f" and {len(labels) - _SHOWN_TARGETS} more" if len(labels) > _SHOWN_TARGETS else ""
    return " · ".join(labels[:_SHOWN_TARGETS]) + more
