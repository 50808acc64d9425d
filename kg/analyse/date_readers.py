"""What each kind of time expression means; None where it is no time or cannot be known."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.analyse import calendar
from kg.analyse.calendar import nearest_year
from kg.analyse.date_words import MONTHS, NUMBERS, ORDINALS, WEEKDAYS
from kg.analyse.tenses import FUTURE, PAST, UNKNOWN, direction_of
from kg.document import Period, Sentence, Token

_SHIFTS = {"last": -1, "this": 0, "next": 1}
_NAMES_OF_PEOPLE = {"april", "may", "june", "august", "jan"}
_WORDS_TOO = {"may", "march", "mar", "sun", "sat", "dec", "jun", "jul", "sep", "oct", "nov"}
_BEFORE_A_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|last|next|this|of|from|to|through|during|before|after|between|and|early|mid|late|"
    r"the|for)[\s-]+$",
    re.IGNORECASE,
)
_RECURRING = re.compile(r"\b(?:every|each|most|some|any|per|on a|one)\s+$", re.IGNORECASE)
_BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:number|no\.?|nos\.?|flight|route|about|some|over|than|nearly|around)\s+)$", re.IGNORECASE
)
_COUNTED = {"NNS", "NNPS"}
_NAMED_DAYS = {"black", "good", "bloody", "easter", "super", "ash", "palm", "cyber", "holy", "giving"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A match in its sentence.

    Attributes:
        match: positions count from the sentence's start.
        sentence: where it was found.
        tokens: all words of the article.
        published: day of publication, None if unknown.
    """

    match: re.Match[str]
    sentence: Sentence
    tokens: Sequence[Token]
    published: date | None

    def group(self, name: str) -> str:
        """Give a named part in lower case, empty if the pattern has none or it did not take part."""
        return (self.match.groupdict().get(name) or "").lower()

    @property
    def before(self) -> str:
        """Give the text before."""
        return self.match.string[: self.match.start()]

    @property
    def after(self) -> str:
        """Give the text after."""
        return self.match.string[self.match.end() :]

    @property
    def month(self) -> int:
        """Give the number of the month."""
        return MONTHS[self.group("month").rstrip(".")]

    def token(self, group: str) -> Token:
        """Give the word at which a part begins."""
        place = self.sentence.span.start + self.match.start(group)
        sentence = self.sentence.tokens
        return next(t for t in reversed(self.tokens[sentence.start : sentence.end]) if t.span.start <= place)

    def direction(self, group: str) -> int:
        """Give past or future by the verb that a part belongs to."""
        return direction_of(self.tokens, self.token(group).index)

    def is_capital(self, group: str) -> bool:
        """Say whether a part begins with a capital."""
        return self.match.group(group)[0].isupper()


def iso_day(reading: Reading) -> Period | None:
    """Read `2026-02-11`."""
    return _exact(reading, int(reading.group("year")), int(reading.group("month")), int(reading.group("day")))


def day(reading: Reading) -> Period | None:
    """Read a day of a month, with or without its year."""
    if not reading.is_capital("month") or _is_anniversary(reading):
        return None
    year = _year_of(reading, int(reading.group("day")))
    return None if year is None else _exact(reading, year, reading.month, int(reading.group("day")))


def days(reading: Reading) -> Period | None:
    """Read two days of one month: "February 11–13"."""
    first, last = int(reading.group("day")), int(reading.group("day2"))
    year = _year_of(reading, first) if reading.is_capital("month") and first < last else None
    if year is None:
        return None
    start, end = _exact(reading, year, reading.month, first), _exact(reading, year, reading.month, last)
    return Period(start.start, end.end) if start and end else None


def _exact(reading: Reading, year: int, month: int, number: int) -> Period | None:
    """Give a day that exists."""
    found = calendar.day_of(year, month, number) if 1 <= month <= calendar.MONTHS_OF_YEAR else None
    return calendar.day(found) if found else None


def _year_of(reading: Reading, number: int) -> int | None:
    """Give the year as said, or the one that the tense of the verb asks for."""
    if reading.group("year"):
        return int(reading.group("year"))
    if reading.published is None:
        return None
    return nearest_year(reading.published, reading.month, number, reading.direction("month"))


def _is_anniversary(reading: Reading) -> bool:
    """Say whether the day is part of a name whose year is not near: the September 11 attacks."""
    return not reading.group("year") and re.match(r"\s+(?:terror\w*\s+)?attacks?\b", reading.after) is not None


def month(reading: Reading) -> Period | None:
    """Read a month with its year."""
    return calendar.month(int(reading.group("year")), reading.month) if reading.is_capital("month") else None


def month_range(reading: Reading) -> Period | None:
    """Read two months of one year."""
    last = MONTHS[reading.group("month2").rstrip(".")]
    if not reading.is_capital("month") or reading.month >= last:
        return None
    return calendar.months(int(reading.group("year")), reading.month, last)


