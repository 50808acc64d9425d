"""Predicate adjectives and prepositional predicates."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.rules.oblique import ADVERBIAL
from kg.extract.rules.property import properties
from kg.extract.slots import EXAMPLES, Filler, coordinated, preposition
from kg.knowledge import Claim
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
    The bank is in receipt of the funds .       ->  bank | be in receipt of | funds
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
        if word and token.upos == "ADJ" and (token.xpos == "JJS" or token.text.lower().endswith("th")):
            continue  # "at its best", "came in fourth": a rank is nothing to be at
        if word:
            yield from _prepositional(grammar, clause, word)
        elif token.upos == "ADJ" or token.lemma.lower() in grammar.lexicons.frames_of_adjective:
            linked = list(_framed(grammar, clause)) or list(_open(grammar, clause))
            yield from linked or (properties(grammar, clause) if token.upos == "ADJ" else ())


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


def _prepositional(grammar: Grammar, clause: Clause, word: str) -> Iterator[Claim]:
    """Okello is in favour of the bill: "favour" has a frame; Okello is against the bill: the preposition has one."""
    lemma = grammar.token(clause.head).lemma.lower()
    frames_of = grammar.lexicons.frames_of_adjective
    form = grammar.token(clause.head).text.lower()
    nominal = frames_of.get(f"{word} {lemma}") or frames_of.get(f"{word} {form}", ())
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is None or grammar.is_time(clause.head) or _is_vague(grammar, clause.head, word):
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
        if predicate.startswith("kgr:") and (seconds := list(_behind(grammar, clause.head))):
            yield from _complex(grammar, clause, subject, word, seconds)
            continue
        if word == "to" and predicate.startswith("kgr:"):
            continue  # "the tax is to brewers as …": a comparison
        wording = Wording("adjective", predicate, f"be {word}", clause.head, confidence=OPEN)
        yield grammar.claim(wording, subject.head, clause.head, factuality, clause)


def _behind(grammar: Grammar, noun: int) -> Iterator[tuple[str, Filler]]:
    """Yield what stands right behind a noun that forms one preposition with those around it, each with the second.

    The bank is in receipt of the funds .     of, funds        the noun has neither article nor modifier
    He is at the head of the list .           of, list         or it tells nothing alone (`vague_nouns.tsv`)
    """
    analysis, token = grammar.analysis, grammar.token(noun)
    is_vague = token.lemma.lower() in grammar.lexicons.vague_lemmas
    bare = not analysis.has_dependent(noun, "amod", "compound", "nummod", "nmod:poss", "conj")
    if token.xpos != "NN" or noun in grammar.names or not bare:
        return
    if analysis.has_dependent(noun, "det") and not is_vague:
        return
    for modifier in analysis.dependents(noun, "nmod", "obl"):
        starts = [case.index for case in analysis.dependents(modifier.index, "case")]
        word = preposition(analysis, modifier.index)
        if starts == [noun + 1] and word not in EXAMPLES:
            yield from ((word, filler) for filler in coordinated(analysis, modifier.index))


def _complex(
    grammar: Grammar, clause: Clause, subject: Filler, word: str, seconds: list[tuple[str, Filler]]
) -> Iterator[Claim]:
    """Yield claims of a preposition of three words: "is in line with the treaty"."""
    for second, target in seconds:
        factuality = grammar.read(clause, subject, target)
        if factuality is not None and not grammar.is_time(target.head):
            words = f"be {word} {grammar.token(clause.head).lemma.lower()} {second}"
            wording = Wording("adjective", open_wording(words), words, clause.head, confidence=OPEN)
            yield grammar.claim(wording, subject.head, target.head, factuality, clause)


def _is_vague(grammar: Grammar, noun: int, word: str) -> bool:
    """Say whether a noun in a predicate tells nothing alone: "at the bottom", "in clear breach" of what?"""
    token, lexicons = grammar.token(noun), grammar.lexicons
    if grammar.analysis.has_dependent(noun, "nmod", "acl", "obl"):
        return False
    alone = not grammar.analysis.has_dependent(noun, "amod", "compound", "nummod")
    return (alone and token.lemma.lower() in lexicons.vague_lemmas) or f"{word} {token.text.lower()}" in (
        lexicons.asking_forms
    )


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
