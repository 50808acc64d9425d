"""Claims that only say again what a phrase of theirs is called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.document import Analysis, Span
from kg.knowledge import Argument, Claim, Value
from kg.link.referents import Referent, one_line
from kg.mentions import is_within

Row = tuple[Claim, Referent, Referent | Value, Referent | None, Referent | None]
"""A claim with whom or what its subject, object, source and place mean."""


def without_tautologies(analysis: Analysis, rows: Iterable[Row]) -> list[Row]:
    """Leave out the claims that only say a phrase again, of each thing at most all but one."""
    kept = list(rows)
    told = Counter(end for row in kept for end in row[1:3])
    worth = []
    for row in kept:
        if _is_repeated(analysis, row, told):
            told.subtract(row[1:3])
        else:
            worth.append(row)
    return worth


def _is_repeated(analysis: Analysis, row: Row, told: Mapping[Referent | Value, int]) -> bool:
    """Say whether a claim only says its subject's or event's own phrase again.

    supporters of the ban , a port in Oman  ->  supporters | supports | ban, port | locatedIn | Oman
    a 25 - year - old man                   ->  man | hasAge | 25
    last week's raid                        ->  raid | takesPlaceOn | 2019-W14
    talks between the two governments       ->  two governments | participatesIn | talks
    Okello's party                          ->  Okello | memberOf | party

    It tells something where the phrase stands for a name ("Ada Fisk, a supporter of the ban") or has one more ("Fisk's
    home in Oman"). Offices are made of their words, and a protest or a battle is a thing of its place; which visit or
    accident "a visit to Oman" and "the accident in Oman" were is left open.

    Args:
        analysis: the article.
        row: the claim.
        told: in how many claims each referent is; what only a repetition tells of would else be lost.
    """
    claim, subject, target = row[:3]
    if _is_said_by_owner(claim, target) or _is_owners_event(analysis, claim):
        return True
    if subject.is_named:
        return False
    if _is_said_by_noun(claim) and told[target] > 1:
        return True
    if claim.subject.type == "Office":
        return False
    if isinstance(claim.object, Value):
        within = claim.rule == "event" or is_within(claim.object.text, claim.subject.text)
        return within and not _is_owned(claim.subject, subject) and not any(_names_within(analysis, claim.subject))
    whole, part = claim.subject.span, claim.object.span
    if whole.covers(part):
        is_only_name = all(part.overlaps(name) for name in _names_within(analysis, claim.subject))
        if claim.rule == "location":
            return told[subject] == 1 or (told[target] > 1 and is_only_name)
        is_where = claim.predicate == "kg:takesPlaceIn" and claim.subject.type not in _VAGUE_EVENTS
        is_there = is_where and isinstance(target, Referent) and (target.is_named or has_name(target))
        return not is_there and is_only_name
    return claim.rule == "event" and part.covers(whole)


def _is_said_by_noun(claim: Claim) -> bool:
    """Say whether the subject's own noun says the claim: "leaders of Peru", not "district of Lowestoft"."""
    is_inside = isinstance(claim.object, Argument) and claim.subject.span.covers(claim.object.span)
    return claim.rule == "noun_frame" and claim.predicate != "kg:partOf" and is_inside


def _is_owners_event(analysis: Analysis, claim: Claim) -> bool:
    """Say whether somebody takes part in an event only as its owner: "the Council's summit", "a meeting of OPEC"."""
    if claim.rule != "event" or not isinstance(claim.object, Argument):
        return False
    part = analysis.tokens[claim.subject.head]
    of = any(word.lemma.lower() == "of" for word in analysis.dependents(part.index, "case"))
    return part.head == claim.object.head and (of or part.deprel == "nmod:poss")


def _is_said_by_owner(claim: Claim, target: Referent | Value) -> bool:
    """Say whether the object is only what belongs to the subject: "Okello's party" without its name."""
    if claim.rule != "noun_frame" or not isinstance(target, Referent) or not isinstance(claim.object, Argument):
        return False
    is_inside = claim.object.span.covers(claim.subject.span) and claim.predicate != "kg:participatesIn"
    return is_inside and not target.is_named


_VAGUE_EVENTS = frozenset({"Accident", "Event", "Visit"})
"""Classes of events that are known by what they befall or by who makes them, not by their place."""


def _names_within(analysis: Analysis, phrase: Argument) -> Iterator[Span]:
    """Yield where the names in a phrase stand, with those that the analyser missed; times tell nothing apart."""
    sentence = analysis.sentence(phrase.head).tokens
    for token in analysis.tokens[sentence.start : sentence.end]:
        if token.upos != "PROPN" or not phrase.span.covers(token.span):
            continue
        if not any(token.index in time.tokens for time in analysis.times):
            mention = next((each for each in analysis.mentions if token.index in each.tokens), None)
            yield analysis.chars(mention.tokens) if mention is not None else token.span


def _is_owned(phrase: Argument, referent: Referent) -> bool:
    """Say whether a pronoun in a phrase stands for a name: "his arrest" is Fisk's arrest."""
    return referent.label.endswith(f"'s {one_line(phrase.name or phrase.text)}")


def has_name(referent: Referent) -> bool:
    """Say whether a phrase contains a name: "talks with Iran", not "Talks"."""
    return any(word[:1].isupper() for word in referent.label.split()[1:])
