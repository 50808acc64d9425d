"""Verbs that mean something only with their noun."""

from collections.abc import Iterator

from kg.extract.clauses import Clause
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.slots import Filler, coordinated, preposition
from kg.knowledge import Claim
from kg.rows import LightVerb


def light_verb(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a subject with the target of a verb and its noun.

    The Treasury imposed sanctions on the shipowner .    ->  Treasury | kg:sanctions | shipowner

    The target hangs on the verb or on the noun; both are read. Two agents that "held talks" without a target are
    each other's partners.
    """
    for clause, _ in grammar.verbs():
        for noun in clause.objects:
            lemma = grammar.token(noun.head).lemma.lower()
            frames = grammar.lexicons.frames_of_light_verb.get((clause.lemma, lemma), ())
            yield from (claim for frame in frames for claim in _targets(grammar, clause, noun, frame))


def _targets(grammar: Grammar, clause: Clause, noun: Filler, frame: LightVerb) -> Iterator[Claim]:
    lemma = f"{frame.lemma} {frame.noun}"
    for slot in frame.target:
        word = slot.removeprefix("prep:")
        on_verb = [argument.filler for argument in clause.obliques if argument.preposition == word]
        on_noun = [
            filler
            for modifier in grammar.analysis.dependents(noun.head, "nmod")
            if preposition(grammar.analysis, modifier.index) == word
            for filler in coordinated(grammar.analysis, modifier.index)
        ]
        for subject in clause.subjects:
            for target in (*on_verb, *on_noun):
                factuality = grammar.read(clause, subject, noun, target)
                fits = grammar.fits(subject.head, frame.subject_type) and grammar.fits(target.head, frame.object_type)
                if factuality is None or not fits or subject.head == target.head:
                    continue
                wording = Wording("light_verb", frame.predicate, f"{lemma} {word}", clause.head, confidence=TYPED)
                yield grammar.claim(wording, subject.head, target.head, factuality, clause)
