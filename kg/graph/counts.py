"""How much a graph holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a graph holds; `affirmed` are the statements with a plain edge."""

    articles: int
    entities: int
    statements: int
    affirmed: int
    evidence: int
