"""Merging what articles say differently of an entity."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.merge import choose_label, merge
from kg.knowledge import Entity, EntityId
from kg.vocabulary import load_vocabulary

IS_A = load_vocabulary().is_a
ID = EntityId("x")
TYPES = [("Person", "Person"), ("Place", "Place"), ("Country", "Place"), ("City", "Place")]
occurrences = st.lists(
    st.builds(
        lambda label, kinds, aliases: Entity(ID, label, *kinds, tuple(sorted(aliases - {label}))),
        st.sampled_from(["Iran", "Tehran", "the republic"]),
        st.sampled_from(TYPES),
        st.frozensets(st.sampled_from(["Iran", "Persia"])),
    ),
    min_size=1,
)


@settings(deadline=None)
@given(occurrences, st.randoms())
def test_order_does_not_matter(entities, chance):
    shuffled = chance.sample(entities, len(entities))
    assert merge(shuffled, IS_A) == merge(entities, IS_A)


@settings(deadline=None)
@given(occurrences)
def test_merging_what_is_merged_changes_nothing(entities):
    merged = merge(entities, IS_A)
    assert merge([merged, merged], IS_A) == merged


@settings(deadline=None)
@given(occurrences)
def test_every_name_is_kept_once(entities):
    merged = merge(entities, IS_A)
    names = {name for entity in entities for name in (entity.label, *entity.aliases)}
    assert {merged.label, *merged.aliases} == names
    assert merged.label not in merged.aliases


@pytest.mark.parametrize(
    ("labels", "chosen"),
    [
        (["Trump", "Trump", "Donald Trump"], "Trump"),
        (["Trump", "Donald Trump"], "Donald Trump"),
        (["abc", "abd"], "abc"),
    ],
)
def test_the_most_frequent_label_wins_then_the_longest_then_the_first(labels, chosen):
    assert choose_label(labels) == chosen


@pytest.mark.parametrize(
    ("types", "chosen"),
    [
        ([("Place", "Place"), ("Place", "Place"), ("Country", "Place")], "Country"),
        ([("City", "Place"), ("Country", "Place"), ("City", "Place")], "City"),
        ([("Person", "Person"), ("Person", "Person"), ("Country", "Place")], "Person"),
    ],
)
def test_the_type_is_the_most_frequent_specific_one_of_the_most_frequent_kind(types, chosen):
    assert merge([Entity(ID, "x", *kinds) for kinds in types], IS_A).type == chosen


def test_nothing_cannot_be_merged():
    with pytest.raises(ValueError, match="nothing"):
        merge([], IS_A)
