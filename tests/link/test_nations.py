"""Whose institution a bare name means."""

import pytest

from tests.link.parses import parsed
from tests.link.test_link import linked, triples


def met(name: str, *, owner: str = "") -> str:
    """Give a sentence in which a body of one word met Zed Quill."""
    of = f" of/of/ADP/4/case {owner}/{owner}/PROPN/2/nmod/B-place" if owner else ""
    verb = 5 if owner else 3
    body = f"The/the/DET/2/det {name}/{name}/PROPN/{verb}/nsubj/B-organization{of}"
    return f"{body} met/meet/VERB/0/root Zed/Zed/PROPN/{verb}/obj/B-person Quill/Quill/PROPN/{verb + 1}/flat/I-person"


def visited(place: str) -> str:
    """Give a sentence that names a place."""
    return f"Ann/Ann/PROPN/2/nsubj/B-person visited/visit/VERB/0/root {place}/{place}/PROPN/2/obj/B-place"


def first_of(*sentences: str) -> str:
    """Give who met Zed Quill in an article."""
    return next(s.split(" | ")[0] for s in triples(linked(parsed(*sentences))) if "Zed Quill" in s)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Congress", "United States Congress"),
        ("House", "United States House of Representatives"),
        ("Senate", "United States Senate"),
        ("Commons", "House of Commons"),
    ],
)
def test_a_chamber_is_of_the_country_that_the_article_speaks_of(name: str, full: str) -> None:
    home = "London" if name == "Commons" else "Texas"
    assert first_of(met(name), visited(home)) == full
    assert first_of(met(name), visited("Norway")) != full
    assert first_of(met(name, owner="Cyprus"), visited(home), visited(home)) != full


def test_a_party_called_by_its_own_name_and_a_common_word_is_known() -> None:
    likud = (
        "Likud/Likud/PROPN/2/compound/B-organization Party/Party/PROPN/3/nsubj/I-organization met/meet/VERB/0/root"
        " Zed/Zed/PROPN/3/obj/B-person Quill/Quill/PROPN/4/flat/I-person"
    )
    assert first_of(likud, visited("Norway")) == "Likud"


def test_a_noun_beside_the_common_name_of_a_legislature_is_nobody_known() -> None:
    spoke = (
        "The/the/DET/2/det legislature/legislature/NOUN/5/nsubj ,/,/PUNCT/4/punct"
        " Parliament/Parliament/PROPN/2/appos/B-organization met/meet/VERB/0/root"
        " Zed/Zed/PROPN/5/obj/B-person Quill/Quill/PROPN/6/flat/I-person"
    )
    assert first_of(spoke) == "Parliament"


def test_two_demonyms_of_one_people_are_no_country() -> None:
    was = "Ann/Ann/PROPN/6/nsubj/B-person was/be/AUX/6/cop the/the/DET/6/det first/first/ADJ/6/amod "
    words = "{}/{}/ADJ/6/amod/B-group {}/{}/PROPN/0/root/B-group"
    african, russian = (
        was + words.format(*2 * [a], *2 * [b]) for a, b in (("African", "American"), ("Old", "Russian"))
    )
    assert triples(linked(parsed(african))) == {"Ann | kgr:be | African Americans"}
    assert "African" not in " ".join(triples(linked(parsed(russian))))


def test_nobody_works_for_a_people() -> None:
    teacher = (
        "The/the/DET/4/det African/African/ADJ/3/compound/B-group American/American/ADJ/4/amod/B-group"
        " teacher/teacher/NOUN/7/nsubj Joan/Joan/PROPN/4/appos/B-person Hill/Hill/PROPN/5/flat/I-person"
        " sued/sue/VERB/0/root Tom/Tom/PROPN/7/obj/B-person"
    )
    found = triples(linked(parsed(teacher)))
    assert "Joan Hill | kg:sues | Tom" in found
    assert not any(triple.endswith(("| African Americans", "| United States")) for triple in found)
