"""How a clause is meant: affirmed or denied, how surely, and on whose word.

The reading of a clause is its own words (negation, auxiliaries, adverbs, conditions) under everything that
governs it, from the inside out:

    Riga did not say that it would sign .      sign: no claim ("not say" leaves it open)
    Riga refused to sign .                     sign: negative, certain
    The envoy said Riga may sign .             sign: positive, possible, source = the envoy

Source: implicative and factive signatures after Karttunen (1971) and MegaVeridicality (White & Rawlins 2018).
"""

from collections.abc import Mapping
from dataclasses import replace

from kg.document import ROOT, Analysis, Token
from kg.extract.clauses import Clause, is_singled_out
from kg.extract.readings import RANK, Factuality, Voice, best_row, combined, voice
from kg.knowledge import Certainty, CueKind, Polarity
from kg.rows import ComplementVerb
from kg.wording import Lexicons


class FactualityReader:
    """Reads the clauses of one article; remembers what it has read.

    Args:
        analysis: the article.
        clauses: its clauses by head token.
        lexicons: wording.
        quoted: voice of the words inside quotation marks, by token.
    """

    def __init__(
        self, analysis: Analysis, clauses: Mapping[int, Clause], lexicons: Lexicons, quoted: Mapping[int, Voice]
    ) -> None:
        self._analysis = analysis
        self._clauses = clauses
        self._lexicons = lexicons
        self._quoted = quoted
        self._inherited: dict[int, Factuality | None] = {}
        self._contexts: dict[int, Factuality | None] = {}
        self._readings: dict[int, Factuality | None] = {}
        self._open = 0  # clauses whose surroundings are being read: what is read meanwhile is not final

    def read(self, clause: Clause) -> Factuality | None:
        """Give the reading of a clause, None if its truth is left open (a question, "did not say that")."""
        if clause.head in self._readings:
            return self._readings[clause.head]
        inherited = self.inherited(clause)
        left_open = inherited is None or self._is_question(clause)
        reading = None if left_open or inherited is None else combined(self._own(clause, inherited), inherited)
        if not self._open:
            self._readings[clause.head] = reading
        return reading

    def governor(self, index: int) -> Clause | None:
        """Give the clause that a token stands in; for a predicate, the one around it."""
        index = self._analysis.tokens[index].head
        while index != ROOT and index not in self._clauses:
            index = self._analysis.tokens[index].head
        return self._clauses.get(index)

    def containing(self, index: int) -> Clause | None:
        """Give the clause that a token belongs to, its own if it is a predicate."""
        return self._clauses.get(index) or self.governor(index)

    def of_token(self, index: int) -> Factuality | None:
        """Give the reading for something said in passing at a token (a title, an apposition): its voice alone.

        "Former minister X did not resign" denies the resigning, not the office.
        """
        clause = self.containing(index)
        if clause is None:
            return Factuality(voice=self._quoted.get(index))
        inherited = self.inherited(clause)
        if inherited is None:
            return None
        return Factuality(voice=inherited.voice)

    def inherited(self, clause: Clause) -> Factuality | None:
        """Give what the surroundings of a clause say about it, its own words aside."""
        if clause.head not in self._inherited:
            self._inherited[clause.head] = Factuality()  # a cycle cannot occur in a tree; this guards the recursion
            self._open += 1
            self._contexts[clause.head] = self._context(clause)
            self._inherited[clause.head] = self._with_voice(clause, self._contexts[clause.head])
            self._open -= 1
        return self._inherited[clause.head]

    def negated(self, clause: Clause) -> bool:
        """Say whether a clause is denied by its own words."""
        return self._is_negative(clause)

    # -- own words -------------------------------------------------------------------------------------------

    def _own(self, clause: Clause, inherited: Factuality) -> Factuality:
        certainty = self._modal_certainty(clause, inherited)
        if self._has_condition(clause):
            certainty = Certainty.CONDITIONAL
        polarity = Polarity.NEGATIVE if self._is_negative(clause) else Polarity.POSITIVE
        return Factuality(polarity, certainty)

    def _is_negative(self, clause: Clause) -> bool:
        if any(
            self._negates(token)
            for token in self._analysis.dependents(clause.head, "advmod", "mark", "cc", "det", "aux")
        ):
            return True
        if self._no_longer(clause) or self._shares_negation(clause):
            return True
        relative = (
            self._analysis.tokens[clause.head].deprel == "acl:relcl"
        )  # "no country that signed" denies no signing
        fillers = clause.objects if clause.shares_subject or relative else (*clause.surface, *clause.objects)
        return any(self._is_void(filler.head) for filler in fillers)

    def _negates(self, token: Token) -> bool:
        word = token.lemma.lower()
        if token.deprel == "cc":
            return word == "nor"
        if token.deprel == "mark":
            return word in {"without", "instead", "rather"}
        if word not in self._lexicons.verb_negators:
            return False
        following = self._analysis.tokens[token.index + 1] if token.index + 1 < len(self._analysis.tokens) else token
        return following.lemma.lower() not in self._lexicons.focus_adverbs

    def _no_longer(self, clause: Clause) -> bool:
        return any(
            word.lemma.lower() in {"long", "longer", "more"}
            and any(part.lemma.lower() == "no" for part in self._analysis.dependents(word.index))
            for word in self._analysis.dependents(clause.head, "advmod")
        )

    def _is_void(self, head: int) -> bool:
        """Say whether a noun names nothing ("no evidence", "nobody", "neither side")."""
        token = self._analysis.tokens[head]
        none = self._lexicons.noun_negators
        if token.upos == "PRON" and token.lemma.lower() in none:
            return True
        return any(word.lemma.lower() in none for word in self._analysis.dependents(head, "det", "cc:preconj"))

    def _modal_certainty(self, clause: Clause, inherited: Factuality) -> Certainty:
        words = [*self._analysis.dependents(clause.head, "aux", "advmod", "cop")]
        best = Certainty.CERTAIN
        if not any(word.deprel == "aux" for word in words):
            best = self._shared_modal(clause) or best
        for word in words:
            best = max(best, self._word_certainty(word, clause, inherited), key=RANK.index)
        return best

    def _word_certainty(self, word: Token, clause: Clause, inherited: Factuality) -> Certainty:
        """Give the certainty of one auxiliary or adverb; "could not" is a failure, "said it would" a plan."""
        lemma = word.lemma.lower()
        if lemma == "be" and word.deprel == "aux" and self._has_to(clause):
            return Certainty.PLANNED  # "is to host"
        row = self._lexicons.modal_of_word.get((lemma, "AUX" if word.relation in {"aux", "cop"} else "ADV"))
        if row is None:
            return Certainty.CERTAIN
        if lemma in {"would", "'d", "’d"} and inherited.voice is not None:
            return Certainty.PLANNED
        if lemma in {"can", "could"} and self._is_negative(clause):
            return Certainty.CERTAIN
        return Certainty(row.certainty)

    def _has_to(self, clause: Clause) -> bool:
        return any(mark.lemma.lower() == "to" for mark in self._analysis.dependents(clause.head, "mark"))

    def _shared_modal(self, clause: Clause) -> Certainty | None:
        first = self._conjunct_before(clause)
        if first is None or self._analysis.tokens[clause.head].xpos not in {"VB", "VBN"}:
            return None
        return self._modal_certainty(first, Factuality())

    def _shares_negation(self, clause: Clause) -> bool:
        """Say whether a negation reaches over a coordination: "did not meet or sign" (same form, no own auxiliary)."""
        first = self._conjunct_before(clause)
        if first is None or any(True for _ in self._analysis.dependents(clause.head, "aux")):
            return False
        if any(word.lemma == "but" for word in self._analysis.dependents(clause.head, "cc")):
            return False
        token = self._analysis.tokens[clause.head]
        return token.xpos == "VB" and self._analysis.tokens[first.head].xpos == "VB" and self._is_negative(first)

    def _conjunct_before(self, clause: Clause) -> Clause | None:
        token = self._analysis.tokens[clause.head]
        return self._clauses.get(token.head) if token.relation == "conj" and clause.shares_subject else None

    def _has_condition(self, clause: Clause) -> bool:
        return any(self._is_condition(sub.index) for sub in self._analysis.dependents(clause.head, "advcl"))

    def _is_condition(self, head: int) -> bool:
        marks = list(self._analysis.dependents(head, "mark"))
        if not any(mark.lemma.lower() in self._lexicons.condition_markers for mark in marks):
            return False
        before = [self._analysis.tokens[mark.index - 1].lemma.lower() for mark in marks if mark.index]
        return not {"even", "as"} & set(before)

    def _is_question(self, clause: Clause) -> bool:
        if any(mark.lemma.lower() == "whether" for mark in self._analysis.dependents(clause.head, "mark")):
            return True
        return any(mark.text == "?" for mark in self._analysis.dependents(clause.head, "punct"))

    # -- surroundings ----------------------------------------------------------------------------------------

    def _with_voice(self, clause: Clause, context: Factuality | None) -> Factuality | None:
        """Add the voice of a parenthetical ("…, Mauer said"), of "according to", or of the quotation marks."""
        if context is None:
            return None
        speaker = self._parenthetical(clause) or self._attributed(clause)
        if speaker is None and context.voice is None:
            speaker = self._quoted.get(clause.head)
        if speaker is None:
            return context
        polarity = Polarity.NEGATIVE if speaker.kind is CueKind.DENY else context.polarity
        return replace(context, voice=speaker, polarity=polarity)

    def _parenthetical(self, clause: Clause) -> Voice | None:
        """Institutional recipients , said Mauer , are required to exhibit …   said <- parataxis - required."""
        for token in self._analysis.dependents(clause.head, "parataxis", "advcl"):
            inner = self._clauses.get(token.index)
            if inner is None or inner.complements or inner.objects:
                continue
            marks = {mark.lemma.lower() for mark in self._analysis.dependents(token.index, "mark")}
            if token.relation == "advcl" and marks != {"as"}:
                continue
            speaker = voice(inner, self._lexicons)
            if speaker is not None and not (token.relation == "advcl" and speaker.kind is CueKind.DEMAND):
                return speaker
        return None

    def _attributed(self, clause: Clause) -> Voice | None:
        for oblique in clause.obliques:
            row = self._lexicons.attribution_of_phrase.get(oblique.preposition)
            if row is not None:
                return Voice(oblique.filler.head, row.phrase, row.kind)
        for word in self._analysis.dependents(clause.head, "advmod"):
            row = self._lexicons.attribution_of_phrase.get(word.text.lower())
            if row is not None:
                return Voice(None, row.phrase, row.kind)
        return None

    def _context(self, clause: Clause) -> Factuality | None:
        token = self._analysis.tokens[clause.head]
        governor = self.governor(clause.head)
        if governor is None:
            return Factuality()
        outside = self.inherited(governor)
        if token.relation == "parataxis" and voice(clause, self._lexicons) is not None:
            return self._contexts[governor.head]  # "X fell, Mauer said": the saying is not part of what is said
        if outside is None:
            return None
        if token.relation == "acl" and token.deprel != "acl:relcl":
            return self._noun_complement(clause, token, governor, outside)
        if token.relation in {"ccomp", "xcomp", "csubj"} or (
            token.relation == "advcl" and self._is_argument(clause, governor)
        ):
            return self._complement(clause, governor, outside)
        if token.relation == "advcl":
            return self._adverbial(clause, outside)
        if token.relation == "conj" and token.head in self._clauses:
            return self._beside(clause, self._clauses[token.head], outside)
        return Factuality(voice=outside.voice)

    def _beside(self, clause: Clause, first: Clause, outside: Factuality) -> Factuality:
        """Read the second of two clauses: it stands under what governs the first ("refused to sign and pay")."""
        relation = self._analysis.tokens[first.head].relation
        embedded = relation in {"ccomp", "xcomp", "acl", "advcl", "csubj"}
        own_subject = any(True for _ in self._analysis.dependents(clause.head, "nsubj", "nsubj:pass"))
        marked = any(True for _ in self._analysis.dependents(clause.head, "mark"))
        if embedded and (not own_subject or marked):
            return outside
        return Factuality(voice=outside.voice)

    def _adverbial(self, clause: Clause, outside: Factuality) -> Factuality:
        if self._is_condition(clause.head):
            return Factuality(certainty=Certainty.CONDITIONAL, voice=outside.voice)
        marks = {mark.lemma.lower() for mark in self._analysis.dependents(clause.head, "mark")}
        if "to" in marks:
            return Factuality(certainty=Certainty.PLANNED, voice=outside.voice)
        return Factuality(voice=outside.voice)

    def _is_argument(self, clause: Clause, governor: Clause) -> bool:
        """Say whether an adverbial clause is what its governor is about: "praised X for doing"."""
        return self._signature(clause, governor) is not None

    def _complement(self, clause: Clause, governor: Clause, outside: Factuality) -> Factuality | None:
        own = combined(self._own(governor, outside), outside)
        row = self._signature(clause, governor)
        speaker = voice(governor, self._lexicons) if self._is_reported(clause) else None
        if row is not None:
            return self._signed(row, own, governor, speaker)
        if speaker is not None:
            return self._reported(own, speaker)
        if self._analysis.tokens[clause.head].relation == "xcomp":
            return own
        return replace(own, voice=outside.voice)

    def _is_reported(self, clause: Clause) -> bool:
        token = self._analysis.tokens[clause.head]
        return token.relation == "ccomp" or (token.relation == "xcomp" and token.upos not in {"ADJ", "NOUN", "PROPN"})

    def _reported(self, own: Factuality, speaker: Voice) -> Factuality | None:
        if own.polarity is Polarity.NEGATIVE:
            return None  # "did not say that"
        polarity = Polarity.NEGATIVE if speaker.kind is CueKind.DENY else Polarity.POSITIVE
        certainty = Certainty.DEMANDED if speaker.kind is CueKind.DEMAND else own.certainty
        if speaker.kind is CueKind.PREDICT or speaker.source is None:
            certainty = max(certainty, Certainty.POSSIBLE, key=RANK.index)  # "is said to": nobody vouches
        elif certainty is Certainty.PLANNED and speaker.kind is not CueKind.PROMISE:
            certainty = Certainty.CERTAIN  # "will say that": the saying is to come, not what is said
        return Factuality(polarity, certainty, speaker)

    def _signed(
        self, row: ComplementVerb, own: Factuality, governor: Clause, speaker: Voice | None
    ) -> Factuality | None:
        """Apply a complement signature to the reading of its governor."""
        denied = own.polarity is Polarity.NEGATIVE
        polarity, certainty = (row.neg_polarity, row.neg_certainty) if denied else (row.polarity, row.certainty)
        if polarity not in set(Polarity) or certainty not in set(Certainty):
            return None
        if speaker is not None and own.certainty is Certainty.PLANNED and speaker.kind is not CueKind.PROMISE:
            own = replace(own, certainty=Certainty.CERTAIN)  # "will say that": the saying is to come, not what is said
        level = max(own.certainty, Certainty(certainty), key=RANK.index)
        return Factuality(Polarity(polarity), level, self._holder(row, governor, speaker) or own.voice)

    def _holder(self, row: ComplementVerb, governor: Clause, speaker: Voice | None) -> Voice | None:
        """Give whose reading a signature says it is."""
        if row.holder not in {"subject", "object"}:
            return None
        told = speaker or voice(governor, self._lexicons)  # "accuses of selling" stays an accusation
        fillers = governor.subjects if row.holder == "subject" else (*governor.recipients, *governor.objects)
        kind = CueKind.DEMAND if row.certainty == Certainty.DEMANDED else told.kind if told else CueKind.SAY
        return Voice(fillers[0].head if fillers else None, governor.lemma, kind)

    def _signature(self, clause: Clause, governor: Clause) -> ComplementVerb | None:
        token = self._analysis.tokens[clause.head]
        pos = "VERB" if self._analysis.tokens[governor.head].upos in {"VERB", "AUX"} else "ADJ"
        if self._analysis.tokens[governor.head].upos in {"NOUN", "PROPN"}:
            pos = "NOUN"
        rows = self._lexicons.complements_of.get((governor.lemma, pos), ())
        form = self._form(token, governor)
        return best_row(rows, form)

    def _form(self, token: Token, governor: Clause) -> tuple[str, ...]:
        """Give the complement types that this complement may be listed as, the most specific first."""
        marks = [mark.lemma.lower() for mark in self._analysis.dependents(token.index, "mark", "case")]
        patient = bool(governor.objects or governor.recipients)
        if "to" in marks:
            asked = [f"prep:{o.preposition}+xcomp" for o in governor.obliques if o.preposition]
            both = ("obj+xcomp", "xcomp") if patient else ("xcomp", "obj+xcomp")
            return (*asked, *both)
        if token.xpos == "VBG" and token.relation != "ccomp":
            with_mark = tuple(f"gerund:{mark}" for mark in marks)
            plain = () if marks or token.relation == "advcl" else ("gerund", "xcomp")
            return (*(f"obj+{form}" for form in with_mark), *with_mark, *(f"prep:{mark}" for mark in marks), *plain)
        if token.relation in {"ccomp", "csubj"}:
            return ("obj+ccomp", "ccomp") if patient else ("ccomp",)
        if token.relation == "advcl":
            return ()  # "warned Chad after it had acted"
        return ("obj+xcomp", "xcomp") if token.upos == "VERB" or patient else ()

    def _noun_complement(
        self, clause: Clause, token: Token, governor: Clause, outside: Factuality
    ) -> Factuality | None:
        """Read the clause of a noun: "plans to close" is planned, "evidence that X fled" is its owner's claim."""
        noun = self._analysis.tokens[token.head]
        marks = {mark.lemma.lower() for mark in self._analysis.dependents(token.index, "mark")}
        if not marks or is_singled_out(self._analysis, noun):
            return Factuality(voice=outside.voice)
        gerunds = tuple(f"gerund:{mark}" for mark in sorted(marks)) if token.xpos == "VBG" else ()
        form = (*gerunds, "xcomp") if gerunds else ("xcomp",) if "to" in marks else ("ccomp",)
        row = best_row(self._lexicons.complements_of.get((noun.lemma.lower(), "NOUN"), ()), form)
        void = self._is_void(noun.index)
        own = combined(self._own(governor, outside), outside)
        if row is not None:
            polarity = (
                Polarity.NEGATIVE if void else own.polarity if governor.lemma in {"have", "be"} else Polarity.POSITIVE
            )
            return self._signed(row, Factuality(polarity, Certainty.CERTAIN, outside.voice), governor, None)
        if gerunds:
            return None  # "interest in selling": the noun does not say whether it came to that
        if "to" in marks:
            return Factuality(certainty=Certainty.PLANNED, voice=outside.voice)
        if void or own.polarity is Polarity.NEGATIVE:
            return None
        owner = next((poss.index for poss in self._analysis.dependents(noun.index, "nmod:poss")), None)
        source = owner if owner is not None else next((filler.head for filler in governor.subjects), None)
        return Factuality(voice=Voice(source, noun.lemma.lower(), CueKind.CLAIM if source is None else CueKind.SAY))
