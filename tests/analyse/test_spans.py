"""Names from BIOES tags."""

import numpy as np
import pytest

from kg.analyse.spans import SpanDecoder

TAGS = ("O", *(f"{letter}-{name}" for name in ("person", "place") for letter in "BIES"))


def scores(*tags: str) -> np.ndarray:
    """Scores that prefer the given tags."""
    table = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    table[range(len(tags)), [TAGS.index(tag) for tag in tags]] = 5
    return table


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("O", "S-place", "O"), [(1, 2, "place")]),
        (("B-person", "I-person", "E-person"), [(0, 3, "person")]),
        (("S-place", "S-place"), [(0, 1, "place"), (1, 2, "place")]),
        (("O", "O"), []),
        ((), []),
    ],
)
def test_well_formed_tags_are_read(tags: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    assert [(s.start, s.end, s.type) for s in SpanDecoder(TAGS).decode(scores(*tags))] == expected


@pytest.mark.parametrize("tags", [("B-person", "O"), ("I-person",), ("B-person", "E-place"), ("E-place", "B-place")])
def test_broken_tags_give_the_nearest_well_formed_ones(tags: tuple[str, ...]) -> None:
    for span in SpanDecoder(TAGS).decode(scores(*tags)):
        assert 0 <= span.start < span.end <= len(tags)


def test_the_better_reading_of_a_broken_sequence_wins() -> None:
    table = scores("B-person", "E-place")
    table[1, TAGS.index("E-person")] = 4.9
    assert [(s.start, s.end, s.type) for s in SpanDecoder(TAGS).decode(table)] == [(0, 2, "person")]


def test_the_score_is_a_probability() -> None:
    (span,) = SpanDecoder(TAGS).decode(scores("S-place"))
    assert 0.9 < span.score <= 1


@pytest.mark.parametrize("seed", range(40))
def test_mending_gives_what_looking_at_all_tags_gives(seed: int) -> None:
    random = np.random.default_rng(seed)
    table = (3 * random.normal(size=(12, len(TAGS)))).astype(np.float32)
    table[:, 0] += 3
    decoder = SpanDecoder(TAGS)
    path = decoder._best_path(table)
    assert decoder._is_well_formed(path)
    assert decoder.decode(table) == decoder._collect(path, table)
