"""Predicate adjectives and prepositional predicates."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clauses import Clause
from kg.extract.frames import OPEN, TYPED, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.extract.rules.oblique import ADVERBIAL
from kg.extract.slots import Filler, coordinated, preposition
from kg.knowledge import Claim, Value
from kg.rows import AdjectiveFrame

_INSTEAD = frozenset({"in favor", "in favour"})
"""What says "instead of" beside most verbs: "was dropped in favour of a rival"."""


def adjective(grammar: Grammar) -> Iterator[Claim]:
    """Claims of "X is critical of Y", "X is against Y", and of what X is said to be.

    Senator Okello is opposed to the bill .     ->  Okello | kg:opposes | bill
    Senator Okello is against the bill .        ->  Okello | kg:opposes | bill
    The nurses marched in solidarity with the miners . ->  nurses | kg:supports | miners
    Iran is party to the treaty .               ->  Iran | kg:signs | treaty
    The strait is close to Oman .               ->  strait | be close to | Oman
    The ferry is old and unsafe .               ->  ferry | be | old; ferry | be | unsafe
    """
    for clause in grammar.clauses.values():
        token = grammar.token(clause.head)
        if clause.kind != "copula" or token.upos == "AUX":
            yield from _attitude(grammar, clause)
            continue
        word = preposition(grammar.analysis, clause.head)
        if word == "as":
            continue  # "treat the death as suspicious": it is taken for that
        if word:
            yield from _prepositional(grammar, clause, word)
        elif token.upos == "ADJ" or token.lemma.lower() in grammar.lexicons.frames_of_adjective:
            linked = list(_framed(grammar, clause)) or list(_open(grammar, clause))
            yield from linked or (_property(grammar, clause) if token.upos == "ADJ" else ())


def _framed(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Yield claims of an adjective with the prepositional argument that its first fitting frame asks for."""
    lemma = grammar.token(clause.head).lemma.lower()
    frames = grammar.lexicons.frames_of_adjective.get(lemma, ())
    for subject, oblique in product(clause.surface, clause.obliques):
        head = oblique.filler.head
        asked = (frame for frame in frames if f"prep:{oblique.preposition}" in frame.object)
        found = next((frame for frame in asked if _fits(grammar, frame, subject.head, head)), None)
        factuality = grammar.read(clause, subject, oblique.filler)
        if found is not None and factuality is not None and not grammar.is_time(head):
            words = f"be {lemma} {oblique.preposition}"
            wording = Wording("adjective", found.predicate, words, clause.head, confidence=TYPED)
            yield grammar.claim(wording, subject.head, head, factuality, clause)


