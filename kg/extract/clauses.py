"""Clauses: who does what to whom, read off a UD tree and freed of its surface.

A clause is a predicate (verb, or nominal or adjective with a copula) with its logical arguments: the
passive is undone, shared subjects are copied to where they are understood, relative pronouns are replaced by
what they stand for, coordinated arguments are listed one by one.

    The envoy , who had been invited by Riga , wanted to stay .
        envoy  <- nsubj - wanted - xcomp -> stay        wanted(envoy), stay(envoy)
        invited - nsubj:pass -> who = envoy, obl:agent -> Riga       invited(Riga, envoy)

Source: UD v2 guidelines; argument sharing after PredPatt (White et al. 2016) and enhanced UD.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kg.document import ROOT, Analysis, Token

SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear", "offer", "ask permission"})
"""Verbs whose infinitive belongs to the subject although there is an object (promise X to do)."""

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_CLAUSAL = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj", "appos", "dep", "list"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_PARTICLES = frozenset({"away", "back", "out", "up", "down", "off", "forward", "ahead", "aside", "over", "through"})
_NEGATORS = frozenset({"not", "n't", "never"})


RAISING = frozenset(
    {"want", "expect", "believe", "consider", "need", "like", "prefer", "find", "think", "see", "make", "let", "have"}
)
"""Verbs whose object belongs to the infinitive alone: "wants the firm to pay" wants no firm.

Source: Cambridge Grammar of the English Language 14.3, raised objects.
"""


class Kind(StrEnum):
    """What the predicate of a clause is."""

    VERB = "verb"
    COPULA = "copula"


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills an argument slot.

    Attributes:
        head: its token.
        negated: the slot is denied for this filler alone ("Kenya, but not Uganda").
    """

    head: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Oblique:
    """A filler with its preposition: `with`, `because of`; empty for none."""

    preposition: str
    filler: Filler


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


@dataclass(slots=True)
class _Slots:
    """Arguments of one predicate while they are collected."""

    surface: list[Filler] = field(default_factory=list)
    agents: list[Filler] = field(default_factory=list)
    objects: list[Filler] = field(default_factory=list)
    recipients: list[Filler] = field(default_factory=list)
    obliques: list[Oblique] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    expletive: bool = False


def clauses(analysis: Analysis) -> dict[int, Clause]:
    """Give all clauses of an article by the token of their predicate, in text order.

    A sentence without a predicate gives none.
    """
    found: dict[int, Clause] = {}
    for index in _outside_in(analysis):
        token = analysis.tokens[index]
        if is_predicate(analysis, token):
            found[index] = _clause(analysis, token, found)
    return dict(sorted(found.items()))


def is_predicate(analysis: Analysis, token: Token) -> bool:
    """Say whether a token heads a clause: a verb with verbal syntax, or a word with a copula."""
    if any(True for _ in analysis.dependents(token.index, "cop")):
        return True
    if token.upos == "VERB":
        return token.relation not in {"amod", "case", "mark", "fixed", "flat", "aux", "compound", "cc", "det", "nummod"}
    if token.upos == "AUX":
        return token.relation in _CLAUSAL
    return token.relation == "xcomp" and token.upos in {"ADJ", "NOUN", "PROPN"}


def coordinated(analysis: Analysis, head: int) -> Iterator[Filler]:
    """Yield a nominal and all nominals coordinated with it, each with its own negation.

    Kenya , but not Uganda   ->   Kenya, Uganda (negated)
    allies such as Germany   ->   allies, Germany
    """
    yield Filler(head, _denied(analysis, head))
    for member in analysis.dependents(head, "nmod"):
        if preposition(analysis, member.index) in {"such as", "including"}:
            yield from coordinated(analysis, member.index)
    conjuncts = list(analysis.dependents(head, "conj"))
    if not any(True for conjunct in conjuncts for _ in analysis.dependents(conjunct.index, "cc")):
        return  # "the raid, a step that …": without "and" the parser has taken an apposition for a coordination
    for conjunct in conjuncts:
        if conjunct.upos in _NOMINAL and not any(True for _ in analysis.dependents(conjunct.index, "nsubj", "cop")):
            yield from coordinated(analysis, conjunct.index)


