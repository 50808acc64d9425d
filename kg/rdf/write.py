"""Knowledge → RDF: an article's named graph."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from pyoxigraph import NamedNode, Quad

from kg.document import Document, Period
from kg.knowledge import ArticleGraph, Entity, Evidence, Statement, Value
from kg.rdf.offices import memberships
from kg.rdf.terms import (
    Iris,
    Triple,
    clean,
    english,
    escape_iri,
    iri,
    keeps_type,
    moment,
    name_iri,
    plain,
    predicate_iri,
    typed,
    value_literal,
)
from kg.settings import DEFAULT_BASE


def article_quads(graph: ArticleGraph, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Give an article's named graph, each quad once."""
    iris = Iris(base)
    name = iris.article(graph.document.id)
    for subject, predicate, term in dict.fromkeys(_article(_storable(graph), iris)):
        yield Quad(subject, predicate, term, name)


def _storable(graph: ArticleGraph) -> ArticleGraph:
    """Clean literal objects before anything refers to them: a statement's id depends on its object."""
    cleaned = {
        statement.id: replace(statement, object=Value(clean(statement.object.text), statement.object.datatype))
        for statement in graph.statements
        if isinstance(statement.object, Value) and clean(statement.object.text) != statement.object.text
    }
    if not cleaned:
        return graph
    statements = (cleaned.get(statement.id, statement) for statement in graph.statements)
    evidence = (
        replace(item, statement=cleaned[item.statement].id) if item.statement in cleaned else item
        for item in graph.evidence
    )
    return replace(graph, statements=tuple(statements), evidence=tuple(evidence))


def _article(graph: ArticleGraph, iris: Iris) -> Iterator[Triple]:
    yield from _document(graph.document, iris)
    yield from chain.from_iterable(entity_triples(entity, iris) for entity in graph.entities)
    yield from chain.from_iterable(_statement(statement, iris) for statement in graph.statements)
    yield from chain.from_iterable(_evidence(evidence, graph.document, iris) for evidence in graph.evidence)
    yield from _edges(graph, iris)
    yield from memberships(graph, iris)
    yield from _declarations(graph)


def entity_triples(entity: Entity, iris: Iris) -> Iterator[Triple]:
    """Give what describes an entity, without its edges."""
    node = iris.entity(entity.id)
    yield node, iri("rdf:type"), name_iri(entity.type)
    yield node, iri("rdf:type"), name_iri(entity.kind)
    if entity.kind == "Office":
        yield node, iri("rdf:type"), iri("org:Post")
    yield node, iri("skos:prefLabel"), english(entity.label)
    for alias in entity.aliases:
        yield node, iri("skos:altLabel"), english(alias)
    for other in entity.same_as:
        yield node, iri("owl:sameAs"), NamedNode(escape_iri(other))


def _document(document: Document, iris: Iris) -> Iterator[Triple]:
    node = iris.article(document.id)
    yield node, iri("rdf:type"), iri("schema:NewsArticle")
    yield node, iri("kg:text"), plain(document.text)
    if document.title:
        yield node, iri("schema:headline"), english(document.title)
    if document.published:
        yield node, iri("schema:datePublished"), typed(document.published.isoformat(), "xsd:date")
    if document.publisher:
        yield node, iri("schema:publisher"), plain(document.publisher)
    if document.author:
        yield node, iri("schema:author"), plain(document.author)
    if document.url:
        yield node, iri("schema:url"), typed(document.url, "xsd:anyURI")


def _statement(statement: Statement, iris: Iris) -> Iterator[Triple]:
    node = iris.statement(statement.id)
    yield node, iri("rdf:type"), iri("kg:Statement")
    yield node, iri("rdf:type"), iri("rdf:Statement")
    subject, predicate, term = edge(statement, iris)
    yield node, iri("rdf:subject"), subject
    yield node, iri("rdf:predicate"), predicate
    yield node, iri("rdf:object"), term
    if isinstance(statement.object, Value) and not keeps_type(statement.object):
        yield node, iri("kg:datatype"), plain(statement.object.datatype)


