"""Named mentions as people mean them: without the titles in front."""

import re
from dataclasses import replace

from kg.document import Analysis, Mention, Span
from kg.wording import Lexicons

CLASS_OF_NOMINAL = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "event": "Event",
    "abstract": "Issue",
    "object": "Product",
    "time": "Time",
}
"""Type of a nominal → class of what it denotes."""

CLASS_OF_NAME = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "event": "Event",
    "work": "Work",
    "product": "Product",
    "law": "Law",
    "group": "Group",
}
"""Type of a named mention → class of what it names; of `misc` no class is known."""

_PLACES = frozenset({"City", "Country", "Place", "Region"})
"""Classes of what an office may be in so that a place stands behind its "of"."""

_NOUNS = frozenset({"NOUN", "PROPN"})

_NAMES = frozenset({*CLASS_OF_NAME, "misc"})


def is_within(words: str, phrase: str) -> bool:
    """Say whether words stand whole in a phrase, in capitals or not: no Lee is in a "sleeper agent"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", phrase, re.IGNORECASE) is not None


def class_of_name(analysis: Analysis, mention: Mention, lexicons: Lexicons) -> str:
    """Give the class of what a name names.

    A name of several words whose type is vague ("group" and "misc" hold all that is no person, body or place) goes by
    its last word ("Compensation Act" is a Law) or by what its head denotes; a people or a demonym is a Group.
    An event is of its first word's class if that names events ("Hurricane Dorian").
    """
    words = [analysis.tokens[i].text.lower() for i in range(mention.tokens.start, mention.tokens.end)]
    nouns = [word for word in words if word in lexicons.naming_lemmas]
    if mention.type == "event" and nouns:
        return lexicons.class_of_noun.get(nouns[0], "Event")
    if mention.type not in {"group", "misc"}:
        return CLASS_OF_NAME[mention.type]
    head = analysis.tokens[mention.head]
    last = lexicons.class_of_noun.get(analysis.tokens[mention.tokens.end - 1].lemma.lower(), "")
    if len(mention.tokens) > 1 and last:
        return last
    if head.upos == "ADJ" or head.xpos in {"NNS", "NNPS"} or head.nominal_type in {"", "person", "time"}:
        return "Group"
    return CLASS_OF_NOMINAL.get(head.nominal_type, "Group")


def trimmed_names(analysis: Analysis, lexicons: Lexicons) -> dict[int, Mention]:
    """Give the named mentions by each of their tokens, titles and honorifics cut from the front.

    "Prime Minister Jonas Kjeldsen" found as one person gives "Jonas Kjeldsen"; "the Queen" is no name.
    """
    found: dict[int, Mention] = {}
    named = (mention for mention in analysis.mentions if mention.type in _NAMES)
    taken = {i for mention in named for i in range(mention.tokens.start, mention.tokens.end)}
    for mention in analysis.mentions:
        if mention.type not in _NAMES or (mention.type == "person" and _is_title(analysis, mention, lexicons)):
            continue
        trimmed = _trimmed(analysis, mention, lexicons) if mention.type == "person" else mention
        found.update(_by_token(_whole(analysis, trimmed, taken)))
    found |= _firms(analysis, found)
    return found | _named_events(analysis, set(found.values()), lexicons)


def _whole(analysis: Analysis, name: Mention, taken: set[int]) -> Mention:
    """Give a name with the words behind it that the analyser has cut off.

    Sun Ji-woon             its last word is joined by a hyphen
    Carina 1689             a number
    Sailors for Riga First  another word with a capital that hangs on the name
    """
    end = name.tokens.end
    for token in analysis.tokens[end : analysis.sentence(end - 1).tokens.end]:
        hangs = token.head in range(name.tokens.start, end) and token.index not in taken
        proper = token.xpos in {"NNP", "NNPS"} and token.text[:1].isupper() and token.relation in {"flat", "advmod"}
        number = token.upos == "NUM" and token.relation == "flat" and token.text.isdecimal()
        if token.index != end or not (hangs and (proper or (number and name.type not in {"person", "place"}))):
            break
        end += 1
    if end == name.tokens.end and name.type == "person" and _is_hyphened(analysis, end, taken):
        end += 2
    return name if end == name.tokens.end else replace(name, tokens=Span(name.tokens.start, end))


def _is_hyphened(analysis: Analysis, end: int, taken: set[int]) -> bool:
    """Say whether a person's last word goes on behind a hyphen: "Ji-woon", not "Ji-led" or "Ji-era"."""
    after = analysis.tokens[end : end + 2]
    if len(after) < 2 or after[0].text != "-" or after[1].index in taken:
        return False
    glued = analysis.tokens[end - 1].span.end == after[0].span.start and after[0].span.end == after[1].span.start
    return glued and after[1].text.isalpha() and after[1].upos not in {"ADJ", "NOUN", "NUM", "VERB"}


def _firms(analysis: Analysis, names: dict[int, Mention]) -> dict[int, Mention]:
    """Give by token the bodies that two names with "&" are: Prins & Halloway are no two people."""
    found: dict[int, Mention] = {}
    for index, token in enumerate(analysis.tokens if "&" in analysis.document.text else ()):
        if token.text == "&" and index - 1 in names and index + 1 in names:
            first, last = names[index - 1], names[index + 1]
            inside = Span(first.tokens.start, last.tokens.end)
            found.update(_by_token(replace(first, tokens=inside, type="organization")))
    return found


