"""brat's standoff format, read back as its documentation describes it."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.document import Document, DocumentId, Span
from kg.export.brat import fragments, standoff, type_name
from kg.knowledge import Certainty, Polarity, Reading, Value
from tests.builders import NORLAND, ORSINI, TALKS, VELMAR, fact
from tests.export.readings import PLAIN, VOCABULARY, Said, reading_of, talks

TYPE = r"[A-Za-z0-9_-]+"
LINES = {
    "T": re.compile(rf"(T\d+)\t({TYPE}) (\d+ \d+(?:;\d+ \d+)*)\t(.+)"),
    "R": re.compile(rf"(R\d+)\t({TYPE}) Arg1:(T\d+) Arg2:(T\d+)"),
    "A": re.compile(rf"(A\d+)\t({TYPE}) (T\d+)(?: (\S+))?"),
    "#": re.compile(r"(#\d+)\tAnnotatorNotes ([TR]\d+)\t(.+)"),
}
"""Source: https://brat.nlplab.org/standoff.html; attributes of marked words only, as only those are shown."""


@dataclass
class Standoff:
    """What brat would know of one article."""

    text: str
    marks: dict[str, tuple[str, str]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: list[tuple[str, ...]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def files_of(*readings: Reading) -> dict[str, str]:
    return {name: content.decode() for name, content in standoff(readings, VOCABULARY)}


def read_back(text: str, annotations: str) -> Standoff:
    found, ids = Standoff(text), set()
    for line in annotations.removesuffix("\n").split("\n") if annotations else ():
        match = LINES[line[0]].fullmatch(line)
        assert match, line
        id_, *fields = match.groups()
        assert id_ not in ids
        ids.add(id_)
        if line[0] == "T":
            places = [tuple(map(int, place.split())) for place in fields[1].split(";")]
            assert " ".join(text[start:end] for start, end in places) == fields[2]
            assert all(end < start for (_, end), (start, _) in pairwise(places))
            found.marks[id_] = (fields[0], fields[2])
        elif line[0] == "R":
            found.relations.append((fields[0], fields[1], fields[2]))
        elif line[0] == "A":
            found.attributes.append((fields[0], fields[1], fields[2] or ""))
        else:
            assert fields[0] in ids
            found.notes[fields[0]] = fields[1]
    assert {end for relation in found.relations for end in relation[1:]} <= found.marks.keys()
    assert {attribute[1] for attribute in found.attributes} <= found.marks.keys()
    return found


def article(reading: Reading) -> Standoff:
    files = files_of(reading)
    return read_back(files["a.txt"], files["a.ann"])


def test_the_text_is_the_stored_one():
    text = "Norland rejected missile talks.\r\ne\u0301 \U0001f600\u00a0end"
    (content,) = (content for name, content in standoff([talks(text)], VOCABULARY) if name == "a.txt")
    assert content == text.encode()


def test_a_statement_is_a_relation_between_marked_words():
    found = article(talks(PLAIN))
    assert found.marks == {"T1": ("Place", "Norland"), "T2": ("Issue", "missile talks"), "T3": ("Person", "Haldane")}
    assert found.relations == [("rejects", "T1", "T2")]
    assert found.attributes == []
    assert found.notes["R1"].startswith(
        "kg:rejects; polarity positive; certainty certain; speaker Ingrid Haldane; cue say"
    )
    assert found.notes["T1"] == "place/norland; Norland"


def test_offsets_count_code_points():
    found = article(talks("\U0001f600\U0001f600 e\u0301 Norland rejected missile talks."))
    assert ("Place", "Norland") in found.marks.values()


def test_words_over_a_line_break_are_in_fragments():
    text = "Norland rejected missile\r\n talks."
    said = Said(fact(NORLAND, "kg:rejects", TALKS, text[:-1]), "Norland", "missile\r\n talks")
    found = article(reading_of(Document(DocumentId("a"), text), said))
    assert found.marks["T2"] == ("Issue", "missile  talks")


def test_negation_certainty_and_status_stand_on_an_object_of_their_own():
    text = "Norland rejected talks and may not have rejected talks of the former minister Orsini."
    document = Document(DocumentId("a"), text)
    plain = fact(NORLAND, "kg:rejects", TALKS, "Norland rejected talks")
    denied = fact(NORLAND, "kg:rejects", TALKS, "may not", polarity=Polarity.NEGATIVE, certainty=Certainty.POSSIBLE)
    former = fact(ORSINI, "kgr:be", TALKS, "former minister Orsini", status="former")
    found = article(
        reading_of(
            document,
            Said(plain, "Norland", "talks"),
            Said(denied, "Norland", "talks"),
            Said(former, "Orsini", "minister"),
        )
    )
    assert [(name, value) for name, _, value in found.attributes] == [
        ("Negation", ""),
        ("Certainty", "possible"),
        ("Status", "former"),
    ]
    (first, second, third) = (target for _, _, target in found.relations)
    assert [mark for _, mark, _ in found.attributes] == [second, second, third]
    assert first != second


def test_a_literal_is_marked_where_the_quote_shows_it():
    text = "Velmar deployed 8,000 missiles."
    said = Said(fact(VELMAR, "kg:hasQuantity", Value("8,000 missiles", "kg:quantity"), text[:-1]), "Velmar")
    found = article(reading_of(Document(DocumentId("a"), text), said))
    assert found.marks["T2"] == ("Value", "8,000 missiles")
    assert found.relations == [("hasQuantity", "T1", "T2")]


def test_a_literal_that_the_text_does_not_show_is_in_a_note():
    text = "The talks took place on Tuesday."
    said = Said(fact(TALKS, "kg:takesPlaceOn", Value("2026-02-10"), text[:-1]), "talks")
    found = article(reading_of(Document(DocumentId("a"), text), said))
    assert found.relations == []
    notes = files_of(reading_of(Document(DocumentId("a"), text), said))["a.ann"]
    assert "kg:takesPlaceOn" in notes
    assert "object 2026-02-10" in notes


def test_the_configuration_declares_all_types_that_occur():
    files = files_of(talks(PLAIN))
    sections = re.split(r"^\[(\w+)\]$", files["annotation.conf"], flags=re.MULTILINE)
    declared = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert list(declared) == ["entities", "relations", "events", "attributes"]
    assert set(declared["entities"].split()) == {"Issue", "Person", "Place", "Value"}
    assert "rejects\tArg1:<ENTITY>, Arg2:<ENTITY>" in declared["relations"].splitlines()
    assert re.findall(r"^\w+", declared["attributes"], re.MULTILINE) == ["Negation", "Certainty", "Status"]


def test_ids_of_articles_lead_to_no_other_folder_and_no_other_article():
    ids = ["../../etc/passwd", "/etc/passwd", "..", "A b", "a_b", "a/b", "A-B", "x" * 300]
    names = [name for name in files_of(*(talks(PLAIN, id) for id in ids)) if name.endswith(".txt")]
    assert len({name.casefold() for name in names}) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,110}\.txt", name) for name in names)


def test_no_articles_give_a_configuration_and_nothing_else():
    assert list(files_of()) == ["annotation.conf"]


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [("kg:rejects", "rejects"), ("kgr:push-for", "push-for"), ("kgr:%C3%A9lire", "_C3_A9lire")],
)
def test_predicates_as_types(predicate, expected):
    assert type_name(predicate) == expected


@given(st.text(alphabet="ab \n\r\v\x85\u2028", max_size=20), st.data())
def test_fragments_lie_in_lines_and_leave_no_word_out(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    parts = fragments(text, span)
    assert all(len(part.of(text).splitlines()) == 1 for part in parts)
    assert "".join("".join(part.of(text) for part in parts).split()) == "".join(span.of(text).split())
