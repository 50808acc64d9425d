"""What a relative clause or participle leaves out: the noun that it modifies, put where it is understood."""

from collections.abc import Iterable, Iterator

from kg.document import Analysis, Token
from kg.extract.slots import NEGATORS, NOMINAL, Filler, Oblique, Slots, coordinated, is_denied, is_named, is_relative


def fill_gap(analysis: Analysis, token: Token, slots: Slots, passive: bool) -> None:
    """Put the modified noun where the relative clause or participle has its gap.

    the convoy , which Rimsky had ordered        ordered(Rimsky, convoy)
    the bridge that Riga built                   built(Riga, bridge)
    the soldiers trained by Rwanda               trained(Rwanda, soldiers)
    Riga , where he taught                       taught(he): the gap is the adverb's
    Fisk , whose contract expires                expires(contract): the gap is the owner's
    """
    if _is_gapless(analysis, token, slots):
        return
    antecedent = tuple(_antecedents(analysis, token))
    if _replace_relative(analysis, slots, antecedent):
        return
    if token.deprel not in {"acl:relcl", "advcl:relcl"}:
        marked = analysis.has_dependent(token.index, "mark")
        if not marked and not slots.surface:  # not "the plan to sell", "the ban on selling"
            slots.surface = list(antecedent)
    elif not slots.surface:
        slots.surface = list(antecedent)
    else:
        _fill_object_gap(analysis, token, slots, antecedent, passive)


def _is_gapless(analysis: Analysis, clause: Token, slots: Slots) -> bool:
    """Say whether what a relative clause modifies is no argument of it.

    Riga , where he taught; Fisk , whose contract expires; it has two arms : the first sells tin
    """
    if any(word.xpos == "WRB" for word in analysis.dependents(clause.index, "advmod")):
        return True
    first = min((filler.head for filler in slots.surface), default=0)
    breaks = (word for word in analysis.dependents(clause.index, "punct") if clause.head < word.index < first)
    if any(word.xpos == ":" for word in breaks) and not is_relative(analysis.tokens[first]):
        return clause.relation == "acl"
    ends = [filler.head for filler in (*slots.surface, *slots.objects)]
    below = (analysis.tokens[index] for end in ends for index in analysis.below(end) if index < clause.index)
    return any(word.xpos == "WP$" and word.index > clause.head for word in below)


def _fill_object_gap(
    analysis: Analysis, token: Token, slots: Slots, antecedent: tuple[Filler, ...], passive: bool
) -> None:
    stranded = [
        word
        for word in analysis.dependents(token.index, "obl", "case", "advmod", "compound")
        if word.upos == "ADP" and not analysis.children[word.index]
    ]
    if stranded:
        slots.obliques.extend(Oblique(stranded[-1].lemma.lower(), filler) for filler in antecedent)
    elif not (slots.objects or slots.complements or passive or token.upos != "VERB"):
        slots.objects = list(antecedent)


def _antecedents(analysis: Analysis, token: Token) -> Iterator[Filler]:
    """Yield what a relative clause or participle modifies; after "is" the subject: "Fisk is the man who sold it".

    Of several it is all of them, or the last one if the clause is of one: "Ada Ruiz and Bo Lind , who sells tin".
    """
    head = analysis.tokens[token.head]
    described = None if token.deprel == "advcl:relcl" else described_by(analysis, head)
    if described is not None:
        yield from coordinated(analysis, described)
        return
    denied = token.deprel == "advcl:relcl" and any(
        w.lemma in NEGATORS for w in analysis.dependents(head.index, "advmod")
    )
    others: list[Filler] = []
    nearest = token.deprel == "acl:relcl" and head.relation != "conj"
    if nearest and any(c.index < token.index for c in analysis.dependents(head.index, "conj") if c.upos in NOMINAL):
        others = [filler for filler in list(coordinated(analysis, head.index))[1:] if filler.head < token.index]
    if others and _is_of_one(analysis, token, head):
        yield others[-1]
        return
    yield Filler(head.index, denied)  # "It was not Riga that ratified"
    yield from others


def _is_of_one(analysis: Analysis, clause: Token, head: Token) -> bool:
    """Say whether a relative clause with "who" or "which" for its subject has a singular verb, or somebody's "his"."""
    subjects = [word for word in analysis.dependents(clause.index, "nsubj", "nsubj:pass") if is_relative(word)]
    if not subjects or head.xpos in {"NNS", "NNPS"}:
        return False
    parts = [clause, *analysis.dependents(clause.index, "aux", "aux:pass", "cop")]
    single = any(part.xpos == "VBZ" or part.text.lower() == "was" for part in parts)
    return single or any(
        analysis.tokens[index].text.lower() in {"his", "her"} for index in analysis.below(clause.index)
    )


def described_by(analysis: Analysis, noun: Token) -> int | None:
    """Give the subject that a predicate nominal describes, if it names or means somebody or something itself.

    Fisk was the first man to cross -> Fisk;   it is no plan that works, this is the man who crossed -> None
    """
    if noun.relation == "conj" and not analysis.has_dependent(noun.index, "cop"):
        noun = analysis.tokens[noun.head]  # "Fisk is a chef and coach who …"
    copulas = list(analysis.dependents(noun.index, "cop"))
    denied = analysis.has_dependent(noun.index, "expl") or is_denied(analysis, noun.index)
    if not copulas or denied or any(word.lemma.lower() == "no" for word in analysis.dependents(noun.index, "det")):
        return None
    for subject in analysis.dependents(noun.index, "nsubj"):
        if subject.upos in {"NOUN", "PROPN"} or subject.lemma.lower() in {"he", "she"}:
            return subject.index
    return None


def _replace_relative(analysis: Analysis, slots: Slots, antecedent: tuple[Filler, ...]) -> bool:
    replaced = False
    for fillers in (slots.surface, slots.objects, slots.recipients, slots.agents):
        if any(is_relative(analysis.tokens[filler.head]) for filler in fillers):
            fillers[:] = [f for filler in fillers for f in _resolved(analysis, filler, antecedent)]
            replaced = True
    if any(is_relative(analysis.tokens[oblique.filler.head]) for oblique in slots.obliques):
        slots.obliques = [
            Oblique(oblique.preposition, filler)
            for oblique in slots.obliques
            for filler in _resolved(analysis, oblique.filler, antecedent)
        ]
        replaced = True
    return replaced


def _resolved(analysis: Analysis, filler: Filler, antecedent: tuple[Filler, ...]) -> Iterable[Filler]:
    if not is_relative(analysis.tokens[filler.head]):
        return (filler,)
    heads = [analysis.tokens[before.head] for before in antecedent]
    is_name = any(head.nominal_type == "person" and is_named(analysis, head) for head in heads)
    return () if is_name and analysis.tokens[filler.head].lemma == "which" else antecedent  # nobody is "which"
