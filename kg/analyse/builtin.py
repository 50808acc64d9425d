"""The analyser that ships with kg: words, sentences, grammar, names, times."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from kg.analyse.agreement import agreed_types
from kg.analyse.assemble import Assembly
from kg.analyse.coreference import Mentions, links
from kg.analyse.dates import find_times
from kg.analyse.decode import Decoder
from kg.analyse.model import load_model
from kg.analyse.network import Network
from kg.analyse.paragraphs import paragraph_starts
from kg.analyse.sentence_starts import opening_quotes
from kg.analyse.threads import in_order
from kg.analyse.windows import Layout, sentences
from kg.analyse.words import WordCutter
from kg.document import Analysis, Document, Span
from kg.resources import model_folder


class BuiltinAnalyser:
    """Analyses articles with the shipped model.

    The same text always gives the same analysis, whatever was analysed before and however many threads are used;
    on CUDA scores may differ from those of a processor in the last bits.
    """

    def __init__(self, folder: Path | None = None, threads: int = 2, device: str = "auto") -> None:
        """Load a model.

        Args:
            folder: a folder made by `kg train`, the shipped model if None.
            threads: threads of the network, and articles that `analyse_all` reads at a time.
            device: `cpu`, `cuda`, or `auto` for CUDA where onnxruntime has it.

        Raises:
            ModelError: the folder is incomplete or does not match its `model.json`.
            SettingsError: the device is `cuda`, and onnxruntime cannot use it.
        """
        model = load_model(folder or model_folder())
        self.name = model.name
        self._cutter = WordCutter()
        self._threads = threads
        self._network = Network(model.folder, threads, device)
        self._decoder = Decoder(model)
        self._links = model.links
        self._types = model.labels["nominal"]

    def analyse(self, document: Document) -> Analysis:
        """Analyse an article; a text without words gives an analysis without tokens."""
        return self._read(self._network, document)

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Analyse articles in order: the first by itself, the others as many at a time as there are threads.

        They are taken as the results are, twice as many ahead as there are threads.
        """
        rest = iter(documents)
        yield from map(self.analyse, islice(rest, 1))
        second = next(rest, None)
        if second is not None and self._threads > 1:
            read = partial(self._read, self._network.with_threads(1))
            yield from in_order(read, chain([second], rest), self._threads)
        elif second is not None:
            yield from map(self.analyse, chain([second], rest))

    def analyse_words(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Analysis:
        """Analyse an article whose words and sentences are known, as `kg evaluate` does.

        Args:
            document: the article.
            words: its words in order, none of them empty.
            sentence_starts: indices of the words that begin a sentence, in order, the first word among them.

        A sentence longer than a window of the network is cut all the same.
        """
        return self._analysis(document, words, _known(document, words, sentence_starts), self._network)

    def mentions(self, document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Mentions | None:
        """Give the mentions of an article whose words and sentences are known, None if there are none."""
        return self._unlinked(document, words, _known(document, words, sentence_starts), self._network)[1]

    def _read(self, network: Network, document: Document) -> Analysis:
        """Analyse an article with a network."""
        words = self._cutter.cut(document.text)
        layout = Layout(paragraph_starts(document.text, words), opening_quotes(document.text, words))
        return self._analysis(document, words, layout, network)

    def _analysis(self, document: Document, spans: Sequence[Span], layout: Layout, network: Network) -> Analysis:
        """Read the words of an article."""
        analysis, mentions = self._unlinked(document, spans, layout, network)
        if mentions is None:
            return analysis
        found = tuple(links(mentions, self._links))
        tokens = list(analysis.tokens)
        for head, kind in zip(mentions.heads, agreed_types(mentions, found, self._types), strict=True):
            if kind != tokens[head].nominal_type:
                tokens[head] = replace(tokens[head], nominal_type=kind)
        return replace(analysis, tokens=tuple(tokens), coreferences=found)

    def _unlinked(
        self, document: Document, spans: Sequence[Span], layout: Layout, network: Network
    ) -> tuple[Analysis, Mentions | None]:
        """Give all but the coreference of an article, and the mentions that it has to link."""
        text = document.text
        forms = [text[span.start : span.end] for span in spans]
        assembly = Assembly(document, spans, forms)
        for scored in sentences(forms, layout, network):
            words = self._decoder.words(scored.forms, scored.scores)
            names = self._decoder.names(scored.forms, words, scored.scores)
            assembly.add(words, names, scored.scores)
        analysis = assembly.finish(find_times(document, assembly.tokens, assembly.sentences))
        return analysis, assembly.collected.mentions(analysis)


def _known(document: Document, words: Sequence[Span], sentence_starts: Sequence[int]) -> Layout:
    """Give the layout of known sentences."""
    return Layout(sentence_starts, opening_quotes(document.text, words), has_all=True)
