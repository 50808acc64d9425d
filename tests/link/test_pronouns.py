"""Where pronouns are not sure: what the analyser's links and the rule say against each other."""

import pytest

from tests.link.parses import parsed
from tests.link.test_link import linked, triples

SUED = "Corvane/Corvane/PROPN/2/nsubj/B-organization sued/sue/VERB/0/root Riga/Riga/PROPN/2/obj/B-place"
IT_PRAISED = "It/it/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
HE_PRAISED = "He/he/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
ELSEWHERE = {2: (0, 0.9)}
"""Any link: the analyser says what goes back to what."""


def praises(*sentences: str, links: dict[int, tuple[int, float]] | None = None) -> set[str]:
    found = triples(linked(parsed(*sentences, links=links)))
    return {triple.partition(" |")[0] for triple in found if "praises" in triple}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (None, {"Corvane"}),  # an analyser without links
        (ELSEWHERE, set()),  # one that does not link this one
        ({3: (0, 0.3)}, {"Corvane"}),  # a weak link that the rule confirms
        ({3: (2, 0.3)}, set()),  # one that it does not
    ],
)
def test_it_needs_a_hint_of_the_analyser(links: dict[int, tuple[int, float]] | None, expected: set[str]) -> None:
    assert praises(SUED, IT_PRAISED, links=links) == expected


def test_the_subject_before_in_the_sentence_needs_none() -> None:
    both = f"{SUED} but/but/CCONJ/6/cc it/it/PRON/6/nsubj praised/praise/VERB/2/conj Norway/Norway/PROPN/6/obj/B-place"
    assert praises(both, links=ELSEWHERE) == {"Corvane"}
    assert praises(both, links={4: (2, 0.55)}) == set()  # Corvane or Riga?
    assert praises(both, links={4: (2, 0.9)}) == {"Latvia"}


def test_he_fits_few() -> None:
    met = "Tom/Tom/PROPN/2/nsubj/B-person sued/sue/VERB/0/root Riga/Riga/PROPN/2/obj/B-place"
    assert praises(met, HE_PRAISED, links=ELSEWHERE) == {"Tom"}
    assert praises(met, HE_PRAISED.replace("He/he", "Himself/himself"), links=ELSEWHERE) == set()


def test_a_pronoun_surely_linked_with_words_of_no_claim_is_nobody_else() -> None:
    first = "Tom/Tom/PROPN/2/nsubj/B-person fed/feed/VERB/0/root an/a/DET/4/det elephant/elephant/NOUN/2/obl"
    assert praises(first, HE_PRAISED, links={4: (3, 0.9)}) == set()


def test_a_body_may_be_they() -> None:
    they = IT_PRAISED.replace("It/it", "They/they")
    assert praises(SUED, they, links={3: (0, 0.9)}) == {"Corvane"}
    assert praises(SUED, they) == set()


def test_a_weak_link_yields_to_somebody_far_likelier() -> None:
    first = "Tom/Tom/PROPN/2/nsubj/B-person slept/sleep/VERB/0/root"
    second = "Ann/Ann/PROPN/2/nsubj/B-person sued/sue/VERB/0/root Oslo/Oslo/PROPN/2/obj/B-place"
    she = HE_PRAISED.replace("He/he", "She/she")
    assert praises(first, SUED, second, she, links={8: (0, 0.55)}) == set()
    assert praises(first, SUED, second, she, links={8: (0, 0.9)}) == {"Tom"}
