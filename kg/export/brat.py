"""brat's standoff format: `NAME.txt` with the stored text, `NAME.ann` with what was read in it, for each article.

* `T` marks the words of a subject, an object or a speaker, with the most general class of the entity; `Value` is a
  literal. Offsets are code points of the stored text; words that a line break interrupts are in several fragments.
* `R` goes from subject to object and is named after the predicate.
* `A` says how a statement is meant: `Negation`, `Certainty`, `Status`. brat shows attributes of marked words only,
  not of relations, so they stand on the object, which is then marked once for each way in which it is meant.
* `#` notes the rest: on marked words the entity's id and label; on a relation its predicate, speaker, cue, time,
  place, rule, confidence and quote. A statement whose object cannot be marked, as the text shows no such words,
  is in a note on its subject.

`annotation.conf` declares the types that occur, which brat wants to know before it shows a folder.

Source: https://brat.nlplab.org/standoff.html and https://brat.nlplab.org/configuration.html
"""

import re
from collections.abc import Iterable, Iterator

from kg.document import Document, Span
from kg.export.archive import File, FileNames
from kg.export.passages import Passage, one_line, passages
from kg.knowledge import Certainty, Entity, Evidence, Polarity, Reading
from kg.vocabulary import Vocabulary

Attributes = tuple[tuple[str, str], ...]
"""Name and value; the value of one that is just there is empty."""

_NOT_IN_TYPE = re.compile(r"[^A-Za-z0-9_-]+")
_FIXED = """[relations]
{relations}
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Negation\tArg:<ENTITY>
Certainty\tArg:<ENTITY>, Value:{certainties}
Status\tArg:<ENTITY>, Value:{statuses}
"""
_CERTAINTIES = "|".join(value for value in Certainty if value is not Certainty.CERTAIN)
_STATUSES = "former|acting|elect|deputy|nominee|interim|outgoing"


def standoff(readings: Iterable[Reading], vocabulary: Vocabulary) -> Iterator[File]:
    """Yield `NAME.txt` and `NAME.ann` for each article, and `annotation.conf` at the end."""
    names, kinds, relations = FileNames(), {"Value"}, set[str]()
    for reading in readings:
        document = reading.analysis.document
        name = names.name(document.id)
        annotations = _Annotations(document)
        for passage in passages(reading, vocabulary):
            annotations.add(passage)
        kinds |= annotations.kinds
        relations |= annotations.relations
        yield f"{name}.txt", _encoded(document.text)
        yield f"{name}.ann", _encoded("".join(line + "\n" for line in annotations.lines))
    yield "annotation.conf", _encoded(_configuration(kinds, relations))


def fragments(text: str, span: Span) -> list[Span]:
    """Give the parts of a span that no line break interrupts, since a mark of brat lies in lines."""
    parts, start = [], span.start
    for line in span.of(text).splitlines(keepends=True):
        (words,) = line.splitlines()
        if words.strip():
            parts.append(Span(start, start + len(words)))
        start += len(line)
    return parts


class _Annotations:
    """The lines of one `.ann` file, numbered as they come."""

    def __init__(self, document: Document) -> None:
        self.lines: list[str] = []
        self.kinds: set[str] = set()
        self.relations: set[str] = set()
        self._text = document.text
        self._counts: dict[str, int] = {}
        self._marks: dict[tuple[Span, str, Attributes], str] = {}

    def add(self, passage: Passage) -> None:
        """Add a statement with the words that it is about."""
        claim = passage.claim
        subject = self._entity(claim.subject.span, passage.subject)
        target = self._object(passage)
        if passage.source is not None and claim.source is not None:
            self._entity(claim.source.span, passage.source)
        if target is None or subject in {None, target}:
            if subject is not None:
                self._note(subject, f"{_facts(passage)}; object {passage.object_label}")
            return
        relation = type_name(passage.predicate.id)
        self.relations.add(relation)
        self._note(self._line("R", f"{relation} Arg1:{subject} Arg2:{target}"), _facts(passage))

    def _object(self, passage: Passage) -> str | None:
        span, meant = passage.object_span, _meant(passage.evidence)
        if span is None:
            return None
        if isinstance(passage.object, Entity):
            return self._entity(span, passage.object, meant)
        return self._mark(span, "Value", meant)

    def _entity(self, span: Span, entity: Entity, attributes: Attributes = ()) -> str | None:
        known = (span, entity.kind, attributes) in self._marks
        mark = self._mark(span, entity.kind, attributes)
        if mark is not None and not known:
            self._note(mark, f"{entity.id}; {entity.label}")
        return mark

    def _mark(self, span: Span, kind: str, attributes: Attributes) -> str | None:
        """Give the id of the mark of these words, which is added if it is new; None if there is nothing to mark."""
        key = (span, kind, attributes)
        parts = fragments(self._text, span)
        if key not in self._marks and parts:
            places = ";".join(f"{part.start} {part.end}" for part in parts)
            words = " ".join(part.of(self._text) for part in parts)
            self.kinds.add(kind)
            self._marks[key] = self._line("T", f"{kind} {places}\t{words}")
            for name, value in attributes:
                self._line("A", f"{name} {self._marks[key]} {value}".strip())
        return self._marks.get(key)

    def _note(self, about: str, words: str) -> None:
        self._line("#", f"AnnotatorNotes {about}\t{one_line(words)}")

    def _line(self, letter: str, content: str) -> str:
        number = self._counts[letter] = self._counts.get(letter, 0) + 1
        self.lines.append(f"{letter}{number}\t{content}")
        return f"{letter}{number}"


def type_name(predicate: str) -> str:
    """Give a predicate as a type of brat, which has letters, digits, `-` and `_` only.

    Example:
        `kg:rejects` gives `rejects`, `kgr:push-for` gives `push-for`.
    """
    return _NOT_IN_TYPE.sub("_", predicate.partition(":")[2]) or "_"


def _meant(evidence: Evidence) -> Attributes:
    meant = []
    if evidence.polarity is Polarity.NEGATIVE:
        meant.append(("Negation", ""))
    if evidence.certainty is not Certainty.CERTAIN:
        meant.append(("Certainty", str(evidence.certainty)))
    if evidence.status:
        meant.append(("Status", evidence.status))
    return tuple(meant)


def _facts(passage: Passage) -> str:
    span = passage.evidence.span
    facts = (f"{name} {value}" for name, value in passage.facts)
    return "; ".join((passage.predicate.id, *facts, f"quote {span.start}–{span.end}"))


def _configuration(kinds: set[str], relations: set[str]) -> str:
    declared = "\n".join(f"{relation}\tArg1:<ENTITY>, Arg2:<ENTITY>" for relation in sorted(relations))
    fixed = _FIXED.format(relations=declared, certainties=_CERTAINTIES, statuses=_STATUSES)
    return "[entities]\n" + "\n".join(sorted(kinds)) + "\n\n" + fixed


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
