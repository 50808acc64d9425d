"""Where the entities of a figure go: short distances for close relations, few crossings, wide pages.

Positions are in points, y upwards. Everything is deterministic: starts come from fixed seeds and ties are
broken by position in the input.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""`float64 [things, 2]`."""
Links = NDArray[np.int64]
"""`int64 [links, 2]`: rows of the two ends."""

_STARTS = 12
_FINALISTS = 4
_SWEEPS = 8
CROWD = 8
"""From this number of leaves on, an entity has them spread evenly around it, on two rings."""
_PAGE = 1.35
"""Width to height of a page; landscape, since labels are wide."""


def components(count: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Give the connected parts, largest first, ties by smallest member."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for one, other in links:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    parts: dict[int, list[int]] = {}
    for node in range(count):
        parts.setdefault(find(node), []).append(node)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0]))


def arrange(count: int, links: Links, lengths: NDArray[np.float64]) -> Points:
    """Give positions for one connected part, centred on the origin.

    Of several starts the few with the fewest crossings go on; in these, single entities are moved where that
    removes crossings or lines through other entities, and the best wins.

    Args:
        count: number of entities.
        links: ends of the relations.
        lengths: wished length of every link, in points.
    """
    if count == 1:
        return np.zeros((1, 2))
    wished = _distances(count, links, lengths)
    drafts = [_stress(_start(count, seed, wished.max()), wished) for seed in range(_STARTS)]
    drafts.sort(key=lambda points: round(_cost(points, links, wished), 6))
    finished = [_fan_out(_untangle(points, links, wished), links, lengths) for points in drafts[:_FINALISTS]]
    return _level(min(finished, key=lambda points: round(_cost(points, links, wished), 6)))


def _start(count: int, seed: int, extent: float) -> Points:
    """Give a circle for the first start and random points for the others."""
    if seed == 0:
        angles = 2 * np.pi * np.arange(count) / count
        return np.asarray(extent / 2 * np.column_stack([np.cos(angles), np.sin(angles)]))
    return np.random.default_rng(seed).uniform(-extent / 2, extent / 2, (count, 2))


