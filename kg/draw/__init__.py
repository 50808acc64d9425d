"""Pictures of a graph: a relationship diagram for print, or a web page to explore offline."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.draw.diagram import Diagram
    from kg.graph import Graph

__all__ = ["Selection", "draw"]

FIGURES = (".png", ".svg", ".pdf")
WEB = ".html"
_MOST_IN_FIGURE = 100
"""Beyond this many entities a figure is no longer readable; also, it takes half a minute."""


class Selection(TypedDict, total=False):
    """What `kg.draw.select.select` lets one choose."""

    around: str | None
    hops: int
    types: Sequence[str]
    top: int
    density: float


def draw(graph: "Graph", path: Path, *, title: str = "", **selection: Unpack[Selection]) -> "Diagram":
    """Write a picture of a graph; the suffix of the path says of which sort.

    Unless told otherwise, a figure has 40 entities at most and a web page 2,000.

    Args:
        graph: where to read.
        path: ends in .png, .svg, .pdf or .html.
        title: heading; by default it names the entity in the centre, if there is one.
        selection: see `kg.draw.select.select`.

    Returns:
        what is shown; its `note` says what was left out.

    Raises:
        InputError: another suffix, too many entities for a figure, a folder that cannot be written to, or nothing
            to draw.
        UnknownName: no entity is called `around`.
    """
    from kg.draw.select import select

    suffix = path.suffix.lower()
    if suffix not in {*FIGURES, WEB}:
        raise InputError(f"cannot draw {path.name!r}: its name must end in {', '.join(FIGURES)} or {WEB}")
    usual: Selection = {"top": 2000, "density": 2.5} if suffix == WEB else {}
    chosen: Selection = {**usual, **selection}
    if suffix != WEB and chosen.get("top", 0) > _MOST_IN_FIGURE:
        raise InputError(f"a figure can show {_MOST_IN_FIGURE} entities at most; draw an {WEB} page for more")
    diagram = select(graph, **chosen)
    if not title and (around := chosen.get("around")):
        title = f"Relations of {graph.resolve_name(around).label}"
    _write(diagram, path, title)
    return diagram


def _write(diagram: "Diagram", path: Path, title: str) -> None:
    """Write a diagram.

    Raises:
        InputError: the file cannot be written.
    """
    try:
        if path.suffix.lower() == WEB:
            from kg.draw.web import draw_web

            draw_web(diagram, path, title=title)
        else:
            from kg.draw.figure import draw_figure

            draw_figure(diagram, path, title=title)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
