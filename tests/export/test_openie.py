"""Tuples of words, one a line."""

import pytest

from kg.document import Document, DocumentId, Period
from kg.export.openie import tuples
from kg.knowledge import Certainty, CueKind, Polarity
from tests.builders import HALDANE, NORLAND, TALKS, VELMAR, fact
from tests.export.readings import PLAIN, VOCABULARY, Said, reading_of, talks


def rows(*readings):
    lines = b"".join(tuples(readings, VOCABULARY)).decode().splitlines()
    assert lines[0].split("\t") == ["confidence", "subject", "relation", "object", "context", "negated", "sentence"]
    return [line.split("\t") for line in lines[1:]]


def row_of(text, made, *words):
    (row,) = rows(reading_of(Document(DocumentId("a"), text), Said(made, *words)))
    return row


def test_a_tuple_has_the_words_of_the_sentence():
    (row,) = rows(talks(PLAIN))
    assert row == [
        "0.90",
        "Norland",
        "rejects",
        "missile talks",
        "attribution=Haldane say",
        "false",
        "Norland rejected missile talks, Haldane said.",
    ]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("turned down", "turned down"), ("turned", "turned"), ("turned away", "rejects"), ("", "rejects")],
)
def test_relation_words_are_those_of_the_quote_or_else_the_label(lemma, expected):
    text = "It turned missile talks down."
    assert row_of(text, fact(NORLAND, "kg:rejects", TALKS, text[:-1], lemma=lemma), "It", "missile talks")[1:4] == [
        "It",
        expected,
        "missile talks",
    ]


def test_words_of_a_relation_are_the_nearest_ones():
    text = "It pushed and pushed for talks."
    made = fact(NORLAND, "kgr:push-for", TALKS, text[:-1], lemma="pushed for")
    assert row_of(text, made, "It", "talks")[2] == "pushed for"


def test_context_and_negation():
    text = "Norland may not reject talks in Velmar in 2027, Haldane said."
    made = fact(
        NORLAND,
        "kg:rejects",
        TALKS,
        text[:-1],
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.POSSIBLE,
        source=HALDANE,
        cue="say",
        cue_kind=CueKind.SAY,
        time=Period("2027", "2027"),
        place=VELMAR,
    )
    row = row_of(text, made, "Norland", "talks", "Haldane")
    assert row[4] == "attribution=Haldane say; certainty=possible; time=2027; place=Velmar"
    assert row[5] == "true"


def test_tabs_and_line_breaks_of_the_text_break_no_line():
    (row,) = rows(talks("Norland rejected missile talks\twith\r\nVelmar\u2028\x1b[2J."))
    assert row[6] == "Norland rejected missile talks with Velmar [2J."


def test_no_article_gives_the_names_of_the_columns():
    assert rows() == []
