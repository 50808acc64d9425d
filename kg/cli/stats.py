"""`kg stats`: how much the graph holds, and of what."""

from collections import Counter
from typing import Any

import click

from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen, table
from kg.vocabulary import load_vocabulary


@click.command(epilog="Example: kg stats")
@graph_option
@json_option
def command(folder: str | None, as_json: bool) -> None:
    """Count what the graph holds: articles, entities by kind, statements by predicate, evidence."""
    counts = stats(folder)
    if as_json:
        print_json(counts)
        return
    console = screen()
    for name in ("articles", "entities", "statements", "affirmed", "stances", "evidence"):
        console.print(f"{name:<11} {counts[name]:>9,}")
    console.print()
    for title, limit in (("kinds", None), ("predicates", 15)):
        rows = table(title, "number", right=["number"])
        for name, number in list(counts[title].items())[:limit]:
            rows.add_row(clean(name), f"{number:,}")
        console.print(rows)
        console.print()


def stats(folder: str | None = None) -> dict[str, Any]:  # Any: JSON
    """Count; kinds and predicates by falling number, then by name."""
    vocabulary = load_vocabulary()
    with open_graph(folder) as graph:
        counts = graph.counts()
        relations = graph.relations()
        kinds = Counter(entity.kind for entity in graph.entities())
    predicates = Counter(relation.statement.predicate for relation in relations)
    return {
        "articles": counts.articles,
        "entities": counts.entities,
        "statements": counts.statements,
        "affirmed": sum(relation.affirming > 0 for relation in relations),
        "stances": sum(number for predicate, number in predicates.items() if vocabulary.is_stance(predicate)),
        "evidence": counts.evidence,
        "kinds": _falling(kinds),
        "predicates": _falling(predicates),
    }


def _falling(counts: Counter[Any]) -> dict[str, int]:  # Any: kinds are str, predicates a NewType of it
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
