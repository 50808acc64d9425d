"""Label sets: which classes each task has, and which tags a data set's label allows.

A label allows the tags of all types that it may mean by its guideline; the loss asks only that the network choose one
of them. "O" in a set without dates allows dates.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.analyse.lemmas import IDENTITY, script_of
from kg.evaluate.guidelines import MEANINGS as MEANINGS
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
