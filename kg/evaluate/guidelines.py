"""What annotators of names call a name: per guideline, which of our types a label may mean.

Data sets of names differ in what they annotate. Every label of every set is mapped to the types of our own that it may
mean. A label of several types can train an analyser but not judge it.
"""

from collections.abc import Mapping

PLAIN = "plain"
"""The guideline of a file that no other is known of: labels are our own types, or their usual abbreviations."""

_COMMON = {"PER": "person", "ORG": "organization", "LOC": "place"}
_NAMED = {"event": "event", "election": "event", "conference": "event", "country": "place", "location": "place"}
_PEOPLE = ("person", "politician", "scientist", "writer", "musicalartist", "researcher")
_BODIES = ("organisation", "university", "politicalparty", "band")
_WORKS = ("book", "poem", "magazine", "academicjournal", "album", "song")
_ANY_MISC = ("event", "work", "product", "misc")
_NO_TIMES = ("date", "quantity")
_OWN = ("person", "organization", "place", "event", "work", "product", "law", "group", "date", "quantity")
_USUAL = {**_COMMON, "PERSON": "person", "GPE": "place", "PLACE": "place", "EVENT": "event", "DATE": "date"}

MEANINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "uner": {**{label: (name,) for label, name in _COMMON.items()}, "OTH": ("group",), "": ()},
    "docred": {
        **{label: (name,) for label, name in _COMMON.items()},
        "MISC": _ANY_MISC,
        "TIME": ("date",),
        "NUM": ("quantity",),
        "": (),
    },
    "wikigold": {**{label: (name,) for label, name in _COMMON.items()}, "MISC": _ANY_MISC, "": _NO_TIMES},
    "crossner": {
        **{label: (name,) for label, name in _NAMED.items()},
        **dict.fromkeys(_PEOPLE, ("person",)),
        **dict.fromkeys(_BODIES, ("organization",)),
        **dict.fromkeys(_WORKS, ("work",)),
        "product": ("product",),
        "": _NO_TIMES,
    },
}
"""Per guideline: its label → the types that it may mean; "" → the types that it leaves unmarked.

A label without a row means `misc`. In UNER only the training split marks "OTH" (peoples, religions).
"""

FILES = {"uner": "uner", "docred": "docred", "redocred": "docred", "wikigold": "wikigold", "crossner": "crossner"}
"""First word of a file's name → the guideline that the file follows."""

_PLAIN_MEANINGS = {**{name: (name,) for name in _OWN}, **{label: (name,) for label, name in _USUAL.items()}}


def meaning(guideline: str, label: str) -> tuple[str, ...]:
    """Give the types that a label may mean; none if the plain guideline does not know it.

    Raises:
        KeyError: there is no such guideline.
    """
    if guideline == PLAIN:
        return _PLAIN_MEANINGS.get(label, ())
    return MEANINGS[guideline].get(label, ("misc",))
