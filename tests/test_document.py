"""What an analysis tells of its trees."""

from tests.link.parses import parsed

ANALYSIS = parsed(
    "Fiji/Fiji/PROPN/2/nsubj:pass sold/sell/VERB/0/root old/old/ADJ/4/amod ships/ship/NOUN/2/obj",
    "Oslo/Oslo/PROPN/0/root",
)


def test_a_dependent_is_found_by_its_relation_with_or_without_subtype() -> None:
    assert ANALYSIS.has_dependent(1, "nsubj")
    assert ANALYSIS.has_dependent(1, "obl", "nsubj:pass")
    assert not ANALYSIS.has_dependent(1, "nsubj:outer")
    assert ANALYSIS.has_dependent(3)
    assert not ANALYSIS.has_dependent(4)


def test_above_a_word_is_what_governs_it_up_to_the_root() -> None:
    assert list(ANALYSIS.above(2)) == [3, 1]
    assert list(ANALYSIS.above(1)) == []


def test_below_a_word_is_all_that_hangs_on_it_and_itself() -> None:
    assert sorted(ANALYSIS.below(1)) == [0, 1, 2, 3]
    assert list(ANALYSIS.below(4)) == [4]
