"""A relationship diagram for print: PNG, SVG or PDF, the same bytes for the same diagram.

matplotlib's object interface is used without pyplot, which costs 1.6 s to import and holds global state.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import numpy as np
from matplotlib import font_manager, rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from kg.draw.diagram import Diagram
from kg.draw.layout import Points
from kg.draw.lines import Line, merge
from kg.draw.page import LABEL_SIZES, NAME_SIZE, NUMBER_SIZE, ROW_HEIGHT, Page, lay_out
from kg.draw.place import curve
from kg.draw.style import FAINT, INK, LOOKS, OTHER, PAPER, STROKES, Look, Stroke, look
from kg.draw.text import clean, shorten

_DPI = 160
_MARGIN = 24.0
_MIN_WIDTH = 460.0
_LEGEND_SIZE, _NOTE_SIZE, _TITLE_SIZE = 7.5, 7.0, 14.0
_ROW = 15.0
_BOLD = 1.2  # bold letters are up to so much wider
_FALLBACK_FONTS = ("Noto Sans CJK SC", "Noto Sans CJK JP", "WenQuanYi Zen Hei", "Noto Sans Arabic", "Noto Sans Hebrew",
                   "Noto Sans Devanagari", "Noto Sans Thai", "Noto Emoji", "Arial Unicode MS")  # fmt: skip
"""Tried in this order for signs that DejaVu Sans (which comes with matplotlib) lacks, where the machine has them."""
_Style = dict[str, Any]  # matplotlib's artists take properties of many types
_METADATA: dict[str, dict[str, str | None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""What matplotlib writes by itself would change with the day and its version."""


def draw_figure(diagram: Diagram, path: FilePath, *, title: str = "") -> None:
    """Write a diagram to a file that ends in .png, .svg or .pdf."""
    kind = path.suffix.lower().removeprefix(".")
    with _settings():
        compose(diagram, title=title).savefig(path, format=kind, dpi=_DPI, metadata=_METADATA[kind])


@contextmanager
def _settings() -> Iterator[None]:
    """Fix what makes files differ, and keep matplotlib quiet about signs that no font has."""
    fixed: Any = {  # matplotlib has had a type of its own for the keys only since 3.11
        "font.family": ["DejaVu Sans", *(name for name in _FALLBACK_FONTS if name in _installed_fonts())],
        "svg.hashsalt": "newskg",
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
        "text.usetex": False,
    }
    with rc_context(fixed), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s).*Glyph .* missing from")
        yield


@lru_cache(maxsize=1)
def _installed_fonts() -> frozenset[str]:
    return frozenset(font_manager.get_font_names())


def compose(diagram: Diagram, *, title: str = "") -> Figure:
    """Give the figure of a diagram, one unit of its only axes being a point (1/72 inch).

    Artists carry a group id that says what they are: `shape:0`, `name:0`, `label:0`, `number:1`, `legend`,
    `title`, `note`.
    """
    with _settings():
        lines = merge(diagram.edges)
        ruler = _Ruler()
        page = lay_out(diagram.nodes, lines, ruler.measure)
        return _Sheet(diagram, lines, page, ruler, shorten(clean(title), 90)).draw()


class _Ruler:
    """Measures words as they will be drawn; four times finer than a point, so that hinting does not matter."""

    def __init__(self) -> None:
        self._figure = Figure(dpi=288)
        self._renderer = FigureCanvasAgg(self._figure).get_renderer()  # type: ignore[no-untyped-call]  # not ours
        self._known: dict[tuple[str, float], tuple[float, float]] = {}

    def measure(self, text: str, size: float) -> tuple[float, float]:
        """Give width and height in points."""
        if (text, size) not in self._known:
            artist = self._figure.text(0, 0, text, fontsize=size, parse_math=False, linespacing=1.1)
            box = artist.get_window_extent(self._renderer)
            artist.remove()
            self._known[text, size] = (box.width / 4 + 1, box.height / 4 + 1)
        return self._known[text, size]


@dataclass(frozen=True)
class _Entry:
    """A sample and its words in the legend, or a row of the key."""

    text: str
    look: Look | None = None
    stroke: Stroke | None = None

    @property
    def indent(self) -> float:
        """Give the width of the sample."""
        return 14.0 if self.look else 31.0 if self.stroke else 0.0


