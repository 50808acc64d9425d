"""What something is said to be by an adjective."""

from collections.abc import Iterator
from itertools import product

from kg.document import Span
from kg.extract.clause import Clause
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.extract.predicatives import is_told, said
from kg.extract.slots import Filler, coordinated
from kg.knowledge import Claim, Value


def properties(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Give what a subject is said to be.

    The Heron is old and unsafe .           ->  Heron | be | old; Heron | be | unsafe
    The inn of Oslo is famous for brewing red ale .     ->  inn of Oslo | be | famous for brewing red ale

    Nothing of a subject of which the reader does not know what it is, or if it is measured or compared ("82 years old"
    is not "old", "better" than what?), if the adjective has an object and is a participle ("is challenging the
    ruling"), or if a clause says in what ("important to study").
    """
    compared = grammar.token(clause.head).xpos in {"JJR", "JJS"}
    asked = any(word.xpos == "WRB" for word in grammar.analysis.dependents(clause.head, "advmod"))  # "how big is it"
    measured = asked or any(token.deprel == "obl:unmarked" for token in grammar.analysis.dependents(clause.head))
    if measured or compared or grammar.analysis.has_dependent(clause.head, "obj") or _has_clause(grammar, clause.head):
        return
    if clause.complements or not _is_predicated(grammar, clause):
        return
    for subject, adjective in product(clause.surface, _adjectives(grammar, clause.head)):
        factuality = grammar.read(clause, subject, *(() if adjective.head == clause.head else (adjective,)))
        what = _words(grammar, adjective.head)
        if factuality is not None and what and is_told(grammar, subject.head, clause):
            wording = Wording("property", open_wording("be"), "be", clause.head, confidence=OPEN)
            yield grammar.claim(wording, subject.head, Value(what), factuality, clause)


def _words(grammar: Grammar, head: int) -> str:
    """Give the words of an adjective, from its adverb to its complement."""
    span, sentence = phrase(grammar.analysis, head, grammar.names).span, grammar.analysis.sentence(head).tokens
    tokens = grammar.analysis.tokens[sentence.start : sentence.end]
    inside = [token.index for token in tokens if token.span.start in span]
    return said(grammar, Span(inside[0], inside[-1] + 1), head)


def _is_predicated(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a clause says what its subject is, not only in what state it does or suffers something else.

    became ill, was pronounced dead;    not: slept naked, made the harbour safe (the rule `judgement` says who did)
    """
    governor = grammar.reader.governor(clause.head)
    if grammar.token(clause.head).relation != "xcomp" or governor is None or governor.kind == "copula":
        return True
    if grammar.analysis.has_dependent(clause.head, "cop"):
        return True
    judged = governor.lemma in grammar.lexicons.kind_of_judging
    return governor.lemma in grammar.lexicons.copular_lemmas or (judged and governor.passive and not governor.subjects)


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
