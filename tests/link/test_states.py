"""Whether a name is a city's or its state's."""

import pytest

from tests.link.parses import parsed
from tests.link.test_link import linked


def labels(sentence: str) -> set[str]:
    return {entity.label for entity in linked(parsed(sentence)).entities}


ANN = "Ann/Ann/PROPN/{0}/nsubj/B-person Bo/Bo/PROPN/1/flat/I-person"
OFFICE = (
    ANN.format(8)
    + " ,/,/PUNCT/4/punct {0}/{0}/NOUN/1/appos of/of/ADP/7/case New/New/ADJ/7/amod/B-place"
    + " York/York/PROPN/4/nmod/I-place"
    + " praised/praise/VERB/0/root Norway/Norway/PROPN/8/obj/B-place"
)
BESIDE = (
    ANN.format(3)
    + " praised/praise/VERB/0/root New/New/ADJ/5/amod/B-place York/York/PROPN/3/obj/I-place"
    + " and/and/CCONJ/7/cc {0}/{0}/PROPN/5/conj/B-place"
)
INSIDE = (
    ANN.format(3)
    + " visited/visit/VERB/0/root {0}/{0}/PROPN/3/obj/B-place ,/,/PUNCT/7/punct New/New/ADJ/7/amod/B-place"
    + " York/York/PROPN/4/nmod:unmarked/I-place"
)


@pytest.mark.parametrize(
    ("sentence", "is_state"),
    [
        (OFFICE.format("senator"), True),
        (OFFICE.format("mayor"), False),
        (BESIDE.format("Texas"), True),
        (BESIDE.format("London"), False),
        (INSIDE.format("Buffalo"), True),
        (INSIDE.format("Airport"), False),
    ],
)
def test_a_name_is_the_state_s_beside_what_only_states_have(sentence: str, is_state: bool) -> None:
    found = labels(sentence) & {"New York City", "New York state"}
    assert found == {"New York state" if is_state else "New York City"}
