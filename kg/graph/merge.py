"""One entity from the descriptions that several articles give of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from pyoxigraph import NamedNode, Quad

from kg.graph.store import QuadStore, subject_of, term_of
from kg.knowledge import Entity
from kg.rdf import Iris
from kg.rdf.read import read_entity
from kg.rdf.terms import Term
from kg.rdf.write import entity_triples

IsA = Callable[[str, str], bool]


def merged_descriptions(
    store: QuadStore, iris: Iris, nodes: AbstractSet[NamedNode], is_a: IsA
) -> tuple[set[Quad], set[Quad]]:
    """Give what the merge says of some entities, and what it should say by the articles."""
    said = describe_entities(store, iris, nodes)
    merged = (merge(occurrences, is_a) for occurrences in said.values())
    after = {Quad(*triple) for entity in merged for triple in entity_triples(entity, iris)}
    return set(store.descriptions(nodes, merged=True)), after


def describe_entities(store: QuadStore, iris: Iris, nodes: AbstractSet[NamedNode]) -> Mapping[NamedNode, list[Entity]]:
    """Give what each article says of each of the entities; nothing of one that no article mentions."""
    by_article: dict[tuple[NamedNode, object], dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.descriptions(nodes, merged=False):
        by_article[subject_of(quad), quad.graph_name][quad.predicate].append(term_of(quad))
    found: dict[NamedNode, list[Entity]] = defaultdict(list)
    for (node, _), about in by_article.items():
        found[node].append(read_entity(node, {node: about}.__getitem__, iris))
    return found


def merge(occurrences: Sequence[Entity], is_a: IsA) -> Entity:
    """Merge what articles say of the same entity, in whatever order they come.

    The label is the most frequent one, then the longest, then the first in the alphabet. The type
    is the most frequent of the most specific ones within the most frequent kind.

    Raises:
        ValueError: there is no occurrence.
    """
    if not occurrences:
        raise ValueError("nothing to merge")
    label = choose_label(entity.label for entity in occurrences)
    kind = _most_frequent(entity.kind for entity in occurrences)
    names = {name for entity in occurrences for name in (entity.label, *entity.aliases)}
    return Entity(
        id=occurrences[0].id,
        label=label,
        type=_choose_type([entity.type for entity in occurrences if entity.kind == kind], is_a),
        kind=kind,
        aliases=tuple(sorted(names - {label})),
        same_as=tuple(sorted({other for entity in occurrences for other in entity.same_as})),
    )


def choose_label(labels: Iterable[str]) -> str:
    """Give the most frequent label, then the longest, then the first in the alphabet."""
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], -len(label), label))


def _choose_type(types: Sequence[str], is_a: IsA) -> str:
    seen = set(types)
    if len(seen) == 1:
        return types[0]
    specific = [name for name in types if not any(other != name and is_a(other, name) for other in seen)]
    return _most_frequent(specific)


def _most_frequent(names: Iterable[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))
