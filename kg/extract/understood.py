"""Who does what a clause without a subject says: the subject that it shares with the clause or the noun around it."""

from kg.document import ROOT, Analysis, Token
from kg.extract.clause import FINITE, Clause, Kind
from kg.extract.gaps import described_by
from kg.extract.slots import Filler, can_act, coordinated, preposition
from kg.knowledge import Certainty
from kg.wording import Lexicons

_LAID_ON = frozenset({"of", "for", "with"})
"""Prepositions of what somebody is accused of, thanked for or charged with: it is the object's."""

_ABOUT_OTHERS = frozenset(
    {"about", "after", "against", "ahead of", "amid", "because of", "despite", "due to", "following", "on", "over"}
)
"""Prepositions of a plan that is not the subject's own."""

SINGLING = frozenset({"first", "second", "third", "last", "latest", "next", "only", "sole"})
"""Adjectives after which a noun itself does what its infinitive says ("the only man to vote against")."""

_PRAISING = frozenset({"best", "greatest", "right", "worst", "wrong"})
"""Adjectives that tell how fit somebody is for what the infinitive says, not that he does it."""

_ACTING = frozenset({"person", "organization", "place", "object", "animal"})
"""Nominal types of what may do something; "the first step to save the bank" saves nothing."""

_WHO = frozenset({"person", "organization"})
"""Nominal types of whoever is there to do what an infinitive behind it says: "somebody to paint the hall"."""

_RULING = frozenset({"Bill", "Law", "Resolution"})
"""Classes of nouns that do themselves what their infinitive says."""


def understood(analysis: Analysis, token: Token, outer: dict[int, Clause], lexicons: Lexicons) -> list[Filler]:
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
    noun = _described_by_adjective(analysis, token)
    return _shared(analysis, token, governor, outer, lexicons) if noun is None else [Filler(noun)]


def _shared(
    analysis: Analysis, token: Token, governor: Clause, outer: dict[int, Clause], lexicons: Lexicons
) -> list[Filler]:
    """Give the subject by how a clause hangs on the one around it."""
    if token.relation == "xcomp":
        return list(_controller(analysis, token, governor, lexicons))
    if token.relation == "conj":
        if any(word.xpos == "WRB" for word in analysis.dependents(token.index, "advmod")):
            return []  # "the talks are about the border and how to open it"
        return list(governor.surface) if token.head in outer or token.xpos != "VBG" else []  # "arson and stealing cars"
    if token.relation == "advcl" and (words := _blaming(analysis, token)):
        rows = lexicons.complements_of.get((governor.lemma, "VERB"), ())
        hindered = "from" in words and any(row.complement == "gerund:from" for row in rows)
        patients = governor.recipients or governor.objects
        blamed = [f for f in patients if hindered or _is_somebody(analysis, f.head)]
        if blamed:
            return blamed  # "praised Chad for clearing the crossing", "kept the ice from melting"
        if _is_open(governor, lexicons, words):
            return []
    if token.relation == "advcl":
        above = _governor(analysis, analysis.tokens[governor.head], outer)
        if above is not None and _is_said_beyond(analysis, token, governor, lexicons):
            return [filler for filler in above.surface if _is_somebody(analysis, filler.head)]
        return list(_adverbial_subject(analysis, token, governor, lexicons))
    if token.relation == "acl":
        return list(_noun_subject(analysis, token, governor, lexicons))
    return []


def _described_by_adjective(analysis: Analysis, token: Token) -> int | None:
    """Give the noun whose adjective behind it says what it can or would do: "robots able to cut steel"."""
    adjective = analysis.tokens[token.head]
    behind = adjective.upos == "ADJ" and adjective.relation in {"amod", "acl"} and adjective.head < adjective.index
    bare = behind and not analysis.has_dependent(adjective.index, "cop", "nsubj") and token.relation != "conj"
    return adjective.head if bare and analysis.tokens[adjective.head].upos in {"NOUN", "PROPN"} else None


def _is_state_in_general(analysis: Analysis, token: Token, governor: Clause) -> bool:
    """Say whether being something is nobody's in particular: "what duties come with being the treasurer"."""
    being = any(word.text.lower() == "being" for word in analysis.dependents(token.index, "cop"))
    marked = being and analysis.has_dependent(token.index, "mark")
    return marked and not any(_is_somebody(analysis, filler.head) for filler in governor.surface)


