"""Verbs that say only when or among whom."""

from collections.abc import Iterator

from kg.document import Span
from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.needs import idiom, tells_enough
from kg.extract.phrases import phrase, words
from kg.extract.slots import preposition
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


_POINTING = frozenset({"this", "that", "these", "those"})
"""Determiners that belong to a time: "this morning" is not "morning"."""


def intransitive(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a verb without object or prepositional participant: its time, or its subjects among themselves.

    The road reopened on Tuesday .      ->  road | reopen | Tuesday
    The fraud came to light in May .    ->  fraud | come to light | May
    Osei and Koné met in Bamako .       ->  Osei | kg:meets | Koné
    """
    for clause, factuality in grammar.verbs:
        if clause.objects and not clause.passive and idiom(grammar, clause) is None:
            continue
        subjects = clause.objects if clause.passive else clause.subjects
        predicate = _RECIPROCAL.get(clause.lemma)
        if predicate is not None and len(subjects) == 2 and not clause.passive:
            wording = Wording("reciprocal", predicate, clause.lemma, clause.head, confidence=TYPED)
            yield grammar.claim(wording, subjects[0].head, subjects[1].head, factuality, clause)
        if clause.subjects and clause.passive:
            continue
        yield from _timed(grammar, clause)


def _tells_when(grammar: Grammar, time: int) -> bool:
    """Say whether a time tells when or how long: "in May", "for two years", "until dawn", not "in the evening"."""
    token = grammar.token(time)
    counted = grammar.analysis.has_dependent(time, "nummod") or any(map(str.isdigit, token.text))
    named = token.upos in {"NUM", "PROPN"} or time in grammar.times
    return named or counted or preposition(grammar.analysis, time) not in _WHEN


def _is_span(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal is a stretch of time ("within a year"), not just "at the same time", "in the interval"."""
    lemma = grammar.token(head).lemma.lower()
    vague = lemma in grammar.lexicons.vague_lemmas or lemma in grammar.lexicons.adverbial_lemmas
    return grammar.is_time(head) and not vague and lemma not in {"day", "interval", "period"}


def times_of(grammar: Grammar, clause: Clause) -> list[int]:
    """Give when a verb says that something is done: dates, and stretches of time."""
    return [
        token.index
        for token in grammar.analysis.dependents(clause.head, "obl", "nmod:unmarked", "advmod")
        if token.index in grammar.times or (token.deprel == "obl" and _is_span(grammar, token.index))
    ]


def _has_more(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a verb has an argument without which its time says little, or beside which it is said already.

    was subjected to floods for decades     led to the ban in April
    """
    framed = {slot for frame in grammar.lexicons.frames_of_verb.get(clause.lemma, ()) for slot in frame.object}
    fixed = idiom(grammar, clause)
    own = None if fixed is None else fixed[0]
    others = {o.preposition for o in clause.obliques if o.filler.head != own and not grammar.is_time(o.filler.head)}
    asked = {  # "asked for nine years in prison"
        o.preposition for o in clause.obliques if o.filler.head != own and o.preposition in {"for", "to"}
    }
    return bool(others & {"to", "of", "with", "into"}) or any(f"prep:{word}" in framed for word in others | asked)


def _only_attributes(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a verb only tells who says the clause that it stands in: "the dam failed , Oslo said on Monday"."""
    return clause.lemma in grammar.lexicons.reporting_of_verb and grammar.token(clause.head).relation == "parataxis"


def _words(grammar: Grammar, time: int) -> str:
    """Give the words of a time, with a preposition that says more than when: "until May", not "on" or "planned for"."""
    word = preposition(grammar.analysis, time)
    is_then = word in _WHEN or (word == "for" and time in grammar.times)
    return _own_words(grammar, time) if is_then else f"{word} {_own_words(grammar, time)}"


_WHEN = frozenset({"", "at", "during", "in", "on"})
"""Prepositions that only say that it is then."""


def _own_words(grammar: Grammar, time: int) -> str:
    """Give the words of a time: all of "two months ago" and "the middle of May", no article before "week"."""
    if grammar.token(time).upos == "ADV":
        return words(grammar.analysis, Span(min(grammar.analysis.below(time)), time + 1))  # "two years later"
    wording_of = phrase(grammar.analysis, time, grammar.names)
    pointing = any(word.lemma.lower() in _POINTING for word in grammar.analysis.dependents(time, "det"))
    short = wording_of.text if pointing or not wording_of.name else wording_of.name
    tokens = next((t.tokens for t in grammar.analysis.times if t.tokens.start <= time < t.tokens.end), None)
    whole = "" if tokens is None else words(grammar.analysis, tokens)
    return whole if len(whole.split()) > len(short.split()) + 1 else short


def _timed(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    times = [time for time in times_of(grammar, clause) if _tells_when(grammar, time)]
    has_more = bool(clause.complements or clause.recipients) or clause.lemma == "be" or _has_more(grammar, clause)
    if not times or has_more or _only_attributes(grammar, clause):
        return
    fixed = idiom(grammar, clause)
    if not (clause.passive or fixed or tells_enough(grammar, clause)):
        return
    verb = grammar.token(clause.head).text.lower()
    lemma = f"be {verb}" if clause.passive else f"{clause.lemma} {fixed[1] if fixed else ''}".strip()
    when = _words(grammar, times[0])
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is None:
            continue
        wording = Wording("intransitive", open_wording(lemma), lemma, clause.head, confidence=OPEN)
        yield grammar.claim(wording, subject.head, Value(when), factuality, clause)
