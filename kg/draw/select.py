"""From a graph to a picture: its most connected part, small enough to read."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log2

from kg.draw.choose import grow, strongest, weigh, within
from kg.draw.diagram import CERTAINTIES, Diagram, Edge, Node, Quote
from kg.errors import InputError
from kg.graph import Graph, Relation
from kg.knowledge import Certainty, CueKind, Entity, EntityId, Evidence, Polarity, Statement
from kg.vocabulary import Vocabulary, load_vocabulary

__all__ = ["Diagram", "Edge", "Node", "Quote", "select"]

_QUOTES = 20
"""Quotes kept for a relation; the number of articles still counts all of them."""
_ALLEGED = frozenset({CueKind.DENY, CueKind.ACCUSE, CueKind.CLAIM})
_DATED_STATUS = frozenset({"former", "elect", "nominee"})


def select(
    graph: Graph,
    *,
    around: str | None = None,
    hops: int = 1,
    types: Sequence[str] = (),
    top: int = 40,
    density: float = 1.5,
) -> Diagram:
    """Give the most connected entities, held together where the graph allows, and what relates them.

    Literals are left out. Unnamed issues and groups with a single relation come last.

    Args:
        graph: where to read.
        around: name or id of the entity in the centre; None for the whole graph.
        hops: how many relations away from the centre an entity may be.
        types: classes to show (`Person`, `Country`), in any case; all if empty. The centre is always shown.
        top: largest number of entities.
        density: largest number of related pairs for each entity; the weaker ones beyond are left out.

    Raises:
        InputError: a number is not positive, a class is unknown, or nothing is left to show.
        UnknownName: no entity is called `around`.
    """
    if top < 1 or hops < 1:
        raise InputError(f"top is {top} and hops is {hops}; both must be at least 1")
    vocabulary = load_vocabulary()
    centre = graph.resolve_name(around).id if around else None
    shown = _Shown(graph, centre, types, vocabulary)
    relations = [relation for relation in _relations(graph, centre, hops) if shown.has(relation)]
    weights = weigh((relation.source, relation.target, relation.weight) for relation in relations)
    pool = within(weights, centre, hops) if centre else set(weights)
    if not pool:
        raise InputError("no relation between two entities is left to draw; allow more types, or add articles")
    chosen = set(islice(grow(weights, pool, centre, lambda id: _importance(weights[id], shown.entity(id))), top))
    pairs, left_out = strongest(weights, chosen, centre, round(density * len(chosen)))
    mentions = _mentions(relations)
    entities = [shown.entity(id) for id in sorted(chosen)]
    return Diagram(
        nodes=tuple(Node(entity.id, entity.label, entity.kind, mentions[entity.id]) for entity in entities),
        edges=tuple(_edge(relation, graph, vocabulary) for relation in relations if relation.pair in pairs),
        note=_note(len(chosen), len(pool), left_out, shown.entity(centre).label if centre else "", hops),
    )


@dataclass(frozen=True, slots=True)
class _Relation:
    """A statement between two entities, with what supports it."""

    source: EntityId
    target: EntityId
    statement: Statement
    support: Relation

    @property
    def pair(self) -> tuple[EntityId, EntityId]:
        return min(self.source, self.target), max(self.source, self.target)

    @property
    def weight(self) -> float:
        """Give how much it matters: more with each article, but ever less; little if nobody affirms it."""
        return (1 + log2(self.support.articles)) * (1.0 if self.support.affirming else 0.4)


class _Shown:
    """Says which entities a picture may show, reading each of them once."""

    def __init__(self, graph: Graph, centre: EntityId | None, types: Sequence[str], vocabulary: Vocabulary) -> None:
        self._graph, self._centre, self._vocabulary = graph, centre, vocabulary
        self._classes = _classes(types, vocabulary)
        self._known: dict[EntityId, Entity] = {}

    def has(self, relation: _Relation) -> bool:
        """Say whether both ends of a relation may be shown."""
        return self._is_shown(relation.source) and self._is_shown(relation.target)

    def entity(self, id: EntityId) -> Entity:
        """Give an entity."""
        if id not in self._known:
            self._known[id] = self._graph.entity(id)
        return self._known[id]

    def _is_shown(self, id: EntityId) -> bool:
        if not self._classes or id == self._centre:
            return True
        return any(self._vocabulary.is_a(self.entity(id).type, name) for name in self._classes)


def _classes(types: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the classes of these names, whatever their case.

    Raises:
        InputError: there is no such class.
    """
    names = {name.casefold(): name for name in vocabulary.classes}
    unknown = [type_ for type_ in types if type_.casefold() not in names]
    if unknown:
        raise InputError(f"no class is called {unknown[0]!r}; try Person, Organization, Place, Event or Issue")
    return tuple(names[type_.casefold()] for type_ in types)


