"""Statements of office as `org:Membership`, so that whoever knows the W3C ORG ontology finds them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.document import Period
from kg.knowledge import ArticleGraph, EntityId, Evidence, PredicateId, Value
from kg.rdf.terms import Iris, Triple, iri, moment, name_iri, typed

HOLDS_OFFICE = PredicateId("kg:holdsOffice")
PART_OF = PredicateId("kg:partOf")


def memberships(graph: ArticleGraph, iris: Iris) -> Iterator[Triple]:
    """Give the times in office that the article asserts, former ones too.

    One node for each holder, office, period, status and organization. Who is elected or nominated
    holds nothing yet. The organization is known where the article makes the office a part of it.
    """
    held = {
        statement.id: (statement.subject, statement.object)
        for statement in graph.statements
        if statement.predicate == HOLDS_OFFICE and not isinstance(statement.object, Value)
    }
    organizations = _organizations(graph)
    for evidence in graph.evidence:
        if evidence.statement in held and _was_held(evidence):
            holder, office = held[evidence.statement]
            organization = organizations.get(office)
            node = iris.membership(_key(evidence, organization))
            yield from _membership(evidence, node, iris)
            yield node, iri("org:member"), iris.entity(holder)
            yield node, iri("org:role"), iris.entity(office)
            if organization is not None:
                yield node, iri("org:organization"), iris.entity(organization)
                yield iris.entity(office), iri("org:postIn"), iris.entity(organization)
            yield from _during(evidence, node, graph.document.published)


def _was_held(evidence: Evidence) -> bool:
    return (replace(evidence, status="") if evidence.status == "former" else evidence).affirms


def _key(evidence: Evidence, organization: EntityId | None) -> str:
    period = evidence.time.iso if evidence.time else ""
    parts = (evidence.statement, period, evidence.status, organization or "")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _organizations(graph: ArticleGraph) -> Mapping[EntityId, EntityId]:
    """Give office → organization; the first in the order of statements if there are several."""
    affirmed = {evidence.statement for evidence in graph.evidence if evidence.affirms}
    return {
        statement.subject: statement.object
        for statement in reversed(graph.statements)
        if statement.predicate == PART_OF and statement.id in affirmed and not isinstance(statement.object, Value)
    }


def _membership(evidence: Evidence, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    yield node, iri("rdf:type"), iri("org:Membership")
    yield node, iri("prov:wasDerivedFrom"), iris.evidence(evidence.id)
    if evidence.status:
        yield node, iri("kg:status"), name_iri(evidence.status)


def _during(evidence: Evidence, node: NamedNode, published: date | None) -> Iterator[Triple]:
    """Give the interval of a time in office, none if nothing is known of it.

    A single date lies inside the interval and does not limit it. A former holder's interval never
    stays open: without a stated end it ended on the article's day at the latest.
    """
    instants = _instants(evidence.time or Period("", ""))
    interval = NamedNode(f"{node.value}/during")
    if evidence.status == "former" and "hasEnd" not in instants:
        if published is None:
            return
        yield interval, iri("sem:hasLatestEndTimeStamp"), typed(published.isoformat(), "xsd:date")
    elif not instants:
        return
    yield node, iri("org:memberDuring"), interval
    yield interval, iri("rdf:type"), iri("time:Interval")
    for relation, literal in instants.items():
        instant = NamedNode(f"{node.value}/{relation}")
        yield interval, iri(f"time:{relation}"), instant
        yield instant, iri("rdf:type"), iri("time:Instant")
        yield instant, _IN_XSD[literal.datatype], literal


def _instants(period: Period) -> dict[str, Literal]:
    """Give the known instants of a period by their relation to the interval (`time:…`)."""
    if period.start == period.end:
        sides = {"inside": moment(period.start)}
    else:
        sides = {"hasBeginning": moment(period.start), "hasEnd": moment(period.end)}
    return {relation: literal for relation, literal in sides.items() if literal is not None}


_IN_XSD = {
    iri("xsd:date"): iri("time:inXSDDate"),
    iri("xsd:gYear"): iri("time:inXSDgYear"),
    iri("xsd:gYearMonth"): iri("time:inXSDgYearMonth"),
}
