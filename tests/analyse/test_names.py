"""Two guidelines of names joined."""

from dataclasses import dataclass

from kg.analyse.names import merged, one_type_each, trimmed
from kg.analyse.spans import TypedSpan
from kg.document import Mention, Span, Token


@dataclass
class Word:
    upos: str


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


def test_a_doubtful_place_that_uner_does_not_see_is_none() -> None:
    assert merged([], [span(0, 1, "place", 0.5), span(2, 3, "place", 0.8)]) == [span(2, 3, "place", 0.8)]


def test_edges_are_trimmed() -> None:
    forms, words = ["the", "White", "House", "'s"], [Word("DET"), Word("ADJ"), Word("PROPN"), Word("PART")]
    assert trimmed(span(0, 4, "place"), forms, words) == span(1, 3, "place")


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
