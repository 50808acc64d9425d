"""A clause: a predicate with its logical arguments."""

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.slots import Filler, Oblique

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that are finite by themselves."""


class Kind(StrEnum):
    """What the predicate of a clause is."""

    VERB = "verb"
    COPULA = "copula"


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its logical arguments.

    Attributes:
        head: token of the predicate.
        lemma: with its particle, if any (`turn down`).
        particle: the particle, empty without one.
        kind: verb or copula.
        passive: whether the verb is a passive participle.
        surface: the grammatical subjects, own or understood.
        subjects: the logical subjects (agents).
        objects: the logical objects (patients).
        recipients: indirect objects.
        obliques: prepositional and bare oblique arguments.
        complements: heads of complement clauses.
        shares_subject: the surface subject was copied from another clause.
    """

    head: int
    lemma: str
    particle: str
    kind: Kind
    passive: bool
    surface: tuple[Filler, ...] = ()
    subjects: tuple[Filler, ...] = ()
    objects: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    complements: tuple[int, ...] = ()
    shares_subject: bool = False
