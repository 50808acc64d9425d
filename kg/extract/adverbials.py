"""How an adverbial clause is meant, by what it is to its governor: a condition, a purpose, a time, a means."""

from dataclasses import dataclass

from kg.document import Analysis
from kg.extract.clause import Clause
from kg.extract.complements import is_excessive
from kg.extract.own_words import OwnWords
from kg.extract.readings import Factuality, combined
from kg.knowledge import Certainty, Polarity
from kg.wording import Lexicons

HAPPENED = 0.25
"""Score from which a purpose counts as come about; of 300 in news after a past verb, most of those above it had."""


@dataclass(frozen=True)
class Adverbials:
    """Reads the adverbial clauses of one article.

    Attributes:
        analysis: the article.
        words: what clauses say themselves.
        lexicons: wording.
    """

    analysis: Analysis
    words: OwnWords
    lexicons: Lexicons

    def read(self, clause: Clause, governor: Clause, outside: Factuality) -> Factuality | None:
        """Read an adverbial clause under its governor and what surrounds that, None if it is left open.

        if Riga pays , Oslo sails              paying: conditional
        Riga rows as if it were late           being late: possible
        Riga met Oslo to sign the pact         signing: planned, unless it seems done
        Riga will leave before signing         signing: planned, as the leaving
        """
        if self.words.is_condition(clause.head):
            return Factuality(certainty=Certainty.CONDITIONAL, voice=outside.voice)
        marks = [mark.lemma.lower() for mark in self.analysis.dependents(clause.head, "mark", "advmod")]
        if self._is_topic(clause, marks) or is_excessive(clause, governor, self.analysis):
            return None  # "spoke about leaving Riga", "is too weak to row"
        level = self._level(marks)
        if level is Certainty.POSSIBLE:
            return Factuality(certainty=Certainty.POSSIBLE, voice=outside.voice)
        around = combined(self.words.read(governor, outside), outside)
        if "to" in marks:
            return self._purpose(clause, governor, outside, around)
        if level is Certainty.PLANNED and self.analysis.tokens[clause.head].xpos in {"VBP", "VBZ"}:
            return Factuality(certainty=around.certainty, voice=outside.voice)
        if self._is_part(clause, governor, marks, level):
            if around.polarity is Polarity.NEGATIVE and marks:
                return None  # "not in Riga's interest to grow by borrowing"
            return Factuality(certainty=around.certainty, voice=outside.voice)
        return Factuality(voice=outside.voice)

    def _level(self, marks: list[str]) -> Certainty | None:
        """Give the certainty of the first listed conjunction of two words or one, None without any."""
        rows = (self.lexicons.modal_of_word.get((marker, "SCONJ")) for marker in (" ".join(marks[:2]), *marks[:1]))
        return next((Certainty(row.certainty) for row in rows if row is not None), None)

    def _is_topic(self, clause: Clause, marks: list[str]) -> bool:
        """Say whether a participle is only what is thought, spoken or striven about."""
        is_gerund = self.analysis.tokens[clause.head].xpos == "VBG"
        row = self.lexicons.modal_of_word.get((marks[0], "ADP")) if marks and is_gerund else None
        return row is not None and row.certainty == "none"

    def _is_part(self, clause: Clause, governor: Clause, marks: list[str], level: Certainty | None) -> bool:
        """Say whether a participle behind its governor is as sure as that: it goes with it, brings it about or follows.

        Riga will cut costs by closing the mine .     closing: planned
        Oslo may sail , ending the strike .           ending: possible
        Oslo may sail after signing the pact .        signing: its own affair, as what has come first
        Oslo may sail , citing the strike .           citing: done in the saying
        """
        if self.analysis.tokens[clause.head].xpos != "VBG" or clause.head < governor.head:
            return False
        if self.analysis.has_dependent(clause.head, "aux", "nsubj", "cop"):
            return False
        if marks:
            return level is Certainty.PLANNED and marks[0] != "after"
        return clause.lemma not in self.lexicons.reporting_of_verb

    def _purpose(self, clause: Clause, governor: Clause, outside: Factuality, around: Factuality) -> Factuality | None:
        """Read a purpose: what was not done serves none, and of what may happen none is sure."""
        if around.polarity is Polarity.NEGATIVE:
            return None  # "refused to lower the flag to honour him"
        if self._is_done(clause, governor, outside):
            return Factuality(voice=outside.voice)
        level = around.certainty if around.certainty is Certainty.POSSIBLE else Certainty.PLANNED
        return Factuality(certainty=level, voice=outside.voice)

    def _is_done(self, clause: Clause, governor: Clause, outside: Factuality) -> bool:
        """Say whether a purpose came about, as far as the analyser can tell: "scored twice to win the cup"."""
        happened = self.analysis.tokens[clause.head].happened
        if happened is None or happened < HAPPENED:
            return False
        plain = self.words.read(governor, outside) == Factuality()
        return plain and self.analysis.tokens[governor.head].xpos in {"VBD", "VBN"}
