"""Predicate adjectives and prepositional predicates."""

from collections.abc import Iterator

from kg.extract.clauses import Clause
from kg.extract.frames import OPEN, TYPED, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.extract.slots import preposition
from kg.knowledge import Claim, Value


def adjective(grammar: Grammar) -> Iterator[Claim]:
    """Claims of "X is critical of Y", "X is against Y", and of what X is said to be.

    Senator Okello is opposed to the bill .     ->  Okello | kg:opposes | bill
    Senator Okello is against the bill .        ->  Okello | kg:opposes | bill
    Iran is party to the treaty .               ->  Iran | kg:signs | treaty
    The ferry is unsafe .                       ->  ferry | be | unsafe
    """
    for clause in grammar.clauses.values():
        token = grammar.token(clause.head)
        if clause.kind != "copula" or token.upos == "AUX":
            continue
        word = preposition(grammar.analysis, clause.head)
        if word:
            yield from _prepositional(grammar, clause, word)
        elif token.upos == "ADJ" or token.lemma.lower() in grammar.lexicons.frames_of_adjective:
            framed = list(_framed(grammar, clause))
            yield from framed or (_property(grammar, clause) if token.upos == "ADJ" else ())


def _framed(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    lemma = grammar.token(clause.head).lemma.lower()
    for subject in clause.surface:
        for oblique in clause.obliques:
            factuality = grammar.read(clause, subject, oblique.filler)
            if factuality is None or grammar.is_time(oblique.filler.head):
                continue
            for frame in grammar.lexicons.frames_of_adjective.get(lemma, ()):
                fits = grammar.fits(subject.head, frame.subject_type) and grammar.fits(
                    oblique.filler.head, frame.object_type
                )
                if f"prep:{oblique.preposition}" in frame.object and fits:
                    words = f"be {lemma} {oblique.preposition}"
                    wording = Wording("adjective", frame.predicate, words, clause.head, confidence=TYPED)
                    yield grammar.claim(wording, subject.head, oblique.filler.head, factuality, clause)
                    break


def _property(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Give what a subject is said to be, nothing if it is measured: "82 years old" is not "old"."""
    if any(token.deprel == "obl:unmarked" for token in grammar.analysis.dependents(clause.head)):
        return
    wording_of = phrase(grammar.analysis, clause.head, grammar.names)
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is not None and not clause.complements:
            wording = Wording("property", open_wording("be"), "be", clause.head, confidence=OPEN)
            yield grammar.claim(wording, subject.head, Value(wording_of.name or wording_of.text), factuality, clause)


def _prepositional(grammar: Grammar, clause: Clause, word: str) -> Iterator[Claim]:
    """Okello is in favour of the bill: "favour" has a frame; Okello is against the bill: the preposition has one."""
    lemma = grammar.token(clause.head).lemma.lower()
    frames_of = grammar.lexicons.frames_of_adjective
    plural = grammar.token(clause.head).text.lower()
    nominal = frames_of.get(f"{word} {lemma}") or frames_of.get(f"{word} {plural}", ())
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is None or grammar.is_time(clause.head):
            continue
        if nominal:
            for modifier in grammar.analysis.dependents(clause.head, "nmod", "obl"):
                if f"prep:{preposition(grammar.analysis, modifier.index)}" in nominal[0].object:
                    wording = Wording(
                        "adjective", nominal[0].predicate, f"be {word} {lemma} of", clause.head, confidence=TYPED
                    )
                    yield grammar.claim(wording, subject.head, modifier.index, factuality, clause)
            continue
        frames = grammar.lexicons.frames_of_adjective.get(word, ())
        predicate = frames[0].predicate if frames else open_wording(f"be {word}")
        wording = Wording("adjective", predicate, f"be {word}", clause.head, confidence=OPEN)
        yield grammar.claim(wording, subject.head, clause.head, factuality, clause)
