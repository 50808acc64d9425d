"""Teachers: models that say what they make of text without annotation, so that one network learns what several know.

Their probabilities are averaged (in logs, as a product of experts) and the likeliest classes of each word are kept.
What trained networks say of the text they were trained on is their gold; of other text it is what they learned.

Source: Hinton, Vinyals & Dean 2015; for parsers Kuncoro et al. 2016.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random

import numpy as np

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.model import NETWORK, load_model
from kg.analyse.scores import Floats, WordScores, relation_scores
from kg.document import Document
from kg.errors import ModelError
from kg.read import read
from kg.train.corpora import names_of
from kg.train.examples import Example
from kg.train.finish import onnx_predictor
from kg.train.recipe import Recipe
from kg.train.score import Predictor
from kg.train.windows import IGNORED, Encoded, ExampleEncoder, Taught, by_document, pack

_KEPT = 4  # classes of a word
_CLASSES = ("sentence", "upos", "xpos", "lemma", "nominal")
_REPORT_EVERY = 500  # windows
_NEVER = -1e4

Teacher = tuple[Predictor, Floats]
"""What scores a window, and the weights of its relations."""


def lessons(
    recipe: Recipe, data: Path, teachers: Sequence[Path], encoder: ExampleEncoder, log: Callable[[str], object]
) -> list[list[Encoded]]:
    """Give windows of the texts that a recipe names for reading, with what teachers say of their words.

    Raises:
        ModelError: a teacher knows other labels.
    """
    if not teachers:
        return []
    examples = chain(
        (each for path in recipe.data.texts for each in read_texts(data / path, BuiltinAnalyser(teachers[0]))),
        (replace(each, names=None) for path in recipe.data.names_read for each in names_of(data / path)),
    )
    random = Random(recipe.seed)
    windows = list(pack(by_document(examples, encoder), recipe.windows, random))
    drawn = random.sample(windows, round(recipe.data.share_read * len(windows)))
    return list(taught(drawn, [_teacher(folder, encoder) for folder in teachers], log))


def read_texts(path: Path, analyser: BuiltinAnalyser) -> Iterator[Example]:
    """Yield the sentences of articles, words only; what cannot be read is left out."""
    for document in read(path):
        if isinstance(document, Document):
            analysis = analyser.analyse(document)
            for sentence in analysis.sentences:
                words = tuple(token.text for token in analysis.tokens[sentence.tokens.start : sentence.tokens.end])
                yield Example(id="", document=document.id, words=words)


def _teacher(folder: Path, encoder: ExampleEncoder) -> Teacher:
    """Load a model folder as a teacher."""
    model = load_model(folder)
    if any(model.labels[task] != encoder.labels[task] for task in (*_CLASSES[1:], "relation")):
        raise ModelError(f"{folder} has other labels than the model that is taught: teachers must share them")
    return onnx_predictor(folder / NETWORK, encoder.pieces), model.pairs.relations


def taught(
    windows: Iterable[list[Encoded]], teachers: Sequence[Teacher], log: Callable[[str], object]
) -> Iterator[list[Encoded]]:
    """Yield windows with what the teachers say of their words; what their data sets say is left out."""
    for number, window in enumerate(windows, start=1):
        yield _taught_window(window, teachers)
        if number % _REPORT_EVERY == 0:
            log(f"teachers have read {number} windows")


def _taught_window(window: list[Encoded], teachers: Sequence[Teacher]) -> list[Encoded]:
    """Give the sentences of a window with the classes that the teachers think likely."""
    said = [(predict(window), relations) for predict, relations in teachers]
    sentences, start = [], 0
    for sentence in window:
        end = start + len(sentence.shapes)
        sentences.append(_taught_sentence(sentence, [(each.part(start, end), weights) for each, weights in said]))
        start = end
    return sentences


def _taught_sentence(sentence: Encoded, said: Sequence[tuple[WordScores, Floats]]) -> Encoded:
    """Give a sentence with the classes that the teachers think likely; a head is an index, -1 for the root."""
    logs = {task: _mean(scores.tags[task] for scores, _ in said) for task in _CLASSES}
    arcs = _mean(_head_scores(scores) for scores, _ in said)
    heads = arcs.argmax(axis=1) - 1
    logs["relation"] = _mean(relation_scores(scores, heads.tolist(), weights) for scores, weights in said)
    likely = {task: _likeliest(each) for task, each in logs.items()}
    likely["relation"].shares[heads < 0] = 0.0
    classes, shares = _likeliest(arcs)
    likely["head"] = Taught(classes - 1, shares)
    unknown = {task: np.full_like(each, IGNORED) for task, each in sentence.targets.items()}
    happened = np.full_like(sentence.happened, np.nan)
    return replace(sentence, targets=unknown, happened=happened, taught=likely)


def _head_scores(scores: WordScores) -> Floats:
    """Score being the root (the first column) and every head, `[words, 1 + words]`."""
    table = np.concatenate([scores.roots[:, None], scores.arcs], axis=1)
    np.fill_diagonal(table[:, 1:], _NEVER)
    return table


def _mean(tables: Iterable[Floats]) -> Floats:
    """Give the logs of the mean of probabilities, in logs."""
    logs = [table - np.logaddexp.reduce(table, axis=1, keepdims=True) for table in tables]
    mean = np.asarray(sum(logs)) / len(logs)
    return np.asarray(mean - np.logaddexp.reduce(mean, axis=1, keepdims=True))


def _likeliest(logs: Floats) -> Taught:
    """Give the likeliest classes of every word with their probabilities, always as many; further ones have none."""
    kept = min(_KEPT, logs.shape[1])
    classes = np.zeros((len(logs), _KEPT), dtype=np.int64)
    shares = np.zeros((len(logs), _KEPT), dtype=np.float32)
    classes[:, :kept] = np.argsort(-logs, axis=1, kind="stable")[:, :kept]
    shares[:, :kept] = np.exp(np.take_along_axis(logs, classes[:, :kept], axis=1))
    return Taught(classes, shares / shares.sum(axis=1, keepdims=True))
