"""Who relates to whom: all statements at once, without the cost of reading their evidence."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.store import QuadStore, subject_of, term_of
from kg.knowledge import Statement
from kg.rdf import Iris
from kg.rdf.read import read_statement
from kg.rdf.terms import Term, iri

_PARTS = ("rdf:subject", "rdf:predicate", "rdf:object", "kg:datatype")


@dataclass(frozen=True, slots=True)
class Relation:
    """A statement and how many articles make it.

    Attributes:
        statement: the statement.
        articles: articles with evidence for it, of whatever polarity and certainty.
        affirming: articles whose evidence affirms it.
    """

    statement: Statement
    articles: int
    affirming: int


def collect_relations(store: QuadStore, iris: Iris) -> tuple[Relation, ...]:
    """Give all statements with their numbers of articles, sorted by the statement's id."""
    parts: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(dict)
    articles: dict[NamedNode, set[object]] = defaultdict(set)
    for role in _PARTS:
        for quad in store.match(None, role):
            parts[subject_of(quad)][quad.predicate] = [term_of(quad)]
            articles[subject_of(quad)].add(quad.graph_name)
    affirming = _count_edges(store, {about[iri("rdf:predicate")][0] for about in parts.values()})
    relations = (
        Relation(
            statement=read_statement(node, parts.__getitem__, iris),
            articles=len(articles[node]),
            affirming=affirming.get(tuple(about[iri(role)][0] for role in _PARTS[:3]), 0),
        )
        for node, about in parts.items()
    )
    return tuple(sorted(relations, key=lambda relation: relation.statement.id))


def _count_edges(store: QuadStore, predicates: set[Term]) -> dict[tuple[Term, ...], int]:
    """Count the articles that have each plain edge."""
    counts: dict[tuple[Term, ...], int] = defaultdict(int)
    for predicate in predicates:
        for quad in store.match(None, predicate if isinstance(predicate, NamedNode) else None):
            counts[subject_of(quad), quad.predicate, term_of(quad)] += 1
    return counts
