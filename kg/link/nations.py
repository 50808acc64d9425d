"""Whose institution a bare name means: "the Supreme Court" is another court in each country."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from kg.document import Analysis, Mention, Span
from kg.link.gazetteers import Gazetteers, Known, key
from kg.wording import Lexicons

_NATIONAL = frozenset({"Agency", "Court", "Government", "Legislature", "Military", "Ministry", "Party"})
"""Classes of bodies that most countries have, so that the same words name several."""


_SHARED = frozenset({"Court", "Legislature", "Party"})
"""Those of them whose bare names many countries share; a State Department is the one known everywhere."""

_FOREMOST = 2.5
"""How much oftener another country must be named for a bare name to be its institution rather than the known one's.

Of the bare "Senate" and the like in 540 Wikinews articles, five of six such articles speak of another country's.
"""


def named_countries(analysis: Analysis, gazetteers: Gazetteers) -> Counter[str]:
    """Give how often an article names each country: itself, its people, its places."""
    capitals = [token.text if token.text[:1].isupper() else "" for token in analysis.tokens]
    pairs = [f"{first} {second}" for first, second in pairwise(capitals) if first and second]
    found: Counter[str] = Counter()
    for word in (*capitals, *pairs):
        known = gazetteers.demonym_or_name(word)
        if known is not None and known.class_name == "Country":
            found[known.label] += 1
        elif known is not None and known.class_name in {"City", "Region"} and known.country:
            found[known.country] += 1
    return found


def with_peoples(analysis: Analysis, names: Mapping[int, Mention], gazetteers: Gazetteers) -> Mapping[int, Mention]:
    """Give the names by token, two demonyms that name one people together taken as one name.

    Reed was the first African American to hold the office .    ->  African Americans, not the United States
    """
    found = dict(names)
    for first in sorted(set(names.values()), key=lambda mention: mention.tokens):
        after = analysis.tokens[first.tokens.end : first.tokens.end + 2]
        second = next((names[token.index] for token in after if token.index in names), None)
        if first.type != "group" or second is None or second.type != "group" or second is first:
            continue
        whole = replace(second, tokens=Span(first.tokens.start, second.tokens.end))
        people = gazetteers.by_name.get(key(analysis.words(whole.tokens)))
        if people is not None and people.class_name == "People":
            found.update(dict.fromkeys(range(whole.tokens.start, whole.tokens.end), whole))
    return found


def is_national(text: str, known: Known, lexicons: Lexicons) -> bool:
    """Say whether a name of one country's institution is made of words that fit another country's as well.

    "Supreme Court", "Democratic Party", "Senate"; "Congress" and "House", to which the full name only adds whose it is;
    not "Knesset" or "FBI".
    """
    if known.class_name not in _NATIONAL or not known.country:
        return False
    words, country = key(text).split(), set(key(known.country).split())
    common = set(key(known.label).split()) - country
    return lexicons.class_of_noun.get(words[-1], "") in _NATIONAL or (
        country <= set(key(known.label).split()) and set(words) <= common
    )


def is_of(
    analysis: Analysis,
    mention: Mention,
    known: Known,
    *,
    countries: Counter[str],
    gazetteers: Gazetteers,
    lexicons: Lexicons,
) -> bool:
    """Say whether a national institution's name may mean that of the known country.

    Not if the article names other countries only or mostly, nor if the words say whose it is and that is nobody of the
    country ("the state's Supreme Court", "the House of Representatives of Cyprus").
    """
    words = analysis.words(mention.tokens).split()
    inside = ((word, gazetteers.demonym_or_name(word)) for word in words if word[:1].isupper())
    telling = (each for word, each in inside if each is not None and not is_national(word, each, lexicons))
    if any(known.country in {each.label, each.country} for each in telling):
        return True
    for owner in analysis.dependents(mention.head, "nmod:poss", "nmod"):
        country = gazetteers.demonym_or_name(owner.text)
        if owner.index < mention.tokens.start and owner.deprel == "nmod:poss":
            return country is not None and country.label == known.country
        if owner.index > mention.head and country is not None and country.class_name == "Country":
            return country.label == known.country
    if not countries:
        return True
    shared = known.class_name in _SHARED and max(countries.values()) >= _FOREMOST * countries[known.country]
    return known.country in countries and not shared
