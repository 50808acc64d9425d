"""Windows over long articles, with a network that sees a sentence end after every full stop."""

from collections.abc import Sequence

import numpy as np
import pytest

from kg.analyse.network import WINDOW_PIECES
from kg.analyse.scores import WordScores
from kg.analyse.windows import Layout, sentences


class FullStops:
    """Stands for the network."""

    def __init__(self) -> None:
        self.windows: list[Sequence[str]] = []

    def lengths(self, words: Sequence[str]) -> list[int]:
        return [1] * len(words)

    def score(self, words: Sequence[str]) -> WordScores:
        self.windows.append(words)
        count = len(words)
        empty = np.zeros((count, 1), dtype=np.float32)
        starts = np.array([[0, 9 if i and words[i - 1] == "." else -9] for i in range(count)], dtype=np.float32)
        square = np.zeros((count, count), dtype=np.float32)
        return WordScores({"sentence": starts}, empty[:, 0], square, empty[:, 0], *[empty] * 6, empty[:, 0])


def cut(words: list[str], paragraphs: Sequence[int] = (0,)) -> tuple[list[list[str]], FullStops]:
    network = FullStops()
    layout = Layout(paragraphs, [False] * len(words))
    return [list(each.forms) for each in sentences(words, layout, network)], network


def test_short_text_is_one_window() -> None:
    found, network = cut(["a", ".", "b", "."])
    assert found == [["a", "."], ["b", "."]]
    assert len(network.windows) == 1


def test_no_sentence_is_cut_by_a_window() -> None:
    words = (["word"] * 99 + ["."]) * 20
    found, network = cut(words)
    assert found == [["word"] * 99 + ["."]] * 20
    assert all(len(window) <= WINDOW_PIECES for window in network.windows)


def test_windows_end_with_paragraphs() -> None:
    words = ["word"] * 1000
    _, network = cut(words, range(0, 1000, 100))
    assert [len(window) for window in network.windows] == [200] * 5


def test_an_endless_sentence_is_cut() -> None:
    found, _ = cut(["word"] * 1000)
    assert [len(sentence) for sentence in found] == [WINDOW_PIECES] * 3 + [1000 - 3 * WINDOW_PIECES]


@pytest.mark.parametrize("count", [1, WINDOW_PIECES - 1, WINDOW_PIECES, WINDOW_PIECES + 1, 3000])
def test_every_word_is_in_one_sentence(count: int) -> None:
    words = [f"{i}" if i % 7 else "." for i in range(count)]
    found, _ = cut(words, range(0, count, 50))
    assert [word for sentence in found for word in sentence] == words


class FirstWords:
    """Stands for a network that takes the first word of any window for a sentence of its own."""

    def __init__(self) -> None:
        self.read = 0

    def lengths(self, words: Sequence[str]) -> list[int]:
        return [1] * len(words)

    def score(self, words: Sequence[str]) -> WordScores:
        self.read += len(words)
        scores = FullStops().score(words)
        scores.tags["sentence"][1:2, 1] = 9
        return scores


def test_no_word_is_read_again_and_again() -> None:
    words, network = ["."] * 3000, FirstWords()
    found = [list(each.forms) for each in sentences(words, Layout((0,), [False] * 3000), network)]
    assert sum(map(len, found)) == 3000
    assert network.read < 3 * 3000


def test_windows_are_read_only_as_far_as_sentences_are_taken() -> None:
    words, network = ["Go", "."] * 10_000, FullStops()
    found = sentences(words, Layout((0,), [False] * 20_000), network)
    for _ in range(WINDOW_PIECES // 2 - 1):
        next(found)
    assert len(network.windows) == 1


def test_no_words_no_sentences() -> None:
    assert cut([], ())[0] == []


def test_known_sentences_are_taken_as_they_are() -> None:
    words = ["a", ".", "b", ".", "c", "d"]
    layout = Layout([0, 3, 5], [False] * 6, has_all=True)
    found = [list(each.forms) for each in sentences(words, layout, FullStops())]
    assert found == [["a", ".", "b"], [".", "c"], ["d"]]


def test_known_sentences_are_not_cut_by_windows() -> None:
    words = [f"{i}" for i in range(3000)]
    layout = Layout(range(0, 3000, 30), [False] * 3000, has_all=True)
    assert {len(each.forms) for each in sentences(words, layout, FullStops())} == {30}
