"""Time expressions: found in the text, resolved against the article's date.

A pattern says what a date looks like, its reader what it means. More specific patterns come first; what they took is
not looked at again. A date that depends on the day of publication stays out where that day is unknown.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.analyse import date_readers as read
from kg.analyse.date_words import DAY, MONTH, MONTH_NAME, NUMBER, ORDINAL, SEASON, UNIT, WEEKDAY, YEAR
from kg.document import Document, Period, Sentence, Span, TimeExpression, Token

_DASH = r"\s*[-–—]\s*"
_TO = rf"(?:\s+(?:to|until|till|through|and)\s+|{_DASH})"
_VAGUE = r"(?:(?:early|mid|late|the\s+(?:beginning|start|middle|end)\s+of|the\s+end\s+of)[\s-]+(?:in\s+)?)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))"
_TODAY = r"today|tonight|yesterday|tomorrow|(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|last\s+night"


class Rule(NamedTuple):
    """A pattern and what its match means."""

    pattern: re.Pattern[str]
    reader: Callable[[read.Reading], Period | None]


def _rule(pattern: str, reader: Callable[[read.Reading], Period | None]) -> Rule:
    """Compile a rule; words stand alone, a number is no part of a longer one."""
    return Rule(re.compile(rf"(?<![\w$€£#./-])(?:{pattern})(?![\w%/]|[.,]\d|-\d)", re.IGNORECASE), reader)


_RULES = (
    _rule(rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)", read.iso_day),
    _rule(rf"{MONTH}\s+(?P<day>\d\d?){_DASH}(?P<day2>\d\d?)(?:,?\s+(?P<year>{YEAR}))?", read.days),
    _rule(rf"(?P<day>\d\d?){_DASH}(?P<day2>\d\d?)\s+{MONTH}(?:,?\s+(?P<year>{YEAR}))?", read.days),
    _rule(rf"(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY},?\s+(?P<year>{YEAR})", read.day),
    _rule(rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH},?\s+(?P<year>{YEAR})", read.day),
    _rule(rf"(?:from\s+|between\s+)?{MONTH}{_TO}(?P<month2>{MONTH_NAME}),?\s+(?P<year>{YEAR})", read.month_range),
    _rule(rf"(?:from\s+|between\s+)(?P<year>{YEAR}){_TO}(?P<year2>{YEAR}|\d\d)", read.year_range),
    _rule(rf"(?P<year>{YEAR}){_DASH}(?P<year2>{YEAR}|\d\d)", read.year_range),
    _rule(rf"{_VAGUE}?{MONTH},?\s+(?:of\s+)?(?P<year>{YEAR})", read.month),
    _rule(rf"(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY}", read.day),
    _rule(rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}", read.day),
    _rule(rf"(?:the\s+)?(?:{ORDINAL}\s+quarter|Q(?P<q>[1-4]))\s+(?:of\s+)?(?P<year>{YEAR})", read.quarter),
    _rule(rf"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+(?P<year>{YEAR})", read.half_year),
    _rule(rf"(?:the\s+)?{SEASON}\s+(?:of\s+)?(?P<year>{YEAR})", read.year),
    _rule(r"(?:the\s+)?(?:early[\s-]|mid[\s-]|late[\s-])?(?P<year>1[5-9]\d0|20\d0)'?s", read.decade),
    _rule(r"(?:the\s+)?(?:early\s|mid-?\s?|late\s)?[’'‘](?P<decade>[2-9]0)s", read.short_decade),
    _rule(r"(?:the\s+)?(?:early\s|mid-?\s?|late\s)?(?P<century>\d\d)(?:st|nd|rd|th)[\s-]century", read.century),
    _rule(rf"{WEEKDAY}{_PART}?\s+(?P<which>last|next|this)\s+week", read.day_of_week),
    _rule(rf"(?P<which>last|next|this)\s+week(?:\s+on)?\s+{WEEKDAY}", read.day_of_week),
    _rule(rf"(?P<which>last|next|this)\s+{WEEKDAY}{_PART}?", read.pointed_weekday),
    _rule(rf"(?:late\s+|early\s+)?{WEEKDAY}{_PART}?", read.weekday),
    _rule(rf"(?:earlier\s+|later\s+)?(?P<word>{_TODAY})|(?P<this>this){_PART}", read.near_day),
    _rule(rf"(?:earlier\s+|later\s+)?(?P<which>last|next|this)\s+{UNIT}", read.pointed_unit),
    _rule(rf"{NUMBER}\s+{UNIT}s?\s+ago", read.ago),
    _rule(rf"(?P<which>last|next|this)\s+{MONTH}", read.pointed_month),
    _rule(rf"{_VAGUE}?{MONTH}", read.month_alone),
    _rule(rf"{_VAGUE}?(?P<year>{YEAR})", read.year_alone),
)

_RANGE_OPENER = re.compile(r"(?:from|between)\s+", re.IGNORECASE)
_OPENERS = {"since": "after", "until": "before", "till": "before", "by": "before"}
_JOINERS = {"to", "until", "till", "through", "and", "-", "–", "—"}


@dataclass(frozen=True, slots=True)
class _Found:
    """A match and its meaning, in characters of the article."""

    start: int
    end: int
    value: Period


def find_times(document: Document, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[TimeExpression]:
    """Give the resolved time expressions of an article in order, without overlap."""
    starts = [token.span.start for token in tokens]
    ends = [token.span.end for token in tokens]
    times = []
    for sentence in sentences:
        text = sentence.span.of(document.text)
        if not _may_hold_a_date(text):
            continue
        found = _joined(sorted(_matches(text, sentence, tokens, document.published), key=lambda each: each.start), text)
        for each in found:
            offset = sentence.span.start
            first = bisect_right(starts, offset + each.start) - 1
            last = bisect_left(ends, offset + each.end)
            times.append(TimeExpression(Span(first, last + 1), each.value))
    return times


_SIGNS = re.compile(rf"\d|day|ago\b|morrow|night|century|{MONTH_NAME}|\b(?:last|next|this)\s|[’'‘]\d0s", re.IGNORECASE)


def _may_hold_a_date(text: str) -> bool:
    """Say whether a sentence is worth the patterns."""
    return _SIGNS.search(text) is not None


def _matches(text: str, sentence: Sentence, tokens: Sequence[Token], published: date | None) -> Iterator[_Found]:
    """Yield the readings of a sentence, none inside another, positions in the sentence."""
    taken: list[Span] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            value = rule.reader(read.Reading(match, sentence, tokens, published))
            if value is not None:
                taken.append(span)
                opener = _RANGE_OPENER.match(match.group())
                yield _Found(span.start + (opener.end() if opener else 0), span.end, value)


def _joined(found: list[_Found], text: str) -> list[_Found]:
    """Join "from A to B" and open "since A" and "until B"."""
    joined: list[_Found] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is not None and _is_range(before, each, text):
            start = before.start
            joined[-1] = _Found(start, each.end, Period(before.value.start, each.value.end))
            continue
        joined.append(each)
    return [_opened(each, text) for each in joined]


def _is_range(before: _Found, after: _Found, text: str) -> bool:
    """Say whether two times are the ends of one: "from … to", "between … and"."""
    words = text[: before.start].lower().split()
    opener = words[-1] if words else ""
    joiner = text[before.end : after.start].strip().lower()
    if joiner not in _JOINERS or not before.value.start <= after.value.end:
        return False
    return opener == ("between" if joiner == "and" else "from") or joiner in {"-", "–", "—", "through"}


def _opened(found: _Found, text: str) -> _Found:
    """Open a side of a time after "since", "until" or "by"."""
    words = text[: found.start].lower().split()
    opener = _OPENERS.get(words[-1].strip("(\"“'") if words else "")
    if opener == "after":
        return _Found(found.start, found.end, Period(found.value.start, ""))
    if opener == "before":
        return _Found(found.start, found.end, Period("", found.value.end))
    return found
