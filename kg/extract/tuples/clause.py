"""From clauses to tuples: subject, relation and object phrase, one tuple for each object and each oblique."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.document import Analysis, Token
from kg.extract.clause import Clause, Kind
from kg.extract.grammar import Grammar
from kg.extract.readings import Factuality
from kg.extract.slots import EXAMPLES, Filler, Oblique, coordinated, preposition
from kg.extract.tuples.leads import Lead, Leads
from kg.extract.tuples.phrases import Phrases, Size
from kg.knowledge import Certainty, Polarity

_OPEN = frozenset({"WP", "WDT", "WRB", "TO", "IN", "RP"})
LONGEST_CLAUSE = 20
"""Words of a complement clause that is still given as a short object."""


@dataclass(frozen=True, slots=True)
class Tuple:
    """What a clause says, in words.

    Attributes:
        sentence: position of its sentence in the article.
        subject: subject phrase.
        relation: verb group with what belongs to it, and the preposition of an oblique.
        object: object phrase.
        polarity: whether the words affirm or deny it.
        certainty: how they present it.
        attribution: who says so and with which word; empty if the article does.
        confidence: in [0, 1].
    """

    sentence: int
    subject: str
    relation: str
    object: str
    polarity: Polarity
    certainty: Certainty
    attribution: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Pair:
    """A relation and its object.

    Attributes:
        relation: tokens of the relation.
        preposition: its last word.
        object: tokens of the object.
        confidence: of the construction.
        filler: the object if it may be denied alone ("Kenya, but not Uganda").
    """

    relation: tuple[int, ...]
    preposition: str
    object: tuple[int, ...]
    confidence: float
    filler: Filler | None = None


_OBJECT, _OBLIQUE, _OF_NOUN, _COPULA, _CLAUSE = 0.8, 0.7, 0.5, 0.8, 0.4
"""Confidence by construction, set by hand: an order of how seldom each is misread, no measured shares."""


def clause_tuples(grammar: Grammar, size: Size) -> Iterator[Tuple]:
    """Yield the tuples of an article, clause by clause."""
    phrases = Phrases(grammar, size)
    reader = _ClauseReader(grammar, phrases, Leads(grammar, phrases))
    for clause in grammar.clauses.values():
        yield from reader.tuples(clause)


@dataclass(frozen=True)
class _ClauseReader:
    grammar: Grammar
    phrases: Phrases
    leads: Leads

    @property
    def _analysis(self) -> Analysis:
        return self.grammar.analysis

    def tuples(self, clause: Clause) -> Iterator[Tuple]:
        """Yield what a clause says of each of its subjects."""
        lead = self.leads.of(clause)
        pairs = [pair for pair in self._pairs(clause, lead) if pair.relation and not self._is_open(pair.object)]
        for subject in lead.subjects if pairs else ():
            if self._analysis.tokens[subject.head].xpos != "PRP$" and not self._is_open((subject.head,)):
                words = self.phrases.text(self.phrases.nominal(subject.head))
                yield from (
                    self._tuple(clause, words, pair, self._read(clause, subject, pair))
                    for pair in pairs
                    if subject.head not in pair.object
                )

    def _read(self, clause: Clause, subject: Filler, pair: _Pair) -> Factuality:
        """Give how a tuple is meant; what is left open, as in a question, is possible."""
        fillers = (subject,) if pair.filler is None else (subject, pair.filler)
        return self.grammar.read(clause, *fillers) or Factuality(certainty=Certainty.POSSIBLE)

    def _tuple(self, clause: Clause, subject: str, pair: _Pair, factuality: Factuality) -> Tuple:
        return Tuple(
            sentence=self._analysis.sentence_of[clause.head],
            subject=subject,
            relation=f"{self.phrases.text(pair.relation)} {pair.preposition}".strip(),
            object=self.phrases.text(pair.object),
            polarity=factuality.polarity,
            certainty=factuality.certainty,
            attribution=self._attribution(factuality),
            confidence=pair.confidence,
        )

    def _is_open(self, tokens: tuple[int, ...]) -> bool:
        """Say whether a phrase names nothing: "who", "what", "which", the "to" of a verb left out."""
        return all(self._analysis.tokens[index].xpos in _OPEN for index in tokens)

    def _attribution(self, factuality: Factuality) -> str:
        voice = factuality.voice
        if voice is None:
            return ""
        source = "" if voice.source is None else self.phrases.text(self.phrases.nominal(voice.source))
        return f"{source} {voice.cue}".strip()

    def _pairs(self, clause: Clause, lead: Lead) -> Iterator[_Pair]:
        """Yield what the clause says of its subject."""
        token = self._analysis.tokens[clause.head]
        if clause.kind is Kind.COPULA and token.upos != "AUX":
            yield from self._copular(clause, lead)
            return
        before = self.leads.recipients(clause)
        objects = lead.existing or (() if clause.passive and not clause.recipients else clause.objects)
        for filler in objects:
            if preposition(self._analysis, filler.head) not in EXAMPLES:
                yield from self._object(filler, (*lead.words, *before))
        inner = (*lead.words, *before, *self.leads.object_after(clause, objects))
        if clause.passive:
            for agent in clause.subjects:
                yield _Pair(inner, "by", tuple(self.phrases.nominal(agent.head)), _OBLIQUE)
        yield from self._obliques(replace(clause, obliques=(*clause.obliques, *self._days(clause))), inner)
        yield from self._complements(clause, inner)

    def _object(self, filler: Filler, words: tuple[int, ...]) -> Iterator[_Pair]:
        """Yield an object and what its prepositions add.

        signed a pact with Fiji     ->   signed | pact, signed pact with | Fiji
        """
        short = tuple(self.phrases.nominal(filler.head, prepositions=False))
        yield _Pair(words, "", short, _OBJECT, filler)
        if self.phrases.size is Size.MINIMAL:
            yield from self._behind_noun(filler.head, (*words, *short))

    def _behind_noun(self, noun: int, words: tuple[int, ...]) -> Iterator[_Pair]:
        without = {"", *EXAMPLES} if self._is_light(noun) else {"", "of", *EXAMPLES}
        for token in self._analysis.dependents(noun, "nmod"):
            word = preposition(self._analysis, token.index)
            if token.deprel == "nmod" and word not in without and token.index > noun:
                for filler in self._members(token.index, word):
                    yield _Pair(words, word, tuple(self._phrase(filler, word)), _OF_NOUN)

    def _is_light(self, noun: int) -> bool:
        """Say whether a noun makes one preposition with those around it: "in favour of", "in line with"."""
        token = self._analysis.tokens[noun]
        below = {dependent.deprel for dependent in self._analysis.dependents(noun)}
        return token.xpos == "NN" and {"case", "nmod"} <= below <= {"case", "nmod", "nsubj", "cop", "punct", "aux"}

    def _members(self, head: int, word: str) -> Iterator[int]:
        """Yield the coordinated nouns of a phrase, those of "between" as one."""
        if word in {"between", "among"}:
            yield head
        else:
            yield from (filler.head for filler in coordinated(self._analysis, head))

    def _phrase(self, head: int, word: str) -> list[int]:
        return self.phrases.nominal(head, prepositions=False, joined=word in {"between", "among"})

    def _obliques(self, clause: Clause, words: tuple[int, ...]) -> Iterator[_Pair]:
        joined: set[int] = set()
        for oblique in clause.obliques:
            head, word = oblique.filler.head, oblique.preposition
            if self._is_said_otherwise(oblique) or head in joined:
                continue
            if word in {"between", "among"}:
                joined |= {filler.head for filler in coordinated(self._analysis, head)}
            own = tuple(self._phrase(head, word))
            article = tuple(t.index for t in self._analysis.dependents(head, "det")) if not word else ()  # "a year"
            if not self._is_light(head) or self.phrases.size is Size.FULL:
                yield _Pair(words, word, (*article, *own), _OBLIQUE, oblique.filler)
            if self.phrases.size is Size.MINIMAL and word and words and head > words[-1]:
                cases = tuple(t.index for t in self._analysis.dependents(head, "case"))
                noun = (head,) if self._is_light(head) else own
                yield from self._behind_noun(head, (*words, *cases, *noun))

    def _days(self, clause: Clause) -> Iterator[Oblique]:
        """Yield the days of the clause that the parse hangs on its subject."""
        for subject in clause.surface:
            for token in self._analysis.dependents(subject.head, "nmod"):
                if subject.head < token.index < clause.head and self.phrases.is_day(token):
                    yield Oblique("on", Filler(token.index))

    def _is_said_otherwise(self, oblique: Oblique) -> bool:
        """Say whether an oblique is attribution or examples, or has neither a preposition nor a time or measure."""
        word, head = oblique.preposition, oblique.filler.head
        if word in EXAMPLES or word in self.grammar.lexicons.attribution_of_phrase or self.grammar.is_adverbial(head):
            return True
        return not word and not self._is_measure(self._analysis.tokens[head])

    def _is_measure(self, token: Token) -> bool:
        if token.xpos == "NNS" and not self._analysis.children[token.index]:
            return False  # "hours" of "hours before the vote"
        counted = self._analysis.has_dependent(token.index, "nummod")
        is_time = token.nominal_type == "time" or token.index in self.grammar.times
        return counted or is_time or token.deprel == "obl:unmarked"

    def _copular(self, clause: Clause, lead: Lead) -> Iterator[_Pair]:
        """Yield what something is, and what the prepositions behind that add.

        Oslo is a city in Norway .      is | city, is city in | Norway
        Oslo is from …                  is from | …
        """
        verb = tuple(word for word in lead.words if word != clause.head)
        word = preposition(self._analysis, clause.head)
        adjective = self._analysis.tokens[clause.head].upos in {"ADJ", "ADV", "VERB"}
        for head in [clause.head] if adjective else self._members(clause.head, word):
            own = self._adjective(head) if adjective else tuple(self.phrases.nominal(head, prepositions=False))
            if not (word and self._is_light(head)):
                yield _Pair(verb, word, own, _COPULA)
        if self.phrases.size is Size.MINIMAL:
            cases = () if not word else tuple(t.index for t in self._analysis.dependents(clause.head, "case"))
            own = self._adjective(clause.head) if adjective else tuple(self.phrases.inner(clause.head))
            own = (clause.head,) if self._is_light(clause.head) else own
            inner = (*verb, *cases, *own)
            yield from self._obliques(replace(clause, obliques=self._behind(clause)), inner)

    def _behind(self, clause: Clause) -> tuple[Oblique, ...]:
        has_of = self._is_adjective(clause.head) or self._is_light(clause.head)
        return tuple(o for o in clause.obliques if o.preposition != "of" or has_of)

    def _is_adjective(self, head: int) -> bool:
        return self._analysis.tokens[head].upos == "ADJ"

    def _adjective(self, head: int) -> tuple[int, ...]:
        if self.phrases.size is Size.FULL:
            return tuple(self.phrases.nominal(head))
        first = head
        while self._qualifies(first - 1, head):
            first -= 1
        return tuple(range(first, head + 1))

    def _qualifies(self, index: int, head: int) -> bool:
        """Say whether a word is an adverb of the adjective behind it: "too expensive"."""
        token = self._analysis.tokens[index]
        is_adverb = token.head == head and token.deprel == "advmod" and token.xpos != "WRB"
        lexicons = self.grammar.lexicons
        return is_adverb and token.lemma.lower() not in lexicons.verb_negators | lexicons.focus_adverbs

    def _complements(self, clause: Clause, words: tuple[int, ...]) -> Iterator[_Pair]:
        for head in clause.complements:
            token = self._analysis.tokens[head]
            inner = self.grammar.clauses.get(head)
            if token.relation == "ccomp":
                content = tuple(self.phrases.clause(head))
                if self.phrases.size is Size.FULL or len(content) <= LONGEST_CLAUSE:
                    yield _Pair(words, "", content, _CLAUSE)
            elif inner is None or self.leads.is_bare(inner):
                yield from self._predicative(head, words)
            elif inner.kind is Kind.VERB and not (
                inner.objects or inner.obliques or inner.complements or inner.passive
            ):
                marks = tuple(self.phrases.marks(head))
                yield _Pair(words, "", (*marks, *self.phrases.verb(inner)), _CLAUSE)

    def _predicative(self, head: int, words: tuple[int, ...]) -> Iterator[_Pair]:
        """Yield what somebody is made or stays: "was named chairman", "remained silent"."""
        word = preposition(self._analysis, head)
        if self._is_adjective(head):
            yield _Pair(words, word, self._adjective(head), _OBJECT)
        else:
            for filler in self._members(head, word):
                for pair in self._object(Filler(filler), words):
                    yield replace(pair, preposition=pair.preposition or word)
