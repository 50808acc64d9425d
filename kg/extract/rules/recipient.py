"""Indirect objects."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, has_complement, open_wording, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.needs import tells_enough, told_by
from kg.extract.object_complements import ADDRESSED, said_of_object, tells_more, urged
from kg.extract.phrases import phrase
from kg.knowledge import Claim, PredicateId


def recipient(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a subject with the indirect object.

    Botswana gave the zoo two lions .       ->  Botswana | give two lions to | zoo
    The watchdog fined the bank .           ->  watchdog | kg:sanctions | bank      (a lone recipient is an object)
    The mayor urged residents to boil water .   ->  mayor | urge to boil water | residents
    The union asked the bank for help .     ->  union | ask for help | bank

    The ministry awarded Norvik a contract .    ->  Norvik | kg:wins | contract     (where a frame links the two)

    Whom somebody tells something says nothing without what is told, which the speaker's own claims say.

    Source: UD v2 guidelines, iobj.
    """
    for clause, _ in grammar.verbs:
        lemma = f"{clause.lemma} to" if clause.objects else clause.lemma
        has_more = has_complement(grammar, clause)
        for subject, receiver in product(clause.subjects, clause.recipients):
            factuality = grammar.read(clause, subject, receiver)
            if factuality is None or subject.head == receiver.head:
                continue
            heads = (subject.head, receiver.head)
            found = verb_predicate(grammar, clause.lemma, ("subj", "iobj"), heads, has_more=has_more)
            if found is None and not clause.objects:
                found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), heads, has_more=has_more)
            what = urged(grammar, clause, receiver)
            is_stance = found and found[0] not in ADDRESSED and grammar.vocabulary.is_stance(found[0])
            if not what and tells_more(grammar, clause) and not is_stance:
                continue
            said = what or said_of_object(grammar, clause)
            if not found and not clause.objects and not tells_enough(grammar, clause, "iobj", *told_by(said)):
                continue
            if what:
                found = open_wording(f"{clause.lemma} {what}"), False
            predicate, turned = found or (_open(grammar, clause, said), False)
            wording = Wording("recipient", predicate, lemma, clause.head, confidence=TYPED if found else OPEN)
            yield grammar.claim(wording, *(heads[::-1] if turned else heads), factuality, clause)
    yield from _received(grammar)


def _open(grammar: Grammar, clause: Clause, said: str) -> PredicateId:
    """Give the open predicate of a verb with what its recipient gets or is asked for."""
    if not clause.objects:
        return open_wording(f"{clause.lemma} {said}")
    thing = phrase(grammar.analysis, clause.objects[0].head, grammar.names)
    return open_wording(f"{clause.lemma} {thing.name or thing.text} to")


def _received(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a recipient with what is given."""
    for clause, _ in grammar.verbs:
        for receiver, thing in product(clause.recipients, clause.objects):
            heads = (receiver.head, thing.head)
            found = verb_predicate(grammar, clause.lemma, ("iobj", "obj"), heads)
            factuality = grammar.read(clause, receiver, thing) if found else None
            if found is not None and factuality is not None:
                wording = Wording("recipient", found[0], clause.lemma, clause.head, confidence=TYPED)
                yield grammar.claim(wording, *(heads[::-1] if found[1] else heads), factuality, clause)
