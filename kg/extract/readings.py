"""How words may be meant: voices, readings, and how readings combine."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.clauses import Clause
from kg.knowledge import Certainty, CueKind, Polarity
from kg.rows import ComplementVerb
from kg.wording import Lexicons

RANK = (Certainty.CERTAIN, Certainty.PLANNED, Certainty.POSSIBLE, Certainty.DEMANDED, Certainty.CONDITIONAL)
"""When two readings meet, the later one wins: "should" under "may" stays a demand."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words something is.

    Attributes:
        source: head token of the source; None if the words name none (allegedly).
        cue: the attributing word.
        kind: what the source does with them.
    """

    source: int | None
    cue: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Factuality:
    """The reading of a clause; `voice` is None where the article itself speaks."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    voice: Voice | None = None


def voice(clause: Clause, lexicons: Lexicons) -> Voice | None:
    """Give who speaks in a reporting clause, None if its verb reports nothing.

    A passive without agent ("was told") speaks for nobody: the source is None.
    """
    row = lexicons.reporting_of_verb.get(clause.lemma)
    if row is None:
        return None
    return Voice(clause.subjects[0].head if clause.subjects else None, clause.lemma, row.kind)


def best_row(rows: Iterable[ComplementVerb], forms: tuple[str, ...]) -> ComplementVerb | None:
    """Give the row of the first complement type that has one, None without any."""
    by_form = {row.complement: row for row in rows}
    return next((by_form[form] for form in forms if form in by_form), None)


def combined(own: Factuality, inherited: Factuality) -> Factuality:
    """Give the reading of words under their surroundings: polarities multiply, the less certain reading wins."""
    same = own.polarity is inherited.polarity
    return Factuality(
        Polarity.POSITIVE if same else Polarity.NEGATIVE,
        max(own.certainty, inherited.certainty, key=RANK.index),
        inherited.voice,
    )