def preposition(analysis: Analysis, head: int) -> str:
    """Give the preposition of a nominal with its fixed parts (`because of`), empty without one."""
    for case in analysis.dependents(head, "case"):
        if case.text in {"'s", "’s", "'", "’"}:
            continue
        parts = [case.text, *(part.text for part in analysis.dependents(case.index, "fixed"))]
        return " ".join(parts).lower()
    return ""


def _outside_in(analysis: Analysis) -> Iterator[int]:
    """Yield token indices so that a head comes before its dependents."""
    pending = [token.index for token in reversed(analysis.tokens) if token.head == ROOT]
    while pending:
        index = pending.pop()
        yield index
        pending.extend(reversed(analysis.children[index]))


def _denied(analysis: Analysis, head: int) -> bool:
    """Say whether a nominal itself is negated: "not on steel", but not "not only on steel"."""
    words = [token.lemma.lower() for token in analysis.dependents(head, "advmod", "cc", "cc:preconj", "dep")]
    if "only" in words or "just" in words:
        return False
    return any(word in _NEGATORS for word in words)


def _clause(analysis: Analysis, token: Token, outer: dict[int, Clause]) -> Clause:
    slots = _collect(analysis, token)
    particle = _particle(analysis, token)
    kind = Kind.VERB if token.upos == "VERB" else Kind.COPULA
    passive = kind is Kind.VERB and _is_passive(analysis, token, outer)
    _straighten(analysis, token, slots, passive)
    shared = False
    if token.relation == "acl":
        _fill_gap(analysis, token, slots, passive)
    if not slots.surface and not slots.expletive:
        slots.surface = _understood(analysis, token, outer)
        shared = bool(slots.surface)
    _share_object(analysis, token, slots, outer)
    subjects, objects = (slots.agents, [*slots.surface, *slots.objects]) if passive else (slots.surface, slots.objects)
    if passive and slots.objects:  # "was given a map": the map is given, the surface subject receives
        slots.recipients, objects = [*slots.recipients, *slots.surface], slots.objects
    if passive and token.lemma in SUBJECT_CONTROL and not slots.objects:
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


def _straighten(analysis: Analysis, token: Token, slots: _Slots, passive: bool) -> None:
    """Undo five slips of the parser that break the order of English.

    was ratified by Riga            obl with "by" of a passive is its agent (UD obl:agent)
    gave the zoo two lions          the first of two objects receives the second
    urged Chad to clear             a second subject, after the verb, is its object
    critics such as Okello marched  examples belong to their noun, not to the verb
    a step that Bolivia condemned   a relative pronoun before the subject is the object
    """
    relative = [f for f in slots.surface if _is_relative(analysis.tokens[f.head])]
    if token.deprel == "acl:relcl" and relative and len(relative) < len(slots.surface) and not slots.objects:
        slots.surface = [filler for filler in slots.surface if filler not in relative]
        slots.objects = relative
    if passive and not slots.agents:
        agents = [
            o for o in slots.obliques if o.preposition == "by" and analysis.tokens[o.filler.head].nominal_type != "time"
        ]
        slots.agents = [oblique.filler for oblique in agents]
        slots.obliques = [oblique for oblique in slots.obliques if oblique not in agents]
    late = [filler for filler in slots.surface if filler.head > token.index]
    if late and len(late) < len(slots.surface) and token.upos == "VERB":
        slots.surface = [filler for filler in slots.surface if filler not in late]
        slots.objects = [*late, *slots.objects]
    examples = [o for o in slots.obliques if o.preposition in {"such as", "including"}]
    if examples and slots.surface:
        slots.obliques = [oblique for oblique in slots.obliques if oblique not in examples]
        before = examples[0].filler.head < token.index or not slots.objects
        (slots.surface if before else slots.objects).extend(oblique.filler for oblique in examples)
    own = [dependent.index for dependent in analysis.dependents(token.index, "obj")]
    if len(own) == 2 and not slots.recipients and own[0] > token.index:
        slots.recipients = [filler for filler in slots.objects if filler.head < own[1]]
        slots.objects = [filler for filler in slots.objects if filler.head >= own[1]]


def _particle(analysis: Analysis, token: Token) -> str:
    """Give the particle of a verb: "turn down", and "back away" where the parse calls it an adverb."""
    for part in analysis.dependents(token.index, "compound:prt"):
        return part.lemma.lower()
    for part in analysis.dependents(token.index, "advmod"):
        bare = part.index == token.index + 1 and not analysis.children[part.index]
        if token.upos == "VERB" and bare and part.text.lower() in _PARTICLES:
            return part.text.lower()
    return ""


