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
from kg.extract.adverbials import Adverbials
from kg.extract.clause import Clause
from kg.extract.complements import is_appraised, is_excessive, noun_signature, signature
from kg.extract.modifiers import is_content, is_new, is_supplement
from kg.extract.own_words import OwnWords
from kg.extract.readings import (
    RANK,
    SPEAKERS,
    Factuality,
    Voice,
    author,
    can_speak,
    combined,
    is_complete,
    is_time,
    owners,
    voice,
)
from kg.extract.slots import can_act
from kg.extract.understood import is_singled_out
from kg.extract.voices import Voices
from kg.knowledge import Certainty, CueKind, Polarity
from kg.rows import ComplementVerb
from kg.wording import Lexicons

_THINGS = frozenset({"it", "they", "this", "that", "these", "those"})
_OPEN_MANNER = frozenset({"how", "why"})
"""Words that ask for no more than the manner or reason of what they take for granted."""


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
        self._voices = Voices(analysis, clauses, lexicons, quoted)
        self._words = OwnWords(analysis, clauses, lexicons, quoted)
        self._adverbials = Adverbials(analysis, self._words, lexicons)
        self._inherited: dict[int, Factuality | None] = {}
        self._contexts: dict[int, Factuality | None] = {}
        self._readings: dict[int, Factuality | None] = {}
        self._open = 0  # clauses whose surroundings are being read: what is read meanwhile is not final

    def read(self, clause: Clause) -> Factuality | None:
        """Give the reading of a clause, None if its truth is left open (a question, "did not say that")."""
        if clause.head in self._readings:
            return self._readings[clause.head]
        inherited = self.inherited(clause)
        left_open = inherited is None or self._words.is_question(clause) or self._words.is_seldom(clause)
        reading = None if left_open or inherited is None else combined(self._words.read(clause, inherited), inherited)
        if not self._open:
            self._readings[clause.head] = reading
        return reading

    def governor(self, index: int) -> Clause | None:
        """Give the clause that a token stands in; for a predicate, the one around it."""
        heads = self._analysis.above(index)
        return next((self._clauses[head] for head in heads if head in self._clauses), None)

    def containing(self, index: int) -> Clause | None:
        """Give the clause that a token belongs to, its own if it is a predicate."""
        return self._clauses.get(index) or self.governor(index)

    def of_token(self, index: int) -> Factuality | None:
        """Give the reading that an event noun takes from around its clause: the voice alone."""
        clause = self.containing(index)
        if clause is None:
            return self.aside(index)
        around = self._around(index, clause)
        return None if around is None else Factuality(voice=around.voice)

    def aside(self, index: int) -> Factuality:
        """Give the reading of something said in passing (a title, an apposition): the article's, except in quotes.

        "Auditors denied that the firm had paid the harbour master, X" denies the paying, not the post, and the post
        is not what the auditors say.

        Source: Potts, The Logic of Conventional Implicatures (2005), chapter 4: supplements answer to the writer.
        """
        return Factuality(voice=self._quoted.get(index))

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
        return self._words.is_negative(clause)

    def is_void(self, head: int) -> bool:
        """Say whether a noun names nothing ("no evidence", "nobody")."""
        return self._words.is_void(head)

    def _with_voice(self, clause: Clause, context: Factuality | None) -> Factuality | None:
        """Add the voice of a parenthetical ("…, Mauer said"), of "according to", or of the quotation marks."""
        if context is None:
            return None
        speaker = self._voices.of(clause, context.voice)
        if speaker is None:
            return context
        polarity = Polarity.NEGATIVE if speaker.kind is CueKind.DENY else context.polarity
        return replace(context, voice=speaker, polarity=polarity)

    def _context(self, clause: Clause) -> Factuality | None:
        token = self._analysis.tokens[clause.head]
        governor = self.governor(clause.head)
        if governor is None:
            return Factuality()
        outside = self._around(clause.head, governor)
        if token.relation == "parataxis" and voice(clause, self._analysis, self._lexicons) is not None:
            return self._contexts[governor.head]  # "X fell, Mauer said": the saying is not part of what is said
        if outside is None or (self._words.is_question(governor) and not is_supplement(token, self._analysis)):
            return None  # "Is there a reason that justifies it?" says of nothing that it does
        if token.relation == "acl" and (
            token.deprel != "acl:relcl" or is_content(token, self._analysis, self._lexicons)
        ):
            return self._noun_complement(token, governor, outside)
        if token.relation in {"ccomp", "xcomp", "csubj"} or (
            token.relation == "advcl" and self._is_argument(clause, governor)
        ):
            return self._complement(clause, governor, outside)
        if token.relation == "advcl":
            return self._adverbials.read(clause, governor, outside)
        if token.relation == "conj" and token.head in self._clauses:
            return self._beside(clause, self._clauses[token.head], outside)
        return self._modifier(token, governor, outside)

    def _modifier(self, token: Token, governor: Clause, outside: Factuality) -> Factuality | None:
        """Read a clause that only tells which thing is meant.

        There is no port that ships grain .             shipping: denied
        A spill containing lead would reach Oslo .      containing: possible, as the spill
        Ortega ordered Riga to cut aid that was due .   being due: the article's
        """
        if is_supplement(token, self._analysis):
            return Factuality(voice=self._quoted.get(token.index))
        if token.deprel == "acl:relcl" and self._words.is_void(token.head):
            noun = self._analysis.tokens[token.head].lemma.lower()
            if governor.lemma == "have" or (noun, "NOUN") in self._lexicons.complements_of:
                return None  # "there is no doubt Riga sold it"
            if self._analysis.has_dependent(governor.head, "expl"):
                return Factuality(Polarity.NEGATIVE, outside.certainty, outside.voice)
        if self._is_beside_demand(token, outside.voice):
            return Factuality(voice=self._quoted.get(token.index))
        if token.deprel == "acl" and token.xpos == "VBG" and is_new(token.head, governor, self._analysis):
            around = combined(self._words.read(governor, outside), outside)
            return Factuality(certainty=around.certainty, voice=outside.voice)
        return Factuality(voice=outside.voice)

    def _is_beside_demand(self, token: Token, around: Voice | None) -> bool:
        """Say whether a relative clause tells which thing an order is about: who gives it says nothing of that."""
        demanded = around is not None and around.kind is CueKind.DEMAND
        return demanded and token.deprel == "acl:relcl" and self._analysis.tokens[token.head].upos in {"NOUN", "PROPN"}

    def asks_for(self, noun: int, clause: Clause) -> bool:
        """Say whether a question asks if there is a thing at all: "Is there a war between Riga and Oslo?"."""
        subject = any(filler.head == noun for filler in clause.surface)
        there = self._analysis.has_dependent(clause.head, "expl")
        return subject and there and self._words.is_question(clause)

    def _around(self, index: int, governor: Clause) -> Factuality | None:
        """Give what the surroundings of a governor say; words within "according to X, who …" are not X's."""
        inherited = self.inherited(governor)
        sources = {o.filler.head for o in governor.obliques if o.preposition in self._lexicons.attribution_of_phrase}
        while sources and index not in {ROOT, governor.head}:
            if index in sources:
                return self._contexts[governor.head]
            index = self._analysis.tokens[index].head
        return inherited

    def _beside(self, clause: Clause, first: Clause, outside: Factuality) -> Factuality:
        """Read the second of two clauses: it stands under what governs the first ("refused to sign and pay")."""
        top = self._analysis.tokens[first.head]
        while top.relation == "conj":
            top = self._analysis.tokens[top.head]
        relation = top.relation
        embedded = relation in {"ccomp", "xcomp", "acl", "advcl", "csubj"}
        own_subject = self._analysis.has_dependent(clause.head, "nsubj", "nsubj:pass")
        marked = self._analysis.has_dependent(clause.head, "mark")
        if embedded and (not own_subject or marked):
            return outside
        return Factuality(voice=outside.voice)

    def _is_argument(self, clause: Clause, governor: Clause) -> bool:
        """Say whether an adverbial clause, behind its governor, is what that is about: "praised X for doing"."""
        return clause.head > governor.head and signature(clause, governor, self._analysis, self._lexicons) is not None

    def _complement(self, clause: Clause, governor: Clause, outside: Factuality) -> Factuality | None:
        own = combined(self._words.read(governor, outside), outside)
        row = signature(clause, governor, self._analysis, self._lexicons)
        told = voice(governor, self._analysis, self._lexicons) if self._is_reported(clause, governor) else None
        speaker = self._vouching(told, outside.voice)
        if told is not None and told.kind is not CueKind.DEMAND and self._is_unsaid(clause, governor):
            return None
        if self._words.is_mistaken(governor.head):
            return Factuality(Polarity.NEGATIVE, voice=outside.voice)
        if is_excessive(clause, governor, self._analysis):
            return None
        if row is None and is_appraised(clause, governor, self._analysis):
            return replace(own, certainty=Certainty.POSSIBLE)
        if own != Factuality(voice=own.voice) and self._is_presupposed(clause, row, own):
            return Factuality(voice=outside.voice)
        if row is not None:
            return self._signed(row, own, governor, speaker)
        if speaker is not None:
            return self._reported(own, speaker)
        if self._analysis.tokens[clause.head].relation == "xcomp":
            return own
        return replace(own, voice=outside.voice)

    def _is_presupposed(self, clause: Clause, row: ComplementVerb | None, own: Factuality) -> bool:
        """Say whether a complement holds whatever becomes of its governor.

        Riga wants to find out why Oslo sold the mine .     sold: certain
        Riga must know that Oslo sold the mine .            sold: certain, if "not know" too leaves it so
        """
        if self._analysis.tokens[clause.head].relation != "ccomp":
            return False
        asked = any(word.text.lower() in _OPEN_MANNER for word in self._analysis.dependents(clause.head, "advmod"))
        if asked and self._analysis.has_dependent(clause.head, "nsubj", "nsubj:pass"):
            return True
        if row is None or own.certainty is not Certainty.DEMANDED or row.polarity != row.neg_polarity:
            return False
        return row.certainty == row.neg_certainty == Certainty.CERTAIN

    def _is_unsaid(self, clause: Clause, governor: Clause) -> bool:
        """Say whether somebody else only might say something: "if you say that …", "one could argue that …"."""
        own = any(self._analysis.tokens[f.head].text.lower() in SPEAKERS for f in governor.subjects)
        content = self._analysis.tokens[clause.head].relation == "ccomp" and not own
        return content and (self._words.is_possible(governor) or self._words.is_condition(governor.head))

    def _vouching(self, told: Voice | None, around: Voice | None) -> Voice | None:
        """Give who speaks in a report; of what "they" show in somebody's words, that somebody.

        Baghaei said they showed that Oslo had lied .      they may be the sanctions: Baghaei
        """
        if (
            told is None
            or told.source is None
            or told.kind is not CueKind.SAY
            or around is None
            or around.source is None
        ):
            return told
        vague = self._analysis.tokens[told.source].text.lower() in _THINGS
        return replace(told, source=around.source) if vague else told

    def _is_reported(self, clause: Clause, governor: Clause) -> bool:
        """Say whether a complement is what its governor reports."""
        token = self._analysis.tokens[clause.head]
        if token.index < governor.head and token.index not in self._quoted and is_complete(governor):
            return False
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
        holder = self._vouching(self._holder(row, governor, speaker), own.voice)
        return Factuality(Polarity(polarity), level, holder or own.voice)

    def _holder(self, row: ComplementVerb, governor: Clause, speaker: Voice | None) -> Voice | None:
        """Give whose reading a signature says it is."""
        if row.holder not in {"subject", "object"}:
            return None
        told = speaker or voice(governor, self._analysis, self._lexicons)  # "accuses of selling" stays an accusation
        fillers = governor.subjects if row.holder == "subject" else (*governor.recipients, *governor.objects)
        felt = self._analysis.tokens[governor.head].upos == "ADJ"
        if is_time(governor, self._analysis):
            return None
        if felt and fillers and not can_act(self._analysis.tokens[fillers[0].head]):
            return None  # "measures that make sure that …": only somebody is sure
        kind = CueKind.DEMAND if row.certainty == Certainty.DEMANDED else told.kind if told else CueKind.SAY
        source = author(fillers[0].head, self._analysis, self._lexicons) if fillers else None
        if source is not None and not can_speak(source, self._analysis, self._lexicons):
            return None
        return Voice(source, governor.lemma, kind)

    def _noun_complement(self, token: Token, governor: Clause, outside: Factuality) -> Factuality | None:
        """Read the clause of a noun: "plans to close" is planned, "evidence that X fled" is its owner's claim."""
        noun = self._analysis.tokens[token.head]
        marks = {mark.lemma.lower() for mark in self._analysis.dependents(token.index, "mark")}
        row = noun_signature(token, governor, self._analysis, self._lexicons)
        content = is_content(token, self._analysis, self._lexicons)
        if self._words.is_mistaken(noun.index) and ("that" in marks or content):
            return Factuality(Polarity.NEGATIVE, voice=outside.voice)
        if (not marks and not content) or is_singled_out(self._analysis, noun):
            return self._modifier(token, governor, outside)
        void = self._words.is_void(noun.index)
        own = combined(self._words.read(governor, outside), outside)
        if row is not None and row.pos == "VERB":
            return self._signed(row, replace(own, polarity=Polarity.NEGATIVE) if void else own, governor, None)
        if row is not None and row.holder:
            return self._claimed(row, noun, governor, replace(own, polarity=Polarity.NEGATIVE) if void else own)
        if row is not None:
            polarity = (
                Polarity.NEGATIVE if void else own.polarity if governor.lemma in {"have", "be"} else Polarity.POSITIVE
            )
            return self._signed(row, Factuality(polarity, Certainty.CERTAIN, outside.voice), governor, None)
        if token.xpos == "VBG":
            return None  # "interest in selling": the noun does not say whether it came to that
        if own.polarity is Polarity.NEGATIVE and governor.head == noun.index:
            return None  # "it is not in Riga's interest to sell"
        if "to" in marks and not void:
            return Factuality(certainty=Certainty.PLANNED, voice=outside.voice)
        if void or own.polarity is Polarity.NEGATIVE:
            return None
        source = self._owner(noun, governor)
        return Factuality(voice=Voice(source, noun.lemma.lower(), CueKind.CLAIM if source is None else CueKind.SAY))

    def _claimed(self, row: ComplementVerb, noun: Token, governor: Clause, own: Factuality) -> Factuality | None:
        """Read the content of a claim, an admission or a demand as its owner's word.

        Riga 's claim that Oslo had paid was wrong .        paid: on Riga's word
        Riga denied claims that it had paid .               paid: denied by Riga
        Riga confirmed reports that it had paid .           paid: on Riga's word
        """
        teller = voice(governor, self._analysis, self._lexicons)
        is_object = any(filler.head == noun.index for filler in governor.objects)
        if teller is not None and is_object and row.holder == "claimant":
            repeats = teller.kind in {CueKind.SAY, CueKind.CLAIM} and self._owner(noun, governor) is None
            if teller.kind is CueKind.DENY or repeats:
                return self._reported(own, teller)
        if own.polarity is Polarity.NEGATIVE:
            return None
        kind = CueKind.DEMAND if row.certainty == Certainty.DEMANDED else CueKind.SAY
        source = self._owner(noun, governor)
        level = Certainty(row.certainty)
        if row.holder == "claimant":
            kind, level = CueKind.CLAIM, level if source is None else Certainty.CERTAIN
        return Factuality(Polarity(row.polarity), level, Voice(source, noun.lemma.lower(), kind))

    def _owner(self, noun: Token, governor: Clause) -> int | None:
        """Give whose claim or report a noun is: its possessor, else who acts on it ("did so on the belief that")."""
        for owner in owners(noun.index, self._analysis):
            return owner
        held = any(o.filler.head == noun.index and o.preposition in {"on", "in", "under"} for o in governor.obliques)
        return governor.subjects[0].head if held and governor.subjects else None
