"""Time expressions: found in the text, resolved against the article's date.

A pattern says what a date looks like, its reader what it means. More specific patterns come first; what they took is
not looked at again. A date that depends on the day of publication stays out where that day is unknown. What counts
from another time ("two days later") is read last, when that other is known.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.analyse import calendar
from kg.analyse import date_readers as read
from kg.analyse import date_relatives as relative
from kg.analyse.date_anchors import counted_from, leaning
from kg.analyse.date_reading import Reading
from kg.analyse.date_signs import Sign, signs_of
from kg.analyse.date_words import (
    DAY,
    DAY2,
    HOLIDAY,
    MONTH,
    MONTH2,
    NUMBER,
    ORDINAL,
    SAID_YEAR,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
)
from kg.document import Document, Period, Sentence, Span, TimeExpression, Token

_DASH = r"\s*[-–—]\s*"
_THROUGH = rf"(?:\s+(?:to|until|till|through)\s+|{_DASH})"
_TO = rf"(?P<joiner>\s+(?:to|until|till|through|and)\s+|{_DASH})"
_VAGUE = r"(?:(?:early|mid|late|the\s+(?:beginning|start|middle|end)\s+of|the\s+end\s+of)[\s-]+(?:in\s+)?)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))"
_TODAY = r"today|tonight|yesterday|tomorrow|(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|last\s+night"
_POINTED = r"(?P<which>(?:this|the)\s+(?:past|coming)|last|next|this)"
_STRETCH = r"(?P<unit>hour|day|week|fortnight|month|year|decade)"
_IN_YEAR = rf",?\s+(?:of\s+)?{SAID_YEAR}"


class Rule(NamedTuple):
    """A pattern, what its match means, and the signs without which there is none."""

    pattern: re.Pattern[str]
    reader: Callable[[Reading], Period | None]
    signs: frozenset[Sign]


def _rule(pattern: str, reader: Callable[[Reading], Period | None], *signs: Sign) -> Rule:
    """Compile a rule; words stand alone, a number is no part of a longer one."""
    alone = re.compile(rf"(?<![\w$€£#./-])(?<!\d,)(?:{pattern})(?![\w%/]|[.,]\d|-\d)", re.IGNORECASE)
    return Rule(alone, reader, frozenset(signs))


_RULES = (
    _rule(rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)", read.iso_day, Sign.YEAR),
    _rule(rf"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>{YEAR})", read.numeric_day, Sign.YEAR),
    _rule(rf"(?:from\s+)?{MONTH}\s+{DAY}{_THROUGH}{MONTH2}\s+{DAY2}{_IN_YEAR}", read.day_range, Sign.MONTH, Sign.DIGIT),
    _rule(rf"(?:from\s+)?{DAY}\s+{MONTH}{_THROUGH}{DAY2}\s+{MONTH2}{_IN_YEAR}", read.day_range, Sign.MONTH, Sign.DIGIT),
    _rule(rf"(?:from\s+)?{MONTH}\s+{DAY}{_THROUGH}{DAY2}(?:{_IN_YEAR})?", read.days, Sign.DIGIT, Sign.MONTH),
    _rule(rf"(?:from\s+)?{DAY}{_THROUGH}{DAY2}\s+{MONTH}(?:{_IN_YEAR})?", read.days, Sign.DIGIT, Sign.MONTH),
    _rule(rf"(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY}{_IN_YEAR}", read.day, Sign.DIGIT, Sign.MONTH),
    _rule(rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}{_IN_YEAR}", read.day, Sign.DIGIT, Sign.MONTH),
    _rule(rf"{HOLIDAY}(?:{_IN_YEAR})?", read.holiday, Sign.HOLIDAY),
    _rule(rf"(?:from\s+|between\s+)?{MONTH}{_TO}{MONTH2}{_IN_YEAR}", read.month_range, Sign.MONTH),
    _rule(rf"(?:from\s+|between\s+)(?P<year>{YEAR}){_TO}(?P<year2>{YEAR}|\d\d)", read.year_range, Sign.YEAR),
    _rule(rf"(?P<year>{YEAR})(?:{_DASH}|/)(?P<year2>{YEAR}|\d\d)", read.year_range, Sign.YEAR),
    _rule(rf"{_VAGUE}?{MONTH}{_IN_YEAR}", read.month, Sign.MONTH),
    _rule(rf"(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY}", read.day, Sign.DIGIT, Sign.MONTH),
    _rule(rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}", read.day, Sign.DIGIT, Sign.MONTH),
    _rule(rf"(?:the\s+)?(?:{ORDINAL}\s+quarter|Q(?P<q>[1-4])){_IN_YEAR}", read.quarter, Sign.QUARTER),
    _rule(
        r"the\s+(?P<ordinal>first|second|third|fourth)\s+(?P<quarter>quarter)(?!\s+of\b)", read.quarter, Sign.QUARTER
    ),
    _rule(rf"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+{SAID_YEAR}", read.half_year, Sign.HALF),
    _rule(rf"(?:the\s+)?{SEASON}{_IN_YEAR}", read.year, Sign.SEASON),
    _rule(rf"(?:fiscal(?:\s+year)?\s+|FY\s?)(?P<year>{YEAR})", read.year, Sign.YEAR),
    _rule(rf"(?P<which>last|this)\s+{SEASON}", read.pointed_season, Sign.SEASON, Sign.POINTER),
    _rule(r"(?:the\s+)?(?:early[\s-]|mid[\s-]|late[\s-])?(?P<year>1[5-9]\d0|20\d0)'?s", read.decade, Sign.YEAR),
    _rule(r"(?:the\s+)?(?:early\s|mid-?\s?|late\s)?[’'‘](?P<decade>[2-9]0)s", read.short_decade, Sign.DIGIT),
    _rule(
        r"(?:the\s+)?(?:early\s|mid-?\s?|late\s)?(?P<century>\d\d)(?:st|nd|rd|th)[\s-]century",
        read.century,
        Sign.CENTURY,
    ),
    _rule(
        rf"{WEEKDAY}{_PART}?\s+(?:of\s+)?(?P<which>last|next|this)\s+week",
        relative.day_of_week,
        Sign.WEEKDAY,
        Sign.POINTER,
    ),
    _rule(rf"(?P<which>last|next|this)\s+week(?:\s+on)?\s+{WEEKDAY}", relative.day_of_week, Sign.WEEKDAY, Sign.POINTER),
    _rule(rf"{_POINTED}\s+{WEEKDAY}{_PART}?", relative.pointed_weekday, Sign.WEEKDAY, Sign.POINTER),
    _rule(rf"(?:late\s+|early\s+)?{WEEKDAY}{_PART}?", relative.weekday, Sign.WEEKDAY),
    _rule(
        rf"(?:(?:earlier|early|later|late)\s+)?(?P<word>{_TODAY}){_PART}?|(?P<this>this){_PART}",
        relative.near_day,
        Sign.NEAR_DAY,
    ),
    _rule(
        rf"the\s+(?P<which>past|last|next|coming)\s+(?:{NUMBER}\s+)?{_STRETCH}s?",
        relative.stretch,
        Sign.UNIT,
        Sign.POINTER,
    ),
    _rule(
        rf"(?:{_VAGUE}|earlier\s+|later\s+)?(?P<which>last|next|this)\s+{UNIT}",
        relative.pointed_unit,
        Sign.UNIT,
        Sign.POINTER,
    ),
    _rule(
        r"(?:(?<=over\s)|(?<=during\s)|(?<=at\s)|(?<=on\s))the\s+(?P<weekend>weekend)", relative.weekend, Sign.WEEKEND
    ),
    _rule(r"the\s+(?:middle|end)\s+of\s+the\s+(?P<unit>week|month|year)", relative.end_of_unit, Sign.UNIT, Sign.END),
    _rule(r"(?P<unit>month|year)['’]s\s+end", relative.end_of_unit, Sign.UNIT, Sign.END),
    _rule(rf"{NUMBER}\s+{UNIT}s?\s+ago", relative.ago, Sign.AGO),
    _rule(rf"(?P<in>in)\s+{NUMBER}\s+{UNIT}s?(?:['’]?\s+time)?", relative.ahead, Sign.UNIT),
    _rule(rf"{NUMBER}\s+{UNIT}s?\s+(?:from\s+(?:now|today)|away(?!\s+from))", relative.ahead, Sign.UNIT, Sign.AWAY),
    _rule(rf"(?P<which>last|next|this)\s+{MONTH}", relative.pointed_month, Sign.MONTH, Sign.POINTER),
    _rule(rf"{_VAGUE}?{MONTH}", read.month_alone, Sign.MONTH),
    _rule(rf"{_VAGUE}?(?P<year>{YEAR})", read.year_alone, Sign.YEAR),
    _rule(r"(?P<year>1[0-4]\d\d)", read.old_year, Sign.YEAR),
)

_RANGE_OPENER = re.compile(r"(?:from|between)\s+", re.IGNORECASE)
_OPENER = re.compile(
    r"\b(since|until|till|by|before|after|through)\s+(?:(?:at\s+least|at\s+the\s+latest|about|around)\s+)?[(\"“']?$",
    re.IGNORECASE,
)
_CLOSED_HERE = re.compile(r"\s*(?:[.,;:)]|$)")
_ONWARDS = re.compile(r"\s+onwards?\b", re.IGNORECASE)
_JOINERS = {"to", "until", "till", "through", "and", "-", "–", "—"}


@dataclass(frozen=True, slots=True)
class _Found:
    """A match and its meaning, in characters of the sentence."""

    start: int
    end: int
    value: Period


def find_times(document: Document, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[TimeExpression]:
    """Give the resolved time expressions of an article in order, without overlap."""
    starts = [token.span.start for token in tokens]
    ends = [token.span.end for token in tokens]
    times = []
    anchor = None
    for sentence in sentences:
        text = sentence.span.of(document.text)
        found = _with_leaning(_times_of(text, sentence, tokens, document.published), text, anchor)
        anchor = found[-1].value if found else None
        for each in found:
            offset = sentence.span.start
            first = bisect_right(starts, offset + each.start) - 1
            last = bisect_left(ends, offset + each.end)
            times.append(TimeExpression(Span(first, last + 1), each.value))
    return times


def _times_of(text: str, sentence: Sentence, tokens: Sequence[Token], published: date | None) -> list[_Found]:
    """Give the times of a sentence that need no other, in order."""
    found = sorted(_matches(text, sentence, tokens, published), key=lambda each: each.start)
    return [_opened(each, text, published) for each in _joined(found, text)]


def _matches(text: str, sentence: Sentence, tokens: Sequence[Token], published: date | None) -> Iterator[_Found]:
    """Yield the readings of a sentence, none inside another, positions in the sentence."""
    taken: list[Span] = []
    signs = signs_of(text)
    for rule in _RULES:
        if not rule.signs <= signs:
            continue
        for match in rule.pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            value = rule.reader(Reading(match, sentence, tokens, published))
            if value is not None:
                taken.append(span)
                opener = _RANGE_OPENER.match(match.group())
                yield _Found(span.start + (opener.end() if opener else 0), span.end, value)


def _joined(found: list[_Found], text: str) -> list[_Found]:
    """Join "from A to B" and "between A and B"."""
    joined: list[_Found] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is not None and _is_range(before, each, text):
            joined[-1] = _Found(before.start, each.end, Period(before.value.start, each.value.end))
            continue
        joined.append(each)
    return joined


def _is_range(before: _Found, after: _Found, text: str) -> bool:
    """Say whether two times are the ends of one: "from … to", "between … and"."""
    words = text[: before.start].lower().split()
    opener = words[-1] if words else ""
    joiner = text[before.end : after.start].strip().lower()
    if joiner not in _JOINERS or not before.value.start <= after.value.end:
        return False
    return opener == ("between" if joiner == "and" else "from") or joiner in {"-", "–", "—", "through"}


def _opened(found: _Found, text: str, published: date | None) -> _Found:
    """Open a side of a time after "since", "until", "by", "before" and the like, or before "onwards"."""
    onwards = _ONWARDS.match(text, found.end)
    if onwards:
        return _Found(found.start, onwards.end(), Period(found.value.start, ""))
    opener = _OPENER.search(text[: found.start])
    value = _open_side(opener[1].lower(), found, text, published) if opener else None
    return _Found(found.start, found.end, value) if value else found


def _open_side(opener: str, found: _Found, text: str, published: date | None) -> Period | None:
    """Give the time that a preposition leaves open, None if it leaves none.

    "before" and "after" leave out what they name and must not go with a noun ("before Monday's vote"); "through"
    opens what is still to come.
    """
    start, end = found.value.start, found.value.end
    match opener:
        case "since":
            return Period(start, "")
        case "until" | "till" | "by":
            return Period("", end)
        case "through":
            is_ahead = published is not None and start == end > published.isoformat()
            return Period("", end) if is_ahead else None
    if not _CLOSED_HERE.match(text, found.end):
        return None
    return Period("", calendar.before(start)) if opener == "before" else Period(calendar.after(end), "")


def _with_leaning(found: list[_Found], text: str, anchor: Period | None) -> list[_Found]:
    """Add the times of a sentence that count from the one told last, perhaps in the sentence before."""
    for match in leaning(text):
        before = [each for each in found if each.start < match.end()]
        if any(each.end > match.start() for each in before):
            continue
        last = before[-1].value if before else anchor
        value = counted_from(last, match) if last else None
        if value is not None:
            found = sorted([*found, _Found(match.start(), match.end(), value)], key=lambda each: each.start)
    return found
