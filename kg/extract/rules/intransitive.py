"""Verbs that say only when or among whom."""

from collections.abc import Iterator

from kg.extract.clauses import Clause
from kg.extract.frames import OPEN, TYPED, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.knowledge import Claim, PredicateId, Value

_RECIPROCAL = {
    "meet": PredicateId("kg:meets"),
    "clash": PredicateId("kg:fights"),
    "marry": PredicateId("kg:spouseOf"),
    "merge": PredicateId("kg:mergesWith"),
    "agree": PredicateId("kg:agreesWith"),
    "negotiate": PredicateId("kg:negotiatesWith"),
    "cooperate": PredicateId("kg:cooperatesWith"),
}
"""Verbs whose coordinated subjects act on each other if there is no object."""


def intransitive(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a verb without object or prepositional participant: its time, or its subjects among themselves.

    The road reopened on Tuesday .      ->  road | reopen | Tuesday
    Osei and Koné met in Bamako .       ->  Osei | kg:meets | Koné
    """
    for clause, factuality in grammar.verbs():
        if clause.objects and not clause.passive:
            continue
        subjects = clause.objects if clause.passive else clause.subjects
        predicate = _RECIPROCAL.get(clause.lemma)
        if predicate is not None and len(subjects) == 2 and not clause.passive:
            wording = Wording("reciprocal", predicate, clause.lemma, clause.head, confidence=TYPED)
            yield grammar.claim(wording, subjects[0].head, subjects[1].head, factuality, clause)
        if clause.subjects and clause.passive:
            continue
        yield from _timed(grammar, clause)


def _is_span(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal is a stretch of time with a measure ("within a year"), not just "at the same time"."""
    return grammar.is_time(head) and grammar.token(head).lemma.lower() not in {"time", "day", "moment", "period"}


def _timed(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    times = [
        token.index
        for token in grammar.analysis.dependents(clause.head, "obl", "nmod:unmarked", "advmod")
        if token.index in grammar.times or (token.deprel == "obl" and _is_span(grammar, token.index))
    ]
    if not times or clause.complements:
        return
    verb = grammar.token(clause.head).text.lower()
    lemma = f"be {verb}" if clause.passive else clause.lemma
    wording_of = phrase(grammar.analysis, times[0], grammar.names)
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is None:
            continue
        wording = Wording("intransitive", open_wording(lemma), lemma, clause.head, confidence=OPEN)
        yield grammar.claim(wording, subject.head, Value(wording_of.name or wording_of.text), factuality, clause)
