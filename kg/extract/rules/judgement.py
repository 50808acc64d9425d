"""What somebody says or makes something to be."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.rules.content import content_of
from kg.extract.slots import Filler, preposition
from kg.knowledge import Argument, Claim

_LONGEST_PREDICATE = 6
"""Words of what the object is said to be; a longer one keeps its head with what stands before it."""

_BEFORE = ("amod", "compound", "advmod", "nummod", "obl:npmod", "obl:unmarked")


def judgement(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a verb whose object is said to be something: what it is said to be belongs to the predicate.

    Okello called the agreement null and void .         ->  Okello | call null and void | agreement
    The union described the offer as an insult .        ->  union | describe as insult | offer
    The law made strikes illegal .                      ->  law | make illegal | strikes

    The bishop considers it wrong to close the school . ->  bishop | consider wrong | close the school

    Nothing if the verb with this word has a frame of its own ("found the trader guilty").
    """
    for clause, _ in grammar.verbs:
        for predicate, (subject, target) in product(predicatives(grammar, clause), _ends(grammar, clause)):
            factuality = grammar.read(clause, subject, target) if isinstance(target, Filler) else None
            if isinstance(target, Argument):
                factuality = grammar.read(clause, subject)
            ends = (subject.head, target if isinstance(target, Argument) else target.head)
            if factuality is not None and ends[0] != ends[1]:
                lemma = f"{clause.lemma} {predicate}"
                wording = Wording("judgement", open_wording(lemma), lemma, clause.head, confidence=OPEN)
                yield grammar.claim(wording, *ends, factuality, clause)


def _ends(grammar: Grammar, clause: Clause) -> Iterator[tuple[Filler, Filler | Argument]]:
    """Yield who judges what: an object, or the clause that "it" stands for."""
    yield from product(clause.subjects, clause.objects)
    if clause.objects or not grammar.analysis.has_dependent(clause.head, "expl"):
        return
    for head in (clause.head, *_heads(grammar, clause)):
        for token in grammar.analysis.dependents(head, "advcl", "ccomp", "csubj", "xcomp"):
            infinitive = any(mark.lemma.lower() == "to" for mark in grammar.analysis.dependents(token.index, "mark"))
            named = content_of(grammar, token.index) if token.upos == "VERB" and infinitive else None
            if named is not None:
                yield from ((subject, named) for subject in clause.subjects)


def predicatives(grammar: Grammar, clause: Clause) -> Iterator[str]:
    """Yield what a verb says its object to be, with "as" if it has that: "void", "as insult"."""
    kind = grammar.lexicons.kind_of_judging.get(clause.lemma)
    for head in _heads(grammar, clause) if kind is not None else ():
        word = "as" if preposition(grammar.analysis, head) == "as" or _has_mark(grammar, head, "as") else ""
        lemma = grammar.token(head).lemma.lower()
        is_framed = (clause.lemma, lemma) in grammar.lexicons.frames_of_light_verb
        if kind in {"both", word or "bare"} and not is_framed and not _is_denied(grammar, head):
            yield f"{word} {_words(grammar, head)}".strip().lower()


def _heads(grammar: Grammar, clause: Clause) -> Iterator[int]:
    """Yield adjectives and common nouns that say something of the object, not names ("called the ship Heron")."""
    obliques = [oblique.filler.head for oblique in clause.obliques if oblique.preposition == "as"]
    adjectives = [token.index for token in grammar.analysis.dependents(clause.head, "advcl") if token.upos == "ADJ"]
    for head in dict.fromkeys((*clause.complements, *obliques, *adjectives)):
        token = grammar.token(head)
        is_nominal = token.upos in {"ADJ", "NOUN"} and token.relation in {"xcomp", "obl", "advcl"}
        if is_nominal and head not in grammar.names and head > clause.head:
            yield head


def _has_mark(grammar: Grammar, head: int, word: str) -> bool:
    return any(mark.lemma.lower() == word for mark in grammar.analysis.dependents(head, "mark"))


def _is_denied(grammar: Grammar, head: int) -> bool:
    below = grammar.analysis.dependents(head, "advmod", "det", "cc:preconj")
    return any(word.lemma.lower() in {"not", "no", "never", "what", "how"} for word in below)


def _words(grammar: Grammar, head: int) -> str:
    """Give the words of a predicative: what modifies it, itself, its fellow or "of" phrase; no quotation marks."""
    analysis = grammar.analysis
    before = [word.index for word in analysis.dependents(head, *_BEFORE) if word.index < head]
    end = head + 1
    fellow = next(analysis.dependents(head, "conj"), None)
    if fellow is not None and fellow.index == head + 2:
        end = head + 3
    for modifier in analysis.dependents(head, "nmod"):
        if modifier.index > head and preposition(analysis, modifier.index) == "of":
            end = max(end, modifier.index + 1)
    start = min([*before, head])
    end = end if end - start <= _LONGEST_PREDICATE else head + 1
    inside = (token for token in analysis.tokens[start:end] if token.upos not in {"PUNCT", "DET"})
    return " ".join(token.text for token in inside)
