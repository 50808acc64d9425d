"""From an analysis to its claims: what the sentences say, with their words, not yet who is meant."""

from collections.abc import Iterator

from kg.document import Analysis
from kg.extract.corrections import corrected
from kg.extract.grammar import Grammar
from kg.extract.rules import RULES
from kg.knowledge import Argument, Claim
from kg.vocabulary import Vocabulary
from kg.wording import Lexicons


def extract(analysis: Analysis, lexicons: Lexicons, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Give the claims of an article in text order, each once.

    An analysis without sentences gives none. Two rules that read the same triple in the same way from the same
    sentence give one claim, that of the surer rule.
    """
    grammar = Grammar(corrected(analysis, lexicons), lexicons, vocabulary)
    best: dict[tuple[object, ...], Claim] = {}
    for rule in RULES:
        for claim in rule(grammar):
            key = (
                claim.span,
                claim.subject.span,
                claim.predicate,
                claim.object,
                claim.polarity,
                claim.certainty,
                claim.source,
            )
            if key not in best or best[key].confidence < claim.confidence:
                best[key] = claim
    kept = _without_halves(analysis, tuple(best.values()))
    return tuple(sorted(kept, key=lambda claim: (claim.span, claim.subject.span, claim.predicate, claim.rule)))


def _without_halves(analysis: Analysis, claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """Yield the claims without those that a verb with its noun says whole.

    The troops took control of the port .    ->  kg:captures | port, not also "take | control" and "take of | port"
    """
    whole = {(claim.span, claim.subject.span, claim.lemma) for claim in claims if claim.rule == "light_verb"}
    halves = set()
    for sentence, subject, lemma in whole:
        verb, noun, word = lemma.split(maxsplit=2)
        halves |= {(sentence, subject, verb, noun), (sentence, subject, f"{verb} {word}", "")}
    for claim in claims:
        is_open = claim.predicate.startswith("kgr:") and isinstance(claim.object, Argument)
        noun = analysis.tokens[claim.object.head].lemma.lower() if isinstance(claim.object, Argument) else ""
        place = claim.span, claim.subject.span, claim.lemma
        if not (is_open and {(*place, noun), (*place, "")} & halves):
            yield claim
