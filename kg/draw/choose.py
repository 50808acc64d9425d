"""Which entities and lines of a large network are worth drawing: the strongest, held together."""

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import chain

from kg.knowledge import EntityId

Weights = dict[EntityId, dict[EntityId, float]]
"""Entity → neighbour → how much relates the two; symmetric."""
Pair = tuple[EntityId, EntityId]
"""Two neighbours, sorted."""


def weigh(relations: Iterable[tuple[EntityId, EntityId, float]]) -> Weights:
    """Give the network of relations that have a weight."""
    weights: Weights = {}
    for source, target, weight in relations:
        for one, other in ((source, target), (target, source)):
            near = weights.setdefault(one, {})
            near[other] = near.get(other, 0.0) + weight
    return weights


def within(weights: Weights, centre: EntityId, hops: int) -> set[EntityId]:
    """Give the entities up to so many relations away from the centre; none if the centre has no relation."""
    reached = {centre} & weights.keys()
    border = set(reached)
    for _ in range(hops):
        border = set(chain.from_iterable(weights[id] for id in border)) - reached
        reached |= border
    return reached


def grow(
    weights: Weights, pool: set[EntityId], centre: EntityId | None, importance: Callable[[EntityId], float]
) -> Iterator[EntityId]:
    """Yield the pool in the order in which to show it: the centre or the best, then always the best neighbour.

    Where no neighbour is left, the best entity of another part is next. Ties go by id.
    """
    rank = {id: (-importance(id), id) for id in pool}
    queue = [(0.0, centre)] if centre else []
    others = sorted(rank.values(), reverse=True)
    taken: set[EntityId] = set()
    while queue or others:
        _, id = heappop(queue) if queue else others.pop()
        if id in taken:
            continue
        taken.add(id)
        yield id
        for near in weights[id].keys() & pool - taken:
            heappush(queue, rank[near])


def strongest(weights: Weights, chosen: set[EntityId], centre: EntityId | None, limit: int) -> tuple[set[Pair], int]:
    """Give the pairs to draw and the number of those left out.

    First what holds the picture together (a spanning tree, even beyond the limit), then what is strongest; the
    relations of the centre go before all others.
    """
    pairs = {(min(one, other), max(one, other)) for one in chosen for other in weights[one].keys() & chosen}
    ranked = sorted(pairs, key=lambda pair: (centre not in pair, -weights[pair[0]][pair[1]], pair))
    tree = _spanning_tree(ranked, chosen)
    rest = [pair for pair in ranked if pair not in tree]
    drawn = tree | set(rest[: max(0, limit - len(tree))])
    return drawn, len(pairs) - len(drawn)


def _spanning_tree(ranked: Iterable[Pair], chosen: set[EntityId]) -> set[Pair]:
    """Give the strongest pairs that connect what can be connected (Kruskal)."""
    part = {id: {id} for id in chosen}
    tree = set()
    for one, other in ranked:
        if part[one] is part[other]:
            continue
        tree.add((one, other))
        part[one] |= part[other]
        for id in part[other]:
            part[id] = part[one]
    return tree
