"""A sentence's tree while it is changed: every step leaves a tree with the same words and one root."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.document import ROOT


@dataclass(frozen=True, slots=True)
class Row:
    """A word and its arc; `head` is an index in its sentence, `ROOT` for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str

    @property
    def lower(self) -> str:
        """Give the form in lower case."""
        return self.form.lower()


class Tree:
    """The rows of one sentence with their dependents."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Begin with rows that are a tree."""
        self._rows = list(rows)
        self._below: list[set[int]] = [set() for _ in rows]
        for index, row in enumerate(rows):
            if row.head != ROOT:
                self._below[row.head].add(index)

    def __len__(self) -> int:
        """Give the number of words."""
        return len(self._rows)

    def __getitem__(self, index: int) -> Row:
        """Give the row of a word as it is now."""
        return self._rows[index]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are now."""
        return tuple(self._rows)

    def children(self, index: int, *relations: str) -> list[int]:
        """Give the dependents of a word in text order, those of the given relations only if any is given."""
        below = sorted(self._below[index])
        return [i for i in below if self._rows[i].deprel in relations] if relations else below

    def head_of(self, index: int) -> Row | None:
        """Give the row of a word's head, None for the root."""
        head = self._rows[index].head
        return None if head == ROOT else self._rows[head]

    def deepest_first(self) -> list[int]:
        """Give all words, each before its head, in text order where that leaves a choice."""
        order: list[int] = []
        pending = [index for index, row in enumerate(self._rows) if row.head == ROOT]
        while pending:
            order += pending
            pending = [child for index in pending for child in sorted(self._below[index], reverse=True)]
        return order[::-1]

    def attach(self, index: int, head: int, deprel: str) -> None:
        """Hang a word with all below it elsewhere; `head` is not below it."""
        before = self._rows[index].head
        if before != ROOT:
            self._below[before].discard(index)
        if head != ROOT:
            self._below[head].add(index)
        self._rows[index] = replace(self._rows[index], head=head, deprel=deprel)

    def relabel(self, index: int, deprel: str) -> None:
        """Give a word another relation to its head."""
        self._rows[index] = replace(self._rows[index], deprel=deprel)

    def tag(self, index: int, upos: str) -> None:
        """Give a word another part of speech."""
        self._rows[index] = replace(self._rows[index], upos=upos)

    def promote(self, index: int, role: str, below: str) -> None:
        """Let a word change places with its head.

        The word takes the head's place with the relation `role`, the head hangs on the word as `below`, and what else
        hung on the head hangs on the word.

        Example:
            went | into ←prep | Paris ←pobj   promote(Paris, "obl", "case")   went | into →case | Paris ←obl
        """
        over = self._rows[index].head
        self.attach(index, self._rows[over].head, role)
        for child in self.children(over):
            self.attach(child, index, self._rows[child].deprel)
        self.attach(over, index, below)
