"""Saying no in other words: who will not accept rejects."""

from collections.abc import Iterator

from kg.extract.clause import Clause
from kg.extract.frames import TYPED, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.readings import Factuality
from kg.extract.rules.oblique import verb_slots
from kg.knowledge import Certainty, Claim, Polarity, PredicateId

_REJECTS = PredicateId("kg:rejects")


def refusal(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a holder who does not, will not or refuses to do what has a refusal of its own (`kg:refusal`).

    " We will never accept the dam , " Lund said .        ->  We | kg:rejects | dam           (source Lund)
    Oman refused to recognise the regime .                ->  Oman | kg:rejects | regime
    " There will be no truce , " Lund said .              ->  Lund | kg:rejects | truce

    What did not happen in the past is no refusal: "did not sign" may be "not yet".
    """
    for clause in grammar.clauses.values():
        reading = grammar.reader.read(clause)
        if reading is None or reading.certainty not in {Certainty.CERTAIN, Certainty.PLANNED}:
            continue
        if reading.polarity is Polarity.NEGATIVE and _is_unwilling(grammar, clause):
            yield from _refused(grammar, clause, Factuality(voice=reading.voice))
        if reading.voice is not None and reading.voice.source is not None:
            yield from _none_will_be(grammar, clause, reading.voice.source)


def _is_unwilling(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a denied clause is about what its subject is ready to do: present, future, or under "refuse"."""
    governor = grammar.reader.governor(clause.head)
    if grammar.token(clause.head).relation == "xcomp" and governor is not None:
        found = grammar.lexicons.frames_of_verb.get(governor.lemma, ())
        return any(frame.predicate == _REJECTS and "comp" in frame.object for frame in found)
    helpers = [word for word in grammar.analysis.dependents(clause.head, "aux") if word.lemma.lower() != "have"]
    return bool(helpers) and all(word.xpos in {"MD", "VBP", "VBZ"} for word in helpers)


def _refused(grammar: Grammar, clause: Clause, factuality: Factuality) -> Iterator[Claim]:
    for subject in clause.subjects:
        for slot, target in verb_slots(clause):
            heads = (subject.head, target.head)
            found = verb_predicate(grammar, clause.lemma, ("subj", slot), heads)
            refused = grammar.vocabulary.predicate(found[0]).refusal if found else ""
            unable = _is_unable(grammar, clause) and grammar.token(subject.head).lemma.lower() not in {"we", "i"}
            if found is None or not refused or found[1] or unable or target.negated or subject.negated:
                continue
            words = f"refuse to {clause.lemma}"
            wording = Wording("refusal", PredicateId(refused), words, clause.head, confidence=TYPED)
            yield grammar.claim(wording, *heads, factuality, clause)


def _is_unable(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a clause is about what its subject can do: "we cannot accept" refuses, "they could not agree" not."""
    return any(word.lemma.lower() in {"can", "could"} for word in grammar.analysis.dependents(clause.head, "aux"))


def _none_will_be(grammar: Grammar, clause: Clause, source: int) -> Iterator[Claim]:
    """Yield the rejection of what there will be none of, by who says so."""
    analysis, token = grammar.analysis, grammar.token(clause.head)
    will = any(word.xpos == "MD" for word in analysis.dependents(clause.head, "aux"))
    if token.lemma.lower() != "be" or not will or not analysis.has_dependent(clause.head, "expl"):
        return
    for filler in clause.surface:
        denied = any(word.lemma.lower() == "no" for word in analysis.dependents(filler.head, "det"))
        if denied and grammar.fits(filler.head, ("Issue",)) and not grammar.is_time(filler.head):
            wording = Wording("refusal", _REJECTS, "reject", clause.head, confidence=TYPED)
            yield grammar.claim(wording, source, filler.head, Factuality())
