"""A sentence with whatever a data set says about it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A word of a treebank; `head` is an index in the sentence, -1 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class GoldName:
    """A named entity: token range and the label of its data set."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence; what a data set does not annotate is None or empty.

    Attributes:
        id: sentence id, empty if the data set has none.
        document: sentences of one document follow each other.
        words: the forms.
        parse: the tree, None for a set of names only.
        nominal: per word the type of the nominal that it heads, empty for none; None if not annotated.
        entities: per word the number, in its document, of what the nominal that it heads speaks of, 0 for none; None
            if not annotated.
        names: named entities, None if not annotated.
        guideline: whose labels `names` has (`uner`, `docred`, …).
        happened: factuality of the words that have it.
    """

    id: str
    document: str
    words: tuple[str, ...]
    parse: tuple[GoldWord, ...] | None = None
    nominal: tuple[str | None, ...] | None = None
    entities: tuple[int, ...] | None = None
    names: tuple[GoldName, ...] | None = None
    guideline: str = ""
    happened: dict[int, float] = field(default_factory=dict)
