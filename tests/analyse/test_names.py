"""Two guidelines of names joined."""

from dataclasses import dataclass

import pytest

from kg.analyse.names import merged, one_type_each, settled, supported, trimmed, weighed
from kg.analyse.spans import TypedSpan
from kg.document import Mention, Span, Token


@dataclass
class Word:
    upos: str
    deprel: str = "nmod"
    xpos: str = ""
    nominal_type: str = ""


def span(start: int, end: int, kind: str, score: float = 0.9) -> TypedSpan:
    return TypedSpan(start, end, kind, score)


def test_uner_stands_where_both_see_a_name() -> None:
    assert merged([span(0, 1, "group")], [span(0, 1, "place")]) == [span(0, 1, "group")]


def test_wikipedia_fills_the_gaps_in_order() -> None:
    assert merged([span(3, 4, "place")], [span(0, 2, "date")]) == [span(0, 2, "date"), span(3, 4, "place")]


def test_an_event_takes_the_place_in_its_name() -> None:
    assert merged([span(2, 3, "place")], [span(0, 3, "event")]) == [span(0, 3, "event")]


def test_a_doubtful_event_does_not() -> None:
    assert merged([span(2, 3, "place")], [span(0, 3, "event", 0.3)]) == [span(2, 3, "place")]


def test_an_unlikely_place_that_uner_does_not_see_is_none() -> None:
    assert merged([], [span(0, 1, "place", 0.5), span(2, 3, "place", 0.8)]) == [span(2, 3, "place", 0.8)]


def test_a_name_is_doubtful_that_is_neither_sure_nor_denotes_what_its_type_says() -> None:
    names = [(0.95, "object"), (0.8, "object"), (0.8, "place")]
    found = [weighed(span(0, 1, "place", score), [Word("PROPN", nominal_type=kind)]) for score, kind in names]
    assert [each.is_doubtful for each in found] == [False, True, False]


ADJECTIVE, PEOPLE, THING = Word("ADJ", xpos="JJ"), Word("PROPN", xpos="NNPS", nominal_type="person"), Word("PROPN")


@pytest.mark.parametrize(
    ("word", "shares", "expected"),
    [
        (ADJECTIVE, {"place": 0.9, "misc": 0.1}, "group"),  # Norlandish troops
        (PEOPLE, {"organization": 0.2, "misc": 0.8}, "group"),  # the Norlanders
        (THING, {"organization": 0.2, "misc": 0.8}, "misc"),  # the new Quillo
        (THING, {"event": 0.6, "misc": 0.4}, "event"),  # the Norland Grand Prix
        (THING, {"event": 0.4, "misc": 0.3}, "misc"),
        (THING, {"place": 0.6, "misc": 0.4}, "group"),  # a Norlander
    ],
)
def test_only_peoples_are_groups(word: Word, shares: dict[str, float], expected: str) -> None:
    assert settled(span(0, 1, "group"), [word], lambda: shares).type == expected


def test_other_names_of_uner_keep_their_type() -> None:
    assert settled(span(0, 1, "person"), [THING], lambda: {"misc": 1.0}).type == "person"


def test_peoples_are_groups_for_wikipedia_too() -> None:
    words, names = [ADJECTIVE, PEOPLE, THING], [span(i, i + 1, kind) for i, kind in enumerate(["place"] * 3)]
    assert [weighed(name, words).type for name in names] == ["group", "group", "place"]


def test_edges_are_trimmed() -> None:
    forms, words = ["the", "White", "House", "'s"], [Word("DET"), Word("ADJ"), Word("PROPN", "nmod:poss"), Word("PART")]
    assert trimmed(span(0, 4, "place"), forms, words) == span(1, 3, "place")


@pytest.mark.parametrize(("deprel", "end"), [("nmod:poss", 1), ("obl", 2)], ids=["Quillo's army", "ate at Quillo's"])
def test_the_s_of_a_possessor_is_no_part_of_its_name(deprel: str, end: int) -> None:
    words = [Word("PROPN", deprel), Word("PART", "case")]
    assert trimmed(span(0, 2, "organization"), ["Quillo", "'s"], words) == span(0, end, "organization")


def test_nothing_left_is_no_name() -> None:
    assert trimmed(span(0, 1, "place"), ["—"], [Word("PUNCT")]) is None


def words(*forms: tuple[str, str]) -> list[Token]:
    """Tokens of forms with the types of what they denote."""
    return [
        Token(i, Span(2 * i, 2 * i + 1), form, form, "PROPN", "NNP", -1, "root", nominal)
        for i, (form, nominal) in enumerate(forms)
    ]