def edge(statement: Statement, iris: Iris) -> Triple:
    """Give the plain edge of a statement, which its graph holds only if some evidence affirms it."""
    return (
        iris.entity(statement.subject),
        predicate_iri(statement.predicate),
        value_literal(statement.object) if isinstance(statement.object, Value) else iris.entity(statement.object),
    )


def _edges(graph: ArticleGraph, iris: Iris) -> Iterator[Triple]:
    affirmed = {evidence.statement for evidence in graph.evidence if evidence.affirms}
    yield from (edge(statement, iris) for statement in graph.statements if statement.id in affirmed)


def _evidence(evidence: Evidence, document: Document, iris: Iris) -> Iterator[Triple]:
    node = iris.evidence(evidence.id)
    yield iris.statement(evidence.statement), iri("kg:evidence"), node
    yield node, iri("rdf:type"), iri("kg:Evidence")
    yield node, iri("prov:wasQuotedFrom"), iris.article(evidence.document)
    yield node, iri("kg:polarity"), name_iri(evidence.polarity)
    yield node, iri("kg:certainty"), name_iri(evidence.certainty)
    yield node, iri("kg:rule"), plain(evidence.rule)
    yield node, iri("kg:lemma"), plain(evidence.lemma)
    yield node, iri("kg:confidence"), typed(_two_decimals(evidence.confidence), "xsd:decimal")
    if document.published:
        yield node, iri("kg:statedOn"), typed(document.published.isoformat(), "xsd:date")
    yield from _attribution(evidence, node, iris)
    yield from _circumstances(evidence, node, iris)
    yield from _selectors(evidence, node)


def _two_decimals(confidence: float) -> str:
    """Give the canonical `xsd:decimal` (`0.9`), which is what a store gives back."""
    return f"{confidence:.2f}".rstrip("0").rstrip(".")


def _attribution(evidence: Evidence, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    if evidence.source is not None:
        yield node, iri("kg:attributedTo"), iris.entity(evidence.source)
    if evidence.cue:
        yield node, iri("kg:cue"), plain(evidence.cue)
    if evidence.cue_kind:
        yield node, iri("kg:cueKind"), name_iri(f"cue{evidence.cue_kind.capitalize()}")


def _circumstances(evidence: Evidence, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    if evidence.time is not None:
        yield from _time(evidence.time, node)
    if evidence.place is not None:
        yield node, iri("kg:place"), iris.entity(evidence.place)
    if evidence.status:
        yield node, iri("kg:status"), name_iri(evidence.status)
    for words in evidence.qualifiers:
        yield node, iri("kg:qualifier"), plain(words)


def _time(period: Period, node: NamedNode) -> Iterator[Triple]:
    yield node, iri("kg:time"), plain(period.iso)
    for predicate, side in (("kg:timeStart", moment(period.start)), ("kg:timeEnd", moment(period.end))):
        if side is not None:
            yield node, iri(predicate), side


def _selectors(evidence: Evidence, node: NamedNode) -> Iterator[Triple]:
    position, words = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    yield node, iri("oa:hasSelector"), position
    yield node, iri("oa:hasSelector"), words
    yield position, iri("rdf:type"), iri("oa:TextPositionSelector")
    yield position, iri("oa:start"), typed(str(evidence.span.start), "xsd:nonNegativeInteger")
    yield position, iri("oa:end"), typed(str(evidence.span.end), "xsd:nonNegativeInteger")
    yield words, iri("rdf:type"), iri("oa:TextQuoteSelector")
    yield words, iri("oa:exact"), plain(evidence.quote)


def _declarations(graph: ArticleGraph) -> Iterator[Triple]:
    """Give what the ontology cannot: the open predicates used, for entities or for literals."""
    for statement in graph.statements:
        prefix, _, local = statement.predicate.partition(":")
        if prefix != "kgr":
            continue
        is_literal = isinstance(statement.object, Value)
        node = predicate_iri(statement.predicate)
        yield node, iri("rdf:type"), iri("rdf:Property")
        yield node, iri("rdf:type"), iri("owl:DatatypeProperty" if is_literal else "owl:ObjectProperty")
        yield node, iri("rdfs:subPropertyOf"), iri("kg:hasValue" if is_literal else "kg:relatesTo")
        yield node, iri("rdfs:label"), english(local.replace("-", " "))
