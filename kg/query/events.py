"""What happened: events with where and when, each once, however many articles tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import InputError
from kg.graph import Graph
from kg.graph.merge import choose_label
from kg.graph.occasions import TIMES
from kg.knowledge import Entity, EntityId
from kg.query.names import named
from kg.vocabulary import load_vocabulary

_EVENT = "Event"
_PLACES = "?event kg:takesPlaceIn ?end"
_ACTORS = "{ ?end kg:participatesIn ?event } UNION { ?event kg:hasParticipant ?end }"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event.

    Attributes:
        entities: its nodes, one for each article or group of articles that names it alike, sorted by id.
        label: the name that most of them have.
        type: its class.
        places: labels of where it takes place, sorted; empty if nothing says it.
        times: ISO dates, months or years of when, sorted; empty if nothing says it.
        participants: labels of who takes part, sorted.
        articles: how many articles tell of it.
    """

    entities: tuple[Entity, ...]
    label: str
    type: str
    places: tuple[str, ...]
    times: tuple[str, ...]
    participants: tuple[str, ...]
    articles: int


def events(graph: Graph, *, type: str = "", place: str = "", on: str = "") -> tuple[Happening, ...]:
    """Give the events of which a place or a time is known, the newest first, those without a time last.

    Args:
        graph: where to look.
        type: a class, those below it included, in any case; empty for all.
        place: the name of where; empty for all.
        on: a year, month or day in ISO form; empty for all. A month finds its days.

    Raises:
        InputError: no class of events has that name.
        UnknownName: nothing is called like the place; carries the nearest names.
    """
    vocabulary = load_vocabulary()
    wanted = _class_of(type)
    places = {entity.label for entity in named(graph, place).chosen} if place else set()
    found = [
        happening
        for happening in _happenings(graph)
        if vocabulary.is_a(happening.type, wanted)
        and (not place or places & set(happening.places))
        and (not on or any(time.startswith(on) for time in happening.times))
    ]
    return tuple(sorted(sorted(found, key=_by_name), key=lambda each: max(each.times, default=""), reverse=True))


def _by_name(happening: Happening) -> tuple[str, str]:
    return happening.label.casefold(), happening.entities[0].id


def _class_of(name: str) -> str:
    """Give the class of events that a name means.

    Raises:
        InputError: there is none.
    """
    vocabulary = load_vocabulary()
    known = {each.casefold(): each for each in vocabulary.classes if vocabulary.is_a(each, _EVENT)}
    if name and name.casefold() not in known:
        raise InputError(f"no class of events is called {name!r}; there are: {', '.join(sorted(known.values()))}")
    return known.get(name.casefold(), _EVENT)


def _happenings(graph: Graph) -> Iterator[Happening]:
    """Yield the events with a place or a time; the graph's links of the same event are followed."""
    places, actors = _edges(graph, _PLACES), _edges(graph, _ACTORS)
    times, told = _edges(graph, TIMES.replace("?time", "?end")), _edges(graph, "?event skos:closeMatch ?end")
    vocabulary = load_vocabulary()
    for group in _groups(sorted(set(places) | set(times)), told):
        entities = tuple(graph.entity(EntityId(id)) for id in group)
        if all(vocabulary.is_a(entity.type, _EVENT) for entity in entities):
            yield Happening(
                entities=entities,
                label=choose_label(entity.label for entity in entities),
                type=choose_label(entity.type for entity in entities),
                places=_labels(graph, group, places),
                times=tuple(sorted({time for id in group for time in times.get(id, ())})),
                participants=_labels(graph, group, actors),
                articles=len({article for entity in entities for article in graph.articles_of(entity.id)}),
            )


def _edges(graph: Graph, pattern: str) -> dict[str, list[str]]:
    """Give the `?end`s of each `?event` of a pattern over the merge: ids of entities, or the text of literals."""
    from pyoxigraph import NamedNode, QuerySolutions

    found: dict[str, list[str]] = defaultdict(list)
    rows = graph.query(f"SELECT DISTINCT ?event ?end {{ {pattern} }}")
    for row in rows if isinstance(rows, QuerySolutions) else ():
        end = row["end"]
        found[graph.iris.id(row["event"])].append(graph.iris.id(end) if isinstance(end, NamedNode) else end.value)
    return found


def _groups(ids: Iterable[str], links: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield the connected components of the links, each sorted."""
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            continue
        group, waiting = {id}, [id]
        while waiting:
            more = set(links.get(waiting.pop(), ())) - group
            group |= more
            waiting.extend(more)
        seen |= group
        yield sorted(group)


def _labels(graph: Graph, group: list[str], edges: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(sorted({graph.entity(EntityId(end)).label for id in group for end in edges.get(id, ())}))
