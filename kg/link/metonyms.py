"""Places that act: Tehran rejects, the Kremlin says; Tehran is hit by an earthquake only as a city."""

from typing import TYPE_CHECKING

from kg.knowledge import Claim
from kg.link.gazetteers import Gazetteers, key
from kg.link.referents import Referent
from kg.vocabulary import Predicate

if TYPE_CHECKING:
    from kg.link.resolve import Resolver

_PHYSICAL = frozenset(
    [
        "takesPlaceIn",
        "locatedIn",
        "basedIn",
        "bornIn",
        "livesIn",
        "diedIn",
        "visits",
        "arrivesIn",
        "leaves",
        "capitalOf",
        "attacks",
        "damages",
        "kills",
        "injures",
        "captures",
        "occupies",
        "invades",
        "hosts",
        "launches",
        "protests",
        "deploys",
        "partOf",
        "holdsOffice",
        "causes",
        "citizenOf",
        "represents",
        "defeats",
        "wins",
        "loses",
    ]
)
"""Relations in which a city is a city."""

_VERBAL = frozenset(
    [
        "active",
        "recipient",
        "light_verb",
        "content",
        "nonnegotiable",
        "noun_frame",
        "adjective",
        "oblique",
        "reciprocal",
        "passive",
    ]
)


def acts(claim: Claim, role: str, predicate: Predicate) -> bool:
    """Say whether a place in this role of a claim is meant as who governs from there.

    As subject of a verb of saying, wanting or dealing with others; as object of a stance or an address.
    An open predicate makes a subject act only in the active voice with an object ("Washington had kept it").
    """
    name = claim.predicate.partition(":")[2]
    if claim.rule not in _VERBAL or name in _PHYSICAL:
        return False
    if claim.predicate.startswith("kg:"):
        return bool(predicate.plover) or predicate.sign is not None
    return role == "subject" and claim.rule in {"active", "recipient"}


def actor(referent: Referent, resolver: "Resolver", gazetteers: Gazetteers) -> Referent:
    """Give who acts from a seat, the referent itself if it is none."""
    for surface in referent.surfaces:
        known = gazetteers.actor_of_seat.get(key(surface))
        if known is not None:
            return resolver.known(known, surface)
    return referent
