"""The analyser for users of spaCy: words, sentences, grammar and names come from an installed pipeline.

Pipelines with UD labels are taken as they are; the labels of spaCy's own English pipelines are turned into UD.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from kg.analyse.arcs import Row
from kg.analyse.dates import find_times
from kg.analyse.names import trimmed
from kg.analyse.paragraphs import paragraph_starts
from kg.analyse.spacy_reading import names_of, nominal_types, rows_of
from kg.analyse.spacy_to_ud import CLEAR_ONLY, to_ud
from kg.analyse.spans import TypedSpan
from kg.document import ROOT, Analysis, Document, Mention, Sentence, Span, Token
from kg.errors import MissingPipeline, ModelError, SettingsError

_LANGUAGES = frozenset({"en", "xx"})
_NEEDED = {"DEP": "relations", "POS": "parts of speech", "TAG": "tags"}
_PROBE = "Talks failed."

_WORD = re.compile(r"\S{1,1000}")  # a longer one is cut, or spaCy would take minutes for a line of base64
_SPACE = re.compile(r"\s")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_LONGEST_BLOCK = 100_000  # characters; spaCy refuses a million, and its memory grows with the length


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in UD: the code points of its words, their rows, and its names."""

    spans: Sequence[Span]
    rows: Sequence[Row]
    names: Sequence[TypedSpan]


def with_pipeline(pipeline: str) -> Callable[..., "SpacyAnalyser"]:
    """Give the analyser that uses a pipeline, not yet loaded.

    Args:
        pipeline: name of an installed pipeline (`en_core_web_sm`), or a folder that holds one.

    Raises:
        MissingPipeline: nothing of that name is installed, and no such folder exists.
    """
    if not Path(pipeline).is_dir() and not _is_installed(pipeline):
        raise MissingPipeline(pipeline)
    return partial(SpacyAnalyser, pipeline)


def _is_installed(package: str) -> bool:
    """Say whether a package is installed."""
    try:
        distribution(package)
    except (PackageNotFoundError, ValueError):
        return False
    return True


class SpacyAnalyser:
    """Analyses articles with a spaCy pipeline.

    Sentences are those of the pipeline, but none goes on into the next paragraph. The factuality of predicates is left
    open.
    """

    def __init__(self, pipeline: str, threads: int = 2) -> None:
        """Load a pipeline.

        Args:
            pipeline: name of an installed pipeline, or a folder that holds one.
            threads: taken for the sake of the protocol; spaCy sets its threads itself.

        Raises:
            MissingPipeline: there is no such pipeline.
            SettingsError: it cannot be loaded here, is not for English, or lacks a part that `kg` needs.
        """
        self._pipeline = _loaded(pipeline)
        meta = self._pipeline.meta
        self.name = f"spacy:{meta['lang']}_{meta['name']}-{meta['version']}"
        labels = chain.from_iterable(self._pipeline.pipe_labels.values())
        self._is_clear = not CLEAR_ONLY.isdisjoint(labels)

    def analyse(self, document: Document) -> Analysis:
        """Analyse an article; a text without words gives an analysis without tokens.

        Raises:
            ModelError: the pipeline's words are not those of the text.
        """
        blocks = list(_blocks(document.text))
        readable = _readable(document.text)
        found = []
        for block, doc in zip(blocks, self._pipeline.pipe(block.of(readable) for block in blocks), strict=True):
            if doc.text != block.of(readable):
                raise ModelError(f"{self.name} changes the text that it reads, so nothing could be quoted; use another")
            for sentence in doc.sents:
                words = [token for token in sentence if not token.is_space]
                starts = [block.start + token.idx for token in words]
                spans = [Span(start, start + len(token)) for start, token in zip(starts, words, strict=True)]
                found.append(self._sentence(spans, words, sentence.ents))
        return _analysis(document, [sentence for sentence in found if sentence.spans])

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis:
        """Analyse an article whose words and sentences are known, as `kg evaluate` does.

        Args:
            document: the article.
            words: its words in order, none of them empty.
            sentence_starts: indices of the words that begin a sentence, in order, the first word among them.
        """
        sentences = [words[first:after] for first, after in pairwise([*sentence_starts, len(words)])]
        docs = self._pipeline.pipe(self._unparsed(document.text, spans) for spans in sentences)
        found = [self._sentence(spans, list(doc), doc.ents) for spans, doc in zip(sentences, docs, strict=True)]
        return _analysis(document, found)

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Analyse articles one by one, in order, only as far as the results are taken."""
        return map(self.analyse, documents)

    def _unparsed(self, text: str, spans: Sequence[Span]) -> Any:
        """Give one sentence of known words for the pipeline to read."""
        from spacy.tokens import Doc

        spaces = [after.start > word.end for word, after in pairwise(spans)]
        doc = Doc(self._pipeline.vocab, words=[_readable(span.of(text)) for span in spans], spaces=[*spaces, False])
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    def _sentence(self, spans: Sequence[Span], words: Sequence[Any], entities: Sequence[Any]) -> _Sentence:
        """Give a sentence in our words; one of white space alone has none."""
        if not words:
            return _Sentence((), (), ())
        rows = rows_of(words)
        names = names_of(words, entities)
        if self._is_clear:
            rows = to_ud(rows, [Span(name.start, name.end) for name in names if name.type == "person"])
        return _Sentence(spans, rows, names)


def _analysis(document: Document, found: Sequence[_Sentence]) -> Analysis:
    """Put the sentences of an article together, with positions of the whole article."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    for sentence in found:
        first = len(tokens)
        tokens += _tokens(document, sentence, first)
        chars = Span(sentence.spans[0].start, sentence.spans[-1].end)
        sentences.append(Sentence(Span(first, len(tokens)), chars))
        mentions += _mentions(sentence, first)
    times = find_times(document, tokens, sentences)
    return Analysis(document, tuple(tokens), tuple(sentences), tuple(mentions), tuple(times))


