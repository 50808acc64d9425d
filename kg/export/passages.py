"""What an article says, one passage after the other: a statement with its words and all that it refers to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Document, Sentence, Span
from kg.knowledge import Argument, Claim, Entity, Evidence, Reading, Statement, Value
from kg.vocabulary import Predicate, Vocabulary


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of evidence, with the claim that it was linked from.

    Attributes:
        source: who says so, None if the article does.
        place: where, None if not stated.
    """

    document: Document
    statement: Statement
    evidence: Evidence
    claim: Claim
    predicate: Predicate
    subject: Entity
    object: Entity | Value
    source: Entity | None
    place: Entity | None

    @property
    def object_label(self) -> str:
        """Give what to call the object."""
        return self.object.text if isinstance(self.object, Value) else self.object.label

    @property
    def object_kind(self) -> str:
        """Give the object's most general class, `Value` for a literal."""
        return "Value" if isinstance(self.object, Value) else self.object.kind

    @property
    def object_span(self) -> Span | None:
        """Give the code points of the object's words, None for a literal that the quote does not show as it is."""
        if isinstance(self.claim.object, Argument):
            return self.claim.object.span
        start = self.evidence.quote.find(self.claim.object.text)
        if start < 0:
            return None
        start += self.evidence.span.start
        return Span(start, start + len(self.claim.object.text))

    @property
    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield how the statement is meant, as name and value, what is not stated left out.

        Polarity, certainty, rule and confidence are always there.
        """
        evidence = self.evidence
        yield "polarity", str(evidence.polarity)
        yield "certainty", str(evidence.certainty)
        yield from (
            (name, value)
            for name, value in (
                ("status", evidence.status),
                ("speaker", self.source.label if self.source else ""),
                ("cue", evidence.cue),
                ("time", evidence.time.iso if evidence.time else ""),
                ("place", self.place.label if self.place else ""),
                ("qualifiers", "; ".join(evidence.qualifiers)),
            )
            if value
        )
        yield "rule", evidence.rule
        yield "confidence", f"{evidence.confidence:.2f}"


def passages(reading: Reading, vocabulary: Vocabulary) -> Iterator[Passage]:
    """Yield the passages of an article in the order of its text."""
    graph = reading.graph
    entities = {entity.id: entity for entity in graph.entities}
    statements = {statement.id: statement for statement in graph.statements}
    for evidence in sorted(graph.evidence, key=lambda item: (item.span, item.id)):
        statement = statements[evidence.statement]
        target = statement.object
        yield Passage(
            document=graph.document,
            statement=statement,
            evidence=evidence,
            claim=reading.origins[evidence.id],
            predicate=vocabulary.predicate(statement.predicate),
            subject=entities[statement.subject],
            object=target if isinstance(target, Value) else entities[target],
            source=entities[evidence.source] if evidence.source is not None else None,
            place=entities[evidence.place] if evidence.place is not None else None,
        )


def sentence_of(passage: Passage, sentences: tuple[Sentence, ...]) -> Sentence | None:
    """Give the sentence in which the quote of a passage starts, None if it starts outside of all."""
    return next((sentence for sentence in sentences if passage.evidence.span.start in sentence.span), None)


def one_line(text: str) -> str:
    """Give text in one line without control characters, for formats whose fields and records are lines."""
    return _NOT_PRINTED.sub(" ", text).strip()


_NOT_PRINTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
