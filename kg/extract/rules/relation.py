"""What somebody or something is to another, in words that no frame, title or kinship table knows."""

from collections.abc import Iterator
from itertools import product

from kg.document import ROOT, Token
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import compound_before
from kg.extract.readings import Factuality
from kg.extract.rules.noun_frame import reading_of_noun
from kg.extract.slots import Filler, coordinated, preposition
from kg.knowledge import Claim

_NAMED_ONLY = frozenset({"to", "for", "with"})
"""Prepositions that lead to a participant only before somebody or something with a name: "a blow to exporters"."""


def relation(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a noun that says what its bearer is to another.

    Suriname is a neighbour of Guyana .                 ->  Suriname | be neighbour of | Guyana
    the harbour pilot , an old friend of the captain    ->  harbour pilot | be friend of | captain
    Gander became the largest town in the county .      ->  Gander | be largest town in | county
    his tutor , Lars Nyberg                             ->  Lars Nyberg | be tutor of | his
    """
    for token in grammar.analysis.tokens:
        if token.upos != "NOUN" or not _is_said(grammar, token) or not _is_relational(grammar, token.index):
            continue
        ends = product(_bearers(grammar, token.index), _targets(grammar, token.index))
        for (bearer, factuality), (word, target) in ends:
            if factuality is None or bearer.head == target.head or grammar.is_time(target.head):
                continue
            kind = f"{compound_before(grammar.analysis, token.index, grammar.names)} {token.lemma.lower()}"
            lemma = " ".join(f"be {_degree(grammar, token.index)} {kind} {word}".split())
            wording = Wording("relation", open_wording(lemma), lemma, token.index, confidence=OPEN)
            yield grammar.claim(wording, bearer.head, target.head, factuality)


def _is_said(grammar: Grammar, noun: Token) -> bool:
    """Say whether a noun is said of something: it heads a clause, or stands in apposition."""
    return noun.index in grammar.clauses or noun.index in grammar.named_heads or noun.deprel == "appos"


def _is_relational(grammar: Grammar, noun: int) -> bool:
    """Say whether no other rule reads a noun, and it is no measure ("a group of")."""
    lexicons, lemma = grammar.lexicons, grammar.token(noun).lemma.lower()
    framed = any({"self", "is"} & set(frame.subject) for frame in lexicons.frames_of_noun.get(lemma, ()))
    known = framed or lemma in lexicons.title_heads or lemma in lexicons.kinship_of_noun
    return not known and lemma not in lexicons.partitive_lemmas and not _is_doubtful(grammar, noun)


def _is_doubtful(grammar: Grammar, noun: int) -> bool:
    """Say whether a modifier may keep a noun from being true without it: a former ally, one of the largest towns."""
    counted = any(word.lemma.lower() == "one" for word in grammar.analysis.dependents(noun, "nummod"))
    if counted and _degree(grammar, noun):
        return True
    for token in grammar.analysis.dependents(noun, "amod", "compound", "advmod"):
        word = token.text.lower()
        if word in grammar.lexicons.status_of_word or (word, "ADJ") in grammar.lexicons.modal_of_word:
            return True
    return False


def _bearers(grammar: Grammar, noun: int) -> Iterator[tuple[Filler, Factuality | None]]:
    """Yield what a noun is said of, with the reading: subjects of its copula, or what it stands in apposition with.

    "It is the first visit to Oslo" speaks of what was told before, which no word names.
    """
    token = grammar.token(noun)
    clause = grammar.clauses.get(noun)
    if preposition(grammar.analysis, noun):
        return
    if clause is not None:
        events = {"it"} if grammar.fits(noun, ("Event",)) and grammar.class_of(noun) else set()
        told = (subject for subject in clause.surface if grammar.token(subject.head).lemma.lower() not in events)
        yield from ((subject, grammar.read(clause, subject)) for subject in told)
    elif noun in grammar.named_heads:
        yield Filler(grammar.named_heads[noun]), reading_of_noun(grammar, noun)
    elif token.deprel == "appos" and token.head != ROOT and grammar.token(token.head).upos == "NOUN":
        yield Filler(token.head), reading_of_noun(grammar, noun)


def _targets(grammar: Grammar, noun: int) -> Iterator[tuple[str, Filler]]:
    """Yield the arguments of a noun, each with its preposition; an owner is one with "of"."""
    names_itself = grammar.token(noun).lemma.lower() in grammar.lexicons.appositive_lemmas  # the city of Taiz
    of_what = any(preposition(grammar.analysis, w.index) == "of" for w in grammar.analysis.dependents(noun, "nmod"))
    if not of_what and (grammar.is_human(noun) or grammar.is_organized(noun)):  # "the world's best maker of clocks"
        yield from ((_of_owner(grammar, noun, owner), Filler(owner)) for owner in grammar.owners(noun))
    for modifier in grammar.analysis.dependents(noun, "nmod"):
        word = preposition(grammar.analysis, modifier.index)
        for filler in coordinated(grammar.analysis, modifier.index):
            if grammar.token(filler.head).lemma.lower() in grammar.lexicons.partitive_lemmas:
                continue  # "tools of any sort"
            named = filler.head in grammar.names or grammar.is_human(filler.head)
            superlative = word in {"in", "on"} and _degree(grammar, noun)
            if (word == "of" and not names_itself) or (word in _NAMED_ONLY and named) or superlative:
                yield word, filler


def _of_owner(grammar: Grammar, noun: int, owner: int) -> str:
    """Give the preposition for an owner: the place before a superlative is where, not whose ("Peru's oldest firm")."""
    is_place = grammar.class_of(owner) != "" and grammar.vocabulary.kind(grammar.class_of(owner)) == "Place"
    return "in" if is_place and _degree(grammar, noun) else "of"


def _degree(grammar: Grammar, noun: int) -> str:
    """Give the words of a superlative in front of a noun: "largest", "most popular", "third oldest"."""
    modifiers = list(grammar.analysis.dependents(noun, "amod"))
    for modifier in modifiers:
        own = list(grammar.analysis.dependents(modifier.index, "advmod"))
        if modifier.xpos == "JJS" or any(word.xpos == "RBS" for word in own):
            first = min([modifier.index, *(word.index for word in (*own, *modifiers))])
            words = grammar.analysis.tokens[first : modifier.index + 1]
            return " ".join(word.text.lower() for word in words)
    return ""
