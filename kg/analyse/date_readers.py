"""What the calendar's expressions mean; None where it is no time or cannot be known."""

import re
from datetime import timedelta

from kg.analyse import calendar
from kg.analyse.calendar import MONTHS_OF_YEAR, nearest_year
from kg.analyse.date_reading import Reading
from kg.analyse.date_words import HOLIDAYS, LAST_MONTH_OF_SEASON, MONTHS, MOVING_HOLIDAYS, ORDINALS, WEEKDAYS
from kg.analyse.tenses import FUTURE, PAST
from kg.document import Period

_NAMES_OF_PEOPLE = {"april", "may", "june", "august", "jan"}
_WORDS_TOO = {"may", "march", "mar", "sun", "sat", "dec", "jun", "jul", "sep", "oct", "nov"}
_BEFORE_A_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|last|next|this|of|from|to|through|during|before|after|between|and|early|mid|late|"
    r"the|for)[\s-]+$",
    re.IGNORECASE,
)
_A_MARCH = re.compile(r"\s+(?:on|for|of|to)\b")
_BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:number|no\.?|nos\.?|flight|route|room|page|section|about|some|over|than|nearly|around|"
    r"novel|book|film|movie|play|album|song|series)\s+|['’]s\s+[\"“‘])$",
    re.IGNORECASE,
)
_AFTER_NO_YEAR = re.compile(r"\s*(?:percent|per cent|million|billion|GMT|UTC|hours)\b")
_BEFORE_AN_OLD_YEAR = re.compile(r"\b(?:in|since|until|year)\s+$", re.IGNORECASE)
_COUNTED = {"NNS", "NNPS"}
_ATTRIBUTES = {"nummod", "compound", "amod", "nmod"}
_ANNIVERSARY = re.compile(r"\s+(?:terror\w*\s+)?(?:attacks?|riots?|insurrection)\b")
_GAME = re.compile(r"\bscor(?:ed?|es|ing)\b|touchdown|\bgame\b|\byards?\b", re.IGNORECASE)


def iso_day(reading: Reading) -> Period | None:
    """Read `2026-02-11`."""
    return _exact(int(reading.group("year")), int(reading.group("month")), int(reading.group("day")))


def numeric_day(reading: Reading) -> Period | None:
    """Read `25/12/2025` or `12/25/2025`; a date that can be read both ways is none."""
    first, second, year = (int(reading.group(name)) for name in ("first", "second", "year"))
    if first != second and first <= MONTHS_OF_YEAR and second <= MONTHS_OF_YEAR:
        return None
    return _exact(year, second, first) if second <= MONTHS_OF_YEAR else _exact(year, first, second)


def day(reading: Reading) -> Period | None:
    """Read a day of a month, with or without its year."""
    if not reading.is_capital("month") or _is_anniversary(reading):
        return None
    year = _year_of(reading, reading.month, int(reading.group("day")), "month")
    return None if year is None else _exact(year, reading.month, int(reading.group("day")))


def days(reading: Reading) -> Period | None:
    """Read two days of one month: "February 11–13", "5 to 9 May 2021"."""
    first, last = int(reading.group("day")), int(reading.group("day2"))
    if not reading.is_capital("month") or first >= last:
        return None
    year = _year_of(reading, reading.month, first, "month")
    return None if year is None else _between(_exact(year, reading.month, first), _exact(year, reading.month, last))


def day_range(reading: Reading) -> Period | None:
    """Read two days of two months of one year: "May 30 to June 2, 2021"."""
    year, last = reading.year, MONTHS[reading.group("month2").rstrip(".")]
    if year is None or not reading.is_capital("month") or reading.month >= last:
        return None
    start = _exact(year, reading.month, int(reading.group("day")))
    return _between(start, _exact(year, last, int(reading.group("day2"))))


def _between(start: Period | None, end: Period | None) -> Period | None:
    """Give the time from one day to another if both exist."""
    return Period(start.start, end.end) if start and end else None


def _exact(year: int, month: int, number: int) -> Period | None:
    """Give a day that exists."""
    found = calendar.day_of(year, month, number) if 1 <= month <= MONTHS_OF_YEAR else None
    return calendar.day(found) if found else None


def _year_of(reading: Reading, month: int, number: int, group: str) -> int | None:
    """Give the year as said, the one near in which the day is of the weekday said, or what the tense asks for."""
    if reading.group("year") or reading.published is None:
        return reading.year
    near = (calendar.day_of(reading.published.year + shift, month, number) for shift in (-1, 0, 1))
    said = [each for each in near if each and reading.group("weekday") == WEEKDAYS[each.weekday()]]
    if said:
        return said[0].year
    return nearest_year(reading.published, month, number, reading.side_of_year(group))


def _is_anniversary(reading: Reading) -> bool:
    """Say whether the day is part of a name whose year is not near: the September 11 attacks."""
    return not reading.group("year") and _ANNIVERSARY.match(reading.after) is not None


def holiday(reading: Reading) -> Period | None:
    """Read "Christmas Day", not the Good Friday Agreement."""
    name = reading.group("holiday").replace("’", "'")
    if not reading.is_capital("holiday") or re.match(r"\s+[A-Z]", reading.after):
        return None
    if name in HOLIDAYS:
        year = _year_of(reading, *HOLIDAYS[name], "holiday")
        return None if year is None else _exact(year, *HOLIDAYS[name])
    return _moving_holiday(reading, timedelta(days=MOVING_HOLIDAYS[name]))


