"""Who holds or held an office."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.document import DocumentId
from kg.errors import UnknownName
from kg.graph import Graph
from kg.graph.names import fold
from kg.graph.support import Support, summarize
from kg.knowledge import Entity, EntityId, Evidence, Value
from kg.query.lines import Line, best_first, lines, text_of
from kg.query.names import Named, named
from kg.query.tenure import Standing, Verdict, known, verdict
from kg.rdf.offices import HOLDS_OFFICE, PART_OF
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons

_DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with an office.

    Attributes:
        person: who it is.
        lines: that the person holds the office, one for each wording of it, with the evidence that counts.
        evidence: that of all lines, the newest article first, or that nearest to the day asked for.
        support: what it comes to.
        verdict: whether the office was held on the day asked for, None if no day was.
    """

    person: Entity
    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...]
    support: Support
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds or held an office.

    Attributes:
        bodies: where the office had to be, empty if anywhere.
        found: without a day, whom the newest articles tell of first; with one, who held it then, then
            those of whom it is unknown, nearest to that day first.
        others: what else the body's name could have meant.
    """

    bodies: tuple[Entity, ...]
    found: tuple[Holder, ...]
    others: tuple[Entity, ...]


def holders(graph: Graph, title: str, *, body: str = "", on: date | None = None) -> Holders:
    """Give who holds, held or will hold an office of that title.

    Args:
        graph: to ask.
        title: words of the office; "president" is not "vice president", and no spokesman for one.
        body: country or organization that it is in, empty for any. The article has to make the office a part
            of it or of a part of it, or name it in the office; an office without a body counts if its holder
            works for that body or holds the office there by another article.
        on: only who held it on that day, or may have; None for everybody.

    Raises:
        UnknownName: no office or no body is called so; carries the nearest names.
    """
    offices = _offices(graph, title)
    place = named(graph, body) if body else Named((), ())
    found = _held(graph, offices)
    if body:
        found = _inside(graph, found, place.chosen)
    by_person: dict[EntityId, list[Line]] = defaultdict(list)
    for line in found:
        by_person[line.subject.id].append(line)
    people = (_holder(graph, group, on) for group in by_person.values())
    kept = sorted(filter(_may_hold, people), key=lambda holder: _rank(holder, on))
    return Holders(place.chosen, tuple(kept), place.left)


def _offices(graph: Graph, title: str) -> tuple[Entity, ...]:
    """Give the offices of a title.

    Raises:
        UnknownName: there is none.
    """
    offices = graph.objects([HOLDS_OFFICE])
    titles = _Titles.of_lexicons()
    found = tuple(office for office in offices if titles.names(fold(office.label), fold(title)))
    if not found:
        raise UnknownName(title, _nearest(title, offices))
    return found


@dataclass(frozen=True, slots=True)
class _Titles:
    """The words around a title in the name of an office.

    Attributes:
        links: words that lead to what the office is in: of, for.
        deputies: words that make another office of it: vice, deputy.
        suffixes: words behind it that say how it is held: elect.
    """

    links: AbstractSet[str]
    deputies: AbstractSet[str]
    suffixes: AbstractSet[str]

    @classmethod
    def of_lexicons(cls) -> "_Titles":
        lexicons = load_lexicons()
        return cls(
            links={word for office in lexicons.offices for word in office.prepositions},
            deputies={row.word.strip("-") for row in lexicons.office_modifiers if row.status == _DEPUTY},
            suffixes={row.word.strip("-") for row in lexicons.office_modifiers if row.word.startswith("-")},
        )

    def names(self, name: str, title: str) -> bool:
        """Say whether a folded name is that of an office with this folded title.

        Example:
            `foreign minister of norland` is for `foreign minister` and `minister`; `vice president`
            and `spokesman for the president` are not for `president`.
        """
        words, wanted = name.split(), title.split()
        for start in range(len(words) - len(wanted) + 1):
            end = start + len(wanted)
            is_last = end == len(words) or words[end] in self.links | self.suffixes
            if words[start:end] == wanted and is_last and self._may_precede(words[:start]):
                return True
        return False

    def _may_precede(self, words: list[str]) -> bool:
        return self.links.isdisjoint(words) and not (words and words[-1] in self.deputies)


def _nearest(title: str, offices: Iterable[Entity]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    labels = {fold(office.label): office.label for office in offices}
    found = process.extract(fold(title), sorted(labels), scorer=fuzz.WRatio, score_cutoff=60, limit=5)
    return tuple(labels[name] for name, _, _ in found)


def _held(graph: Graph, offices: Iterable[Entity]) -> tuple[Line, ...]:
    statements = (
        statement
        for office in offices
        for statement in graph.statements(object=office.id)
        if statement.predicate == HOLDS_OFFICE
    )
    return tuple(lines(graph, statements, load_vocabulary()))


def _inside(graph: Graph, found: tuple[Line, ...], roots: tuple[Entity, ...]) -> tuple[Line, ...]:
    """Give the lines with only that evidence whose office is in one of the bodies or in a part of it."""
    bodies, insiders = _bodies_and_insiders(graph, roots)
    stated: list[Line] = []
    unstated: list[Line] = []
    for line in found:
        of_article = _bodies_by_article(graph, line.statement.object)
        without = [piece for piece in line.evidence if not of_article[piece.document]]
        is_named = any(_names_body(line, root) for root in roots)
        inside = [piece for piece in line.evidence if of_article[piece.document] & bodies]
        stated.extend(_with_evidence(graph, line, [*inside, *without] if is_named else inside))
        unstated.extend(_with_evidence(graph, line, () if is_named else without))
    insiders |= {line.subject.id for line in stated}
    return (*stated, *(line for line in unstated if line.subject.id in insiders))


def _bodies_and_insiders(graph: Graph, roots: tuple[Entity, ...]) -> tuple[set[EntityId], set[EntityId]]:
    """Give bodies with all that is a part of them, and of those again; and who speaks of one of them as "we"."""
    vocabulary = load_vocabulary()
    bodies: set[EntityId] = set()
    insiders: set[EntityId] = set()
    pending = [root.id for root in roots]
    while pending:
        body = pending.pop()
        if body in bodies:
            continue
        bodies.add(body)
        affirmed = [statement for statement in graph.statements(object=body) if graph.is_affirmed(statement)]
        pending.extend(part.subject for part in affirmed if part.predicate == PART_OF)
        insiders |= {one.subject for one in affirmed if vocabulary.predicate(one.predicate).says_we}
    return bodies, insiders


def _names_body(line: Line, body: Entity) -> bool:
    """Say whether the office's own words name a body; of its other names only proper ones, not "the country"."""
    proper = (fold(name) for name in (body.label, *body.aliases) if name[:1].isupper())
    return any(f" {name} " in f" {fold(text_of(line.object))} " for name in proper)


