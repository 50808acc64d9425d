"""Several together: what is said of both is said of each."""

import pytest

from tests.link.parses import parsed
from tests.link.test_link import linked, triples

PAIR = (
    "Nana/Nana/PROPN/5/nsubj/B-person Osei/Osei/PROPN/1/flat/I-person and/and/CCONJ/4/cc"
    " Koné/Koné/PROPN/1/conj/B-person met/meet/VERB/0/root reporters/reporter/NOUN/5/obj"
)
PRAISED = "praised/praise/VERB/0/root Norway/Norway/PROPN/{}/obj/B-place"


def praise(subject: str) -> set[str]:
    """Say whom the subject of a second sentence means."""
    verb = len(subject.split()) + 1
    found = triples(linked(parsed(PAIR, f"{subject} {PRAISED.format(verb)}")))
    return {triple.partition(" | ")[0] for triple in found if "kg:praises" in triple}


BOTH = {"Nana Osei", "Koné"}


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("They/they/PRON/2/nsubj", BOTH),
        ("The/the/DET/3/det two/two/NUM/3/nummod leaders/leader/NOUN/4/nsubj", BOTH),
        ("Both/both/DET/2/det presidents/president/NOUN/3/nsubj", BOTH),
        ("Two/two/NUM/2/nummod leaders/leader/NOUN/3/nsubj", {"Two leaders"}),
        ("The/the/DET/3/det two/two/NUM/3/nummod companies/company/NOUN/4/nsubj", {"two companies"}),
        ("The/the/DET/3/det three/three/NUM/3/nummod leaders/leader/NOUN/4/nsubj", {"three leaders"}),
        (
            "The/the/DET/4/det two/two/NUM/4/nummod Riga/Riga/PROPN/4/compound/B-place men/man/NOUN/5/nsubj",
            {"two Riga men"},
        ),
    ],
)
def test_who_is_meant_together(subject: str, expected: set[str]) -> None:
    assert praise(subject) == expected


def test_either_of_two_is_not_both() -> None:
    either = PAIR.replace("and/and", "or/or")
    second = f"They/they/PRON/2/nsubj {PRAISED.format(2)}"
    assert "Nana Osei | kg:praises | Norway" not in triples(linked(parsed(either, second)))


def test_joined_subjects_are_they_in_their_own_sentence() -> None:
    because = (
        "because/because/SCONJ/9/mark they/they/PRON/9/nsubj praised/praise/VERB/5/advcl Norway/Norway/PROPN/9/obj"
    )
    linking = {5: (0, 0.1)}  # an analyser that links pronouns, but not this one
    found = triples(linked(parsed(f"{PAIR} {because}/B-place", links=linking)))
    assert {f"{name} | kg:praises | Norway" for name in BOTH} <= found


def test_a_wife_is_she() -> None:
    first = (
        "Ezo/Ezo/PROPN/3/nsubj/B-person Brok/Brok/PROPN/1/flat/I-person met/meet/VERB/0/root his/his/PRON/5/nmod:poss"
        " wife/wife/NOUN/3/obj Ulo/Ulo/PROPN/5/appos/B-person Gam/Gam/PROPN/6/flat/I-person"
    )
    second = f"She/she/PRON/2/nsubj {PRAISED.format(2)}"
    assert "Ulo Gam | kg:praises | Norway" in triples(linked(parsed(first, second)))


def test_he_is_not_she_afterwards() -> None:
    first = "Ezo/Ezo/PROPN/2/nsubj/B-person met/meet/VERB/0/root his/his/PRON/4/nmod:poss rival/rival/NOUN/2/obj"
    second = f"She/she/PRON/2/nsubj {PRAISED.format(2)}"
    found = triples(linked(parsed(first, second, links={2: (0, 0.9), 4: (0, 0.9)})))
    assert "Ezo | kg:praises | Norway" not in found


def test_a_title_that_was_taken_for_a_name_is_its_bearer() -> None:
    first = (
        "Major/Major/PROPN/3/nsubj/B-person Brok/Brok/PROPN/1/flat/I-person met/meet/VERB/0/root"
        " Tom/Tom/PROPN/3/obj/B-person"
    )
    second = f"She/she/PRON/2/nsubj {PRAISED.format(2)}"
    assert "Brok | kg:praises | Norway" in triples(linked(parsed(first, second, links={4: (0, 0.9)})))
