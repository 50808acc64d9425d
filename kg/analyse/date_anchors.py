"""Time expressions that count from a time told before: "two days later", "the previous year"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.analyse import calendar
from kg.analyse.date_words import NUMBER, number_of
from kg.document import Period

_ENDS = r"(?=\s*(?:[.,;:)]|$))"
_UNIT = r"(?P<unit>day|night|morning|afternoon|evening|week|month|year)"
_LEANING = re.compile(
    rf"\b(?:{NUMBER}\s+{_UNIT}s?\s+(?:(?P<side>earlier|later)(?!\s+than)|(?P<limit>before|after){_ENDS})"
    rf"|the\s+(?P<which>previous|preceding|following|next|same)\s+{_UNIT.replace('unit', 'unit2')}(?!\s+(?:of|in|as)\b)"
    rf"|the\s+{_UNIT.replace('unit', 'unit3')}\s+(?P<beside>before|after){_ENDS})(?!\w)",
    re.IGNORECASE,
)
_SIDES = {
    **dict.fromkeys(("earlier", "before", "previous", "preceding"), -1),
    "same": 0,
    **dict.fromkeys(("later", "after", "following", "next"), 1),
}


def leaning(text: str) -> Iterator[re.Match[str]]:
    """Yield what counts from another time, in the order of the text."""
    lower = text.lower()
    if any(side in lower for side in _SIDES):
        yield from _LEANING.finditer(text)


def counted_from(anchor: Period, match: re.Match[str]) -> Period | None:
    """Give the time that lies so many days, weeks, months or years from another.

    It is never more precise than that other: a day later than "in May" is not known.

    Example:
        3 May 2019, "two days later" → 2019-05-05; 2019, "the following year" → 2020; 2019, "a day later" → None
    """
    groups = {name: (value or "").lower() for name, value in match.groupdict().items()}
    unit = groups["unit"] or groups["unit2"] or groups["unit3"]
    side = _SIDES[groups["side"] or groups["limit"] or groups["which"] or groups["beside"]]
    by = side * (number_of(groups["number"]) if groups["number"] else 1)
    if not anchor.start or not anchor.end:
        return None
    if unit == "year":
        return calendar.year(int(anchor.start[:4]) + by) if anchor.start[:4] == anchor.end[:4] else None
    if unit == "month":
        return _month(anchor, by)
    return _day_or_week(anchor, unit, by)


def _month(anchor: Period, by: int) -> Period | None:
    """Give a month from one that a time lies in."""
    said, is_month = anchor.start[:7], anchor.start[:7] == anchor.end[:7] and len(anchor.start) > len("2019")
    return calendar.shifted_month(date.fromisoformat(f"{said}-01"), by) if is_month else None


def _day_or_week(anchor: Period, unit: str, by: int) -> Period | None:
    """Give a day or week from a day."""
    if anchor.start != anchor.end or len(anchor.start) < len("2019-05-04"):
        return None
    start = date.fromisoformat(anchor.start)
    if unit == "week":
        return calendar.week(start + timedelta(days=by * calendar.DAYS_OF_WEEK))
    return calendar.day(start + timedelta(days=by))