def _bodies_by_article(graph: Graph, office: EntityId | Value) -> Mapping[DocumentId, AbstractSet[EntityId]]:
    """Give what each article makes an office a part of: two articles' "foreign minister" may be of two countries."""
    bodies: dict[DocumentId, set[EntityId]] = defaultdict(set)
    if isinstance(office, Value):
        return bodies
    for statement in graph.statements(subject=office):
        if statement.predicate == PART_OF and not isinstance(statement.object, Value):
            for piece in graph.evidence(statement.id):
                if piece.affirms:
                    bodies[piece.document].add(statement.object)
    return bodies


def _with_evidence(graph: Graph, line: Line, evidence: Iterable[Evidence]) -> Iterator[Line]:
    """Yield a line with this evidence in the place of its own, nothing without evidence."""
    pieces = tuple(evidence)
    if pieces:
        yield replace(line, evidence=pieces, support=summarize(pieces, graph.document))


def _holder(graph: Graph, group: Iterable[Line], on: date | None) -> Holder:
    found = best_first(group)
    pieces = {piece.id: piece for line in found for piece in line.evidence}.values()
    nearest_first = sorted(pieces, key=lambda piece: (abs((on or date.max) - _day(graph, piece)), piece.id))
    facts = (known(piece, graph.document(piece.document).published) for piece in nearest_first)
    return Holder(
        person=found[0].subject,
        lines=found,
        evidence=tuple(nearest_first),
        support=summarize(nearest_first, graph.document),
        verdict=verdict((fact for fact in facts if fact is not None), on) if on else None,
    )


def _day(graph: Graph, piece: Evidence) -> date:
    return graph.document(piece.document).published or date.min


def _may_hold(holder: Holder) -> bool:
    """Say whether somebody held the office on the day asked for, or something is known that does not exclude it."""
    found = holder.verdict
    if found is None or found.standing is Standing.HELD:
        return True
    is_known = found.earlier or found.later or found.before or found.gone
    return found.standing is Standing.UNKNOWN and is_known is not None


def _rank(holder: Holder, on: date | None) -> tuple[bool, timedelta, str, str]:
    """Give what to sort holders by: held first, nearest day first; without a day the newest first."""
    last = holder.support.last or date.min
    if on is None or holder.verdict is None:
        return False, date.max - last, holder.person.label, holder.person.id
    days = (holder.verdict.earlier, holder.verdict.later, holder.verdict.before, holder.verdict.gone)
    nearest = min((abs(on - day) for day in days if day), default=timedelta.max)
    return holder.verdict.standing is not Standing.HELD, nearest, holder.person.label, holder.person.id
