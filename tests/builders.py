"""Hand-made knowledge for tests: three articles about invented talks, and large graphs to measure."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict, Unpack

from kg.document import Document, DocumentId, Period, Span
from kg.graph import Graph
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
)


class Reading(TypedDict, total=False):
    """How a quote is meant, with entities where `Evidence` has their ids."""

    lemma: str
    rule: str
    polarity: Polarity
    certainty: Certainty
    source: Entity
    cue: str
    cue_kind: CueKind
    time: Period
    place: Entity
    status: str
    confidence: float
    qualifiers: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A statement with the words of the article that say it."""

    subject: Entity
    predicate: str
    object: Entity | Value
    quote: str
    reading: Reading = field(default_factory=Reading)

    @property
    def statement(self) -> Statement:
        """Give the statement without its evidence."""
        target = self.object if isinstance(self.object, Value) else self.object.id
        return Statement(self.subject.id, PredicateId(self.predicate), target)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Give the entities that take part, the source and the place among them."""
        parts = (self.subject, self.object, self.reading.get("source"), self.reading.get("place"))
        return tuple(part for part in parts if isinstance(part, Entity))


def entity(label: str, kind: str, class_name: str = "", aliases: tuple[str, ...] = ()) -> Entity:
    """Make an entity whose id follows from its kind and label."""
    slug = re.sub(r"\W+", "-", label.casefold()).strip("-")
    return Entity(EntityId(f"{kind.casefold()}/{slug}"), label, class_name or kind, kind, aliases)


def fact(subject: Entity, predicate: str, target: Entity | Value, quote: str, **reading: Unpack[Reading]) -> Fact:
    """Make a fact; without more words it is certain, positive and in the article's own voice."""
    return Fact(subject, predicate, target, quote, reading)


def article_graph(document: Document, *facts: Fact) -> ArticleGraph:
    """Make the graph of an article from facts whose quotes it contains."""
    entities = {entity.id: entity for fact in facts for entity in fact.entities}
    statements = {fact.statement.id: fact.statement for fact in facts}
    evidence = {item.id: item for item in (_evidence(document, fact) for fact in facts)}
    return ArticleGraph(
        document,
        tuple(entities[id] for id in sorted(entities)),
        tuple(statements[id] for id in sorted(statements)),
        tuple(evidence[id] for id in sorted(evidence)),
    )


def graph_of(*articles: ArticleGraph) -> Graph:
    """Make a graph in memory of articles."""
    graph = Graph.in_memory()
    graph.add_all(articles)
    return graph


def _evidence(document: Document, fact: Fact) -> Evidence:
    start = document.text.index(fact.quote)
    reading = fact.reading
    return Evidence(
        statement=fact.statement.id,
        document=document.id,
        span=Span(start, start + len(fact.quote)),
        quote=fact.quote,
        lemma=reading.get("lemma", fact.predicate.partition(":")[2]),
        rule=reading.get("rule", "active"),
        polarity=reading.get("polarity", Polarity.POSITIVE),
        certainty=reading.get("certainty", Certainty.CERTAIN),
        source=reading["source"].id if "source" in reading else None,
        cue=reading.get("cue", ""),
        cue_kind=reading.get("cue_kind"),
        time=reading.get("time"),
        place=reading["place"].id if "place" in reading else None,
        status=reading.get("status", ""),
        confidence=reading.get("confidence", 0.9),
        qualifiers=reading.get("qualifiers", ()),
    )


NORLAND = entity("Norland", "Place", "Country", ("Tessaly",))
VELMAR = entity("Velmar", "Place", "Country")
HALDANE = entity("Ingrid Haldane", "Person", aliases=("Haldane",))
ORSINI = entity("Luca Orsini", "Person", aliases=("Mr Orsini",))
UNION = entity("Northern Union", "Organization", "InternationalOrganization")
TALKS = entity("missile talks", "Issue")
TREATY = entity("Karst Treaty", "Agreement")
MINISTER = entity("Foreign Minister of Norland", "Office")


