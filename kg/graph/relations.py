"""Who relates to whom: all statements at once, without the cost of reading their evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.store import QuadStore, subject_of, term_of
from kg.knowledge import EntityId, PredicateId, Statement
from kg.rdf import Iris
from kg.rdf.read import Description, read_statement
from kg.rdf.terms import Term, iri, predicate_iri

_PARTS = ("rdf:subject", "rdf:predicate", "rdf:object", "kg:datatype")


@dataclass(frozen=True, slots=True)
class Relation:
    """A statement and how many articles make it.

    Attributes:
        statement: the statement.
        articles: articles with evidence for it, of whatever polarity and certainty.
        affirming: articles whose evidence affirms it.
        evidence: pieces of evidence.
        speakers: who is cited, sorted, once for each piece that cites them.
    """

    statement: Statement
    articles: int
    affirming: int
    evidence: int
    speakers: tuple[EntityId, ...]


def collect_relations(store: QuadStore, iris: Iris) -> tuple[Relation, ...]:
    """Give all statements with their numbers of articles, sorted by the statement's id."""
    parts: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(dict)
    for role in _PARTS:
        for quad in store.match(None, role):
            parts[subject_of(quad)][quad.predicate] = [term_of(quad)]
    articles = store.tally("GRAPH ?it { ?group a kg:Statement }")
    affirming = count_edges(store)
    pieces, speakers = _count_evidence(store, iris)
    relations = (
        Relation(
            statement=read_statement(node, parts.__getitem__, iris),
            articles=articles[node.value],
            affirming=affirming.get(_edge(about), 0),
            evidence=pieces[node],
            speakers=tuple(sorted(speakers[node])),
        )
        for node, about in parts.items()
    )
    return tuple(sorted(relations, key=lambda relation: relation.statement.id))


def collect_objects(store: QuadStore, iris: Iris, predicates: Iterable[PredicateId]) -> tuple[EntityId, ...]:
    """Give the entities that statements with one of these predicates have as their object, sorted."""
    names = " ".join(sorted(str(predicate_iri(predicate)) for predicate in predicates))
    pattern = f"VALUES ?predicate {{ {names} }} ?it rdf:predicate ?predicate ; rdf:object ?group FILTER isIRI(?group)"
    return tuple(sorted(EntityId(iris.id(NamedNode(found))) for found in store.tally(pattern)))


def _count_evidence(store: QuadStore, iris: Iris) -> tuple[Mapping[NamedNode, int], Mapping[NamedNode, list[EntityId]]]:
    """Give for each statement its number of pieces of evidence, and who they cite."""
    statements = {term_of(quad): subject_of(quad) for quad in store.match(None, "kg:evidence")}
    speakers: dict[NamedNode, list[EntityId]] = defaultdict(list)
    for quad in store.match(None, "kg:attributedTo"):
        speakers[statements[subject_of(quad)]].append(EntityId(iris.id(term_of(quad))))
    return Counter(statements.values()), speakers


def _edge(about: Description) -> tuple[Term, Term, Term]:
    return about[iri("rdf:subject")][0], about[iri("rdf:predicate")][0], about[iri("rdf:object")][0]


def count_edges(store: QuadStore) -> Mapping[tuple[Term, Term, Term], int]:
    """Count the articles that have each plain edge."""
    counts: dict[tuple[Term, Term, Term], int] = defaultdict(int)
    for predicate in store.tally("?it rdf:predicate ?group"):
        for quad in store.match_articles(None, NamedNode(predicate)):
            counts[subject_of(quad), quad.predicate, term_of(quad)] += 1
    return counts
