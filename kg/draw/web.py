"""One self-contained web page of a diagram: searched, filtered and read offline.

The page loads nothing from anywhere: cytoscape.js (MIT, see `assets/cytoscape.LICENSE.txt`) and all else is inside.
Text comes from articles and is not trusted: it is data, put on the page as text only, and the page's
Content-Security-Policy allows just the two scripts that are in it.
"""

import html
import json
import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypedDict
from urllib.parse import urlsplit

import numpy as np

from kg.draw.diagram import CERTAINTIES, Diagram, Edge, Node, Quote
from kg.draw.lines import Line, merge
from kg.draw.spread import spread
from kg.draw.style import INK, LOOKS, OTHER, STROKES, SURE, Look, Stroke
from kg.draw.text import clean, shorten
from kg.errors import ResourceError

_ASSETS = Path(__file__).parent / "assets"
_ACCENT = "#0072b2"
_SCRIPTS = {"cytoscape": "cytoscape.min.js", "relations": "relations.js", "labels": "labels.js", "js": "graph.js"}
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_QUOTE_LENGTH = 600
_GLYPH = '<template id="{name}"><svg class="{sort}" viewBox="{box}" aria-hidden="true">{content}</svg></template>'


def draw_web(diagram: Diagram, path: Path, *, title: str = "") -> None:
    """Write a diagram to an .html file; the same diagram gives the same bytes."""
    path.write_text(page(diagram, title=title), encoding="utf-8", newline="\n")


def page(diagram: Diagram, *, title: str = "") -> str:
    """Give the page of a diagram.

    Raises:
        ResourceError: a file that ships with the package is missing.
    """
    scripts = {name: _asset(file) for name, file in _SCRIPTS.items()}
    parts = {
        "script_hashes": " ".join(_source_hash(script) for script in scripts.values()),
        "title": html.escape(clean(title) or "Knowledge graph of the news"),
        "note": html.escape(clean(diagram.note)),
        "css": _asset("graph.css"),
        "glyphs": "\n".join(_glyphs()),
        "data": _json(_data(diagram)),
        **scripts,
    }
    return _PLACEHOLDER.sub(lambda found: parts[found[1]], _asset("template.html"))


def _asset(name: str) -> str:
    try:
        return (_ASSETS / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{_ASSETS / name} cannot be read: reinstall newskg") from error


def _source_hash(script: str) -> str:
    """Give a script as a Content-Security-Policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    """Give JSON that no HTML parser takes for markup, and that is also safe as JavaScript."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _data(diagram: Diagram) -> dict[str, object]:
    """Give all that the script needs; entities are referred to by position, articles too."""
    index = {node.id: position for position, node in enumerate(diagram.nodes)}
    lines = merge(diagram.edges)
    links = np.array([(index[line.source], index[line.target]) for line in lines], dtype=np.int64).reshape(-1, 2)
    points = spread(len(diagram.nodes), links)
    articles = _Articles()
    return {
        "ink": INK,
        "accent": _ACCENT,
        "sure": sorted(SURE),
        "certainties": list(CERTAINTIES),
        "looks": {kind: _look(look) for kind, look in (*LOOKS.items(), ("", OTHER))},
        "strokes": {sort: _stroke(stroke) for sort, stroke in STROKES.items()},
        "nodes": [_node(node, x, -y) for node, (x, y) in zip(diagram.nodes, points.tolist(), strict=True)],
        "lines": [_line(line, index, articles) for line in lines],
        "articles": articles.entries,
    }


class _Article(TypedDict):
    """An article as the page names it."""

    title: str
    publisher: str
    date: str
    url: str


class _Articles:
    """Articles, each once, by position."""

    def __init__(self) -> None:
        self.entries: list[_Article] = []
        self._positions: dict[tuple[str, ...], int] = {}

    def position(self, quote: Quote) -> int:
        """Give the position of a quote's article, which is added if it is new."""
        key = (quote.title, quote.publisher, quote.date, quote.url)
        if key not in self._positions:
            self._positions[key] = len(self.entries)
            title, publisher, date = (clean(text) for text in key[:3])
            self.entries.append(_Article(title=title, publisher=publisher, date=date, url=_safe(quote.url)))
        return self._positions[key]


def _safe(url: str) -> str:
    """Give an address that is plainly one of a web page, else nothing."""
    if clean(url) != url or any(sign in url for sign in " \"'<>\\`"):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def _look(look: Look) -> dict[str, str]:
    corners = " ".join(f"{x / 1.3:.3f} {-y / 1.3:.3f}" for x, y in look.outline)  # 1.3: all outlines lie within
    return {"fill": look.fill, "points": corners, "plural": look.plural}


def _stroke(stroke: Stroke) -> dict[str, str]:
    return {"colour": stroke.colour, "sign": stroke.sign, "meaning": stroke.meaning}


def _node(node: Node, x: float, y: float) -> dict[str, object]:
    label = shorten(clean(node.label), 120) or "?"
    return {"label": label, "kind": clean(node.kind), "mentions": node.mentions, "x": x, "y": y}


def _line(line: Line, index: dict[str, int], articles: _Articles) -> dict[str, object]:
    relations = [_relation(edge, articles) for edge in line.edges]
    return {"source": index[line.source], "target": index[line.target], "relations": relations}


def _relation(edge: Edge, articles: _Articles) -> dict[str, object]:
    return {
        "label": shorten(clean(edge.label), 80),
        "sign": edge.sign or 0,
        "polarity": edge.polarity,
        "certainty": edge.certainty,
        "sources": edge.sources,
        "quotes": [_quote(quote, articles) for quote in edge.quotes],
    }


def _quote(quote: Quote, articles: _Articles) -> dict[str, object]:
    return {
        "text": shorten(clean(quote.text), _QUOTE_LENGTH),
        "article": articles.position(quote),
        "speaker": clean(quote.speaker),
        "certainty": quote.certainty,
        "polarity": quote.polarity,
    }


def _glyphs() -> Iterable[str]:
    """Yield the pictures of the legend, for the script to copy."""
    for kind, look in (*LOOKS.items(), ("", OTHER)):
        yield _GLYPH.format(name=f"glyph-{kind}", sort="glyph", box="-1.4 -1.4 2.8 2.8", content=_shape(look))
    for sort, stroke in STROKES.items():
        dashes = " ".join(str(1.6 * dash) for dash in stroke.dashes) or "none"
        line = f'<path d="M1 6H21" stroke="{stroke.colour}" stroke-width="1.8" stroke-dasharray="{dashes}"/>'
        head = f'<path d="M29 6L20 2.5V9.5Z" fill="{stroke.colour}"/>'
        yield _GLYPH.format(name=f"stroke-{sort}", sort="stroke", box="0 0 30 12", content=line + head)


def _shape(look: Look) -> str:
    style = f'fill="{look.fill}" stroke="{INK}" stroke-width=".12"'
    if not look.outline:
        return f'<circle r="1" {style}/>'
    return f'<polygon points="{" ".join(f"{x},{-y}" for x, y in look.outline)}" {style}/>'
