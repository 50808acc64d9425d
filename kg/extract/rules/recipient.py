"""Indirect objects."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, has_complement, open_wording, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.needs import tells_enough, told_by
from kg.extract.object_complements import ADDRESSED, said_of_object, tells_more, urged
from kg.extract.phrases import phrase
from kg.extract.slots import Filler
from kg.knowledge import Claim, PredicateId


def recipient(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a subject with the indirect object.

    Botswana gave the zoo two lions .       ->  Botswana | give two lions to | zoo
    The watchdog fined the bank .           ->  watchdog | kg:sanctions | bank      (a lone recipient is an object)
    The mayor urged residents to boil water .   ->  mayor | urge to boil water | residents
    The union asked the bank for help .     ->  union | ask for help | bank

    The ministry awarded Norvik a contract .    ->  Norvik | kg:wins | contract     (where a frame links the two)

    Vallon defeated Mio nine points to two . ->  Vallon | kg:defeats | Mio     (no giving verb: the name is the object)

    Whom somebody tells something says nothing without what is told, which the speaker's own claims say.

    Source: UD v2 guidelines, iobj.
    """
    for clause, _ in grammar.verbs:
        to = _preposition(grammar, clause)
        for subject, receiver in product(clause.subjects, clause.recipients):
            factuality = grammar.read(clause, subject, receiver)
            heads = subject.head, receiver.head
            found = None if factuality is None or heads[0] == heads[1] else _predicate(grammar, clause, *heads)
            if found is None or factuality is None:
                continue
            predicate, turned = found
            confidence = OPEN if predicate.startswith("kgr:") and not urged(grammar, clause, receiver) else TYPED
            wording = Wording(
                "recipient", predicate, f"{clause.lemma} {to}".strip(), clause.head, confidence=confidence
            )
            yield grammar.claim(wording, *(heads[::-1] if turned else heads), factuality, clause)
    yield from _received(grammar)


def _preposition(grammar: Grammar, clause: Clause) -> str:
    """Give the preposition of who gets something by a giving verb, empty for another or without what is given."""
    return grammar.lexicons.preposition_of_giving.get(clause.lemma, "") if clause.objects else ""


def _predicate(grammar: Grammar, clause: Clause, giver: int, receiver: int) -> tuple[PredicateId, bool] | None:
    """Give the predicate of a verb for subject and recipient, and whether it is turned; None if they say nothing."""
    more = has_complement(grammar, clause)
    found = verb_predicate(grammar, clause.lemma, ("subj", "iobj"), (giver, receiver), has_more=more)
    if found is None and _is_object(grammar, clause, receiver):
        found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), (giver, receiver), has_more=more)
    if what := urged(grammar, clause, Filler(receiver)):
        return open_wording(f"{clause.lemma} {what}"), False
    is_stance = found and found[0] not in ADDRESSED and grammar.vocabulary.is_stance(found[0])
    if tells_more(grammar, clause) and not is_stance:
        return None
    return found or _open(grammar, clause)


def _is_object(grammar: Grammar, clause: Clause, receiver: int) -> bool:
    """Say whether a recipient is all that a verb acts on, or a name beside what is not given ("nine points")."""
    is_name = receiver in grammar.names or grammar.token(receiver).upos == "PRON"
    return not clause.objects or (is_name and not _preposition(grammar, clause))


def _open(grammar: Grammar, clause: Clause) -> tuple[PredicateId, bool] | None:
    """Give the open predicate of a verb with what its recipient gets or is asked for; None if it says nothing."""
    if not clause.objects:
        said = said_of_object(grammar, clause)
        is_told = tells_enough(grammar, clause, "iobj", *told_by(said))
        return (open_wording(f"{clause.lemma} {said}"), False) if is_told else None
    to = _preposition(grammar, clause)
    thing = phrase(grammar.analysis, clause.objects[0].head, grammar.names)
    return (open_wording(f"{clause.lemma} {thing.name or thing.text} {to}"), False) if to else None


def _received(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a recipient with what is given.

    The ministry awarded Norvik a contract .    ->  Norvik | kg:wins | contract
    The firm was refused entry to the port .    ->  firm | be refused | entry to the port
    """
    for clause, _ in grammar.verbs:
        for receiver, thing in product(clause.recipients, clause.objects):
            heads = (receiver.head, thing.head)
            found = verb_predicate(grammar, clause.lemma, ("iobj", "obj"), heads)
            factuality = grammar.read(clause, receiver, thing)
            if factuality is None:
                continue
            if found is not None:
                wording = Wording("recipient", found[0], clause.lemma, clause.head, confidence=TYPED)
                yield grammar.claim(wording, *(heads[::-1] if found[1] else heads), factuality, clause)
            elif clause.passive and not clause.subjects and _preposition(grammar, clause):
                words = f"be {grammar.token(clause.head).text.lower()}"
                wording = Wording("recipient", open_wording(words), words, clause.head, confidence=OPEN)
                yield grammar.claim(wording, *heads, factuality, clause)
