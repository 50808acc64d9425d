"""`kg show`: an entity itself, without what is said of it."""

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, counted, print_fields, print_json, screen
from kg.document import Document
from kg.query.show import Card, show


@click.command(epilog='Example: kg show "Donald Trump"')
@click.argument("entity")
@graph_option
@json_option
def command(entity: str, folder: str | None, as_json: bool) -> None:
    """Show an entity: its type, its names, its articles.

    ENTITY is a name, a part of one, or an id; of several that fit, the one in most articles is shown.
    """
    with open_graph(folder) as graph:
        card = show(graph, entity)
    if as_json:
        print_json(record(card))
    else:
        print_card(card)


def print_card(card: Card) -> None:
    """Print a card."""
    screen().print(clean(card.entity.label), style="bold")
    fields = {
        "type": ", a kind of ".join(card.types),
        "also": " · ".join(card.entity.aliases),
        "id": card.entity.id,
        "iri": card.iri,
        "same as": " ".join(card.entity.same_as),
        "said of it": f"{counted(card.as_subject, 'statement')} as subject, {card.as_object:,} as object",
        "cited": counted(card.as_source, "time") if card.as_source else "",
    }
    articles = (("article", _line(document)) for document in card.articles)
    print_fields([*fields.items(), *articles], indent=2)


def record(card: Card) -> dict[str, object]:
    """Give a card as JSON."""
    entity = card.entity
    return {
        "id": entity.id,
        "iri": card.iri,
        "label": entity.label,
        "types": list(card.types),
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
        "as_subject": card.as_subject,
        "as_object": card.as_object,
        "as_source": card.as_source,
        "publishers": dict(card.publishers),
        "articles": [_article(document) for document in card.articles],
    }


def _article(document: Document) -> dict[str, str | None]:
    published = document.published.isoformat() if document.published else None
    return {"id": document.id, "title": document.title, "published": published, "publisher": document.publisher}


def _line(document: Document) -> str:
    parts = (str(document.published or ""), document.publisher, document.title, f"({document.id})")
    return "  ".join(part for part in parts if part)
