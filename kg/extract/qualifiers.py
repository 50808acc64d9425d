"""What else a clause says of its statement: the complements and adverbials that neither end holds, in its words.

Carroll chose Patel as his running mate .              Carroll | chooses | Patel       as his running mate
The votes were not counted until Monday .              votes | be counted | ...        until Monday

A statement has two ends, a clause often more; "chose Patel" without "as his running mate" is less than what was said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.document import Analysis, Period, Span, Token
from kg.extract.clause import Clause
from kg.extract.phrases import shorter_and_shorter
from kg.extract.slots import EXAMPLES, preposition
from kg.knowledge import Argument, Claim, Value
from kg.wording import Lexicons

LONGEST = 16
"""Words of a qualifier; a longer one loses its last modifiers, and is left out if it is still longer."""

_OF_PREDICATE = ("obl", "obj", "iobj", "xcomp", "ccomp", "advcl", "advmod", "nmod")
_MARKS = ("mark", "case", "advmod", "cc")
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_WHEN = frozenset({"on", "in", "at", "during"})
"""Prepositions of a time that say no more than that it was then."""


@dataclass(frozen=True)
class Qualifiers:
    """Finds what narrows the statements of one article.

    Attributes:
        analysis: the article.
        clauses: its clauses by head token.
        times: resolved times by each of their tokens.
        lexicons: wording.
    """

    analysis: Analysis
    clauses: Mapping[int, Clause]
    times: Mapping[int, Period]
    lexicons: Lexicons

    def of(self, claim: Claim, predicate: int | None) -> tuple[str, ...]:
        """Give the qualifiers of a claim in the order of the text, each exactly as printed.

        Args:
            claim: the claim, with all that it says itself.
            predicate: the token that heads its clause, None if it is read from a noun.
        """
        around = () if predicate is None or not self._is_of(claim, predicate) else self._of_clause(claim, predicate)
        parts = (*around, *self._left_out(claim.object))
        spans = {
            words for part in parts if (words := self._words(part)) is not None and not self._is_told(claim, words)
        }
        return tuple(self.analysis.words(words) for words in sorted(spans))

    def _is_of(self, claim: Claim, predicate: int) -> bool:
        """Say whether a claim says what its verb says: who beats somebody at a cup takes part in the cup alone."""
        words = claim.lemma.lower().split()
        return words[:1] == ["be"] or self.analysis.tokens[predicate].lemma.lower() in words

    def _of_clause(self, claim: Claim, predicate: int) -> Iterator[Token]:
        """Yield what hangs on a predicate, or on one from there to the object, and adds to the claim."""
        ends = [end.head for end in (claim.subject, claim.object) if isinstance(end, Argument)]
        way = {index for end in ends for index in (end, *self.analysis.above(end))}
        path = [ends[-1], *self.analysis.above(ends[-1])]
        between = path[: path.index(predicate)] if predicate in path else []
        for head in (predicate, *(index for index in between if index in self.clauses)):
            for part in self.analysis.dependents(head, *_OF_PREDICATE):
                if part.index not in way and self._adds(claim, part):
                    yield part

    def _left_out(self, end: Argument | Value) -> Iterator[Token]:
        """Yield the modifiers behind an object that its name had no room for."""
        if not isinstance(end, Argument) or self.analysis.tokens[end.head].upos == "PROPN":
            return  # a name needs nothing to say which one is meant
        named = [
            index for index in self.analysis.below(end.head) if self.analysis.tokens[index].span.end <= end.span.end
        ]
        for part in (part for index in named for part in self.analysis.dependents(index, "nmod", "acl")):
            is_phrase = part.relation == "acl" or self.analysis.has_dependent(part.index, "case")
            first = min(self.analysis.below(part.index))
            beside = "PUNCT" not in {self.analysis.tokens[index].upos for index in (first - 1, first)}
            is_example = preposition(self.analysis, part.index) in EXAMPLES  # "several ships, including the Norvik"
            if is_phrase and (beside or is_example) and part.span.start >= end.span.end and not self._links(part):
                yield part

    def _adds(self, claim: Claim, part: Token) -> bool:
        """Say whether a dependent narrows what is claimed and is not told by the claim itself."""
        words = {*claim.lemma.lower().split(), *claim.predicate.partition(":")[2].split("-")}
        told = {part.text.lower(), part.lemma.lower()} & words  # "take part in"
        if told or part.xpos in _ASKING or self._links(part):
            return False
        if part.relation == "advmod":
            return self._is_manner(part)
        if part.relation == "advcl":
            return self.analysis.has_dependent(part.index, *_MARKS)
        if part.relation in {"obj", "iobj"} and part.upos == "PRON":
            return False
        named = {end.head for end in (claim.place, claim.source) if end is not None}
        return named.isdisjoint(self.analysis.below(part.index)) and not self._is_own_time(claim, part)

    def _links(self, part: Token) -> bool:
        """Say whether a dependent only ties the clause to the text: "however", "although the pump had failed"."""
        first = next(self.analysis.dependents(part.index, *_MARKS), part)
        below = [self.analysis.tokens[index].text for index in sorted(self.analysis.below(part.index))]
        words = {part.text.lower(), first.text.lower(), " ".join(below).lower()}
        return not words.isdisjoint(self.lexicons.linking_forms)

    def _is_manner(self, part: Token) -> bool:
        """Say whether an adverb tells how, not whether: what denies or weakens a clause is in its reading."""
        lemma, lexicons = part.lemma.lower(), self.lexicons
        is_judging = (lemma, "ADV") in lexicons.modal_of_word or lemma in lexicons.verb_negators
        return part.upos == "ADV" and not is_judging and part.index not in self.times

    def _is_own_time(self, claim: Claim, part: Token) -> bool:
        """Say whether a dependent is no more than when it happened: "on Monday", not "until Monday"."""
        time = self.times.get(part.index)
        cases = {case.lemma.lower() for case in self.analysis.dependents(part.index, "case", "advmod")}
        return time is not None and time == claim.time and cases <= _WHEN

    def _is_told(self, claim: Claim, words: Span) -> bool:
        """Say whether words overlap with an end of a claim."""
        text, place = self.analysis.words(words), self.analysis.chars(words)
        if isinstance(claim.object, Value):
            return claim.object.text.lower() in text.lower() or text.lower() in claim.object.text.lower()
        return text in claim.object.name or any(place.overlaps(end.span) for end in (claim.subject, claim.object))

    def _words(self, part: Token) -> Span | None:
        """Give the tokens of a qualifier, None if they are too many or do not stand side by side."""
        whole = self._trimmed(sorted(self.analysis.below(part.index)))
        for tokens in (whole, *map(self._trimmed, shorter_and_shorter(self.analysis, part))):
            if 0 < len(tokens) <= LONGEST and tokens == list(range(tokens[0], tokens[-1] + 1)):
                words = Span(tokens[0], tokens[-1] + 1)
                return words if self._is_whole(words) else None
        return None

    def _trimmed(self, tokens: list[int]) -> list[int]:
        """Cut punctuation off both ends, and what follows a bracket."""
        all_tokens = self.analysis.tokens
        while tokens and all_tokens[tokens[-1]].upos == "PUNCT":
            tokens = tokens[:-1]
        while tokens and all_tokens[tokens[0]].upos == "PUNCT":
            tokens = tokens[1:]
        return [i for i in tokens if not any(all_tokens[j].xpos == "-LRB-" for j in range(tokens[0], i + 1))]

    def _is_whole(self, words: Span) -> bool:
        """Say whether words are no piece of a longer phrase.

        a drive-in viewing                    not "in viewing"
        east-by-northeast                     not "east"
        a few weeks after leaving             not "a few weeks", which tells how long after
        a drug , which is cheap               not "is cheap"
        """
        tokens = self.analysis.tokens
        first, last = tokens[words.start], tokens[words.end - 1]
        before = tokens[words.start - 1] if words.start else None
        after = tokens[words.end] if words.end < len(tokens) else None
        if after is not None and (after.xpos == "HYPH" or (after.upos in {"ADP", "SCONJ"} and self._is_span(words))):
            return False
        glued = before is not None and before.span.end == first.span.start and before.upos != "PUNCT"
        cut = first.xpos in _FINITE or last.xpos == "HYPH" or (before is not None and before.xpos == "HYPH")
        return not (glued or cut)

    def _is_span(self, words: Span) -> bool:
        """Say whether words are a length of time without a preposition."""
        inside = self.analysis.tokens[words.start : words.end]
        return inside[-1].nominal_type == "time" and inside[0].upos != "ADP"
