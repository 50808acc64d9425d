"""The words of English dates, as patterns with named groups."""

from collections.abc import Iterable

_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = {
    **{name: number for number, name in enumerate(_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(_NAMES, start=1)},
    "sept": 9,
}
"""Number of a month by its name or abbreviation."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "twenty": 20,
    "thirty": 30,
}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def either(words: Iterable[str], group: str) -> str:
    """Give a pattern of alternatives, longest first, as a named group."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?P<{group}>{'|'.join(ordered)})"


YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
MONTH_NAME = rf"(?:(?:{'|'.join(_NAMES)})\b|(?:sept|{'|'.join(name[:3] for name in _NAMES)})\b\.?)"
MONTH = f"(?P<month>{MONTH_NAME})"
WEEKDAY = either(WEEKDAYS, "weekday")
NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
UNIT = r"(?P<unit>day|weekend|week|month|year)"
ORDINAL = either(ORDINALS, "ordinal")
SEASON = r"(?:spring|summer|autumn|fall|winter)"
