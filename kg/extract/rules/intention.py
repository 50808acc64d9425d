"""What a noun with an infinitive says that somebody means to do or to have done."""

from collections.abc import Iterator

from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.rules.content import content_of
from kg.extract.rules.noun_frame import reading_of_noun
from kg.extract.slots import Filler
from kg.extract.understood import is_singled_out
from kg.knowledge import Claim

INFINITIVE = "comp:to"
"""Slot of a noun frame for what the noun's infinitive says; the claim's subject is who is to do it."""

TELLER = "says"
"""Slot of a noun frame for who says it; who is to do it is nobody in particular."""


def intention(grammar: Grammar) -> Iterator[Claim]:
    """Claims of who means to do what a noun's infinitive says.

    The government announced plans to close two mines .   ->  government | kg:plans | close two mines
    Norway's decision to withdraw its troops              ->  Norway | decide | withdraw its troops
    The premier stressed the need to save the forests .   ->  premier | kg:demands | save the forests

    Only for nouns whose frame has a slot for an infinitive; whose plan it is, the clauses know ("rejected a plan to …"
    is nobody's).
    """
    for clause in grammar.clauses.values():
        token = grammar.token(clause.head)
        marks = [mark.lemma.lower() for mark in grammar.analysis.dependents(token.index, "mark")]
        if token.deprel != "acl" or marks != ["to"] or _is_left_open(grammar, token.head):
            continue
        noun = grammar.token(token.head)
        frames = [f for f in grammar.lexicons.frames_of_noun.get(noun.lemma.lower(), ()) if INFINITIVE in f.object]
        named = content_of(grammar, token.index) if frames else None
        reading = reading_of_noun(grammar, noun.index) if frames else None
        if named is None or reading is None:
            continue
        is_told = any(TELLER in frame.subject for frame in frames)
        for subject in _tellers(grammar, noun.index) if is_told else clause.surface:
            frame = next((frame for frame in frames if grammar.fits(subject.head, frame.subject_type)), None)
            is_known = grammar.class_of(subject.head) or grammar.token(subject.head).upos in {"PRON", "PROPN"}
            if frame is not None and is_known:
                wording = Wording(
                    "intention", frame.predicate, f"{noun.lemma.lower()} to", noun.index, confidence=TYPED
                )
                yield grammar.claim(wording, subject.head, named, reading)


def _tellers(grammar: Grammar, noun: int) -> tuple[Filler, ...]:
    """Give who says what a noun is about: the subject of "stressed the need to", nobody of "felt the need to"."""
    clause = grammar.reader.containing(noun)
    pair = (clause.lemma, grammar.token(noun).lemma.lower()) if clause is not None else ("", "")
    return clause.subjects if clause is not None and pair in grammar.lexicons.frames_of_light_verb else ()


def _is_left_open(grammar: Grammar, noun: int) -> bool:
    """Say whether nobody is said to mean what a noun's infinitive says.

    has not announced any plans to leave; a line was set up in an attempt to calm them; the first attempt to do so
    """
    around = grammar.reader.containing(noun)
    owned = grammar.analysis.has_dependent(noun, "nmod:poss")
    if around is not None and not owned and (around.passive or grammar.reader.negated(around)):
        return True
    return is_singled_out(grammar.analysis, grammar.token(noun))