def _tokens(document: Document, sentence: _Sentence, first: int) -> Iterator[Token]:
    """Yield the tokens of a sentence that begins at token `first`."""
    types = nominal_types(sentence.rows, sentence.names)
    for position, (span, row) in enumerate(zip(sentence.spans, sentence.rows, strict=True)):
        yield Token(
            index=first + position,
            span=span,
            text=span.of(document.text),
            lemma=row.lemma,
            upos=row.upos,
            xpos=row.xpos,
            head=ROOT if row.head == ROOT else first + row.head,
            deprel=row.deprel,
            nominal_type=types.get(position, ""),
        )


def _mentions(sentence: _Sentence, first: int) -> Iterator[Mention]:
    """Yield the named entities of a sentence; the head is the first word that depends on something outside."""
    for name in sentence.names:
        kept = trimmed(name, [row.form for row in sentence.rows], sentence.rows)
        if kept is not None:
            tokens = Span(kept.start, kept.end)
            head = next(index for index in range(kept.start, kept.end) if sentence.rows[index].head not in tokens)
            yield Mention(Span(first + kept.start, first + kept.end), first + head, kept.type, kept.score)


def _readable(text: str) -> str:
    """Give a text of the same length without line ends, and without half pairs, which spaCy cannot read."""
    return _SPACE.sub(" ", _HALF_PAIR.sub("\ufffd", text))


def _loaded(pipeline: str) -> Any:  # Any: spaCy has no types here
    """Load a pipeline and try it."""
    import spacy

    try:
        loaded = spacy.load(pipeline)
    except OSError as error:
        raise MissingPipeline(pipeline) from error
    except (ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise SettingsError(f"the spaCy pipeline {pipeline!r} cannot be loaded: {reason}") from error
    if loaded.lang not in _LANGUAGES:
        raise SettingsError(f"the spaCy pipeline {pipeline!r} is for the language {loaded.lang!r}; kg reads English")
    probe = loaded(_PROBE)
    missing = [what for attribute, what in _NEEDED.items() if not probe.has_annotation(attribute)]
    if missing:
        raise SettingsError(
            f"the spaCy pipeline {pipeline!r} gives no {' and no '.join(missing)}; "
            "take one with tagger and parser, such as en_core_web_sm"
        )
    return loaded


def _blocks(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text without the white space around them; an endless one in parts."""
    words = [Span(*found.span()) for found in _WORD.finditer(text)]
    begins = set(paragraph_starts(text, words))
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or index in begins or _must_end(words, first, index):
            yield Span(words[first].start, words[index - 1].end)
            first = index


def _must_end(words: Sequence[Span], first: int, index: int) -> bool:
    """Say whether a block has to end before a word: in a word that was cut, and where it would be too long."""
    return words[index - 1].end == words[index].start or words[index].end - words[first].start > _LONGEST_BLOCK
