"""`kg stats`: how much the graph holds, and of what."""

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import print_fields, print_json, print_table, screen
from kg.query.stats import Stats, Tally, stats

_LISTED = 12
"""Rows printed of each tally; JSON has all."""


@click.command(epilog="Example: kg stats")
@graph_option
@json_option
def command(folder: str | None, as_json: bool) -> None:
    """Count what the graph holds: articles, entities by kind, statements by predicate, evidence."""
    with open_graph(folder) as graph:
        found = stats(graph)
    if as_json:
        print_json(record(found))
    else:
        show(found)


def show(found: Stats) -> None:
    """Print the numbers."""
    console = screen()
    counts = found.counts
    days = f"{found.first} – {found.last}" if found.first else "no dates"
    fields = {
        "articles": f"{counts.articles:,} ({days})",
        "entities": f"{counts.entities:,}",
        "statements": f"{counts.statements:,}, of which {counts.affirmed:,} are affirmed and {found.open:,} open",
        "evidence": f"{counts.evidence:,} pieces, of which {found.attributed:,} cite somebody",
    }
    print_fields(fields.items())
    tallies: dict[str, Tally] = {
        "entities": found.kinds,
        "predicates": found.predicates,
        "polarity": found.polarities,
        "certainty": found.certainties,
        "publishers": found.publishers,
        "most told of": tuple((entity.label, number) for entity, number in found.subjects),
    }
    for title, tally in tallies.items():
        console.print()
        tallied = ((name, f"{number:,}") for name, number in tally[:_LISTED])
        print_table((title, "number"), tallied, right=["number"])


def record(found: Stats) -> dict[str, object]:
    """Give the numbers as JSON."""
    counts = found.counts
    return {
        "articles": counts.articles,
        "entities": counts.entities,
        "statements": counts.statements,
        "affirmed": counts.affirmed,
        "open": found.open,
        "evidence": counts.evidence,
        "attributed": found.attributed,
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat() if found.last else None,
        "kinds": dict(found.kinds),
        "predicates": dict(found.predicates),
        "polarities": dict(found.polarities),
        "certainties": dict(found.certainties),
        "publishers": dict(found.publishers),
        "subjects": [
            {"id": entity.id, "label": entity.label, "statements": number} for entity, number in found.subjects
        ],
    }
