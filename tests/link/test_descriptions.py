"""Descriptions: who "the company", "the Swede" or "the station" is."""

from dataclasses import replace

import pytest

from kg.link.gazetteers import load_gazetteers
from tests.link.parses import parsed
from tests.link.test_link import linked, triples

NORWAY = "praised/praise/VERB/0/root Norway/Norway/PROPN/{}/obj/B-place"


def praising(subject: str, *before: str, links: dict[int, tuple[int, float]] | None = None) -> set[str]:
    """Say whom the subject of the last sentence means."""
    last = f"{subject} {NORWAY.format(len(subject.split()) + 1)}"
    found = triples(linked(parsed(*before, last, links=links)))
    return {triple.partition(" | ")[0] for triple in found if triple.endswith("kg:praises | Norway")}


def met(name: str, kind: str, other: str = "Tom") -> str:
    """A sentence in which something with a name meets a person."""
    *front, head = name.split()
    verb = len(front) + 2
    words = [f"{word}/{word}/PROPN/{verb - 1}/compound/{'I' if i else 'B'}-{kind}" for i, word in enumerate(front)]
    words.append(f"{head}/{head}/PROPN/{verb}/nsubj/{'I' if front else 'B'}-{kind}")
    return " ".join([*words, "met/meet/VERB/0/root", f"{other}/{other}/PROPN/{verb}/obj/B-person"])


DUTCH_AND_SWISS = (met("Nestlé", "organization"), met("Philips", "organization"))


@pytest.mark.parametrize(
    ("subject", "before", "expected"),
    [
        ("The/the/DET/2/det board/board/NOUN/3/nsubj", (met("Fenland Board", "organization"),), "Fenland Board"),
        ("The/the/DET/2/det party/party/NOUN/3/nsubj", (met("West Bank", "place"),), "party"),
        ("The/the/DET/3/det Swiss/Swiss/ADJ/3/amod group/group/NOUN/4/nsubj", DUTCH_AND_SWISS, "Nestle"),
        ("The/the/DET/3/det Danish/Danish/ADJ/3/amod group/group/NOUN/4/nsubj", DUTCH_AND_SWISS, "Danish group"),
        ("The/the/DET/2/det coalition/coalition/NOUN/3/nsubj", (met("Zorvex", "organization"),), "coalition"),
    ],
)
def test_a_body_by_its_noun(subject: str, before: tuple[str, ...], expected: str) -> None:
    assert praising(subject, *before) == {expected}


def test_a_striker_is_who_was_called_one() -> None:
    first = (
        "The/the/DET/2/det striker/striker/NOUN/5/nsubj Bo/Bo/PROPN/2/appos/B-person"
        " Diarra/Diarra/PROPN/3/flat/I-person met/meet/VERB/0/root Tom/Tom/PROPN/5/obj/B-person"
    )
    assert praising("The/the/DET/2/det striker/striker/NOUN/3/nsubj", first) == {"Bo Diarra"}
    anybody = first.replace("striker", "man")
    assert not praising("The/the/DET/2/det man/man/NOUN/3/nsubj", anybody)


NATIONS = (
    "Danish/Danish/ADJ/2/amod/B-group novelist/novelist/NOUN/5/nsubj Ilo/Ilo/PROPN/2/appos/B-person"
    " Berg/Berg/PROPN/3/flat/I-person met/meet/VERB/0/root Tom/Tom/PROPN/5/obj/B-person"
)


def test_one_of_a_people_is_no_country() -> None:
    assert praising("An/a/DET/2/det Italian/Italian/PROPN/3/nsubj/B-group") == {"Italian"}
    assert praising("The/the/DET/2/det Dane/Dane/PROPN/3/nsubj/B-group", NATIONS) == {"Ilo Berg"}


def test_a_link_does_not_make_a_debate_an_election() -> None:
    last = "Bo/Bo/PROPN/2/nsubj/B-person praised/praise/VERB/0/root the/the/DET/4/det debate/debate/NOUN/2/obj"
    graph = linked(parsed(met("Riga Election", "event"), last, links={7: (1, 0.9)}))
    assert "Bo | kg:praises | debate" in triples(graph)


def test_a_description_that_names_something_else_is_not_what_it_is_linked_with() -> None:
    subject = "The/the/DET/3/det Boeing/Boeing/PROPN/3/compound/B-organization company/company/NOUN/4/nsubj"
    assert praising(subject, met("Zorvex", "organization"), links={5: (0, 0.9)}) == {"Boeing company"}