def _relations(graph: Graph, centre: EntityId | None, hops: int) -> list[_Relation]:
    """Give what relates two different entities, near the centre only if there is one, sorted by the ends."""
    found = [
        _Relation(relation.statement.subject, EntityId(relation.statement.object), relation.statement, relation)
        for relation in graph.relations()
        if isinstance(relation.statement.object, str) and relation.statement.object != relation.statement.subject
    ]
    found.sort(key=lambda relation: (relation.source, relation.target, relation.statement))
    if centre is None:
        return found
    weights = weigh((relation.source, relation.target, 1.0) for relation in found)
    # The outermost entities have all their relations: what they have to do with each other is shown.
    near = within(weights, centre, hops)
    return [relation for relation in found if relation.source in near or relation.target in near]


def _importance(near: Mapping[EntityId, float], entity: Entity) -> float:
    """Give the sum of the weights of an entity's relations, a tenth of it for an unnamed loose end."""
    is_loose_end = len(near) == 1 and entity.kind in {"Issue", "Group"}
    return sum(near.values()) * (0.1 if is_loose_end else 1.0)


def _mentions(relations: Iterable[_Relation]) -> Counter[EntityId]:
    """Count the pieces of evidence that name each entity as subject, object or source."""
    counts: Counter[EntityId] = Counter()
    for relation in relations:
        ends = (relation.source, relation.target)
        for end in ends:
            counts[end] += relation.support.evidence
        counts.update(speaker for speaker in relation.support.speakers if speaker not in ends)
    return counts


def _edge(relation: _Relation, graph: Graph, vocabulary: Vocabulary) -> Edge:
    predicate = vocabulary.predicate(relation.statement.predicate)
    quotes = sorted((_quote(item, graph) for item in graph.evidence(relation.statement.id)), key=_quote_order)
    asserted = [quote for quote in quotes if quote.polarity == Polarity.POSITIVE]
    return Edge(
        source=relation.source,
        target=relation.target,
        predicate=predicate.id,
        label=predicate.label,
        sign=predicate.sign,
        polarity="negative" if not asserted else "positive" if len(asserted) == len(quotes) else "mixed",
        certainty=(asserted or quotes)[0].certainty,
        sources=relation.support.articles,
        quotes=tuple(quotes[:_QUOTES]),
    )


def _quote(item: Evidence, graph: Graph) -> Quote:
    document = graph.document(item.document)
    return Quote(
        text=item.quote,
        title=document.title,
        publisher=document.publisher,
        date=document.published.isoformat() if document.published else "",
        url=document.url,
        speaker=graph.entity(item.source).label if item.source else "",
        certainty=_manner(item),
        polarity=str(item.polarity),
    )


def _manner(item: Evidence) -> str:
    """Give how the words present the statement, one of `CERTAINTIES`; `certain` only if they assert it."""
    if item.certainty is not Certainty.CERTAIN:
        return str(item.certainty)
    if item.polarity is Polarity.POSITIVE and item.cue_kind in _ALLEGED:
        return "alleged"
    return item.status if item.status in _DATED_STATUS else "certain"


def _quote_order(quote: Quote) -> tuple[int, tuple[int, ...], str, str]:
    """Order the most certain quotes first, then the newest, those without a date last."""
    newest_first = tuple(-ord(digit) for digit in quote.date) or (0,)
    return CERTAINTIES.index(quote.certainty), newest_first, quote.publisher, quote.text


def _note(shown: int, available: int, left_out: int, centre: str, hops: int) -> str:
    """Say what the picture leaves out; empty if that is nothing."""
    where = f" within {hops} step{'s' if hops > 1 else ''} of {centre}" if centre else ""
    parts = []
    if shown < available:
        parts.append(f"showing {shown} of {available} entities{where}, the most connected")
    if left_out:
        parts.append(f"{left_out} weaker relations not drawn")
    return "; ".join([*parts, "--top, --around show others"]) if parts else ""
