"""What a correction of a parse is made of: arcs that move."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.document import Analysis, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that have a subject of their own, auxiliaries included."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A token with its new head and relation."""

    token: int
    head: int
    deprel: str


Correction = Callable[[Analysis, Token], Iterator[Arc]]