def _moving_holiday(reading: Reading, distance: timedelta) -> Period | None:
    """Read a day that goes with Easter."""
    if reading.group("year"):
        return calendar.day(calendar.easter(reading.year) + distance) if reading.year else None
    published = reading.published
    if published is None:
        return None
    known = [calendar.easter(published.year + shift) + distance for shift in (-1, 0, 1)]
    side = reading.direction("holiday")
    fitting = [each for each in known if (each - published).days * side >= 0] or known
    return calendar.day(min(fitting, key=lambda each: abs(each - published)))


def month(reading: Reading) -> Period | None:
    """Read a month with its year: "May 2019", "May of last year"."""
    year = reading.year if reading.is_capital("month") else None
    return None if year is None else calendar.month(year, reading.month)


def month_range(reading: Reading) -> Period | None:
    """Read two months of one year; without "between" an "and" joins neighbours only."""
    last, year = MONTHS[reading.group("month2").rstrip(".")], reading.year
    if year is None or not reading.is_capital("month") or reading.month >= last:
        return None
    is_pair = " and " in reading.group("joiner") and not reading.match.group().lower().startswith("between")
    return None if is_pair and last - reading.month > 1 else calendar.months(year, reading.month, last)


def month_alone(reading: Reading) -> Period | None:
    """Read a month without a year, not the verb "may", the march or a person called April."""
    name = reading.group("month").rstrip(".")
    if reading.published is None or not reading.is_capital("month"):
        return None
    is_opened = _BEFORE_A_MONTH.search(reading.before) or reading.match.start("month") > reading.match.start()
    if (name in _NAMES_OF_PEOPLE or name in _WORDS_TOO) and not is_opened:
        return None
    if re.match(r"\s+[A-Z\d]|['’]s\s+[A-Z]|-[a-z]", reading.after) or reading.token("month").upos != "PROPN":
        return None
    if name == "march" and reading.before.lower().endswith("the ") and _A_MARCH.match(reading.after):
        return None
    year = nearest_year(reading.published.replace(day=1), reading.month, 1, reading.side_of_year("month"))
    return calendar.month(year, reading.month)


def quarter(reading: Reading) -> Period | None:
    """Read a quarter of a year; without a year one that is over or not, as the verb says, and not one of a game."""
    number = int(reading.group("q") or ORDINALS[reading.group("ordinal")])
    if reading.group("year"):
        return None if reading.year is None else calendar.quarter(reading.year, number)
    if reading.published is None or _GAME.search(reading.match.string):
        return None
    current = (reading.published.month - 1) // 3 + 1
    if reading.direction("quarter") == FUTURE:
        return calendar.quarter(reading.published.year + (number < current), number)
    return calendar.quarter(reading.published.year - (number >= current), number)


def half_year(reading: Reading) -> Period | None:
    """Read the first or second half of a year."""
    first = 1 if reading.group("half") == "first" else 7
    return None if reading.year is None else calendar.months(reading.year, first, first + 5)


def year(reading: Reading) -> Period | None:
    """Read a year that its pattern makes certain; a season is not narrowed down, hemispheres differ."""
    return None if reading.year is None else calendar.year(reading.year)


def pointed_season(reading: Reading) -> Period | None:
    """Read the year of "last summer" or "this spring"."""
    end = LAST_MONTH_OF_SEASON.get(reading.group("season"))
    if reading.published is None or end is None:
        return None
    is_over = reading.published.month > end
    return calendar.year(reading.published.year - (reading.shift == PAST and not is_over))


def old_year(reading: Reading) -> Period | None:
    """Read a year before 1500, only where nothing but a year can stand: "in 1215"."""
    return year_alone(reading) if _BEFORE_AN_OLD_YEAR.search(reading.before) else None


def year_alone(reading: Reading) -> Period | None:
    """Read a bare year, not a count ("2000 soldiers"), a number of something, or a name ("Vision 2030")."""
    if _BEFORE_A_YEAR.search(reading.before) or _AFTER_NO_YEAR.match(reading.after) or _is_counting(reading):
        return None
    return None if _is_named(reading) else calendar.year(int(reading.group("year")))


def _is_counting(reading: Reading) -> bool:
    """Say whether a number counts the noun after it: "2000 soldiers", not "the 2000 elections"."""
    token = reading.token("year")
    head = reading.tokens[token.head] if token.head >= 0 else None
    if head is None or token.deprel != "nummod" or head.xpos not in _COUNTED or head.index < token.index:
        return False
    before = reading.tokens[token.index - 1] if token.index > reading.sentence.tokens.start else None
    return before is None or before.xpos not in {"DT", "PRP$", "POS"}


def _is_named(reading: Reading) -> bool:
    """Say whether a number is part of a name ("Expo 2020") or is somebody's work ("Orwell's 1984")."""
    token = reading.token("year")
    if reading.match.start("year") > reading.match.start() or token.index == reading.sentence.tokens.start:
        return False
    before = reading.tokens[token.index - 1]
    if before.xpos == "POS":
        return token.relation not in _ATTRIBUTES or token.head < token.index
    return before.upos == "PROPN" and before.text.lower() not in MONTHS


def year_range(reading: Reading) -> Period | None:
    """Read two years, the second perhaps short: 2015–2018, 2015-18."""
    first, last = reading.group("year"), reading.group("year2")
    last = first[: 4 - len(last)] + last
    return Period(first, last) if first < last else None


def decade(reading: Reading) -> Period | None:
    """Read "the 1990s"."""
    return calendar.decade(int(reading.group("year")))


def short_decade(reading: Reading) -> Period | None:
    """Read "the '90s" as those of the twentieth century."""
    return calendar.decade(1900 + int(reading.group("decade")))


def century(reading: Reading) -> Period | None:
    """Read "the 19th century"."""
    return calendar.century(int(reading.group("century")))
