"""The confidence of claims: a probability that falls with doubt, whatever the rule is called."""

from dataclasses import replace
from math import exp

import pytest

from kg.extract import extract
from kg.extract.confidence import Confidence
from kg.knowledge import Claim
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.link.parses import parsed

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()
NAMED = "Riga/Riga/PROPN/2/nsubj/B-place rejected/reject/VERB/0/root Chad/Chad/PROPN/2/obj/B-place ././PUNCT/2/punct"
PRONOUN = "It/it/PRON/2/nsubj rejected/reject/VERB/0/root Chad/Chad/PROPN/2/obj/B-place ././PUNCT/2/punct"


def claim_of(sentence: str) -> Claim:
    (claim,) = extract(parsed(sentence), LEXICONS, VOCABULARY)
    return claim


def test_a_pronoun_is_less_sure_than_a_name() -> None:
    assert 0 < claim_of(PRONOUN).confidence < claim_of(NAMED).confidence < 1


def test_a_rule_without_a_weight_has_the_confidence_of_its_like() -> None:
    analysis = parsed(NAMED)
    claim = replace(claim_of(NAMED), rule="renamed", predicate="kg:unknown", confidence=0.8)
    known = {
        name: weight
        for name, weight in LEXICONS.weight_of.items()
        if name.partition(":")[0] not in {"rule", "predicate"}
    }
    found = Confidence(analysis)
    expected = sum(known.get(name, 0.0) * value for name, value in found.features(claim).items())
    assert found.of(claim, LEXICONS) == pytest.approx(1 / (1 + exp(-expected)))


def test_without_weights_it_is_that_of_the_rule() -> None:
    claims = extract(parsed(NAMED), replace(LEXICONS, confidence=()), VOCABULARY)
    assert [claim.confidence for claim in claims] == [0.8]


def test_an_arc_that_may_be_wrong_makes_its_claim_less_sure() -> None:
    analysis = parsed(NAMED)
    claim = claim_of(NAMED)
    doubtful = tuple(replace(token, arc_score=0.5) if token.text == "Chad" else token for token in analysis.tokens)
    weighed = Confidence(replace(analysis, tokens=doubtful))
    assert weighed.features(claim)["arc doubt"] == weighed.features(claim)["arcs doubt"] == 0.5
    assert Confidence(analysis).features(claim)["arc doubt"] == 0.0
