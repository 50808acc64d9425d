"""Calendar arithmetic: periods as precise as they were said."""

from calendar import monthrange
from datetime import date, timedelta

from kg.document import Period

DAYS_OF_WEEK = 7
MONTHS_OF_YEAR = 12
QUARTERS_OF_YEAR = 4


def at(value: str) -> Period:
    """Give a period of one ISO value: `2019`, `2019-05`, `2019-05-04`."""
    return Period(value, value)


def day(value: date) -> Period:
    """Give a day."""
    return at(value.isoformat())


def day_of(year: int, month: int, number: int) -> date | None:
    """Give a date, None where the month has no such day."""
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def week(value: date) -> Period:
    """Give the week of a day, from Monday to Sunday; as days, which unlike ISO weeks every reader knows."""
    monday = value - timedelta(days=value.weekday())
    return Period(monday.isoformat(), (monday + timedelta(days=DAYS_OF_WEEK - 1)).isoformat())


def weekend(value: date) -> Period:
    """Give Saturday and Sunday of a day's ISO week."""
    saturday = value + timedelta(days=5 - value.weekday())
    return Period(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat())


def month(year: int, number: int) -> Period:
    """Give a month."""
    return at(f"{year:04d}-{number:02d}")


def months(year: int, first: int, last: int) -> Period:
    """Give a run of months of one year."""
    return Period(f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}")


def shifted_month(value: date, by: int) -> Period:
    """Give the month that lies `by` months after that of a day."""
    index = value.year * MONTHS_OF_YEAR + value.month - 1 + by
    return month(index // MONTHS_OF_YEAR, index % MONTHS_OF_YEAR + 1)


def quarter(year: int, number: int) -> Period:
    """Give a quarter of a year, the first to the fourth."""
    return months(year, 3 * number - 2, 3 * number)


def shifted_quarter(value: date, by: int) -> Period:
    """Give the quarter that lies `by` quarters after that of a day."""
    index = value.year * QUARTERS_OF_YEAR + (value.month - 1) // 3 + by
    return quarter(index // QUARTERS_OF_YEAR, index % QUARTERS_OF_YEAR + 1)


def year(number: int) -> Period:
    """Give a year."""
    return at(f"{number:04d}")


def decade(number: int) -> Period:
    """Give the decade of a year, from its first year to its last."""
    first = number // 10 * 10
    return Period(f"{first:04d}", f"{first + 9:04d}")


def century(number: int) -> Period:
    """Give a century by its ordinal: the 20th is 1900 to 1999."""
    first = (number - 1) * 100
    return Period(f"{first:04d}", f"{first + 99:04d}")


def weekday(published: date, number: int, direction: int) -> date:
    """Give the nearest day of that weekday (Monday is 0), the day of publication among them.

    Args:
        published: day of publication.
        number: weekday.
        direction: -1 for the past, 1 for the future.
    """
    away = (number - published.weekday()) * direction % DAYS_OF_WEEK
    return published + timedelta(days=away * direction)


def nearest_year(published: date, month_number: int, day_number: int, direction: int) -> int:
    """Give the year of a month and day without one, day 1 for a month alone.

    The past means the last one up to publication, the future the next one from then; without either (0) the nearest.
    """
    years = range(published.year - 1, published.year + 2)
    known = [each for each in years if day_of(each, month_number, day_number) is not None]
    if not known:
        return published.year
    distances = {each: (date(each, month_number, day_number) - published).days for each in known}
    fitting = [each for each in known if distances[each] * direction >= 0] or known
    return min(fitting, key=lambda each: (abs(distances[each]), each))


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches.

    Source: the Gregorian algorithm of Meeus, Jones and Butcher (Nature 13, 1876, 487).
    """
    century, rest = divmod(year, 100)
    moon = year % 19
    epact = (19 * moon + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month_number, day_number = divmod(epact + days - 7 * ((moon + 11 * epact + 22 * days) // 451) + 114, 31)
    return date(year, month_number, day_number + 1)


def before(value: str) -> str:
    """Give the day, month or year before an ISO one, as precise: `2019` → `2018`."""
    return _beside(value, -1)


def after(value: str) -> str:
    """Give the day, month or year after an ISO one, as precise: `2019-12` → `2020-01`."""
    return _beside(value, 1)


def _beside(value: str, by: int) -> str:
    """Give the neighbour of an ISO day, month or year."""
    match [int(part) for part in value.split("-")]:
        case [number]:
            return year(number + by).start
        case [number, month_number]:
            return shifted_month(date(number, month_number, 1), by).start
        case parts:
            return (date(*parts) + timedelta(days=by)).isoformat()
