"""What a verb says of its object: without it, verb and object tell a reader nothing."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clauses import Clause
from kg.extract.frames import verb_predicate
from kg.extract.grammar import Grammar
from kg.extract.phrases import phrase
from kg.extract.slots import Filler

_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})


def said_of_object(grammar: Grammar, clause: Clause) -> str:
    """Give the words that a verb says of its object, without article; empty if it says nothing.

    Astronomers named the moon Hydra .              ->  Hydra
    The farmer ascribed the loss to rain .          ->  to rain             (a row of `object_complements.tsv`)

    What judging verbs say is for the rule `judgement`.
    """
    plain = (head for head in clause.complements if _is_small(grammar, head))
    for head in plain if clause.objects else ():
        denied = any(word.lemma.lower() == "not" for word in grammar.analysis.dependents(head, "advmod"))
        return f"not {_words(grammar, head)}" if denied else _words(grammar, head)
    for preposition, head in _introduced(grammar, clause) if clause.objects else ():
        return f"{preposition} {_words(grammar, head)}"
    return ""


def acted_on(grammar: Grammar, clause: Clause) -> tuple[int, ...]:
    """Give the clauses under a verb that say what its object does or is to do.

    The court allowed Norvik to sell the yard .          sell
    The court blocked Norvik from selling the yard .     selling
    """
    patients = {filler.head for filler in (*clause.objects, *clause.recipients)}
    heads = [*clause.complements, *(word.index for word in grammar.analysis.dependents(clause.head, "advcl"))]
    inner = (grammar.clauses[head] for head in heads if head in grammar.clauses and grammar.token(head).upos == "VERB")
    return tuple(part.head for part in inner if part.shares_subject and patients.issuperset(_heads(part)))


def is_actor(grammar: Grammar, clause: Clause, patient: Filler) -> bool:
    """Say whether a clause under a verb says what this object or recipient of it does or is to do."""
    return any(patient.head in _heads(grammar.clauses[head]) for head in acted_on(grammar, clause))


def tells_more(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a clause has or stands beside what somebody is told or asked, which whom alone does not say.

    Okello told the Gazette that Riga had paid ;  " Riga has paid " , he told the Gazette ;  he asked if he paid
    """
    if clause.lemma not in grammar.lexicons.reporting_of_verb:
        return bool(clause.complements)
    said = list(grammar.analysis.dependents(clause.head, "parataxis", "advcl"))
    marks = {mark.lemma.lower() for word in said for mark in grammar.analysis.dependents(word.index, "mark")}
    beside = any(word.relation == "parataxis" for word in (*said, grammar.token(clause.head)))
    return bool(clause.complements) or beside or not {"if", "whether"}.isdisjoint(marks)


def is_unframed(grammar: Grammar, clause: Clause, subject: Filler) -> bool:
    """Say whether no frame links a subject with the object, of which a complement says more."""
    ends = ((subject.head, patient.head) for patient in (*clause.objects, *clause.recipients))
    slots = ("subj", "obj"), ("subj", "iobj")
    pairs = product(slots, ends)
    return not any(verb_predicate(grammar, clause.lemma, *pair, has_more=True) for pair in pairs)


def _heads(clause: Clause) -> set[int]:
    return {filler.head for filler in clause.surface}


def _is_small(grammar: Grammar, head: int) -> bool:
    """Say whether a complement is a noun or adjective without a verb: "(called it) a mess"."""
    token = grammar.token(head)
    bare = not grammar.analysis.has_dependent(head, "cop", "mark", "aux", "nsubj")
    return token.relation == "xcomp" and token.upos in _NOMINAL and bare


def _introduced(grammar: Grammar, clause: Clause) -> Iterator[tuple[str, int]]:
    """Yield the prepositions that a verb asks for beside its object, each with its noun or adjective."""
    asked = grammar.lexicons.object_complements_of.get(clause.lemma, ())
    after = min((filler.head for filler in clause.objects), default=0)
    for oblique in clause.obliques:
        head = oblique.filler.head
        if oblique.preposition in asked and head > min(after, clause.head) and head not in grammar.times:
            yield oblique.preposition, head
    for token in grammar.analysis.dependents(clause.head, "xcomp", "advcl"):
        marks = [word.text.lower() for word in grammar.analysis.dependents(token.index, "case", "mark")]
        if token.upos in _NOMINAL and len(marks) == 1 and marks[0] in asked:
            yield marks[0], token.index


def _words(grammar: Grammar, head: int) -> str:
    named = phrase(grammar.analysis, head, grammar.names)
    return named.name or named.text
