"""Everything that a rule may ask about an article, in one place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kg.appositions import descriptions
from kg.document import Analysis, Mention, Period, Span, Token
from kg.extract.attribution import quoted_voices
from kg.extract.blocks import block_voices
from kg.extract.clause import Clause
from kg.extract.clauses import clauses
from kg.extract.dating import Dating
from kg.extract.factuality import FactualityReader
from kg.extract.phrases import argument, phrase, restricted, specified
from kg.extract.qualifiers import Qualifiers
from kg.extract.readings import Factuality
from kg.extract.repetitions import with_fuller
from kg.extract.scope import reading_for
from kg.extract.slots import Filler, listed_names, others_named, preposition
from kg.extract.turns import turn_voices
from kg.knowledge import Argument, Claim, PredicateId, Value
from kg.mentions import CLASS_OF_NOMINAL, class_of_name, glued_titles, trimmed_names
from kg.vocabulary import Vocabulary
from kg.wording import Lexicons

_PERSONS = frozenset({"he", "she", "i", "who"})
_THINGS = frozenset({"it", "this", "that"})
_AGENTS = frozenset({"Person", "Organization", "Group", "Place"})
_ISSUES = frozenset({"Issue", "Event", "Agreement"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What a claim says and where: everything but the endpoints.

    Attributes:
        rule: the construction.
        predicate: typed or open predicate.
        lemma: the wording's lemma.
        at: token whose sentence is the quote.
        status: for offices.
        confidence: of the rule alone.
    """

    rule: str
    predicate: PredicateId
    lemma: str
    at: int
    status: str = ""
    confidence: float = 0.7


