"""Clauses: who does what to whom, read off a UD tree and freed of its surface.

A clause is a predicate (verb, or nominal or adjective with a copula) with its logical arguments: the
passive is undone, shared subjects are copied to where they are understood, relative pronouns are replaced by
what they stand for, coordinated arguments are listed one by one.

    The envoy , who had been invited by Riga , wanted to stay .
        envoy  <- nsubj - wanted - xcomp -> stay        wanted(envoy), stay(envoy)
        invited - nsubj:pass -> who = envoy, obl:agent -> Riga       invited(Riga, envoy)

Source: UD v2 guidelines; argument sharing after PredPatt (White et al. 2016) and enhanced UD.
"""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.clause import FINITE, Clause, Kind
from kg.extract.gaps import fill_gap
from kg.extract.slots import Slots, collect, coordinated, particle_of, straighten
from kg.extract.understood import understood
from kg.wording import Lexicons

_CLAUSAL = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj", "appos", "dep", "list"})


def clauses(analysis: Analysis, lexicons: Lexicons) -> dict[int, Clause]:
    """Give all clauses of an article by the token of their predicate, in text order.

    A sentence without a predicate gives none.
    """
    found: dict[int, Clause] = {}
    for index in _outside_in(analysis):
        token = analysis.tokens[index]
        if is_predicate(analysis, token):
            found[index] = _clause(analysis, token, found, lexicons)
    return dict(sorted(found.items()))


def is_predicate(analysis: Analysis, token: Token) -> bool:
    """Say whether a token heads a clause: a verb with verbal syntax, or a word with a copula."""
    if analysis.has_dependent(token.index, "cop"):
        return _is_word(token)
    if token.upos == "VERB":
        return _is_word(token) and token.relation not in {
            "amod",
            "case",
            "mark",
            "fixed",
            "flat",
            "aux",
            "compound",
            "cc",
            "det",
            "nummod",
        }
    if token.upos == "AUX":
        return token.relation in _CLAUSAL
    return token.upos in {"ADJ", "NOUN", "PROPN"} and token.relation == "xcomp"


def _is_word(token: Token) -> bool:
    """Say whether a token is no "=" or the like, which the tagger may call a verb."""
    return any(character.isalnum() for character in token.lemma)


def _outside_in(analysis: Analysis) -> Iterator[int]:
    """Yield token indices so that a head comes before its dependents."""
    pending = [token.index for token in reversed(analysis.tokens) if token.head == ROOT]
    while pending:
        index = pending.pop()
        yield index
        pending.extend(reversed(analysis.children[index]))


def _clause(analysis: Analysis, token: Token, outer: dict[int, Clause], lexicons: Lexicons) -> Clause:
    slots = collect(analysis, token)
    particle = particle_of(analysis, token)
    kind = Kind.VERB if token.upos == "VERB" else Kind.COPULA
    passive = kind is Kind.VERB and _is_passive(analysis, token, outer)
    straighten(analysis, token, slots, passive)
    slots.agents = [f for f in slots.agents if analysis.tokens[f.head].lemma.lower() not in lexicons.partitive_lemmas]
    shared = False
    if token.relation == "acl" or (token.deprel == "advcl:relcl" and _is_cleft(analysis, token)):
        fill_gap(analysis, token, slots, passive)
    if not slots.surface and not slots.expletive:
        slots.surface = understood(analysis, token, outer, lexicons)
        shared = bool(slots.surface)
    _share_object(analysis, token, slots, outer)
    subjects, objects = (slots.agents, [*slots.surface, *slots.objects]) if passive else (slots.surface, slots.objects)
    if passive and slots.objects:  # "was given a map": the map is given, the surface subject receives
        slots.recipients, objects = [*slots.recipients, *slots.surface], slots.objects
    if passive and "subject" in lexicons.controllers_of.get(token.lemma, ()) and not slots.objects:
        objects = slots.surface
    return Clause(
        head=token.index,
        lemma=f"{token.lemma.lower()} {particle}".strip(),
        particle=particle,
        kind=kind,
        passive=passive,
        surface=tuple(slots.surface),
        subjects=tuple(subjects),
        objects=tuple(objects),
        recipients=tuple(slots.recipients),
        obliques=tuple(slots.obliques),
        complements=tuple(slots.complements),
        shares_subject=shared,
    )


def _is_passive(analysis: Analysis, token: Token, outer: dict[int, Clause]) -> bool:
    """Say whether a verb is passive; a bare participle follows the verb that it is coordinated with.

    was arrested and charged -> both passive;   has visited and praised -> both active;   appeared , charged -> passive
    """
    if analysis.has_dependent(token.index, "aux:pass", "obl:agent"):
        return True
    if token.xpos == "VBN" and analysis.has_dependent(token.index, "nsubj:pass"):
        return True
    if token.xpos != "VBN" or analysis.has_dependent(token.index, "aux", "nsubj"):
        return False
    if token.relation == "conj" and token.head in outer:
        alone = not analysis.has_dependent(token.index, "obj", "cc")  # "welcomed it and called on Chad to …" is active
        follows_finite = analysis.tokens[token.head].xpos in FINITE and alone
        of_adjective = analysis.tokens[token.head].upos == "ADJ"  # "is tired and fed up with"
        return outer[token.head].passive or follows_finite or of_adjective
    return token.relation in {"acl", "advcl", "xcomp", "root"}


def _is_cleft(analysis: Analysis, token: Token) -> bool:
    """Say whether a clause completes "It was Riga that …": its head is a nominal with a copula and an expletive."""
    head = token.head
    return (
        head != ROOT
        and analysis.tokens[head].upos in {"NOUN", "PROPN"}
        and any(word.lemma.lower() == "it" for word in analysis.dependents(head, "expl", "nsubj"))
    )


def _share_object(analysis: Analysis, token: Token, slots: Slots, outer: dict[int, Clause]) -> None:
    """Copy an object that stands after the last of several verbs: "signed and ratified the pact"."""
    if slots.objects or slots.complements or token.upos != "VERB" or token.relation == "xcomp":
        return
    conjuncts = [c for c in analysis.dependents(token.index, "conj") if c.upos == "VERB"]
    if conjuncts and not slots.obliques and not analysis.has_dependent(conjuncts[-1].index, "nsubj"):
        between = range(token.index + 1, conjuncts[0].index)
        if all(analysis.tokens[i].upos in {"CCONJ", "PUNCT", "PART"} for i in between):
            slots.objects = [
                filler
                for obj in analysis.dependents(conjuncts[-1].index, "obj")
                for filler in coordinated(analysis, obj.index)
            ]
        return
    if token.relation == "conj" and token.head in outer and not slots.obliques and not slots.surface:
        first = outer[token.head]
        after = tuple(f for f in first.objects if f.head > token.index)
        slots.objects = list(after)
