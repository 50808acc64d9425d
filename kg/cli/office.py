"""`kg office`: who holds or held an office."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from kg.cli.lines import Json, end_record, label_of, line_records, quoted, support
from kg.cli.manner import manner
from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen
from kg.cli.who import show_others
from kg.graph import Graph
from kg.graph.names import fold
from kg.query.lines import text_of
from kg.query.office import Holder, Holders, holders
from kg.query.tenure import Standing, Verdict

if TYPE_CHECKING:
    from rich.console import Console

_SHOWN_UNSURE = 5
_SHOWN_WORDINGS = 3


@click.command(epilog='Example: kg office "foreign minister" --in Iran --on 2026-02-01')
@click.argument("title")
@click.option("--in", "body", metavar="BODY", default="", help="Only in this country or organization.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Only who held it on this day, or may have.")
@click.option(
    "--evidence", is_flag=True, help="Show all quotes, not just the newest of each holder, or the nearest to --on."
)
@graph_option
@json_option
def command(title: str, body: str, on: datetime | None, evidence: bool, folder: str | None, as_json: bool) -> None:
    """Tell who holds or held an office, with what the articles say of former, acting and elected holders.

    With --on, an article counts for its own day: who is called minister in it held the office then, a former
    minister did not any more. Between two such days the office is taken as held if nothing tells of a break;
    of whom the graph cannot tell, it says what it knows.
    """
    day = on.date() if on else None
    with open_graph(folder) as graph:
        found = holders(graph, title, body=body, on=day)
        if as_json:
            print_json(record(found, title, day, graph))
            return
        show(found, title, day, graph, quotes=None if evidence else 1)
        show_others(found.others)


def show(found: Holders, title: str, day: date | None, graph: Graph, quotes: int | None) -> None:
    """Print holders with so many quotes for each, all for None."""
    console = screen()
    place = " · ".join(dict.fromkeys(body.label for body in found.bodies))
    console.print(clean(f"{title}, {place}" if place else title), style="bold")
    sure = [holder for holder in found.found if holder.verdict is None or holder.verdict.standing is Standing.HELD]
    unsure = [holder for holder in found.found if holder not in sure]
    if day is not None:
        console.print(f"\nheld on {day}" if sure else f"\nnobody is known to have held it on {day}", style="cyan")
    elif not sure:
        console.print("nobody that the graph knows of")
    for holder in sure:
        _show_holder(console, holder, graph, quotes)
    if unsure:
        console.print("\nmay have held it", style="cyan")
    for holder in unsure[:_SHOWN_UNSURE]:
        _show_holder(console, holder, graph, quotes)
    if len(unsure) > _SHOWN_UNSURE:
        console.print(f"  and {len(unsure) - _SHOWN_UNSURE} more, known from days further away; --json has them")


def nearest_known(found: Verdict) -> str:
    """Give in words what is known of the days around the one asked for.

    Example:
        `held it on 2026-02-11; unknown since when`
    """
    days = [
        (found.earlier, "held it on"),
        (found.later, "held it on"),
        (found.before, "not yet on"),
        (found.gone, "no more on"),
    ]
    parts = [f"{words} {day}" for day, words in sorted((day, words) for day, words in days if day)]
    if found.later and not found.earlier and not found.before:
        parts.append("unknown since when")
    if found.earlier and not found.later and not found.gone:
        parts.append("unknown until when")
    return "; ".join(parts)


def record(found: Holders, title: str, day: date | None, graph: Graph) -> Json:
    """Give holders as JSON."""
    return {
        "office": title,
        "in": [end_record(body) for body in found.bodies],
        "on": day.isoformat() if day else None,
        "holders": [_holder_record(holder, graph) for holder in found.found],
        "others": [end_record(other) for other in found.others],
    }


def _show_holder(console: "Console", holder: Holder, graph: Graph, quotes: int | None) -> None:
    from rich.padding import Padding
    from rich.text import Text

    text = Text(clean(holder.person.label))
    text.append(f"  {clean(_offices(holder))}  {support(holder.support)}", style="dim")
    how = "; ".join(part for part in _how(holder, graph) if part)
    if how:
        text.append(f"  {clean(how)}", style="yellow")
    console.print(Padding(text, (0, 0, 0, 2), expand=False))
    for piece in holder.evidence[:quotes]:
        console.print(Padding(Text(clean(quoted(piece, graph))), (0, 0, 0, 6), expand=False))


def _how(holder: Holder, graph: Graph) -> tuple[str, str, str]:
    """Give how the first evidence presents it, the stated times, and what is known around a day in doubt."""
    is_doubtful = holder.verdict is not None and holder.verdict.standing is Standing.UNKNOWN
    times = ", ".join(_times(holder))
    return (
        manner(holder.evidence[0], label_of(graph)),
        f"time: {times}" if times else "",
        nearest_known(holder.verdict) if is_doubtful and holder.verdict else "",
    )


def _offices(holder: Holder) -> str:
    """Give the wordings of the office that most articles use."""
    labels: dict[str, str] = {}
    for line in holder.lines:
        labels.setdefault(fold(text_of(line.object)), text_of(line.object))
    shown = list(labels.values())[:_SHOWN_WORDINGS]
    return " · ".join(shown) + (" …" if len(labels) > _SHOWN_WORDINGS else "")


def _times(holder: Holder) -> list[str]:
    return sorted({piece.time.iso for piece in holder.evidence if piece.time})


def _holder_record(holder: Holder, graph: Graph) -> Json:
    found = holder.verdict
    return {
        "holder": end_record(holder.person),
        "offices": [end_record(line.object) for line in holder.lines],
        "status": holder.evidence[0].status,
        "times": _times(holder),
        "standing": str(found.standing) if found else None,
        "known": {
            "held_before": _iso(found.earlier),
            "held_after": _iso(found.later),
            "not_yet": _iso(found.before),
            "no_more": _iso(found.gone),
        }
        if found
        else None,
        "sources": holder.support.publishers,
        "articles": holder.support.articles,
        "first": _iso(holder.support.first),
        "last": _iso(holder.support.last),
        "lines": line_records(holder.lines, graph),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
