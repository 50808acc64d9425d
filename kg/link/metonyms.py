"""Places that act: Tehran rejects, the Kremlin says; Tehran is hit by an earthquake only as a city."""

from typing import TYPE_CHECKING

from kg.knowledge import Claim
from kg.link.gazetteers import Gazetteers, key
from kg.link.referents import Referent
from kg.vocabulary import Predicate

if TYPE_CHECKING:
    from kg.link.resolve import Resolver

_VERBAL = frozenset(
    {
        "active",
        "adjective",
        "content",
        "light_verb",
        "nonnegotiable",
        "noun_frame",
        "oblique",
        "passive",
        "possessor",
        "recipient",
        "reciprocal",
    }
)
"""Rules of `kg.extract` whose subject does something, so that a place may stand for who does it."""


def acts(claim: Claim, role: str, predicate: Predicate) -> bool:
    """Say whether a place in this role of a claim is meant as who governs from there.

    As subject of a verb of saying, wanting or dealing with others; as object of a stance or an address.
    Not where the ontology marks the predicate as physical ("drones attacked Kharkiv").
    An open predicate makes a subject act only in the active voice with an object ("Washington had kept it").
    """
    if claim.rule not in _VERBAL or predicate.physical:
        return False
    if claim.predicate.startswith("kg:"):
        return bool(predicate.plover) or predicate.sign is not None
    return role == "subject" and claim.rule in {"active", "possessor", "recipient"}


def actor(referent: Referent, resolver: "Resolver", gazetteers: Gazetteers) -> Referent:
    """Give who acts from a seat, the referent itself if it is none: William Hague is no court in The Hague."""
    if referent.class_name == "Person":
        return referent
    for surface in referent.surfaces:
        known = gazetteers.actor_of_seat.get(key(surface))
        if known is not None:
            return resolver.known(known, surface)
    return referent
