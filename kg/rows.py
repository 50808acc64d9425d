"""The rows of the lexicons, one class a kind of table.

What the columns mean is written at the head of each file of `kg/data/lexicons`.
"""

from dataclasses import dataclass, field

from kg.knowledge import CueKind, PredicateId


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb with two of its slots and the predicate that links their fillers."""

    lemma: str
    particle: str
    subject: str
    object: tuple[str, ...]
    subject_type: tuple[str, ...]
    object_type: tuple[str, ...]
    predicate: PredicateId
    example: str
    claim: str


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb and its object noun that together relate the subject to an oblique (impose sanctions on)."""

    lemma: str
    noun: str
    target: tuple[str, ...]
    subject_type: tuple[str, ...]
    object_type: tuple[str, ...]
    predicate: PredicateId
    example: str
    claim: str


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun with two of its slots and the predicate that links their fillers."""

    lemma: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_type: tuple[str, ...]
    object_type: tuple[str, ...]
    predicate: PredicateId
    example: str
    claim: str


@dataclass(frozen=True, slots=True)
class AdjectiveFrame:
    """A predicate adjective with the oblique that it relates its subject to (critical of)."""

    lemma: str
    object: tuple[str, ...]
    subject_type: tuple[str, ...]
    object_type: tuple[str, ...]
    predicate: PredicateId
    example: str
    claim: str


@dataclass(frozen=True, slots=True)
class ClassNoun:
    """A common noun and the class of what it denotes."""

    lemma: str
    class_name: str = field(metadata={"column": "class"})
    example: str


@dataclass(frozen=True, slots=True)
class Office:
    """A title, what it makes its bearer, and in what kind of body."""

    title: str
    class_name: str = field(metadata={"column": "class"})
    body_type: tuple[str, ...]
    prepositions: tuple[str, ...]
    kind: str
    predicate: PredicateId
    example: str


@dataclass(frozen=True, slots=True)
class OfficeModifier:
    """A word that says how an office is held (former, acting)."""

    word: str
    status: str


@dataclass(frozen=True, slots=True)
class OfficeVerb:
    """A verb by which somebody takes, holds or leaves an office."""

    lemma: str
    particle: str
    holder: str
    title: tuple[str, ...]
    status: str
    dates: str
    example: str


@dataclass(frozen=True, slots=True)
class Honorific:
    """A title that is part of address, not of a name (Mr., Gen.)."""

    title: str
    gender: str
    kind: str


@dataclass(frozen=True, slots=True)
class PartyWord:
    """A word for a member of a party, or for the party before a title."""

    word: str
    party: str
    example: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """A word for a relative."""

    lemma: str
    predicate: PredicateId
    direction: str
    gender: str


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb whose complement is the words of its subject."""

    lemma: str
    particle: str
    kind: CueKind
    complement: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class AttributionPhrase:
    """A phrase or adverb that gives the words to somebody else (according to, allegedly)."""

    phrase: str
    kind: CueKind
    example: str


@dataclass(frozen=True, slots=True)
class ComplementVerb:
    """What a governor does to the polarity and certainty of its complement."""

    lemma: str
    pos: str
    particle: str
    complement: str
    polarity: str
    certainty: str
    neg_polarity: str
    neg_certainty: str
    holder: str
    example: str


@dataclass(frozen=True, slots=True)
class Modal:
    """A word that sets the certainty of its clause."""

    lemma: str
    upos: str
    certainty: str
    polarity: str
    example: str


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that denies its clause or noun."""

    lemma: str
    upos: str
    scope: str
    example: str


@dataclass(frozen=True, slots=True)
class KindOfWord:
    """A word of one of several kinds, which the head of its lexicon explains."""

    lemma: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class ControlVerb:
    """A verb of which not the object alone decides who does what its infinitive says (promise, want, call on)."""

    lemma: str
    controller: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class FixedPhrase:
    """A verb with a noun that names nothing there (come to light)."""

    lemma: str
    phrase: str
    example: str


@dataclass(frozen=True, slots=True)
class ObjectComplement:
    """A verb with the prepositions of what it says of its object (describe as)."""

    lemma: str
    preposition: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class VerbNeed:
    """A verb with what must be told for it to say something (obj, prep:to)."""

    lemma: str
    need: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class GivingVerb:
    """A verb with two objects and the preposition that its recipient may have instead (give to, buy for)."""

    lemma: str
    preposition: str
    example: str


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word that is in its lexicon or not, and nothing more."""

    lemma: str
    example: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature of a claim adds to the logarithm of the odds that the claim is right."""

    feature: str
    weight: float
