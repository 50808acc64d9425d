"""Which language a text is written in, as far as it can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.document import Caution, Document

_PASSAGE = 2000  # characters that are looked at; more do not make the guess better
_SHORTEST = 100  # letters, about 20 words; of texts of 20 English words, 2 in 300 were taken for another language
_COMMON = frozenset({"the", "and", "of", "to", "that"})
_COMMON_SHARE = 0.05  # of 629 English articles (Wikinews) the lowest share is 0.058; other languages have almost none
_SURE = 0.5  # near relatives (Arabic and Egyptian Arabic) share the probability
_ENGLISH_AT_MOST = 0.05

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """A language by its ISO 639 code, and its probability in [0, 1]."""

    language: str
    probability: float


def foreign_language(text: str) -> Guess | None:
    """Give the language of a text that is not in English; None if it is, or cannot be told.

    A text of less than about 20 words, or of names and numbers, cannot be told.

    Source: py3langid, a naive Bayes classifier of byte sequences (Lui and Baldwin, langid.py, ACL 2012). Its model is
    loaded (half a second) only for a text with few of the commonest English words.
    """
    words = _WORD.findall(text[:_PASSAGE].lower())
    if sum(map(len, words)) < _SHORTEST or sum(word in _COMMON for word in words) >= _COMMON_SHARE * len(words):
        return None
    ranks: dict[str, float] = dict(_identifier().rank(text[:_PASSAGE]))
    best = max(ranks, key=ranks.__getitem__)
    is_foreign = best != "en" and ranks[best] >= _SURE and ranks["en"] <= _ENGLISH_AT_MOST
    return Guess(best, ranks[best]) if is_foreign else None


def cautions(document: Document) -> Iterator[Caution]:
    """Yield what the user should know of the language of an article before trusting what it gives."""
    guess = foreign_language(document.text)
    if guess is not None:
        said = f"{guess.language}, {guess.probability:.0%}"
        yield Caution(document.id, f"is probably not in English ({said}); it was read all the same: do not rely on it")


@cache
def _identifier() -> Any:  # Any: py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
