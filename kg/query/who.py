"""Who relates to whom: everything that the graph says about one entity."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph import Graph
from kg.graph.support import summarize
from kg.knowledge import Entity, PredicateId
from kg.query.lines import Filter, Line, best_first, lines
from kg.vocabulary import Vocabulary, load_vocabulary


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
    """An entity and its relations: the groups of typed predicates before those of open ones, most sources first.

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
    as_subject = _groups([*outgoing, *symmetric], inverse=False)
    as_object = _groups(directed, inverse=True)
    return Profile(entity, _in_order(as_subject, graph, vocabulary), _in_order(as_object, graph, vocabulary))


def _groups(found: Iterable[Line], *, inverse: bool) -> Iterator[Group]:
    by_predicate: dict[PredicateId, list[Line]] = defaultdict(list)
    for line in found:
        by_predicate[line.predicate.id].append(line)
    for id, group in by_predicate.items():
        yield Group(id, _label(group[0], inverse=inverse), best_first(group))


def _in_order(groups: Iterable[Group], graph: Graph, vocabulary: Vocabulary) -> tuple[Group, ...]:
    """Sort groups: typed predicates first, as open ones are the article's bare words; then those of more sources."""

    def place(group: Group) -> tuple[bool, int, int, int, PredicateId]:
        support = summarize((piece for line in group.lines for piece in line.evidence), graph.document)
        is_open = group.predicate not in vocabulary.predicates
        return is_open, -support.publishers, -support.articles, -len(group.lines), group.predicate

    return tuple(sorted(groups, key=place))


def _label(line: Line, *, inverse: bool) -> str:
    """Give the predicate's words; an open one has none for the way back."""
    return (line.predicate.inverse_label if inverse else "") or line.predicate.label
