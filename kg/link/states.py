"""A state that has the name of a city: New York, Washington."""

from itertools import takewhile

from kg.document import ROOT, Analysis, Mention, Token
from kg.link.gazetteers import Gazetteers, Known, key
from kg.wording import Lexicons

_BESIDE = frozenset({"appos", "nmod:unmarked", "flat"})
"""Relations of a state to the city in front of it."""

_TOWNS = frozenset({"City", "Landform", "Place", "Region", "Water"})
"""Classes of the last word of a town's name: White Plains, Westchester County."""


def state_meant(
    analysis: Analysis, mention: Mention, known: Known, *, gazetteers: Gazetteers, lexicons: Lexicons
) -> Known | None:
    """Give the state that bears a city's name, where it is meant; None for the city.

    a senator from New York            what has senators is a state
    Buffalo , New York                 where a city is
    New York and California            beside nothing but states
    New York and London                the city

    Args:
        analysis: the article.
        mention: the name.
        known: the city that the gazetteers know by it.
        gazetteers: for the state.
        lexicons: for the offices.
    """
    state = gazetteers.by_name.get(f"{key(analysis.words(mention.tokens))} state")
    if state is None or state.class_name != "Region" or known.class_name != "City":
        return None
    head = analysis.tokens[mention.head]
    above = [analysis.tokens[head.head]] if head.head != ROOT else []
    after = list(takewhile(lambda token: token.upos != "PUNCT", analysis.tokens[mention.tokens.end :][:2]))
    if any(_is_of_states(token, lexicons) for token in (*above, *after)):
        return state
    has_comma = analysis.tokens[max(mention.tokens.start - 1, 0)].text == ","
    if has_comma and head.deprel in _BESIDE and any(_is_town(token, lexicons) for token in above):
        return state
    others = [*analysis.dependents(head.index, "conj"), *(above if head.relation == "conj" else [])]
    beside = [gazetteers.by_name.get(key(token.text)) for token in others]
    return state if beside and all(each is not None and each.class_name == "Region" for each in beside) else None


def _is_of_states(token: Token, lexicons: Lexicons) -> bool:
    """Say whether a noun is an office that states have and cities do not: "governor", not "mayor"."""
    office = lexicons.office_of_title.get(token.lemma.lower())
    return office is not None and "Region" in office.body_type and "City" not in office.body_type


def _is_town(token: Token, lexicons: Lexicons) -> bool:
    """Say whether a place may be a town or a county: no building or firm, whose city stands behind its comma."""
    found = lexicons.class_of_noun.get(token.lemma.lower(), "City")
    return token.nominal_type in {"", "place"} and found in _TOWNS
