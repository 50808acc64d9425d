"""`kg events`: what happened, where and when."""

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import print_json, print_table
from kg.query.events import Happening, events
from kg.vocabulary import load_vocabulary


@click.command(epilog="Example: kg events --type Meeting --limit 10")
@click.option("--type", "class_name", metavar="CLASS", default="", help="Only those of a class: Protest, Election …")
@click.option("--in", "place", metavar="PLACE", default="", help="Only those that take place there.")
@click.option("--on", metavar="DATE", default="", help="Only those of a day, month or year: 2026-02-11, 2026-02, 2026.")
@click.option("--limit", type=click.IntRange(min=1), help="How many to list (all).")
@graph_option
@json_option
def command(class_name: str, place: str, on: str, limit: int | None, folder: str | None, as_json: bool) -> None:
    """List the events of which a place or a time is known, the newest first.

    What several articles tell of is one event if they agree on its kind and place, and on its day within two days.
    """
    with open_graph(folder) as graph:
        found = events(graph, type=class_name, place=place, on=on)[:limit]
    if as_json:
        print_json([record(happening) for happening in found])
        return
    print_table(("event", "type", "where", "when", "articles", "who"), map(_cells, found), right=("articles",))


def _cells(happening: Happening) -> tuple[str, ...]:
    parts = (happening.places, happening.times, happening.participants)
    where, when, who = (" · ".join(part) for part in parts)
    return happening.label, happening.type, where, when, f"{happening.articles:,}", who


def record(happening: Happening) -> dict[str, object]:
    """Give an event as JSON."""
    return {
        "ids": [entity.id for entity in happening.entities],
        "label": happening.label,
        "type": happening.type,
        "plover": load_vocabulary().plover(happening.type) or None,
        "places": list(happening.places),
        "times": list(happening.times),
        "participants": list(happening.participants),
        "articles": happening.articles,
    }