def _adverbial_subject(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give who does what an adverbial clause without subject says.

    Riga sent envoys to calm the markets -> Riga;   the sum paid by Riga to calm the markets -> Riga
    Riga called for talks to calm the markets -> talks

    A finite clause and one with "for … to" have a subject of their own, which the parser has lost; that of
    "as reported by Pell" is all that is said, and nobody does what is only compared ("crimes like stealing cars").
    "Based on" and its like are said of the whole clause, and so is what somebody's fate leads to ("Fisk died , leading
    to a strike"). What somebody does in a phrase of a thing has no subject there ("illness contracted while working").
    """
    marks = {mark.lemma.lower() for mark in analysis.dependents(token.index, "mark")}
    if token.xpos in FINITE or {"for", "to"} <= marks or marks & {"as", "like", "than"}:
        return ()
    if f"{token.text.lower()} {analysis.word_at(token.index + 1)}" in lexicons.adverbial_participle_forms:
        return ()
    if "to" in marks:
        return _asked(token, governor, lexicons) or _aiming(analysis, token, governor, lexicons)
    somebody = any(_is_somebody(analysis, filler.head) for filler in governor.surface)
    if token.xpos == "VBG" and token.index > governor.head and somebody and not governor.objects:
        return () if _causes(token, lexicons) or _leaves_in_a_state(analysis, token) else governor.surface
    if token.xpos == "VBG" and _has_back(analysis, token, governor):
        return ()
    is_phrase = governor.passive and analysis.tokens[governor.head].deprel == "acl" and marks & {"by", "when", "while"}
    return () if is_phrase and not somebody else governor.surface


def _is_said_beyond(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> bool:
    """Say whether a participle is the speaker's, not of what there is: "Fisk said there was no risk , citing tests"."""
    there = analysis.has_dependent(governor.head, "expl") and analysis.tokens[governor.head].relation == "ccomp"
    aside = token.xpos == "VBG" and analysis.tokens[token.index - 1].text == ","
    return there and aside and not _causes(token, lexicons)


def _leaves_in_a_state(analysis: Analysis, verb: Token) -> bool:
    """Say whether a participle tells how somebody ends up: "clashed with police , leaving nine dead" by the clash."""
    return verb.lemma.lower() == "leave" and analysis.has_dependent(verb.index, "xcomp")


def _causes(verb: Token, lexicons: Lexicons) -> bool:
    return any(frame.predicate == "kg:causes" for frame in lexicons.frames_of_verb.get(verb.lemma.lower(), ()))


def _asked(token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give whom or what a verb asks for an infinitive with a preposition: "called on Turkey to halt"."""
    listed = lexicons.controllers_of.get(governor.lemma, ())
    return tuple(
        oblique.filler
        for oblique in governor.obliques
        if f"prep:{oblique.preposition}" in listed and oblique.filler.head < token.index
    )


def _aiming(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give whose purpose an infinitive tells: a passive's agent's, if he is to act, else its subject's."""
    marked = min(mark.index for mark in analysis.dependents(token.index, "mark"))
    aside = analysis.tokens[marked - 1].text == ","
    done = analysis.has_dependent(token.index, "aux:pass")  # "a law passed by Riga to be used in ports"
    if governor.passive and "raised" in lexicons.controllers_of.get(governor.lemma, ()):
        return governor.surface  # "was projected by the press to win"
    if governor.passive and governor.subjects and not aside and not done:
        return governor.subjects
    return () if _is_means(analysis, governor, lexicons) else governor.surface


def _is_means(analysis: Analysis, governor: Clause, lexicons: Lexicons) -> bool:
    """Say whether a thing is only what something is done with: "a key is needed to open it" opens nothing."""
    what_for = governor.passive and "purpose" in lexicons.controllers_of.get(governor.lemma, ())
    return what_for and not any(_is_somebody(analysis, filler.head) for filler in governor.surface)


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
    if _is_means(analysis, governor, lexicons):
        return ()
    of_subject = "subject" in lexicons.controllers_of.get(analysis.tokens[governor.head].lemma, ())
    if governor.kind is Kind.VERB and not of_subject:
        if governor.recipients:
            return governor.recipients
        if governor.objects and (governor.objects[0].head < token.index or token.upos == "ADJ"):
            return governor.objects
        if token.upos != "VERB" and governor.lemma in lexicons.kind_of_judging and not governor.passive:
            return ()  # "what the army calls a camp"
        if asked := _asked(token, governor, lexicons):
            return asked
    is_gerund = token.xpos == "VBG" and not analysis.has_dependent(token.index, "mark")
    if is_gerund and (_is_open(governor, lexicons, {""}) or not _goes_on(analysis, governor, lexicons)):
        return ()
    return governor.surface


def _is_open(governor: Clause, lexicons: Lexicons, words: set[str]) -> bool:
    """Say whether a verb leaves open who is to do what its gerund says.

    recommends closing the ward;   warned against lending money
    """
    rows = lexicons.complements_of.get((governor.lemma, "VERB"), ())
    forms = {f"gerund:{word}".removesuffix(":") for word in words}
    return any(row.complement in forms and row.certainty == Certainty.DEMANDED for row in rows)


def _goes_on(analysis: Analysis, governor: Clause, lexicons: Lexicons) -> bool:
    """Say whether the subject of a verb does what its gerund says: "the fire kept burning", "the job meant lifting"."""
    rows = lexicons.complements_of.get((governor.lemma, "VERB"), ())
    certain = any(row.complement == "gerund" and row.certainty == "certain" for row in rows)
    return certain or governor.passive or any(_is_somebody(analysis, filler.head) for filler in governor.surface)


def _noun_subject(analysis: Analysis, token: Token, governor: Clause, lexicons: Lexicons) -> tuple[Filler, ...]:
    """Give who would do what a noun's infinitive says.

    Riga's plan to close -> Riga;   Oslo has plans to close -> Oslo;   convicted Fisk of a plot to close -> Fisk
    the first woman to lead the bank -> the woman;   Riga's commitment to paying -> Riga
    Ortega opposes a bill to ban glue -> the bill;   a proposal by Riga to ban glue -> Riga
    The ban on selling glue is old; The key to win is patience -> nobody
    Riga rejected a plan to close; Oslo fined Fisk over a plot to close -> nobody, it is somebody else's
    Oslo backed support for efforts to close -> nobody
    Riga gave Fisk a chance to pay -> Fisk;   Riga hired a woman to paint the hall -> the woman
    """
    noun = analysis.tokens[token.head]
    if noun.lemma.lower() in SINGLING:  # "became the first to sign"
        return governor.surface
    if is_singled_out(analysis, noun):
        if noun.relation == "xcomp" and governor.surface:  # "became the first woman to lead"
            return governor.surface
        described = described_by(analysis, noun)
        return (Filler(noun.index if described is None else described),)
    if lexicons.class_of_noun.get(noun.lemma.lower()) in _RULING:
        return (Filler(noun.index),)
    for owner in analysis.dependents(token.head, "nmod:poss", "nmod"):
        word = preposition(analysis, owner.index)
        if owner.deprel == "nmod:poss" or word == "by" or (word == "of" and can_act(owner)):
            return tuple(coordinated(analysis, owner.index))
    if noun.relation in {"nmod", "conj", "appos", "parataxis", "dep"} or preposition(analysis, noun.index) == "as":
        return ()
    if (
        _is_praised(analysis, noun)
        or token.xpos == "VBG"
        or any(filler.head == token.head for filler in governor.surface)
    ):
        return ()  # "is the best person to lead"
    if preposition(analysis, token.head) in _ABOUT_OTHERS or "others" in lexicons.controllers_of.get(
        governor.lemma, ()
    ):
        return ()
    return _holder(analysis, token, governor)


def _holder(analysis: Analysis, token: Token, governor: Clause) -> tuple[Filler, ...]:
    """Give whose a noun with an infinitive is by the verb around it: who is given a chance, gets a plan, is charged."""
    noun = analysis.tokens[token.head]
    if token.xpos == "VB" and noun.nominal_type in _WHO and noun.deprel == "obj":
        # an infinitival relative clause (CGEL 12.5): the noun is its subject, or its object if it has none of its own
        return (Filler(noun.index),) if analysis.has_dependent(token.index, "obj") else ()
    if governor.recipients and any(filler.head == token.head for filler in governor.objects):
        return governor.recipients
    laid_on = any(o.filler.head == token.head and o.preposition in _LAID_ON for o in governor.obliques)
    return governor.objects if laid_on and governor.objects else governor.surface


def is_singled_out(analysis: Analysis, noun: Token) -> bool:
    """Say whether a noun has done what its infinitive says: "the first woman to lead the bank", "the first to sign"."""
    if noun.lemma.lower() in SINGLING:
        return True
    words = analysis.dependents(noun.index, "amod")
    singled = any(word.xpos == "JJS" or word.lemma.lower() in SINGLING for word in words)
    return singled and not _is_praised(analysis, noun) and (noun.upos == "PROPN" or noun.nominal_type in _ACTING)


def _is_praised(analysis: Analysis, noun: Token) -> bool:
    """Say whether a noun tells how fit somebody is to do something: "the best man to lead", not "ever to have led"."""
    clauses = analysis.dependents(noun.index, "acl")
    ever = any(word.lemma.lower() == "ever" for each in clauses for word in analysis.dependents(each.index, "advmod"))
    return not ever and any(word.text.lower() in _PRAISING for word in analysis.dependents(noun.index, "amod"))
