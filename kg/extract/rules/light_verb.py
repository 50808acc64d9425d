"""Verbs that mean something only with their noun."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.slots import Filler, coordinated, preposition
from kg.knowledge import Claim
from kg.rows import LightVerb


def light_verb(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a subject with the target of a verb and its noun.

    The Treasury imposed sanctions on the shipowner .    ->  Treasury | kg:sanctions | shipowner

    The ministers voted in favour of the budget .        ->  ministers | kg:votesFor | budget
    Police took the forger into custody .                ->  Police | kg:arrests | forger
    The premier faced criticism from the unions .        ->  unions | kg:criticizes | premier
    The court found the trader guilty .                  ->  court | kg:convicts | trader

    The target hangs on the verb or on the noun; both are read.
    """
    for clause, _ in grammar.verbs:
        for verb, noun in _partners(grammar, clause):
            lemma = grammar.token(noun.head).lemma.lower()
            frames = grammar.lexicons.frames_of_light_verb.get((verb, lemma), ())
            yield from (claim for frame in frames for claim in _claims(grammar, clause, noun, frame))


def _partners(grammar: Grammar, clause: Clause) -> Iterator[tuple[str, Filler]]:
    """Yield the words that may mean something only with the verb, each with the verb as the table writes it.

    Objects, nouns with a preposition, and adjectives said of the object, also those right behind the verb ("shot dead
    three guards").
    """
    yield from ((clause.lemma, noun) for noun in clause.objects)
    yield from ((f"{clause.lemma} {oblique.preposition}", oblique.filler) for oblique in clause.obliques)
    for head in clause.complements:
        words = [word.lemma.lower() for word in grammar.analysis.dependents(head, "advmod")]
        yield clause.lemma, Filler(head, negated="not" in words)
    for thing in clause.objects:
        for word in grammar.analysis.dependents(thing.head, "amod"):
            if word.index == clause.head + 1:
                yield clause.lemma, Filler(word.index)


def is_idiom(grammar: Grammar, clause: Clause, noun: Filler) -> bool:
    """Say whether a verb and its object are one word in two: "take place", "give rise", but not "impose sanctions".

    The noun is bare: a singular without article, owner or modifier.
    """
    token = grammar.token(noun.head)
    bare = token.xpos == "NN" and not grammar.analysis.children[token.index]
    return bare and (clause.lemma, token.lemma.lower()) in grammar.lexicons.frames_of_light_verb


def _claims(grammar: Grammar, clause: Clause, noun: Filler, frame: LightVerb) -> Iterator[Claim]:
    for slot in frame.target:
        turned = slot.startswith("agent:")
        word = slot.partition(":")[2]
        words = " ".join(f"{frame.lemma} {frame.noun} {word}".split())
        wording = Wording("light_verb", frame.predicate, words, clause.head, confidence=TYPED)
        others = clause.subjects or (clause.objects if turned else ())
        for other, target in product(others, _targets(grammar, clause, noun, word)):
            ends = (target, other) if turned else (other, target)
            factuality = grammar.read(clause, other, noun, target)
            if factuality is not None and other.head != target.head and _fits(grammar, frame, ends):
                yield grammar.claim(wording, ends[0].head, ends[1].head, factuality, clause)


def _fits(grammar: Grammar, frame: LightVerb, ends: tuple[Filler, Filler]) -> bool:
    return grammar.fits(ends[0].head, frame.subject_type) and grammar.fits(ends[1].head, frame.object_type)


def _targets(grammar: Grammar, clause: Clause, noun: Filler, word: str) -> Iterator[Filler]:
    """Yield the obliques with a preposition on the verb and on its noun; without a preposition, the object."""
    if not word:
        yield from clause.objects
        return
    yield from (
        argument.filler
        for argument in clause.obliques
        if argument.preposition == word and not (word == "in" and grammar.is_utterance(argument.filler.head))
    )
    for modifier in grammar.analysis.dependents(noun.head, "nmod", "obl"):
        if preposition(grammar.analysis, modifier.index) == word:
            yield from coordinated(grammar.analysis, modifier.index)