def _distances(count: int, links: Links, lengths: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the length of the shortest path between all pairs (Floyd and Warshall)."""
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0.0)
    for (one, other), length in zip(links, lengths, strict=True):
        far[one, other] = far[other, one] = min(far[one, other], length)
    for via in range(count):
        np.minimum(far, far[:, [via]] + far[[via], :], out=far)
    return far


def _stress(points: Points, wished: NDArray[np.float64], rounds: int = 120) -> Points:
    """Move points until their distances are near the wished ones.

    Source: Gansner, Koren & North, "Graph Drawing by Stress Majorization" (2004), with weights d^-2.
    """
    weights = np.where(wished > 0, 1 / np.maximum(wished, 1e-9) ** 2, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    for _ in range(rounds):
        gaps = points[:, None] - points[None]
        actual = np.maximum(np.hypot(gaps[..., 0], gaps[..., 1]), 1e-9)
        pull = -weights * wished / actual
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def crossings(ends: Points, links: Links) -> NDArray[np.bool_]:
    """Say which pairs of links cross, those that share an end excepted: `bool [links, links]`."""
    a, b = ends[links[:, 0]], ends[links[:, 1]]
    shared = (links[:, None, :, None] == links[None, :, None, :]).any(axis=(2, 3))
    crossed = _crossed(a[:, None], b[:, None], a[None], b[None])
    return np.asarray(crossed & ~shared)


def _crossed(a: Points, b: Points, c: Points, d: Points) -> NDArray[np.bool_]:
    """Say whether segments a–b and c–d cross, for arrays that broadcast."""
    return np.asarray((_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0))


def _side(a: Points, b: Points, c: Points) -> NDArray[np.float64]:
    return np.asarray(
        (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    )


def distance_to_segment(points: Points, a: Points, b: Points) -> NDArray[np.float64]:
    """Give the distance from points to segments a–b, for arrays that broadcast."""
    along = b - a
    square = np.maximum((along**2).sum(axis=-1), 1e-9)
    part = np.clip(((points - a) * along).sum(axis=-1) / square, 0.0, 1.0)
    return np.asarray(np.linalg.norm(points - (a + part[..., None] * along), axis=-1))


def _cost(points: Points, links: Links, wished: NDArray[np.float64]) -> float:
    """Give how bad a layout is: crossings, entities on foreign lines, and distorted distances."""
    crossed = crossings(points, links).sum() / 2
    gap = distance_to_segment(points[:, None], points[links[:, 0]][None], points[links[:, 1]][None])
    own = (np.arange(len(points))[:, None, None] == links[None]).any(axis=2)
    hit = np.where(own, 0.0, np.clip(1 - gap / _clearance(wished), 0, 1)).sum()
    return float(crossed + 2.5 * hit + _strain(points, wished).sum() / 2)


def _clearance(wished: NDArray[np.float64]) -> float:
    """Give the distance that an entity keeps from a foreign line: a third of a short link."""
    return float(wished[wished > 0].min()) / 3


def _strain(points: Points, wished: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give, for every pair, how far its distance is from the wished one, weighted to matter less than a crossing."""
    gaps = points[:, None] - points[None]
    actual = np.hypot(gaps[..., 0], gaps[..., 1])
    relative = np.where(wished > 0, actual / np.maximum(wished, 1e-9) - 1, 0.0)
    return np.asarray(np.where(relative < 0, 2.0, 0.6) * relative**2 / np.sqrt(len(points)) * 3)


def _untangle(points: Points, links: Links, wished: NDArray[np.float64]) -> Points:
    """Move one entity at a time to the best of some places around it, while that helps."""
    points = points.copy()
    unit = float(wished[wished > 0].min())
    angles = 2 * np.pi * np.arange(10) / 10
    ring = np.column_stack([np.cos(angles), np.sin(angles)])
    steps = np.concatenate([[[0.0, 0.0]], ring * unit * 0.35, ring * unit, ring * unit * 2.2])
    for _ in range(_SWEEPS):
        moved = False
        for node in range(len(points)):
            places = points[node] + steps
            costs = _node_costs(node, places, points, links, wished)
            choice = int(np.argmin(costs))
            if costs[choice] < costs[0] - 1e-6:
                points[node] = places[choice]
                moved = True
        if not moved:
            break
    return points


def _node_costs(
    node: int, places: Points, points: Points, links: Links, wished: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give the part of the cost that depends on one entity, for every place it could have."""
    mine = (links == node).any(axis=1)
    own, rest = links[mine], links[~mine]
    partners = points[np.where(own[:, 0] == node, own[:, 1], own[:, 0])]
    a, b = points[rest[:, 0]], points[rest[:, 1]]
    here = places[:, None, None]
    crossed = _crossed(here, partners[None, :, None], a[None, None], b[None, None]).sum(axis=(1, 2))
    others = np.delete(np.arange(len(points)), node)
    clearance = _clearance(wished)
    to_rest = np.clip(1 - distance_to_segment(places[:, None], a[None], b[None]) / clearance, 0, 1).sum(axis=1)
    gap = distance_to_segment(points[others][None, None], here, partners[None, :, None])
    end = (points[others][None, None] == partners[None, :, None]).all(axis=-1)
    to_own = np.where(end, 0.0, np.clip(1 - gap / clearance, 0, 1)).sum(axis=(1, 2))
    actual = np.linalg.norm(places[:, None] - points[others][None], axis=-1)
    relative = actual / wished[node, others] - 1
    strain = (np.where(relative < 0, 2.0, 0.6) * relative**2).sum(axis=1) / np.sqrt(len(points)) * 3
    return np.asarray(crossed + 2.5 * (to_rest + to_own) + strain)


def leaves_of(count: int, links: Links) -> dict[int, list[int]]:
    """Give, for every entity that has any, the entities that have no other relation."""
    partners: list[set[int]] = [set() for _ in range(count)]
    for one, other in links.tolist():
        partners[one].add(other)
        partners[other].add(one)
    leaves: dict[int, list[int]] = {}
    for node, near in enumerate(partners):
        if len(near) == 1 and count > 2:
            leaves.setdefault(next(iter(near)), []).append(node)
    return leaves


def _fan_out(points: Points, links: Links, lengths: NDArray[np.float64]) -> Points:
    """Spread the leaves of every entity that has many evenly between its other relations."""
    points = points.copy()
    for hub, leaves in leaves_of(len(points), links).items():
        if len(leaves) < CROWD:
            continue
        mine = links[(links == hub).any(axis=1)]
        near = np.unique(mine[mine != hub])
        angle = {int(node): float(np.arctan2(*(points[node] - points[hub])[::-1])) for node in near}
        fixed = sorted(angle[node] for node in angle if node not in leaves)
        order = sorted(leaves, key=lambda leaf: (angle[leaf], leaf))
        for leaf, turn in zip(order, _even_turns(fixed, len(order)), strict=True):
            radius = lengths[(links == leaf).any(axis=1)].max()
            points[leaf] = points[hub] + radius * np.array([np.cos(turn), np.sin(turn)])
    return points


def _even_turns(fixed: list[float], count: int) -> list[float]:
    """Give angles for `count` leaves in the gaps between fixed angles, more in a wider gap."""
    starts = fixed or [-np.pi]
    gaps = np.diff([*starts, starts[0] + 2 * np.pi])
    edges = np.rint(np.cumsum([0.0, *gaps]) / (2 * np.pi) * count).astype(int)
    turns: list[float] = []
    for start, gap, held in zip(starts, gaps, np.diff(edges), strict=True):
        inner = np.arange(1, held + 1) / (held + 1) if fixed else np.arange(held) / held
        turns.extend(float(start + gap * part) for part in inner)
    return turns


def _level(points: Points) -> Points:
    """Turn the longest direction to the horizontal and widen it to the page."""
    centred = points - points.mean(axis=0)
    if len(points) > 2:
        _, _, axes = np.linalg.svd(centred, full_matrices=False)
        centred = centred @ axes.T
    elif len(points) == 2:
        centred = np.array([[-0.5, 0.0], [0.5, 0.0]]) * np.linalg.norm(centred[0] - centred[1])
    signs = np.where(centred[np.argmax(np.abs(centred), axis=0), [0, 1]] < 0, -1.0, 1.0)
    centred = centred * signs
    extent = np.maximum(np.ptp(centred, axis=0), 1e-9)
    widen = np.clip(_PAGE * extent[1] / extent[0], 1.0, _PAGE) if len(points) > 2 else 1.0
    return np.asarray(centred * [widen, 1.0])


def pack(sizes: Sequence[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """Give lower left corners that put boxes side by side on a page, in rows from the top, without overlap.

    Args:
        sizes: width and height of every box, largest part first.
        gap: free space between two boxes, in points.

    The page is assumed to be 1.4 times as large as all boxes, for what rows waste.
    """
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    limit = max([width for width, _ in sizes] + [(1.4 * area * _PAGE) ** 0.5])
    corners: list[tuple[float, float]] = []
    x = top = row = 0.0
    for width, height in sizes:
        if x > 0 and x + width > limit:
            x, top, row = 0.0, top - row - gap, 0.0
        corners.append((x, top - height))
        x += width + gap
        row = max(row, height)
    return corners
