"""Chains of mentions from the scores of pairs."""

from dataclasses import replace

import numpy as np
import pytest

from kg.analyse.coreference import (
    DISTANCES,
    LOOK_BACK,
    MentionCollector,
    Mentions,
    distance_classes,
    links,
    pair_scores,
    unlearned,
)
from kg.analyse.mentions import Place, Wording
from kg.analyse.scores import LinkWeights, WordScores
from kg.document import Analysis, Coreference
from tests.link.parses import parsed

NO_WEIGHTS = unlearned(("", "NOUN", "PRON", "PRON:it"), ("", "person"))


def scores(kinds: str) -> WordScores:
    """Scores of one word for each letter: words of the same letter fit together, others do not, a dot is nothing."""
    table = np.array([[8.0 * (kind == letter) - 4.0 for letter in "ab"] for kind in kinds], dtype=np.float32)
    empty = np.zeros((len(kinds), 1), dtype=np.float32)
    types = np.repeat(np.array([[0.0, 1.0]], dtype=np.float32), len(kinds), axis=0)
    blank = [empty[:, 0], empty, empty[:, 0], *[empty] * 4]
    return WordScores(
        {"nominal": types}, *blank, table, (table > 0).astype(np.float32), np.zeros(len(kinds), dtype=np.float32)
    )


def mentions(analysis: Analysis, *sentences: str) -> Mentions:
    """Give the words of sentences as mentions, with the scores of `scores`, but for dots."""
    collector, first = MentionCollector(), 0
    for kinds in sentences:
        collector.add(first, [place for place, kind in enumerate(kinds) if kind != "."], scores(kinds))
        first += len(kinds)
    found = collector.mentions(analysis)
    assert found is not None
    return found


def words(*sentences: str) -> Analysis:
    """Give nouns that are all different, one for each letter."""
    count = iter(range(10_000))
    return parsed(*(" ".join(f"n{next(count)}/n{i}x{place}/NOUN/0/root" for place in range(len(kinds)))
                    for i, kinds in enumerate(sentences)))  # fmt: skip


def chains(*sentences: str, weights: LinkWeights = NO_WEIGHTS) -> list[Coreference]:
    return list(links(mentions(words(*sentences), *sentences), weights))


def test_a_mention_goes_back_over_sentences() -> None:
    assert [(link.mention, link.antecedent) for link in chains("ab", "ba")] == [(2, 1), (3, 0)]


def test_a_mention_that_fits_nothing_is_new() -> None:
    assert chains("a", "b") == []


def test_a_chain_counts_with_all_its_members() -> None:
    first, second = chains("aaa")
    assert second.score == pytest.approx(2 / (2 + np.exp(-4)), abs=0.002)
    assert first.score == pytest.approx(1 / (1 + np.exp(-4)), abs=0.002)


def test_a_chain_may_outweigh_the_likeliest_member_of_another() -> None:
    found = mentions(words("aabb"), "aabb")
    anaphors, antecedents, new = found.vectors
    anaphors[3] = [0.9, 1.0]
    assert [link.antecedent for link in links(replace(found, vectors=(anaphors, antecedents, new)), NO_WEIGHTS)] == [
        0,
        0,
    ]


def test_names_without_a_common_word_stay_apart() -> None:
    analysis = parsed(
        "Joe/Joe/PROPN/0/root/B-person Biden/Biden/PROPN/1/flat/I-person", "Obama/Obama/PROPN/0/root/B-person",
        "Biden/Biden/PROPN/0/root/B-person"
    )  # fmt: skip
    found = links(mentions(analysis, "a.", "a", "a"), NO_WEIGHTS)
    assert [(link.mention, link.antecedent) for link in found] == [(3, 0)]


def test_a_description_does_not_bring_two_names_together() -> None:
    analysis = parsed("Biden/Biden/PROPN/0/root/B-person", "he/he/PRON/0/root", "Obama/Obama/PROPN/0/root/B-person")
    found = links(mentions(analysis, "a", "a", "a"), NO_WEIGHTS)
    assert [(link.mention, link.antecedent) for link in found] == [(1, 0)]


def test_an_article_without_mentions_has_none() -> None:
    collector = MentionCollector()
    collector.add(0, [], scores("a"))
    assert collector.mentions(words("a")) is None


def test_long_articles_look_back_a_fixed_number_of_mentions() -> None:
    found = chains("a" + "b" * (LOOK_BACK + 300) + "a")
    assert max(link.mention for link in found) == LOOK_BACK + 300
    assert all(link.mention - link.antecedent < 2 * LOOK_BACK for link in found)


def test_distances_grow_by_doubling() -> None:
    assert distance_classes(9).tolist() == [0, 0, 1, 1, 2, 2, 2, 2, 3]
    assert distance_classes(5000).max() == DISTANCES - 1


def test_later_mentions_are_no_antecedents() -> None:
    found = pair_scores(mentions(words("aba"), "aba"), NO_WEIGHTS, 0, 3)
    assert np.isneginf(found[np.triu_indices(3, 1)]).all()
    assert found.argmax(axis=1).tolist() == [0, 1, 0]


def raised(table: str, place: tuple[int, ...]) -> LinkWeights:
    """Give weights of which one is 9."""
    changed = getattr(NO_WEIGHTS, table).copy()
    changed[place] = 9
    return replace(NO_WEIGHTS, **{table: changed})


COMPARED = {
    "kinds": (2, 1),
    "distances": (2, 0),
    "wordings": (Wording.OTHER, 2, 2),
    "types": (0, 0),
    "places": (Place.DEPENDENT, 2),
}


@pytest.mark.parametrize("table", COMPARED)
def test_what_mentions_show_is_weighed(table: str) -> None:
    analysis = parsed("law/law/NOUN/0/root which/which/PRON/1/dep")
    assert list(links(mentions(analysis, "ab"), NO_WEIGHTS)) == []
    found = links(mentions(analysis, "ab"), raised(table, COMPARED[table]))
    assert [(link.mention, link.antecedent) for link in found] == [(1, 0)]


def test_a_kind_may_be_more_often_new() -> None:
    assert chains("aa", weights=raised("new", (1,))) == []


def test_rare_kinds_share_the_class_of_their_part_of_speech() -> None:
    assert [NO_WEIGHTS.kind(each) for each in ("PRON:it", "PRON:whoever", "SYM")] == [3, 2, 0]
