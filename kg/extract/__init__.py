"""From an analysis to its claims: what the sentences say, with their words, not yet who is meant."""

from collections.abc import Iterator
from dataclasses import replace

from kg.document import Analysis, Span
from kg.extract.confidence import Confidence
from kg.extract.grammar import Grammar
from kg.extract.rules import RULES
from kg.extract.slips import corrected
from kg.extract.turns import questions
from kg.extract.worth import Speech, is_worth_saying
from kg.knowledge import Argument, Claim, Value
from kg.quotations import quotations
from kg.vocabulary import Vocabulary
from kg.wording import Lexicons


def extract(analysis: Analysis, lexicons: Lexicons, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Give the claims of an article in text order, each once.

    An analysis without sentences gives none. Two rules that read the same triple in the same way from the same
    sentence give one claim, that of the rule that tells how an office is held, else of the surer one.
    """
    grammar = Grammar(corrected(analysis, lexicons), lexicons, vocabulary)
    confidence = Confidence(analysis)
    text = analysis.document.text
    speech = Speech(quotations(text), questions(text), confidence.talk > _INTERVIEW)
    best: dict[tuple[object, ...], Claim] = {}
    for rule in RULES:
        for claim in rule(grammar):
            if not is_worth_saying(grammar, claim, speech):
                continue
            key = (
                claim.span,
                claim.subject.span,
                claim.predicate,
                claim.object,
                claim.polarity,
                claim.certainty,
                claim.source,
            )
            other = best.get(key)
            if other is None or _rank(other) < _rank(claim):
                best[key] = claim
    kept = (
        replace(claim, confidence=confidence.of(claim, lexicons))
        for claim in _without_halves(analysis, tuple(best.values()), lexicons)
    )
    return tuple(sorted(kept, key=_place))


def _place(claim: Claim) -> tuple[int, int, int, int, str, str]:
    """Give what claims are sorted by: the words that they are read from."""
    quote, subject = claim.span, claim.subject.span
    return quote.start, quote.end, subject.start, subject.end, claim.predicate, claim.rule


_INTERVIEW = 0.25
"""Share of sentences with "I", "you" or "we" above which an article is somebody's words: news quotes less."""


def _rank(claim: Claim) -> tuple[bool, float]:
    """Rank readings of one triple: "the chairman stepped down" says more of the office than "the chairman"."""
    return claim.status != "", claim.confidence


def _without_halves(analysis: Analysis, claims: tuple[Claim, ...], lexicons: Lexicons) -> Iterator[Claim]:
    """Yield the claims without those that a verb with its noun says whole.

    The troops took control of the port .    ->  kg:captures | port, not also "take | control" and "take of | port"
    The queen sent condolences to Kent .     ->  send condolence to | Kent, not also kg:sendsTo | Kent
    """
    halves = {half for claim in claims if claim.rule == "light_verb" for half in _halves(analysis, claim, lexicons)}
    for claim in claims:
        loose = claim.predicate.startswith("kgr:") or " " in claim.lemma  # "voted in favour" takes part in no favour
        noun = _noun(analysis, claim.object) if halves and loose else ""
        if claim.rule == "light_verb" or {(claim.span, claim.lemma, noun), (claim.span, claim.lemma, "")}.isdisjoint(
            halves
        ):
            yield claim


def _halves(analysis: Analysis, claim: Claim, lexicons: Lexicons) -> Iterator[tuple[Span, str, str]]:
    """Yield quote, lemma and object noun (empty: any) of what a verb with its noun makes superfluous."""
    words = claim.lemma.split()
    for middle in range(1, len(words)):
        verb, noun, rest = " ".join(words[:middle]), words[middle], " ".join(words[middle + 1 :])
        if (verb, noun) in lexicons.frames_of_light_verb:
            yield claim.span, claim.lemma, ""
            yield claim.span, verb, noun
            yield claim.span, f"be {noun} {rest}", ""
            yield from ((claim.span, f"{start} {rest}", "") for start in (verb, words[0]) if rest)
            yield claim.span, words[0], _noun(analysis, claim.object)


def _noun(analysis: Analysis, argument: Argument | Value) -> str:
    return analysis.tokens[argument.head].lemma.lower() if isinstance(argument, Argument) else ""
