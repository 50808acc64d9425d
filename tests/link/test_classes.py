"""What class a name has when its type is vague."""

from dataclasses import replace

import pytest

from kg.document import Analysis
from kg.mentions import class_of_name, trimmed_names
from kg.wording import load_lexicons
from tests.link.parses import parsed

LEXICONS = load_lexicons()


def named(words: str, nominal: str) -> Analysis:
    analysis = parsed(words)
    tokens = tuple(replace(token, nominal_type=nominal) for token in analysis.tokens)
    return replace(analysis, tokens=tokens)


@pytest.mark.parametrize(
    ("words", "nominal", "expected"),
    [
        ("Compensation/Compensation/PROPN/2/compound/B-group Act/Act/PROPN/0/root/I-group", "abstract", "Law"),
        ("Pentobarbital/Pentobarbital/PROPN/0/root/B-misc", "object", "Product"),
        ("Spanish/Spanish/ADJ/0/root/B-group", "", "Group"),
        ("Muslims/Muslim/PROPN/0/root/B-group", "person", "Group"),
        ("Riga/Riga/PROPN/0/root/B-place", "organization", "Place"),
    ],
)
def test_a_vague_name_goes_by_its_words(words: str, nominal: str, expected: str) -> None:
    analysis = named(words, nominal)
    assert class_of_name(analysis, analysis.mentions[0], LEXICONS) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mayor/mayor/NOUN/0/root of/of/ADP/3/case Riga/B-person Ann/I-person Kerr/I-person", "Ann Kerr"),
        ("Mayor/B-person of/I-person Riga/I-person Ann/I-person Kerr/I-person", "Ann Kerr"),
        ("lawyer/lawyer/NOUN/0/root of/of/ADP/3/case Ann/B-person Mary/I-person Kerr/I-person", "Ann Mary Kerr"),
        ("wife/wife/NOUN/0/root of/of/ADP/3/case Ann/B-person Kerr/I-person", "Ann Kerr"),
    ],
)
def test_the_place_of_an_office_is_no_part_of_its_holder(words: str, expected: str) -> None:
    full = " ".join(
        word
        if word.count("/") > 1
        else f"{(form := word.split('/')[0])}/{form.lower()}/PROPN/0/root/{word.split('/')[1]}"
        for word in words.split()
    )
    analysis = parsed(full)
    (name,) = set(trimmed_names(analysis, LEXICONS).values())
    assert analysis.words(name.tokens) == expected


STORM = "Hurricane/hurricane/PROPN/2/compound Otilia/Otilia/PROPN/3/nsubj/B-person praised/praise/VERB/0/root"
AGAIN = "Otilia/Otilia/PROPN/2/nsubj/B-person praised/praise/VERB/0/root"
DUTCH = "Otilia/Otilia/PROPN/3/nsubj/B-person Maas/Maas/PROPN/1/flat/I-person praised/praise/VERB/0/root"
SIXTY = "Expedition/expedition/PROPN/3/nsubj/B-misc 60/60/NUM/1/flat/I-misc praised/praise/VERB/0/root"
CENTRE = "Hurricane/hurricane/PROPN/2/compound/B-organization Center/center/PROPN/0/root/I-organization"
SUPER = (
    "Super/super/ADJ/3/amod Typhoon/typhoon/PROPN/3/compound Otilia/Otilia/PROPN/4/nsubj/B-person hit/hit/VERB/0/root"
)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ((STORM, AGAIN), {("Hurricane Otilia", "event", "Disaster"), ("Otilia", "event", "Event")}),
        ((STORM, DUTCH), {("Hurricane Otilia", "event", "Disaster"), ("Otilia Maas", "person", "Person")}),
        ((SIXTY,), {("Expedition 60", "event", "Event")}),
        ((CENTRE,), {("Hurricane Center", "organization", "Organization")}),
        ((SUPER,), {("Super Typhoon Otilia", "event", "Disaster")}),
    ],
)
def test_a_storm_is_no_person(sentences: tuple[str, ...], expected: set[tuple[str, str, str]]) -> None:
    analysis = parsed(*sentences)
    names = set(trimmed_names(analysis, LEXICONS).values())
    assert {(analysis.words(n.tokens), n.type, class_of_name(analysis, n, LEXICONS)) for n in names} == expected
