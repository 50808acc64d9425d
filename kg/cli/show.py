"""`kg show`: an entity itself, without what is said of it."""

from typing import Any

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen
from kg.knowledge import Entity


@click.command(epilog='Example: kg show "Donald Trump"')
@click.argument("entity")
@graph_option
@json_option
def command(entity: str, folder: str | None, as_json: bool) -> None:
    """Show an entity: its type, its names, its articles.

    ENTITY is a name, a part of one, or an id; of several that fit, the most frequent is shown.
    """
    found = describe(entity, folder)
    if as_json:
        print_json(found)
        return
    console = screen()
    console.print(clean(found["label"]), style="bold")
    rows = {
        "type": found["type"] if found["type"] == found["kind"] else f"{found['type']} ({found['kind']})",
        "id": found["iri"],
        "names": " · ".join(found["aliases"]),
        "same as": " ".join(found["same_as"]),
        "statements": f"{found['as_subject']:,} as subject, {found['as_object']:,} as object",
        "could mean": " · ".join(found["others"]),
    }
    for name, value in rows.items():
        if value:
            console.print(f"  {name:<10} {clean(value)}")
    for article in found["articles"]:
        console.print("  article    " + clean("  ".join(part for part in article.values() if part)))


def describe(name: str, folder: str | None = None) -> dict[str, Any]:  # Any: JSON
    """Give what the graph knows of an entity's identity.

    Raises:
        UnknownName: nothing is called so.
    """
    with open_graph(folder) as graph:
        entity, *others = graph.find_names(name)
        documents = [graph.document(id) for id in graph.articles_of(entity.id)]
        return {
            **_names(entity),
            "iri": graph.iris.entity(entity.id).value,
            "as_subject": len(graph.statements(subject=entity.id)),
            "as_object": len(graph.statements(object=entity.id)),
            "others": [other.label for other in others],
            "articles": [
                {"published": str(document.published or ""), "title": document.title, "id": document.id}
                for document in documents
            ],
        }


def _names(entity: Entity) -> dict[str, Any]:  # Any: JSON
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
    }
