"""The last nouns: what a sentence says, who is meant, and where and how surely it is said.

A statement has no truth value; its evidence has.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from kg.document import Analysis, Document, DocumentId, Period, Span

EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)
PredicateId = NewType("PredicateId", str)
"""A compact IRI: `kg:rejects` (typed, in the ontology) or `kgr:push-for` (open)."""


class Polarity(StrEnum):
    """Whether the words affirm or deny the statement."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How the words present the statement."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"


class CueKind(StrEnum):
    """What a source does with the words that it is cited for."""

    SAY = "say"
    CLAIM = "claim"
    DENY = "deny"
    ACCUSE = "accuse"
    PREDICT = "predict"
    PROMISE = "promise"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal object: a quantity, a date, a quoted text.

    Attributes:
        text: the words, or the lexical form of the datatype.
        datatype: compact IRI (`xsd:date`, `xsd:integer`, `xsd:string`, `kg:quantity`).
    """

    text: str
    datatype: str = "xsd:string"


@dataclass(frozen=True, slots=True)
class Argument:
    """A subject, object, source or place as the sentence words it, not yet identified.

    Attributes:
        span: code points of the words that name it.
        text: those words, `document.text[span.start:span.end]`.
        head: index of the head token in the analysis.
        name: what to call it if that is not `text` (a reduced phrase, an implied actor).
        type: class that the words imply (`Person`, `Place`, `Issue` …), empty if open.
        aliases: other words of the sentence for the same thing (an apposition, an acronym).
        fuller: what an earlier sentence calls it, if that tells more ("shooting at a party" of "the shooting").
    """

    span: Span
    text: str
    head: int
    name: str = ""
    type: str = ""
    aliases: tuple[str, ...] = ()
    fuller: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple that a sentence makes, with its words. No claim without its span.

    Attributes:
        predicate: typed or open predicate.
        lemma: the wording's lemma with particle or preposition (`turn down`, `push for`).
        subject: holder, agent or possessor.
        object: an argument, or a literal.
        span: code points of the quote that supports it.
        rule: name of the construction (the file name in `extract/rules`).
        source: who says so, None if the article itself does.
        cue: the word that attributes (`say`, `according to`), empty without a source.
        status: `former`, `acting`, `elect`, `deputy`, `nominee`, `interim`, `outgoing` for
            offices, empty otherwise.
        confidence: in [0, 1].
        qualifiers: what else the clause says of it, each as the quote prints it and in its order ("as his deputy").
    """

    predicate: PredicateId
    lemma: str
    subject: Argument
    object: Argument | Value
    span: Span
    rule: str
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    source: Argument | None = None
    cue: str = ""
    cue_kind: CueKind | None = None
    time: Period | None = None
    place: Argument | None = None
    status: str = ""
    confidence: float = 0.5
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """Somebody or something that statements are about.

    Attributes:
        id: the part of its IRI after the base (`person/donald-trump`).
        label: its best name.
        type: most specific class, local name in the ontology (`Country`).
        kind: most general class (`Person`, `Organization`, `Place`, `Event`, `Office`,
            `Agreement`, `Product`, `Issue`, `Group`).
        aliases: surface forms met, sorted, the label not among them.
        same_as: IRIs that an identifier proves equal, sorted.
    """

    id: EntityId
    label: str
    type: str
    kind: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """Subject, predicate, object; the id is a hash of the three."""

    subject: EntityId
    predicate: PredicateId
    object: EntityId | Value

    @property
    def id(self) -> StatementId:
        """Give the content id: 16 hexadecimal digits, the same on every machine."""
        value = self.object
        tail = f'"{value.text}"^^{value.datatype}' if isinstance(value, Value) else f"<{value}>"
        key = f"<{self.subject}>\n{self.predicate}\n{tail}"
        return StatementId(hashlib.sha256(key.encode()).hexdigest()[:16])


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a statement is said: the quote and how it is meant.

    Attributes:
        statement: the statement's id.
        document: the article's id.
        span: code points of the quote in the article.
        quote: `document.text[span.start:span.end]`.
        lemma: the wording's lemma, for people and for the JSON-lines contract.
        source: who says so, None if the article does.
        cue: the attributing word, empty without one.
        cue_kind: what the source does with it, None without one.
        time: when it holds or held, None if not stated.
        place: where, None if not stated.
        status: for offices (see `Claim.status`).
        rule: the construction that read it.
        confidence: in [0, 1].
        qualifiers: what else the quote says of it (see `Claim.qualifiers`).
    """

    statement: StatementId
    document: DocumentId
    span: Span
    quote: str
    lemma: str
    rule: str
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    source: EntityId | None = None
    cue: str = ""
    cue_kind: CueKind | None = None
    time: Period | None = None
    place: EntityId | None = None
    status: str = ""
    confidence: float = 0.5
    qualifiers: tuple[str, ...] = ()

    @property
    def affirms(self) -> bool:
        """Say whether this evidence alone justifies a plain edge.

        Positive, certain, and neither denied nor merely alleged by its source; an office that is former
        or not yet held does not affirm either.
        """
        return (
            self.polarity is Polarity.POSITIVE
            and self.certainty is Certainty.CERTAIN
            and self.cue_kind not in {CueKind.DENY, CueKind.ACCUSE, CueKind.CLAIM}
            and self.status not in {"former", "elect", "nominee"}
        )

    @property
    def id(self) -> str:
        """Give a stable id within the article: statement, place in the text, and reading.

        Two readings of the same words (one attributed, one not) differ.
        """
        reading = "\n".join(
            str(part)
            for part in (
                self.polarity,
                self.certainty,
                self.source,
                self.cue,
                self.time,
                self.place,
                self.rule,
                self.status,
            )
        )
        digest = hashlib.sha256(f"{self.document}\n{reading}".encode()).hexdigest()[:8]
        return f"{self.statement}-{self.span.start}-{self.span.end}-{digest}"


def in_text_order(quote: str, qualifiers: Iterable[str]) -> tuple[str, ...]:
    """Give qualifiers as evidence holds them: each once, in the order in which its quote prints them."""
    return tuple(sorted(set(qualifiers), key=lambda words: (quote.find(words), words)))


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """What one article says: the unit that is merged, replaced and retracted.

    `entities`, `statements` and `evidence` are sorted by id; every id used is defined here.
    """

    document: Document
    entities: tuple[Entity, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())
    evidence: tuple[Evidence, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Reading:
    """One article through all stages, for those who ask what was read where.

    Attributes:
        claims: all that were made, those too that were left out for low confidence or could not be linked.
        graph: what came of them.
        origins: the claim behind each piece of evidence of `graph`, by the evidence's id.
    """

    analysis: Analysis
    claims: tuple[Claim, ...]
    graph: ArticleGraph
    origins: Mapping[str, Claim] = field(default_factory=dict)
