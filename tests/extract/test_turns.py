"""Interviews: whose turn it is."""

import pytest

from kg.extract.turns import questions, turns

TALK = (
    "WN: When did you join?\nAda Brink: In 2019.\nI left soon.\nWN: Why?\nAda Brink: It was late.\nShe lives in Oslo."
)


def test_a_turn_reaches_to_the_next_and_the_last_to_the_end_of_its_line() -> None:
    found = [(turn.speaker.of(TALK), turn.words.of(TALK).strip()) for turn in turns(TALK)]
    assert found == [
        ("WN", "When did you join?"),
        ("Ada Brink", "In 2019.\nI left soon."),
        ("WN", "Why?"),
        ("Ada Brink", "It was late."),
    ]


def test_speakers_may_stand_in_double_brackets() -> None:
    text = "((WN)) Why?\n((Ada Brink)) It was late.\n((WN)) Really?\n((Ada Brink)) Yes."
    assert [turn.speaker.of(text) for turn in turns(text)] == ["WN", "Ada Brink", "WN", "Ada Brink"]


@pytest.mark.parametrize("text", ["", "Key reforms: a levy.\nCosts: none.", "Update: It rained.\nUpdate: It stopped."])
def test_headings_are_no_speakers(text: str) -> None:
    assert turns(text) == ()


def test_who_mostly_asks_vouches_for_nothing() -> None:
    more = TALK + "\nWN: You sold the mine."
    assert [span.of(more).strip() for span in questions(more)] == ["When did you join?", "Why?", "You sold the mine."]
    assert questions("Bo: It rained.\nAda: It did.\nBo: It will.\nAda: Yes.") == ()
