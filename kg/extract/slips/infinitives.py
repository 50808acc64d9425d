"""Slips of the parser around infinitives: who is to do what."""

from collections.abc import Iterator

from kg.document import Analysis, Token
from kg.extract.slips.arcs import Arc
from kg.extract.slots import can_act, preposition
from kg.knowledge import Certainty
from kg.wording import Lexicons


def infinitive_arguments(analysis: Analysis, token: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give the corrections of an infinitive under a verb; nothing for any other word."""
    if token.relation == "acl":
        yield from judged_to_be(analysis, token, lexicons)
        yield from demanded_of_object(analysis, token, lexicons)
    if token.deprel == "advcl":
        yield from hindered_by_verb(analysis, token, lexicons)
    if token.deprel == "advcl" and token.xpos == "VBN":
        yield from perfect_for_purpose(analysis, token)
    if token.xpos != "VB" or token.relation not in {"xcomp", "advcl", "ccomp"}:
        return
    yield from infinitive_beyond_relative(analysis, token, lexicons)
    yield from relative_of_infinitive(analysis, token, lexicons)
    marks = [mark.lemma.lower() for mark in analysis.dependents(token.index, "mark")]
    if marks == ["for", "to"]:
        yield from subject_after_for(analysis, token)
    elif not marks and token.relation == "xcomp":
        yield from object_before_bare(analysis, token, lexicons)
    elif marks == ["to"] and token.relation == "xcomp":
        yield from infinitive_of_predicate(analysis, token)
        yield from purpose_of_asked(analysis, token, lexicons)
    elif marks == ["to"] and token.relation == "advcl":
        yield from demand_for_purpose(analysis, token, lexicons)
        yield from content_for_purpose(analysis, token, lexicons)
        yield from content_of_noun(analysis, token, lexicons)


def subject_after_for(analysis: Analysis, infinitive: Token) -> Iterator[Arc]:
    """Give an infinitive with "for … to" the noun in between.

    The envoy called for Kenya to leave .      obl(called, Kenya)   ->   nsubj(leave, Kenya)
    """
    first, last = (mark.index for mark in analysis.dependents(infinitive.index, "mark"))
    for token in analysis.tokens[first + 1 : last]:
        if token.head == infinitive.head and token.relation in {"obl", "obj", "iobj", "nsubj"}:
            yield Arc(token.index, infinitive.index, "nsubj")


def object_before_bare(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give "help", "let" and "make" the object in front of their bare infinitive.

    The envoy helped Kenya win the cup .      obj(win, Kenya)   ->   obj(helped, Kenya)
    """
    if not _rows(analysis.tokens[infinitive.head], lexicons):
        return
    for token in analysis.dependents(infinitive.index, "obj", "nsubj"):
        if infinitive.head < token.index < infinitive.index:
            yield Arc(token.index, infinitive.head, "obj")


def demand_for_purpose(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make what somebody is asked to do a complement, no purpose of asking, and so what a thing is caused to do.

    The envoy ordered Kenya to leave .      advcl(ordered, leave)     ->   xcomp(ordered, leave)
    The envoy called on Kenya to leave .    advcl(called, leave)      ->   xcomp(called, leave)
    Oslo paid rivals to leave .             advcl(paid, leave)        ->   xcomp(paid, leave)
    The quake caused walls to fall .        advcl(caused, fall)       ->   xcomp(caused, fall)
    """
    verb = analysis.tokens[infinitive.head]
    caused = "object" in lexicons.controllers_of.get(verb.lemma.lower(), ())
    for token in analysis.dependents(infinitive.head, "obj", "iobj", "nsubj:pass", "obl"):
        asked = f"prep:{preposition(analysis, token.index)}+xcomp" if token.relation == "obl" else "obj+xcomp"
        demanded = Certainty.DEMANDED in _rows(verb, lexicons, asked)
        acts = (demanded and can_act(token)) or (caused and token.relation != "obl")
        if acts and token.index < infinitive.index:
            yield Arc(infinitive.index, infinitive.head, "xcomp")


def hindered_by_verb(analysis: Analysis, gerund: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a verb that keeps somebody from something the "from" behind its object, not the object's participle.

    Oslo barred ships sent to Kent from docking .     docking <- sent   ->   docking <- barred
    """
    participle = analysis.tokens[gerund.head]
    marks = [mark.text.lower() for mark in analysis.dependents(gerund.index, "mark")]
    if participle.deprel not in {"acl", "acl:relcl"} or marks != ["from"] or gerund.index < participle.index:
        return
    thing = analysis.tokens[participle.head]
    while thing.relation == "nmod":
        thing = analysis.tokens[thing.head]
    keeps = thing.deprel == "obj" and _keeps_from(analysis.tokens[thing.head], lexicons)
    if keeps and not _keeps_from(participle, lexicons):
        yield Arc(gerund.index, thing.head, "advcl")


def _keeps_from(verb: Token, lexicons: Lexicons) -> bool:
    rows = lexicons.complements_of.get((verb.lemma.lower(), "VERB"), ())
    return any(row.complement == "gerund:from" for row in rows)


def content_for_purpose(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make the infinitive that a verb asks for its content, no purpose, if only a time or a count is between them.

    The council voted 13-0 on Friday to lift the ban .      advcl(voted, lift)   ->   xcomp(voted, lift)
    """
    verb = analysis.tokens[infinitive.head]
    parts = [part for part in analysis.dependents(verb.index) if verb.index < part.index < infinitive.index]
    counts = [part for part in parts if part.upos == "NUM" and analysis.has_dependent(part.index, "nmod")]
    others = [part for part in parts if part not in counts and part.upos != "PUNCT" and part.nominal_type != "time"]
    passive = analysis.has_dependent(verb.index, "aux:pass", "nsubj:pass")
    behind = verb.upos == "VERB" and verb.index < infinitive.index
    if behind and not others and not passive and _rows(verb, lexicons, "xcomp"):
        yield Arc(infinitive.index, verb.index, "xcomp")
        yield from (Arc(count.index, verb.index, "obl:unmarked") for count in counts)


def judged_to_be(analysis: Analysis, predicate: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a judging verb what its object is found "to be"; the object is no noun that asks for it.

    Oslo found his ideas to be sound .     acl(ideas, sound)   ->   xcomp(found, sound)
    """
    noun = analysis.tokens[predicate.head]
    marks = [mark.text.lower() for mark in analysis.dependents(predicate.index, "mark")]
    being = marks == ["to"] and analysis.has_dependent(predicate.index, "cop")
    if being and noun.deprel == "obj" and analysis.tokens[noun.head].lemma.lower() in lexicons.kind_of_judging:
        yield Arc(predicate.index, noun.head, "xcomp")


def demanded_of_object(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a verb of asking what it asks of its object; a noun that asks for an infinitive keeps its own.

    The law requires firms to report leaks .     acl(firms, report)   ->   xcomp(requires, report)
    """
    noun = analysis.tokens[infinitive.head]
    marks = [mark.text.lower() for mark in analysis.dependents(infinitive.index, "mark")]
    if infinitive.xpos != "VB" or marks != ["to"] or noun.deprel != "obj" or noun.index < noun.head:
        return
    asks = any(row.complement == "xcomp" for row in lexicons.complements_of.get((noun.lemma.lower(), "NOUN"), ()))
    demanded = Certainty.DEMANDED in _rows(analysis.tokens[noun.head], lexicons)
    if demanded and not asks and (can_act(noun) or noun.xpos in _PLURAL):
        yield Arc(infinitive.index, noun.head, "xcomp")


_PLURAL = frozenset({"NNS", "NNPS"})


def relative_of_infinitive(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give an infinitive without an object the relative pronoun of its verb, which has no object of its own.

    The bridge that Ortega promised to repair fell .     obj(promised, that)   ->   obj(repair, that)
    The man that Ortega asked to leave fell .            he is asked
    """
    verb = analysis.tokens[infinitive.head]
    if verb.deprel != "acl:relcl" or analysis.has_dependent(infinitive.index, "obj", "ccomp", "xcomp", "obl"):
        return
    person = analysis.tokens[verb.head].nominal_type == "person"
    if person or _rows(verb, lexicons) & {Certainty.DEMANDED, Certainty.PLANNED}:
        return
    for pronoun in analysis.dependents(verb.index, "obj"):
        if pronoun.xpos in {"WDT", "WP"} and pronoun.index < verb.index:
            yield Arc(pronoun.index, infinitive.index, "obj")


def perfect_for_purpose(analysis: Analysis, infinitive: Token) -> Iterator[Arc]:
    """Make "to have done" behind a passive what is said of its subject; nobody's purpose lies in the past.

    Fisk was projected by the press to have won .     advcl(projected, won)   ->   xcomp(projected, won)
    """
    marked = any(mark.text.lower() == "to" for mark in analysis.dependents(infinitive.index, "mark"))
    perfect = any(word.text.lower() == "have" for word in analysis.dependents(infinitive.index, "aux"))
    passive = analysis.has_dependent(infinitive.head, "aux:pass")
    if marked and perfect and passive and infinitive.head < infinitive.index:
        yield Arc(infinitive.index, infinitive.head, "xcomp")


def infinitive_beyond_relative(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give the verb outside an infinitive behind the comma that closes a relative clause between commas.

    Fisk travelled to Kent , which had no toll , to take part .     take <- had   ->   take <- travelled
    Fisk asked Ruiz , who led the guild , to resign .               resign <- led   ->   resign <- asked as xcomp

    Source: UD v2 guidelines, acl:relcl; a clause between two commas is an aside, and what follows is not its own.
    """
    clause = analysis.tokens[infinitive.head]
    to = next((mark.index for mark in analysis.dependents(infinitive.index, "mark")), 0)
    opening = [word.index for word in analysis.dependents(clause.index) if word.xpos in {"WDT", "WP", "WRB"}]
    if clause.deprel != "acl:relcl" or not opening or to < 2 or clause.head < 1:
        return
    if not clause.head < opening[0] < to or {analysis.word_at(opening[0] - 1), analysis.word_at(to - 1)} != {","}:
        return
    for index in analysis.above(clause.head):
        if analysis.tokens[index].upos == "VERB":
            controls = bool(lexicons.controllers_of.get(analysis.tokens[index].lemma.lower()))
            yield Arc(infinitive.index, index, "xcomp" if controls else "advcl")
            return


def infinitive_of_predicate(analysis: Analysis, infinitive: Token) -> Iterator[Arc]:
    """Give the infinitive behind a predicate noun to the noun; no verb has two predicates.

    Fisk became the first keeper to score .     xcomp(became, score)   ->   acl(keeper, score)
    """
    for noun in analysis.dependents(infinitive.head, "xcomp"):
        if noun.upos == "NOUN" and infinitive.head < noun.index < infinitive.index:
            yield Arc(infinitive.index, noun.index, "acl")
            return


def purpose_of_asked(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a time or sum that is asked for the infinitive that tells what for; it does nothing itself.

    Oslo asked for two years to mend the dam .     xcomp(asked, mend)   ->   acl(years, mend)
    """
    verb = analysis.tokens[infinitive.head]
    for noun in analysis.dependents(verb.index, "obl"):
        asked = f"prep:{preposition(analysis, noun.index)}+xcomp"
        inert = noun.upos in {"NOUN", "SYM", "NUM"} and noun.nominal_type in {"time", "abstract"}
        done_to = analysis.has_dependent(infinitive.index, "aux:pass")  # "asked for fares to be cut"
        if inert and not done_to and noun.index < infinitive.index and _rows(verb, lexicons, asked):
            yield Arc(infinitive.index, noun.index, "acl")


def content_of_noun(analysis: Analysis, infinitive: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a noun that asks for an infinitive the one right behind it.

    Oslo fined Fisk over a plot to close the port .     advcl(fined, close)   ->   acl(plot, close)
    """
    mark = next(analysis.dependents(infinitive.index, "mark"))
    noun = analysis.tokens[mark.index - 1] if mark.index else mark
    asks = any(row.complement == "xcomp" for row in lexicons.complements_of.get((noun.lemma.lower(), "NOUN"), ()))
    is_scene = preposition(analysis, noun.index) in {"at", "during", "in", "on"}
    is_argument = noun.relation in {"obj", "obl"} and noun.head == infinitive.head and not is_scene
    if noun.upos == "NOUN" and asks and is_argument:
        yield Arc(infinitive.index, noun.index, "acl")


def _rows(verb: Token, lexicons: Lexicons, complement: str = "obj+xcomp") -> set[str]:
    """Give how certain a verb leaves what somebody is to do, empty if it has nobody do anything."""
    rows = lexicons.complements_of.get((verb.lemma.lower(), "VERB"), ())
    return {row.certainty for row in rows if row.complement == complement}
