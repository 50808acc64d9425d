"""What a correction of a parse is made of: arcs that move."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.document import Analysis, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that have a subject of their own, auxiliaries included."""

DOUBTED = 0.7
"""Score of an arc below which another head is as likely."""

NOUNS = frozenset({"NOUN", "PROPN"})
"""Parts of speech of words that name something."""

SUBORDINATING = frozenset({"after", "although", "because", "before", "since", "though", "unless", "until", "while"})
"""Words that open an adverbial clause and never what is said."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A token with its new head and relation."""

    token: int
    head: int
    deprel: str


Correction = Callable[[Analysis, Token], Iterator[Arc]]

Slips = Mapping[Correction, str]
"""Corrections with the words that they start from: relations without subtype or parts of speech, empty for any word."""
