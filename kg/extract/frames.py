"""Which predicate links two slots of a word: the typed one of a frame, else an open one."""

from collections.abc import Iterable

from kg.extract.clause import Clause
from kg.extract.grammar import Grammar
from kg.extract.slots import Filler
from kg.knowledge import PredicateId
from kg.rows import VerbFrame
from kg.vocabulary import open_predicate

TYPED = 0.8
OPEN = 0.6
"""Confidence of a claim by its predicate, before anything else is known: a frame's types were checked, an open
predicate's were not."""


def slot_fillers(clause: Clause, slot: str) -> Iterable[Filler]:
    """Give the fillers of a logical slot (`subj`, `obj`, `iobj`, `prep:with`)."""
    if slot.startswith("prep:"):
        return [oblique.filler for oblique in clause.obliques if oblique.preposition == slot[5:]]
    return {"subj": clause.subjects, "obj": clause.objects, "iobj": clause.recipients}.get(slot, ())


def verb_predicate(
    grammar: Grammar, lemma: str, slots: tuple[str, str], heads: tuple[int, int], *, has_more: bool = False
) -> tuple[PredicateId, bool] | None:
    """Give the typed predicate of a verb for two slots, and whether it runs from the second to the first.

    None if no frame has these slots with types that fit.

    Args:
        grammar: the article.
        lemma: the verb with its particle.
        slots: names of the two slots.
        heads: their fillers.
        has_more: whether a complement says more of the second slot, so that frames may ask for `obj+comp`.
    """
    more = "+comp" if has_more else ""
    for frame in grammar.lexicons.frames_of_verb.get(lemma, ()):
        for turned in (False, True):
            first, second = (slots[1], slots[0]) if turned else slots
            subject, target = (heads[1], heads[0]) if turned else heads
            has_slots = frame.subject == first and not {second, second + more}.isdisjoint(frame.object)
            if has_slots and _fits(grammar, frame, subject, target):
                return frame.predicate, turned
    return None


def has_complement(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a clause says more of its object: "pushed the borrower to sell", but not "pushed the cart".

    The parser takes some infinitives for adverbial clauses.
    """
    analysis = grammar.analysis
    infinitives = (word for word in analysis.dependents(clause.head, "advcl") if word.index > clause.head)
    marks = (mark.lemma for word in infinitives for mark in analysis.dependents(word.index, "mark"))
    return bool(clause.complements) or "to" in marks


def participle_predicate(
    grammar: Grammar, clause: Clause, preposition: str, heads: tuple[int, int]
) -> PredicateId | None:
    """Give the predicate of a participle that is an adjective's ("is committed to", "was appalled by", "accepting of").

    Args:
        grammar: the article.
        clause: a clause; one whose verb is no participle gives None.
        preposition: the one of the second argument, `by` for an agent.
        heads: the grammatical subject and the argument.
    """
    form = grammar.token(clause.head).text.lower()
    if not (clause.passive or grammar.token(clause.head).xpos == "VBG") or clause.particle:
        return None
    for frame in grammar.lexicons.frames_of_adjective.get(form, ()):
        fits = grammar.fits(heads[0], frame.subject_type) and grammar.fits(heads[1], frame.object_type)
        if f"prep:{preposition}" in frame.object and fits:
            return frame.predicate
    return None


def _fits(grammar: Grammar, frame: VerbFrame, subject: int, target: int) -> bool:
    return grammar.fits(subject, frame.subject_type) and grammar.fits(target, frame.object_type)


def open_wording(words: str) -> PredicateId:
    """Give the open predicate of some words (`push for` → `kgr:push-for`)."""
    return open_predicate(words)
