"""How many an event kills and injures."""

from collections.abc import Iterator

from kg.document import Span
from kg.extract.clause import Clause
from kg.extract.frames import TYPED, slot_fillers, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import words
from kg.extract.slots import EXAMPLES, preposition
from kg.knowledge import Claim, PredicateId, Value

_TOLL_OF = {
    PredicateId("kg:kills"): (PredicateId("kg:hasDeathToll"), "have death toll"),
    PredicateId("kg:injures"): (PredicateId("kg:hasInjuryToll"), "have injury toll"),
}


def toll(grammar: Grammar) -> Iterator[Claim]:
    """Claims of the number of people that an event kills or injures.

    The crash killed 62 people .                  ->  crash | kg:hasDeathToll | 62
    At least ten were injured in the explosion .  ->  explosion | kg:hasInjuryToll | "at least ten"
    """
    for clause, _ in grammar.verbs:
        frames = grammar.lexicons.frames_of_verb.get(clause.lemma, ())
        if not any(frame.predicate in _TOLL_OF for frame in frames):
            continue
        for event, victims, predicate in _harmed(grammar, clause):
            factuality = grammar.reader.read(clause)
            number = _count(grammar, victims)
            if factuality is None or number is None:
                continue
            harm, lemma = _TOLL_OF[predicate]
            wording = Wording("toll", harm, lemma, clause.head, confidence=TYPED)
            yield grammar.claim(wording, event, number, factuality, clause)


def _harmed(grammar: Grammar, clause: Clause) -> Iterator[tuple[int, int, PredicateId]]:
    """Yield event, victims and predicate of a clause, however its verb links the two."""
    pairs = [(event.head, "subj", victims.head, "obj") for event in clause.subjects for victims in clause.objects]
    for slot in ("subj", "obj"):
        for filler in slot_fillers(clause, slot):
            pairs += [(o.filler.head, f"prep:{o.preposition}", filler.head, slot) for o in clause.obliques]
    for event, event_slot, victims, slot in pairs:
        found = verb_predicate(grammar, clause.lemma, (event_slot, slot), (event, victims))
        is_event = grammar.fits(event, ("Event",)) and grammar.class_of(event) != ""
        among = preposition(grammar.analysis, victims) in EXAMPLES  # "including one of the staff"
        if found is not None and found[0] in _TOLL_OF and not found[1] and is_event and not among:
            yield event, victims, found[0]


def _count(grammar: Grammar, head: int) -> Value | None:
    """Give the number of a phrase with what modifies it ("at least 30"), None for a phrase without one."""
    token = grammar.token(head)
    number = token if token.upos == "NUM" else next(grammar.analysis.dependents(head, "nummod"), None)
    if number is None or number.index > head or grammar.token(number.index - 1).text == "-":
        return None
    if number.text.lower() == "one" and grammar.analysis.word_at(number.index + 1) == "of":
        return None  # "one of the pilots" may not be the only one
    if number.text.isdecimal() and not _qualifiers(grammar, number.index, head):
        return Value(number.text, "xsd:integer")
    start = min((number.index, *_qualifiers(grammar, number.index, head)))
    return Value(words(grammar.analysis, Span(start, number.index + 1)).lower(), "kg:quantity")


def _qualifiers(grammar: Grammar, number: int, head: int) -> list[int]:
    """Give the words before a number that widen it: at least, more than, about."""
    below = {token.index for index in {number, head} for token in grammar.analysis.dependents(index)}
    below |= {token.index for index in below for token in grammar.analysis.dependents(index)}
    found, index = [], number - 1
    while index in below and grammar.token(index).upos in {"ADV", "ADP", "ADJ", "SCONJ", "NUM"}:
        found.append(index)
        index -= 1
    return found
