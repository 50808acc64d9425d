"""Spellings of one name: surnames, short forms, initials, accents."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "&"})
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"})
"""Letters that Unicode does not take apart into a base letter and an accent."""

LONGEST_ACRONYM = 8
"""Letters; longer words in capitals are words."""

NICKNAME = 3
"""Letters from which the beginning of a given name is a short form of it ("Tim" of "Timothy")."""


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Give a text in lower case without accents ("Brudziński" → "brudzinski")."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_STROKES))
    return "".join(character for character in parts if not unicodedata.combining(character))


@lru_cache(maxsize=65536)
def name_parts(text: str) -> tuple[str, ...]:
    """Give the words of a name folded, without full stops and "Jr."."""
    return tuple(word for word in (folded(part.strip(".,")) for part in text.split()) if word and word not in _SUFFIXES)


def name_suffix(text: str) -> str:
    """Give what tells a son from his father ("jr", "iii"), empty without it."""
    last = text.split()[-1].strip(".,").lower() if text.split() else ""
    return last if last in _SUFFIXES else ""


def is_acronym(text: str) -> bool:
    """Say whether a word is written like an acronym ("PSWA", "U.N.")."""
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= LONGEST_ACRONYM


def initials(text: str) -> str:
    """Give the initials of a name's capitalised words, of both halves of "Pan-Sahel" too."""
    words = text.replace("-", " ").replace("–", " ").split()
    return "".join(word[0] for word in words if word.lower() not in _SMALL and word[:1].isupper())


def stands_for(acronym: str, name: str) -> bool:
    """Say whether a name may be spelt out by an acronym in brackets behind it: its letters in order, the first first.

    "Financial Industry Regulatory Authority (FINRA)"
    """
    letters, rest = acronym.replace(".", "").lower(), iter(folded(name))
    return letters[:1] == folded(name)[:1] and all(letter in rest for letter in letters)


def is_shortening(parts: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether a name is the beginning or the end of a longer one ("Corvane" of "Corvane Shipping")."""
    if not 0 < len(parts) < len(other) or parts[0] in _SMALL:
        return False
    return other[: len(parts)] == parts or (len(parts) > 1 and other[-len(parts) :] == parts)


def may_be_one_person(parts: tuple[str, ...], other: tuple[str, ...], gender_of_name: Mapping[str, str]) -> bool:
    """Say whether two names of two words or more may be one person's.

    "Tim Cook" and "Timothy D. Cook", "Ashraf Ghani" and "Ashraf Ghani Ahmadzai", not "John P. Kerr" and "John T. Kerr".
    """
    short, long = sorted((parts, other), key=len)
    if long[: len(short)] == short or set(short) <= set(long):
        return parts[-1] == other[-1] or long[: len(short)] == short
    if parts[-1] != other[-1] or not _may_be_one_given_name(parts[0], other[0], gender_of_name):
        return False
    middles = parts[1:-1], other[1:-1]
    return not all(middles) or any(a.startswith(b) or b.startswith(a) for a in middles[0] for b in middles[1])


def _may_be_one_given_name(one: str, other: str, gender_of_name: Mapping[str, str]) -> bool:
    short, long = sorted((one, other), key=len)
    genders = {gender_of_name.get(one, "u"), gender_of_name.get(other, "u")} - {"u"}
    shortened = long.startswith(short) and (len(short) == 1 or len(short) >= NICKNAME) and len(genders) < 2
    return one == other or shortened