def _collect(analysis: Analysis, token: Token) -> _Slots:
    slots = _Slots()
    for dependent in analysis.dependents(token.index):
        relation = dependent.deprel
        if relation == "expl":
            slots.expletive = True
        elif relation in {"nsubj", "nsubj:pass"} or (relation == "nsubj:outer" and token.upos not in {"VERB", "AUX"}):
            slots.surface.extend(coordinated(analysis, dependent.index))
        elif relation == "obj":
            slots.objects.extend(coordinated(analysis, dependent.index))
        elif relation == "iobj":
            slots.recipients.extend(coordinated(analysis, dependent.index))
        elif relation == "obl:agent" and preposition(analysis, dependent.index) in {"by", ""}:
            slots.agents.extend(coordinated(analysis, dependent.index))
        elif dependent.relation == "obl" or (relation == "nmod" and token.upos != "VERB"):
            slots.obliques.extend(_obliques(analysis, dependent))
        elif relation in {"ccomp", "xcomp"}:
            slots.complements.append(dependent.index)
    return slots


def _obliques(analysis: Analysis, dependent: Token) -> Iterator[Oblique]:
    word = preposition(analysis, dependent.index)
    for filler in coordinated(analysis, dependent.index):
        yield Oblique(preposition(analysis, filler.head) or word, filler)


def _is_passive(analysis: Analysis, token: Token, outer: dict[int, Clause]) -> bool:
    """Say whether a verb is passive; a bare participle follows the verb that it is coordinated with.

    was arrested and charged -> both passive;   has visited and praised -> both active
    """
    if any(True for _ in analysis.dependents(token.index, "aux:pass", "obl:agent")):
        return True
    if token.xpos == "VBN" and any(True for _ in analysis.dependents(token.index, "nsubj:pass")):
        return True
    if token.xpos != "VBN" or any(True for _ in analysis.dependents(token.index, "aux", "nsubj")):
        return False
    if token.relation == "conj" and token.head in outer:
        return outer[token.head].passive
    return token.relation in {"acl", "advcl", "xcomp", "root"}


def _fill_gap(analysis: Analysis, token: Token, slots: _Slots, passive: bool) -> None:
    """Put the modified noun where the relative clause or participle has its gap.

    the convoy , which Rimsky had ordered        ordered(Rimsky, convoy)
    the bridge that Riga built                   built(Riga, bridge)
    the soldiers trained by Rwanda               trained(Rwanda, soldiers)
    """
    antecedent = tuple(_antecedents(analysis, token))
    if _replace_relative(analysis, slots, antecedent):
        return
    if token.deprel != "acl:relcl":
        infinitive = any(mark.lemma == "to" for mark in analysis.dependents(token.index, "mark"))
        if not infinitive and not slots.surface:
            slots.surface = list(antecedent)
    elif not slots.surface:
        slots.surface = list(antecedent)
    else:
        _fill_object_gap(analysis, token, slots, antecedent, passive)


def _fill_object_gap(
    analysis: Analysis, token: Token, slots: _Slots, antecedent: tuple[Filler, ...], passive: bool
) -> None:
    stranded = [
        word
        for word in analysis.dependents(token.index, "obl", "case", "advmod", "compound")
        if word.upos == "ADP" and not analysis.children[word.index]
    ]
    if stranded:
        slots.obliques.extend(Oblique(stranded[-1].lemma.lower(), filler) for filler in antecedent)
    elif not slots.objects and not slots.complements and not passive and token.upos == "VERB":
        slots.objects = list(antecedent)


def _antecedents(analysis: Analysis, token: Token) -> Iterator[Filler]:
    """Yield what a relative clause or participle modifies."""
    head = analysis.tokens[token.head]
    yield Filler(head.index)
    nearest = token.deprel == "acl:relcl" and head.relation != "conj"
    if nearest and any(c.index < token.index for c in analysis.dependents(head.index, "conj") if c.upos in _NOMINAL):
        yield from (f for f in list(coordinated(analysis, head.index))[1:] if f.head < token.index)


