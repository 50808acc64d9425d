"""From claims to statements: who is meant, within one article."""

from collections.abc import Iterable, Iterator
from itertools import product

from kg.document import Analysis
from kg.knowledge import Argument, ArticleGraph, Claim, Entity, Evidence, PredicateId, Statement, Value, in_text_order
from kg.link.gazetteers import Gazetteers
from kg.link.joint import each
from kg.link.metonyms import actor, acts
from kg.link.referents import Referent, entity_of, one_line
from kg.link.resolve import Resolver
from kg.link.tautologies import Row
from kg.link.worth import worth_reading
from kg.vocabulary import LITERAL, Vocabulary, open_predicate
from kg.wording import Lexicons


def link(
    analysis: Analysis, claims: Iterable[Claim], gazetteers: Gazetteers, lexicons: Lexicons, vocabulary: Vocabulary
) -> ArticleGraph:
    """Identify the endpoints of an article's claims.

    A claim with an endpoint or a speaker that stays a pronoun is dropped, and so is one that relates a thing to itself.
    """
    return trace(analysis, claims, gazetteers, lexicons, vocabulary)[0]


def trace(
    analysis: Analysis, claims: Iterable[Claim], gazetteers: Gazetteers, lexicons: Lexicons, vocabulary: Vocabulary
) -> tuple[ArticleGraph, dict[str, Claim]]:
    """Give what `link` gives, and the claim behind each piece of evidence by the evidence's id.

    Of claims that come to the same evidence the last one counts.
    """
    kept = tuple(claims)
    resolver = Resolver(analysis, kept, gazetteers, lexicons, vocabulary)
    rows = [row for claim in kept for row in _rows(claim, resolver, gazetteers, vocabulary)]
    rows = worth_reading(analysis, rows, lexicons)
    entities: dict[Referent, Entity] = {}
    for referent in dict.fromkeys(part for row in rows for part in row[1:] if isinstance(part, Referent)):
        entities[referent] = entity_of(referent, analysis.document.id, vocabulary)
    statements: dict[str, Statement] = {}
    evidence: dict[str, Evidence] = {}
    origins: dict[str, Claim] = {}
    for claim, subject, target, source, place in rows:
        object_id = target if isinstance(target, Value) else entities[target].id
        object_class = LITERAL if isinstance(target, Value) else entities[target].type
        predicate = _admitted(claim, entities[subject].type, object_class, vocabulary)
        statement = Statement(entities[subject].id, predicate, object_id)
        classes = entities[subject].type, object_class
        if statement.subject == statement.object or _is_misread(claim, predicate, classes, vocabulary):
            continue
        piece = _evidence(
            analysis, claim, statement, entities.get(source) if source else None, entities.get(place) if place else None
        )
        statements[piece.statement] = statement
        piece_id = piece.id
        evidence[piece_id], origins[piece_id] = piece, claim
    graph = ArticleGraph(
        analysis.document,
        _merged(entities.values()),
        tuple(statements[id_] for id_ in sorted(statements)),
        tuple(evidence[id_] for id_ in sorted(evidence)),
    )
    return graph, origins


def _rows(claim: Claim, resolver: Resolver, gazetteers: Gazetteers, vocabulary: Vocabulary) -> Iterator[Row]:
    """Yield a claim with what its ends mean, once for each of those whom "they" means together."""
    source = resolver.resolve(claim.source) if claim.source is not None else None
    speaking = source if resolver.says_i(claim) else None
    subject = resolver.resolve(claim.subject, speaker=speaking)
    target = claim.object if isinstance(claim.object, Value) else resolver.resolve(claim.object, speaker=speaking)
    if subject is None or target is None or (claim.source is not None and source is None):
        return
    predicate = vocabulary.predicate(claim.predicate)
    place = resolver.resolve(claim.place) if claim.place is not None else None
    targets: tuple[Referent | Value, ...] = each(target) if isinstance(target, Referent) else (target,)
    for speaker, holder, other in product(each(source) if source is not None else (None,), each(subject), targets):
        if source is not None and source is subject and speaker is not holder:
            continue  # "Russia and China said they opposed it": each for itself
        if acts(claim, "subject", predicate):
            holder = actor(holder, resolver, gazetteers)
        if isinstance(other, Referent) and acts(claim, "object", predicate):
            other = actor(other, resolver, gazetteers)
        speaker = actor(speaker, resolver, gazetteers) if speaker is not None else None
        if other is holder and isinstance(claim.object, Argument) and resolver.is_other_name(claim.object, holder):
            other = Value(one_line(claim.object.text))
        yield claim, holder, other, speaker, None if place is not None and place.members else place


_APART = frozenset(
    {
        ("City", "City"),
        ("Country", "City"),
        ("Country", "Country"),
        ("InternationalOrganization", "Country"),
        ("Region", "City"),
    }
)
"""Classes of what does not lie in each other; of regions, a county or a continent may."""


_AT_BODIES = frozenset({"kg:educatedAt", "kg:worksFor"})
"""Predicates of somebody at a body: "an African-American employee" works for no people."""


def _is_misread(claim: Claim, predicate: PredicateId, classes: tuple[str, str], vocabulary: Vocabulary) -> bool:
    """Say whether a claim's ends show that its words were misread.

    "Democratic" is no country, justice is no body, no country lies in another, and no city in the next of a list.
    """
    if claim.rule in {"nationality", "kinship"} and predicate != claim.predicate:
        return True
    if predicate == "kg:locatedIn" and classes in _APART:
        return True
    kinds = [LITERAL if each == LITERAL else vocabulary.kind(each) for each in classes]
    if claim.predicate in _AT_BODIES and predicate != claim.predicate and kinds[1] == "Group":
        return True
    return predicate == "kg:partOf" and kinds[0] == "Office" and kinds[1] not in {"Organization", "Place"}


def _admitted(claim: Claim, subject_class: str, object_class: str, vocabulary: Vocabulary) -> PredicateId:
    """Give the claim's predicate, or an open one of its words where the ontology does not let the two classes meet."""
    if claim.predicate.startswith("kgr:") or vocabulary.admits(claim.predicate, subject_class, object_class):
        return claim.predicate
    return open_predicate(claim.lemma)


def _evidence(
    analysis: Analysis, claim: Claim, statement: Statement, source: Entity | None, place: Entity | None
) -> Evidence:
    quote = claim.span.of(analysis.document.text)
    return Evidence(
        statement=statement.id,
        document=analysis.document.id,
        span=claim.span,
        quote=quote,
        lemma=claim.lemma,
        rule=claim.rule,
        polarity=claim.polarity,
        certainty=claim.certainty,
        source=source.id if source else None,
        cue=claim.cue,
        cue_kind=claim.cue_kind,
        time=claim.time,
        place=place.id if place else None,
        status=claim.status,
        confidence=claim.confidence,
        qualifiers=in_text_order(quote, claim.qualifiers),
    )


def _merged(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Unite entities that came to the same id; the first by sort order gives label and type."""
    found: dict[str, Entity] = {}
    for entity in sorted(entities):
        other = found.get(entity.id)
        if other is None:
            found[entity.id] = entity
        else:
            aliases = tuple(sorted({*other.aliases, *entity.aliases, entity.label} - {other.label}))
            same_as = tuple(sorted({*other.same_as, *entity.same_as}))
            found[entity.id] = Entity(other.id, other.label, other.type, other.kind, aliases, same_as)
    return tuple(found[id_] for id_ in sorted(found))
