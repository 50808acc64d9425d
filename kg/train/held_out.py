"""Held-out sets, ready to score."""

from dataclasses import dataclass

from kg.analyse.scores import PairWeights
from kg.train.corpora import Corpora
from kg.train.examples import Example
from kg.train.labels import MEANINGS
from kg.train.recipe import Windows
from kg.train.score import Names, Predictor, score
from kg.train.windows import Encoded, ExampleEncoder, by_document, fill


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One held-out set.

    Attributes:
        name: file name without ending.
        windows: full windows.
        names: gold names per sentence, by the sentence's `id()`.
        family: which head's names are compared.
    """

    name: str
    windows: list[list[Encoded]]
    names: dict[int, Names]
    family: str

    def score(self, predict: Predictor, labels: dict[str, tuple[str, ...]], pairs: PairWeights) -> dict[str, float]:
        """Score a model on this set."""
        return score(self.windows, predict, labels, pairs, self.names, self.family)


def held_out(corpora: Corpora, encoder: ExampleEncoder, settings: Windows) -> list[HeldOut]:
    """Prepare all held-out sets of a recipe."""
    sets = {**corpora.parses_dev, **corpora.names_only_dev}
    return [_prepare(name, examples, encoder, settings) for name, examples in sets.items()]


def _prepare(name: str, examples: list[Example], encoder: ExampleEncoder, settings: Windows) -> HeldOut:
    """Encode one set; a sentence too long for the network is left out."""
    documents = by_document(examples, encoder)
    sentences = [sentence for document in documents for sentence in document]
    names: dict[int, Names] = {}
    family = "uner" if any(example.guideline == "uner" for example in examples) else "wiki"
    if len(sentences) == len(examples):
        for example, sentence in zip(examples, sentences, strict=True):
            if example.names is not None:
                names[id(sentence)] = _gold(example)
    return HeldOut(name, list(fill(documents, settings)), names, family)


def _gold(example: Example) -> Names:
    """Give the names of a sentence whose label means exactly one type."""
    meanings = MEANINGS[example.guideline]
    types = ((name, meanings.get(name.label, ("misc",))) for name in example.names or ())
    return {(name.start, name.end, meant[0]) for name, meant in types if len(meant) == 1}