def refusal_article() -> ArticleGraph:
    """Norland rejects the talks, says Haldane; The Courier, 11 February 2026."""
    document = Document(
        id=DocumentId("courier-1"),
        text="Norland rejected missile talks with Velmar, Foreign Minister Ingrid Haldane said on Tuesday. "
        "Former minister Luca Orsini, who left in 2019, met Haldane in Velmar. "
        "The Northern Union may push for talks. Velmar deployed 8,000 missiles.",
        title="Norland rejects talks",
        published=date(2026, 2, 11),
        publisher="The Courier",
        url="https://courier.example/1",
        author="Ann Writer",
    )
    return article_graph(
        document,
        fact(
            NORLAND,
            "kg:rejects",
            TALKS,
            "Norland rejected missile talks",
            source=HALDANE,
            cue="say",
            cue_kind=CueKind.SAY,
            time=Period("2026-02-10", "2026-02-10"),
        ),
        fact(HALDANE, "kg:holdsOffice", MINISTER, "Foreign Minister Ingrid Haldane", rule="title"),
        fact(
            ORSINI,
            "kg:holdsOffice",
            MINISTER,
            "Former minister Luca Orsini, who left in 2019",
            status="former",
            time=Period("", "2019"),
        ),
        fact(ORSINI, "kg:meets", HALDANE, "Luca Orsini, who left in 2019, met Haldane in Velmar", place=VELMAR),
        fact(UNION, "kgr:push-for", TALKS, "The Northern Union may push for talks", certainty=Certainty.POSSIBLE),
        fact(VELMAR, "kg:hasQuantity", Value("8,000 missiles", "kg:quantity"), "Velmar deployed 8,000 missiles"),
    )


def denial_article() -> ArticleGraph:
    """Norland denies that it rejected the talks; The Herald, 12 February 2026."""
    document = Document(
        id=DocumentId("herald/2"),
        text="Norland’s Luca Orsini denied that the country had rejected missile talks. "
        "Velmar signed the Karst Treaty. Ms Haldane praised the Karst Treaty.",
        title="Norland denies refusal",
        published=date(2026, 2, 12),
        publisher="The Herald",
    )
    haldane = Entity(HALDANE.id, "Ms Haldane", "Person", "Person", ("Haldane",))
    return article_graph(
        document,
        fact(
            NORLAND,
            "kg:rejects",
            TALKS,
            "the country had rejected missile talks",
            polarity=Polarity.NEGATIVE,
            source=ORSINI,
            cue="deny",
            cue_kind=CueKind.DENY,
        ),
        fact(VELMAR, "kg:signs", TREATY, "Velmar signed the Karst Treaty"),
        fact(haldane, "kg:praises", TREATY, "Ms Haldane praised the Karst Treaty"),
    )


def repeat_article() -> ArticleGraph:
    """Norland rejected the talks, in the article's own voice; The Courier, 14 February 2026."""
    document = Document(
        id=DocumentId("courier-3"),
        text="Norland rejected missile talks again. Haldane praised the Karst Treaty.",
        published=date(2026, 2, 14),
        publisher="The Courier",
    )
    return article_graph(
        document,
        fact(NORLAND, "kg:rejects", TALKS, "Norland rejected missile talks again", qualifiers=("again",)),
        fact(HALDANE, "kg:praises", TREATY, "Haldane praised the Karst Treaty"),
    )


def sample_articles() -> tuple[ArticleGraph, ...]:
    """Give the three articles about the talks."""
    return (refusal_article(), denial_article(), repeat_article())


def large_articles(count: int = 630, facts: int = 64) -> Iterator[ArticleGraph]:
    """Make articles about eight thousand entities, a few of which are in most articles."""
    chance = random.Random(1)
    kinds = ("Person", "Organization", "Place", "Event", "Issue")
    names = [entity(f"Name{i} Surname{i % 997}", kinds[i % 5], aliases=(f"Surname{i % 997}",)) for i in range(8000)]
    predicates = [
        "kg:meets",
        "kg:rejects",
        "kg:supports",
        "kg:visits",
        "kg:accuses",
        *(f"kgr:open-{i}" for i in range(50)),
    ]
    for number in range(count):
        sentences = [f"Sentence {i} of {number} says what it says about them." for i in range(facts)]
        document = Document(
            DocumentId(f"article-{number}"),
            " ".join(sentences),
            title=f"Headline {number}",
            published=date(2026, 1, 1 + number % 28),
            publisher=f"Publisher {number % 23}",
        )
        made = []
        for sentence in sentences:
            first, second, source = (names[int(chance.paretovariate(0.4)) % 8000] for _ in range(3))
            reading = Reading(certainty=chance.choice(tuple(Certainty)), time=Period("2026-01", "2026-01"))
            if chance.random() < 0.5:
                reading |= Reading(source=source, cue="say", cue_kind=CueKind.SAY)
            if first.id != second.id:
                made.append(fact(first, chance.choice(predicates), second, sentence, **reading))
        yield article_graph(document, *made)
