"""How a line of an answer is printed, and how it looks as JSON; for `kg who` and `kg between`."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.cli.manner import Label, manner, manners
from kg.cli.terminal import clean, counted
from kg.graph import Graph
from kg.graph.support import Support
from kg.knowledge import Entity, Evidence, Value
from kg.query.lines import Line

if TYPE_CHECKING:
    from rich.console import Console

Json = dict[str, Any]  # Any: what JSON can hold


def label_of(graph: Graph) -> Label:
    """Give the function from an entity's id to its label."""
    return lambda id: graph.entity(id).label


def print_line(console: "Console", graph: Graph, line: Line, words: str, quotes: int | None) -> None:
    """Print a line: its words, what supports it, and so many of its quotes, all for None."""
    from rich.padding import Padding
    from rich.text import Text

    how = manners(line.evidence, label_of(graph))
    text = Text(clean(words))
    text.append(f"  {support(line.support)}", style="dim")
    if how:
        text.append(f"  {clean(how)}", style="yellow")
    console.print(Padding(text, (0, 0, 0, 2), expand=False))
    for piece in line.evidence[:quotes]:
        console.print(Padding(Text(clean(quoted(piece, graph))), (0, 0, 0, 6), expand=False))


def support(found: Support) -> str:
    """Give the number of publishers, that of articles if it is another, and the days.

    Example:
        `2 sources, 3 articles, 2026-02-11 – 2026-02-14`
    """
    parts = [counted(found.publishers, "source")]
    if found.articles != found.publishers:
        parts.append(counted(found.articles, "article"))
    if found.first and found.last:
        parts.append(str(found.first) if found.first == found.last else f"{found.first} – {found.last}")
    return ", ".join(parts)


def quoted(piece: Evidence, graph: Graph) -> str:
    """Give a quote with where it stands and how it is meant."""
    document = graph.document(piece.document)
    where = ", ".join(part for part in (document.publisher, str(document.published or ""), document.id) if part)
    when = f"; time: {piece.time.iso}" if piece.time else ""
    how = manner(piece, label_of(graph))
    return f"“{piece.quote}” ({where}{when}{'; ' + how if how else ''})"


def line_record(line: Line, graph: Graph) -> Json:
    """Give a line as JSON, with all its evidence."""
    found = line.support
    return {
        "statement": line.statement.id,
        "subject": end_record(line.subject),
        "predicate": {"id": line.predicate.id, "label": line.predicate.label},
        "object": end_record(line.object),
        "affirmed": line.is_affirmed,
        "manner": manners(line.evidence, label_of(graph)),
        "sources": found.publishers,
        "articles": found.articles,
        "affirming": found.affirming,
        "denying": found.denying,
        "uncertain": found.uncertain,
        "first": _day(found.first),
        "last": _day(found.last),
        "evidence": [_evidence_record(piece, graph) for piece in line.evidence],
    }


def line_records(lines: Sequence[Line], graph: Graph) -> list[Json]:
    """Give lines as JSON."""
    return [line_record(line, graph) for line in lines]


def end_record(end: Entity | Value) -> Json:
    """Give an end of a statement as JSON."""
    if isinstance(end, Value):
        return {"text": end.text, "datatype": end.datatype}
    return {"id": end.id, "label": end.label, "type": end.type}


def _evidence_record(piece: Evidence, graph: Graph) -> Json:
    document = graph.document(piece.document)
    return {
        "quote": piece.quote,
        "start": piece.span.start,
        "end": piece.span.end,
        "polarity": str(piece.polarity),
        "certainty": str(piece.certainty),
        "attributed_to": end_record(graph.entity(piece.source)) if piece.source else None,
        "cue": piece.cue,
        "status": piece.status,
        "time": piece.time.iso if piece.time else None,
        "place": end_record(graph.entity(piece.place)) if piece.place else None,
        "qualifiers": list(piece.qualifiers),
        "rule": piece.rule,
        "confidence": piece.confidence,
        "article": {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published": _day(document.published),
            "url": document.url,
        },
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
