"""`kg entities`: who and what is in the graph."""

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import print_json, print_table
from kg.query.entities import EntityRow, entities

_ORDERS = {"mentions": "articles", "statements": "statements", "name": "name"}


@click.command(epilog="Example: kg entities --type Person --sort mentions --limit 10")
@click.option(
    "--type", "class_name", metavar="CLASS", default="", help="Only those of a class: Person, Country, Issue …"
)
@click.option("--sort", type=click.Choice(list(_ORDERS)), default="mentions", help="In which order (mentions).")
@click.option("--limit", type=click.IntRange(min=1), help="How many to list (all).")
@graph_option
@json_option
def command(class_name: str, sort: str, limit: int | None, folder: str | None, as_json: bool) -> None:
    """List the entities, with the number of articles that mention them and of statements about them."""
    with open_graph(folder) as graph:
        found = entities(graph, type=class_name, sort=_ORDERS[sort], limit=limit)
    if as_json:
        print_json([record(row) for row in found])
        return
    numbers = ("articles", "statements")
    print_table(("entity", "type", *numbers, "other names"), map(_cells, found), right=numbers)


def _cells(row: EntityRow) -> tuple[str, ...]:
    names = " · ".join(row.entity.aliases)
    return row.entity.label, row.entity.type, f"{row.articles:,}", f"{row.statements:,}", names


def record(row: EntityRow) -> dict[str, object]:
    """Give an entity as JSON."""
    entity = row.entity
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "articles": row.articles,
        "statements": row.statements,
    }
