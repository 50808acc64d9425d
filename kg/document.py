"""The first two nouns: `Document` (an article as stored) and `Analysis` (its grammar).

All positions in text are half-open code-point offsets into `Document.text`; all positions in
an analysis are half-open indices into `Analysis.tokens`, counted over the whole article.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import NewType

DocumentId = NewType("DocumentId", str)

ROOT = -1
"""`Token.head` of a sentence's root."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range: code points of a text, or tokens of an analysis.

    Raises:
        ValueError: `start` is negative or `end` is before `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that no text can have."""
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start}–{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Give the number of positions covered."""
        return self.end - self.start

    def __contains__(self, position: int) -> bool:
        """Say whether a position lies inside."""
        return self.start <= position < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a position."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Give the words at this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time as precise as the text allows, never more.

    `start` and `end` are ISO 8601 dates of any precision (`2019`, `2019-05`, `2019-05-04`);
    both equal for a single date, month or year; an empty string is an open side.
    """

    start: str
    end: str

    @property
    def iso(self) -> str:
        """Give the ISO 8601 form: `2019-05`, `2019/2021`, `2019/..`, `../2021`."""
        if self.start == self.end:
            return self.start
        return f"{self.start or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True)
class Document:
    """An article as stored: the text that every offset refers to, and where it came from.

    Attributes:
        id: stable name of the article, unique in a graph.
        text: the body; never normalised after reading.
        title: headline, empty if unknown.
        published: date of publication, None if unknown.
        publisher: name of the publisher, empty if unknown.
        url: address, empty if unknown.
        author: byline as printed, empty if unknown; never a participant.
    """

    id: DocumentId
    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""
    author: str = ""


@cache
def universal(deprel: str) -> str:
    """Give a relation without its subtype (`nsubj` for `nsubj:pass`); there are some fifty, asked for all the time."""
    return deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word (UD), with its place in the text.

    Attributes:
        index: position in `Analysis.tokens`.
        span: code points; empty only for a word that the text does not show.
        text: the word as written (`document.text[start:end]`).
        lemma: dictionary form, lower-case except for proper nouns.
        upos: universal part of speech.
        xpos: Penn Treebank tag.
        head: index of the governing token in `Analysis.tokens`, `ROOT` for a root.
        deprel: UD v2 relation to the head, with subtype (`nsubj:pass`).
        nominal_type: what a nominal head denotes (`person`, `organization`, `place`, `event`,
            `abstract`, `object`, `time`, `animal`, `plant`, `substance`), empty otherwise.
        happened: expected factuality of a predicate, -3 (did not happen) to 3 (happened);
            None for a word that is no predicate or if the analyser does not say.
        arc_score: how likely head and relation are right by the analyser's own word, in [0, 1]; 1 if it
            does not say.
    """

    index: int
    span: Span
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    nominal_type: str = ""
    happened: float | None = None
    arc_score: float = 1.0

    @property
    def relation(self) -> str:
        """Give the relation without its subtype (`nsubj` for `nsubj:pass`)."""
        return universal(self.deprel)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens and its code points."""

    tokens: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A named entity as the analyser found it.

    Attributes:
        tokens: token range.
        head: index of its syntactic head.
        type: `person`, `organization`, `place`, `event`, `work`, `product`, `law`, `group`,
            `misc`, `date` or `quantity`.
        score: the analyser's own score, in [0, 1].
    """

    tokens: Span
    head: int
    type: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or period in the text, resolved against the article's date.

    Attributes:
        tokens: token range.
        value: the time meant; coarser rather than guessed.
    """

    tokens: Span
    value: Period


@dataclass(frozen=True, slots=True)
class Coreference:
    """Two mentions that speak of the same, one directly after the other in its chain.

    Attributes:
        mention: head token of the later mention ("he", "the company").
        antecedent: head token of the earlier one.
        score: the analyser's own probability that the mention goes back to this antecedent, in [0, 1].
    """

    mention: int
    antecedent: int
    score: float = 1.0


@dataclass(frozen=True)
class Analysis:
    """An article with its complete grammar. One that exists lacks nothing.

    Attributes:
        document: the article.
        tokens: all words in order.
        sentences: cover all tokens, in order, without overlap.
        mentions: named entities, in order, without overlap.
        times: resolved time expressions, in order, without overlap.
        coreferences: at most one for each mention, in the order of the mentions; empty if the analyser does not say.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    coreferences: tuple[Coreference, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Give, for every token, the indices of its dependents in text order."""
        return tuple(tuple(token.index for token in below) for below in self._dependents)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Give, for every token, the position of its sentence in `sentences`."""
        return tuple(position for position, sentence in enumerate(self.sentences) for _ in range(len(sentence.tokens)))

    def sentence(self, index: int) -> Sentence:
        """Give the sentence of a token."""
        return self.sentences[self.sentence_of[index]]

    @cached_property
    def coreference_of(self) -> dict[int, Coreference]:
        """Give the coreference link of every mention that has one, by its head token."""
        return {link.mention: link for link in self.coreferences}

    @cached_property
    def _dependents(self) -> list[list[Token]]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != ROOT:
                below[token.head].append(token)
        return below

    @cached_property
    def _dependents_by_relation(self) -> list[dict[str, list[Token]]]:
        """Give, for every token, its dependents by their relation, and by that without its subtype."""
        found: list[dict[str, list[Token]]] = [{} for _ in self.tokens]
        for token in self.tokens:
            if token.head != ROOT:
                found[token.head].setdefault(token.deprel, []).append(token)
                if ":" in token.deprel:
                    found[token.head].setdefault(token.relation, []).append(token)
        return found

    def dependents(self, index: int, *relations: str) -> Iterator[Token]:
        """Iterate over the dependents of a token, those of the given relations only if any is given.

        A relation without subtype matches all its subtypes (`nsubj` matches `nsubj:pass`).
        """
        if not relations:
            return iter(self._dependents[index])
        below = self._dependents_by_relation[index]
        if len(relations) == 1:
            return iter(below.get(relations[0], ()))
        if below.keys().isdisjoint(relations):
            return iter(())
        found = [below[relation] for relation in relations if relation in below]
        if len(found) == 1:
            return iter(found[0])
        return iter([t for t in self._dependents[index] if t.deprel in relations or universal(t.deprel) in relations])

    def has_dependent(self, index: int, *relations: str) -> bool:
        """Say whether a token has a dependent, of the given relations if any is given."""
        if not relations:
            return bool(self._dependents[index])
        return not self._dependents_by_relation[index].keys().isdisjoint(relations)

    def above(self, index: int) -> Iterator[int]:
        """Yield what governs a token, from its head to the root of its sentence."""
        while (index := self.tokens[index].head) != ROOT:
            yield index

    def below(self, index: int) -> Iterator[int]:
        """Yield a token and all that hangs on it."""
        pending = [index]
        while pending:
            index = pending.pop()
            yield index
            pending.extend(reversed(self.children[index]))

    def word_at(self, index: int) -> str:
        """Give a word in lower case, an empty one beyond the last: a text may break off anywhere."""
        return self.tokens[index].text.lower() if index < len(self.tokens) else ""

    def chars(self, tokens: Span) -> Span:
        """Give the code points that a non-empty token range covers."""
        return Span(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)

    def words(self, tokens: Span) -> str:
        """Give the text of a non-empty token range as printed."""
        return self.document.text[self.tokens[tokens.start].span.start : self.tokens[tokens.end - 1].span.end]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article graph, and why.

    Attributes:
        source: the file, or the article's id.
        problem: what happened and what to do, in one line behind the source.
        trace: Python's traceback if a stage raised an error, empty otherwise.
    """

    source: str
    problem: str
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Caution:
    """An article that was read, and why not to rely on what it gave; `problem` is one line behind the source."""

    source: str
    problem: str
