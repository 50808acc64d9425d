"""A statement as an answer shows it: with its ends, its words and what supports it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.graph import Graph
from kg.graph.support import Support, summarize
from kg.knowledge import Entity, EntityId, Evidence, Polarity, PredicateId, Statement, Value
from kg.vocabulary import Predicate, Vocabulary


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with its evidence.

    Attributes:
        statement: the statement.
        subject: its subject.
        predicate: its predicate, with the words for both directions.
        object: an entity, or a literal.
        support: what the evidence comes to.
        evidence: the pieces, those that affirm first, then the newest first.
    """

    statement: Statement
    subject: Entity
    predicate: Predicate
    object: Entity | Value
    support: Support
    evidence: tuple[Evidence, ...]

    @property
    def is_affirmed(self) -> bool:
        """Say whether some evidence affirms the statement."""
        return self.support.affirming > 0

    def other(self, entity: EntityId) -> Entity | Value:
        """Give the end that is not `entity`."""
        is_subject = self.subject.id == entity
        return self.object if is_subject else self.subject


@dataclass(frozen=True, slots=True)
class Filter:
    """What evidence counts; the default lets all of it.

    Attributes:
        predicate: id (`kg:rejects`), local name or label of a predicate, in any case; empty for all.
        publisher: name of a publisher, in any case; empty for all.
        since: first day of publication, None for no limit; then articles without a date do not count.
        until: last day of publication, None for no limit; then articles without a date do not count.
        polarity: only this one, None for both.
        affirmed: only evidence that affirms.
    """

    predicate: str = ""
    publisher: str = ""
    since: date | None = None
    until: date | None = None
    polarity: Polarity | None = None
    affirmed: bool = False

    def keeps_predicate(self, predicate: Predicate) -> bool:
        """Say whether statements of this predicate count."""
        names = (predicate.id, predicate.id.partition(":")[2], predicate.label)
        return not self.predicate or self.predicate.casefold() in {name.casefold() for name in names}

    def keeps(self, evidence: Evidence, graph: Graph) -> bool:
        """Say whether this piece counts."""
        if self.affirmed and not evidence.affirms:
            return False
        if self.polarity is not None and evidence.polarity is not self.polarity:
            return False
        document = graph.document(evidence.document)
        if self.publisher and document.publisher.casefold() != self.publisher.casefold():
            return False
        return self._keeps_day(document.published)

    def _keeps_day(self, day: date | None) -> bool:
        if self.since is None and self.until is None:
            return True
        return day is not None and (self.since or date.min) <= day <= (self.until or date.max)


def lines(
    graph: Graph, statements: Iterable[Statement], vocabulary: Vocabulary, wanted: Filter | None = None
) -> Iterator[Line]:
    """Yield a line for each statement that has evidence which counts, in the order of the statements."""
    kept = wanted or Filter()
    for statement in statements:
        predicate = vocabulary.predicate(PredicateId(statement.predicate))
        if not kept.keeps_predicate(predicate):
            continue
        evidence = tuple(piece for piece in graph.evidence(statement.id) if kept.keeps(piece, graph))
        if evidence:
            yield _line(graph, statement, predicate, evidence)


def best_first(found: Iterable[Line]) -> tuple[Line, ...]:
    """Sort lines: affirmed ones first, then those of more publishers and articles, then by name."""
    return tuple(
        sorted(
            found,
            key=lambda line: (
                not line.is_affirmed,
                -line.support.publishers,
                -line.support.articles,
                line.subject.label,
                text_of(line.object),
                line.statement.id,
            ),
        )
    )


def text_of(end: Entity | Value) -> str:
    """Give what to call an end of a statement."""
    return end.text if isinstance(end, Value) else end.label


def _line(graph: Graph, statement: Statement, predicate: Predicate, evidence: tuple[Evidence, ...]) -> Line:
    newest_first = sorted(evidence, key=lambda piece: (piece.affirms, _day(piece, graph), piece.id), reverse=True)
    value = statement.object
    return Line(
        statement=statement,
        subject=graph.entity(statement.subject),
        predicate=predicate,
        object=value if isinstance(value, Value) else graph.entity(value),
        support=summarize(evidence, graph.document),
        evidence=tuple(newest_first),
    )


def _day(piece: Evidence, graph: Graph) -> date:
    return graph.document(piece.document).published or date.min
