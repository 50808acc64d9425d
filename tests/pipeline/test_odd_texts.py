"""What any analyser must survive, the later stages survive too."""

from pathlib import Path

import pytest

from kg.document import Document, DocumentId
from kg.graph import Graph
from kg.pipeline import Kit, Reading, load_kit, readings
from kg.settings import Settings
from tests.analyse.texts import TEXTS

SPEAKING = {
    "half pairs": "\ud800 Iran rejected talks with \udfffFrance. Iran\ud800 condemned France.",
    "direction marks": "\u2067Iran\u2069 rejected \u202etalks\u202c with France.",
    "controls": "Iran \x00rejected\x00 talks with Fra\x1bnce. \x9bIran condemned France.",
    "emoji": "Iran rejected talks with France. 👩‍👩‍👧‍👦 👍🏽 Iran condemned France 🎉.",
    "thousands of clauses": "Iran rejected talks with France. " * 500,
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(Settings())


@pytest.mark.parametrize("texts", [TEXTS, SPEAKING], ids=["TEXTS", "SPEAKING"])
def test_no_stage_fails_on_odd_texts(kit: Kit, texts: dict[str, str]) -> None:
    found = list(readings((Document(DocumentId(name), text) for name, text in texts.items()), kit))
    assert [it for it in found if not isinstance(it, Reading)] == []
    for reading in found:
        assert isinstance(reading, Reading)
        text = reading.analysis.document.text
        assert all(text[piece.span.start : piece.span.end] == piece.quote for piece in reading.graph.evidence)


def test_odd_texts_say_what_they_say_and_can_be_stored(kit: Kit, tmp_path: Path) -> None:
    documents = [Document(DocumentId(name), text) for name, text in SPEAKING.items()]
    with Graph.open(tmp_path / "graph") as graph:
        for reading in readings(documents, kit):
            assert isinstance(reading, Reading)
            assert reading.graph.statements
            graph.add_all([reading.graph])
        assert len(list(graph.articles())) == len(SPEAKING)
