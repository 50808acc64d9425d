"""Entities get good places."""

import numpy as np
import pytest

from kg.draw.layout import arrange, components, crossings, pack
from kg.draw.spread import spread

TREE = [(0, child) for child in range(1, 5)] + [(1, 5), (1, 6), (2, 7), (3, 8)]
GRID = [(i, i + 1) for i in range(8) if i % 3 != 2] + [(i, i + 3) for i in range(6)]
WHEEL = [(0, i) for i in range(1, 9)] + [(i, i % 8 + 1) for i in range(1, 9)]


def test_components_largest_first() -> None:
    assert components(6, [(0, 3), (4, 3), (1, 2)]) == [[0, 3, 4], [1, 2], [5]]


@pytest.mark.parametrize("links", [TREE, GRID, WHEEL], ids=["tree", "grid", "wheel"])
def test_planar_graphs_have_no_crossing(links: list[tuple[int, int]]) -> None:
    ends = np.array(links)
    points = arrange(9, ends, np.full(len(links), 100.0))
    assert not crossings(points, ends).any()


def test_arrange_is_deterministic() -> None:
    ends = np.array(WHEEL)
    lengths = np.full(len(WHEEL), 100.0)
    assert np.array_equal(arrange(9, ends, lengths), arrange(9, ends, lengths))


def test_many_leaves_are_spread_around_their_hub() -> None:
    links = np.array([(0, leaf) for leaf in range(1, 25)])
    points = arrange(25, links, np.full(24, 150.0))
    around = points[1:] - points[0]
    angles = np.sort(np.arctan2(around[:, 1], around[:, 0]))
    assert np.diff(angles).min() > 0.15  # 2 π / 24 is 0.26, before the page is widened


def test_packed_parts_do_not_overlap() -> None:
    sizes = [(400.0, 300.0), (200.0, 250.0), (180.0, 90.0), (50.0, 40.0), (50.0, 40.0), (30.0, 30.0)]
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(pack(sizes, 10.0), sizes, strict=True)]
    for position, one in enumerate(boxes):
        for other in boxes[:position]:
            assert one[0] >= other[2] + 10 or other[0] >= one[2] + 10 or one[1] >= other[3] or other[1] >= one[3]


def test_spread_gives_large_networks_room() -> None:
    chance = np.random.default_rng(5)
    links = np.array([(i, int(chance.integers(0, max(1, i)))) for i in range(1, 300)])
    points = spread(301, links)  # the last one has no relation
    gaps = np.linalg.norm(points[:, None] - points[None], axis=2) + 1e9 * np.eye(301)
    assert np.median(gaps.min(axis=1)) > 30
    assert gaps.min() > 5
    assert np.array_equal(points, spread(301, links))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_tiny_networks(count: int) -> None:
    links = np.array([(i, i + 1) for i in range(count - 1)], dtype=np.int64).reshape(-1, 2)
    points = spread(count, links)
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
