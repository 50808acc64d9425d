"""How sure it is that a reader would call a claim right: a logistic model of few, plain features.

The weights are in `confidence.tsv`; `docs/confidence.md` says what they were fitted on and how far they can be trusted.
A feature without a weight counts nothing, so a rule that is new or was renamed has the confidence of its like.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import exp, log

from kg.document import Analysis, Mention
from kg.knowledge import Argument, Certainty, Claim, Polarity
from kg.quotations import Quotation, quotations
from kg.wording import Lexicons

_TYPICAL_WORDS = 25
"""Words of a sentence of news; a longer one is harder to parse."""
_SPEAKERS = frozenset({"i", "you", "we"})
_RISKY = frozenset({"acl", "advcl", "appos", "ccomp", "conj", "dep", "nmod", "obl", "parataxis", "xcomp"})
"""Relations between the ends of a claim that a parse often has wrong, or that a rule has to undo."""
_RESTRICTING = frozenset({"acl", "nmod"})
"""Relations of what says which one a noun means; what the argument leaves out of it may be missed."""


@dataclass(frozen=True)
class Confidence:
    """Tells how sure the claims of an article are."""

    analysis: Analysis

    def of(self, claim: Claim, lexicons: Lexicons) -> float:
        """Give the probability that a claim is right, in (0, 1); without weights that of its rule alone."""
        weights = lexicons.weight_of
        if not weights:
            return claim.confidence
        return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in self.features(claim).items())))

    def features(self, claim: Claim) -> dict[str, float]:
        """Give the features of a claim by name; lengths are logarithms, all others from 0 to 1."""
        sentence = self.analysis.sentence(claim.subject.head)
        found = {
            "bias": 1.0,
            "prior": log(claim.confidence / (1 - claim.confidence)),  # of the rule, whatever it is read from
            f"rule:{claim.rule}": 1.0,
            f"predicate:{claim.predicate}": 1.0,
            "typed": float(claim.predicate.startswith("kg:")),
            "words": log(len(sentence.tokens) / _TYPICAL_WORDS),
            "talk": self.talk,
            "open end": float(self.analysis.tokens[sentence.tokens.end - 1].upos != "PUNCT"),  # a headline, an item
            "negative": float(claim.polarity is Polarity.NEGATIVE),
            "uncertain": float(claim.certainty is not Certainty.CERTAIN),
            "attributed": float(claim.source is not None or bool(claim.cue)),
            "dated": float(claim.time is not None),
            "wording": log(len(claim.lemma.split()) or 1),
            "teller:pronoun": float(claim.source is not None and self._is_pronoun(claim.source.head)),
            "unknown teller": float(claim.source is None and self._is_quoted(claim)),
        }
        found |= dict(self._end("subject", claim.subject))
        if isinstance(claim.object, Argument):
            found |= dict(self._end("object", claim.object))
            found |= dict(self._between(claim.subject.head, claim.object.head))
            found["nameless"] = float(self._is_nameless(claim.subject) and self._is_nameless(claim.object))
        else:
            found["object:value"] = 1.0
            found["nameless"] = float(self._is_nameless(claim.subject))
        return found

    @cached_property
    def talk(self) -> float:
        """The share of sentences that say "I", "you" or "we": in an interview it is hard to tell who is meant."""
        tokens, sentence_of = self.analysis.tokens, self.analysis.sentence_of
        talking = {sentence_of[t.index] for t in tokens if t.xpos == "PRP" and t.lemma.lower() in _SPEAKERS}
        return len(talking) / max(len(self.analysis.sentences), 1)

    @cached_property
    def _names(self) -> dict[int, Mention]:
        """Named mentions by each of their tokens."""
        mentions = self.analysis.mentions
        return {index: each for each in mentions for index in range(each.tokens.start, each.tokens.end)}

    def _end(self, role: str, end: Argument) -> Iterator[tuple[str, float]]:
        """Yield the features of a subject or object: what kind of word it is, and how sure the analyser is of it."""
        token = self.analysis.tokens[end.head]
        mention = self._names.get(end.head)
        link = self.analysis.coreference_of.get(end.head)
        if token.upos == "PRON":
            yield f"{role}:pronoun", 1.0
            yield f"{role}:{token.lemma.lower()}", 1.0
            yield f"{role}:link doubt", 1 - link.score if link else 1.0
        elif mention is not None:
            yield f"{role}:name", 1.0
            yield f"{role}:name doubt", 1 - mention.score
        elif token.upos == "PROPN":
            yield f"{role}:unknown name", 1.0
        elif link is not None:
            yield f"{role}:linked noun", 1.0
        words = (end.name or end.text).split()
        yield f"{role}:joined", float(token.relation in {"conj", "appos"})
        yield f"{role}:words", log(len(words) or 1)
        yield f"{role}:relation {token.deprel}", 1.0
        yield f"{role}:type {token.nominal_type or 'unknown'}", 1.0
        if self._is_nameless(end):
            yield f"{role}:one word", float(len(words) == 1)
            behind = (below for below in self.analysis.dependents(end.head) if below.span.start >= end.span.end)
            yield from ((f"{role}:without {below.relation}", 1.0) for below in behind if below.relation in _RESTRICTING)

    def _is_nameless(self, end: Argument) -> bool:
        """Say whether an end is a common noun without a name in it."""
        written = end.name or end.text
        return not self._is_pronoun(end.head) and end.head not in self._names and written == written.lower()

    def _is_pronoun(self, head: int) -> bool:
        return self.analysis.tokens[head].upos == "PRON"

    def _is_quoted(self, claim: Claim) -> bool:
        start = claim.subject.span.start
        return any(quoted.span.start <= start < quoted.span.end for quoted in self._quotations)

    @cached_property
    def _quotations(self) -> tuple[Quotation, ...]:
        return quotations(self.analysis.document.text)

    def _between(self, subject: int, object: int) -> Iterator[tuple[str, float]]:
        """Yield the features of the way between the ends: how long and how sure it is, and what it leads through."""
        up, down = ([end, *self.analysis.above(end)] for end in (subject, object))
        shared = set(up) & set(down)
        way = [index for index in (*up, *down) if index not in shared]
        doubts = [1 - self.analysis.tokens[index].arc_score for index in way]
        yield "arc doubt", max(doubts, default=0.0)  # the arc most likely to be wrong
        yield "arcs doubt", min(sum(doubts), 1.0)  # the more of them, the likelier that one is
        yield "way", log(max(len(way), 1))
        yield "distance", log(max(abs(object - subject), 1))
        relations = {self.analysis.tokens[index].relation for index in way}
        yield from ((f"way:{relation}", 1.0) for relation in sorted(relations & _RISKY))
