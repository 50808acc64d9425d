"""From an analysis to its claims: what the sentences say, with their words, not yet who is meant."""

from kg.document import Analysis
from kg.extract.corrections import corrected
from kg.extract.grammar import Grammar
from kg.extract.rules import RULES
from kg.knowledge import Claim
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
    return tuple(sorted(best.values(), key=lambda claim: (claim.span, claim.subject.span, claim.predicate, claim.rule)))
