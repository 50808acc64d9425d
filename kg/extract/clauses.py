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
from dataclasses import dataclass
from enum import StrEnum

from kg.document import ROOT, Analysis, Token
from kg.extract.slots import (
    Filler,
    Oblique,
    Slots,
    can_act,
    collect,
    coordinated,
    described_by,
    fill_gap,
    is_cleft,
    particle_of,
    preposition,
    straighten,
)
from kg.wording import Lexicons

_LAID_ON = frozenset({"of", "for", "with"})
"""Prepositions of what somebody is accused of, thanked for or charged with: it is the object's."""

_ABOUT_OTHERS = frozenset(
    {"about", "after", "against", "ahead of", "amid", "because of", "despite", "due to", "following", "on", "over"}
)
"""Prepositions of a plan that is not the subject's own."""

_SINGLING = frozenset({"first", "second", "third", "last", "latest", "next", "only", "sole"})
"""Adjectives after which a noun itself does what its infinitive says ("the only man to vote against")."""

_ACTING = frozenset({"person", "organization", "place", "object", "animal"})
"""Nominal types of what may do something; "the first step to save the bank" saves nothing."""

_RULING = frozenset({"Bill", "Law", "Resolution"})
"""Classes of nouns that do themselves what their infinitive says."""

_CLAUSAL = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj", "appos", "dep", "list"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Kind(StrEnum):
    """What the predicate of a clause is."""

    VERB = "verb"
    COPULA = "copula"


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its logical arguments.

    Attributes:
        head: token of the predicate.
        lemma: with its particle, if any (`turn down`).
        particle: the particle, empty without one.
        kind: verb or copula.
        passive: whether the verb is a passive participle.
        surface: the grammatical subjects, own or understood.
        subjects: the logical subjects (agents).
        objects: the logical objects (patients).
        recipients: indirect objects.
        obliques: prepositional and bare oblique arguments.
        complements: heads of complement clauses.
        shares_subject: the surface subject was copied from another clause.
    """

    head: int
    lemma: str
    particle: str
    kind: Kind
    passive: bool
    surface: tuple[Filler, ...] = ()
    subjects: tuple[Filler, ...] = ()
    objects: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    complements: tuple[int, ...] = ()
    shares_subject: bool = False


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
    if token.relation == "acl" or (token.deprel == "advcl:relcl" and is_cleft(analysis, token)):
        fill_gap(analysis, token, slots, passive)
    if not slots.surface and not slots.expletive:
        slots.surface = _understood(analysis, token, outer, lexicons)
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
        follows_finite = analysis.tokens[token.head].xpos in _FINITE and alone
        of_adjective = analysis.tokens[token.head].upos == "ADJ"  # "is tired and fed up with"
        return outer[token.head].passive or follows_finite or of_adjective
    return token.relation in {"acl", "advcl", "xcomp", "root"}


def _understood(analysis: Analysis, token: Token, outer: dict[int, Clause], lexicons: Lexicons) -> list[Filler]:
    """Give the subject that a clause without one shares with the clause around it."""
    if token.head == ROOT:
        return []
    governor = _governor(analysis, token, outer)
    if (
        governor is None
        or analysis.has_dependent(token.index, "csubj")
        or _is_state_in_general(analysis, token, governor)
    ):
        return []
    if token.relation == "xcomp":
        return list(_controller(analysis, token, governor, lexicons))
    if token.relation == "conj":
        return list(governor.surface) if token.head in outer or token.xpos != "VBG" else []  # "arson and stealing cars"
    if token.relation == "advcl" and (words := _blaming(analysis, token)):
        rows = lexicons.complements_of.get((governor.lemma, "VERB"), ())
        hindered = "from" in words and any(row.complement == "gerund:from" for row in rows)
        patients = governor.recipients or governor.objects
        blamed = [f for f in patients if hindered or _is_somebody(analysis, f.head)]
        if blamed:
            return blamed  # "praised Chad for clearing the crossing", "kept the ice from melting"
    if token.relation == "advcl":
        return list(_adverbial_subject(analysis, token, governor, lexicons))
    if token.relation == "acl":
        return list(_noun_subject(analysis, token, governor, lexicons))
    return []


def _is_state_in_general(analysis: Analysis, token: Token, governor: Clause) -> bool:
    """Say whether being something is nobody's in particular: "what duties come with being the treasurer"."""
    being = any(word.text.lower() == "being" for word in analysis.dependents(token.index, "cop"))
    marked = being and analysis.has_dependent(token.index, "mark")
    return marked and not any(_is_somebody(analysis, filler.head) for filler in governor.surface)


