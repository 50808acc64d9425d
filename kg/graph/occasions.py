"""The same event in several articles: told by its kind, its place and its day.

An event without a name of its own ("the protest") is one node in each article, so ids cannot join it. Two that agree
are linked in the merge by `skos:closeMatch`: nothing proves that they are the same, and the link goes with the article.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pyoxigraph import NamedNode, Quad, QuerySolutions

from kg.graph.store import QuadStore
from kg.rdf.terms import iri, name_of

MATCH = iri("skos:closeMatch")

_FAR = 2
"""Days that articles may differ by: publication, time zones and nights shift the day."""
_GENERAL = "Event"  # a class that says nothing
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TIMES = """{ ?event kg:takesPlaceOn ?time } UNION {
  ?said rdf:subject ?event ; rdf:predicate kg:takesPlaceIn ; kg:evidence ?evidence . ?evidence kg:time ?time
} UNION {
  ?said rdf:object ?event ; rdf:predicate kg:participatesIn ; kg:evidence ?evidence . ?evidence kg:time ?time
}"""
"""SPARQL for when an event takes place: said itself, or with where it does or who takes part."""

_QUESTION = f"""
SELECT DISTINCT ?event ?kind ?place ?time ?article {{
  ?event kg:takesPlaceIn ?place ; rdf:type ?kind . {TIMES}
  GRAPH ?article {{ ?event skos:prefLabel ?label }}
}}"""

IsA = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, order=True)
class Occasion:
    """An event whose kind, places and day are known.

    Attributes:
        day: when it takes place.
        node: its IRI.
        kind: its class, one below `Event`.
        places: IRIs of where, at least one.
        articles: IRIs of the articles that tell of it.
    """

    day: date
    node: str
    kind: str
    places: frozenset[str]
    articles: frozenset[str]


def collect_occasions(store: QuadStore) -> tuple[Occasion, ...]:
    """Give the events of the merge that can be compared; one with two days cannot."""
    rows = store.query(_QUESTION)
    found: dict[tuple[str, str], tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for row in rows if isinstance(rows, QuerySolutions) else ():
        days, places, articles = found[row["event"].value, name_of(row["kind"])]
        days.add(row["time"].value)
        places.add(row["place"].value)
        articles.add(row["article"].value)
    return tuple(
        Occasion(date.fromisoformat(min(days)), node, kind, frozenset(places), frozenset(articles))
        for (node, kind), (days, places, articles) in sorted(found.items())
        if kind != _GENERAL and len(days) == 1 and _DAY.fullmatch(min(days))
    )


def matches(occasions: Iterable[Occasion], is_a: IsA) -> Iterator[tuple[Occasion, Occasion]]:
    """Yield the pairs that are the same event in different articles.

    They have a place in common, one's class is that of the other or below it, and their days are at most two apart.
    Each is, by its day, the only nearest one to the other in that article: of two protests on Monday and Tuesday each
    goes with its own, and with two on the same day neither is linked.

    Args:
        occasions: events, in any order; none gives nothing.
        is_a: says whether a class is another or below it.
    """
    near = [pair for pair in _close_in_time(sorted(occasions)) if _agree(*pair, is_a)]
    rivals: dict[tuple[Occasion, str], list[Occasion]] = defaultdict(list)
    for one, other in near:
        for here, there in ((one, other), (other, one)):
            for article in there.articles:
                rivals[here, article].append(there)
    for one, other in near:
        if _is_nearest(one, other, rivals) and _is_nearest(other, one, rivals):
            yield one, other


def _close_in_time(ordered: Sequence[Occasion]) -> Iterator[tuple[Occasion, Occasion]]:
    """Yield the pairs whose days are near, of events in the order of their days."""
    for place, one in enumerate(ordered):
        for other in islice(ordered, place + 1, None):
            if (other.day - one.day).days > _FAR:
                break
            yield one, other


def _agree(one: Occasion, other: Occasion, is_a: IsA) -> bool:
    """Say whether two events of different articles may be the same."""
    return (
        not one.articles & other.articles
        and bool(one.places & other.places)
        and (is_a(one.kind, other.kind) or is_a(other.kind, one.kind))
    )


def _is_nearest(one: Occasion, other: Occasion, rivals: dict[tuple[Occasion, str], list[Occasion]]) -> bool:
    """Say whether no other event of the other's articles is as near to one."""
    gap = abs(one.day - other.day)
    return all(
        rival == other or abs(one.day - rival.day) > gap for article in other.articles for rival in rivals[one, article]
    )


def match_quads(store: QuadStore, is_a: IsA) -> set[Quad]:
    """Give the links that the merge should hold, in both directions."""
    pairs = ((NamedNode(one.node), NamedNode(other.node)) for one, other in matches(collect_occasions(store), is_a))
    return {Quad(*ends) for one, other in pairs for ends in ((one, MATCH, other), (other, MATCH, one))}