class _Sheet:
    """A figure while it is drawn."""

    def __init__(self, diagram: Diagram, lines: tuple[Line, ...], page: Page, ruler: _Ruler, title: str) -> None:
        self.diagram, self.lines, self.page, self.ruler, self.title = diagram, lines, page, ruler, title
        self.note = clean(diagram.note)
        words = (ruler.measure(title, _TITLE_SIZE)[0] * _BOLD, ruler.measure(self.note, _NOTE_SIZE)[0])
        self.width = max(page.size[0], _MIN_WIDTH, *words) + 2 * _MARGIN
        self.rows = [row for entries in self._legend() for row in self._flow(entries)]
        self.foot = _MARGIN + _ROW * (len(self.rows) + bool(self.note)) + 10
        self.height = self.foot + page.size[1] + _MARGIN + (26 if title else 0)
        self.origin = np.array([(self.width - page.size[0]) / 2, self.foot])

    def draw(self) -> Figure:
        """Draw everything: lines below, words on top."""
        figure = Figure(figsize=(self.width / 72, self.height / 72), facecolor=PAPER)
        FigureCanvasAgg(figure)
        self.axes: Axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(0, self.height)
        self.axes.set_axis_off()
        for position in range(len(self.lines)):
            self._line(position)
        for position in range(len(self.diagram.nodes)):
            self._entity(position)
        self._legend_rows()
        self._words_around()
        return figure

    def _entity(self, position: int) -> None:
        node = self.diagram.nodes[position]
        point = self.page.placed.points[position] + self.origin
        self._shape(look(node.kind), point, self.page.radii[position], gid=f"shape:{position}")
        centre = self.page.placed.names[position] + self.origin
        self._text(centre, self.page.names[position], NAME_SIZE, gid=f"name:{position}", halo=2.6)

    def _shape(self, kind: Look, centre: Points, radius: float, *, gid: str = "legend") -> None:
        style: _Style = {"facecolor": kind.fill, "edgecolor": INK, "linewidth": 0.8, "zorder": 4, "gid": gid}
        if kind.outline:
            corners = centre + radius * np.array(kind.outline)
            self.axes.add_patch(Polygon(corners, closed=True, joinstyle="round", **style))
        else:
            self.axes.add_patch(Circle((centre[0], centre[1]), radius, **style))

    def _line(self, position: int) -> None:
        line, placed = self.lines[position], self.page.placed
        stroke = STROKES[line.sort]
        ends = self.page.ends[position]
        start, end = placed.points[ends] + self.origin
        path = curve(start, end, float(placed.bends[position]), np.linspace(0, 1, 240))
        dashes = STROKES["unsure"].dashes if line.is_unsure else stroke.dashes
        width = 1.0 + 0.3 * min(line.sources - 1, 6) ** 0.7
        self._arrow(_between(path, *(self.page.radii[ends] + 2)), stroke.colour, width, dashes)
        centre = placed.labels[position] + self.origin
        if number := self.page.numbers[position]:
            self.axes.add_patch(
                Circle((centre[0], centre[1]), 5.5, facecolor=PAPER, edgecolor=stroke.colour, linewidth=0.7, zorder=5)
            )
            self._text(centre, str(number), NUMBER_SIZE, color=stroke.colour, gid=f"number:{number}")
            return
        self._label(position, centre, LABEL_SIZES[placed.ways[position]])

    def _label(self, position: int, centre: Points, size: float) -> None:
        """Write the rows of a label, each in its own colour, on paper that hides the line beneath."""
        line, step = self.lines[position], size * ROW_HEIGHT
        top = centre[1] + step * (len(line.rows) - 1) / 2
        for row, (text, sort) in enumerate(line.rows):
            at = np.array([centre[0], top - row * step])
            width, height = self.ruler.measure(text, size)[0] / 2 + 1, step / 2
            corner = (at[0] - width, at[1] - height)
            self.axes.add_patch(Rectangle(corner, 2 * width, 2 * height, facecolor=PAPER, edgecolor="none", zorder=5))
            self._text(at, text, size, color=STROKES[sort].colour, gid=f"label:{position}")

    def _arrow(self, path: Points, colour: str, width: float, dashes: tuple[float, ...]) -> None:
        """Draw a line with a head at its end; nothing where the two shapes touch."""
        if len(path) < 3:
            return
        head = 5.0 + width
        tip = path[-1]
        body = path[np.linalg.norm(path - tip, axis=1) > head * 0.7]
        if len(body) > 1:
            style: _Style = {"linewidth": width, "linestyle": (0, dashes) if dashes else "-"}
            self.axes.add_patch(PathPatch(Path(body), fill=False, edgecolor=colour, zorder=2, **style))
        back = body[-1] if len(body) else path[0]
        along = (tip - back) / np.linalg.norm(tip - back)
        across = np.array([-along[1], along[0]]) * head * 0.42
        base = tip - along * head
        corners = [tip, base + across, base + along * head * 0.2, base - across]
        self.axes.add_patch(Polygon(corners, closed=True, facecolor=colour, edgecolor="none", zorder=3))

    def _text(self, at: Points, text: str, size: float, *, halo: float = 0.0, **style: Any) -> None:  # as _Style
        options: _Style = {"ha": "center", "va": "center", "color": INK, "zorder": 6} | style
        if halo:
            options["path_effects"] = [withStroke(linewidth=halo, foreground=PAPER)]
        self.axes.text(at[0], at[1], text, fontsize=size, parse_math=False, linespacing=1.1, **options)

    def _legend(self) -> list[list[_Entry]]:
        """Give the entries of key, kinds of entities and sorts of lines: only those that the figure has."""
        kinds = {node.kind for node in self.diagram.nodes}
        entities = [_Entry(entry.plural, look=entry) for kind, entry in LOOKS.items() if kind in kinds]
        if kinds - set(LOOKS):
            entities.append(_Entry(OTHER.plural, look=OTHER))
        used = {line.sort for line in self.lines} | {"unsure" for line in self.lines if line.is_unsure}
        strokes = [
            _Entry(stroke.sign + stroke.meaning, stroke=stroke) for sort, stroke in STROKES.items() if sort in used
        ]
        if any(edge.sources > 1 for edge in self.diagram.edges):
            strokes.append(_Entry("(3)  number of articles"))
        return [self._key(), entities, strokes]

    def _key(self) -> list[_Entry]:
        """Give the words of the lines that have only a number."""
        labels = {node.id: shorten(clean(node.label), 30) for node in self.diagram.nodes}
        numbered = ((number, line) for number, line in zip(self.page.numbers, self.lines, strict=True) if number)
        return [
            _Entry(shorten(f"{number}  {labels[line.source]} → {labels[line.target]}: {line.text}", 100))
            for number, line in numbered
        ]

    def _flow(self, entries: list[_Entry]) -> list[list[tuple[float, _Entry]]]:
        """Give rows of entries with their left edge."""
        rows: list[list[tuple[float, _Entry]]] = []
        x = self.width
        for entry in entries:
            width = entry.indent + self.ruler.measure(entry.text, _LEGEND_SIZE)[0] + 18
            if x + width > self.width - _MARGIN:
                rows.append([])
                x = _MARGIN
            rows[-1].append((x, entry))
            x += width
        return rows

    def _legend_rows(self) -> None:
        y = self.foot - 16
        for row in self.rows:
            for x, entry in row:
                if entry.look:
                    self._shape(entry.look, np.array([x + 4, y]), 4.2)
                if entry.stroke:
                    sample = np.linspace([x, y], [x + 25, y], 60)
                    self._arrow(sample, entry.stroke.colour, 1.3, entry.stroke.dashes)
                at = np.array([x + entry.indent, y - 2.7])
                self._text(at, entry.text, _LEGEND_SIZE, ha="left", va="baseline", color=FAINT, gid="legend")
            y -= _ROW

    def _words_around(self) -> None:
        if self.title:
            top = np.array([_MARGIN, self.height - _MARGIN])
            self._text(top, self.title, _TITLE_SIZE, ha="left", va="top", weight="bold", gid="title")
        if self.note:
            low = np.array([_MARGIN, _MARGIN - 6])
            self._text(low, self.note, _NOTE_SIZE, ha="left", va="bottom", color=FAINT, gid="note")


def _between(path: Points, before: float, after: float) -> Points:
    """Give the part of a path outside the shapes at its two ends."""
    from_start = np.linalg.norm(path - path[0], axis=1)
    from_end = np.linalg.norm(path - path[-1], axis=1)
    return np.asarray(path[(from_start > before) & (from_end > after)])
