"""Whether an office was held on a day, as far as evidence tells.

An article tells of its own day: who is called minister in it holds the office then. A stated time
tells of that time, and "former" that it was over by the day of the article.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kg.document import Period
from kg.knowledge import Evidence

_DAY = timedelta(days=1)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NOT_YET = frozenset({"elect", "nominee"})
_OVER = "former"


class Standing(StrEnum):
    """Whether somebody held an office on a day."""

    HELD = "held"
    UNKNOWN = "unknown"
    NOT_HELD = "not held"


@dataclass(frozen=True, slots=True)
class Known:
    """What one piece of evidence tells of a time in office; None where it tells nothing.

    Attributes:
        first: first day on which the office is known to be held.
        last: last day on which it is known to be held.
        is_throughout: whether that holds of all days between, or only of some day among them ("in 2019").
        before: a day on which it was not held yet, nor before.
        gone: a day on which it was no longer held.
    """

    first: date | None = None
    last: date | None = None
    is_throughout: bool = True
    before: date | None = None
    gone: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an office was held on a day, and the nearest days of which more is known.

    Attributes:
        standing: the answer.
        earlier: last day up to that day on which it is known to be held, None if unknown.
        later: first day from that day on which it is known to be held, None if unknown.
        before: last day before it on which it was not held yet, None if unknown.
        gone: first day after it on which it was no longer held, None if unknown.
    """

    standing: Standing
    earlier: date | None = None
    later: date | None = None
    before: date | None = None
    gone: date | None = None


def known(piece: Evidence, published: date | None) -> Known | None:
    """Give what evidence tells of a time in office; None if it is denied, unsure or merely alleged.

    Without a stated time, the article's day is known for whoever is not former or elect then.

    Example:
        "Haldane, foreign minister since 2019" of 11 February 2026 is known from 31 December 2019 to that day,
        and 31 December 2018 is known to be before it.
    """
    if not replace(piece, status="").affirms:
        return None
    if piece.status in _NOT_YET:
        return Known(before=published) if published else None
    gone = published if piece.status == _OVER else None
    if piece.time is None:
        return Known(gone=gone) if piece.status == _OVER else Known(published, published)
    if piece.time.start == piece.time.end:
        first, last = _days(piece.time.start)
        return Known(first, last, is_throughout=first == last, gone=gone)
    return _of_period(piece.time, None if gone else published, gone)


def verdict(facts: Iterable[Known], day: date) -> Verdict:
    """Give whether an office was held on a day, from all that is known of one holder.

    It was held if some fact says so, or if it was held before and after and nothing tells of a break.
    It was not if it was over before that day or began after it, and nothing nearer tells that it was held.
    Else nobody knows.
    """
    facts = tuple(facts)
    earlier = max((fact.last for fact in facts if fact.last and fact.last <= day), default=None)
    later = min((fact.first for fact in facts if fact.first and fact.first >= day), default=None)
    before = max((fact.before for fact in facts if fact.before and fact.before < day), default=None)
    gone = min((fact.gone for fact in facts if fact.gone and fact.gone > day), default=None)
    return Verdict(_standing(facts, day, earlier, later), earlier, later, before, gone)


def _standing(facts: tuple[Known, ...], day: date, earlier: date | None, later: date | None) -> Standing:
    spans = [(fact.first, fact.last) for fact in facts if fact.is_throughout and fact.first and fact.last]
    if any(first <= day <= last for first, last in spans):
        return Standing.HELD
    over = [fact.gone for fact in facts if fact.gone]
    begins = [fact.before for fact in facts if fact.before]
    if any(gone <= day and (earlier is None or earlier < gone) for gone in over):
        return Standing.NOT_HELD
    if any(before >= day and (later is None or before < later) for before in begins):
        return Standing.NOT_HELD
    if earlier is None or later is None:
        return Standing.UNKNOWN
    breaks = [*over, *begins]
    return Standing.UNKNOWN if any(earlier < found < later for found in breaks) else Standing.HELD


def _of_period(time: Period, published: date | None, gone: date | None) -> Known:
    """Give what a period with two sides, or an open one, tells; an office without an end is held on the article's day.

    Between vague sides only the days count that lie inside for certain: of 2019/2021 those of 2020 and
    the two days beside it.
    """
    starts, started = _days(time.start)
    ends, ended = _days(time.end)
    first = started if started else (published if published and ended and published <= ended else ends)
    last = ends if ends else (published if published and started and published >= started else started)
    if first and last and first > last:
        first = last = None
    return Known(
        first,
        last,
        before=starts - _DAY if starts and starts > date.min else None,
        gone=ended + _DAY if ended and ended < date.max else gone,
    )


def _days(text: str) -> tuple[date, date] | tuple[None, None]:
    """Give the first and the last day of a year, month or day; none of anything else."""
    found = _PARTIAL.fullmatch(text)
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year or month not in {None, *range(1, 13)}:
        return None, None
    if day is None:
        final = month or 12
        return date(year, month or 1, 1), date(year, final, monthrange(year, final)[1])
    if not 1 <= day <= monthrange(year, month or 1)[1]:
        return None, None
    return date(year, month or 1, day), date(year, month or 1, day)
