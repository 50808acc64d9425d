"""What an article says about itself → the fields of a `Document`."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from kg.document import Document, DocumentId
from kg.errors import UnreadableInput
from kg.read.encoding import storable

FIELDS = frozenset({"id", "title", "url", "publisher", "published", "date", "author"})
"""Keys of header lines and JSON objects; `date` is another name of `published`."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_MONTH_FIRST = re.compile(
    _WEEKDAY + r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})", re.IGNORECASE
)

_NAME = r"(?:(?:al|el|ad|as|d)[-’'])?[^\W\da-z_][\w.’'-]*"
_PARTICLE = "and|van|von|der|den|de|da|di|del|la|le|bin|bint|al|el"
_BYLINE = re.compile(rf"By (?P<names>{_NAME}(?:,? (?:{_PARTICLE}|{_NAME})){{1,9}})(?:(?:\s*[|–—-]|,? in)\s[^.!?]*)?")
_BYLINE_LINES = 3


def article(text: str, fields: Mapping[str, str], default_id: str = "") -> Document:
    """A document with fields by name; empty fields count as absent.

    Without an id it gets the default one, without that a hash of the text.

    Raises:
        UnreadableInput: there is no text, or the date of publication is no date. A wrong date
            would date every statement wrongly, so the article is refused rather than undated.
    """
    stored = storable(text)
    if not stored.strip():
        raise UnreadableInput("holds no text; put the article behind a blank line after its header lines")
    known = {name: storable(value).strip() for name, value in fields.items()}
    return Document(
        id=DocumentId(known.get("id") or default_id or text_hash(stored)),
        text=stored,
        title=known.get("title", ""),
        published=_published(known.get("published") or known.get("date", "")),
        publisher=known.get("publisher", ""),
        url=known.get("url", ""),
        author=known.get("author") or byline(stored),
    )


def text_hash(text: str) -> str:
    """16 hexadecimal digits that are the same for the same text on every machine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def byline(text: str) -> str:
    """The authors if one of the first lines names them, else an empty string.

    The line stays in the text, because offsets count it.

    Example:
        "By Ann Lee and Omar al-Masri in Muscat" gives "Ann Lee and Omar al-Masri".
    """
    lines = [line.strip() for line in text[:1000].splitlines() if line.strip()]
    for line in lines[:_BYLINE_LINES]:
        match = _BYLINE.fullmatch(line)
        if match:
            return match["names"]
    return ""


def _published(value: str) -> date | None:
    """Day of a date or time as printed, without conversion between time zones.

    Raises:
        UnreadableInput: not a date, or one that two countries read differently (02/11/2026).
    """
    if not value:
        return None
    found = _iso_day(value) or _written_day(value) or _mail_day(value)
    if found is None:
        raise UnreadableInput(
            f"'published: {value[:40]}' is not a date; write 2026-02-11, February 11, 2026 or 11 February 2026"
        )
    return found


def _iso_day(value: str) -> date | None:
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _written_day(value: str) -> date | None:
    match = _MONTH_FIRST.fullmatch(value) or _DAY_FIRST.fullmatch(value)
    if match is None:
        return None
    name = match["month"].lower()
    months = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    try:
        return date(int(match["year"]), months[0], int(match["day"])) if months else None
    except ValueError:
        return None


def _mail_day(value: str) -> date | None:
    """Day of a time in the format of feeds and mail (Wed, 11 Feb 2026 10:00:00 GMT), RFC 5322."""
    try:
        return parsedate_to_datetime(value).date()
    except ValueError:
        return None
