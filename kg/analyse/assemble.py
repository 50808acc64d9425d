"""The analysis put together: sentence by sentence, with positions of the whole article."""

from collections.abc import Sequence

from kg.analyse.coreference import MentionCollector
from kg.analyse.decode import Word
from kg.analyse.names import one_type_each, supported
from kg.analyse.scores import WordScores
from kg.analyse.spans import TypedSpan
from kg.document import ROOT, Analysis, Document, Mention, Sentence, Span, TimeExpression, Token


class Assembly:
    """An analysis in the making.

    Attributes:
        tokens: words so far.
        sentences: sentences so far.
        collected: what the network says of the mentions so far.
    """

    def __init__(self, document: Document, spans: Sequence[Span], forms: Sequence[str]) -> None:
        """Begin with the places and forms of all words."""
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self._document = document
        self._spans = spans
        self._forms = forms
        self._mentions: list[Mention] = []
        self._doubtful: list[Mention] = []
        self.collected = MentionCollector()

    def add(self, words: Sequence[Word], names: Sequence[TypedSpan], scores: WordScores) -> None:
        """Add the next sentence."""
        first = len(self.tokens)
        self.collected.add(first, [place for place, word in enumerate(words) if word.nominal_type], scores)
        for index, (lemma, upos, xpos, head, deprel, nominal_type, happened, arc_score) in enumerate(
            words, start=first
        ):
            above = ROOT if head == ROOT else first + head
            place = index, self._spans[index], self._forms[index]
            self.tokens.append(Token(*place, lemma, upos, xpos, above, deprel, nominal_type, happened, arc_score))
        chars = Span(self._spans[first].start, self._spans[len(self.tokens) - 1].end)
        self.sentences.append(Sentence(Span(first, len(self.tokens)), chars))
        for name in names:
            (self._doubtful if name.is_doubtful else self._mentions).append(self._mention(name, first))

    def _mention(self, name: TypedSpan, first: int) -> Mention:
        """Give the mention of a name; its head is its first word that depends on something outside."""
        tokens = Span(first + name.start, first + name.end)
        head = next(i for i in range(tokens.start, tokens.end) if self.tokens[i].head not in tokens)
        return Mention(tokens, head, name.type, round(name.score, 3))

    def finish(self, times: Sequence[TimeExpression]) -> Analysis:
        """Give the analysis without its coreference."""
        mentions = supported(self._mentions, self._doubtful, self.tokens)
        return Analysis(
            document=self._document,
            tokens=tuple(self.tokens),
            sentences=tuple(self.sentences),
            mentions=tuple(one_type_each(mentions, self.tokens)),
            times=tuple(times),
        )
