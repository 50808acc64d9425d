"""A figure is readable: measured by the boxes of what is drawn."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from kg.draw.diagram import Diagram, Edge, Node
from kg.draw.figure import compose, draw_figure
from kg.draw.lines import merge
from tests.draw.sample import make_random, make_sample


@pytest.fixture(scope="module")
def figure() -> Figure:
    return compose(make_sample(), title="The Karst Strait dispute")


def boxes(figure: Figure) -> Iterator[tuple[str, Bbox]]:
    figure.set_dpi(160)
    renderer = figure.canvas.get_renderer()
    (axes,) = figure.axes
    for artist in axes.texts:
        yield artist.get_gid(), artist.get_window_extent(renderer)
    for patch in axes.patches:
        if (patch.get_gid() or "").startswith("shape:"):
            yield patch.get_gid(), patch.get_window_extent(renderer)


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes(figure), 2)
        if a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1
    ]


def words_of(figure: Figure, sort: str) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts if (text.get_gid() or "").startswith(sort)]


def test_nothing_overlaps_in_a_figure_of_thirty_entities(figure: Figure) -> None:
    assert overlaps(figure) == []


@pytest.mark.parametrize(
    "diagram",
    [make_random(20, 32, 1), make_random(10, 26, 2), make_random(18, 8, 3)],
    ids=["large", "dense", "in parts"],
)
def test_nothing_overlaps_in_harder_figures(diagram: Diagram) -> None:
    figure = compose(diagram)
    assert overlaps(figure) == []
    shown = {text.get_gid() for text in figure.axes[0].texts}
    labels = {gid for gid in shown if gid.startswith(("label:", "number:"))}
    assert len(labels) == len(merge(diagram.edges))


def test_nothing_overlaps_around_one_entity() -> None:
    nodes = tuple(Node(f"n{i}", f"Person Number {i}", "Person", 1) for i in range(22))
    meets = Edge("n0", "n1", "kg:meets", "meets with", None, "positive", "certain", 2, ())
    edges = tuple(replace(meets, target=node.id) for node in nodes[1:])
    assert overlaps(compose(Diagram(nodes, edges, ""))) == []


def test_everything_lies_on_the_page(figure: Figure) -> None:
    width, height = figure.get_size_inches() * 160
    for name, box in boxes(figure):
        assert box.x0 >= 0 and box.y0 >= 0, name
        assert box.x1 <= width and box.y1 <= height, name


def test_every_entity_relation_and_legend_entry_is_there(figure: Figure, sample: Diagram) -> None:
    assert len(words_of(figure, "name:")) == 30
    assert len(words_of(figure, "label:")) == len(sample.edges)
    assert {"people", "organizations", "− opposes, criticises", "✕ denied only"} <= set(words_of(figure, "legend"))
    assert words_of(figure, "note") == [sample.note]
    assert words_of(figure, "title") == ["The Karst Strait dispute"]


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_same_diagram_same_bytes(tmp_path: Path, sample: Diagram, suffix: str) -> None:
    ids = {"norland", "velmar", "haldane", "orsini", "treaty"}
    nodes = tuple(node for node in sample.nodes if node.id in ids)
    edges = tuple(edge for edge in sample.edges if {edge.source, edge.target} <= ids)
    small = Diagram(nodes, edges, sample.note)
    for name in ("a", "b"):
        draw_figure(small, tmp_path / f"{name}.{suffix}", title="Twice")
    assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_thirty_entities_take_no_more_than_three_seconds(tmp_path: Path, sample: Diagram) -> None:
    start = time.process_time()  # not by the clock, as other work may share the machine
    draw_figure(sample, tmp_path / "sample.png")
    assert time.process_time() - start < 3


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_untrusted_text_is_drawn_as_it_is(tmp_path: Path, suffix: str) -> None:
    labels = (r"costs $5 and $\frac{", "\u202eevil\x00 \ud800 & <b>", "金正恩 🙂", "", "x" * 500)
    nodes = tuple(Node(f"<{i}\x00", label, "Nonsense", 0) for i, label in enumerate(labels))
    edges = tuple(
        Edge(nodes[0].id, node.id, "kgr:x", r"pays $\alpha", None, "positive", "certain", 1, ()) for node in nodes[1:]
    )
    draw_figure(Diagram(nodes, edges, "note $"), tmp_path / f"x.{suffix}", title="$title" * 40)
    assert (tmp_path / f"x.{suffix}").stat().st_size > 1000


def test_figures_without_lines_or_with_one(sample: Diagram) -> None:
    alone = Diagram(sample.nodes[:3], (), "")
    assert overlaps(compose(alone)) == []
    pair = Diagram(sample.nodes[:2], (replace(sample.edges[0], source="norland", target="velmar"),), "")
    assert overlaps(compose(pair)) == []
