"""Finds entities by name: whole or by word, whatever the case, accents and punctuation."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kg.errors import StoreError
from kg.knowledge import EntityId

if TYPE_CHECKING:
    from kg.graph.graph import Graph

_DROPPED = re.compile(r"[.'’`]|^the (?=.)")
_SPACES = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A way to call an entity.

    Attributes:
        key: the folded name.
        is_alias: False for the label.
        articles: number of articles that mention the entity, negative so that the most frequent sorts first.
        entity: who is called so.
    """

    key: str
    is_alias: bool
    articles: int
    entity: EntityId


class Names:
    """The names of a graph, sorted; derived from the store and made again when that changes."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names)

    def find(self, name: str) -> tuple[EntityId, ...]:
        """Give who is called that, best first: by label, by alias, by words inside a name.

        Within each of the three the entity that most articles mention comes first.
        """
        key = fold(name)
        start = bisect_left(self._names, key, key=lambda entry: entry.key)
        exact = []
        while start < len(self._names) and self._names[start].key == key:
            exact.append(self._names[start])
            start += 1
        found = exact or [entry for entry in self._names if f" {key} " in f" {entry.key} "]
        ranked = sorted(found, key=lambda entry: (entry.is_alias, entry.articles, entry.entity))
        return tuple(dict.fromkeys(entry.entity for entry in ranked))

    def nearest(self, name: str, limit: int = 5) -> tuple[EntityId, ...]:
        """Give who has a name that looks like it, best first."""
        from rapidfuzz import fuzz, process

        keys = [entry.key for entry in self._names]
        # A name may stand for several entities and an entity have several names: ask for more than are wanted.
        matches = process.extract(fold(name), keys, scorer=fuzz.WRatio, score_cutoff=60, limit=4 * limit)
        best = sorted((-score, self._names[place].articles, self._names[place].entity) for _, score, place in matches)
        return tuple(dict.fromkeys(entity for _, _, entity in best))[:limit]

    def save(self, path: Path) -> None:
        """Write the names, all or nothing.

        Raises:
            StoreError: the file cannot be written.
        """
        lines = (f"{name.key}\t{int(name.is_alias)}\t{name.articles}\t{quote(name.entity)}\n" for name in self._names)
        partial = path.with_suffix(".partial")
        try:
            partial.write_text("".join(lines), encoding="utf-8", newline="\n")
            partial.replace(path)
        except OSError as error:
            raise StoreError(f"cannot write {path} ({error}): make room there, then run the command again") from error

    @classmethod
    def load(cls, path: Path) -> "Names":
        """Read what `save` wrote.

        Raises:
            StoreError: it is something else.
        """
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
        try:
            return cls(
                Name(key, is_alias == "1", int(count), EntityId(unquote(id))) for key, is_alias, count, id in rows
            )
        except ValueError as error:
            raise StoreError(f"{path} is damaged: delete it, and the next `kg build` makes it again") from error


def forget_names(path: Path) -> None:
    """Remove the index, because the graph changes.

    Raises:
        StoreError: the file cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"cannot remove {path} ({error}): make the folder writable") from error


def collect_names(graph: "Graph") -> Names:
    """Give all names of a graph's entities."""
    articles = graph.tally("GRAPH ?it { ?group skos:prefLabel ?label }")
    return Names(
        Name(key, key != fold(entity.label), -articles[graph.iris.entity(entity.id).value], entity.id)
        for entity in graph.entities()
        for key in {fold(name) for name in (entity.label, *entity.aliases)}
    )


def fold(name: str) -> str:
    """Give the form under which names are compared.

    Example:
        `the U.S.  Erdoğan’s` gives `us erdogans`.
    """
    letters = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _SPACES.sub(" ", _DROPPED.sub("", bare)).strip() or " ".join(name.casefold().split())
