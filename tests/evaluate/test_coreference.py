"""Scores of chains, against the worked examples of the papers that define them."""

import pytest

from kg.document import Span
from kg.evaluate.coreference import Chains, CoreferenceScores, Ratios
from kg.evaluate.measures import percent


def chains(*words: str) -> Chains:
    """Chains of mentions of one letter: "abc" is a chain of three."""
    return [frozenset(Span(ord(letter), ord(letter) + 1) for letter in word) for word in words]


def scored(gold: Chains, found: Chains) -> CoreferenceScores:
    scores = CoreferenceScores()
    scores.add(gold, found)
    return scores


def recall(ratios: Ratios) -> float:
    return percent(ratios.recalled, ratios.gold)


def precision(ratios: Ratios) -> float:
    return percent(ratios.precise, ratios.found)


def test_mentions_that_were_found_but_are_not_gold() -> None:
    """The example of Pradhan et al. 2014: h and i are no gold mentions, e is not found."""
    scores = scored(chains("abc", "defg"), chains("ab", "cd", "fghi"))
    muc, b_cubed, ceaf = (scores.metrics[name] for name in ("muc", "b_cubed", "ceaf_e"))
    assert (recall(muc), precision(muc), muc.value) == (40.0, 40.0, 40.0)
    assert recall(b_cubed) == pytest.approx(100 * (4 / 3 + 1 / 3 + 1 / 4 + 1) / 7, abs=0.01)
    assert precision(b_cubed) == pytest.approx(100 * 4 / 8, abs=0.01)
    assert (recall(ceaf), precision(ceaf), ceaf.value) == (65.0, 43.33, 52.0)
    assert scores.value == pytest.approx((40 + b_cubed.value + 52) / 3, abs=0.01)
    assert scores.mentions.record() == {
        "value": 80.0,
        "precision": 75.0,
        "recall": 85.71,
        "right": 6,
        "found": 8,
        "gold": 7,
    }


TRUTH = chains("12345", "67", "89ABC")


@pytest.mark.parametrize(
    ("found", "muc", "b_cubed", "ceaf"),
    [
        (chains("12345", "6789ABC"), (9, 10), 16 / 21, 0.733),
        (chains("1234589ABC", "67"), (9, 10), 7 / 12, 0.667),
        (chains("123456789ABC"), (9, 11), 3 / 8, 0.294),
    ],
)
def test_chains_that_were_joined(found: Chains, muc: tuple[int, int], b_cubed: float, ceaf: float) -> None:
    """The example of Luo 2005, after Bagga & Baldwin 1998: everything is recalled, precision falls.

    φ4: (1 + 10/12) of 3 and 2 chains; (10/15 + 1) of the same; 10/17 of 3 and 1.
    """
    metrics = scored(TRUTH, found).metrics
    assert recall(metrics["muc"]) == recall(metrics["b_cubed"]) == 100.0
    assert precision(metrics["muc"]) == percent(*muc)
    assert precision(metrics["b_cubed"]) == percent(b_cubed, 1)
    assert metrics["ceaf_e"].value == pytest.approx(100 * ceaf, abs=0.05)


def test_recall_and_precision_change_places() -> None:
    one, other = chains("abc", "defg"), chains("ab", "cd", "fghi")
    there, back = scored(one, other).metrics, scored(other, one).metrics
    for name in there:
        assert recall(there[name]) == precision(back[name])
        assert there[name].value == back[name].value


def test_the_best_pairing_is_not_always_of_the_most_alike() -> None:
    """Pairing the two most alike (6/7) leaves the others with nothing; crossed they give 2/3 + 2/3."""
    ceaf = scored(chains("abc", "de"), chains("abcd")).metrics["ceaf_e"]
    assert ceaf.recalled == pytest.approx(6 / 7)
    crossed = scored(chains("abcdef", "ghi"), chains("abcghi", "def")).metrics["ceaf_e"]
    assert crossed.recalled == pytest.approx(2 * 3 / 9 + 2 * 3 / 9)


def test_what_is_gold_scores_100() -> None:
    scores = scored(TRUTH, list(reversed(TRUTH)))
    assert scores.value == scores.mentions.value == 100.0


@pytest.mark.parametrize(("gold", "found"), [(TRUTH, []), ([], TRUTH), ([], [])])
def test_nothing_scores_0(gold: Chains, found: Chains) -> None:
    assert scored(gold, found).value == 0.0


def test_documents_are_summed_before_they_are_divided() -> None:
    scores = CoreferenceScores()
    scores.add(chains("ab"), chains("ab"))
    scores.add(chains("abcd"), [])
    assert recall(scores.metrics["muc"]) == 25.0
    assert precision(scores.metrics["muc"]) == 100.0