@dataclass(frozen=True)
class Grammar:
    """An analysed article with its clauses, names, readings, and the lexicons to read them by."""

    analysis: Analysis
    lexicons: Lexicons
    vocabulary: Vocabulary

    @cached_property
    def clauses(self) -> dict[int, Clause]:
        """Clauses by head token, in text order."""
        return clauses(self.analysis, self.lexicons)

    @cached_property
    def names(self) -> dict[int, Mention]:
        """Named mentions without titles, by each of their tokens; dates and quantities are no names."""
        return trimmed_names(self.analysis, self.lexicons)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The named mentions without titles, each once, in the order of `names`."""
        return tuple(dict.fromkeys(self.names.values()))

    @cached_property
    def named_heads(self) -> dict[int, int]:
        """For a description, the token of the name that it stands in apposition with."""
        glued = glued_titles(self.analysis, self.names)
        named = self.names | {title: self.names[name] for title, name in glued.items()}
        return descriptions(self.analysis, named, self.lexicons) | glued

    @cached_property
    def _naming_verbs(self) -> frozenset[int]:
        """Verbs between a description and its name, which say no more than that: "a teenager named Rafi"."""
        return frozenset(
            index
            for noun, name in self.named_heads.items()
            for index in range(noun + 1, name)
            if self.token(index).deprel == "acl" and self.token(index).head == noun
        )

    @cached_property
    def described(self) -> tuple[tuple[int, int], ...]:
        """Descriptions and the names that they describe, a plural one with each of several.

        the pilots Ana Ruiz and Bo Lind; Ana Ruiz and other pilots
        """
        plural = (
            (token.index, self.named_heads.get(head, head))
            for token in self.analysis.tokens
            if token.xpos == "NNS"
            for head in (*listed_names(self.analysis, token.index), *others_named(self.analysis, token.index))
        )
        return (*self.named_heads.items(), *((noun, name) for noun, name in plural if name in self.names))

    @cached_property
    def reader(self) -> FactualityReader:
        """Reads how clauses are meant."""
        quoted = block_voices(self.analysis, self.clauses, self.lexicons)
        quoted |= turn_voices(self.analysis) | quoted_voices(self.analysis, self.clauses, self.lexicons)
        return FactualityReader(self.analysis, self.clauses, self.lexicons, quoted)

    @cached_property
    def times(self) -> dict[int, Period]:
        """Resolved times by each of their tokens."""
        return {
            index: time.value for time in self.analysis.times for index in range(time.tokens.start, time.tokens.end)
        }

    @cached_property
    def mention_types(self) -> dict[int, str]:
        """Types of mentions by each of their tokens."""
        return {
            index: mention.type
            for mention in self.analysis.mentions
            for index in range(mention.tokens.start, mention.tokens.end)
        }

    def token(self, index: int) -> Token:
        """Give a token."""
        return self.analysis.tokens[index]

    @cached_property
    def shells(self) -> dict[int, int]:
        """For a shell noun in apposition ("a step that …"), the head of what it takes up."""
        return dict(self._shells())

    def _shells(self) -> Iterator[tuple[int, int]]:
        for token in self.analysis.tokens:
            kind = self.lexicons.kind_of_shell.get(token.lemma.lower()) if token.upos == "NOUN" else None
            if kind is None or token.relation not in {"appos", "parataxis", "dep", "conj", "list"}:
                continue
            if not {word.lemma.lower() for word in self.analysis.dependents(token.index, "det")} & {"a", "an"}:
                continue
            clause = self.reader.governor(token.index)
            before = [] if clause is None else [*clause.objects, *(oblique.filler for oblique in clause.obliques)]
            named = (f.head for f in before if f.head < token.index and self.token(f.head).upos != "PRON")
            taken = next(named, None)
            is_event = taken is not None and self.names_event(taken)
            if taken is not None and not self.is_time(taken) and (kind == "content" or is_event):
                yield token.index, taken

    def names_event(self, head: int) -> bool:
        """Say whether a nominal is of an event."""
        class_name = self.class_of(head)
        return class_name != "" and self._is_event(class_name)

    def _is_event(self, class_name: str) -> bool:
        return class_name not in {"Time", "Quantity"} and self.vocabulary.kind(class_name) == "Event"

    def _shell(self, head: int) -> Argument:
        """Give what a shell noun stands for: the act's own object, or "demand on" the content's."""
        taken = self.argument(self.shells[head])
        word = self.token(head).lemma.lower()
        if self.lexicons.kind_of_shell[word] == "act":
            return taken
        own = phrase(self.analysis, head, self.names)
        return Argument(own.span, own.text, head, name=f"{word} on {taken.name or taken.text}", type="Issue")

    def argument(self, head: int) -> Argument:
        """Give the argument that a token heads: its name, or the name that it is in apposition with."""
        if head not in self._arguments:
            self._arguments[head] = self._shell(head) if head in self.shells else self._worded(head)
        return self._arguments[head]

    @cached_property
    def _arguments(self) -> dict[int, Argument]:
        return {}

    def _worded(self, head: int) -> Argument:
        named = self.named_heads.get(head)
        found = argument(self.analysis, head if named is None else named, self.names)
        nouns = (phrase(self.analysis, noun, self.names) for noun in self._descriptions_of.get(found.head, ()))
        described = tuple(dict.fromkeys(noun.name or noun.text for noun in nouns))
        class_name = self.class_of(found.head)
        if found.head == head and self.is_title(head) and preposition(self.analysis, head) == "as":
            class_name = "Office"
        class_name = "" if class_name in {"Time", "Quantity"} else class_name
        typed = Argument(found.span, found.text, found.head, found.name, class_name, described)
        is_phrase = found.head == head and head not in self.names and class_name != "Office"
        if not is_phrase or self.token(head).upos != "NOUN":
            return typed
        return with_fuller(self.analysis, restricted(self.analysis, typed), self.argument)

    @cached_property
    def _descriptions_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for noun, name in self.named_heads.items():
            found.setdefault(name, []).append(noun)
        return found

    def is_adverbial(self, head: int) -> bool:
        """Say whether a noun makes an adverbial with its preposition: "in exchange", not "on the Oslo exchange"."""
        is_known = self.token(head).lemma.lower() in self.lexicons.adverbial_lemmas
        return is_known and not self.analysis.has_dependent(head, "compound")

    def term(self, head: int) -> Argument | Value:
        """Give an object: an argument, or a literal for a bare quantity or date."""
        token = self.token(head)
        if head not in self.names and (
            token.upos in {"NUM", "SYM"} or (self.mention_types.get(head) == "quantity" and token.upos != "NOUN")
        ):
            wording_of = phrase(self.analysis, head, self.names)
            return Value(wording_of.name or wording_of.text, "kg:quantity")
        return self.argument(head)

    def class_of(self, head: int) -> str:
        """Give the class that a nominal's words imply, empty if nothing does."""
        named = self.named_heads.get(head)
        if named is not None and named != head:
            return self.class_of(named)
        token = self.token(head)
        mention = self.names.get(head)
        if mention is not None:
            return class_of_name(self.analysis, mention, self.lexicons)
        if token.upos == "PRON":
            return "Person" if token.lemma.lower() in _PERSONS else ""
        if head in self.times:
            return "Time"
        common = self.lexicons.class_of_noun.get(token.lemma.lower(), "")
        return common or CLASS_OF_NOMINAL.get(token.nominal_type, "")

    def fits(self, head: int, wanted: tuple[str, ...]) -> bool:
        """Say whether a nominal may be of one of a frame's types; one of unknown class fits all but times."""
        found = self.class_of(head)
        if "Office" in wanted and self.is_title(head):
            return True
        if not found and self.token(head).upos in {"ADJ", "ADV", "NUM", "SYM"}:
            return "Thing" in wanted  # "started twenty-fourth" founds nothing, "fined $ 20" fines no dollars
        if not found and self.token(head).lemma.lower() in _THINGS and wanted == ("Person",):
            return False  # "thieves removed it" dismisses nobody
        is_noun = self.token(head).upos == "NOUN" and head not in self.names and head not in self.named_heads
        return any(self._is_of(found, name, is_noun=is_noun) for name in wanted)

    def fits_place(self, head: int) -> bool:
        """Say whether a common noun denotes something that stands somewhere: a place, a building, a body."""
        found = self.lexicons.class_of_noun.get(self.token(head).lemma.lower(), "")
        return bool(found) and self.vocabulary.kind(found) in {"Place", "Organization"}

    def is_human(self, head: int) -> bool:
        """Say whether a nominal denotes a person or people."""
        found = self.class_of(head)
        return found not in {"", "Time", "Quantity"} and self.vocabulary.kind(found) in {"Person", "Group"}

    def is_organized(self, head: int) -> bool:
        """Say whether a nominal denotes a body."""
        found = self.class_of(head)
        return found not in {"", "Time", "Quantity"} and self.vocabulary.kind(found) == "Organization"

    def names_person(self, head: int) -> bool:
        """Say whether a token is part of a person's name."""
        return head in self.names and self.names[head].type == "person"

    def is_mutual(self, noun: int) -> bool:
        """Say whether a plural tells what two are to each other: "Riga and Oslo are allies", not "are allies of"."""
        clause = self.clauses.get(noun)
        alone = not self.analysis.has_dependent(noun, "nmod", "acl", "compound")
        framed = any(
            f.subject == ("self",) for f in self.lexicons.frames_of_noun.get(self.token(noun).lemma.lower(), ())
        )
        plural = self.token(noun).xpos == "NNS"
        return plural and framed and alone and clause is not None and len(clause.surface) == 2

    def is_parted(self, body: int, noun: int) -> bool:
        """Say whether another word stands between a body and the noun that it modifies: "EU competition chief"."""
        if body > noun or self.token(body).relation not in {"compound", "amod", "nmod"}:
            return False
        start = self.names[body].tokens.end if body in self.names else body + 1
        between = (self.token(index) for index in range(start, noun))
        return any(word.upos in {"NOUN", "PROPN", "ADJ"} for word in between)

    def is_utterance(self, head: int) -> bool:
        """Say whether a token is a noun for words: "denied any part in a statement" denies no statement."""
        return self.token(head).lemma.lower() in self.lexicons.utterance_lemmas

    def is_title(self, head: int) -> bool:
        """Say whether a common noun is the last word of a title."""
        return head not in self.names and self.token(head).lemma.lower() in self.lexicons.title_heads

    def _is_of(self, found: str, wanted: str, *, is_noun: bool) -> bool:
        """Say whether a class is a wanted one; a noun that means less than its kind (an award) is known to."""
        if found in {"Time", "Quantity"}:
            return wanted == "Thing" and found == "Quantity"
        if not found or wanted == "Thing" or found == wanted:
            return True
        if wanted == "Agent":
            return self.vocabulary.kind(found) in _AGENTS
        if wanted == "Issue":
            return self.vocabulary.kind(found) in _ISSUES
        if is_noun and self.vocabulary.kind(wanted) != wanted:
            return self.vocabulary.is_a(found, wanted)
        return self.vocabulary.is_a(found, wanted) or self.vocabulary.is_a(wanted, found)

    def owners(self, noun: int) -> Iterator[int]:
        """Yield the possessors of a noun; "whose" stands for what its relative clause modifies."""
        for owner in self.analysis.dependents(noun, "nmod:poss"):
            if owner.text.lower() != "whose":
                yield owner.index
                continue
            around = (self.token(index) for index in (noun, *self.analysis.above(noun)))
            relative = next((token for token in around if token.deprel == "acl:relcl"), None)
            if relative is not None:
                yield relative.head

    def is_time(self, head: int) -> bool:
        """Say whether a nominal is a time expression."""
        return head in self.times or (self.token(head).nominal_type == "time" and head not in self.names)

    @cached_property
    def dating(self) -> Dating:
        """Finds when clauses hold."""
        return Dating(self.analysis, self.times, self.names_event, self.class_of, self.reader.governor)

    @cached_property
    def qualifying(self) -> Qualifiers:
        """Finds what else clauses say of their statements."""
        return Qualifiers(self.analysis, self.clauses, self.times, self.lexicons)

    def place_of(self, clause: Clause) -> Argument | None:
        """Give where a clause happens, if it says so with "in" or "at" and one named place: not "in Riga and Oslo"."""
        heads = (oblique.filler.head for oblique in clause.obliques if oblique.preposition in {"in", "at"})
        found = next((head for head in heads if head in self.names and self.names[head].type == "place"), None)
        if found is None or self.analysis.has_dependent(found, "conj") or self.token(found).relation == "conj":
            return None
        return self.argument(found)

    def claim(
        self,
        wording: Wording,
        subject: int | Argument,
        object: int | Argument | Value,
        factuality: Factuality,
        clause: Clause | None = None,
        time: Period | None = None,
    ) -> Claim:
        """Build a claim; the quote is the sentence of `wording.at`."""
        voice = factuality.voice
        sentence = self.analysis.sentence(wording.at)
        source = self.argument(voice.source) if voice is not None and voice.source is not None else None
        actor = self.argument(subject) if isinstance(subject, int) else subject
        target = self.term(object) if isinstance(object, int) else object
        if isinstance(target, Argument):
            actor, target = self._specified(actor, target), self._specified(target, actor)
        claim = Claim(
            predicate=wording.predicate,
            lemma=wording.lemma,
            subject=actor,
            object=target,
            span=self._quote(sentence.span),
            rule=wording.rule,
            polarity=factuality.polarity,
            certainty=factuality.certainty,
            source=source,
            cue=voice.cue if voice else "",
            cue_kind=voice.kind if voice else None,
            time=time or self._time(clause, object),
            place=self.place_of(clause) if clause else None,
            status=wording.status,
            confidence=wording.confidence,
        )
        return replace(claim, qualifiers=self.qualifying.of(claim, clause.head if clause else None))

    def _specified(self, end: Argument, other: Argument) -> Argument:
        """Give an end of a claim, if it is a common noun, with the clause that says which one it is."""
        is_noun = self.token(end.head).upos == "NOUN" and end.head not in self.names
        return specified(self.analysis, end, other.head) if is_noun else end

    def _time(self, clause: Clause | None, object: int | Argument | Value) -> Period | None:
        if clause is None:
            return None
        return self.dating.of_part(clause, object) if isinstance(object, int) else self.dating.of_clause(clause)

    def _quote(self, span: Span) -> Span:
        """Cut white space off the ends of a sentence."""
        text = span.of(self.analysis.document.text)
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, max(start, span.start + len(text.rstrip())))

    def read(self, clause: Clause, *fillers: Filler) -> Factuality | None:
        """Give the reading of a clause for some of its fillers, each of which may be denied on its own."""
        return reading_for(self.reader, self.analysis, clause, fillers)

    @cached_property
    def verbs(self) -> tuple[tuple[Clause, Factuality], ...]:
        """The verbal clauses that say something, each with its reading."""
        verbal = (c for c in self.clauses.values() if c.kind == "verb" and c.head not in self._naming_verbs)
        return tuple((c, reading) for c in verbal if (reading := self.reader.read(c)) is not None)
