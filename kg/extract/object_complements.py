"""What a verb says of its object: without it, verb and object tell a reader nothing."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import verb_predicate
from kg.extract.grammar import Grammar
from kg.extract.phrases import MODIFYING, compound_before, phrase
from kg.extract.slots import NEGATORS, Filler, Oblique, preposition
from kg.knowledge import Certainty, PredicateId

ADDRESSED = frozenset(PredicateId(f"kg:{name}") for name in ("causes", "demands", "requests", "tells", "urges"))
"""Predicates that say nothing of somebody alone of whom the verb says more: "urged Riga to sign"."""

_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})

_MEASURING = frozenset({"at", "below", "by", "from", "to"})
"""Prepositions of how much something changes or to what level."""

_LONGEST = 5
"""Words said of an object; longer ones end with their head, as a relation is to be taken in at a glance."""


def said_of_object(grammar: Grammar, clause: Clause) -> str:
    """Give the words that a verb says of its object, without article; empty if it says nothing.

    Astronomers named the moon Hydra .              ->  Hydra
    The farmer ascribed the loss to rain .          ->  to rain             (a row of `object_complements.tsv`)
    The bank cut its forecast to 6.3 % .            ->  nothing: figures are for the qualifiers, not for predicates

    What judging verbs say is for the rule `judgement`.
    """
    patients = clause.objects or clause.recipients
    if clause.objects and (plain := small_complement(grammar, clause)):
        return plain
    verb = grammar.token(clause.head).lemma.lower()  # a particle changes nothing: "pushed them up to the top"
    asked = grammar.lexicons.object_complements_of.get(verb, ())
    for word, head in _introduced(grammar, clause, asked, patients) if patients else ():
        said = _words(grammar, head)
        is_figure = word.split()[-1] in _MEASURING and any(character.isdigit() for character in said)
        return "" if is_figure else f"{word} {said}"
    return ""


def said_of_oblique(grammar: Grammar, clause: Clause, argument: Oblique) -> str:
    """Give the words that a verb says of what follows its preposition; empty if it says nothing.

    The judge referred to the plan as a hoax .      ->  as hoax
    """
    asked = grammar.lexicons.object_complements_of.get(f"{clause.lemma} {argument.preposition}", ())
    for word, head in _introduced(grammar, clause, asked, (argument.filler,)) if asked else ():
        return f"{word} {_words(grammar, head)}"
    return ""


def urged(grammar: Grammar, clause: Clause, patient: Filler) -> str:
    """Give in few words what a verb demands of its object or recipient or keeps it from; empty if nothing.

    The court ordered the firm to hand over its old records .      ->  to hand over records
    The senate barred Fisk from holding office .                   ->  from holding office
    The court ordered the firm to stop selling tin .               ->  to stop selling tin
    """
    words = {"to"} if _demands(grammar, clause, "obj+xcomp") else set()
    if any(row.complement == "gerund:from" for row in grammar.lexicons.complements_of.get((clause.lemma, "VERB"), ())):
        words.add("from")
    for head in acted_on(grammar, clause) if words else ():
        if said := _asked_of(grammar, head, patient, words):
            return said
    return ""


def called(grammar: Grammar, clause: Clause, argument: Oblique) -> str:
    """Give the infinitive that says what somebody behind a preposition is to do, with its noun; empty without one.

    The synod called on Norvik to stop the dredging .      ->  to stop dredging
    """
    behind = (word.index for word in grammar.analysis.dependents(clause.head, "advcl"))
    heads = [*clause.complements, *behind] if _demands(grammar, clause, f"prep:{argument.preposition}+xcomp") else ()
    for head in heads:
        if words := _asked_of(grammar, head, argument.filler, {"to"}):
            return words
    return ""


def _demands(grammar: Grammar, clause: Clause, complement: str) -> bool:
    """Say whether a verb with a kind of complement demands what the complement says."""
    rows = grammar.lexicons.complements_of.get((clause.lemma, "VERB"), ())
    return any(row.complement == complement and row.certainty == Certainty.DEMANDED for row in rows)


def _asked_of(grammar: Grammar, head: int, asked: Filler, words: set[str]) -> str:
    """Give an infinitive or gerund after one of some words, with its noun, if it is what somebody is to do or not."""
    inner = grammar.clauses.get(head)
    marks = {mark.lemma.lower() for mark in grammar.analysis.dependents(head, "mark")}
    if (
        inner is None
        or len(marks) != 1
        or not marks <= words
        or asked.head not in _heads(inner)
        or inner.kind != "verb"
    ):
        return ""
    if not inner.objects and any(grammar.token(index).relation == "ccomp" for index in inner.complements):
        return ""  # "urged him to consider what it costs"
    deed = _deed(grammar, inner)
    return " ".join(f"{_denial(grammar, head)} {marks.pop()} {deed}".split()) if deed else ""


def _denial(grammar: Grammar, head: int) -> str:
    denied = any(word.lemma.lower() in NEGATORS for word in grammar.analysis.dependents(head, "advmod"))
    return "not" if denied else ""


def _deed(grammar: Grammar, inner: Clause) -> str:
    """Give a verb with its noun, and one under it with its own: "begin leaving Oslo"; empty if the words only point.

    Empty as well if somebody else than its subject or object does what the one under it says.
    """
    if any(grammar.token(thing.head).upos in {"PRON", "DET"} for thing in inner.objects) and not inner.passive:
        return ""  # "asked him to take what there was", "told him to help us"
    marked = grammar.analysis.has_dependent(inner.head, "mark", "aux:pass")
    verb = f"{'be' if inner.passive and marked else ''} {grammar.token(inner.head).text.lower()} {inner.particle}"
    verbs = (part for part in inner.complements if part in grammar.clauses and grammar.token(part).upos == "VERB")
    below = next((part for part in verbs if grammar.token(part).relation == "xcomp"), None)
    if below is None:
        return f"{verb} {_first_noun(grammar, inner)}"
    deed = "" if grammar.analysis.has_dependent(below, "nsubj") else _deed(grammar, grammar.clauses[below])
    noun = _first_noun(grammar, inner) if inner.objects else ""
    marks = [mark.text.lower() for mark in grammar.analysis.dependents(below, "mark")]
    return f"{verb} {noun} {_denial(grammar, below)} {' '.join(marks)} {deed}" if deed else ""


def _first_noun(grammar: Grammar, inner: Clause) -> str:
    """Give the object of an infinitive, else its first oblique, by its last word and name."""
    if inner.objects and not inner.passive:
        return _short(grammar, inner.objects[0].head)
    for oblique in inner.obliques:
        if oblique.preposition and oblique.filler.head > inner.head and not grammar.is_time(oblique.filler.head):
            return f"{oblique.preposition} {_short(grammar, oblique.filler.head)}"
    return ""


def _short(grammar: Grammar, head: int) -> str:
    """Give a nominal by its name or, with the word that it forms one with, by its noun."""
    if head in grammar.names:
        return grammar.argument(head).text
    return f"{compound_before(grammar.analysis, head, grammar.names)} {grammar.token(head).text}".strip()


def small_complement(grammar: Grammar, clause: Clause) -> str:
    """Give the words of a noun or adjective that a verb says of its object; empty without one.

    The diver was found dead .      ->  dead
    """
    for head in clause.complements:
        if _is_small(grammar, head):
            denied = any(word.lemma.lower() == "not" for word in grammar.analysis.dependents(head, "advmod"))
            return f"not {_words(grammar, head)}" if denied else _words(grammar, head)
    return ""


def acted_on(grammar: Grammar, clause: Clause) -> tuple[int, ...]:
    """Give the clauses under a verb that say what its object does or is to do.

    The court allowed Norvik to sell the yard .          sell
    The court blocked Norvik from selling the yard .     selling
    """
    patients = {filler.head for filler in (*clause.objects, *clause.recipients)}
    heads = [*clause.complements, *(word.index for word in grammar.analysis.dependents(clause.head, "advcl"))]
    inner = (grammar.clauses[head] for head in heads if head in grammar.clauses and grammar.token(head).upos == "VERB")
    return tuple(part.head for part in inner if part.shares_subject and patients.issuperset(_heads(part)))


def is_actor(grammar: Grammar, clause: Clause, patient: Filler) -> bool:
    """Say whether a clause under a verb says what this object or recipient of it does or is to do."""
    return any(patient.head in _heads(grammar.clauses[head]) for head in acted_on(grammar, clause))


def tells_more(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a clause has or stands beside what somebody is told or asked, which whom alone does not say.

    Okello told the Gazette that Riga had paid ;  " Riga has paid " , he told the Gazette ;  he asked if he paid
    """
    if clause.lemma not in grammar.lexicons.reporting_of_verb:
        return bool(clause.complements)
    said = list(grammar.analysis.dependents(clause.head, "parataxis", "advcl"))
    marks = {mark.lemma.lower() for word in said for mark in grammar.analysis.dependents(word.index, "mark")}
    beside = any(word.relation == "parataxis" for word in (*said, grammar.token(clause.head)))
    return bool(clause.complements) or beside or not {"if", "whether"}.isdisjoint(marks)