def month_alone(reading: Reading) -> Period | None:
    """Read a month without a year, not the verb "may", the march or a person called April."""
    name = reading.group("month").rstrip(".")
    if reading.published is None or not reading.is_capital("month"):
        return None
    is_opened = _BEFORE_A_MONTH.search(reading.before) or reading.match.start("month") > reading.match.start()
    if (name in _NAMES_OF_PEOPLE or name in _WORDS_TOO) and not is_opened:
        return None
    if re.match(r"\s+[A-Z\d]|['’]s\s+[A-Z]", reading.after) or reading.token("month").upos != "PROPN":
        return None
    year = nearest_year(reading.published.replace(day=1), reading.month, 1, reading.direction("month"))
    return calendar.month(year, reading.month)


def pointed_month(reading: Reading) -> Period | None:
    """Read "last May": the nearest May on that side; "this May" is this year's."""
    if reading.published is None or not reading.is_capital("month"):
        return None
    shift, this = _SHIFTS[reading.group("which")], reading.published.month
    if shift == PAST:
        return calendar.month(reading.published.year - (reading.month >= this), reading.month)
    return calendar.month(reading.published.year + (shift == FUTURE and reading.month <= this), reading.month)


def quarter(reading: Reading) -> Period | None:
    """Read a quarter of a year."""
    number = int(reading.group("q") or ORDINALS[reading.group("ordinal")])
    return calendar.months(int(reading.group("year")), 3 * number - 2, 3 * number)


def half_year(reading: Reading) -> Period | None:
    """Read the first or second half of a year."""
    first = 1 if reading.group("half") == "first" else 7
    return calendar.months(int(reading.group("year")), first, first + 5)


def year(reading: Reading) -> Period | None:
    """Read a year that its pattern makes certain; a season is not narrowed down, hemispheres differ."""
    return calendar.year(int(reading.group("year")))


def year_alone(reading: Reading) -> Period | None:
    """Read a bare year, not a count ("2000 soldiers") or a number of something."""
    token = reading.token("year")
    if _BEFORE_A_YEAR.search(reading.before) or re.match(r"\s*(?:percent|per cent|million|billion)", reading.after):
        return None
    head = reading.tokens[token.head] if token.head >= 0 else None
    if head is not None and token.deprel == "nummod" and head.xpos in _COUNTED and head.index > token.index:
        before = reading.tokens[token.index - 1] if token.index > reading.sentence.tokens.start else None
        if before is None or before.xpos not in {"DT", "PRP$", "POS"}:
            return None
    return calendar.year(int(reading.group("year")))


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


def near_day(reading: Reading) -> Period | None:
    """Read today, yesterday, tomorrow and the days beyond."""
    if reading.published is None:
        return None
    word = " ".join(reading.group("word").split())
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    if word.endswith("before yesterday"):
        shift = -2
    elif word.endswith("after tomorrow"):
        shift = 2
    return calendar.day(reading.published + timedelta(days=shift))


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
    token = reading.token("weekday")
    following = reading.tokens[token.index + 1]
    return token.head != following.index and (following.head != token.index or following.upos != "PROPN")


def pointed_weekday(reading: Reading) -> Period | None:
    """Read "last Tuesday", "next Tuesday" (never the day of publication) and "this Tuesday" (of the same week)."""
    if reading.published is None:
        return None
    number, shift = WEEKDAYS.index(reading.group("weekday")), _SHIFTS[reading.group("which")]
    if shift == UNKNOWN:
        return _in_week(reading.published, number, 0)
    start = reading.published + timedelta(days=shift)
    return calendar.day(calendar.weekday(start, number, shift))


def day_of_week(reading: Reading) -> Period | None:
    """Read "Tuesday last week"."""
    if reading.published is None:
        return None
    return _in_week(reading.published, WEEKDAYS.index(reading.group("weekday")), _SHIFTS[reading.group("which")])


def _in_week(published: date, number: int, shift: int) -> Period:
    """Give a weekday of the week of publication or of one beside it."""
    return calendar.day(published + timedelta(days=number - published.weekday() + shift * calendar.DAYS_OF_WEEK))


def pointed_unit(reading: Reading) -> Period | None:
    """Read "last month", "this week", "next year"."""
    if reading.published is None or reading.group("unit") == "day":
        return None
    shift, published = _SHIFTS[reading.group("which")], reading.published
    beside = published + timedelta(days=shift * calendar.DAYS_OF_WEEK)
    return {
        "week": calendar.week(beside),
        "weekend": calendar.weekend(beside),
        "month": calendar.shifted_month(published, shift),
        "year": calendar.year(published.year + shift),
    }[reading.group("unit")]


def _nothing() -> Period | None:
    """Give no period: "two weekends ago" is not resolved."""
    return None


def ago(reading: Reading) -> Period | None:
    """Read "two days ago"; weeks, months and years are not more precise than that."""
    said = reading.group("number")
    number = int(said) if said.isdigit() else NUMBERS[said]
    if reading.published is None or (reading.group("unit") == "year" and number >= reading.published.year - 1):
        return None
    published = reading.published
    steps: Mapping[str, Callable[[], Period | None]] = {
        "day": lambda: calendar.day(published - timedelta(days=number)),
        "week": lambda: calendar.week(published - timedelta(days=number * calendar.DAYS_OF_WEEK)),
        "weekend": _nothing,
        "month": lambda: calendar.shifted_month(published, -number),
        "year": lambda: calendar.year(published.year - number),
    }
    return steps[reading.group("unit")]()
