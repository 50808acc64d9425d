"""Noun phrases, verb groups and clauses as their sentence words them, short or whole.

short   the two oldest mines of Norway , which … , near Kiruna      ->   two oldest mines of Norway
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.document import Analysis, Token
from kg.extract.clause import Clause, Kind
from kg.extract.grammar import Grammar
from kg.extract.slots import preposition

_INSIDE = frozenset(
    {
        *("compound", "amod", "nummod", "flat", "goeswith", "fixed", "det", "advmod"),
        *("nmod:poss", "nmod:desc", "nmod:unmarked", "cc:preconj"),
    }
)
_ARTICLES = frozenset({"a", "an", "the"})
_FORMS = frozenset({"VB", "VBN", "VBG"})
"""Forms of a verb that may share the auxiliaries of the verb before it: "was arrested and charged"."""


CLOSING = {'"': ('"',), "“": ("”",), "``": ("''",), "(": (")",), "-LRB-": ("-RRB-",)}


class Size(StrEnum):
    """How much of a phrase is given: what names the thing, or all that the sentence says of it."""

    MINIMAL = "minimal"
    FULL = "full"


@dataclass(frozen=True)
class Phrases:
    """Words of an article's phrases.

    Attributes:
        grammar: the article.
        size: short or whole phrases.
    """

    grammar: Grammar
    size: Size = Size.MINIMAL

    @property
    def _analysis(self) -> Analysis:
        return self.grammar.analysis

    def text(self, tokens: Iterable[int]) -> str:
        """Give words in their order, printed as in the text where they stand side by side."""
        pieces: list[list[int]] = []
        for index in sorted(set(tokens)):
            if pieces and pieces[-1][1] == index - 1:
                pieces[-1][1] = index
            else:
                pieces.append([index, index])
        words = (self._analysis.tokens[first].span.start for first, _ in pieces)
        ends = (self._analysis.tokens[last].span.end for _, last in pieces)
        text = self._analysis.document.text
        return " ".join(text[start:end] for start, end in zip(words, ends, strict=True))

    def nominal(self, head: int, prepositions: bool = True, joined: bool = False) -> list[int]:
        """Give the tokens of a noun phrase.

        Args:
            head: its noun.
            prepositions: with all its prepositional phrases; otherwise with "of" alone.
            joined: with the nouns that are coordinated with it ("between Kenya and Uganda").
        """
        if self.size is Size.FULL:
            return self._trimmed(self.below(head, without=self._outside(head)), head)
        return self._trimmed(self._short(head, prepositions, joined), head)

    def _outside(self, head: int) -> set[int]:
        """Give the dependents that are arguments of their own: conjuncts, the preposition, the clause of a copula."""
        apart = {"conj", "cc", "cop", "nsubj", "aux", "advcl", "parataxis", "mark", "csubj", "expl", "orphan"}
        found = {t.index for t in self._analysis.dependents(head) if t.relation in apart or t.deprel == "case"}
        possessive = {t.index for t in self._analysis.dependents(head, "case") if t.index > head}
        return found - possessive

    def _short(self, head: int, prepositions: bool, joined: bool) -> set[int]:
        parts = {head}
        for token in self._analysis.dependents(head):
            if self._belongs(token, head, prepositions):
                nested = token.relation in {"nmod", "appos"} and token.deprel != "nmod:poss" and token.index > head
                parts |= self._nested(token.index, prepositions) if nested else self.below(token.index)
            elif token.deprel == "conj" and joined:
                parts |= self._nested(token.index, prepositions)
        return self._block(parts, head)

    def _nested(self, head: int, prepositions: bool) -> set[int]:
        """Give a phrase inside another, with its preposition or conjunction and all its coordinated nouns."""
        words = {t.index for t in self._analysis.dependents(head, "case", "cc") if t.index < head}
        inner = words | {w.index for i in words for w in self._analysis.dependents(i, "fixed")}
        return self._short(head, prepositions, joined=True) | inner

    def _belongs(self, token: Token, head: int, prepositions: bool) -> bool:
        if token.deprel == "amod" and token.index > head and self._after_comma(token):
            return False  # "Okafor, 58 years old"
        if token.deprel in _INSIDE or token.relation in {"compound", "flat", "nummod", "det"}:
            of_number = self._analysis.tokens[head].upos in {"NUM", "ADJ", "ADV", "SYM"}  # "nearly 50"
            return token.relation != "advmod" or (of_number and token.index < head)
        if token.deprel == "nmod" and token.index > head:
            word = preposition(self._analysis, token.index)
            if word == "of":
                return True
            return prepositions and word != "" and not self._after_comma(token) and not self.is_day(token)
        if token.deprel == "nmod":  # "nearly 50 of the ships": what stands before its noun is part of it
            return True
        return token.deprel == "appos" and token.index == head + 1 and token.upos == "PROPN"

    def is_day(self, token: Token) -> bool:
        """Say whether a phrase behind a noun dates the clause: "the parliament on Tuesday approved …"."""
        dated = preposition(self._analysis, token.index) == "on" and token.index in self.grammar.times
        return dated and self._analysis.tokens[token.head].nominal_type != "event"

    def _after_comma(self, token: Token) -> bool:
        first = min(self.below(token.index))
        return first > 0 and self._analysis.tokens[first - 1].text in {",", "(", "-LRB-", "--", "–", "—"}

    def _block(self, parts: set[int], head: int) -> set[int]:
        """Give the parts that stand around the head without a gap; marks such as a hyphen or quotes are no gap."""
        left = right = head
        while left - 1 in parts or (left - 2 in parts and self._is_mark(left - 1)):
            left -= 1
        while right + 1 in parts or (right + 2 in parts and self._is_mark(right + 1)):
            right += 1
        return set(range(left, right + 1))

    def _is_mark(self, index: int) -> bool:
        return self._analysis.tokens[index].upos in {"PUNCT", "SYM"}

    def _trimmed(self, parts: Iterable[int], head: int) -> list[int]:
        """Cut punctuation off both ends, and in short phrases the article in front."""
        found = sorted(parts)
        while len(found) > 1 and found[0] != head and self._is_cut(found[0]) and not self._opens(found):
            found = found[1:]
        while len(found) > 1 and found[-1] != head and self._analysis.tokens[found[-1]].upos == "PUNCT":
            found = found[:-1]
        return found

    def _opens(self, tokens: list[int]) -> bool:
        """Say whether words begin with a mark that a later one of them closes."""
        closing = CLOSING.get(self._analysis.tokens[tokens[0]].text, ())
        return any(self._analysis.tokens[index].text in closing for index in tokens[1:-1])

    def _is_cut(self, index: int) -> bool:
        token = self._analysis.tokens[index]
        if token.upos == "PUNCT":
            return True
        return self.size is Size.MINIMAL and token.upos == "DET" and token.text.lower() in _ARTICLES

    def below(self, index: int, without: Iterable[int] = ()) -> set[int]:
        """Give a token with all that hangs on it, leaving out some of its dependents."""
        found, pending = set(), [index]
        apart = set(without)
        while pending:
            token = pending.pop()
            if token not in apart:
                found.add(token)
                pending.extend(self._analysis.children[token])
        return found

    def inner(self, head: int) -> list[int]:
        """Give a noun phrase as part of a relation: short even where whole phrases are asked for."""
        return self._trimmed(self._short(head, prepositions=False, joined=False), head)

    def verb(self, clause: Clause) -> set[int]:
        """Give a verb group: auxiliaries, copula, verb, particle; in whole phrases adverbs and the negation too.

        has not been turned down   ->   has been turned down
        """
        wanted = {"aux", "aux:pass", "cop", "compound:prt"} | ({"advmod"} if self.size is Size.FULL else set())
        words = {clause.head}
        for token in self._analysis.dependents(clause.head):
            is_particle = token.deprel == "advmod" and token.text.lower() == clause.particle
            if is_particle or (
                token.deprel in wanted and (token.relation != "advmod" or self._is_inner(token, clause))
            ):
                words.add(token.index)
        if not self._analysis.has_dependent(clause.head, "aux", "cop"):
            words |= self._shared_auxiliaries(clause)
        first = min(words)  # "is to host"
        return words | {
            t.index for t in self._analysis.dependents(clause.head, "mark") if first < t.index < clause.head
        }

    def _is_inner(self, token: Token, clause: Clause) -> bool:
        return clause.kind is Kind.VERB and token.index < clause.head and not self._analysis.children[token.index]

    def _shared_auxiliaries(self, clause: Clause) -> set[int]:
        token = self._analysis.tokens[clause.head]
        if token.relation != "conj" or token.xpos not in _FORMS or not clause.shares_subject:
            return set()
        first = self.grammar.clauses.get(token.head)
        if first is None or self._analysis.tokens[first.head].xpos != token.xpos:
            return set()
        return {word for word in self.verb(first) if self._analysis.tokens[word].relation == "aux"}

    def clause(self, head: int) -> list[int]:
        """Give the words of a complement clause without "that", quotation marks and stops around them."""
        marks = {t.index for t in self._analysis.dependents(head, "mark") if t.lemma.lower() == "that"}
        words = sorted(self.below(head, without=marks))
        quoted = [i for i in words if self._analysis.tokens[i].xpos == "''" and i > head]
        words = [i for i in words if not quoted or i < quoted[0]]  # what follows is not what is said
        while words and self._analysis.tokens[words[0]].upos == "PUNCT":
            words = words[1:]
        while words and self._analysis.tokens[words[-1]].upos == "PUNCT":
            words = words[:-1]
        return words

    def marks(self, head: int) -> Iterator[int]:
        """Yield the words that join a clause to another ("to", "by", "after")."""
        yield from (token.index for token in self._analysis.dependents(head, "mark", "case"))