def is_unframed(grammar: Grammar, clause: Clause, subject: Filler) -> bool:
    """Say whether no frame links a subject with the object, of which a complement says more."""
    ends = ((subject.head, patient.head) for patient in (*clause.objects, *clause.recipients))
    slots = ("subj", "obj"), ("subj", "iobj")
    pairs = product(slots, ends)
    return not any(verb_predicate(grammar, clause.lemma, *pair, has_more=True) for pair in pairs)


def _heads(clause: Clause) -> set[int]:
    return {filler.head for filler in clause.surface}


def _is_small(grammar: Grammar, head: int) -> bool:
    """Say whether a complement is a noun or adjective without a verb: "(called it) a mess"."""
    token = grammar.token(head)
    bare = not grammar.analysis.has_dependent(head, "cop", "mark", "aux", "nsubj")
    return token.relation == "xcomp" and token.upos in _NOMINAL and bare


def _introduced(
    grammar: Grammar, clause: Clause, asked: tuple[str, ...], patients: tuple[Filler, ...]
) -> Iterator[tuple[str, int]]:
    """Yield the prepositions that a verb asks for beside its object, each with its noun or adjective."""
    after = min((filler.head for filler in patients), default=0)
    for oblique in clause.obliques:
        head = oblique.filler.head
        is_late = head > min(after, clause.head) and grammar.token(head).upos != "PRON"
        is_asked = oblique.preposition in asked and oblique.preposition != clause.particle
        if is_asked and is_late and head not in grammar.times:
            cases = [case.text.lower() for case in grammar.analysis.dependents(head, "case")]
            yield " ".join(cases) if len(cases) > 1 else oblique.preposition, head  # "up to the top"
    for token in grammar.analysis.dependents(clause.head, "xcomp", "advcl"):
        marks = [word.text.lower() for word in grammar.analysis.dependents(token.index, "case", "mark")]
        if token.upos in _NOMINAL and len(marks) == 1 and marks[0] in asked:
            yield marks[0], token.index
    for token in (word for filler in patients for word in grammar.analysis.dependents(filler.head, "nmod")):
        word = preposition(grammar.analysis, token.index)
        if word in asked and word not in MODIFYING and token.upos != "PRON":
            yield word, token.index  # "left many without power"


def _words(grammar: Grammar, head: int) -> str:
    named = phrase(grammar.analysis, head, grammar.names)
    words = (named.name or named.text).split()
    if len(words) <= _LONGEST:
        return " ".join(words)
    return _short(grammar, head)