def test_a_name_has_one_type_throughout_an_article() -> None:
    tokens = words(("Corvane", "organization"), ("Corvane", "place"), ("Corvane", "organization"), ("Riga", "place"))
    found = [("organization", 0.9), ("place", 0.6), ("organization", 0.8), ("place", 0.9)]
    mentions = [Mention(Span(i, i + 1), i, type_, score) for i, (type_, score) in enumerate(found)]
    assert [each.type for each in one_type_each(mentions, tokens)] == ["organization"] * 3 + ["place"]


def test_what_a_name_denotes_breaks_a_tie() -> None:
    tokens = words(("Solhaug", "person"), ("Solhaug", "person"))
    mentions = [Mention(Span(0, 1), 0, "person", 0.5), Mention(Span(1, 2), 1, "organization", 0.6)]
    assert {each.type for each in one_type_each(mentions, tokens)} == {"person"}


def test_a_vague_name_is_a_person_where_that_is_all_that_it_is_elsewhere() -> None:
    tokens = words(*[("Corvane", "")] * 2, ("Riga", ""), ("Riga", ""), ("Riga", ""))
    types = ["person", "group", "place", "person", "misc"]
    mentions = [Mention(Span(i, i + 1), i, type_) for i, type_ in enumerate(types)]
    assert [each.type for each in one_type_each(mentions, tokens)][:2] == ["person", "person"]
    assert [each.type for each in one_type_each(mentions, tokens)][-1] == "misc"


def test_a_work_called_like_a_person_in_full_is_that_person() -> None:
    tokens = words(*[("Ann", ""), ("Corvane", "person")] * 2, ("Riga", ""), ("Riga", ""))
    found = [(0, 2, "person"), (2, 4, "work"), (4, 5, "person"), (5, 6, "work")]
    mentions = [Mention(Span(start, end), end - 1, type_) for start, end, type_ in found]
    assert [each.type for each in one_type_each(mentions, tokens)] == ["person", "person", "person", "work"]


@pytest.mark.parametrize(
    ("before", "after"), [("group", "person"), ("place", "person"), ("organization", "organization")]
)
def test_a_full_name_speaks_for_a_person_of_its_last_words(before: str, after: str) -> None:
    tokens = words(("Ann", ""), ("Corvane", "person"), ("Corvane", ""))
    mentions = [Mention(Span(0, 2), 1, "person", 0.9), Mention(Span(2, 3), 2, before, 0.4)]
    assert [each.type for each in one_type_each(mentions, tokens)] == ["person", after]


def test_a_doubtful_name_counts_where_it_is_named_elsewhere() -> None:
    tokens = words(*((form, "") for form in ("Ann", "Corvane", "Corvane", "Solhaug", "Riga", "Riga")))
    sure = [Mention(Span(0, 2), 1, "person"), Mention(Span(5, 6), 5, "place")]
    doubtful = [Mention(Span(i, i + 1), i, "person", 0.8) for i in (2, 3, 4)]
    assert [each.tokens.start for each in supported(sure, doubtful, tokens)] == [0, 2, 4, 5]


@pytest.mark.parametrize(
    ("full", "kind", "initials", "after"),
    [
        ("Harbour Office of Tarn", "organization", "HOT", "organization"),
        ("Harbour Office of Tarn", "organization", "H.O.T.", "organization"),
        ("Harbour Office", "organization", "HO", "person"),  # two letters may stand for much else
        ("Hanna Olga Tarn", "person", "HOT", "person"),
        ("Harbour Open Tarn", "event", "HOT", "person"),
    ],
)
def test_initials_are_what_the_name_is_that_they_stand_for(full: str, kind: str, initials: str, after: str) -> None:
    tokens = words(*((form, "") for form in (*full.split(), initials)))
    last = len(tokens) - 1
    mentions = [Mention(Span(0, last), 0, kind, 0.5), Mention(Span(last, last + 1), last, "person", 0.9)]
    assert [each.type for each in one_type_each(mentions, tokens)][-1] == after


def test_the_last_initial_of_a_person_is_no_name_of_theirs() -> None:
    tokens = words(("Ann", ""), ("C", ""), ("C", ""))
    mentions = [Mention(Span(0, 2), 1, "person", 0.9), Mention(Span(2, 3), 2, "misc", 0.4)]
    assert [each.type for each in one_type_each(mentions, tokens)] == ["person", "misc"]
