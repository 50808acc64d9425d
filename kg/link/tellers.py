"""Who "he" is that adds something: whoever spoke before.

The envoy Ortega said that Riga had paid . He added that Oslo would .      He = Ortega
"""

from collections.abc import Iterator
from functools import cached_property

from kg.document import Analysis, Sentence, Token
from kg.knowledge import Claim
from kg.quotations import quotations
from kg.wording import Lexicons


class Tellers:
    """Finds the subjects of the reporting clauses of one article."""

    def __init__(self, analysis: Analysis, lexicons: Lexicons) -> None:
        self._analysis = analysis
        self._verbs = lexicons.reporting_of_verb

    def before(self, pronoun: Token) -> int | None:
        """Give the subject of the reporting clause before that of a pronoun, what is quoted in between passed over.

        None if the pronoun reports nothing itself, or the sentence before, quotations apart, is of something else.
        """
        if not self._tells(pronoun):
            return None
        for position in range(self._analysis.sentence_of[pronoun.index] - 1, -1, -1):
            sentence = self._analysis.sentences[position]
            if (found := next(self._tellers(sentence), None)) is not None:
                return found
            if not self._is_quoted(sentence):
                return None
        return None

    def says_i(self, claim: Claim) -> bool:
        """Say whether who is cited for a claim is its "I": in a quotation or an interview, not in "told me that".

        " I sailed , " Ann said .        I = Ann
        She told me that I had won .     somebody whom the sentence does not name
        """
        source, subject = claim.source, claim.subject
        sentence_of = self._analysis.sentence_of
        if source is None or claim.cue == ":" or sentence_of[source.head] != sentence_of[subject.head]:
            return True
        place = subject.span.start
        return any(start <= place < end and not start <= source.span.start < end for start, end in self._quotations)

    def _tells(self, subject: Token) -> bool:
        head = self._analysis.tokens[subject.head]
        return subject.deprel == "nsubj" and head.upos == "VERB" and head.lemma.lower() in self._verbs

    def _tellers(self, sentence: Sentence) -> Iterator[int]:
        """Yield who reports something outside quotation marks in a sentence, the outermost clause first."""
        tokens = self._analysis.tokens[sentence.tokens.start : sentence.tokens.end]
        found = [t for t in tokens if self._tells(t) and not self._within(t.span.start)]
        yield from (token.index for token in sorted(found, key=lambda token: self._analysis.tokens[token.head].head))

    @cached_property
    def _quotations(self) -> tuple[tuple[int, int], ...]:
        spans = (quotation.span for quotation in quotations(self._analysis.document.text))
        return tuple((span.start, span.end) for span in spans)

    def _within(self, place: int) -> bool:
        return any(start <= place < end for start, end in self._quotations)

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Say whether all words of a sentence, its marks aside, stand in quotation marks."""
        tokens = self._analysis.tokens[sentence.tokens.start : sentence.tokens.end]
        return all(self._within(token.span.start) for token in tokens if token.upos != "PUNCT")
