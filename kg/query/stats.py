"""How much a graph holds, and of what."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from kg.graph import Counts, Graph
from kg.knowledge import Entity
from kg.rdf.terms import KINDS

Tally = tuple[tuple[str, int], ...]
"""What is counted and how often, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers of a graph.

    Attributes:
        counts: articles, entities, statements, affirmed statements, evidence.
        first: day of the earliest article, None if no day is known.
        last: day of the latest article, None if no day is known.
        publishers: articles by publisher.
        kinds: entities by kind.
        predicates: statements by predicate.
        open: statements whose predicate is open.
        polarities: evidence by polarity.
        certainties: evidence by certainty.
        attributed: evidence that cites a source.
        subjects: entities that most statements are about.
    """

    counts: Counts
    first: date | None
    last: date | None
    publishers: Tally
    kinds: Tally
    predicates: Tally
    open: int
    polarities: Tally
    certainties: Tally
    attributed: int
    subjects: tuple[tuple[Entity, int], ...]


def stats(graph: Graph, top: int = 10) -> Stats:
    """Count what the graph holds, and name the `top` entities."""
    days = [document.published for document in graph.articles() if document.published]
    predicates = graph.tally("?it rdf:predicate ?group")
    kinds = " ".join(f"kg:{kind}" for kind in sorted(KINDS))
    return Stats(
        counts=graph.counts(),
        first=min(days, default=None),
        last=max(days, default=None),
        publishers=_tally(graph.tally("?it schema:publisher ?group")),
        kinds=_names(graph.tally(f"VALUES ?group {{ {kinds} }} ?it a ?group")),
        predicates=_tally(predicates),
        open=sum(number for predicate, number in predicates.items() if predicate.startswith("kgr:")),
        polarities=_names(graph.tally("?it kg:polarity ?group")),
        certainties=_names(graph.tally("?it kg:certainty ?group")),
        attributed=graph.count("?it kg:attributedTo ?source"),
        subjects=tuple(
            (graph.resolve_name(subject), number)
            for subject, number in islice(graph.tally("?it rdf:subject ?group").items(), top)
        ),
    )


def _tally(counts: dict[str, int]) -> Tally:
    return tuple(counts.items())


def _names(counts: dict[str, int]) -> Tally:
    return tuple((name.partition(":")[2], number) for name, number in counts.items())
