"""What leads to a verb: the subject and the words before it, through control, purpose and coordination.

Fiji plans to visit Riga            Fiji | plans to visit
Fiji persuaded Chad to sell coal    Fiji | persuaded Chad to sell
Fiji has plans to close mines       Fiji | has plans to close
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Analysis, Token
from kg.extract.clause import Clause
from kg.extract.grammar import Grammar
from kg.extract.slots import Filler
from kg.extract.tuples.phrases import Phrases

LONGEST_LEAD = 8
"""Words between two verbs of one relation; "travelled to Paris to meet" is a relation, a whole clause is none."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The beginning of a tuple.

    Attributes:
        subjects: who; empty if the sentence does not say.
        before: tokens of the relation before the clause's own verb group.
        words: all tokens of the relation, the verb group included.
        existing: what "there is" says there is.
    """

    subjects: tuple[Filler, ...]
    before: tuple[int, ...]
    words: tuple[int, ...]
    existing: tuple[Filler, ...] = ()


@dataclass(frozen=True)
class Leads:
    """Reads what leads to the clauses of an article."""

    grammar: Grammar
    phrases: Phrases

    @property
    def _analysis(self) -> Analysis:
        return self.grammar.analysis

    def of(self, clause: Clause) -> Lead:
        """Give what leads to a clause."""
        verb = tuple(self.phrases.verb(clause))
        there = [t for t in self._analysis.dependents(clause.head, "expl") if t.text.lower() == "there"]
        if there:
            return Lead((Filler(there[0].index),), (), verb, clause.surface)
        outer = self._outer(clause)
        if outer is None:
            to = tuple(t.index for t in self._analysis.dependents(clause.head, "mark") if t.text.lower() == "to")
            return Lead(clause.surface, to, (*to, *verb))
        subjects, before = outer
        return Lead(subjects, before, (*before, *verb))

    def is_bare(self, clause: Clause) -> bool:
        """Say whether a predicate has no verb of its own: "named him chairman", "remained silent"."""
        token = self._analysis.tokens[clause.head]
        return token.upos != "VERB" and not self._analysis.has_dependent(clause.head, "cop")

    def recipients(self, clause: Clause) -> tuple[int, ...]:
        """Give the words of an indirect object that stands behind its verb."""
        return tuple(index for f in clause.recipients if f.head > clause.head for index in self.phrases.inner(f.head))

    def object_after(self, clause: Clause, objects: tuple[Filler, ...]) -> tuple[int, ...]:
        """Give the words of the first object if it stands behind its verb; further ones are another tuple's."""
        if objects and objects[0].head > clause.head:
            return tuple(self.phrases.inner(objects[0].head))
        return ()

    def _outer(self, clause: Clause) -> tuple[tuple[Filler, ...], tuple[int, ...]] | None:
        """Give the subjects and the words that another clause lends, None if there is none."""
        token = self._analysis.tokens[clause.head]
        governor = self.grammar.reader.governor(clause.head)
        if governor is None or self._analysis.has_dependent(clause.head, "nsubj", "expl"):
            return None
        if token.relation == "conj" and token.head in self.grammar.clauses and clause.shares_subject:
            first = self.grammar.clauses[token.head]
            same = self._analysis.tokens[first.head].xpos == token.xpos
            lead = self.of(first)
            return (lead.subjects, lead.before) if same and lead.before else None
        if token.relation == "xcomp":
            return self._joined(clause, governor, tuple(self._between(governor, clause.head)))
        if token.relation in {"advcl", "acl"} and token.deprel == token.relation and self._is_joined(token, governor):
            middle = tuple(self._between(governor, clause.head))
            return self._joined(clause, governor, middle if len(middle) <= LONGEST_LEAD else ())
        return None

    def _joined(
        self, clause: Clause, governor: Clause, middle: tuple[int, ...]
    ) -> tuple[tuple[Filler, ...], tuple[int, ...]]:
        lead = self.of(governor)
        marks = tuple(self.phrases.marks(clause.head)) if not self.is_bare(clause) else ()
        return lead.subjects, (*lead.words, *middle, *marks)

    def _is_joined(self, token: Token, governor: Clause) -> bool:
        """Say whether a verb goes on with its governor: "to visit", "by closing", after it; "has plans to close"."""
        marks = {mark.lemma.lower() for mark in self._analysis.dependents(token.index, "mark")}
        if token.index < governor.head or not marks or token.xpos not in {"VB", "VBG"}:
            return False
        if token.relation == "acl":
            nouns = (*governor.objects, *(oblique.filler for oblique in governor.obliques))
            return "to" in marks and token.head in {filler.head for filler in nouns}
        return True

    def _between(self, governor: Clause, head: int) -> Iterator[int]:
        """Yield the words of the governor's objects and obliques before the second verb."""
        for filler in (*governor.recipients[:1], *governor.objects[:1]):
            if governor.head < filler.head < head:
                yield from self.phrases.inner(filler.head)
        for oblique in governor.obliques:
            if governor.head < oblique.filler.head < head and oblique.preposition:
                case = (t.index for t in self._analysis.dependents(oblique.filler.head, "case"))
                yield from case
                yield from self.phrases.inner(oblique.filler.head)
