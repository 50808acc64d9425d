"""Relations as drawn: one line for all that goes from one entity to another."""

from dataclasses import dataclass

from kg.draw.diagram import Edge
from kg.draw.style import STROKES, is_unsure, sort_of
from kg.draw.text import clean, shorten

_ROWS = 3
_WIDTH = 34


@dataclass(frozen=True, slots=True)
class Line:
    """All relations from one entity to another.

    Attributes:
        source: id of the node that it leaves.
        target: id of the node that it reaches.
        edges: most articles first.
        sort: key of `STROKES`.
        is_unsure: True if no evidence presents any of them as certain.
        rows: up to three rows of words, each with the key of its stroke.
    """

    source: str
    target: str
    edges: tuple[Edge, ...]
    sort: str
    is_unsure: bool
    rows: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """Give the words in one line."""
        return ", ".join(text for text, _ in self.rows)

    @property
    def sources(self) -> int:
        """Give the largest number of articles that say one of the relations."""
        return max(edge.sources for edge in self.edges)


def merge(edges: tuple[Edge, ...]) -> tuple[Line, ...]:
    """Give one line per pair of source and target; what an entity does to itself is not drawn."""
    pairs: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        if edge.source != edge.target:
            pairs.setdefault((edge.source, edge.target), []).append(edge)
    return tuple(_line(pairs[pair]) for pair in sorted(pairs))


def _line(edges: list[Edge]) -> Line:
    ranked = tuple(sorted(edges, key=lambda edge: (edge.polarity == "negative", -edge.sources, edge.predicate)))
    rows = [(words(edge), sort_of(edge)) for edge in ranked[:_ROWS]]
    if len(ranked) > _ROWS:
        rows[-1] = (f"+{len(ranked) - _ROWS + 1} more", "neutral")
    affirmed = [edge for edge in ranked if edge.polarity != "negative"]
    return Line(
        source=ranked[0].source,
        target=ranked[0].target,
        edges=ranked,
        sort=_common_sort(ranked),
        is_unsure=bool(affirmed) and all(is_unsure(edge) for edge in affirmed),
        rows=tuple(rows),
    )


def _common_sort(edges: tuple[Edge, ...]) -> str:
    """Give the sort that stands for several relations: a stance if there is only one, else neutral."""
    sorts = {sort_of(edge) for edge in edges}
    for stance, opposite in (("support", "oppose"), ("oppose", "support")):
        if stance in sorts and opposite not in sorts:
            return stance
    return sorts.pop() if len(sorts) == 1 else "neutral"


def words(edge: Edge) -> str:
    """Give the words on a line: `− rejects (5)`, `meets (planned)`, `✕ not ordered`."""
    sort = sort_of(edge)
    label = shorten(clean(edge.label), _WIDTH)
    if sort == "denied":
        label = f"not {label}"
    remarks = []
    if edge.polarity == "mixed":
        remarks.append("disputed")
    if edge.certainty != "certain":
        remarks.append(edge.certainty)
    if edge.sources > 1:
        remarks.append(str(edge.sources))
    return STROKES[sort].sign + label + (f" ({', '.join(remarks)})" if remarks else "")