def _open(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Yield claims of an adjective of no frame with the prepositional argument right behind it."""
    token = grammar.token(clause.head)
    for oblique in clause.obliques if token.upos == "ADJ" else ():
        head = oblique.filler.head
        starts = [case.index for case in grammar.analysis.dependents(head, "case")]
        if token.index + 1 not in starts or oblique.preposition in ADVERBIAL or grammar.is_time(head):
            continue
        words = f"be {token.text.lower()} {oblique.preposition}"
        wording = Wording("adjective", open_wording(words), words, clause.head, confidence=OPEN)
        for subject in clause.surface:
            factuality = grammar.read(clause, subject, oblique.filler)
            if factuality is not None and subject.head != head:
                yield grammar.claim(wording, subject.head, head, factuality, clause)


def _property(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Give what a subject is said to be.

    Nothing if it is measured or compared ("82 years old" is not "old", "better" than what?), or if the adjective has an
    object and is a participle ("is challenging the ruling"), or if a clause says in what ("important to study").
    """
    compared = grammar.token(clause.head).xpos in {"JJR", "JJS"}
    asked = any(word.xpos == "WRB" for word in grammar.analysis.dependents(clause.head, "advmod"))  # "how big is it"
    measured = asked or any(token.deprel == "obl:unmarked" for token in grammar.analysis.dependents(clause.head))
    if measured or compared or grammar.analysis.has_dependent(clause.head, "obj") or _has_clause(grammar, clause.head):
        return
    for subject, said in product(clause.surface, _adjectives(grammar, clause.head)):
        factuality = grammar.read(clause, subject, *(() if said.head == clause.head else (said,)))
        if factuality is not None and not clause.complements:
            wording_of = phrase(grammar.analysis, said.head, grammar.names)
            wording = Wording("property", open_wording("be"), "be", clause.head, confidence=OPEN)
            yield grammar.claim(wording, subject.head, Value(wording_of.name or wording_of.text), factuality, clause)


def _has_clause(grammar: Grammar, adjective: int) -> bool:
    """Say whether an adjective has its meaning from an infinitive or a clause with "that" behind it."""
    below = grammar.analysis.dependents(adjective, "advcl", "ccomp", "xcomp", "csubj")
    marks = {mark.lemma.lower() for word in below for mark in grammar.analysis.dependents(word.index, "mark")}
    return bool(marks & {"to", "that"})


def _adjectives(grammar: Grammar, head: int) -> Iterator[Filler]:
    """Yield an adjective and those coordinated with it that say something alone: "old and unsafe"."""
    yield Filler(head)
    for filler in list(coordinated(grammar.analysis, head))[1:]:
        below = grammar.analysis.has_dependent(filler.head, "obl", "obj", "advcl", "ccomp", "xcomp", "nmod")
        if grammar.token(filler.head).xpos == "JJ" and not below:
            yield filler


def _prepositional(grammar: Grammar, clause: Clause, word: str) -> Iterator[Claim]:
    """Okello is in favour of the bill: "favour" has a frame; Okello is against the bill: the preposition has one."""
    lemma = grammar.token(clause.head).lemma.lower()
    frames_of = grammar.lexicons.frames_of_adjective
    form = grammar.token(clause.head).text.lower()
    nominal = frames_of.get(f"{word} {lemma}") or frames_of.get(f"{word} {form}", ())
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is None or grammar.is_time(clause.head):
            continue
        if nominal:
            for modifier in grammar.analysis.dependents(clause.head, "nmod", "obl"):
                behind = modifier.index > clause.head  # not "of the 300 who came, most were in favour"
                if behind and f"prep:{preposition(grammar.analysis, modifier.index)}" in nominal[0].object:
                    wording = Wording(
                        "adjective", nominal[0].predicate, f"be {word} {lemma} of", clause.head, confidence=TYPED
                    )
                    yield grammar.claim(wording, subject.head, modifier.index, factuality, clause)
            continue
        frames = frames_of.get(word, ())
        fitting = (frame.predicate for frame in frames if _fits(grammar, frame, subject.head, clause.head))
        predicate = next(fitting, open_wording(f"be {word}"))
        if word == "to" and predicate.startswith("kgr:"):
            continue  # "the tax is to brewers as …": a comparison
        wording = Wording("adjective", predicate, f"be {word}", clause.head, confidence=OPEN)
        yield grammar.claim(wording, subject.head, clause.head, factuality, clause)


def _attitude(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Yield in what attitude somebody acts: "marched in solidarity with", "spoke on behalf of".

    Only of a verb without an object that may itself be in that state: "put Bell in charge of the prison".
    """
    frames_of = grammar.lexicons.frames_of_adjective
    for oblique in clause.obliques:
        noun = oblique.filler.head
        words = f"{oblique.preposition} {grammar.token(noun).lemma.lower()}"
        if words in _INSTEAD:
            continue
        for frame, modifier in product(frames_of.get(words, ()), grammar.analysis.dependents(noun, "nmod", "obl")):
            if f"prep:{preposition(grammar.analysis, modifier.index)}" not in frame.object:
                continue
            for subject, target in product(_acting(grammar, clause), coordinated(grammar.analysis, modifier.index)):
                factuality = grammar.read(clause, subject, target)
                if factuality is not None and _fits(grammar, frame, subject.head, target.head):
                    lemma = f"{clause.lemma} {words} {preposition(grammar.analysis, modifier.index)}"
                    wording = Wording("adjective", frame.predicate, lemma, clause.head, confidence=TYPED)
                    yield grammar.claim(wording, subject.head, target.head, factuality, clause)


def _acting(grammar: Grammar, clause: Clause) -> Iterator[Filler]:
    """Yield who may be in an attitude: the agent, else the patient; nobody where one acts on somebody."""
    if not clause.passive and any(_is_somebody(grammar, thing.head) for thing in clause.objects):
        return
    for filler in clause.subjects or clause.surface:
        if _is_somebody(grammar, filler.head) or grammar.token(filler.head).upos == "PRON":
            yield filler


def _is_somebody(grammar: Grammar, head: int) -> bool:
    return head in grammar.names or grammar.is_human(head) or grammar.is_organized(head)


def _fits(grammar: Grammar, frame: AdjectiveFrame, subject: int, target: int) -> bool:
    return grammar.fits(subject, frame.subject_type) and grammar.fits(target, frame.object_type)
