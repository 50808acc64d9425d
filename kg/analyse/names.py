"""Named entities: two guidelines joined into one list.

The network knows two ways of marking names: UNER's (web text: persons, organizations, places, groups such as peoples)
and Wikipedia's (also events, works, products, dates and quantities; peoples count as places there).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from kg.analyse.spans import TypedSpan
from kg.document import Mention, Token

_SHARED = {"person", "organization", "place"}
_WHOLE = {"event", "work", "product"}
_WHOLE_FROM = 0.4  # score from which a name of an event or work outweighs the names inside it; measured, see
_GAP_FROM = 0.9  # and from which Wikipedia's guideline adds a person, organization or place: docs/training.md
_DENOTED = 0.3  # share of a mention's vote that goes to what its head denotes
_POSSESSIVES = {"'s", "’s", "s"}
_EDGES = {"PUNCT", "DET", "PART", "ADP", "CCONJ"}


class Tagged(Protocol):
    """What is needed of a word."""

    @property
    def upos(self) -> str:
        """Universal part of speech."""

    @property
    def deprel(self) -> str:
        """Relation to the head."""


def merged(uner: Sequence[TypedSpan], wiki: Sequence[TypedSpan]) -> list[TypedSpan]:
    """Join the names of both guidelines, in order and without overlap.

    UNER's names stand, unless Wikipedia's guideline has an event, work or product around them ("the Battle of
    Mosul"). Wikipedia's other names fill the gaps; where UNER could have seen them too, only sure ones do.
    """
    around = [span for span in wiki if span.type in _WHOLE and span.score >= _WHOLE_FROM]
    chosen = [span for span in uner if not any(_covers(outer, span) for outer in around)]
    for span in wiki:
        if span.type in _SHARED and span.score < _GAP_FROM:
            continue
        if not any(span.start < other.end and other.start < span.end for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def one_type_each(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[Mention]:
    """Yield the mentions of an article, each name as a person, an organization or a place throughout.

    The mentions of the same words vote by their scores, and by what their heads denote.

    Source: one sense per discourse (Gale, Church & Yarowsky 1992).
    """
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        if mention.type in _SHARED:
            name = votes[_words(mention, tokens)]
            name[mention.type] += mention.score
            if (denoted := tokens[mention.head].nominal_type) in _SHARED:
                name[denoted] += _DENOTED * mention.score
    for mention in mentions:
        if mention.type in _SHARED:
            name = votes[_words(mention, tokens)]
            yield replace(mention, type=max(sorted(name), key=lambda each: name[each]))
        else:
            yield mention


def _words(mention: Mention, tokens: Sequence[Token]) -> str:
    return " ".join(tokens[i].text for i in range(mention.tokens.start, mention.tokens.end))


def _covers(outer: TypedSpan, inner: TypedSpan) -> bool:
    """Say whether a span lies inside a longer one."""
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def trimmed(span: TypedSpan, forms: Sequence[str], words: Sequence[Tagged]) -> TypedSpan | None:
    """Give a name without articles, prepositions and marks at its ends, None if nothing else is there.

    Dates and quantities stay as they are ("the 1990s"), and so does the full stop of "U.S.". The "'s" of a possessor is
    no part of its name ("Iran 's army"), that of a shop is ("ate at Wendy 's").
    """
    if span.type in {"date", "quantity"}:
        return span
    start, end = span.start, span.end
    while start < end and _is_edge(forms[start], words[start].upos):
        start += 1
    while start < end and _is_edge(forms[end - 1], words[end - 1].upos) and not _is_of_name(start, end, forms, words):
        end -= 1
    return TypedSpan(start, end, span.type, span.score) if start < end else None


def _is_edge(form: str, upos: str) -> bool:
    """Say whether a word cannot be at the end of a name."""
    return (upos in _EDGES and not form[:1].isupper()) or form in {"The", "'s", "’s"} or not any(map(str.isalnum, form))


def _is_of_name(start: int, end: int, forms: Sequence[str], words: Sequence[Tagged]) -> bool:
    """Say whether a name ends with an "'s" that makes none of its words a possessor."""
    is_possessive = forms[end - 1] in _POSSESSIVES and end - start > 1
    return is_possessive and all(word.deprel != "nmod:poss" for word in words[start:end])
