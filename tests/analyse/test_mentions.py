"""What mentions show of themselves, and how they compare."""

import pytest

from kg.analyse.mentions import Place, Traits, Wording, places, traits, wordings
from tests.link.parses import parsed

KINDS = {
    "a pronoun": ("She/she/PRON/2/nsubj left/leave/VERB/0/root", "She", "PRON:she"),
    "a definite noun": ("The/the/DET/2/det bank/bank/NOUN/0/root", "bank", "NOUN:the"),
    "a noun without determiner": ("new/new/ADJ/2/amod banks/bank/NOUN/0/root", "banks", "NOUN:NNS"),
    "an owned noun": ("his/his/PRON/2/nmod:poss bank/bank/NOUN/0/root", "bank", "NOUN:poss"),
    "all before the determiner": (
        "all/all/DET/3/det:predet the/the/DET/3/det banks/bank/NOUN/0/root",
        "banks",
        "NOUN:the",
    ),
    "a name": ("the/the/DET/2/det Danube/Danube/PROPN/0/root", "Danube", "PROPN"),
}


@pytest.mark.parametrize("name", KINDS)
def test_kinds(name: str) -> None:
    sentence, head, kind = KINDS[name]
    analysis = parsed(sentence)
    index = next(token.index for token in analysis.tokens if token.text == head)
    assert traits(analysis, index).kind == kind


def test_words_that_narrow_a_nominal_down() -> None:
    analysis = parsed(
        "the/the/DET/3/det Danish/Danish/ADJ/3/amod bank/bank/NOUN/6/nmod:poss 's/'s/PART/3/case new/new/ADJ/6/amod "
        "chief/chief/NOUN/0/root who/who/PRON/8/nsubj left/leave/VERB/6/acl:relcl"
    )
    shown = traits(analysis, 5)
    assert shown.lemma == "chief"
    assert shown.modifiers == {"danish", "bank", "new"}
    assert traits(analysis, 6) == Traits("PRON:who", "", "", frozenset())


def mention(words: str) -> Traits:
    """A mention whose last word is its head; a pronoun in capitals."""
    *modifiers, lemma = words.split()
    return Traits("NOUN:the", "", "" if lemma.isupper() else lemma, frozenset(modifiers))


COMPARED = [
    ("bank", "bank", Wording.SAME_HEAD),
    ("danish bank", "danish bank", Wording.SAME_WORDS),
    ("danish bank", "bank", Wording.MORE_SAID),
    ("bank", "danish bank", Wording.LESS_SAID),
    ("danish bank", "swedish bank", Wording.HEAD_CONTRASTED),
    ("new danish bank", "old danish bank", Wording.HEAD_AND_MORE_SHARED),
    ("danish bank", "danish law", Wording.MODIFIER_SHARED),
    ("athens", "athens metro", Wording.HEAD_WAS_MODIFIER),
    ("athens metro", "athens", Wording.MODIFIER_WAS_HEAD),
    ("ann lee", "lee ann", Wording.HEADS_WERE_MODIFIERS),
    ("bank", "law", None),
    ("IT", "IT", None),
]


@pytest.mark.parametrize(("later", "earlier", "expected"), COMPARED)
def test_wordings(later: str, earlier: str, expected: Wording | None) -> None:
    first, second = wordings([mention(earlier), mention(later)], reach=1)
    assert (first, second.get(0)) == ({}, expected)


def test_wordings_reach_back_a_fixed_number_of_mentions() -> None:
    found = list(wordings([mention("bank")] * 5, reach=2))
    assert [sorted(each) for each in found] == [[], [0], [0, 1], [1, 2], [2, 3]]


PLACES = {
    "apposition": ("Ann/Ann/PROPN/0/root a/a/DET/3/det judge/judge/NOUN/1/appos", (0, 2), Place.APPOSITION),
    "predicate": (
        "Ann/Ann/PROPN/4/nsubj is/be/AUX/4/cop a/a/DET/4/det judge/judge/NOUN/0/root",
        (0, 3),
        Place.PREDICATE,
    ),
    "possessed": ("Ann/Ann/PROPN/3/nmod:poss 's/'s/PART/1/case car/car/NOUN/0/root", (0, 2), Place.POSSESSED),
    "conjunct": ("Ann/Ann/PROPN/0/root and/and/CCONJ/3/cc Bob/Bob/PROPN/1/conj", (0, 2), Place.CONJUNCT),
    "sister": ("Ann/Ann/PROPN/2/nsubj saw/see/VERB/0/root her/she/PRON/2/obj", (0, 2), Place.SISTER),
    "inside": (
        "men/man/NOUN/0/root who/who/PRON/3/nsubj sold/sell/VERB/1/acl:relcl their/their/PRON/5/nmod:poss "
        "cars/car/NOUN/3/obj",
        (0, 4),
        Place.INSIDE,
    ),
    "elsewhere": (
        "Ann/Ann/PROPN/3/nmod:poss 's/'s/PART/1/case car/car/NOUN/4/nsubj hit/hit/VERB/0/root her/she/PRON/4/obj",
        (0, 4),
        Place.ELSEWHERE,
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_places(name: str) -> None:
    sentence, heads, place = PLACES[name]
    assert list(places(parsed(sentence), heads)) == [{}, {0: place}]


def test_mentions_of_other_sentences_have_no_place() -> None:
    analysis = parsed("Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root", "She/she/PRON/2/nsubj left/leave/VERB/0/root")
    assert list(places(analysis, (0, 2))) == [{}, {}]
