"""Whose institution a bare name means: "the Supreme Court" is another court in each country."""

from collections.abc import Iterable
from itertools import pairwise

from kg.document import Analysis, Mention
from kg.link.gazetteers import Gazetteers, Known
from kg.wording import Lexicons

_NATIONAL = frozenset({"Agency", "Court", "Government", "Legislature", "Military", "Ministry", "Party"})
"""Classes of bodies that most countries have, so that the same words name several."""


def named_countries(analysis: Analysis, mentions: Iterable[Mention], gazetteers: Gazetteers) -> frozenset[str]:
    """Give the countries that an article names: themselves, their people, their places."""
    capitals = [token.text if token.text[:1].isupper() else "" for token in analysis.tokens]
    pairs = {f"{first} {second}" for first, second in pairwise(capitals) if first and second}  # "South Korea" in a name
    found = set()
    for word in {*(analysis.words(mention.tokens) for mention in mentions), *capitals, *pairs}:
        known = gazetteers.demonym_or_name(word)
        if known is not None and known.class_name == "Country":
            found.add(known.label)
        elif known is not None and known.class_name in {"City", "Region"} and known.country:
            found.add(known.country)
    return frozenset(found)


def is_national(text: str, known: Known, lexicons: Lexicons) -> bool:
    """Say whether a name of one country's institution is made of words that fit another country's as well.

    "Supreme Court", "Democratic Party", "Senate"; not "Knesset" or "FBI".
    """
    last = text.split()[-1].lower()
    return known.class_name in _NATIONAL and bool(known.country) and lexicons.class_of_noun.get(last, "") in _NATIONAL


def is_of(
    analysis: Analysis, mention: Mention, known: Known, countries: frozenset[str], gazetteers: Gazetteers
) -> bool:
    """Say whether a national institution's bare name may mean that of the known country.

    Not if the article names other countries only, nor if the words say whose it is and that is nobody of the country
    ("the state's Supreme Court").
    """
    for owner in analysis.dependents(mention.head, "nmod:poss"):
        if owner.index < mention.tokens.start:
            country = gazetteers.demonym_or_name(owner.text)
            return country is not None and country.label == known.country
    return not countries or known.country in countries
