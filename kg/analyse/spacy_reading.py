"""What spaCy says of a sentence, in our words: its tree, its names, what its nominals denote."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.analyse.arcs import Row
from kg.analyse.lemmas import dictionary_lemma
from kg.analyse.spans import TypedSpan
from kg.document import ROOT

MENTION_TYPES = {
    "DATE": "date",
    "EVENT": "event",
    "FAC": "place",
    "GPE": "place",
    "LAW": "law",
    "LOC": "place",
    "MONEY": "quantity",
    "NORP": "group",
    "ORG": "organization",
    "PER": "person",
    "PERCENT": "quantity",
    "PERSON": "person",
    "PRODUCT": "product",
    "QUANTITY": "quantity",
    "TIME": "date",
    "WORK_OF_ART": "work",
}
"""Entity label → type of mention; a label that is not here is `misc`.

Source: OntoNotes 5 entity guidelines (spaCy's pipelines), and `PER` of CoNLL 2003.
"""

_NO_NAMES = frozenset({"CARDINAL", "ORDINAL"})  # numbers: they name nothing and measure nothing
_NOMINAL_TYPES = {
    "date": "time",
    "event": "event",
    "group": "person",
    "law": "abstract",
    "organization": "organization",
    "person": "person",
    "place": "place",
    "product": "object",
}
"""Type of mention → what its head denotes; quantities, works and the rest may be anything."""

_PEOPLE = frozenset({"i", "me", "we", "us", "he", "him", "she", "her", "who", "whom"})
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


def rows_of(words: Sequence[Any]) -> Sequence[Row]:
    """Give the words of a sentence as a tree with one root.

    What hangs on white space hangs on what that hangs on. Where the pipeline cut a sentence across its tree, the first
    word that hangs on another sentence is the root and the others hang on it as `parataxis`.
    """
    places = {token.i: position for position, token in enumerate(words)}
    heads = [_head(token, places) for token in words]
    root = heads.index(ROOT)
    return tuple(
        Row(
            form=token.text,
            lemma=_lemma(token),
            upos=token.pos_,
            xpos=token.tag_,
            head=root if head == ROOT and position != root else head,
            deprel=_relation(token, head, position == root),
        )
        for position, (token, head) in enumerate(zip(words, heads, strict=True))
    )


def _head(token: Any, places: dict[int, int]) -> int:
    """Give the place of a word's head in its sentence, `ROOT` if it has none there."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return ROOT if head.i == token.i else places.get(head.i, ROOT)


def _relation(token: Any, head: int, is_root: bool) -> str:
    """Give the relation of a word; "root" is kept for the root."""
    if is_root:
        return "root"
    return "parataxis" if head == ROOT else str(token.dep_)


def _lemma(token: Any) -> str:
    """Give the lemma that the pipeline names, else that of the dictionary."""
    if token.pos_ == "PROPN":
        return str(token.lemma_ or token.text)
    if token.lemma_:
        return str(token.lemma_).lower()
    return dictionary_lemma(token.lower_, token.pos_) if token.pos_ in {"NOUN", "VERB"} else str(token.lower_)


def names_of(words: Sequence[Any], entities: Sequence[Any]) -> list[TypedSpan]:
    """Give the named entities of a sentence in order; the pipeline gives no scores."""
    places = {token.i: position for position, token in enumerate(words)}
    named = []
    for entity in entities:
        inside = [places[token.i] for token in entity if token.i in places]
        if inside and entity.label_ not in _NO_NAMES:
            named.append(TypedSpan(inside[0], inside[-1] + 1, MENTION_TYPES.get(entity.label_, "misc"), 1.0))
    return named


def nominal_types(rows: Sequence[Row], names: Sequence[TypedSpan]) -> Mapping[int, str]:
    """Give what a word denotes, for heads of names and personal pronouns; nothing is known of other words."""
    types = {index: "person" for index, row in enumerate(rows) if row.upos == "PRON" and row.lower in _PEOPLE}
    for name in names:
        for index in range(name.start, name.end):
            is_head = not name.start <= rows[index].head < name.end
            if is_head and rows[index].upos in _NOMINALS:
                types[index] = _NOMINAL_TYPES.get(name.type, "")
    return types
