"""Positions for a web page: thousands of entities, where names show only when one zooms in.

Deterministic, and done here so that a browser can paint at once. Positions are in CSS pixels at zoom 1.
"""

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout import Links, Points, arrange, components, pack
from kg.draw.place import Scene, relax, separate

_SMALL = 60
"""Up to this size a connected part is laid out with the care that a figure gets; measured: 2 s for 60."""
_EDGE = 170.0
_NAME = (125.0, 36.0)
_WORDS = (95.0, 18.0)
_ROOM = 70.0
_ROUNDS = 90
_PART_GAP = 120.0
_ROWS = 64
"""Entities whose distances to all others are computed at once: 2,000 columns then stay in the cache of a core."""


def spread(count: int, links: Links) -> Points:
    """Give a position for every entity; connected parts lie side by side.

    Measured: 2.6 s for 2,000 entities with 5,000 links on one core.
    """
    points = np.zeros((count, 2))
    parts = components(count, [(int(a), int(b)) for a, b in links])
    renumber = np.zeros(count, dtype=np.int64)
    part_of = np.zeros(count, dtype=np.int64)
    for number, part in enumerate(parts):
        renumber[part] = np.arange(len(part))
        part_of[part] = number
    for number, part in enumerate(parts):
        inside = renumber[links[part_of[links[:, 0]] == number]].reshape(-1, 2)
        points[part] = _one_part(len(part), np.unique(np.sort(inside, axis=1), axis=0))
    _side_by_side(points, parts)
    return np.asarray(np.round(points, 1))


def _one_part(count: int, links: Links) -> Points:
    if count <= _SMALL:
        return _with_room(arrange(count, links, np.full(len(links), _EDGE)), links)
    return _forces(_pivots(count, links), links)


def _with_room(points: Points, links: Links) -> Points:
    """Move entities apart until a name of usual length has room beside each."""
    count = len(points)
    scene = Scene(
        radii=np.full(count, 20.0),
        names=np.full((count, 2), _NAME),
        links=links,
        labels=np.full((1, len(links), 2), _WORDS),
    )
    below = np.tile([0.0, -20.0 - _NAME[1] / 2], (count, 1))
    return separate(relax(points, below, scene), below, scene)


def _side_by_side(points: Points, parts: list[list[int]]) -> None:
    """Move the parts so that none overlaps another."""
    low = [points[part].min(axis=0) for part in parts]
    sizes = [tuple(np.ptp(points[part], axis=0) + _ROOM) for part in parts]
    corners = pack([(float(width), float(height)) for width, height in sizes], _PART_GAP)
    for part, start, corner in zip(parts, low, corners, strict=True):
        points[part] += np.array(corner) - start


def _pivots(count: int, links: Links, pivots: int = 40) -> Points:
    """Give a first sketch from the distances to some entities far apart.

    Source: Brandes & Pich, "Eigensolver Methods for Progressive Multidimensional Scaling" (2007).
    """
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in links.tolist():
        near[one].append(other)
        near[other].append(one)
    closest = np.full(count, np.inf)
    pivot, columns = int(np.argmax([len(around) for around in near])), []
    for _ in range(min(pivots, count)):
        columns.append(_steps_from(pivot, near))
        closest = np.minimum(closest, columns[-1])
        pivot = int(np.argmax(closest))
    square = np.column_stack(columns) ** 2
    centred = square - square.mean(axis=0) - square.mean(axis=1, keepdims=True) + square.mean()
    left, values, _ = np.linalg.svd(centred, full_matrices=False)
    sketch = left[:, :2] * values[:2]
    sketch *= np.where(sketch[np.argmax(np.abs(sketch), axis=0), [0, 1]] < 0, -1.0, 1.0)
    noise = np.random.default_rng(0).normal(0.0, 0.02, (count, 2))  # entities with equal distances part
    spread_out = sketch / max(float(sketch.std()), 1e-9) + noise
    return np.asarray(spread_out * _ROOM * np.sqrt(count) / 2)


def _steps_from(start: int, near: list[list[int]]) -> NDArray[np.float64]:
    """Give the number of steps to every entity (breadth first)."""
    steps = np.full(len(near), -1.0)
    steps[start] = 0
    border = [start]
    while border:
        ahead = []
        for node in border:
            for other in near[node]:
                if steps[other] < 0:
                    steps[other] = steps[node] + 1
                    ahead.append(other)
        border = ahead
    return steps


def _forces(points: Points, links: Links) -> Points:
    """Let entities repel each other and relations pull, with ever smaller moves.

    Hubs repel more, so that they keep their leaves around them.

    Source: Fruchterman & Reingold (1991), with the degree-dependent repulsion of ForceAtlas2 (Jacomy et al., 2014).
    """
    a, b = links[:, 0], links[:, 1]
    count = len(points)
    degree = np.bincount(links.ravel(), minlength=count)
    mass = np.sqrt(degree + 1.0).astype(np.float32)
    step = _ROOM * np.sqrt(count) / 8
    for turn in range(_ROUNDS):
        move = _repulsion(points.astype(np.float32), mass) * _ROOM**2
        along = points[b] - points[a]
        length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
        pull = along * (length / _ROOM)[:, None]
        np.add.at(move, a, pull)
        np.add.at(move, b, -pull)
        move -= points * 0.02
        size = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-6)
        limit = step * (1 - turn / _ROUNDS) ** 1.5 + 1
        points = points + move * (np.minimum(size, limit) / size)[:, None]
    return points


def _repulsion(points: NDArray[np.float32], mass: NDArray[np.float32]) -> Points:
    """Give the push of all entities on each: mass over distance, away from the other."""
    push = np.empty((len(points), 2), dtype=np.float32)
    for start in range(0, len(points), _ROWS):
        rows = slice(start, start + _ROWS)
        dx = points[rows, 0, None] - points[None, :, 0]
        dy = points[rows, 1, None] - points[None, :, 1]
        strength = mass[None] / (dx * dx + dy * dy + np.float32(1))
        push[rows, 0] = (dx * strength).sum(axis=1)
        push[rows, 1] = (dy * strength).sum(axis=1)
    return np.asarray(push * mass[:, None], dtype=np.float64)
