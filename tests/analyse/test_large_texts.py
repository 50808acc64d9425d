"""Texts of a megabyte and of ten thousand sentences: the network reads them window by window, each about once."""

from collections.abc import Sequence

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.model import TOKENIZER
from kg.analyse.network import WINDOW_PIECES, Network
from kg.analyse.pieces import Pieces
from kg.analyse.scores import WordScores
from kg.resources import model_folder
from tests.analyse.texts import document

LARGE = {
    "a word of a megabyte": "x" * 1_000_000,
    "ten thousand sentences": "Go\n" * 10_000,
    "a line without an end": '"' * 2_000,
}


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Pieces of each window that the network reads."""
    sizes: list[int] = []
    score = Network.score

    def counted(self: Network, words: Sequence[str]) -> WordScores:
        sizes.append(sum(self.lengths(words)))
        return score(self, words)

    monkeypatch.setattr(Network, "score", counted)
    return sizes


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_texts_are_read_in_windows(analyser: BuiltinAnalyser, windows: list[int], text: str) -> None:
    words = Pieces(model_folder() / TOKENIZER)
    analysis = analyser.analyse(document(text))
    assert "".join(token.text for token in analysis.tokens) == "".join(text.split())
    assert len(analysis.sentences) >= text.count("\n")
    assert max(windows) <= WINDOW_PIECES
    assert sum(windows) < 3 * sum(len(words.of(token.text)) for token in analysis.tokens)