def _by_token(mention: Mention) -> dict[int, Mention]:
    return dict.fromkeys(range(mention.tokens.start, mention.tokens.end), mention)


def _named_events(analysis: Analysis, names: set[Mention], lexicons: Lexicons) -> dict[int, Mention]:
    """Give by token the names that a noun before them makes names of events, and the same words without the noun.

    Hurricane Dorian struck Abaco . Dorian weakened on Sunday .    no Dorian here is a person
    """
    events = {name: event for name in names if (event := _named_event(analysis, name, lexicons)) is not None}
    if not events:
        return {}
    bare = {analysis.tokens[event.tokens.end - 1].text for event in events.values()}
    people = {word for name in names if len(name.tokens) > 1 for word in analysis.words(name.tokens).split()}
    others = {name for name in names - set(events) if analysis.words(name.tokens) in bare - people}
    repeated = (replace(name, type="event") for name in others)
    found: dict[int, Mention] = {}
    for event in sorted({*events.values(), *repeated}, key=lambda mention: mention.tokens):
        found.update(_by_token(event))
    return found


def _named_event(analysis: Analysis, name: Mention, lexicons: Lexicons) -> Mention | None:
    """Give a name with the noun that makes it an event's ("Storm" before "Barry", "Expedition 40"), or None."""
    tokens, end = analysis.tokens, name.tokens.end
    noun_end = name.tokens.start + (len(name.tokens) > 1)
    if tokens[end - 1].lemma.lower() in lexicons.class_of_noun or tokens[noun_end - 1].upos not in _NOUNS:
        return None  # the Hurricane Center
    for length in (2, 1):
        inside = Span(max(noun_end - length, 0), end)
        noun = analysis.words(Span(inside.start, noun_end))
        if noun[:1].isupper() and noun.lower() in lexicons.naming_lemmas:
            head = next((i for i in range(inside.start, end) if tokens[i].head not in inside), name.head)
            return replace(name, tokens=inside, head=head, type="event")
    return None


def _is_title(analysis: Analysis, mention: Mention, lexicons: Lexicons) -> bool:
    """Say whether a mention is a title alone behind an article ("the Queen"); King alone may be a surname."""
    before = mention.tokens.start - 1
    title = " ".join(analysis.words(mention.tokens).lower().split())
    known = title in lexicons.office_of_title or title in lexicons.honorific_of_title
    return known and before >= 0 and analysis.tokens[before].text.lower() == "the"


def glued_titles(analysis: Analysis, names: dict[int, Mention]) -> dict[int, int]:
    """Give, for the tokens of a title that the analyser took for the beginning of a name, the head of that name."""
    found = {}
    for mention in analysis.mentions:
        last = names.get(mention.tokens.end - 1)
        if last is not None and last.tokens.start > mention.tokens.start:
            found.update(dict.fromkeys(range(mention.tokens.start, last.tokens.start), last.head))
    return found


def _trimmed(analysis: Analysis, mention: Mention, lexicons: Lexicons) -> Mention:
    start, end = mention.tokens.start, mention.tokens.end
    while start + 1 < end and _title_length(analysis, Span(start, end), lexicons):
        start += _title_length(analysis, Span(start, end), lexicons)
    start += _place_length(analysis, Span(start, end), lexicons)
    if start == mention.tokens.start:
        return mention
    head = mention.head if mention.head >= start else start
    return replace(mention, tokens=Span(start, end), head=head)


def _place_length(analysis: Analysis, tokens: Span, lexicons: Lexicons) -> int:
    """Give how many leading tokens are the place of an office: "Mayor of London" before "Sadiq Khan"."""
    before = analysis.tokens[max(0, tokens.start - 2) : tokens.start]
    length = 2 if analysis.tokens[tokens.start].lemma.lower() == "of" else 1
    if length == 1 and [token.lemma.lower() for token in before[1:]] != ["of"]:
        return 0
    word = (before[-1] if length == 2 else before[0]).lemma.lower() if before else ""
    office = lexicons.office_of_title.get(word)
    is_local = office is not None and office.class_name == "Office" and not _PLACES.isdisjoint(office.body_type)
    return length if is_local and len(tokens) >= length + 2 else 0


def _title_length(analysis: Analysis, tokens: Span, lexicons: Lexicons) -> int:
    """Give how many leading tokens are a title, never all of them."""
    words = [analysis.tokens[i].text.lower() for i in range(tokens.start, tokens.end)]
    for length in range(min(4, len(words) - 1), 0, -1):
        title = " ".join(words[:length])
        if title in lexicons.office_of_title or title.rstrip(".") in lexicons.honorific_of_title:
            return length
    return 0


PARTLY = frozenset({"some", "most", "many", "several", "few"})
"""Determiners before the name of a group that speak of a part of it."""


def is_some(analysis: Analysis, head: int) -> bool:
    """Say whether only some of a named group are meant: "some Democrats" and "11 Democrats" are not the Democrats."""
    if analysis.tokens[head].xpos != "NNPS":
        return False
    partly = any(word.lemma.lower() in PARTLY for word in analysis.dependents(head, "det", "amod"))
    return partly or analysis.has_dependent(head, "nummod")
