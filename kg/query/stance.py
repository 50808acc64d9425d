"""Who stands where: the stances on a matter or on somebody, and those that somebody takes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import InputError, UnknownName
from kg.graph import Graph
from kg.graph.names import fold
from kg.graph.support import is_denial
from kg.knowledge import Entity, EntityId, Statement
from kg.query.lines import Line, best_first, lines
from kg.query.names import Named, named
from kg.vocabulary import Vocabulary, load_vocabulary

_ASKING = "REQUEST"
"""The PLOVER class of stances that ask: what is asked for is wanted, whoever is asked is neither backed nor opposed."""
_AGENTS = frozenset({"Person", "Organization", "Place", "Group", "Office"})
"""Kinds that are taken at their name; of the others, phrases like "talks on missiles", a part of the words will do."""
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3  # program, programmes


class Side(StrEnum):
    """Where a holder stands. A denied support is no opposition, so it has a side of its own."""

    FOR = "for"
    AGAINST = "against"
    NOT_FOR = "not for"
    NOT_AGAINST = "not against"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Position:
    """What one holder's stances on a side are, best supported first."""

    holder: Entity
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Camp:
    """All holders on a side, those with most articles first."""

    side: Side
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Stances:
    """Who stands where.

    Attributes:
        targets: what was asked about, empty if about everything.
        holders: who was asked about, empty if about everybody.
        camps: in the order of `Side`, without empty ones.
        others: what else the names could have meant.
    """

    targets: tuple[Entity, ...]
    holders: tuple[Entity, ...]
    camps: tuple[Camp, ...]
    others: tuple[Entity, ...]


def stances(graph: Graph, *, on: str = "", by: str = "") -> Stances:
    """Give the stances on what is called `on`, taken by who is called `by`; one of the two may be empty.

    A person, a body, a place or an office is taken at its name. Issues, events, agreements and products
    have no fixed names, so all count whose name has the words.

    Raises:
        InputError: both names are empty.
        UnknownName: nothing is called so; carries the nearest names.

    Example:
        `on="missile program"` finds stances on "negotiations over its missile programme".
    """
    if not on and not by:
        raise InputError("name a matter, a holder of stances, or both")
    vocabulary = load_vocabulary()
    holders = named(graph, by) if by else Named((), ())
    targets = _targets(graph, on, vocabulary) if on else Named((), ())
    found = [
        line
        for line in lines(graph, _statements(graph, holders.chosen, targets.chosen), vocabulary)
        if line.predicate.sign is not None
    ]
    return Stances(
        targets=targets.chosen,
        holders=holders.chosen,
        camps=tuple(_camps(found)),
        others=(*targets.left, *holders.left),
    )


def side(line: Line) -> Side:
    """Give the side of a line; only denials, without any other evidence, make it a denied one."""
    sign = line.predicate.sign or 0
    if line.predicate.plover == _ASKING and isinstance(line.object, Entity) and line.object.kind in _AGENTS:
        sign = 0
    if sign == 0:
        return Side.NONE
    if all(is_denial(piece) for piece in line.evidence):
        return Side.NOT_FOR if sign > 0 else Side.NOT_AGAINST
    return Side.FOR if sign > 0 else Side.AGAINST


def _statements(graph: Graph, holders: tuple[Entity, ...], targets: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """Give what relates holders to targets, each once; of an empty side everything counts."""
    subjects: list[EntityId | None] = [entity.id for entity in holders] or [None]
    objects: list[EntityId | None] = [entity.id for entity in targets] or [None]
    found = {
        statement.id: statement
        for subject in subjects
        for object in objects
        for statement in graph.statements(subject=subject, object=object)
    }
    return tuple(found[id] for id in sorted(found))


def _targets(graph: Graph, name: str, vocabulary: Vocabulary) -> Named:
    """Give what a name means as the target of a stance.

    Raises:
        UnknownName: nothing is called so, and no matter has the words.
    """
    matters = tuple(entity for entity in _matters(graph, vocabulary) if _has_words(entity, fold(name).split()))
    try:
        found = named(graph, name)
    except UnknownName:
        if not matters:
            raise
        return Named(matters, ())
    if not found.exact and not matters:
        return found
    if any(entity.kind in _AGENTS for entity in found.exact):
        return Named(found.exact, _without(found.exact, (*matters, *found.others)))
    return Named((*found.exact, *_without(found.exact, matters)), _without(matters, found.others))


def _matters(graph: Graph, vocabulary: Vocabulary) -> Iterator[Entity]:
    """Yield all that stances are about, agents aside."""
    predicates = (id for id in vocabulary.predicates if vocabulary.is_stance(id))
    yield from (entity for entity in graph.objects(predicates) if entity.kind not in _AGENTS)


def _has_words(entity: Entity, wanted: list[str]) -> bool:
    """Say whether a label has all words; a description such as "the immigration bill" does not tell so much."""
    parts = fold(entity.label).split()
    return all(any(_is_same_word(word, part) for part in parts) for word in wanted)


def _is_same_word(one: str, other: str) -> bool:
    """Say whether two words differ in their ending at most: `program` and `programme`, `talk` and `talks`."""
    short, long = sorted((one, other), key=len)
    has_stem = len(short) >= _SHORTEST_STEM and len(long) - len(short) <= _LONGEST_ENDING
    return short == long or (has_stem and long.startswith(short))


def _without(some: Iterable[Entity], found: Iterable[Entity]) -> tuple[Entity, ...]:
    left_out = {entity.id for entity in some}
    return tuple({entity.id: entity for entity in found if entity.id not in left_out}.values())


def _camps(found: Iterable[Line]) -> Iterator[Camp]:
    by_side: dict[Side, dict[EntityId, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in found:
        by_side[side(line)][line.subject.id].append(line)
    for each in Side:
        positions = [Position(group[0].subject, best_first(group)) for group in by_side[each].values()]
        if positions:
            yield Camp(each, tuple(sorted(positions, key=_most_articles_first)))


def _most_articles_first(position: Position) -> tuple[int, str, str]:
    articles = {piece.document for line in position.lines for piece in line.evidence}
    return -len(articles), position.holder.label, position.holder.id
