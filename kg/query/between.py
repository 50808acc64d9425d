"""What connects two entities: the relations between them, and paths over others."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph import Graph
from kg.knowledge import Entity, EntityId, Statement
from kg.query.lines import Filter, Line, best_first, lines
from kg.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from networkx import Graph as Network


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a path: what relates two entities, in either direction; every line is affirmed."""

    start: Entity
    end: Entity
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """How two entities are connected.

    Attributes:
        first: one of them.
        second: the other.
        direct: all relations between the two, denied and uncertain ones too.
        paths: over other entities, shortest first; every hop is affirmed.
    """

    first: Entity
    second: Entity
    direct: tuple[Line, ...]
    paths: tuple[tuple[Hop, ...], ...]


def between(graph: Graph, first: str, second: str, *, max_hops: int = 3, limit: int = 5) -> Connection:
    """Give the relations between two entities and up to `limit` shortest paths over others.

    Among paths of the same length, those whose hops more articles affirm come first.

    Raises:
        InputError: the two names mean the same entity, or a number is too small.
        UnknownName: nothing is called so.
    """
    if max_hops < 1 or limit < 0:
        raise InputError(f"max_hops is {max_hops} and limit is {limit}; they must be at least 1 and 0")
    start, end = graph.resolve_name(first), graph.resolve_name(second)
    if start.id == end.id:
        raise InputError(f"{first!r} and {second!r} are both {start.label}: name two different entities")
    vocabulary = load_vocabulary()
    statements = [
        *graph.statements(subject=start.id, object=end.id),
        *graph.statements(subject=end.id, object=start.id),
    ]
    paths = _paths(graph, start.id, end.id, max_hops) if limit else iter(())
    return Connection(
        start,
        end,
        direct=best_first(lines(graph, statements, vocabulary)),
        paths=tuple(_hops(graph, path, vocabulary) for path in islice(paths, limit)),
    )


def _paths(graph: Graph, start: EntityId, end: EntityId, max_hops: int) -> Iterator[list[EntityId]]:
    """Yield paths of at least two hops, shortest first, as the entities on them."""
    from networkx import NetworkXNoPath, NodeNotFound, shortest_simple_paths

    network = _network(graph.edges(), max_hops)
    if network.has_edge(start, end):
        network.remove_edge(start, end)
    try:
        for path in shortest_simple_paths(network, start, end, weight="length"):
            if len(path) - 1 > max_hops:
                return
            yield path
    except (NetworkXNoPath, NodeNotFound):
        return


def _network(edges: Mapping[Statement, int], max_hops: int) -> "Network[EntityId]":
    """Give who is connected to whom by an affirmed statement.

    A hop is a little longer the fewer articles affirm it, but never so much that a path of
    fewer hops would lose against one of more.
    """
    from networkx import Graph as Network

    articles: Counter[tuple[EntityId, EntityId]] = Counter()
    for statement, count in edges.items():
        if isinstance(statement.object, str) and statement.subject != statement.object:
            articles[min(statement.subject, statement.object), max(statement.subject, statement.object)] += count
    network: Network[EntityId] = Network()
    for (one, other), count in sorted(articles.items()):
        network.add_edge(one, other, length=1 + 1 / ((max_hops + 1) * (count + 1)))
    return network


def _hops(graph: Graph, path: list[EntityId], vocabulary: Vocabulary) -> tuple[Hop, ...]:
    hops = []
    for start, end in pairwise(path):
        statements: list[Statement] = [
            *graph.statements(subject=start, object=end),
            *graph.statements(subject=end, object=start),
        ]
        affirmed = lines(graph, statements, vocabulary, Filter(affirmed=True))
        hops.append(Hop(graph.entity(start), graph.entity(end), best_first(affirmed)))
    return tuple(hops)
