"""`kg articles`: what the graph was made from."""

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import print_json, print_table
from kg.query.articles import ArticleRow, articles


@click.command(epilog='Example: kg articles --publisher "Newskg Samples"')
@click.option("--publisher", default="", help="Only those of this publisher.")
@graph_option
@json_option
def command(publisher: str, folder: str | None, as_json: bool) -> None:
    """List the articles, the newest first."""
    with open_graph(folder) as graph:
        found = articles(graph, publisher=publisher)
    if as_json:
        print_json([record(row) for row in found])
        return
    print_table(("published", "publisher", "headline", "statements", "id"), map(_cells, found), right=["statements"])


def _cells(row: ArticleRow) -> tuple[str, ...]:
    document = row.document
    return str(document.published or ""), document.publisher, document.title, f"{row.statements:,}", document.id


def record(row: ArticleRow) -> dict[str, str | int | None]:
    """Give an article as JSON, without its text."""
    document = row.document
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "url": document.url,
        "characters": len(document.text),
        "entities": row.entities,
        "statements": row.statements,
        "evidence": row.evidence,
    }
