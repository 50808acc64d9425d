"""What expressions mean that count from the day of publication; None where it is no time or cannot be known."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from kg.analyse import calendar
from kg.analyse.date_reading import Reading
from kg.analyse.date_words import WEEKDAYS, number_of
from kg.analyse.tenses import FUTURE, PAST, UNKNOWN
from kg.document import Period

_RECURRING = re.compile(r"\b(?:every|each|most|some|any|per|on a|one)\s+$", re.IGNORECASE)
_NAMED_DAYS = {"ash", "black", "bloody", "cyber", "easter", "giving", "good", "holy", "maundy", "palm", "super"}
_DURING = re.compile(r"\b(?:in|over|during|within|for)\s+$", re.IGNORECASE)
_PART_OF = re.compile(r"\s+(?:of|in)\b")
_COUNTED_FROM = {"VERB", "AUX", "ADV", "PUNCT", "PART"}
_FORTNIGHT, _DECADE, _HOURS_OF_DAY = 14, 10, 24


def near_day(reading: Reading) -> Period | None:
    """Read today, yesterday, tomorrow and the days beyond, not a name: USA Today."""
    if reading.published is None or _is_name(reading):
        return None
    word = " ".join(reading.group("word").split())
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    if word.endswith("before yesterday"):
        shift = -2
    elif word.endswith("after tomorrow"):
        shift = 2
    return calendar.day(reading.published + timedelta(days=shift))


def _is_name(reading: Reading) -> bool:
    """Say whether a day's word is a name or part of one."""
    if not reading.group("word") or not reading.is_capital("word"):
        return False
    token = reading.token("word")
    return token.upos == "PROPN" and token.index > reading.sentence.tokens.start


def weekday(reading: Reading) -> Period | None:
    """Read a weekday: the last one up to publication, or the next from then with a verb about the future.

    Not a day that recurs ("every Monday") or is part of a name (the Sunday Times, Black Friday).
    """
    if reading.published is None or not _is_day(reading):
        return None
    direction = reading.direction("weekday")
    number = WEEKDAYS.index(reading.group("weekday"))
    return calendar.day(calendar.weekday(reading.published, number, FUTURE if direction == FUTURE else PAST))


def _is_day(reading: Reading) -> bool:
    """Say whether a weekday means one day."""
    if not reading.is_capital("weekday") or _RECURRING.search(reading.before):
        return False
    words = reading.before.lower().split()
    if words and words[-1] in _NAMED_DAYS:
        return False
    if re.match(r"\s+[A-Z]", reading.after) is None:
        return True
    tokens, first = reading.tokens, reading.token("weekday").index
    following = first + len(reading.match.string[reading.match.start("weekday") : reading.match.end()].split())
    return not any(
        first <= token.head <= following and token.upos == "PROPN" for token in tokens[first:following]
    ) and (tokens[following].head != first or tokens[following].upos != "PROPN")


def pointed_weekday(reading: Reading) -> Period | None:
    """Read "last Tuesday", "next Tuesday" (never the day of publication) and "this Tuesday" (of the same week).

    Of "this Sunday" a past verb means the last: "won this Sunday" on a Monday.
    """
    if reading.published is None:
        return None
    number = WEEKDAYS.index(reading.group("weekday"))
    if reading.shift == UNKNOWN:
        found = _in_week(reading.published, number, 0)
        is_over = reading.direction("weekday") == PAST and found.start > reading.published.isoformat()
        return _in_week(reading.published, number, PAST) if is_over else found
    start = reading.published + timedelta(days=reading.shift)
    return calendar.day(calendar.weekday(start, number, reading.shift))


def day_of_week(reading: Reading) -> Period | None:
    """Read "Tuesday last week"."""
    if reading.published is None:
        return None
    return _in_week(reading.published, WEEKDAYS.index(reading.group("weekday")), reading.shift)


def _in_week(published: date, number: int, shift: int) -> Period:
    """Give a weekday of the week of publication or of one beside it."""
    return calendar.day(published + timedelta(days=number - published.weekday() + shift * calendar.DAYS_OF_WEEK))


def pointed_month(reading: Reading) -> Period | None:
    """Read "last May": the nearest May on that side; "this May" is this year's."""
    if reading.published is None or not reading.is_capital("month"):
        return None
    shift, this = reading.shift, reading.published.month
    if shift == PAST:
        return calendar.month(reading.published.year - (reading.month >= this), reading.month)
    return calendar.month(reading.published.year + (shift == FUTURE and reading.month <= this), reading.month)


