"""`kg articles`: what the graph was made from."""

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen, table
from kg.document import Document


@click.command(epilog="Example: kg articles --json")
@graph_option
@json_option
def command(folder: str | None, as_json: bool) -> None:
    """List the articles, the newest first."""
    found = articles(folder)
    if as_json:
        print_json([record(document) for document in found])
        return
    rows = table("published", "publisher", "headline", "id")
    for document in found:
        rows.add_row(*map(clean, (str(document.published or ""), document.publisher, document.title, document.id)))
    screen().print(rows)


def articles(folder: str | None = None) -> list[Document]:
    """Give the articles of a graph, the newest first, those without a date last."""
    with open_graph(folder) as graph:
        found = sorted(graph.articles(), key=lambda document: document.id)
    return sorted(found, key=lambda document: str(document.published or ""), reverse=True)


def record(document: Document) -> dict[str, str | int]:
    """Give an article as JSON, without its text."""
    return {
        "id": document.id,
        "title": document.title,
        "published": str(document.published or ""),
        "publisher": document.publisher,
        "url": document.url,
        "characters": len(document.text),
    }