def _adverbial_subject(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give who does what an adverbial clause without subject says.

    Riga sent envoys to calm the markets -> Riga

    A finite clause and one with "for … to" have a subject of their own, which the parser has lost; that of
    "as reported by Pell" is all that is said, and nobody does what is only compared ("crimes like stealing cars").
    "Based on" and its like are said of the whole clause, and so is what somebody's fate leads to ("Fisk died , leading
    to a strike"). What somebody does in a phrase of a thing has no subject there ("illness contracted while working").
    """
    marks = {mark.lemma.lower() for mark in analysis.dependents(token.index, "mark")}
    if token.xpos in _FINITE or {"for", "to"} <= marks or marks & {"as", "like", "than"}:
        return ()
    if f"{token.text} {analysis.tokens[token.index + 1].text}".lower() in lexicons.adverbial_participle_forms:
        return ()
    somebody = any(_is_somebody(analysis, filler.head) for filler in governor.surface)
    if token.xpos == "VBG" and token.index > governor.head and somebody and not governor.objects:
        causing = any(frame.predicate == "kg:causes" for frame in lexicons.frames_of_verb.get(token.lemma.lower(), ()))
        return () if causing else governor.surface
    if token.xpos == "VBG" and _has_back(analysis, token, governor):
        return ()
    is_phrase = governor.passive and analysis.tokens[governor.head].deprel == "acl" and marks & {"by", "when", "while"}
    return () if is_phrase and not somebody else governor.surface


def _has_back(analysis: Analysis, token: Token, governor: Clause) -> bool:
    """Say whether the object of a participle is its governor's subject: "Fisk won Kent , giving him the lead".

    Nobody does something to "him" who is himself: it is the whole clause that does.

    Source: Chomsky, Lectures on Government and Binding (1981), principle B.
    """
    surface = {filler.head for filler in governor.surface}
    for thing in analysis.dependents(token.index, "obj", "iobj"):
        link = analysis.coreference_of.get(thing.index)
        if link is not None and link.antecedent in surface and not thing.text.lower().endswith(("self", "selves")):
            return True
    return False


def _blaming(analysis: Analysis, token: Token) -> set[str]:
    """Give the words by which a gerund tells what the object did or should not do ("for clearing", "from docking")."""
    marks = {mark.text.lower() for mark in analysis.dependents(token.index, "mark")}
    return marks & {"as", "for", "of", "from", "against", "with"} if token.xpos == "VBG" else set()


def _is_somebody(analysis: Analysis, head: int) -> bool:
    """Say whether a nominal denotes somebody, by itself or by the name behind it ("the drugmaker Menaldi")."""
    return any(can_act(token) for token in (analysis.tokens[head], *analysis.dependents(head, "flat", "appos")))


def _governor(analysis: Analysis, token: Token, outer: dict[int, Clause]) -> Clause | None:
    return next((outer[head] for head in analysis.above(token.index) if head in outer), None)


def _controller(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give who does what an infinitive says.

    persuaded Fisk to publish -> Fisk;   promised Fisk to publish -> the subject;
    called on Turkey to halt -> Turkey;  was expected to visit -> the surface subject
    made public the letter -> the letter
    """
    of_subject = "subject" in lexicons.controllers_of.get(analysis.tokens[governor.head].lemma, ())
    if governor.kind is Kind.VERB and not of_subject:
        if governor.recipients:
            return governor.recipients
        if governor.objects and (governor.objects[0].head < token.index or token.upos == "ADJ"):
            return governor.objects
        if token.upos != "VERB" and governor.lemma in lexicons.kind_of_judging and not governor.passive:
            return ()  # "what the army calls a camp"
        listed = lexicons.controllers_of.get(governor.lemma, ())
        asked = tuple(
            oblique.filler
            for oblique in governor.obliques
            if f"prep:{oblique.preposition}" in listed and oblique.filler.head < token.index
        )
        if asked:
            return asked
    return governor.surface


def _noun_subject(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give who would do what a noun's infinitive says.

    Riga's plan to close -> Riga;   Oslo has plans to close -> Oslo;   convicted Fisk of a plot to close -> Fisk
    the first woman to lead the bank -> the woman;   Riga's commitment to paying -> Riga
    Ortega opposes a bill to ban glue -> the bill;   a proposal by Riga to ban glue -> Riga
    The ban on selling glue is old; The key to win is patience -> nobody
    Riga rejected a plan to close; Oslo fined Fisk over a plot to close -> nobody, it is somebody else's
    Oslo backed support for efforts to close -> nobody
    """
    noun = analysis.tokens[token.head]
    if noun.lemma.lower() in _SINGLING:  # "became the first to sign"
        return governor.surface
    if is_singled_out(analysis, noun):
        described = described_by(analysis, noun)
        return (Filler(noun.index if described is None else described),)
    if lexicons.class_of_noun.get(noun.lemma.lower()) in _RULING:
        return (Filler(noun.index),)
    for owner in analysis.dependents(token.head, "nmod:poss", "nmod"):
        word = preposition(analysis, owner.index)
        if owner.deprel == "nmod:poss" or word == "by" or (word == "of" and can_act(owner)):
            return tuple(coordinated(analysis, owner.index))
    if noun.relation in {"nmod", "conj"}:
        return ()
    if token.xpos == "VBG" or any(filler.head == token.head for filler in governor.surface):
        return ()
    if preposition(analysis, token.head) in _ABOUT_OTHERS or "others" in lexicons.controllers_of.get(
        governor.lemma, ()
    ):
        return ()
    laid_on = any(o.filler.head == token.head and o.preposition in _LAID_ON for o in governor.obliques)
    return governor.objects if laid_on and governor.objects else governor.surface


def is_singled_out(analysis: Analysis, noun: Token) -> bool:
    """Say whether a noun has done what its infinitive says: "the first woman to lead the bank", "the first to sign"."""
    if noun.lemma.lower() in _SINGLING:
        return True
    words = analysis.dependents(noun.index, "amod")
    singled = any(word.xpos == "JJS" or word.lemma.lower() in _SINGLING for word in words)
    return singled and (noun.upos == "PROPN" or noun.nominal_type in _ACTING)


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
