"""Other names of the same: pseudonyms, former and native names.

Ilya Sorin , also known as Grey Wolf , was arrested .               Grey Wolf is Sorin
a dancer , Ana Ruiz , who performs under the name " Zaza "          Zaza is Ruiz
"""

from collections.abc import Iterable, Iterator

from kg.appositions import descriptions, naming_phrase
from kg.document import ROOT, Analysis, Mention
from kg.wording import Lexicons

_ALIAS = "alias"
"""Kind of the phrases that lead from one name to another (naming_phrases.tsv)."""

_STEPS = 5
"""Words between a name and whose it is; "who performs under the name" has four."""


def other_names(analysis: Analysis, mentions: Iterable[Mention], lexicons: Lexicons) -> dict[Mention, Mention]:
    """Give, for names behind a naming phrase, the name of the same thing that the phrase goes back to."""
    names = {index: mention for mention in mentions for index in range(mention.tokens.start, mention.tokens.end)}
    named = sorted(set(names.values()), key=lambda mention: mention.tokens)
    phrases = [(mention, naming_phrase(analysis, mention.tokens.start, lexicons)) for mention in named]
    aliases = [(mention, phrase[0]) for mention, phrase in phrases if phrase is not None and phrase[1] == _ALIAS]
    described = descriptions(analysis, names, lexicons) if aliases else {}
    found: dict[Mention, Mention] = {}
    for mention, before in aliases:
        own = names.get(
            described.get(before, before)
        )  # of a noun without another name it is the name: "a cat known as"
        nameless = analysis.tokens[before].upos == "NOUN" and own in {None, mention}
        for index in (before, *(() if nameless else _above(analysis, mention.head))):
            other = names.get(described.get(index, index))
            if other is not None and other != mention and {other.type, mention.type} in _SAME:
                found[mention] = other
                break
    return found


_SAME = tuple({kind, other} for kind in ("person", "organization", "place") for other in (kind, "misc"))
"""Types of two names of the same thing; the type of a stage name is often unknown."""


def _above(analysis: Analysis, head: int) -> Iterator[int]:
    """Yield the words above a name, of each verb its subject too."""
    for _ in range(_STEPS):
        head = analysis.tokens[head].head
        if head == ROOT:
            return
        yield head
        yield from (subject.index for subject in analysis.dependents(head, "nsubj"))
