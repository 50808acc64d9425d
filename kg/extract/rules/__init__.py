"""The constructions, one file each; a claim's `rule` is the name of what made it."""

from collections.abc import Callable, Iterator

from kg.extract.grammar import Grammar
from kg.extract.rules.adjective import adjective
from kg.extract.rules.age import age
from kg.extract.rules.content import content, gerund
from kg.extract.rules.counterpart import counterpart
from kg.extract.rules.event import event, participation
from kg.extract.rules.intention import intention
from kg.extract.rules.intransitive import intransitive
from kg.extract.rules.judgement import judgement
from kg.extract.rules.kinship import kinship
from kg.extract.rules.light_verb import light_verb
from kg.extract.rules.location import location
from kg.extract.rules.measure import measure
from kg.extract.rules.nonnegotiable import nonnegotiable
from kg.extract.rules.noun_frame import noun_frame
from kg.extract.rules.oblique import oblique
from kg.extract.rules.office import apposition, copula, title
from kg.extract.rules.office_change import capacity, office_change
from kg.extract.rules.participle import participle
from kg.extract.rules.party import constituency, party
from kg.extract.rules.possessor import possessor
from kg.extract.rules.recipient import recipient
from kg.extract.rules.refusal import refusal
from kg.extract.rules.relation import relation
from kg.extract.rules.residence import affiliation, nationality, seat
from kg.extract.rules.state import state
from kg.extract.rules.toll import toll
from kg.extract.rules.transitive import transitive
from kg.knowledge import Claim

Rule = Callable[[Grammar], Iterator[Claim]]

RULES: tuple[Rule, ...] = (
    transitive,
    oblique,
    possessor,
    recipient,
    light_verb,
    judgement,
    intransitive,
    state,
    content,
    gerund,
    intention,
    nonnegotiable,
    refusal,
    adjective,
    noun_frame,
    event,
    participation,
    toll,
    title,
    apposition,
    copula,
    office_change,
    capacity,
    counterpart,
    kinship,
    relation,
    location,
    participle,
    nationality,
    seat,
    affiliation,
    party,
    constituency,
    age,
    measure,
)
