"""Descriptions: who "the company", "the Swede" or "the station" is."""

import pytest

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
    assert praising("The/the/DET/2/det man/man/NOUN/3/nsubj", anybody) == {"man"}


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
