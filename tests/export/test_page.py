"""The page shows what was read, loads nothing and trusts no text."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from kg.document import Document, DocumentId
from kg.export.page import page
from kg.knowledge import Certainty, CueKind, Polarity, Reading, Value
from tests.builders import HALDANE, NORLAND, TALKS, VELMAR, entity, fact
from tests.export.readings import PLAIN, VOCABULARY, Said, reading_of, talks

HOSTILE = "<script>alert(1)</script>"


class Page(HTMLParser):
    """Collects what a browser would make of a page: tags, attributes, and the rows with their pieces of text."""

    def __init__(self, *readings: Reading) -> None:
        super().__init__()
        self.text = b"".join(page(readings, VOCABULARY)).decode()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.rows: list[tuple[str, list[tuple[str, str]], str]] = []
        self.style = ""
        self._open: list[tuple[str, str]] = []
        self.feed(self.text)

    def handle_starttag(self, tag, attrs) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag != "meta":
            self._open.append((tag, attributes.get("class", "")))
        if tag == "section":
            self.rows.append((attributes["class"], [], ""))

    def handle_endtag(self, tag) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data) -> None:
        if self._open and self._open[-1][0] == "style":
            self.style += data
        elif ("p", "text") in self._open:
            self.rows[-1][1].append((data, self._open[-1][1] if self._open[-1][0] == "span" else ""))
        elif any(tag == "li" for tag, _ in self._open):
            classes, pieces, statements = self.rows[-1]
            self.rows[-1] = (classes, pieces, statements + data)

    def words(self, name: str) -> list[str]:
        return [text for _, pieces, _ in self.rows for text, classes in pieces if name in classes.split()]


def test_read_and_unread_sentences_differ():
    read, unread = Page(talks(PLAIN)).rows
    assert "read" in read[0].split()
    assert unread == ("row unread", [("It rained in Velmar.", "")], "")


def test_quote_arguments_and_speaker_are_marked():
    shown = Page(talks(PLAIN))
    assert "".join(shown.words("evidence")) == "Norland rejected missile talks"
    assert shown.words("subject") == ["Norland"]
    assert shown.words("object") == ["missile talks"]
    assert shown.words("speaker") == ["Haldane"]


def test_a_statement_stands_beside_its_sentence_with_all_that_is_known():
    text = "Norland may not have rejected talks in Velmar, Haldane said."
    said = fact(
        NORLAND,
        "kg:rejects",
        TALKS,
        text[:-1],
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.POSSIBLE,
        source=HALDANE,
        cue="say",
        cue_kind=CueKind.SAY,
        place=VELMAR,
        rule="passive",
        confidence=0.612,
    )
    reading = reading_of(Document(DocumentId("a"), text), Said(said, "Norland", "talks", "Haldane"))
    ((_, _, statement),) = Page(reading).rows
    assert statement == (
        "Norland rejects missile talks polarity negative · certainty possible · speaker Ingrid Haldane · "
        "cue say · place Velmar · rule passive · confidence 0.61"
    )


def test_all_text_is_there_once():
    text = "Norland rejected\n\nmissile talks.  And then?\nNorland rejected missile talks. It rained"
    shown = Page(talks(text))
    printed = "".join(text for _, pieces, _ in shown.rows for text, _ in pieces)
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", text)


def test_marks_that_overlap_keep_all_their_classes():
    text = "Norland rejected missile talks."
    other = fact(TALKS, "kgr:be-about", Value("missile"), text[:-1])
    first = fact(NORLAND, "kg:rejects", TALKS, text[:-1])
    document = Document(DocumentId("a"), text)
    shown = Page(reading_of(document, Said(first, "Norland", "missile talks"), Said(other, "missile talks")))
    ((_, pieces, _),) = shown.rows
    assert [words for words, classes in pieces if {"subject", "object"} <= set(classes.split())] == [
        "missile",
        " talks",
    ]


def test_nothing_is_loaded_and_nothing_runs():
    shown = Page(talks(PLAIN, title=f"See https://x.test/ {HOSTILE}"))
    assert not {tag for tag, _ in shown.tags} & {"script", "link", "img", "iframe", "object", "embed", "a", "base"}
    assert not {name for _, attributes in shown.tags for name in attributes} & {"src", "href", "style", "srcset"}
    assert "url(" not in shown.style
    assert "@import" not in shown.style
    (policy,) = (a["content"] for tag, a in shown.tags if tag == "meta" and "http-equiv" in a)
    digest = b64encode(sha256(shown.style.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("text", [HOSTILE, '"><img src=x onerror=alert(1)>', "</style></section>", "&lt;b&gt;", "{id}"])
def test_hostile_text_stays_text_wherever_it_stands(text):
    name = entity(text, "Person")
    said = fact(name, f"kgr:{text.replace(' ', '-')}", Value(text), text, source=name, cue=text, place=name, rule=text)
    document = Document(DocumentId(text), f"It rained. {text} fell.", title=text, publisher=text, url=text, author=text)
    shown = Page(reading_of(document, Said(said, text, speaker=text)))
    harmless = Page(talks(PLAIN))
    assert {tag for tag, _ in shown.tags} == {tag for tag, _ in harmless.tags}
    assert {name for _, a in shown.tags for name in a} == {name for _, a in harmless.tags for name in a}
    assert f"{text} fell." in "".join(words for _, pieces, _ in shown.rows for words, _ in pieces)


def test_characters_that_control_the_display_are_replaced():
    shown = Page(talks("Norland rejected missile talks \x1b[2J\u202e\x00."))
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", shown.text)
    assert "\ufffd[2J\ufffd\ufffd" in shown.text


def test_no_article_and_an_article_without_sentences():
    assert Page().rows == []
    empty = talks(PLAIN)
    empty = Reading(replace(empty.analysis, tokens=(), sentences=()), (), replace(empty.graph, evidence=()))
    assert Page(empty).rows == [("row unread", [(PLAIN, "")], "")]


def test_a_statement_outside_of_all_sentences_is_not_lost():
    reading = talks(PLAIN)
    unsplit = replace(reading, analysis=replace(reading.analysis, tokens=(), sentences=()))
    (_, _, first), (_, _, second) = Page(unsplit).rows
    assert first == ""
    assert second.startswith("Norland rejects missile talks")
