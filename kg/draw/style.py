"""How kinds of entities and relations look, the same in a figure and in a web page.

Colours are those of Okabe and Ito, which people with the common forms of colour blindness can tell apart.
Nothing is said by colour alone: every kind has its own shape, every stance its own line and sign.

Source: Okabe & Ito, "Color Universal Design" (2008), https://jfly.uni-koeln.de/color/
"""

from dataclasses import dataclass
from math import cos, pi, sin

from kg.draw.diagram import Edge

INK = "#1f2328"
FAINT = "#656d76"
PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a kind of entity.

    Attributes:
        fill: colour.
        outline: corners of the shape, in a circle of radius 1; empty for a circle.
        plural: the kind's name in a legend.
    """

    fill: str
    outline: tuple[tuple[float, float], ...]
    plural: str


def _polygon(corners: int, turn: float, radius: float = 1.0) -> tuple[tuple[float, float], ...]:
    """Give a regular polygon; `turn` is the angle of its first corner, in parts of a half circle."""
    angles = (turn * pi + 2 * pi * corner / corners for corner in range(corners))
    return tuple((round(radius * cos(a), 4), round(radius * sin(a), 4)) for a in angles)


_DOCUMENT = ((-1.15, -0.75), (1.15, -0.75), (1.15, 0.75), (-1.15, 0.75))

LOOKS = {
    "Person": Look("#0072b2", (), "people"),
    "Organization": Look("#e69f00", _polygon(4, 0.25, 1.2), "organizations"),
    "Place": Look("#56b4e9", _polygon(6, 0.0, 1.1), "places"),
    "Event": Look("#cc79a7", _polygon(4, 0.5, 1.25), "events"),
    "Office": Look("#f0e442", _polygon(5, 0.5, 1.15), "offices"),
    "Agreement": Look("#009e73", _DOCUMENT, "agreements"),
    "Issue": Look("#bdbdbd", _polygon(3, 0.5, 1.25), "issues"),
    "Product": Look("#d55e00", _polygon(3, -0.5, 1.25), "products"),
    "Group": Look("#4d4d4d", _polygon(8, 0.125, 1.05), "groups"),
}
"""Look of every kind of entity, in the order of a legend."""

OTHER = Look("#ffffff", (), "other")
"""Look of a kind that a newer ontology brings."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """The look of a relation.

    Attributes:
        colour: of line, arrow and label.
        dashes: lengths of dash and gap in line widths; empty for a solid line.
        sign: what precedes the label.
        meaning: its name in a legend.
    """

    colour: str
    dashes: tuple[float, ...]
    sign: str
    meaning: str


STROKES = {
    "neutral": Stroke("#6e7781", (), "", "relation"),
    "support": Stroke("#00795a", (), "+ ", "supports, agrees"),
    "oppose": Stroke("#c24f00", (4.5, 2.2), "− ", "opposes, criticises"),
    "unsure": Stroke("#6e7781", (1.2, 2.0), "", "possible, planned or demanded"),
    "denied": Stroke("#9198a1", (1.2, 2.0), "✕ ", "denied only"),
}
"""Look of every sort of relation, in the order of a legend. Green and vermillion are those of Okabe and
Ito made darker, so that a small label has a contrast of 4.5 to 1 on white (WCAG 2.2, 1.4.3)."""


SURE = frozenset({"certain", "former"})
"""Certainties of what is or was so; the others are drawn dotted."""


def look(kind: str) -> Look:
    """Give the look of a kind of entity."""
    return LOOKS.get(kind, OTHER)


def sort_of(edge: Edge) -> str:
    """Give the sort of a relation: a key of `STROKES`.

    A stance keeps its colour if it is not certain; the line is then dotted (see `is_unsure`).
    """
    if edge.polarity == "negative":
        return "denied"
    if edge.sign:
        return "support" if edge.sign > 0 else "oppose"
    return "unsure" if is_unsure(edge) else "neutral"


def is_unsure(edge: Edge) -> bool:
    """Say whether nothing presents the relation as certain, now or in the past."""
    return edge.certainty not in SURE
