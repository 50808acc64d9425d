"""RDF → knowledge: reads what `kg.rdf.write` writes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Quad

from kg.document import Document, DocumentId, Period, Span
from kg.errors import StoreError
from kg.knowledge import (
    ArticleGraph,
    Certainty,
    CueKind,
    Entity,
    EntityId,
    Evidence,
    Polarity,
    Statement,
    StatementId,
    in_text_order,
)
from kg.rdf.terms import KINDS, Iris, Term, iri, name_of, predicate_id, value_of
from kg.settings import DEFAULT_BASE

Description = Mapping[NamedNode, list[Term]]
"""What is said of a node: predicate → objects."""
Describe = Callable[[NamedNode], Description]

_NOTHING: Description = MappingProxyType({})


def read_article(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> ArticleGraph:
    """Read the named graph of one article.

    The inverse of `article_quads`, but that confidence has two decimals and text is clean.

    Raises:
        StoreError: there is not exactly one article, or something it must have is missing.
    """
    iris = Iris(base)
    nodes = describe_all(quads)
    articles = _of_type(nodes, "schema:NewsArticle")
    if len(articles) != 1:
        raise StoreError(f"{len(articles)} articles where one was expected: build the graph again")

    def describe(node: NamedNode) -> Description:
        return nodes.get(node, _NOTHING)

    statements = {node: read_statement(node, describe, iris) for node in _of_type(nodes, "kg:Statement")}
    evidence = [
        read_evidence(item, statement.id, describe, iris)
        for node, statement in statements.items()
        for item in nodes[node].get(iri("kg:evidence"), [])
        if isinstance(item, NamedNode)
    ]
    entities = [read_entity(node, describe, iris) for node in nodes if iri("skos:prefLabel") in nodes[node]]
    return ArticleGraph(
        document=read_document(articles[0], describe, iris),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        statements=tuple(sorted(statements.values(), key=lambda statement: statement.id)),
        evidence=tuple(sorted(evidence, key=lambda item: item.id)),
    )


def describe_all(quads: Iterable[Quad]) -> Mapping[NamedNode, Description]:
    """Group quads by subject and predicate."""
    nodes: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, term, _ in quads:
        nodes[subject][predicate].append(term)
    return {node: dict(about) for node, about in nodes.items()}


def read_document(node: NamedNode, describe: Describe, iris: Iris) -> Document:
    """Read an article's own properties."""
    about = describe(node)
    published = _text(about, "schema:datePublished")
    return Document(
        id=DocumentId(iris.id(node)),
        text=_text(about, "kg:text"),
        title=_text(about, "schema:headline"),
        published=date.fromisoformat(published) if published else None,
        publisher=_text(about, "schema:publisher"),
        url=_text(about, "schema:url"),
        author=_text(about, "schema:author"),
    )


def read_entity(node: NamedNode, describe: Describe, iris: Iris) -> Entity:
    """Read an entity as one article describes it."""
    about = describe(node)
    classes = {name_of(term) for term in about.get(iri("rdf:type"), []) if term != iri("org:Post")}
    kind = min(classes & KINDS, default="")
    return Entity(
        id=EntityId(iris.id(node)),
        label=_text(about, "skos:prefLabel"),
        type=min(classes - {kind}, default=kind),
        kind=kind,
        aliases=tuple(sorted(term.value for term in about.get(iri("skos:altLabel"), []))),
        same_as=tuple(sorted(term.value for term in about.get(iri("owl:sameAs"), []))),
    )


def read_statement(node: NamedNode, describe: Describe, iris: Iris) -> Statement:
    """Read a statement.

    Raises:
        StoreError: a part is missing.
    """
    about = describe(node)
    term = _one(about, "rdf:object", node)
    return Statement(
        subject=EntityId(iris.id(_one(about, "rdf:subject", node))),
        predicate=predicate_id(_one(about, "rdf:predicate", node)),
        object=value_of(term, _text(about, "kg:datatype")) if isinstance(term, Literal) else EntityId(iris.id(term)),
    )


def read_evidence(node: NamedNode, statement: StatementId, describe: Describe, iris: Iris) -> Evidence:
    """Read a piece of evidence of a statement.

    Raises:
        StoreError: a part is missing.
    """
    about = describe(node)
    position, words = (describe(NamedNode(f"{node.value}/{selector}")) for selector in ("position", "quote"))
    cue_kind = _name(about, "kg:cueKind").removeprefix("cue").lower()
    quote = _one(words, "oa:exact", node).value
    return Evidence(
        statement=statement,
        document=DocumentId(iris.id(_one(about, "prov:wasQuotedFrom", node))),
        span=Span(int(_one(position, "oa:start", node).value), int(_one(position, "oa:end", node).value)),
        quote=quote,
        lemma=_text(about, "kg:lemma"),
        rule=_text(about, "kg:rule"),
        polarity=Polarity(name_of(_one(about, "kg:polarity", node))),
        certainty=Certainty(name_of(_one(about, "kg:certainty", node))),
        source=_entity(about, "kg:attributedTo", iris),
        cue=_text(about, "kg:cue"),
        cue_kind=CueKind(cue_kind) if cue_kind else None,
        time=_period(about),
        place=_entity(about, "kg:place", iris),
        status=_name(about, "kg:status"),
        confidence=float(_one(about, "kg:confidence", node).value),
        qualifiers=in_text_order(quote, (term.value for term in about.get(iri("kg:qualifier"), ()))),
    )


def _of_type(nodes: Mapping[NamedNode, Description], name: str) -> list[NamedNode]:
    return [node for node, about in nodes.items() if iri(name) in about.get(iri("rdf:type"), ())]


def _one(about: Description, predicate: str, node: NamedNode) -> Term:
    terms = about.get(iri(predicate))
    if not terms:
        raise StoreError(f"{node.value} lacks {predicate}: build the graph again")
    return terms[0]


def _text(about: Description, predicate: str) -> str:
    return next((term.value for term in about.get(iri(predicate), ())), "")


def _name(about: Description, predicate: str) -> str:
    return next((name_of(term) for term in about.get(iri(predicate), ())), "")


def _entity(about: Description, predicate: str, iris: Iris) -> EntityId | None:
    return next((EntityId(iris.id(term)) for term in about.get(iri(predicate), ())), None)


def _period(about: Description) -> Period | None:
    terms = about.get(iri("kg:time"))
    if not terms:
        return None
    start, slash, end = terms[0].value.partition("/")
    return Period(*("" if side == ".." else side for side in (start, end if slash else start)))
