"""A match in its sentence: what every reader of a date looks at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.analyse.date_words import MONTHS, SHIFTS
from kg.analyse.tenses import PAST, UNKNOWN, direction_of
from kg.document import Sentence, Token

_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:un)?till?\s+(?:after\s+)?$", re.IGNORECASE)
_MODIFIER = frozenset({"compound", "nmod", "amod", "nummod"})


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
    def shift(self) -> int:
        """Give -1, 0 or 1 for "last", "this" and "next" and the words like them."""
        return SHIFTS[self.group("which").split()[-1]]

    @property
    def month(self) -> int:
        """Give the number of the month."""
        return MONTHS[self.group("month").rstrip(".")]

    @property
    def year(self) -> int | None:
        """Give the year as said, "2025" or "last year"; None if none was said or the day of publication is needed."""
        said = self.group("year")
        if not said or said.isdigit():
            return int(said) if said else None
        return self.published.year + SHIFTS[said.split()[0]] if self.published else None

    def token(self, group: str) -> Token:
        """Give the word at which a part begins."""
        place = self.sentence.span.start + self.match.start(group)
        sentence = self.sentence.tokens
        return next(t for t in reversed(self.tokens[sentence.start : sentence.end]) if t.span.start <= place)

    def direction(self, group: str) -> int:
        """Give past or future by "since" or the verb that a part belongs to."""
        return PAST if _SINCE.search(self.before) else direction_of(self.tokens, self.token(group).index)

    def side_of_year(self, group: str) -> int:
        """Give the side on which the year lies of a day or month without one; neither where a past verb dates it not.

        began in May                 past
        delayed it until May         neither: the time comes after what is told
        the May election was close   neither: the time dates the election
        """
        token = self.token(group)
        governor = self.tokens[token.head]
        dates_noun = token.head > token.index and token.relation in _MODIFIER and governor.upos in {"NOUN", "PROPN"}
        side = self.direction(group)
        return UNKNOWN if side == PAST and (dates_noun or _UNTIL.search(self.before)) else side

    def is_capital(self, group: str) -> bool:
        """Say whether a part begins with a capital."""
        return self.match.group(group)[0].isupper()
