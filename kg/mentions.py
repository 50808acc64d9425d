"""Named mentions as people mean them: without the titles in front."""

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

_NAMES = frozenset({*CLASS_OF_NAME, "misc"})


def class_of_name(analysis: Analysis, mention: Mention, lexicons: Lexicons) -> str:
    """Give the class of what a name names.

    A name of several words whose type is vague ("group" and "misc" hold all that is no person, body or place) goes by
    its last word ("Compensation Act" is a Law) or by what its head denotes; a people or a demonym is a Group.
    """
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
    for mention in analysis.mentions:
        if mention.type not in _NAMES or (mention.type == "person" and _is_title(analysis, mention, lexicons)):
            continue
        trimmed = _trimmed(analysis, mention, lexicons) if mention.type == "person" else mention
        found.update(dict.fromkeys(range(trimmed.tokens.start, trimmed.tokens.end), trimmed))
    return found


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
