"""Hypothesis strategies for whatever articles may bring."""

from datetime import date

from hypothesis import strategies as st

from kg.document import Document, DocumentId, Period, Span
from kg.knowledge import (
    ArticleGraph,
    Certainty,
    CueKind,
    Entity,
    EntityId,
    Evidence,
    Polarity,
    PredicateId,
    Statement,
    Value,
    in_text_order,
)

CONTROLS = "".join(map(chr, range(32))).translate({9: None, 10: None, 13: None}) + "\ufffe\uffff"
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS), max_size=12)
any_words = st.text(max_size=20)
moments = st.sampled_from(["", "2019", "2019-05", "2019-05-04", "2026-02-11", "spring"])
periods = st.builds(Period, moments, st.just("")) | st.tuples(moments, moments).map(lambda ends: Period(*sorted(ends)))
values = st.builds(
    Value,
    words | st.sampled_from(["12", "08", "1.50", "2026-02-11", "2026", "two"]),
    st.sampled_from(["xsd:string", "xsd:integer", "xsd:decimal", "xsd:date", "xsd:gYear", "kg:quantity", "x:y"]),
)
predicates = st.sampled_from(
    ["kg:rejects", "kg:holdsOffice", "kg:partOf", "kg:hasQuantity", "kgr:push-for", "kgr:%C3%A9"]
)
classes = st.sampled_from(
    [("Person", "Person"), ("Country", "Place"), ("City", "Place"), ("Place", "Place"), ("Office", "Office")]
)


@st.composite
def entities(draw: st.DrawFn, ids: st.SearchStrategy[str] = words) -> Entity:
    """An entity, its aliases as they must be: sorted, without the label."""
    label, (class_name, kind) = draw(words), draw(classes)
    aliases = tuple(sorted(draw(st.frozensets(words, max_size=2)) - {label}))
    same_as = draw(st.sampled_from([(), ("http://www.wikidata.org/entity/Q794",)]))
    return Entity(EntityId(draw(ids)), label, class_name, kind, aliases, same_as)


@st.composite
def documents(draw: st.DrawFn, ids: st.SearchStrategy[str] = words, texts: st.SearchStrategy[str] = words) -> Document:
    """A document with any id and text."""
    return Document(
        DocumentId(draw(ids)),
        draw(texts),
        title=draw(texts),
        published=draw(st.none() | st.dates(date(1000, 1, 1))),
        publisher=draw(texts),
        url=draw(texts),
        author=draw(texts),
    )


@st.composite
def evidence(
    draw: st.DrawFn, document: Document, statement: Statement, sources: st.SearchStrategy[EntityId]
) -> Evidence:
    """Evidence at any place of the text."""
    start = draw(st.integers(0, len(document.text)))
    end = draw(st.integers(start, len(document.text)))
    return Evidence(
        statement=statement.id,
        document=document.id,
        span=Span(start, end),
        quote=document.text[start:end],
        lemma=draw(words),
        rule=draw(st.sampled_from(["active", "passive"])),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        source=draw(st.none() | sources),
        cue=draw(words),
        cue_kind=draw(st.none() | st.sampled_from(CueKind)),
        time=draw(st.none() | periods),
        place=draw(st.none() | sources),
        status=draw(st.sampled_from(["", "former", "acting", "elect"])),
        confidence=draw(st.integers(0, 100)) / 100,
        qualifiers=in_text_order(document.text[start:end], draw(st.frozensets(words, max_size=3))),
    )


@st.composite
def article_graphs(
    draw: st.DrawFn,
    document_ids: st.SearchStrategy[str] = words,
    entity_ids: st.SearchStrategy[str] = words,
    texts: st.SearchStrategy[str] = words,
) -> ArticleGraph:
    """An article's graph that keeps the promises of `ArticleGraph`."""
    document = draw(documents(document_ids, texts))
    who = draw(st.lists(entities(entity_ids), min_size=1, max_size=3, unique_by=lambda entity: entity.id))
    ids = st.sampled_from([entity.id for entity in who])
    made = st.builds(Statement, ids, predicates.map(PredicateId), ids | values)
    statements = draw(st.lists(made, max_size=3, unique_by=lambda statement: statement.id))
    said = [
        draw(evidence(document, statement, ids)) for statement in statements for _ in range(draw(st.integers(1, 2)))
    ]
    return ArticleGraph(
        document,
        tuple(sorted(who, key=lambda entity: entity.id)),
        tuple(sorted(statements, key=lambda statement: statement.id)),
        tuple(sorted({item.id: item for item in said}.values(), key=lambda item: item.id)),
    )