def test_a_president_is_none_who_is_not_called_so() -> None:
    titled = f"President/president/PROPN/2/compound {met('Ann', 'person').replace('/2/', '/3/')}"
    other = titled.replace("Ann", "Eve")
    links = {9: (3, 0.9)}
    assert praising("The/the/DET/2/det president/president/NOUN/3/nsubj", titled, other, links=links) == {"president"}


def test_a_name_with_its_article_is_known_even_if_it_was_taken_for_a_word() -> None:
    assert praising("The/the/DET/2/det Guardian/Guardian/PROPN/3/nsubj") == {"The Guardian"}


def test_a_body_that_had_no_name_before_is_not_the_nearest_name() -> None:
    sold = "A/a/DET/2/det company/company/NOUN/3/nsubj sold/sell/VERB/0/root ships/ship/NOUN/3/obj"
    company = "The/the/DET/2/det company/company/NOUN/3/nsubj"
    zorvex = met("Zorvex", "organization")
    assert praising(company, sold, zorvex) == {"Zorvex"}
    assert praising(company, sold, zorvex, links={8: (1, 0.8)}) == {"company"}


LENA = (
    "Deputy/deputy/PROPN/2/compound minister/minister/NOUN/6/nsubj ,/,/PUNCT/4/punct Lena/Lena/PROPN/2/appos/B-person"
    " ,/,/PUNCT/4/punct met/meet/VERB/0/root Tom/Tom/PROPN/6/obj/B-person"
)
ULO = LENA.replace("Deputy", "Swiss").replace("Lena", "Ulo").replace("minister", "analyst")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("The/the/DET/3/det deputy/deputy/NOUN/3/compound minister/minister/NOUN/4/nsubj", "Lena"),
        ("The/the/DET/2/det minister/minister/NOUN/3/nsubj", "minister"),
        ("The/the/DET/2/det analyst/analyst/NOUN/3/nsubj", "Ulo"),
    ],
)
def test_a_deputy_is_not_whom_she_stands_in_for(subject: str, expected: str) -> None:
    assert praising(subject, LENA, ULO) == {expected}


def test_a_capitalised_title_is_who_bears_it() -> None:
    minister = LENA.replace("minister", "Minister").replace("Deputy", "Riga")
    last = "The/the/DET/2/det Minister/minister/PROPN/3/nsubj"
    assert praising(last, minister, links={8: (1, 0.9)}) == {"Lena"}


@pytest.mark.parametrize(
    ("adjectives", "expected"),
    [(("European",), "Denmark"), (("Middle", "Eastern"), "Oman"), (("Pacific",), "Pacific nation")],
)
def test_the_nation_of_a_part_of_the_world_is_the_one_named(adjectives: tuple[str, ...], expected: str) -> None:
    noun = len(adjectives) + 2
    words = [f"{word}/{word}/ADJ/{noun}/amod" for word in adjectives]
    subject = " ".join([f"The/the/DET/{noun}/det", *words, f"nation/nation/NOUN/{noun + 1}/nsubj"])
    assert praising(subject, met("Oman", "place"), met("Denmark", "place")) == {expected}


def test_it_goes_back_to_a_name_by_way_of_a_description_of_which_nothing_is_claimed() -> None:
    failed = "The/the/DET/2/det airline/airline/NOUN/3/nsubj failed/fail/VERB/0/root"
    links = {4: (0, 0.9), 6: (4, 0.9)}
    assert praising("It/it/PRON/2/nsubj", met("Zorvex", "organization"), failed, links=links) == {"Zorvex"}


def test_the_president_is_not_who_was_it_before() -> None:
    old = LENA.replace("Deputy/deputy", "Former/former").replace("minister", "president")
    new = f"President/president/PROPN/2/compound {met('Eve', 'person').replace('/2/', '/3/')}"
    assert praising("The/the/DET/2/det president/president/NOUN/3/nsubj", new, old) == {"Eve"}
    former = "The/the/DET/3/det former/former/ADJ/3/amod president/president/NOUN/4/nsubj"
    assert praising(former, new, old) == {"Lena"}


def test_the_countries_of_a_part_of_the_world_are_known() -> None:
    gazetteers = load_gazetteers()
    names = {country.name for country in gazetteers.countries}
    assert all(names >= set(region.countries) for region in gazetteers.regions)


