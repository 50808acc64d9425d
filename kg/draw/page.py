"""The page of a figure: sizes of all words, connected parts side by side, labels in place."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.draw.diagram import Node
from kg.draw.layout import Points, arrange, components, pack
from kg.draw.lines import Line
from kg.draw.place import Placed, Scene, name_offsets, place, relax, separate
from kg.draw.text import clean, shorten, wrap

Measure = Callable[[str, float], tuple[float, float]]
"""Gives width and height in points of a text (with line breaks) at a font size."""

NAME_SIZE = 9.0
LABEL_SIZES = (7.0, 6.0)
NUMBER_SIZE = 6.0
"""Font sizes in points, for print at full page width; below 5.5 is hard to read."""

ROW_HEIGHT = 1.3
"""Distance of the rows of a label, in font sizes."""

_PART_GAP = 30.0


@dataclass(frozen=True)
class Page:
    """Everything with its place, in points from the lower left corner of the drawing.

    Attributes:
        names: labels of the entities, wrapped.
        radii: of the entities' shapes.
        ends: positions of source and target of every line, `int64 [lines, 2]`.
        placed: where everything is.
        size: width and height of the drawing.
        numbers: number of every line that is explained in the key, 0 for others.
    """

    names: tuple[str, ...]
    radii: NDArray[np.float64]
    ends: NDArray[np.int64]
    placed: Placed
    size: tuple[float, float]
    numbers: tuple[int, ...]


def lay_out(nodes: tuple[Node, ...], lines: tuple[Line, ...], measure: Measure) -> Page:
    """Give every entity, line and label a place without overlap."""
    index = {node.id: position for position, node in enumerate(nodes)}
    links = np.array([(index[line.source], index[line.target]) for line in lines], dtype=np.int64).reshape(-1, 2)
    names = tuple(wrap(shorten(clean(node.label), 48) or "?", 18, 3) for node in nodes)
    scene = Scene(
        radii=_radii(nodes),
        names=np.array([measure(name, NAME_SIZE) for name in names]).reshape(-1, 2),
        links=links,
        labels=_label_sizes(lines, measure),
    )
    points, offsets = _side_by_side(scene)
    placed = place(points, offsets, scene)
    low, high = _bounds(placed, scene)
    width, height = high - low
    return Page(
        names=names,
        radii=scene.radii,
        ends=links,
        placed=placed.moved(-low),
        size=(float(width), float(height)),
        numbers=_numbers(placed.ways == len(LABEL_SIZES)),
    )


def _radii(nodes: tuple[Node, ...]) -> NDArray[np.float64]:
    """Give the radius of every shape: its area grows with the mentions, within bounds."""
    mentions = np.array([max(node.mentions, 1) for node in nodes], dtype=np.float64)
    return np.asarray(6.5 + 8.0 * np.sqrt(mentions / max(mentions.max(), 12.0)))


def _label_sizes(lines: tuple[Line, ...], measure: Measure) -> NDArray[np.float64]:
    """Give sizes of labels as words, as smaller words, and as a number in a circle."""
    as_words = [[_label_size(line, size, measure) for line in lines] for size in LABEL_SIZES]
    side = measure("88", NUMBER_SIZE)[0] + 5
    return np.array([*as_words, [(side, side) for _ in lines]]).reshape(len(LABEL_SIZES) + 1, len(lines), 2)


def _label_size(line: Line, size: float, measure: Measure) -> tuple[float, float]:
    width = max(measure(text, size)[0] for text, _ in line.rows)
    return width, len(line.rows) * size * ROW_HEIGHT


def _side_by_side(scene: Scene) -> tuple[Points, Points]:
    """Lay out each connected part alone and pack them on the page; give centres and offsets of names."""
    count = len(scene.radii)
    points, offsets = np.zeros((count, 2)), np.zeros((count, 2))
    parts = components(count, [(int(a), int(b)) for a, b in scene.links])
    corners, sizes = [], []
    for part in parts:
        inside = _part(scene, part)
        rough = arrange(len(part), inside.links, inside.wished_lengths)
        halfway = relax(rough, name_offsets(rough, inside), inside)
        offsets[part] = name_offsets(halfway, inside)
        points[part] = separate(relax(halfway, offsets[part], inside), offsets[part], inside)
        low, high = inside.box(points[part], offsets[part])
        corners.append(low)
        sizes.append((float(high[0] - low[0]), float(high[1] - low[1])))
    for part, corner, place_of_part in zip(parts, corners, pack(sizes, _PART_GAP), strict=True):
        points[part] += np.array(place_of_part) - corner
    return points, offsets


def _part(scene: Scene, members: list[int]) -> Scene:
    """Give the part of a scene that has only the given entities, renumbered."""
    renumber = np.full(len(scene.radii), -1, dtype=np.int64)
    renumber[members] = np.arange(len(members))
    kept = renumber[scene.links[:, 0]] >= 0
    return Scene(scene.radii[members], scene.names[members], renumber[scene.links[kept]], scene.labels[:, kept])


def _bounds(placed: Placed, scene: Scene) -> tuple[Points, Points]:
    """Give the lower left and upper right corner of all that is drawn."""
    low, high = scene.box(placed.points, placed.names - placed.points)
    half = scene.labels[placed.ways, np.arange(len(placed.ways))] / 2
    paths = placed.paths(scene.links)
    return (
        np.min(np.concatenate([low[None], placed.labels - half, paths]), axis=0),
        np.max(np.concatenate([high[None], placed.labels + half, paths]), axis=0),
    )


def _numbers(is_numbered: NDArray[np.bool_]) -> tuple[int, ...]:
    counts = np.cumsum(is_numbered)
    return tuple(int(count) if numbered else 0 for count, numbered in zip(counts, is_numbered, strict=True))
