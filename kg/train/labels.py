"""Label sets: which classes each task has, and which names a data set's label may stand for.

Data sets of names differ in what they annotate. Every label of every set is mapped to the classes of our own
that it may mean; the loss asks only that the network choose one of them. "O" in a set without dates allows dates.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.analyse.lemmas import IDENTITY, script_of
from kg.train.examples import Example, GoldName

UNER_TYPES = ("person", "organization", "place", "group")
WIKI_TYPES = ("person", "organization", "place", "event", "work", "product", "misc", "date", "quantity")
NOMINAL_TYPES = (
    "",
    "person",
    "organization",
    "place",
    "event",
    "time",
    "object",
    "abstract",
    "animal",
    "plant",
    "substance",
)

_COMMON = {"PER": "person", "ORG": "organization", "LOC": "place"}
_NAMED = {"event": "event", "election": "event", "conference": "event", "country": "place", "location": "place"}
_PEOPLE = ("person", "politician", "scientist", "writer", "musicalartist", "researcher")
_BODIES = ("organisation", "university", "politicalparty", "band")
_WORKS = ("book", "poem", "magazine", "academicjournal", "album", "song")
_ANY_MISC = ("event", "work", "product", "misc")
_NO_TIMES = ("date", "quantity")

MEANINGS: dict[str, dict[str, tuple[str, ...]]] = {
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


def tags_of(types: Sequence[str]) -> tuple[str, ...]:
    """Give the BIOES tags of a set of types, "O" first."""
    return ("O", *(f"{position}-{name}" for name in types for position in "BIES"))


def allowed_tags(words: int, names: Iterable[GoldName], guideline: str) -> list[tuple[str, ...]]:
    """Give for every word the tags that its data set allows."""
    meanings = MEANINGS[guideline]
    unmarked = tags_of(meanings[""])
    allowed: list[tuple[str, ...]] = [unmarked] * words
    for name in names:
        types = meanings.get(name.label, ("misc",))
        for word in range(name.start, name.end):
            allowed[word] = tuple(f"{_position(word, name)}-{each}" for each in types)
    return allowed


def _position(word: int, name: GoldName) -> str:
    """Give the BIOES letter of a word in a name."""
    if name.end - name.start == 1:
        return "S"
    if word == name.start:
        return "B"
    return "E" if word == name.end - 1 else "I"


def label_sets(examples: Iterable[Example], scripts_from: int) -> dict[str, tuple[str, ...]]:
    """Give the classes of every task, the most frequent first; lemma scripts seen less often are left out."""
    counts: dict[str, Counter[str]] = {task: Counter() for task in ("upos", "xpos", "lemma", "relation")}
    for example in examples:
        for word in example.parse or ():
            counts["upos"][word.upos] += 1
            counts["xpos"][word.xpos] += 1
            counts["lemma"][script_of(word.form, word.lemma)] += 1
            counts["relation"][word.deprel] += 1
    sets = {task: tuple(label for label, _ in sorted(seen.items(), key=_rank)) for task, seen in counts.items()}
    frequent = tuple(script for script in sets["lemma"] if counts["lemma"][script] >= scripts_from)
    return {
        **sets,
        "lemma": frequent or (IDENTITY,),
        "nominal": NOMINAL_TYPES,
        "uner": tags_of(UNER_TYPES),
        "wiki": tags_of(WIKI_TYPES),
    }


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    """Order labels by falling frequency, then by name."""
    return -item[1], item[0]
