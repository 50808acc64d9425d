"""`kg entities`: who and what is in the graph."""

from collections import Counter
from dataclasses import dataclass

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen, table
from kg.errors import InputError
from kg.knowledge import Entity, EntityId
from kg.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Row:
    """An entity with how often it is told of.

    Attributes:
        entity: the entity.
        mentions: statements about it, each as often as articles make it.
        articles: articles that name it.
    """

    entity: Entity
    mentions: int
    articles: int


@click.command(epilog="Example: kg entities --type Person --sort mentions --limit 10")
@click.option("--type", "class_name", metavar="CLASS", help="Only those of a class: Person, Country, Issue …")
@click.option("--sort", type=click.Choice(["mentions", "name"]), default="name", help="In which order (name).")
@click.option("--limit", type=click.IntRange(min=1), help="How many to list (all).")
@graph_option
@json_option
def command(class_name: str | None, sort: str, limit: int | None, folder: str | None, as_json: bool) -> None:
    """List the entities.

    Mentions are the statements about an entity, each counted as often as articles make it.
    """
    rows = entities(class_name, sort, folder)[:limit]
    if as_json:
        print_json([record(row) for row in rows])
        return
    lines = table("entity", "type", "mentions", "articles", "other names", right=["mentions", "articles"])
    for row in rows:
        names = " · ".join(row.entity.aliases)
        lines.add_row(clean(row.entity.label), row.entity.type, str(row.mentions), str(row.articles), clean(names))
    screen().print(lines)


def entities(class_name: str | None = None, sort: str = "name", folder: str | None = None) -> list[Row]:
    """Give the entities of a graph, of one class if given.

    Raises:
        InputError: there is no such class.
    """
    vocabulary = load_vocabulary()
    wanted = _class(class_name, vocabulary) if class_name else None
    with open_graph(folder) as graph:
        mentions: Counter[EntityId] = Counter()
        for relation in graph.relations():
            for end in (relation.statement.subject, relation.statement.object):
                if isinstance(end, str):
                    mentions[EntityId(end)] += relation.articles
        found = [Row(entity, mentions[entity.id], len(graph.articles_of(entity.id))) for entity in graph.entities()]
    kept = [row for row in found if wanted is None or vocabulary.is_a(row.entity.type, wanted)]
    by_name = sorted(kept, key=lambda row: (row.entity.label.casefold(), row.entity.id))
    return by_name if sort == "name" else sorted(by_name, key=lambda row: -row.mentions)


def record(row: Row) -> dict[str, object]:
    """Give a row as JSON."""
    entity = row.entity
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "mentions": row.mentions,
        "articles": row.articles,
    }


def _class(name: str, vocabulary: Vocabulary) -> str:
    """Give the class of that name, in whatever case.

    Raises:
        InputError: there is none.
    """
    classes = {known.casefold(): known for known in vocabulary.classes}
    if name.casefold() not in classes:
        from rapidfuzz.process import extract

        near = ", ".join(classes[match] for match, _, _ in extract(name.casefold(), classes.keys(), limit=5))
        raise InputError(f"no class is called {name!r}. Did you mean: {near}?")
    return classes[name.casefold()]
