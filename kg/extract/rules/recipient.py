"""Indirect objects."""

from collections.abc import Iterator
from itertools import product

from kg.extract.frames import OPEN, TYPED, has_complement, open_wording, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.knowledge import Claim


def recipient(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a subject with the indirect object.

    Botswana gave the zoo two lions .       ->  Botswana | give to | zoo
    The watchdog fined the bank .           ->  watchdog | kg:sanctions | bank      (a lone recipient is an object)

    The ministry awarded Norvik a contract .    ->  Norvik | kg:wins | contract     (where a frame links the two)

    Source: UD v2 guidelines, iobj.
    """
    for clause, _ in grammar.verbs():
        told = bool(clause.complements) or clause.lemma in grammar.lexicons.reporting_of_verb
        lemma = f"{clause.lemma} to" if clause.objects and not told else clause.lemma
        has_more = has_complement(grammar, clause)
        for subject, receiver in product(clause.subjects, clause.recipients):
            factuality = grammar.read(clause, subject, receiver)
            if factuality is None or subject.head == receiver.head:
                continue
            heads = (subject.head, receiver.head)
            found = verb_predicate(grammar, clause.lemma, ("subj", "iobj"), heads, has_more=has_more)
            if found is None and not clause.objects:
                found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), heads, has_more=has_more)
            predicate, turned = found or (open_wording(lemma), False)
            wording = Wording("recipient", predicate, lemma, clause.head, confidence=TYPED if found else OPEN)
            yield grammar.claim(wording, *(heads[::-1] if turned else heads), factuality, clause)
    yield from _received(grammar)


def _received(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a recipient with what is given."""
    for clause, _ in grammar.verbs():
        for receiver, thing in product(clause.recipients, clause.objects):
            heads = (receiver.head, thing.head)
            found = verb_predicate(grammar, clause.lemma, ("iobj", "obj"), heads)
            factuality = grammar.read(clause, receiver, thing) if found else None
            if found is not None and factuality is not None:
                wording = Wording("recipient", found[0], clause.lemma, clause.head, confidence=TYPED)
                yield grammar.claim(wording, *(heads[::-1] if found[1] else heads), factuality, clause)
