"""UIMA CAS JSON, which INCEpTION imports with custom layers: `NAME.json` for each article, and `layers.xml`.

In a project of INCEpTION, first import `layers.xml` (Settings, Layers, Import, "UIMA type system"), then the
articles as "UIMA CAS JSON". The layers:

* `newskg.Mention`, a span: the words of a subject or an object, with id, label and kind of the entity;
* `newskg.Relation`, a relation over mentions: from subject (`Governor`) to object (`Dependent`), with predicate,
  polarity and certainty;
* `newskg.Evidence`, a span: the quote of a statement with all that is known of it, those statements too whose
  object is a literal that the text does not show as it is, and which therefore have no relation.

Sentences and tokens are those of our analysis, as the types of DKPro Core that INCEpTION has built in.

Offsets are UTF-16 code units, as in Java; a character outside of the Basic Multilingual Plane counts two.

Source: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc, version 0.4.0, and
INCEpTION's user guide, "UIMA CAS JSON" and "Layers".
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from kg.document import Span
from kg.export.archive import File, FileNames
from kg.export.passages import Passage, passages
from kg.knowledge import Entity, Reading
from kg.vocabulary import Vocabulary

MENTION, RELATION, EVIDENCE = "newskg.Mention", "newskg.Relation", "newskg.Evidence"
_SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
_TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
_TEXT, _NUMBER = "uima.cas.String", "uima.cas.Float"
_ENDS = ("Governor", "Dependent")
"""Names that INCEpTION knows the source and the target of a relation by."""

_LAYERS: Mapping[str, Mapping[str, str]] = {
    MENTION: dict.fromkeys(("identifier", "label", "kind"), _TEXT),
    RELATION: {
        **dict.fromkeys(_ENDS, MENTION),
        **dict.fromkeys(("predicate", "polarity", "certainty", "statement"), _TEXT),
    },
    EVIDENCE: {
        **dict.fromkeys(("subject", "predicate", "object", "polarity", "certainty", "status"), _TEXT),
        **dict.fromkeys(("speaker", "cue", "time", "place", "qualifiers", "rule", "statement"), _TEXT),
        "confidence": _NUMBER,
    },
}
"""Layer → feature → range."""

_VIEW = "_InitialView"
_SOFA = 1
Structure = dict[str, object]


def cas_files(readings: Iterable[Reading], vocabulary: Vocabulary) -> Iterator[File]:
    """Yield `layers.xml`, then `NAME.json` for each article."""
    names = FileNames()
    yield "layers.xml", type_system().encode()
    for reading in readings:
        cas = json.dumps(article_cas(reading, vocabulary), ensure_ascii=False, indent=1)
        yield f"{names.name(reading.analysis.document.id)}.json", cas.encode("utf-8", errors="replace")


def type_system() -> str:
    """Give the layers as a UIMA type system description."""
    types = "".join(
        _TYPE.format(name=name, features="".join(_FEATURE.format(name=f, range=r) for f, r in features.items()))
        for name, features in _LAYERS.items()
    )
    return _TYPE_SYSTEM.format(types=types)


def article_cas(reading: Reading, vocabulary: Vocabulary) -> Structure:
    """Give an article as a CAS, ready to be written as JSON."""
    structures = _Structures(reading.analysis.document.text)
    for sentence in reading.analysis.sentences:
        structures.annotate(_SENTENCE, sentence.span)
    for token in reading.analysis.tokens:
        if token.span:
            structures.annotate(_TOKEN, token.span)
    for passage in passages(reading, vocabulary):
        _add(passage, structures)
    members = [structure["%ID"] for structure in structures.all[1:]]
    return {
        "%TYPES": _types(),
        "%FEATURE_STRUCTURES": structures.all,
        "%VIEWS": {_VIEW: {"%SOFA": _SOFA, "%MEMBERS": members}},
    }


class _Structures:
    """The feature structures of one CAS, numbered as they come; the first is the text."""

    def __init__(self, text: str) -> None:
        sofa = {"%ID": _SOFA, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": _VIEW, "mimeType": "text"}
        self.all: list[Structure] = [{**sofa, "sofaString": text}]
        self._offsets = tuple(accumulate((2 if ord(sign) > 0xFFFF else 1 for sign in text), initial=0))
        self._mentions: dict[tuple[Span, str], int] = {}

    def annotate(self, type_name: str, span: Span, **features: object) -> int:
        """Add an annotation of that many code points; give its id."""
        id_ = len(self.all) + 1
        begin, end = self._offsets[span.start], self._offsets[span.end]
        place = {"%ID": id_, "%TYPE": type_name, "@sofa": _SOFA, "begin": begin, "end": end}
        self.all.append({**place, **features})
        return id_

    def mention(self, span: Span, identifier: str, label: str, kind: str) -> int:
        """Give the id of a mention, which is added if it is new."""
        key = (span, identifier)
        if key not in self._mentions:
            self._mentions[key] = self.annotate(MENTION, span, identifier=identifier, label=label, kind=kind)
        return self._mentions[key]


def _add(passage: Passage, structures: _Structures) -> None:
    evidence = passage.evidence
    facts: dict[str, object] = dict(passage.facts) | {"confidence": round(evidence.confidence, 4)}
    meaning = {"predicate": passage.statement.predicate, "statement": str(evidence.statement)}
    ends = {"subject": passage.subject.label, "object": passage.object_label}
    structures.annotate(EVIDENCE, evidence.span, **ends, **meaning, **facts)
    subject = passage.subject
    source = structures.mention(passage.claim.subject.span, subject.id, subject.label, subject.kind)
    span = passage.object_span
    if span is None:
        return
    identifier = passage.object.id if isinstance(passage.object, Entity) else ""
    target = structures.mention(span, identifier, passage.object_label, passage.object_kind)
    how = {name: facts[name] for name in ("polarity", "certainty")}
    structures.annotate(RELATION, span, **{"@Governor": source, "@Dependent": target}, **meaning, **how)


def _types() -> Structure:
    """Give the type system as the CAS declares it; sentences and tokens with the features that we write, none."""
    layers: dict[str, Mapping[str, str]] = {_SENTENCE: {}, _TOKEN: {}, **_LAYERS}
    return {
        name: {"%NAME": name, "%SUPER_TYPE": "uima.tcas.Annotation"}
        | {feature: {"%NAME": feature, "%RANGE": range_} for feature, range_ in features.items()}
        for name, features in layers.items()
    }


_TYPE_SYSTEM = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <name>newskg</name>
  <types>
{types}  </types>
</typeSystemDescription>
"""
_TYPE = """    <typeDescription>
      <name>{name}</name>
      <supertypeName>uima.tcas.Annotation</supertypeName>
      <features>
{features}      </features>
    </typeDescription>
"""
_FEATURE = """        <featureDescription>
          <name>{name}</name>
          <rangeTypeName>{range}</rangeTypeName>
        </featureDescription>
"""
