"""Windows: sentences as numbers, packed as the network reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from random import Random

import numpy as np
from numpy.typing import NDArray

from kg.analyse.lemmas import script_of
from kg.analyse.pieces import Pieces
from kg.analyse.shapes import Shape, shape_of
from kg.train.examples import Example
from kg.train.labels import UNER_TYPES, WIKI_TYPES, allowed_tags, tags_of
from kg.train.recipe import Windows

IGNORED = -100
"""A target that no loss looks at."""

ROOT_TARGET = -1
"""The head target of a root."""

_SPECIAL = 2  # [CLS] and [SEP]
_LONGEST = 510


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence or a window as numbers.

    Attributes:
        pieces: ids of the pieces of every word.
        shapes: shape of every word.
        targets: `int64 [words]` per task; names are rows of `Encoder.allowed`; heads are word indices.
        happened: `float32 [words]`, NaN where unknown.
    """

    pieces: list[tuple[int, ...]]
    shapes: list[int]
    targets: dict[str, NDArray[np.int64]]
    happened: NDArray[np.float32]

    @property
    def length(self) -> int:
        """Give the number of pieces, with [CLS] and [SEP]."""
        return sum(map(len, self.pieces)) + _SPECIAL


class ExampleEncoder:
    """Turns examples into numbers.

    Attributes:
        pieces: cuts words.
        labels: classes of every task.
    """

    def __init__(self, pieces: Pieces, labels: dict[str, tuple[str, ...]]) -> None:
        self.pieces = pieces
        self.labels = labels
        self._ids = {task: {label: i for i, label in enumerate(each)} for task, each in labels.items()}
        self._rows: dict[str, dict[tuple[str, ...], int]] = {"uner": {}, "wiki": {}}

    def allowed(self, family: str) -> NDArray[np.bool_]:
        """Give the tags allowed by each row of a family's targets, `bool [rows, tags]`."""
        tags = tags_of(UNER_TYPES if family == "uner" else WIKI_TYPES)
        return np.array([[tag in row for tag in tags] for row in self._rows[family]] or [[True] * len(tags)])

    def encode(self, example: Example) -> Encoded:
        """Encode a sentence; what it does not annotate is ignored."""
        words = len(example.words)
        tasks = ("sentence", "upos", "xpos", "lemma", "head", "relation", "nominal", "entity", "uner", "wiki")
        targets = {task: np.full(words, IGNORED, dtype=np.int64) for task in tasks}
        self._set_parse(example, targets)
        self._set_nominal(example, targets)
        self._set_names(example, targets)
        happened = np.full(words, np.nan, dtype=np.float32)
        for word, value in example.happened.items():
            happened[word] = value
        return Encoded(
            pieces=[self.pieces.of(word) for word in example.words],
            shapes=[int(shape_of(word)) for word in example.words],
            targets=targets,
            happened=happened,
        )

    def _set_parse(self, example: Example, targets: dict[str, NDArray[np.int64]]) -> None:
        """Set what a tree says."""
        if example.parse is None:
            return
        targets["sentence"][:] = 0
        targets["sentence"][0] = 1
        for index, word in enumerate(example.parse):
            targets["upos"][index] = self._ids["upos"].get(word.upos, IGNORED)
            targets["xpos"][index] = self._ids["xpos"].get(word.xpos, IGNORED)
            targets["lemma"][index] = self._ids["lemma"].get(script_of(word.form, word.lemma), IGNORED)
            targets["head"][index] = word.head
            if word.head != ROOT_TARGET:
                targets["relation"][index] = self._ids["relation"].get(word.deprel, IGNORED)

    def _set_nominal(self, example: Example, targets: dict[str, NDArray[np.int64]]) -> None:
        """Set types and entities of nominals; of a sentence with names and a tree only, those of the names' heads."""
        if example.entities is not None:
            targets["entity"][:] = example.entities
        if example.nominal is not None:
            targets["nominal"][:] = [self._ids["nominal"].get(each or "", IGNORED) for each in example.nominal]
        elif example.parse and example.guideline == "uner":
            for name in example.names or ():
                heads = [i for i in range(name.start, name.end) if not name.start <= example.parse[i].head < name.end]
                types = {"PER": "person", "ORG": "organization", "LOC": "place"}
                if heads and name.label in types:
                    targets["nominal"][heads[0]] = self._ids["nominal"][types[name.label]]

    def _set_names(self, example: Example, targets: dict[str, NDArray[np.int64]]) -> None:
        """Set rows of allowed tags."""
        if example.names is None:
            return
        family = "uner" if example.guideline == "uner" else "wiki"
        rows = self._rows[family]
        allowed = allowed_tags(len(example.words), example.names, example.guideline)
        targets[family][:] = [rows.setdefault(tags, len(rows)) for tags in allowed]


def by_document(examples: Iterable[Example], encoder: ExampleEncoder) -> list[list[Encoded]]:
    """Encode the sentences of each document; those longer than the network can read are left out."""
    documents = groupby(examples, key=lambda example: example.document)
    encoded = [[encoder.encode(example) for example in group] for _, group in documents]
    return [[each for each in group if each.length <= _LONGEST] for group in encoded]


def pack(documents: Iterable[list[Encoded]], settings: Windows, random: Random) -> Iterator[list[Encoded]]:
    """Yield windows of consecutive sentences, of lengths drawn anew each time."""
    for sentences in documents:
        window: list[Encoded] = []
        room = _draw_room(settings, random)
        for sentence in sentences:
            if window and sentence.length - _SPECIAL > room:
                yield window
                window, room = [], _draw_room(settings, random)
            window.append(sentence)
            room -= sentence.length - _SPECIAL
        if window:
            yield window


def _draw_room(settings: Windows, random: Random) -> int:
    """Draw how many pieces the next window may hold."""
    draw = random.random()
    if draw < settings.single_share:
        return 0
    if draw < settings.single_share + settings.short_share:
        return min(random.randint(settings.pieces // 8, settings.pieces), settings.pieces - _SPECIAL)
    return settings.pieces - _SPECIAL


def fill(documents: Iterable[list[Encoded]], settings: Windows) -> Iterator[list[Encoded]]:
    """Yield full windows of consecutive sentences, for scoring."""
    return pack(documents, Windows(settings.pieces, 0.0, 0.0, settings.batch_pieces, 0.0), Random(0))


def recased(window: list[Encoded], share: float, random: Random) -> list[Encoded]:
    """Give the window as a headline in capitals or without capitals would be, once in a while."""
    draw = random.random()
    if draw >= 2 * share:
        return window
    case = int(Shape.UPPER if draw < share else Shape.LOWER)
    lettered = {Shape.LOWER, Shape.CAPITALISED, Shape.UPPER, Shape.CAPITAL, Shape.MIXED}
    return [
        Encoded(
            each.pieces, [case if shape in lettered else shape for shape in each.shapes], each.targets, each.happened
        )
        for each in window
    ]