def test_a_storm_is_one_node_with_and_without_its_noun() -> None:
    storm = "Hurricane/hurricane/PROPN/2/compound Otilia/Otilia/PROPN/3/nsubj/B-person"
    graph = linked(
        parsed(
            f"{storm} hit/hit/VERB/0/root Riga/Riga/PROPN/3/obj/B-place",
            "Otilia/Otilia/PROPN/2/nsubj/B-person hit/hit/VERB/0/root Oslo/Oslo/PROPN/2/obj/B-place",
        )
    )
    assert {triple.partition(" | ")[0] for triple in triples(graph)} == {"Hurricane Otilia"}


def test_parliament_is_that_of_the_country_spoken_of() -> None:
    iraqi = (
        "The/the/DET/3/det Iraqi/Iraqi/ADJ/3/amod/B-group parliament/parliament/NOUN/4/nsubj met/meet/VERB/0/root"
        " Tom/Tom/PROPN/4/obj/B-person"
    )
    parliament = "Parliament/parliament/PROPN/2/nsubj/B-organization"
    council = (
        "Council/council/PROPN/4/nsubj/B-organization of/of/ADP/3/case/I-organization"
        " Representatives/representative/PROPN/1/nmod/I-organization"
    )
    full = {"Council of Representatives of Iraq"}
    assert praising(parliament, iraqi) == full
    assert praising(council, iraqi) == full
    assert praising(parliament, met("Zorvex", "organization")) == {"Parliament"}


def test_somebodys_father_is_called_so() -> None:
    owned = "His/his/PRON/2/nmod:poss father/father/NOUN/3/nsubj"
    assert praising(owned, met("Bo Diarra", "person"), links={4: (1, 0.9)}) == {"Bo Diarra's father"}


def test_nobody_calls_a_subject_by_other_words_in_its_own_clause() -> None:
    sentence = (
        "The/the/DET/2/det Front/Front/PROPN/3/nsubj/B-organization opposes/oppose/VERB/0/root"
        " talks/talk/NOUN/3/obj with/with/ADP/7/case the/the/DET/7/det government/government/NOUN/4/nmod"
    )
    found = triples(linked(parsed(sentence, links={6: (1, 0.8)})))
    assert not any(triple.startswith("Front | kg:participatesIn") for triple in found)


BOARD = "The/the/DET/2/det board/board/NOUN/3/nsubj"


def praised_by_a(modifier: str, place: str) -> str:
    """A sentence in which a board of some kind praises a place."""
    return (
        f"A/a/DET/3/det {modifier}/{modifier}/NOUN/3/compound board/board/NOUN/4/nsubj praised/praise/VERB/0/root "
        f"{place}/{place}/PROPN/4/obj/B-place"
    )


def test_a_longer_phrase_names_what_is_called_by_its_noun_more_often() -> None:
    again = f"{BOARD} rejected/reject/VERB/0/root Kenya/Kenya/PROPN/3/obj/B-place"
    assert praising(BOARD, praised_by_a("river", "Chad"), again, again) == {"river board"}


@pytest.mark.parametrize(("links", "expected"), [(None, "board"), ({11: (2, 0.9)}, "river board")])
def test_a_noun_that_two_phrases_have_is_the_one_it_is_linked_with(
    links: dict[int, tuple[int, float]] | None, expected: str
) -> None:
    assert praising(BOARD, praised_by_a("river", "Chad"), praised_by_a("harbour", "Kenya"), links=links) == {expected}


def test_several_ministers_are_no_single_one() -> None:
    first = (
        "Minister/Minister/NOUN/2/compound Ilo/Ilo/PROPN/3/nsubj/B-person met/meet/VERB/0/root"
        " Tom/Tom/PROPN/3/obj/B-person"
    )
    analysis = parsed(first, f"The/the/DET/2/det Ministers/minister/PROPN/3/nsubj {NORWAY.format(3)}")
    ministers = replace(analysis.tokens[5], xpos="NNPS")
    several = replace(analysis, tokens=(*analysis.tokens[:5], ministers, *analysis.tokens[6:]))
    assert "Ilo | kg:praises | Norway" in triples(linked(analysis))
    assert "Ilo | kg:praises | Norway" not in triples(linked(several))


def test_a_runway_is_no_airport_named_before() -> None:
    airport = met("Heathrow Airport", "place")
    runway = "The/the/DET/2/det runway/runway/NOUN/3/nsubj"
    assert praising(runway, airport) == {"runway"}
