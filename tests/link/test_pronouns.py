"""Where pronouns are not sure: what the analyser's links and the rule say against each other."""

import pytest

from kg.document import Span
from kg.extract import extract
from kg.knowledge import Argument
from kg.link.binding import subject_ahead
from kg.link.gazetteers import load_gazetteers
from kg.link.referents import Referent
from kg.link.resolve import Resolver
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
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


OWNED = {
    "object": (
        "Oslo/Oslo/PROPN/2/nsubj/B-place opened/open/VERB/0/root its/its/PRON/4/nmod:poss bridge/bridge/NOUN/2/obj",
        2,
    ),
    "first": (
        "At/at/ADP/3/case its/its/PRON/3/nmod:poss bridge/bridge/NOUN/5/obl Oslo/Oslo/PROPN/5/nsubj/B-place"
        " praised/praise/VERB/0/root Tom/Tom/PROPN/5/obj/B-person",
        1,
    ),
    "passive": (
        "Oslo/Oslo/PROPN/3/nsubj:pass/B-place was/be/AUX/3/aux:pass shown/show/VERB/0/root"
        " its/its/PRON/5/nmod:poss bridge/bridge/NOUN/3/obj",
        3,
    ),
}


@pytest.mark.parametrize(
    ("sentence", "score", "expected"),
    [("object", 0.7, "Oslo"), ("object", 0.9, "Corvane"), ("first", 0.7, "Oslo"), ("passive", 0.7, "Corvane")],
)
def test_the_object_of_a_clause_is_its_subjects_own(sentence: str, score: float, expected: str) -> None:
    words, its = OWNED[sentence]
    analysis = parsed(SUED, words, links={3 + its: (0, score)})
    resolver = Resolver(analysis, (), load_gazetteers(), load_lexicons(), load_vocabulary())
    span = analysis.chars(Span(3 + its, 5 + its))
    found = resolver.resolve(Argument(span, span.of(analysis.document.text), 4 + its, "bridge", "Facility"))
    assert found is not None
    assert found.label == f"{expected}'s bridge"


def test_he_is_not_whom_his_own_clause_names() -> None:
    met = "Tom/Tom/PROPN/2/nsubj/B-person sued/sue/VERB/0/root Ann/Ann/PROPN/2/obj/B-person"
    attended = (
        "He/he/PRON/2/nsubj praised/praise/VERB/0/root Tom/Tom/PROPN/5/nmod:poss/B-person 's/'s/PART/3/case"
        " rally/rally/NOUN/2/obj"
    )
    assert praises(met, attended) != {"Tom"}
    fled = f"{HE_PRAISED} and/and/CCONJ/6/cc Tom/Tom/PROPN/6/nsubj/B-person left/leave/VERB/2/conj"
    assert praises(met, fled) == {"Tom"}


@pytest.mark.parametrize(
    ("opening", "name", "expected"),
    [
        ("she/she/PRON/3/nsubj", "Kerr/Kerr/PROPN/7/nsubj/B-person", {"Kerr"}),
        ("it/it/PRON/3/nsubj", "Corvane/Corvane/PROPN/7/nsubj/B-organization", set()),  # things are many
        ("Lund/Lund/PROPN/3/nsubj/B-person", "Kerr/Kerr/PROPN/7/nsubj/B-person", {"Lund"}),
    ],
)
def test_she_in_an_opening_clause_is_the_name_behind_it(opening: str, name: str, expected: set[str]) -> None:
    sentence = (
        f"Before/before/SCONJ/3/mark {opening} praised/praise/VERB/7/advcl Norway/Norway/PROPN/3/obj/B-place"
        f" ,/,/PUNCT/3/punct {name} sued/sue/VERB/0/root Riga/Riga/PROPN/7/obj/B-place"
    )
    assert praises(sentence, links={7: (3, 0.9)}) == expected


@pytest.mark.parametrize(("own", "expected"), [("", 6), ("dockers/docker/NOUN/3/nsubj", None)])
def test_its_in_an_opening_clause_without_subject_is_the_name_behind_it(own: str, expected: int | None) -> None:
    opening = f"When/when/ADV/3/mark {own or 'briefly/briefly/ADV/3/advmod'} closing/close/VERB/8/advcl"
    analysis = parsed(
        f"{opening} its/its/PRON/5/nmod:poss port/port/NOUN/3/obj ,/,/PUNCT/3/punct"
        " Riga/Riga/PROPN/8/nsubj/B-place sued/sue/VERB/0/root Norway/Norway/PROPN/8/obj/B-place"
    )
    found = subject_ahead(analysis, analysis.tokens[3], {6: Referent(is_named=True)})
    assert (found.index if found is not None else None) == expected


@pytest.mark.parametrize(
    ("links", "office"),
    [
        ({3: (0, 0.9)}, "manager of Corvane"),
        ({3: (0, 0.3)}, "manager"),  # not sure whose
    ],
)
def test_a_title_tells_whose_it_is_if_the_link_is_sure(links: dict[int, tuple[int, float]], office: str) -> None:
    its_manager = (
        "Its/its/PRON/2/nmod:poss manager/manager/NOUN/4/nsubj Lind/Lind/PROPN/2/appos/B-person "
        "praised/praise/VERB/0/root Norway/Norway/PROPN/4/obj/B-place"
    )
    analysis = parsed(SUED, its_manager, links=links)
    held = [
        claim.object
        for claim in extract(analysis, load_lexicons(), load_vocabulary())
        if claim.predicate == "kg:holdsOffice"
    ]
    assert [each.name or each.text for each in held if isinstance(each, Argument)] == [office]
