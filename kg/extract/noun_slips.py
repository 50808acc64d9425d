"""Slips of the parser around nouns: whose clause, whose name, whose phrase it is."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.arcs import FINITE, Arc, Correction

_NOUNS = frozenset({"NOUN", "PROPN"})
_UNBOUND = frozenset({"nmod", "obl", "dep", "obj"})


def which_of_thing(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a clause with "which" to the thing in front of it, not to a person.

    said Fisk , the chair of Oxfam , which aids Chad .      aids <- Fisk   ->   aids <- Oxfam
    """
    if verb.deprel != "acl:relcl" or analysis.tokens[verb.head].nominal_type != "person":
        return
    below = range(verb.head + 1, verb.index)
    which = next((i for i in below if analysis.tokens[i].xpos == "WDT" and analysis.tokens[i].text == "which"), None)
    if which is None or analysis.tokens[which - 1].text != ",":
        return
    for index in range(verb.head + 1, which - 1):
        token = analysis.tokens[index]
        ends = max(analysis.below(index)) in {which - 2, which - 1}
        if token.upos in _NOUNS and token.nominal_type not in {"", "person"} and ends:
            yield Arc(verb.index, index, "acl:relcl")
            return


def name_after_noun(analysis: Analysis, name: Token) -> Iterator[Arc]:
    """Make a name right behind its noun an apposition; a compound never follows what it modifies.

    Vallon beat holders SC Adlerberg .      compound(holders, Adlerberg)   ->   appos(holders, Adlerberg)
    """
    if name.upos == "PROPN" and name.deprel == "compound" and name.head == name.index - 1:
        yield Arc(name.index, name.head, "appos")


def inverted_place(analysis: Analysis, phrase: Token) -> Iterator[Arc]:
    """Make the phrase before "be" the predicate of what stands behind it.

    Among the dead was a nurse .      dead <- nurse , was <- dead   ->   nurse <- dead as subject
    """
    subject = analysis.tokens[phrase.head] if phrase.head != ROOT else phrase
    if phrase.relation not in _UNBOUND or phrase.index > subject.index or subject.upos not in _NOUNS:
        return
    copulas = [*analysis.dependents(phrase.index, "cop"), *analysis.dependents(subject.index, "cop")]
    between = [be for be in copulas if phrase.index < be.index < subject.index]
    before = min(analysis.below(subject.index))
    cases = list(analysis.dependents(phrase.index, "case"))
    if len(between) != 1 or not cases or before != cases[0].index:
        return
    if analysis.has_dependent(subject.index, "nsubj", "nsubj:pass", "expl"):
        return
    yield Arc(phrase.index, subject.head, subject.deprel)
    yield Arc(subject.index, phrase.index, "nsubj")
    yield Arc(between[0].index, phrase.index, "cop")
    behind = analysis.dependents(subject.index, "punct")
    yield from (Arc(mark.index, phrase.index, "punct") for mark in behind)


def amount_of_recipient(analysis: Analysis, amount: Token) -> Iterator[Arc]:
    """Make the amount behind a recipient the object of the verb.

    The court fined the firm two million euros .      obl(fined, euros)   ->   obj(fined, euros)
    """
    if (
        amount.deprel not in {"obl", "obl:unmarked"}
        or amount.head == ROOT
        or analysis.has_dependent(amount.index, "case")
    ):
        return
    counted = analysis.has_dependent(amount.index, "nummod") and amount.nominal_type != "time"
    received = any(t.index < amount.index for t in analysis.dependents(amount.head, "iobj"))
    if counted and received and not analysis.has_dependent(amount.head, "obj"):
        yield Arc(amount.index, amount.head, "obj")


def bare_subject(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a finite verb without subject the bare noun between its conjunction, if any, and itself.

    The team lost after Sofia Lind was sent off .      obl(sent, Sofia)   ->   nsubj:pass(sent, Sofia)
    Moreau scored as Vallon beat Lyon .                nmod(Moreau, Vallon)   ->   nsubj(beat, Vallon)
    """
    if verb.upos != "VERB" or verb.relation in {"acl", "conj", "amod"}:
        return
    if analysis.has_dependent(verb.index, "nsubj", "nsubj:pass", "expl", "csubj"):
        return
    finite = [w.index for w in (*analysis.dependents(verb.index, "aux"), verb) if w.xpos in FINITE]
    if not finite:
        return
    marks = [w.index for w in analysis.dependents(verb.index, "mark", "advmod") if w.upos == "SCONJ" or w.xpos == "WRB"]
    nouns = [
        noun
        for noun in analysis.tokens[_start(analysis, verb, marks) : finite[0]]
        if _is_bare(analysis, noun)
        and (noun.head == verb.index or (marks and noun.head < marks[0]))
        and max(analysis.below(noun.index)) < finite[0]
    ]
    if len(nouns) == 1:
        passive = analysis.has_dependent(verb.index, "aux:pass")
        yield Arc(nouns[0].index, verb.index, "nsubj:pass" if passive else "nsubj")


def _start(analysis: Analysis, verb: Token, marks: list[int]) -> int:
    return marks[0] + 1 if marks else analysis.sentences[analysis.sentence_of[verb.index]].tokens.start


def _is_bare(analysis: Analysis, noun: Token) -> bool:
    """Say whether a noun has an arc of an object or adjunct, and no preposition."""
    unbound = noun.deprel in _UNBOUND | {"obl:agent", "obl:unmarked"}
    return (
        unbound
        and noun.upos in _NOUNS
        and noun.nominal_type != "time"
        and not analysis.has_dependent(noun.index, "case", "mark")
    )


NOUN_SLIPS: tuple[Correction, ...] = (
    which_of_thing,
    name_after_noun,
    inverted_place,
    amount_of_recipient,
    bare_subject,
)
