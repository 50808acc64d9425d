"""Named entities: two guidelines joined into one list.

The network knows two ways of marking names: UNER's (web text: persons, organizations, places, groups such as peoples)
and Wikipedia's (also events, works, products, dates and quantities; peoples count as places there).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from kg.analyse.spans import TypedSpan
from kg.document import Mention, Span, Token

_SHARED = {"person", "organization", "place"}
_VAGUE = {"group", "misc"}
_ABBREVIATED = {"organization", "place"}  # what goes by its initials
_INITIALS = 3  # letters; two may stand for much else
_WHOLE = {"event", "work", "product"}
_WHOLE_FROM = 0.4  # score from which a name of an event or work outweighs the names inside it; measured, see
_GAP_FROM = 0.7  # from which Wikipedia's guideline adds a person, organization, place or people; and from which it
_SURE_FROM = 0.9  # adds such a name if the article has it nowhere else: docs/training.md
_DENOTED = 0.3  # share of a mention's vote that goes to what its head denotes
_OTHERS = {"event", "work", "product", "misc"}
_PEOPLED = {"place", "organization"}
_LIKELY = 0.5  # probability from which an event or work is no mere "misc"
_OF_FULL_NAME = 0.5  # vote of all full names for a person of their last words
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


class Denoting(Tagged, Protocol):
    """What is needed of a word that may denote people."""

    @property
    def xpos(self) -> str:
        """Penn Treebank tag."""

    @property
    def nominal_type(self) -> str:
        """What a nominal head denotes."""


def merged(uner: Sequence[TypedSpan], wiki: Sequence[TypedSpan]) -> list[TypedSpan]:
    """Join the names of both guidelines, in order and without overlap.

    UNER's names stand, unless Wikipedia's guideline has an event, work or product around them ("the Battle of
    Mosul"). Wikipedia's other names fill the gaps; where UNER could have seen them too, only likely ones do.
    """
    around = [span for span in wiki if span.type in _WHOLE and span.score >= _WHOLE_FROM]
    chosen = [span for span in uner if not any(_covers(outer, span) for outer in around)]
    for span in wiki:
        if span.type in {*_SHARED, "group"} and span.score < _GAP_FROM:
            continue
        if not any(span.start < other.end and other.start < span.end for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def settled(span: TypedSpan, words: Sequence[Denoting], shares: Callable[[], Mapping[str, float]]) -> TypedSpan:
    """Give a name of UNER's last class, which holds all that is no person, body or place, a type of its own.

    Args:
        span: a name that UNER's guideline has.
        words: the words of its sentence.
        shares: gives the probability of each type of Wikipedia's guideline in the name.

    Example:
        Iranian troops, Muslims → group; the new iPad, the Titanic → misc; the Singapore Grand Prix → event
    """
    if span.type != "group" or _are_people(span, words):
        return span
    best, share = max(sorted(shares().items()), key=lambda item: item[1])
    if best not in _OTHERS:
        return span
    return replace(span, type=best if share >= _LIKELY else "misc")


def weighed(span: TypedSpan, words: Sequence[Denoting]) -> TypedSpan:
    """Give a name that Wikipedia's guideline has: peoples as groups, and what is not sure as doubtful.

    A name that denotes what its type says is none of the doubtful.

    Example:
        the Iranian army: place → group; Muslims: organization → group; the Republican senator: organization → group
    """
    if span.type not in _SHARED:
        return span
    if span.type in _PEOPLED and _are_people(span, words):
        return replace(span, type="group")
    return replace(span, is_doubtful=span.score < _SURE_FROM and words[span.end - 1].nominal_type != span.type)


def _are_people(span: TypedSpan, words: Sequence[Denoting]) -> bool:
    """Say whether a name is an adjective or speaks of people in the plural."""
    last = words[span.end - 1]
    return last.upos == "ADJ" or (last.xpos == "NNPS" and last.nominal_type in {"", "person"})


def supported(mentions: Sequence[Mention], doubtful: Sequence[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """Give the mentions of an article in order, and the doubtful ones that it names elsewhere without a doubt.

    Example:
        Ann Wakefield → "Wakefield" too is a name
    """
    known = {_words(each.tokens, tokens) for each in mentions if each.type in _SHARED} | _last_words(mentions, tokens)
    found = [*mentions, *(each for each in doubtful if _words(each.tokens, tokens) in known)]
    return sorted(found, key=lambda mention: mention.tokens.start)


def one_type_each(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[Mention]:
    """Yield the mentions of an article, each name as a person, an organization or a place throughout.

    The mentions of the same words vote by their scores, and by what their heads denote; a name of vague type, and
    a work called like a person in full, go with the persons of that name where it is nothing else. A full name votes
    for a person of its last words, unless they name an organization too. Initials are what the name is that they
    stand for.

    Example:
        Ban Ki-moon: person, Ki-moon: group → person
        Housing Office of Tarn: organization, HOT: person → organization

    Sources: one sense per discourse (Gale, Church & Yarowsky 1992); initials as in Schwartz & Hearst 2003.
    """
    votes, spelled_out = _votes(mentions, tokens), _spelled_out(mentions, tokens)
    for mention in mentions:
        words = _words(mention.tokens, tokens)
        if mention.type in _SHARED | _VAGUE and (meant := spelled_out.get(words.replace(".", ""))):
            yield replace(mention, type=meant)
            continue
        name = votes.get(words, {})
        best = max(sorted(name), key=lambda each: name[each]) if name else ""
        titled = mention.type == "work" and len(mention.tokens) > 1  # who speaks in an interview is no title
        is_vague = titled or (mention.type in _VAGUE and tokens[mention.tokens.end - 1].upos == "PROPN")
        if mention.type in _SHARED or (is_vague and set(name) == {"person"}):
            yield replace(mention, type=best)
        else:
            yield mention


def _votes(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Mapping[str, Mapping[str, float]]:
    """Give, for the words of every name, how much speaks for each type."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        if mention.type in _SHARED:
            name = votes[_words(mention.tokens, tokens)]
            name[mention.type] += mention.score
            if (denoted := tokens[mention.head].nominal_type) in _SHARED:
                name[denoted] += _DENOTED * mention.score
    for words in _last_words(mentions, tokens):
        if "organization" not in votes[words]:
            votes[words]["person"] += _OF_FULL_NAME
    return votes


def _spelled_out(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Mapping[str, str]:
    """Give what the initials of every longer name stand for; the likeliest name where several have the same."""
    likeliest = sorted((each for each in mentions if each.type in _ABBREVIATED), key=lambda each: each.score)
    capitals = (([token.text[0] for token in tokens[each.tokens.start : each.tokens.end]], each) for each in likeliest)
    initials = (("".join(filter(str.isupper, letters)), each.type) for letters, each in capitals)
    return {letters: kind for letters, kind in initials if len(letters) >= _INITIALS}


def _last_words(mentions: Sequence[Mention], tokens: Sequence[Token]) -> set[str]:
    """Give what a person may be called whose full name is known: all endings of it but single letters."""
    full = [mention.tokens for mention in mentions if mention.type == "person"]
    endings = {_words(Span(start, name.end), tokens) for name in full for start in range(name.start + 1, name.end)}
    return {ending for ending in endings if len(ending) > 1}


def _words(span: Span, tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens[span.start : span.end])


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
    return replace(span, start=start, end=end) if start < end else None


def _is_edge(form: str, upos: str) -> bool:
    """Say whether a word cannot be at the end of a name."""
    return (upos in _EDGES and not form[:1].isupper()) or form in {"The", "'s", "’s"} or not any(map(str.isalnum, form))


def _is_of_name(start: int, end: int, forms: Sequence[str], words: Sequence[Tagged]) -> bool:
    """Say whether a name ends with an "'s" that makes none of its words a possessor."""
    is_possessive = forms[end - 1] in _POSSESSIVES and end - start > 1
    return is_possessive and all(word.deprel != "nmod:poss" for word in words[start:end])