def _replace_relative(analysis: Analysis, slots: _Slots, antecedent: tuple[Filler, ...]) -> bool:
    replaced = False
    for fillers in (slots.surface, slots.objects, slots.recipients, slots.agents):
        if any(_is_relative(analysis.tokens[filler.head]) for filler in fillers):
            fillers[:] = [f for filler in fillers for f in _resolved(analysis, filler, antecedent)]
            replaced = True
    if any(_is_relative(analysis.tokens[oblique.filler.head]) for oblique in slots.obliques):
        slots.obliques = [
            Oblique(oblique.preposition, filler)
            for oblique in slots.obliques
            for filler in _resolved(analysis, oblique.filler, antecedent)
        ]
        replaced = True
    return replaced


def _resolved(analysis: Analysis, filler: Filler, antecedent: tuple[Filler, ...]) -> Iterable[Filler]:
    return antecedent if _is_relative(analysis.tokens[filler.head]) else (filler,)


def _is_relative(token: Token) -> bool:
    return token.upos in {"PRON", "DET", "SCONJ"} and token.lemma.lower() in _RELATIVE and token.xpos != "DT"


def _understood(analysis: Analysis, token: Token, outer: dict[int, Clause]) -> list[Filler]:
    """Give the subject that a clause without one shares with the clause around it."""
    if token.head == ROOT:
        return []
    governor = _governor(analysis, token, outer)
    if governor is None:
        return []
    if token.relation == "xcomp":
        return list(_controller(analysis, token, governor))
    if token.relation == "conj":
        return list(governor.surface)
    if token.relation == "advcl" and _blamed(analysis, token) and (governor.objects or governor.recipients):
        return list(governor.recipients or governor.objects)  # "praised Chad for clearing the crossing"
    if token.relation == "advcl":  # a finite clause has its own subject; the parser has lost it
        return [] if token.xpos in _FINITE else list(governor.surface)
    if token.relation == "acl":
        return list(_noun_subject(analysis, token, governor))
    return []


def _blamed(analysis: Analysis, token: Token) -> bool:
    """Say whether a gerund tells what the object did or should not do ("for clearing", "of hiding", "from docking")."""
    marks = {mark.text.lower() for mark in analysis.dependents(token.index, "mark")}
    return token.xpos == "VBG" and bool(marks & {"for", "of", "from", "against"})


def _governor(analysis: Analysis, token: Token, outer: dict[int, Clause]) -> Clause | None:
    index = token.head
    while index != ROOT and index not in outer:
        index = analysis.tokens[index].head
    return outer.get(index)


def _controller(analysis: Analysis, token: Token, governor: Clause) -> tuple[Filler, ...]:
    """Give who does what an infinitive says.

    persuaded Fisk to publish -> Fisk;   promised Fisk to publish -> the subject;
    called on Turkey to halt -> Turkey;  was expected to visit -> the surface subject
    """
    if governor.kind is Kind.VERB and analysis.tokens[governor.head].lemma not in SUBJECT_CONTROL:
        if governor.recipients:
            return governor.recipients
        if governor.objects and governor.objects[0].head < token.index:
            return governor.objects
        asked = tuple(
            o.filler
            for o in governor.obliques
            if o.preposition in {"on", "upon", "for"} and o.filler.head < token.index
        )
        if asked and governor.lemma in {"call", "appeal", "prevail", "count", "rely", "wait", "press", "push"}:
            return asked
    return governor.surface


def _noun_subject(analysis: Analysis, token: Token, governor: Clause) -> tuple[Filler, ...]:
    """Give who would do what a noun's infinitive says.

    Riga's plan to close -> Riga;   Oslo has plans to close -> Oslo
    """
    for owner in analysis.dependents(token.head, "nmod:poss"):
        return (Filler(owner.index),)
    return governor.surface


def _share_object(analysis: Analysis, token: Token, slots: _Slots, outer: dict[int, Clause]) -> None:
    """Copy an object that stands after the last of several verbs: "signed and ratified the pact"."""
    if slots.objects or slots.complements or token.upos != "VERB" or token.relation == "xcomp":
        return
    conjuncts = [c for c in analysis.dependents(token.index, "conj") if c.upos == "VERB"]
    if conjuncts and not slots.obliques and not any(True for _ in analysis.dependents(conjuncts[-1].index, "nsubj")):
        between = range(token.index + 1, conjuncts[0].index)
        if all(analysis.tokens[i].upos in {"CCONJ", "PUNCT"} for i in between):
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
