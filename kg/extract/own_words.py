"""What the words of a clause itself say of its truth: negation, auxiliaries, adverbs, conditions.

Riga never signed .         negative
Riga may sign .             possible
Riga signs if Oslo pays .   conditional
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.document import ROOT, Analysis, Token
from kg.extract.clause import Clause
from kg.extract.readings import RANK, Factuality, Voice
from kg.knowledge import Certainty, Polarity
from kg.wording import Lexicons

_INVERTED = frozenset({"had", "should", "were"})
"""Auxiliaries that make a condition before their subject (Cambridge Grammar of the English Language 11.4)."""

_SHORT = frozenset({"'d", "’d"})
_WOULD = _SHORT | {"would"}


@dataclass(frozen=True)
class OwnWords:
    """Reads the clauses of one article by their own words.

    Attributes:
        analysis: the article.
        clauses: its clauses by head token.
        lexicons: wording.
        voices: who speaks a quoted token.
    """

    analysis: Analysis
    clauses: Mapping[int, Clause]
    lexicons: Lexicons
    voices: Mapping[int, Voice]

    def read(self, clause: Clause, inherited: Factuality) -> Factuality:
        """Give the reading of a clause by its own words; what is said of it decides what "would" is."""
        certainty = self._modal_certainty(clause, inherited)
        if self._has_condition(clause):
            certainty = Certainty.CONDITIONAL
        polarity = Polarity.NEGATIVE if self.is_negative(clause) else Polarity.POSITIVE
        return Factuality(polarity, certainty)

    @cached_property
    def denied_by_phrase(self) -> frozenset[int]:
        """Heads of clauses that a phrase denies ("in no way", "no longer")."""
        found = set()
        for start, end in self._phrases():
            outside = [i for i in range(start, end) if self.analysis.tokens[i].head not in range(start, end)]
            index = outside[0] if outside else start
            while index != ROOT and (index not in self.clauses or index in range(start, end)):
                index = self.analysis.tokens[index].head
            found.add(index)
        return frozenset(found)

    def _phrases(self) -> Iterator[tuple[int, int]]:
        """Yield where phrases stand that deny their clause, as ranges of tokens."""
        texts = [token.text.lower() for token in self.analysis.tokens]
        for start, first in enumerate(texts):
            for phrase in self.lexicons.negating_phrases.get(first, ()):
                if tuple(texts[start : start + len(phrase)]) == phrase:
                    yield start, start + len(phrase)

    def is_negative(self, clause: Clause) -> bool:
        """Say whether a clause is denied by its own words."""
        if clause.head not in self._denied:
            self._denied[clause.head] = self._is_denied(clause)
        return self._denied[clause.head]

    @cached_property
    def _denied(self) -> dict[int, bool]:
        return {}

    def _is_denied(self, clause: Clause) -> bool:
        if any(
            self._negates(token)
            for token in self.analysis.dependents(clause.head, "advmod", "mark", "cc", "det", "aux")
        ):
            return True
        if self._shares_negation(clause) or clause.head in self.denied_by_phrase or self._is_far_from(clause):
            return True
        relative = self.analysis.tokens[clause.head].deprel == "acl:relcl"  # "no country that signed" denies no signing
        fillers = clause.objects if clause.shares_subject or relative else (*clause.surface, *clause.objects)
        return any(self.is_void(filler.head) for filler in fillers if not self._is_joined(filler.head))

    def _is_joined(self, head: int) -> bool:
        """Say whether a noun is a later member of a list: "a mayor but no council" denies the council alone."""
        return self.analysis.tokens[head].relation == "conj"

    def _is_far_from(self, clause: Clause) -> bool:
        """Say whether a clause beside another tells what is "far from" so: "Far from ending the war , the summit …"."""
        marks = (mark.index for mark in self.analysis.dependents(clause.head, "mark"))
        beside = self.analysis.tokens[clause.head].deprel == "advcl"
        return beside and any(self._is_phrase(index - 1) and index - 1 not in self.clauses for index in marks if index)

    def _is_phrase(self, start: int) -> bool:
        """Say whether a denying phrase of two words starts at a token."""
        both = f"{self.analysis.word_at(start)} {self.analysis.word_at(start + 1)}"
        return any(row.scope == "phrase" and row.lemma == both for row in self.lexicons.negation)

    def _negates(self, token: Token) -> bool:
        word = token.lemma.lower()
        if token.deprel == "cc":
            return word == "nor"
        if token.deprel == "mark":
            return word in {"without", "instead", "rather"}
        if self._is_yet_to(token):
            return True
        if word not in self.lexicons.verb_negators:
            return False
        if word in self.lexicons.deed_negators and self.analysis.tokens[token.head].upos != "VERB":
            return False  # "nearly complete"
        following = self.analysis.tokens[token.index + 1] if token.index + 1 < len(self.analysis.tokens) else token
        if following.deprel == "mark" and following.lemma.lower() != "to":
            return False  # "not because it rained"
        adverbs = [other for other in self.analysis.dependents(token.head, "advmod") if other.index > token.head]
        return self.lexicons.focus_adverbs.isdisjoint(other.lemma.lower() for other in (following, *adverbs))

    def _is_yet_to(self, yet: Token) -> bool:
        """Say whether a word is the "yet" before the "to" of its verb: "is yet to pay"."""
        following = self.analysis.tokens[yet.index + 1 : yet.index + 2]
        is_yet = yet.lemma.lower() == "yet"
        return is_yet and any(word.lemma.lower() == "to" and word.head == yet.head for word in following)

    def is_seldom(self, clause: Clause) -> bool:
        """Say whether a clause tells how seldom something happens: neither that it does nor that it does not."""
        adverbs = self.analysis.dependents(clause.head, "advmod")
        return any(word.lemma.lower() in self.lexicons.seldom_adverbs for word in adverbs)

    def is_possible(self, clause: Clause) -> bool:
        """Say whether a clause by its own words only may be so."""
        return self._modal_certainty(clause, Factuality()) is Certainty.POSSIBLE

    def is_mistaken(self, head: int) -> bool:
        """Say whether a verb or noun of saying or thinking is called false: "falsely said", "a mistaken report"."""
        words = self.analysis.dependents(head, "advmod", "amod")
        return any((word.lemma.lower(), word.upos) in self.lexicons.content_negators for word in words)

    def is_void(self, head: int) -> bool:
        """Say whether a noun names nothing ("no evidence", "nobody", "neither side")."""
        token = self.analysis.tokens[head]
        none = self.lexicons.noun_negators
        if token.upos == "PRON" and token.lemma.lower() in none:
            return True
        words = self.analysis.dependents(head, "det", "cc:preconj")
        return any(word.lemma.lower() in none and not self._is_number(word) for word in words)

    def _is_number(self, word: Token) -> bool:
        """Say whether "No" is short for number: "No. 10's staff"."""
        following = self.analysis.tokens[word.index + 1 : word.index + 3]
        return [token.upos for token in following] == ["PUNCT", "NUM"] or word.text.endswith(".")

    def _modal_certainty(self, clause: Clause, inherited: Factuality) -> Certainty:
        words = [*self.analysis.dependents(clause.head, "aux", "advmod", "cop")]
        best = Certainty.CERTAIN
        if not any(word.relation == "aux" for word in words):
            best = self._shared_modal(clause) or best
        best = max(best, self._scheduled(clause), key=RANK.index)
        if self._is_due(clause):
            best = max(best, Certainty.PLANNED, key=RANK.index)
        for word in words:
            best = max(best, self._word_certainty(word, clause, inherited), key=RANK.index)
        return best

    def _word_certainty(self, word: Token, clause: Clause, inherited: Factuality) -> Certainty:
        """Give the certainty of one auxiliary or adverb; "could not" is a failure, "said it would" a plan."""
        lemma = word.lemma.lower()
        if lemma == "be" and word.relation in {"aux", "cop"} and self._has_to(clause, word.index):
            return Certainty.PLANNED  # "is to host"
        row = self.lexicons.modal_of_word.get((lemma, "AUX" if word.relation in {"aux", "cop"} else "ADV"))
        if row is None:
            return Certainty.CERTAIN
        if lemma in _WOULD and self._is_past(word, clause):
            return Certainty.CERTAIN
        if lemma in _WOULD and inherited.voice is not None and not self._is_direct(word, clause, inherited.voice):
            return Certainty.PLANNED
        if lemma in {"can", "could"} and self.is_negative(clause):
            return Certainty.CERTAIN
        return Certainty(row.certainty)

    def _is_past(self, word: Token, clause: Clause) -> bool:
        """Say whether "would" tells of what came to pass, or is "had".

        Ruiz would go on to lead the guild .
        Ruiz would later lead the guild .
        I 'd met Ruiz .
        """
        after = self.analysis.tokens[word.index + 1 : clause.head + 1]
        verb = next((token for token in after if token.upos in {"VERB", "AUX"}), None)
        if word.text.lower() in _SHORT and verb is not None and verb.xpos in {"VBN", "VBD"}:
            return True
        adverbs = [other.text.lower() for other in self.analysis.dependents(clause.head, "advmod")]
        rows = (self.lexicons.modal_of_word.get((f"would {key}", "AUX")) for key in (clause.lemma, *adverbs))
        told = any(row is not None and row.certainty == Certainty.CERTAIN for row in rows)
        return told and not self._has_condition(clause) and word.index not in self.voices

    def _is_direct(self, word: Token, clause: Clause, voice: Voice) -> bool:
        """Say whether a clause is quoted whole as it was said: its "would" is no past of "will"."""
        words = (word.index, *(filler.head for filler in clause.surface))
        return all(self.voices.get(index) == voice for index in words)

    def _scheduled(self, clause: Clause) -> Certainty:
        """Give the certainty of what a passive only puts in the calendar: "the vote is scheduled for May"."""
        row = self.lexicons.modal_of_word.get((self.analysis.tokens[clause.head].text.lower(), "ADJ"))
        if row is None or not clause.passive or clause.subjects or clause.complements:
            return Certainty.CERTAIN
        return Certainty.PLANNED if row.certainty == Certainty.PLANNED else Certainty.CERTAIN

    def _has_to(self, clause: Clause, be: int) -> bool:
        """Say whether "to" follows a form of be: "is to host", not "is said to be host"."""
        marks = self.analysis.dependents(clause.head, "mark")
        undone = any(self._is_yet_to(word) for word in self.analysis.dependents(clause.head, "advmod"))
        return not undone and any(mark.lemma.lower() == "to" and mark.index > be for mark in marks)

    def _is_due(self, clause: Clause) -> bool:
        """Say whether something is "due to start", which the parser takes for a conjunction with a verb."""
        for mark in self.analysis.dependents(clause.head, "mark"):
            parts = [mark.text, *(part.text for part in self.analysis.dependents(mark.index, "fixed"))]
            if " ".join(parts).lower() == "due to":
                return self.analysis.tokens[clause.head].xpos == "VB"
        return False

    def _shared_modal(self, clause: Clause) -> Certainty | None:
        first = self._conjunct_before(clause)
        if first is None or self.analysis.tokens[clause.head].xpos not in {"VB", "VBN"}:
            return None
        return self._modal_certainty(first, Factuality())

    def _shares_negation(self, clause: Clause) -> bool:
        """Say whether a negation reaches over a coordination: "did not meet or sign" (same form, no own auxiliary)."""
        first = self._conjunct_before(clause)
        if first is None or self.analysis.has_dependent(clause.head, "aux"):
            return False
        if any(word.lemma == "but" for word in self.analysis.dependents(clause.head, "cc")):
            return False
        token = self.analysis.tokens[clause.head]
        return token.xpos == "VB" and self.analysis.tokens[first.head].xpos == "VB" and self.is_negative(first)

    def _conjunct_before(self, clause: Clause) -> Clause | None:
        token = self.analysis.tokens[clause.head]
        return self.clauses.get(token.head) if token.relation == "conj" and clause.shares_subject else None

    def _has_condition(self, clause: Clause) -> bool:
        return any(self.is_condition(sub.index) for sub in self.analysis.dependents(clause.head, "advcl"))

    def is_condition(self, head: int) -> bool:
        """Say whether a clause is a condition ("if it rains"), not "even if" or "as if"."""
        marks = list(self.analysis.dependents(head, "mark"))
        if self._is_inverted(head) or self._is_proviso(head):
            return True
        if not any(mark.lemma.lower() in self.lexicons.condition_markers for mark in marks):
            return False
        before = [self.analysis.tokens[mark.index - 1].lemma.lower() for mark in marks if mark.index]
        return not {"even", "as"} & set(before)

    def _is_proviso(self, head: int) -> bool:
        """Say whether a participle is itself the marker: "providing Riga pays", not "providing an example"."""
        listed = self.analysis.tokens[head].text.lower() in self.lexicons.condition_markers
        return listed and not self.analysis.has_dependent(head, "obj", "iobj")

    def _is_inverted(self, head: int) -> bool:
        """Say whether a clause is a condition by its order: "Had Riga paid, …", "Should Riga pay, …"."""
        subjects = [token.index for token in self.analysis.dependents(head, "nsubj", "nsubj:pass")]
        first = [token for token in self.analysis.dependents(head, "aux", "cop") if token.text.lower() in _INVERTED]
        if not (subjects and first and first[0].index < subjects[0]):
            return False
        return head not in self.clauses or not self.is_question(self.clauses[head])

    def is_question(self, clause: Clause) -> bool:
        """Say whether a clause asks."""
        if any(mark.lemma.lower() == "whether" for mark in self.analysis.dependents(clause.head, "mark")):
            return True
        return any(mark.text == "?" for mark in self.analysis.dependents(clause.head, "punct"))
