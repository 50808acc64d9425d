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
SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
"""On which side of the day of publication."""

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_ONES + _TEENS, start=1)}
_ROUND = {word: 10 * number for number, word in enumerate(_TENS, start=2)}
NUMBERS = {
    "a": 1,
    "an": 1,
    **_SMALL,
    **_ROUND,
    **{f"{ten}-{one}": _ROUND[ten] + _SMALL[one] for ten in _TENS for one in _ONES},
}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}
"""Number of a quarter by its word."""

HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day of the days that are the same every year and everywhere."""

MOVING_HOLIDAYS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
}
"""Days from Easter Sunday of the western churches."""

LAST_MONTH_OF_SEASON = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""In the north; winter belongs to two years."""


def either(words: Iterable[str], group: str) -> str:
    """Give a pattern of alternatives, longest first, as a named group."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?P<{group}>{'|'.join(ordered)})"


def number_of(said: str) -> int:
    """Give the number that `NUMBER` has matched, in digits or lower-case words."""
    return int(said) if said.isdigit() else NUMBERS[said]


YEAR = r"(?:1[5-9]\d\d|20\d\d)"
SAID_YEAR = rf"(?P<year>{YEAR}|(?:last|this|next)\s+year)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
MONTH_NAME = rf"(?:(?:{'|'.join(_NAMES)})\b|(?:sept|{'|'.join(name[:3] for name in _NAMES)})\b\.?)"
MONTH = f"(?P<month>{MONTH_NAME})"
DAY2, MONTH2 = DAY.replace("<day>", "<day2>"), f"(?P<month2>{MONTH_NAME})"
WEEKDAY = either(WEEKDAYS, "weekday")
NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
UNIT = r"(?P<unit>day|weekend|week|fortnight|month|quarter|year)"
ORDINAL = either(ORDINALS, "ordinal")
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
HOLIDAY = either([*HOLIDAYS, *MOVING_HOLIDAYS], "holiday").replace("'", "['’]")
