"""Calls side by side."""

from collections.abc import Iterator
from itertools import count
from threading import Event

import pytest

from kg.analyse.threads import in_order


def test_results_keep_the_order_of_the_items() -> None:
    later = Event()

    def call(item: int) -> int:
        if item == 0:
            assert later.wait(10)
        later.set()
        return item

    assert list(in_order(call, range(20), threads=2)) == list(range(20))


def test_nothing_gives_nothing() -> None:
    assert list(in_order(str, [], threads=2)) == []


def test_items_are_taken_only_as_results_are() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in count():
            taken.append(item)
            yield item

    results = in_order(str, items(), threads=2)
    assert [next(results), next(results)] == ["0", "1"]
    assert len(taken) <= 6
    results.close()


def test_an_error_comes_in_the_place_of_its_item() -> None:
    results = in_order(lambda item: 1 // item, [1, 0, 1, 1, 1, 1], threads=2)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
