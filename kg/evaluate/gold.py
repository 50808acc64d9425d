"""Gold: documents with what annotators say about them, in the form of an analysis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.document import ROOT, Analysis, Document, DocumentId, Sentence, Span, Token
from kg.errors import UnreadableInput

UNMARKED = "_"
"""What CoNLL-U writes where a word has no annotation."""


@dataclass(frozen=True, slots=True)
class GoldName:
    """A named entity: token range and the label of its data set."""

    tokens: Span
    label: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with what a set says about it.

    Attributes:
        analysis: words, sentences and trees; factuality and types of nominals where the set has them. What is not
            annotated is `_`.
        sentence_ids: of its sentences, empty where there is none.
        genre: kind of text, empty if unknown.
        names: named entities, None if not annotated.
        chains: mentions of the same, as token ranges, two or more to a chain; None if not annotated.
    """

    analysis: Analysis
    sentence_ids: tuple[str, ...]
    genre: str = ""
    names: tuple[GoldName, ...] | None = None
    chains: tuple[frozenset[Span], ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Documents that were annotated in the same way.

    Attributes:
        name: how tables call it.
        documents: in the order of the files.
        guideline: whose labels its names have, empty without names.
        has_text: the text is as printed; otherwise it is the words with spaces between.
        has_nominals: the types of nominals are annotated.
    """

    name: str
    documents: tuple[Gold, ...]
    guideline: str = ""
    has_text: bool = True
    has_nominals: bool = False


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A word before it has its place; `head` is an index in the sentence, `ROOT` for the root."""

    span: Span
    lemma: str = UNMARKED
    upos: str = UNMARKED
    xpos: str = UNMARKED
    head: int = ROOT
    deprel: str = UNMARKED
    nominal_type: str = ""


@dataclass(frozen=True, slots=True)
class PredicateGold:
    """Factuality of the predicates of a sentence: its words, and a number from -3 to 3 by word."""

    words: tuple[str, ...]
    happened: Mapping[int, float]


def gold_analysis(name: str, text: str, sentences: Sequence[Sequence[GoldWord]]) -> Analysis:
    """Put gold sentences together, none of them empty.

    Raises:
        UnreadableInput: a head lies outside its sentence, or the words do not follow each other in the text.
    """
    tokens: list[Token] = []
    spans: list[Sentence] = []
    for number, words in enumerate(sentences, start=1):
        first = len(tokens)
        for word in words:
            if not ROOT <= word.head < len(words):
                raise UnreadableInput(f"{name}, sentence {number}: a head lies outside the sentence")
            tokens.append(_token(word, first, len(tokens), text))
        spans.append(Sentence(Span(first, len(tokens)), Span(tokens[first].span.start, tokens[-1].span.end)))
    places = [place for token in tokens for place in (token.span.start, token.span.end)]
    if places != sorted(places) or any(not token.text for token in tokens):
        raise UnreadableInput(f"{name}: the places of the words do not fit the text")
    return Analysis(Document(DocumentId(name), text), tuple(tokens), tuple(spans))


def _token(word: GoldWord, first: int, index: int, text: str) -> Token:
    """Give a word its place in the article."""
    return Token(
        index=index,
        span=word.span,
        text=word.span.of(text),
        lemma=word.lemma,
        upos=word.upos,
        xpos=word.xpos,
        head=ROOT if word.head == ROOT else first + word.head,
        deprel=word.deprel,
        nominal_type=word.nominal_type,
    )


def with_factuality(gold: GoldSet, predicates: Mapping[str, PredicateGold]) -> GoldSet:
    """Give a set with the factuality of the sentences whose id and words are those of the table."""
    return replace(gold, documents=tuple(_with_predicates(document, predicates) for document in gold.documents))


def _with_predicates(gold: Gold, predicates: Mapping[str, PredicateGold]) -> Gold:
    """Join the factuality of one document."""
    tokens = list(gold.analysis.tokens)
    for index, value in _joined(gold, predicates):
        tokens[index] = replace(tokens[index], happened=value)
    return replace(gold, analysis=replace(gold.analysis, tokens=tuple(tokens)))


def _joined(gold: Gold, predicates: Mapping[str, PredicateGold]) -> Iterator[tuple[int, float]]:
    """Yield the tokens that have a factuality."""
    for name, sentence in zip(gold.sentence_ids, gold.analysis.sentences, strict=True):
        found = predicates.get(name)
        words = tuple(each.text for each in gold.analysis.tokens[sentence.tokens.start : sentence.tokens.end])
        if found is not None and found.words == words:
            yield from ((sentence.tokens.start + word, value) for word, value in found.happened.items())
