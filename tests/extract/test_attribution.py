"""Quotation marks: what they enclose."""

import pytest

from kg.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We closed the mine," she said. "We sold it."', ["We closed the mine,", "We sold it."]),
        ("“We closed the mine,” she said.", ["We closed the mine,"]),
        ("He said «no talks» twice.", ["no talks"]),
        ("The union's leader didn't speak.", []),
        ('"We closed the mine.\n\n"We sold it," she said.', ["We closed the mine.", "We sold it,"]),
        ('"We closed the mine.\n"We sold it," she said.', ["We closed the mine.", "We sold it,"]),
        ('"The "Blue Hill" is shut," she said. "We sold it."', ['The "Blue Hill" is shut,', "We sold it."]),
        ('A pipe of 3" width broke, and "nobody came".', ["nobody came"]),
        ("", []),
    ],
)
def test_quotations_pair_within_a_paragraph(text: str, expected: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in quotations(text)] == expected


def test_a_quotation_without_end_is_open_to_the_next_paragraph() -> None:
    first, second = quotations('"We closed the mine.\n\n"We sold it," she said.')
    assert (first.is_open, second.is_open) == (True, False)
    assert second.paragraph == first.paragraph + 1


@pytest.mark.parametrize(
    ("text", "expected"), [('She spoke.\n"We sold it."\nAll left.', True), ('She: "We sold it."', False)]
)
def test_a_quotation_may_be_all_that_its_paragraph_says(text: str, *, expected: bool) -> None:
    assert [quotation.is_alone for quotation in quotations(text)] == [expected]
