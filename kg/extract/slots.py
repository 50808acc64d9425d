"""The slots of one predicate as the parse fills them, with the parser's slips undone."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.document import Analysis, Token

EXAMPLES = frozenset({"such as", "including"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_PARTICLES = frozenset(
    {
        "ahead",
        "along",
        "aside",
        "away",
        "back",
        "down",
        "forth",
        "forward",
        "in",
        "off",
        "on",
        "out",
        "over",
        "through",
        "up",
    }
)
NEGATORS = frozenset({"not", "n't", "never"})


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


@dataclass(slots=True)
class Slots:
    """Arguments of one predicate while they are collected."""

    surface: list[Filler] = field(default_factory=list)
    agents: list[Filler] = field(default_factory=list)
    objects: list[Filler] = field(default_factory=list)
    recipients: list[Filler] = field(default_factory=list)
    obliques: list[Oblique] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    expletive: bool = False


def coordinated(analysis: Analysis, head: int) -> Iterator[Filler]:
    """Yield a nominal and all nominals coordinated with it, each with its own negation.

    Kenya , but not Uganda   ->   Kenya, Uganda (negated)
    allies such as Germany   ->   allies, Germany
    the astronauts Doug Hurley and Bob Behnken   ->   Doug Hurley, Bob Behnken
    """
    denied = is_denied(analysis, head)
    for name in listed_names(analysis, head) or (head,):
        yield Filler(name, denied)
    for member in analysis.dependents(head, "nmod"):
        word = preposition(analysis, member.index)
        if word in EXAMPLES and not (word == "such as" and _is_one(analysis, head)):
            yield from coordinated(analysis, member.index)
    conjuncts = list(analysis.dependents(head, "conj"))
    joined = any(analysis.has_dependent(conjunct.index, "cc") for conjunct in conjuncts)
    if not joined and not any(is_denied(analysis, conjunct.index) for conjunct in conjuncts):
        return  # "the raid, a step that …": without "and" the parser has taken an apposition for a coordination
    for conjunct in conjuncts:
        if conjunct.upos in NOMINAL and not analysis.has_dependent(conjunct.index, "nsubj", "cop"):
            yield from coordinated(analysis, conjunct.index)


def _is_one(analysis: Analysis, head: int) -> bool:
    """Say whether a noun is a single thing, of which nothing is an example: "a ban on veils , such as the burqa"."""
    noun = analysis.tokens[head]
    articles = (word.lemma.lower() for word in analysis.dependents(head, "det"))
    deed = noun.xpos == "NN" and noun.nominal_type in {"abstract", "event"}
    return deed and not {"a", "an"}.isdisjoint(articles)


def listed_names(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """Give the names in apposition that a plural noun sums up, empty without two or more: a list is all it means."""
    if analysis.tokens[noun].xpos != "NNS":
        return ()
    for first in analysis.dependents(noun, "appos", "conj", "parataxis"):
        listed = first.relation == "appos" or not analysis.has_dependent(first.index, "cc")
        if first.index > noun and listed and is_named(analysis, first):
            names = tuple(_chain(analysis, first))
            return names if len(names) > 1 else ()
    return ()


def others_named(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """Give the names before "and other …": the pilot Ana Ruiz is one of the pilots in "Ana Ruiz and other pilots"."""
    token = analysis.tokens[noun]
    if token.xpos != "NNS" or token.deprel != "conj" or not is_named(analysis, analysis.tokens[token.head]):
        return ()
    if not any(word.lemma.lower() == "other" for word in analysis.dependents(noun, "amod")):
        return ()
    return tuple(index for index in _chain(analysis, analysis.tokens[token.head]) if index < noun)


def _chain(analysis: Analysis, name: Token) -> Iterator[int]:
    """Yield a name and those coordinated with it, each with the one before or all with the first."""
    yield name.index
    for other in analysis.dependents(name.index, "conj"):
        if is_named(analysis, other):
            yield from _chain(analysis, other)


def is_named(analysis: Analysis, token: Token) -> bool:
    """Say whether a nominal is a name or carries one: "flight engineer Oleg Artemyev"."""
    return token.upos == "PROPN" or any(t.upos == "PROPN" for t in analysis.dependents(token.index, "flat", "appos"))


_PAIRS = {
    "for": frozenset({"except"}),
    "from": frozenset({"apart", "aside"}),
    "of": frozenset({"ahead", "instead", "out", "outside"}),
    "to": frozenset({"prior"}),
    "with": frozenset({"along", "together"}),
}
"""First words of prepositions of two by the second; the parse may give both to the noun (UD: case and fixed)."""

_NEVER_PARTICLES = frozenset({"ahead", "prior"})
"""First words of those that the parse gives to the verb; "go along" and "work together" are verbs of their own."""


def preposition(analysis: Analysis, head: int) -> str:
    """Give the preposition of a nominal with its fixed parts (`because of`), empty without one.

    "out of" and its like are one preposition even if the parse keeps their words apart.
    """
    for case in analysis.dependents(head, "case"):
        if case.text in {"'s", "’s", "'", "’"}:
            continue
        last = case.index
        for part in analysis.dependents(case.index, "fixed"):
            last += part.index == last + 1  # not the "board" of "because of leaks on board"
        words = [token.text.lower() for token in analysis.tokens[case.index : last + 1]]
        before, after = analysis.word_at(case.index - 1), analysis.word_at(last + 1)
        if words[-1] in _PAIRS.get(after, ()):
            words.append(after)
        elif before in _NEVER_PARTICLES and before in _PAIRS.get(words[0], ()):
            words.insert(0, before)
        return " ".join(words)
    return ""


def is_denied(analysis: Analysis, head: int) -> bool:
    """Say whether a nominal itself is negated: "not on steel", but not "not only on steel"."""
    modifiers = list(analysis.dependents(head, "advmod", "cc", "dep"))
    if any(token.lemma.lower() == "rather" and token.relation == "cc" for token in modifiers):
        return True  # "prices rather than wages"
    words = [token.lemma.lower() for token in modifiers]
    if "only" in words or "just" in words:
        return False
    return any(word in NEGATORS for word in words)


def straighten(analysis: Analysis, token: Token, slots: Slots, passive: bool) -> None:
    """Undo six slips of the parser that break the order of English.

    was ratified by Riga            obl with "by" of a passive is its agent (UD obl:agent)
    knocked down a cyclist          a bare obl after a particle is the object
    gave the zoo two lions          the first of two objects receives the second
    urged Chad to clear             a second subject, after the verb, is its object
    critics such as Okello marched  examples belong to their noun, not to the verb
    a step that Bolivia condemned   a relative pronoun before the subject is the object
    """
    relative = [f for f in slots.surface if is_relative(analysis.tokens[f.head])]
    if token.deprel == "acl:relcl" and relative and len(relative) < len(slots.surface) and not slots.objects:
        slots.surface = [filler for filler in slots.surface if filler not in relative]
        slots.objects = relative
    if passive and not slots.agents:
        agents = [
            o for o in slots.obliques if o.preposition == "by" and analysis.tokens[o.filler.head].nominal_type != "time"
        ]
        slots.agents = [oblique.filler for oblique in agents]
        slots.obliques = [oblique for oblique in slots.obliques if oblique not in agents]
    bare = [o for o in slots.obliques if not o.preposition and _follows_particle(analysis, token, o.filler.head)]
    if bare and not slots.objects and not passive:
        slots.obliques = [oblique for oblique in slots.obliques if oblique not in bare]
        slots.objects = [oblique.filler for oblique in bare]
    late = [filler for filler in slots.surface if filler.head > token.index]
    if late and len(late) < len(slots.surface) and token.upos == "VERB":
        slots.surface = [filler for filler in slots.surface if filler not in late]
        slots.objects = [*late, *slots.objects]
    examples = [o for o in slots.obliques if o.preposition in EXAMPLES]
    if examples and slots.surface:
        slots.obliques = [oblique for oblique in slots.obliques if oblique not in examples]
        of_subject = _is_example(analysis, examples[0].filler.head, slots)
        (slots.surface if of_subject else slots.objects).extend(oblique.filler for oblique in examples)
    own = [dependent.index for dependent in analysis.dependents(token.index, "obj")]
    if len(own) == 2 and not slots.recipients and own[0] > token.index and _receives(analysis, *own):
        slots.recipients = [filler for filler in slots.objects if filler.head < own[1]]
        slots.objects = [filler for filler in slots.objects if filler.head >= own[1]]


def _is_example(analysis: Analysis, head: int, slots: Slots) -> bool:
    """Say whether an example is one of the subject, not of the object: the plural in front, or the one of its kind.

    Towns such as Ahus hold fairs;   Towns boycott the ban , including Ahus;   Towns export metals , including tin
    """
    if not slots.objects or head < slots.objects[0].head:
        return True
    subject, thing = (analysis.tokens[fillers[-1].head] for fillers in (slots.surface, slots.objects))
    plurals = {"NNS", "NNPS"}
    kind = analysis.tokens[head].nominal_type
    alike = kind == subject.nominal_type != thing.nominal_type
    return subject.xpos in plurals and (thing.xpos not in plurals or alike)


def _receives(analysis: Analysis, first: int, second: int) -> bool:
    """Say whether the first of two objects can receive the second: somebody, and nothing but words in between.

    gave the zoo two lions;   not: won the seat by 70 %, interviewed two nominees: Hedges
    """
    between = (analysis.tokens[index].upos for index in range(first + 1, second))
    joined = "PUNCT" not in between and not analysis.has_dependent(second, "case")
    return can_act(analysis.tokens[first]) and joined


def _follows_particle(analysis: Analysis, verb: Token, head: int) -> bool:
    """Say whether a nominal, no time, stands behind the particle of a verb."""
    token = analysis.tokens[head]
    is_bare = head > verb.index + 1 and token.deprel == "obl" and token.nominal_type != "time"
    return is_bare and particle_of(analysis, verb) != ""


def particle_of(analysis: Analysis, token: Token) -> str:
    """Give the particle of a verb: "turn down", and "back away" where the parse calls it an adverb.

    "voted down the amendment" has one too where the parse makes "down" the case of an object, which never has a case.
    """
    for part in analysis.dependents(token.index, "compound:prt"):
        return part.lemma.lower()
    for part in analysis.dependents(token.index, "advmod"):
        bare = part.index == token.index + 1 and not analysis.children[part.index]
        if token.upos == "VERB" and bare and part.text.lower() in _PARTICLES:
            return part.text.lower()
    for thing in analysis.dependents(token.index, "obj"):
        for case in analysis.dependents(thing.index, "case"):
            if case.index == token.index + 1 and case.text.lower() in _PARTICLES:
                return case.text.lower()
    return ""


def collect(analysis: Analysis, token: Token) -> Slots:
    """Give the dependents of a predicate by slot, coordinated ones one by one."""
    slots = Slots()
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
        elif relation == "obl:agent" and token.upos == "VERB" and preposition(analysis, dependent.index) in {"by", ""}:
            slots.agents.extend(coordinated(analysis, dependent.index))
        elif dependent.relation == "obl" or (relation == "nmod" and token.upos != "VERB"):
            slots.obliques.extend(_obliques(analysis, dependent))
        elif relation in {"ccomp", "xcomp"}:
            slots.complements.append(dependent.index)
    return slots


def _obliques(analysis: Analysis, dependent: Token) -> Iterator[Oblique]:
    """Yield the prepositional arguments of an oblique: in places including Spain -> in places, in Spain."""
    word = preposition(analysis, dependent.index)
    for filler in coordinated(analysis, dependent.index):
        own = preposition(analysis, filler.head)
        yield Oblique(word if not own or own in EXAMPLES else own, filler)


def is_relative(token: Token) -> bool:
    """Say whether a word is a relative pronoun, not "that" before a noun."""
    return token.upos in {"PRON", "DET", "SCONJ"} and token.lemma.lower() in _RELATIVE and token.xpos != "DT"


def can_act(token: Token) -> bool:
    """Say whether a nominal denotes somebody: a name, a pronoun, a person or a body."""
    return token.upos in {"PROPN", "PRON"} or token.nominal_type in {"person", "organization"}
