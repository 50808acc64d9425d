"""Examples as numbers, packed into windows."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from kg.analyse.model import TOKENIZER
from kg.analyse.pieces import MOST_PIECES, Pieces
from kg.analyse.shapes import Shape
from kg.resources import model_folder
from kg.train.examples import Example, GoldName, GoldWord
from kg.train.labels import label_sets
from kg.train.recipe import Windows
from kg.train.windows import IGNORED, Encoded, ExampleEncoder, by_document, fill, pack, recased

SETTINGS = Windows(pieces=32, short_share=0.2, single_share=0.2, batch_pieces=64, caps_share=0.5)
PARSE = (GoldWord("Iran", "Iran", "PROPN", "NNP", 1, "nsubj"), GoldWord("left", "leave", "VERB", "VBD", -1, "root"))
EXAMPLE = Example("1", "a", ("Iran", "left"), parse=PARSE, names=(GoldName(0, 1, "LOC"),), guideline="uner")


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(model_folder() / TOKENIZER)


@pytest.fixture
def encoder(pieces: Pieces) -> ExampleEncoder:
    return ExampleEncoder(pieces, label_sets([EXAMPLE], 1))


def sentence(words: int) -> Encoded:
    return Encoded([(1,)] * words, [1] * words, {"sentence": np.ones(words)}, np.zeros(words, dtype=np.float32))


def test_targets_of_a_tree(encoder: ExampleEncoder) -> None:
    found = encoder.encode(EXAMPLE)
    assert found.targets["head"].tolist() == [1, -1]
    assert found.targets["relation"].tolist() == [0, IGNORED]
    assert found.targets["sentence"].tolist() == [1, 0]
    assert found.targets["nominal"].tolist() == [encoder.labels["nominal"].index("place"), IGNORED]
    assert (found.targets["wiki"] == IGNORED).all()
    tags = encoder.allowed("uner")[found.targets["uner"]]
    assert [encoder.labels["uner"][row.argmax()] for row in tags] == ["S-place", "O"]


def test_entities_are_numbers_of_their_document(encoder: ExampleEncoder) -> None:
    assert encoder.encode(replace(EXAMPLE, entities=(5, 0))).targets["entity"].tolist() == [5, 0]
    assert (encoder.encode(EXAMPLE).targets["entity"] == IGNORED).all()


def test_names_alone_leave_the_tree_open(encoder: ExampleEncoder) -> None:
    found = encoder.encode(Example("", "b", ("Iran",), names=(), guideline="docred"))
    assert all((found.targets[task] == IGNORED).all() for task in ("head", "upos", "sentence", "uner"))
    assert (found.targets["wiki"] != IGNORED).all()


def test_a_word_has_pieces_but_not_too_many(pieces: Pieces) -> None:
    assert pieces.of("\x00") and pieces.of("\ud800")
    assert len(pieces.of("antidisestablishmentarianism" * 20)) <= MOST_PIECES
    assert pieces.of("Tehran") == pieces.of("TEHRAN")


def test_windows_hold_consecutive_sentences_of_one_document() -> None:
    documents = [[sentence(7) for _ in range(20)] for _ in range(5)]
    windows = list(pack(documents, SETTINGS, Random(1)))
    assert [each for window in windows for each in window] == [each for document in documents for each in document]
    assert all(len(window) * 7 <= SETTINGS.pieces - 2 for window in windows)
    assert len({len(window) for window in windows}) > 1


def test_no_window_is_longer_than_the_network_reads() -> None:
    often_short = replace(SETTINGS, short_share=1.0, single_share=0.0)
    windows = pack([[sentence(1)] * 2_000], often_short, Random(1))
    assert max(sum(each.length - 2 for each in window) for window in windows) <= SETTINGS.pieces - 2


def test_the_same_seed_packs_the_same() -> None:
    documents = [[sentence(5) for _ in range(30)]]
    sizes = [[len(window) for window in pack(documents, SETTINGS, Random(3))] for _ in range(2)]
    assert sizes[0] == sizes[1]


def test_scoring_uses_full_windows() -> None:
    assert [len(window) for window in fill([[sentence(10) for _ in range(7)]], SETTINGS)] == [3, 3, 1]


def test_a_sentence_longer_than_a_window_stands_alone() -> None:
    assert [len(window) for window in fill([[sentence(5), sentence(60), sentence(5)]], SETTINGS)] == [1, 1, 1]


def test_documents_are_kept_apart(encoder: ExampleEncoder) -> None:
    examples = [EXAMPLE, EXAMPLE, Example("", "b", ("Iran",))]
    assert [len(document) for document in by_document(examples, encoder)] == [2, 1]


def test_headlines_lose_their_case(encoder: ExampleEncoder) -> None:
    random = Random(1)
    shapes = {tuple(recased([encoder.encode(EXAMPLE)], 0.5, random)[0].shapes) for _ in range(20)}
    assert shapes == {(Shape.UPPER, Shape.UPPER), (Shape.LOWER, Shape.LOWER)}