def pointed_unit(reading: Reading) -> Period | None:
    """Read "last month", "late last year", "this week"; "the last week of the trial" and "the next year" count else."""
    is_counted_else = reading.before.lower().endswith("the ") and reading.group("which") != "this"
    if reading.published is None or is_counted_else or reading.group("unit") == "day":
        return None
    unit, found = reading.group("unit"), _shifted(reading.published, reading.group("unit"), reading.shift)
    is_over = unit == "weekend" and reading.shift == UNKNOWN and reading.direction("unit") == PAST
    if is_over and found.start > reading.published.isoformat():
        return _shifted(reading.published, unit, PAST)
    return found


def end_of_unit(reading: Reading) -> Period | None:
    """Read "the end of the year" as the one of publication, unless something past is told."""
    is_limit = reading.before.lower().endswith("by ")
    if reading.published is None or not (is_limit or reading.direction("unit") == FUTURE):
        return None
    return _shifted(reading.published, reading.group("unit"), 0)


def weekend(reading: Reading) -> Period | None:
    """Read "over the weekend": the last one up to publication, or the next with a verb about the future."""
    if reading.published is None:
        return None
    side = FUTURE if reading.direction("weekend") == FUTURE else PAST
    return calendar.weekend(calendar.weekday(reading.published, WEEKDAYS.index("saturday"), side))


def ago(reading: Reading) -> Period | None:
    """Read "two days ago"; weeks, months and years are not more precise than that."""
    return _counted(reading, -1)


def ahead(reading: Reading) -> Period | None:
    """Read "in two weeks", "two weeks from now", "two weeks away", "in two weeks' time".

    Without "time" or "now" it is a time only right after a verb that looks ahead: not "took the city in two days",
    "the first time in two years".
    """
    if not re.search(r"(?:time|now|today|away)$", reading.match.group(), re.IGNORECASE):
        index = reading.token("in").index
        is_after_verb = index > reading.sentence.tokens.start and reading.tokens[index - 1].upos in _COUNTED_FROM
        if not is_after_verb or _PART_OF.match(reading.after) or reading.direction("in") != FUTURE:
            return None
    return _counted(reading, 1)


def _counted(reading: Reading, side: int) -> Period | None:
    """Give the day, week, month or year so many of them away from publication."""
    number = number_of(reading.group("number"))
    if reading.published is None or (reading.group("unit") == "year" and number >= reading.published.year - 1):
        return None
    return _shifted(reading.published, reading.group("unit"), side * number)


def _shifted(start: date, unit: str, by: int) -> Period:
    """Give the unit that lies `by` units after the one of a day."""
    beside = start + timedelta(days=by * calendar.DAYS_OF_WEEK)
    units: Mapping[str, Callable[[], Period]] = {
        "day": lambda: calendar.day(start + timedelta(days=by)),
        "week": lambda: calendar.week(beside),
        "weekend": lambda: calendar.weekend(beside),
        "fortnight": lambda: calendar.week(start + timedelta(days=by * _FORTNIGHT)),
        "month": lambda: calendar.shifted_month(start, by),
        "quarter": lambda: calendar.shifted_quarter(start, by),
        "year": lambda: calendar.year(start.year + by),
    }
    return units[unit]()


def stretch(reading: Reading) -> Period | None:
    """Read "the past decade", "the last three months", "the next 24 hours": up to publication, or from it.

    Without a number "last" and "next" need a preposition: "over the next year". A part of something is none ("the last
    two days of the trial"), nor is "the next two days" of a story that is over.
    """
    said = reading.group("number")
    is_stretch = said or reading.group("which") in {"past", "coming"} or _DURING.search(reading.before)
    if reading.published is None or not is_stretch or _PART_OF.match(reading.after):
        return None
    if reading.shift == FUTURE and reading.direction("which") == PAST:
        return None
    number = number_of(said) if said else 1
    if number >= reading.published.year // _DECADE:
        return None
    here, there = _ends(reading.published, reading.group("unit"), reading.shift * number)
    return Period(there, here) if reading.shift == PAST else Period(here, there)


def _ends(start: date, unit: str, by: int) -> tuple[str, str]:
    """Give the near and the far end of a stretch, as precise as its unit."""
    match unit:
        case "year" | "decade":
            years = by * (_DECADE if unit == "decade" else 1)
            return calendar.year(start.year).start, calendar.year(start.year + years).start
        case "month":
            return calendar.shifted_month(start, 0).start, calendar.shifted_month(start, by).start
        case "hour":
            days = (abs(by) + _HOURS_OF_DAY - 1) // _HOURS_OF_DAY * (1 if by > 0 else -1)
        case _:
            days = by * {"day": 1, "week": calendar.DAYS_OF_WEEK, "fortnight": _FORTNIGHT}[unit]
    return start.isoformat(), (start + timedelta(days=days)).isoformat()
