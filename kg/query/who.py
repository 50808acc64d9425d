"""Who relates to whom: everything that the graph says about one entity."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph import Graph
from kg.knowledge import Entity, PredicateId
from kg.query.lines import Filter, Line, best_first, lines
from kg.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one predicate in one direction.

    Attributes:
        predicate: the predicate's id.
        label: to read from the entity asked for to the other end: `rejects`, `is rejected by`.
        lines: best supported first.
    """

    predicate: PredicateId
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity and its relations, the groups with most articles first.

    Attributes:
        entity: who was asked for.
        as_subject: where it is the subject, and all symmetric relations.
        as_object: where it is the object.
    """

    entity: Entity
    as_subject: tuple[Group, ...]
    as_object: tuple[Group, ...]


def who(graph: Graph, name: str, wanted: Filter | None = None) -> Profile:
    """Give everything about the entity of that name, id or IRI.

    Raises:
        UnknownName: nothing is called so.
    """
    entity = graph.resolve_name(name)
    vocabulary = load_vocabulary()
    outgoing = list(lines(graph, graph.statements(subject=entity.id), vocabulary, wanted))
    incoming = list(lines(graph, graph.statements(object=entity.id), vocabulary, wanted))
    symmetric = [line for line in incoming if line.predicate.symmetric and line.subject.id != entity.id]
    directed = [line for line in incoming if not line.predicate.symmetric]
    return Profile(
        entity,
        as_subject=_groups([*outgoing, *symmetric], inverse=False),
        as_object=_groups(directed, inverse=True),
    )


def _groups(found: Iterable[Line], *, inverse: bool) -> tuple[Group, ...]:
    by_predicate: dict[PredicateId, list[Line]] = defaultdict(list)
    for line in found:
        by_predicate[line.predicate.id].append(line)
    groups = (Group(id, _label(group[0], inverse=inverse), best_first(group)) for id, group in by_predicate.items())
    return tuple(
        sorted(groups, key=lambda group: (-sum(line.support.articles for line in group.lines), group.predicate))
    )


def _label(line: Line, *, inverse: bool) -> str:
    """Give the predicate's words; an open one has none for the way back."""
    return (line.predicate.inverse_label if inverse else "") or line.predicate.label
