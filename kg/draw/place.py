"""Room for words: entities apart, lines around names, and a free place for the label of every line.

All sizes are in points. A box is its centre and its half width and half height.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout import CROWD, Links, Points, distance_to_segment, leaves_of

GAP = 3.0
"""Free space around a label."""

_LEAF_ARC = 5.5
"""Length of a line for each leaf: an arc of 69 points, 2 π times this on two rings, holds most names."""

_BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.45, -0.45)
_BENDS_OF_PAIR = (0.16, 0.24, 0.34, 0.1, 0.46)
_PLACES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8)
_SAMPLES = np.linspace(0.0, 1.0, 33)


@dataclass(frozen=True)
class Scene:
    """What has to find room.

    Attributes:
        radii: of the shapes of the entities, `float64 [entities]`.
        names: sizes of the entities' labels, `float64 [entities, 2]`.
        links: ends of the lines.
        labels: sizes of the lines' labels in each way to show them, best first: `float64 [ways, lines, 2]`.
    """

    radii: NDArray[np.float64]
    names: Points
    links: Links
    labels: NDArray[np.float64]

    @property
    def wished_lengths(self) -> NDArray[np.float64]:
        """Give the length at which a line has room for its label, whatever its direction.

        Many leaves of one entity go on two rings, the outer one wide enough for their names.
        """
        width, height = self.labels[0].T
        lengths = self.radii[self.links].sum(axis=1) + 0.7 * width + 1.5 * height + 26
        for leaves in leaves_of(len(self.radii), self.links).values():
            for position, leaf in enumerate(leaves if len(leaves) >= CROWD else ()):
                lines = (self.links == leaf).any(axis=1)
                ring = 1.0 if position % 2 else 1.5
                lengths[lines] = np.maximum(lengths[lines], _LEAF_ARC * len(leaves)) * ring
        return np.asarray(lengths)

    def needed_lengths(self, along: Points) -> NDArray[np.float64]:
        """Give the length that lines in these directions need: a label takes less of an upright line."""
        length = np.maximum(np.linalg.norm(along, axis=1), 1e-6)
        share = np.abs(along) / length[:, None]
        return np.asarray(self.radii[self.links].sum(axis=1) + (share * self.labels[0]).sum(axis=1) + 26)

    def box(self, points: Points, offsets: Points) -> tuple[Points, Points]:
        """Give the lower left and upper right corner around all shapes and names."""
        centre, half = _shape_and_name(self, offsets)
        return (points + centre - half).min(axis=0), (points + centre + half).max(axis=0)


@dataclass(frozen=True)
class Placed:
    """Where everything went.

    Attributes:
        points: centres of the entities.
        names: centres of the entities' labels.
        bends: how far each line bows to its left, in parts of its length.
        labels: centres of the lines' labels.
        ways: which of the ways to show its label each line uses.
        is_clear: False if two labels still overlap.
    """

    points: Points
    names: Points
    bends: NDArray[np.float64]
    labels: Points
    ways: NDArray[np.int64]
    is_clear: bool

    def moved(self, by: Points) -> "Placed":
        """Give the same with everything moved."""
        return replace(self, points=self.points + by, names=self.names + by, labels=self.labels + by)

    def paths(self, links: Links) -> Points:
        """Give points on all lines."""
        ends = zip(links, self.bends, strict=True)
        paths = [curve(self.points[a], self.points[b], bend) for (a, b), bend in ends]
        return np.array(paths).reshape(-1, 2)


def name_offsets(points: Points, scene: Scene) -> Points:
    """Give, for every entity, the place of its label's centre: below, above, right or left of the shape.

    The side that fewest of its own lines leave through wins; ties go to the side below.
    """
    width, height = scene.names[:, 0] / 2, scene.names[:, 1] / 2
    reach = 1.1 * scene.radii + 3
    zero = np.zeros(len(points))
    sides = np.stack(
        [
            np.column_stack([zero, -reach - height]),
            np.column_stack([zero, reach + height]),
            np.column_stack([reach + width, zero]),
            np.column_stack([-reach - width, zero]),
        ],
        axis=1,
    )
    cost = np.tile([0.0, 0.25, 0.15, 0.3], (len(points), 1))
    for one, other in np.concatenate([scene.links, scene.links[:, ::-1]]):
        direction = points[other] - points[one]
        ray = points[one] + direction / max(np.linalg.norm(direction), 1e-9) * 60
        inside = np.abs(curve(points[one], ray, 0.0)[None] - (points[one] + sides[one])[:, None])
        half = np.array([width[one] + GAP, height[one] + GAP])
        cost[one] += (inside < half).all(axis=2).any(axis=1)
    return np.asarray(sides[np.arange(len(points)), cost.argmin(axis=1)])


def relax(points: Points, offsets: Points, scene: Scene, rounds: int = 160) -> Points:
    """Move entities apart until names, shapes and labels at the middle of their lines have room.

    Labels take part as things of their own that a spring holds at the middle of their line.
    """
    points = points.copy()
    anchors = points.copy()
    a, b = scene.links[:, 0], scene.links[:, 1]
    count = len(points)
    half = np.concatenate([_shape_and_name(scene, offsets)[1], scene.labels[0] / 2 + 2 * GAP])
    labels = (points[a] + points[b]) / 2
    shift = _shape_and_name(scene, offsets)[0]
    for step in range(rounds):
        push = _apart(np.concatenate([points + shift, labels]), half)
        middle = (points[a] + points[b]) / 2
        labels = labels + 0.6 * push[count:] + 0.25 * (middle - labels)
        pull = np.zeros_like(points)
        lag = 0.06 * (labels - middle)
        stretch = 0.1 * _too_short(points[b] - points[a], scene)
        np.add.at(pull, a, lag - stretch)
        np.add.at(pull, b, lag + stretch)
        hold = 0.03 * (1 - step / rounds)
        points = points + 0.5 * push[:count] + pull + hold * (anchors - points)
        points = points + 0.3 * _off_lines(points, shift, half[:count], scene.links)
    return points


def _too_short(along: Points, scene: Scene) -> Points:
    """Give the vectors by which lines lack length."""
    length = np.maximum(np.linalg.norm(along, axis=1), 1e-6)
    lack = np.maximum(scene.needed_lengths(along) - length, 0.0)
    return np.asarray(along / length[:, None] * lack[:, None])


def separate(points: Points, offsets: Points, scene: Scene, rounds: int = 400) -> Points:
    """Move entities apart until no shape or name touches another, whatever it does to the lines."""
    shift, half = _shape_and_name(scene, offsets)
    for _ in range(rounds):
        push = _apart(points + shift, half)
        if not push.any():
            break
        points = points + 0.55 * push
    return points


def _shape_and_name(scene: Scene, offsets: Points) -> tuple[Points, Points]:
    """Give centre (relative to the entity) and half size of the box around shape and label."""
    radius = scene.radii[:, None] + 1
    low = np.minimum(-radius, offsets - scene.names / 2)
    high = np.maximum(radius, offsets + scene.names / 2)
    return (low + high) / 2, (high - low) / 2 + GAP


def _apart(centres: Points, half: Points) -> Points:
    """Give the moves that part overlapping boxes along the shorter way, half for each."""
    gaps = centres[:, None] - centres[None]
    depth = half[:, None] + half[None] - np.abs(gaps)
    overlapping = (depth > 0).all(axis=2) & ~np.eye(len(centres), dtype=bool)
    shorter = depth[..., 0] < depth[..., 1]
    order = np.sign(np.arange(len(centres))[:, None] - np.arange(len(centres))[None])
    sign = np.where(gaps == 0, order[..., None], np.sign(gaps))
    x = np.where(overlapping & shorter, depth[..., 0] * sign[..., 0], 0.0).sum(axis=1)
    y = np.where(overlapping & ~shorter, depth[..., 1] * sign[..., 1], 0.0).sum(axis=1)
    return np.asarray(np.column_stack([x, y]) / 2)


def _off_lines(points: Points, shift: Points, half: Points, links: Links) -> Points:
    """Give the moves that take boxes off the lines of others, sideways."""
    centre = points + shift
    a, b = points[links[:, 0]], points[links[:, 1]]
    along = b - a
    normal = np.column_stack([-along[:, 1], along[:, 0]]) / np.maximum(np.linalg.norm(along, axis=1), 1e-9)[:, None]
    away = ((centre[:, None] - a[None]) * normal[None]).sum(axis=2)
    reach = (half[:, None] * np.abs(normal)[None]).sum(axis=2)
    near = distance_to_segment(centre[:, None], a[None], b[None]) < reach
    own = (np.arange(len(points))[:, None, None] == links[None]).any(axis=2)
    depth = np.where(near & ~own, reach - np.abs(away), 0.0).clip(0)
    moves = (depth * np.where(away >= 0, 1, -1))[..., None] * normal[None]
    result = moves.sum(axis=1) * 0.5
    np.add.at(result, links[:, 0], -moves.sum(axis=0) * 0.15)
    np.add.at(result, links[:, 1], -moves.sum(axis=0) * 0.15)
    return np.asarray(result)


def curve(a: Points, b: Points, bend: float, at: NDArray[np.float64] = _SAMPLES) -> Points:
    """Give points on the line from a to b that bows to its left by `bend` of its length."""
    control = control_point(a, b, bend)
    t = at[:, None]
    return np.asarray((1 - t) ** 2 * a + 2 * t * (1 - t) * control + t**2 * b)


def control_point(a: Points, b: Points, bend: float) -> Points:
    """Give the control point of the quadratic Bézier curve (twice as far out as the curve's top)."""
    along = b - a
    return np.asarray((a + b) / 2 + 2 * bend * np.array([-along[1], along[0]]))


def place(points: Points, offsets: Points, scene: Scene) -> Placed:
    """Find a curve and a free place for the label of every line.

    A label that finds none is shown in the next way (smaller, then as a number); where even that does not
    help, everything moves apart and the search starts again.
    """
    for stretch in (1.0, 1.08, 1.18, 1.3, 1.5, 1.8, 2.2):
        placed = _Search(points * stretch, offsets, scene).run()
        numbered = int((placed.ways == len(scene.labels) - 1).sum())
        if placed.is_clear and numbered <= len(scene.links) // 12:
            break
    return placed


class _Search:
    """The state of the search: current curve and label of every line."""

    def __init__(self, points: Points, offsets: Points, scene: Scene) -> None:
        self.points, self.scene, self.names = points, scene, points + offsets
        count = len(scene.links)
        self.ways = np.zeros(count, dtype=np.int64)
        self.bends = np.zeros(count)
        self.centres = np.full((count, 2), np.inf)
        straight = [curve(points[a], points[b], 0.0) for a, b in scene.links]
        self.paths = np.array(straight).reshape(count, len(_SAMPLES), 2)
        pairs = {(int(a), int(b)) for a, b in scene.links}
        self.is_pair = np.array([(int(b), int(a)) in pairs for a, b in scene.links], dtype=bool)
        shapes = np.column_stack([scene.radii, scene.radii])
        self.fixed = np.concatenate([self.names, points])
        self.fixed_half = np.concatenate([scene.names / 2 + 1, shapes + 4])

    def run(self) -> Placed:
        lengths = np.linalg.norm(np.diff(self.points[self.scene.links], axis=1)[:, 0], axis=1)
        order = np.argsort(lengths, kind="stable")
        conflicts = order.tolist()
        for _ in range(2):
            conflicts = [line for line in order.tolist() if self._settle(line)]
        for way in range(1, len(self.scene.labels)):
            self.ways[conflicts] = way
            conflicts = [line for line in conflicts if self._settle(line)]
        return Placed(self.points, self.names, self.bends, self.centres, self.ways, not conflicts)

    def _settle(self, line: int) -> bool:
        """Give a line its best curve and label place; say whether the label still overlaps something."""
        a, b = self.points[self.scene.links[line]]
        best = np.inf
        half = self.scene.labels[self.ways[line], line] / 2
        self.centres[line] = np.inf
        choices = []
        for bend in _BENDS_OF_PAIR if self.is_pair[line] else _BENDS:
            path = curve(a, b, bend)
            centres = curve(a, b, bend, np.array(_PLACES))
            near = self._near(line, path, half)
            cost = self._label_costs(centres, half, near) + self._path_cost(line, path, near) + abs(bend) * 7
            at = int(cost.argmin())
            choices.append((float(cost[at]), bend, centres[at], path))
        best, bend, centre, path = min(choices, key=lambda choice: choice[0])
        self.bends[line], self.centres[line], self.paths[line] = bend, centre, path
        return best >= 1000

    def _near(self, line: int, path: Points, half: Points) -> Points:
        """Give the points of other lines around a curve."""
        others = np.delete(self.paths, line, axis=0).reshape(-1, 2)
        low, high = path.min(axis=0) - half - 6, path.max(axis=0) + half + 6
        return np.asarray(others[((others > low) & (others < high)).all(axis=1)])

    def _path_cost(self, line: int, path: Points, near: Points) -> float:
        """Give the cost of a curve: shapes and names that it runs through, and lines that it runs along."""
        ends = self.scene.links[line]
        inside = (np.abs(path[:, None] - self.fixed[None]) < self.fixed_half[None] + 1).all(axis=2)
        share = inside.mean(axis=0)
        share[len(self.points) + ends] = 0.0
        hits = np.minimum(share * 12, 3.0).sum()
        beside = np.any((np.abs(path[2:-2:2, None] - near[None]) < 5).all(axis=2), axis=1).mean()
        return float(hits + 4 * beside)

    def _label_costs(self, centres: Points, half: Points, near: Points) -> NDArray[np.float64]:
        """Give the cost of each place of a label: overlaps (never accepted), lines beneath, off the middle."""
        hard = self._overlaps(centres, half + GAP / 2, self.fixed, self.fixed_half)
        halves = self.scene.labels[self.ways, np.arange(len(self.ways))] / 2
        hard += self._overlaps(centres, half + GAP, self.centres, halves)
        beneath = (np.abs(centres[:, None] - near[None]) < half + 1).all(axis=2).sum(axis=1)
        return np.asarray(1000.0 * hard + np.minimum(beneath, 8) * 0.8 + np.abs(np.array(_PLACES) - 0.5) * 5)

    @staticmethod
    def _overlaps(centres: Points, half: Points, others: Points, other_half: Points) -> NDArray[np.float64]:
        apart = np.abs(centres[:, None] - others[None]) >= half + other_half[None]
        return np.asarray((~apart).all(axis=2).sum(axis=1), dtype=np.float64)
