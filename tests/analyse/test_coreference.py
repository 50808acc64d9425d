"""Chains of mentions from the scores of pairs."""

import numpy as np
import pytest

from kg.analyse.coreference import DISTANCES, LOOK_BACK, CoreferenceDecoder, distance_classes, link_scores
from kg.analyse.scores import WordScores
from kg.document import Coreference

NO_WEIGHT = np.zeros(DISTANCES, dtype=np.float32)
UNNAMED: frozenset[str] = frozenset()


def scores(kinds: str, new: float = 0.0) -> WordScores:
    """Scores of one word for each letter: words of the same letter fit together, others do not."""
    table = np.array([[8.0 * (kind == letter) - 4.0 for letter in "ab"] for kind in kinds], dtype=np.float32)
    empty = np.zeros((len(kinds), 1), dtype=np.float32)
    blank = [empty[:, 0], empty, empty[:, 0], *[empty] * 4]
    return WordScores({}, *blank, table, (table > 0).astype(np.float32), np.full(len(kinds), new, dtype=np.float32))


def chains(*sentences: str, names: dict[int, frozenset[str]] | None = None) -> list[Coreference]:
    decoder = CoreferenceDecoder(NO_WEIGHT)
    first = 0
    for kinds in sentences:
        heads = {i: (names or {}).get(first + i, UNNAMED) for i in range(len(kinds))}
        decoder.add(first, heads, scores(kinds))
        first += len(kinds)
    return list(decoder.links())


def test_a_mention_goes_back_over_sentences() -> None:
    assert [(link.mention, link.antecedent) for link in chains("ab", "ba")] == [(2, 1), (3, 0)]


def test_a_mention_that_fits_nothing_is_new() -> None:
    assert chains("a", "b") == []


def test_a_chain_counts_with_all_its_members() -> None:
    first, second = chains("aaa")
    assert second.score == pytest.approx(2 / (2 + np.exp(-4)), abs=0.002)
    assert first.score == pytest.approx(1 / (1 + np.exp(-4)), abs=0.002)


def test_names_without_a_common_word_stay_apart() -> None:
    named = {0: frozenset({"joe", "biden"}), 1: frozenset({"obama"}), 2: frozenset({"biden"})}
    assert [(link.mention, link.antecedent) for link in chains("aaa", names=named)] == [(2, 0)]


def test_an_article_without_mentions_has_no_links() -> None:
    decoder = CoreferenceDecoder(NO_WEIGHT)
    decoder.add(0, {}, scores("a"))
    assert list(decoder.links()) == []


def test_long_articles_look_back_a_fixed_number_of_mentions() -> None:
    links = chains("a" + "b" * (LOOK_BACK + 300) + "a")
    assert max(link.mention for link in links) == LOOK_BACK + 300
    assert all(link.mention - link.antecedent < 2 * LOOK_BACK for link in links)


def test_distances_grow_by_doubling() -> None:
    assert distance_classes(9).tolist() == [0, 0, 1, 1, 2, 2, 2, 2, 3]
    assert distance_classes(5000).max() == DISTANCES - 1


def test_later_mentions_are_no_antecedents() -> None:
    found = link_scores(scores("aba"), np.array([0, 1, 2]), NO_WEIGHT)
    assert np.isneginf(found[np.triu_indices(3, 1)]).all()
    assert found.argmax(axis=1).tolist() == [0, 1, 0]
