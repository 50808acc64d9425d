"""Claims that say little and are not sure are left out."""

from dataclasses import replace

import pytest

from kg.extract import extract
from kg.link import link
from kg.link.gazetteers import load_gazetteers
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.link.parses import parsed

GAZETTEERS = load_gazetteers()
LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()
DOCKER = "Dockers/docker/NOUN/2/nsubj"
FISK = "Fisk/Fisk/PROPN/2/nsubj/B-person"


@pytest.mark.parametrize(
    ("subject", "verb", "confidence", "kept"),
    [
        (DOCKER, "polished/polish", 0.4, 0),
        (DOCKER, "polished/polish", 0.5, 1),
        (FISK, "polished/polish", 0.4, 1),
        (DOCKER, "rejected/reject", 0.4, 1),
    ],
)
def test_an_unsure_open_claim_of_two_nameless_things_is_left_out(
    subject: str, verb: str, confidence: float, kept: int
) -> None:
    analysis = parsed(f"{subject} {verb}/VERB/0/root crates/crate/NOUN/2/obj")
    claims = [replace(claim, confidence=confidence) for claim in extract(analysis, LEXICONS, VOCABULARY)]
    assert len(claims) == 1
    assert len(link(analysis, claims, GAZETTEERS, LEXICONS, VOCABULARY).statements) == kept


@pytest.mark.parametrize(("relative", "kept"), [(" Ada/Ada/PROPN/4/appos/B-person", 1), ("", 0)])
def test_a_relative_without_a_name_is_no_more_than_the_word(relative: str, kept: int) -> None:
    analysis = parsed(
        f"{FISK} left/leave/VERB/0/root Fisk's/Fisk/PROPN/4/nmod:poss/B-person wife/wife/NOUN/2/obj{relative}"
    )
    claims = [claim for claim in extract(analysis, LEXICONS, VOCABULARY) if claim.rule == "kinship"]
    assert len(claims) == 1
    assert len(link(analysis, claims, GAZETTEERS, LEXICONS, VOCABULARY).statements) == kept
