"""Who or what an article speaks of: one referent for all the words that mean the same."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from kg.document import DocumentId
from kg.knowledge import Entity, EntityId
from kg.link.gazetteers import Known
from kg.vocabulary import Vocabulary

_NOT_A_WORD = re.compile(r"[^\w]+")
_LOOK_BACK = 500
"""Referents without a name that are looked at for each word; an article of 2,000 words has about 200."""


@dataclass(slots=True)
class Occurrence:
    """One place where a referent is named.

    Attributes:
        token: head token.
        sentence: number of its sentence.
        relation: its universal relation (`nsubj`, `obj`).
    """

    token: int
    sentence: int
    relation: str


@dataclass(eq=False, slots=True)
class Referent:
    """Something that an article speaks of.

    Attributes:
        surfaces: how often each wording names it; the best becomes the label.
        descriptions: other words for it ("the company"); never the label of something named.
        known: what the gazetteers know of it, None if nothing.
        classes: how often its words imply each class.
        is_named: whether it has a proper name.
        is_scoped: whether it stays inside the article ("the officials").
        is_plural: several people or things.
        gender: m, f, or empty if unknown.
        titles: lower-case titles that the article gives it.
        members: the named things that it is together ("Osei and Koné"), none of a single one.
    """

    surfaces: Counter[str] = field(default_factory=Counter)
    descriptions: set[str] = field(default_factory=set)
    known: Known | None = None
    classes: Counter[str] = field(default_factory=Counter)
    is_named: bool = False
    is_scoped: bool = False
    is_plural: bool = False
    gender: str = ""
    titles: set[str] = field(default_factory=set)
    occurrences: list[Occurrence] = field(default_factory=list)
    members: "tuple[Referent, ...]" = ()

    @property
    def class_name(self) -> str:
        """Give its class: the gazetteers', else the commonest that its words imply, `Issue` without any."""
        if self.known is not None:
            return self.known.class_name
        return min(self.classes, key=lambda name: (-self.classes[name], name), default="Issue")

    @property
    def label(self) -> str:
        """Give its best name: the gazetteers', a person's or body's longest, else the commonest wording."""
        if self.known is not None:
            return self.known.label
        names = sorted(self.surfaces)
        if self.is_named:
            return max(names, key=lambda name: (len(name.split()) <= 6, len(name), name))
        return max(names, key=lambda name: (self.surfaces[name], len(name), name))

    def add(self, surface: str, class_name: str = "") -> None:
        """Note one more wording."""
        self.surfaces[one_line(surface)] += 1
        if class_name:
            self.classes[class_name] += 1


@dataclass(frozen=True)
class Cast:
    """All referents of an article, by where their words stand.

    Attributes:
        names: by every token of a name.
        described: by the head of a description beside a name ("the insurer Baltaris").
        referent_of: by head token, of names, descriptions and whatever else was resolved so far.
        joint: names joined by "and", by the head of the first.
        everything: all referents met so far, those of names first.
    """

    names: dict[int, Referent]
    described: dict[int, Referent]
    referent_of: dict[int, Referent]
    joint: dict[int, Referent]
    everything: list[Referent]

    @cached_property
    def _named_first(self) -> int:
        """How many referents of names stand at the beginning."""
        return len(set(self.names.values()))

    @property
    def near(self) -> list[Referent]:
        """The names of the article and the other referents met last: all of them, unless it is as long as a book."""
        middle = max(self._named_first, len(self.everything) - _LOOK_BACK)
        return self.everything[: self._named_first] + self.everything[middle:]


def one_line(text: str) -> str:
    """Give a wording on one line."""
    return " ".join(text.split())


def slug(text: str) -> str:
    """Give a text as part of an identifier: lower case, words joined by `-`, letters of any script kept.

    A text without letters or digits gives `x` and its code points.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    joined = _NOT_A_WORD.sub("-", folded).strip("-_")
    return joined or "x" + "-".join(f"{ord(character):x}" for character in text[:8])


def entity_of(referent: Referent, document: DocumentId, vocabulary: Vocabulary) -> Entity:
    """Give the entity of a referent.

    A scoped one carries the article in its id, so that another article's "the officials" is another entity.
    """
    class_name = referent.class_name
    kind = vocabulary.kind(class_name)
    label = referent.label
    place = f"{slug(document)}/" if referent.is_scoped else ""
    same_as = (
        (f"http://www.wikidata.org/entity/{referent.known.wikidata}",)
        if referent.known and referent.known.wikidata
        else ()
    )
    return Entity(
        id=EntityId(f"{kind.lower()}/{place}{slug(label)}"),
        label=label,
        type=class_name,
        kind=kind,
        aliases=tuple(sorted({*referent.surfaces, *referent.descriptions} - {label, ""})),
        same_as=same_as,
    )
