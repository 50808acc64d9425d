"""The analysis put together: sentence by sentence, with positions of the whole article."""

from collections.abc import Sequence

from kg.analyse.decode import Word
from kg.analyse.spans import TypedSpan
from kg.document import ROOT, Analysis, Document, Mention, Sentence, Span, TimeExpression, Token


class Assembly:
    """An analysis in the making.

    Attributes:
        tokens: words so far.
        sentences: sentences so far.
    """

    def __init__(self, document: Document, spans: Sequence[Span]) -> None:
        """Begin with the places of all words."""
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self._document = document
        self._spans = spans
        self._mentions: list[Mention] = []

    def add(self, words: Sequence[Word], names: Sequence[TypedSpan]) -> None:
        """Add the next sentence."""
        first = len(self.tokens)
        for position, word in enumerate(words):
            span = self._spans[first + position]
            self.tokens.append(
                Token(
                    index=first + position,
                    span=span,
                    text=span.of(self._document.text),
                    lemma=word.lemma,
                    upos=word.upos,
                    xpos=word.xpos,
                    head=ROOT if word.head == ROOT else first + word.head,
                    deprel=word.deprel,
                    nominal_type=word.nominal_type,
                    happened=word.happened,
                )
            )
        chars = Span(self._spans[first].start, self._spans[len(self.tokens) - 1].end)
        self.sentences.append(Sentence(Span(first, len(self.tokens)), chars))
        self._mentions += [self._mention(name, first) for name in names]

    def _mention(self, name: TypedSpan, first: int) -> Mention:
        """Give the mention of a name; its head is its first word that depends on something outside."""
        tokens = Span(first + name.start, first + name.end)
        head = next(i for i in range(tokens.start, tokens.end) if self.tokens[i].head not in tokens)
        return Mention(tokens, head, name.type, round(name.score, 3))

    def finish(self, times: Sequence[TimeExpression]) -> Analysis:
        """Give the finished analysis."""
        return Analysis(
            document=self._document,
            tokens=tuple(self.tokens),
            sentences=tuple(self.sentences),
            mentions=tuple(self._mentions),
            times=tuple(times),
        )
