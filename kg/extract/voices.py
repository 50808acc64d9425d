"""Whose words a clause is, as its own sentence says.

Kenya attacked Oslo , Ortega said .             Ortega
Kenya attacked Oslo , according to Ortega .     Ortega
In Ortega 's words , Kenya attacked Oslo .      Ortega
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.document import Analysis
from kg.extract.clause import Clause
from kg.extract.readings import SPEAKERS, Voice, author, is_complete, owners, voice
from kg.knowledge import CueKind
from kg.wording import Lexicons

_POINTING = frozenset({"it", "this", "that"})


@dataclass(frozen=True, slots=True)
class Voices:
    """Finds the speakers of one article's clauses.

    Attributes:
        analysis: the article.
        clauses: its clauses by head token.
        lexicons: wording.
        quoted: voice of the words inside quotation marks, by token.
    """

    analysis: Analysis
    clauses: Mapping[int, Clause]
    lexicons: Lexicons
    quoted: Mapping[int, Voice]

    def of(self, clause: Clause, around: Voice | None) -> Voice | None:
        """Give who speaks a clause: its parenthesis, its phrase, or its quotation marks; None if they say no more.

        Quotation marks yield to a speaker around the clause, but say who "we" in "we believe" is and who says that "it
        shows" something. Hearsay inside them stays hearsay. Who only passes words on ("as quoted by the Gazette")
        yields to who spoke them.

        Args:
            clause: the clause.
            around: whose words it is by what governs it.
        """
        found = self._parenthetical(clause) or self._attributed(clause)
        quoted = self.quoted.get(clause.head)
        source = around.source if around is not None else None
        if found is not None and not (self._passes_on(clause) and (source is not None or quoted)):
            return replace(found, source=quoted.source) if found.source is None and quoted else found
        return quoted if source is None or (around is not None and self._yields(source, around.kind)) else None

    def _passes_on(self, clause: Clause) -> bool:
        """Say whether somebody else passes the words of a clause on: "as quoted by the Gazette"."""
        inner = (self.clauses.get(token.index) for token in self.analysis.dependents(clause.head, "advcl"))
        return any(part is not None and part.passive and part.subjects for part in inner)

    def _yields(self, source: int, kind: CueKind) -> bool:
        """Say whether a pronoun is the speaker himself, or what he points to: "it shows that", not "it claims that"."""
        word = self.analysis.tokens[source].text.lower()
        return word in SPEAKERS or (word in _POINTING and kind is CueKind.SAY)

    def _parenthetical(self, clause: Clause) -> Voice | None:
        """Institutional recipients , said Mauer , are required to exhibit …   said <- parataxis - required."""
        for token in self.analysis.dependents(clause.head, "dislocated"):
            if any(word.text == ":" for word in self.analysis.tokens[token.index : clause.head]):
                return Voice(token.index, ":", CueKind.SAY)
        for token in self.analysis.dependents(clause.head, "parataxis", "advcl"):
            inner = self.clauses.get(token.index)
            if inner is None or inner.complements or is_complete(inner):
                continue
            marks = {mark.lemma.lower() for mark in self.analysis.dependents(token.index, "mark")}
            if token.relation == "advcl" and marks != {"as"}:
                continue
            speaker = voice(inner, self.analysis, self.lexicons)
            if speaker is not None and not (token.relation == "advcl" and speaker.kind is CueKind.DEMAND):
                return speaker
        return None

    def _attributed(self, clause: Clause) -> Voice | None:
        for oblique in clause.obliques:
            row = self.lexicons.attribution_of_phrase.get(oblique.preposition)
            if row is not None:
                source = author(oblique.filler.head, self.analysis, self.lexicons)
                return Voice(source, row.phrase, row.kind)
            if speaker := self._in_words_of(oblique.filler.head):
                return speaker
        for word in self.analysis.dependents(clause.head, "advmod"):
            row = self.lexicons.attribution_of_phrase.get(word.text.lower())
            if row is not None:
                return Voice(None, row.phrase, row.kind)
        return None

    def _in_words_of(self, noun: int) -> Voice | None:
        """Give whose words, view or account a prepositional phrase calls what its clause says.

        In the words of Okello , …      in the words of: Okello
        In Okello 's words , …          in … words: Okello
        """
        cases = [case.index for case in self.analysis.dependents(noun, "case")]
        for owner in (self.analysis.tokens[index] for index in owners(noun, self.analysis) if cases):
            if owner.deprel == "nmod:poss":
                words = [self.analysis.tokens[cases[0]], *self.analysis.tokens[owner.index + 1 : noun + 1]]
                kept = [word.text.lower() for word in words if word.xpos != "POS"]
                row = self.lexicons.attribution_of_phrase.get(" … ".join([kept[0], " ".join(kept[1:])]))
            else:
                last = max((case.index for case in self.analysis.dependents(owner.index, "case")), default=noun)
                phrase = self.analysis.tokens[cases[0] : last + 1]
                row = self.lexicons.attribution_of_phrase.get(" ".join(word.text.lower() for word in phrase))
            if row is not None and row.kind in {CueKind.SAY, CueKind.CLAIM}:
                return Voice(owner.index, row.phrase, row.kind)
        return None
