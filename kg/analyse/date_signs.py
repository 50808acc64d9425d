"""Signs of a date: what a sentence must show before a pattern of dates is worth running over it."""

import re
from enum import Enum

from kg.analyse.date_words import HOLIDAYS, LAST_MONTH_OF_SEASON, MONTHS, MOVING_HOLIDAYS, WEEKDAYS


class Sign(Enum):
    """A kind of sign; the value holds the words of which a sentence shows one at least, perhaps inside another."""

    DIGIT = "digit"
    YEAR = "four digits"
    CENTURY = ("century",)
    MONTH = tuple(sorted({month[:3] for month in MONTHS}))
    WEEKDAY = WEEKDAYS
    HOLIDAY = tuple(sorted({name.split()[-1] for name in {**HOLIDAYS, **MOVING_HOLIDAYS}}))
    SEASON = (*LAST_MONTH_OF_SEASON, "winter")
    QUARTER = ("quarter", "q1", "q2", "q3", "q4")
    HALF = ("half",)
    NEAR_DAY = ("day", "night", "tomorrow", "morning", "afternoon", "evening")
    UNIT = ("hour", "day", "week", "fortnight", "month", "quarter", "year", "decade")
    WEEKEND = ("weekend",)
    END = ("end",)
    AGO = ("ago",)
    AWAY = ("now", "today", "away")
    POINTER = ("last", "next", "this", "past", "coming")


_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
_IN_WORDS = tuple(sign for sign in Sign if isinstance(sign.value, tuple))


def signs_of(text: str) -> frozenset[Sign]:
    """Give the signs that a sentence shows.

    Example:
        "He left two years ago." → UNIT ("year"), AGO
    """
    lower = text.lower()
    shown = {sign for sign in _IN_WORDS if any(word in lower for word in sign.value)}
    if _DIGIT.search(text):
        shown.add(Sign.DIGIT)
    if _YEAR.search(text):
        shown.add(Sign.YEAR)
    return frozenset(shown)
