"""Slips of the parser with prepositional phrases: what they are said of."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.idioms import is_fixed
from kg.extract.slips.arcs import DOUBTED, NOUNS, Arc, Slips
from kg.extract.slots import can_act, particle_of, preposition
from kg.wording import Lexicons


def origin_of_subject(analysis: Analysis, origin: Token) -> Iterator[Arc]:
    """Give a subject the "from" between it and its verb: an adjunct would stand before the one or behind the other.

    Ada Brink , from the harbour office , signed the lease .      office <- signed   ->   office <- Brink
    """
    if origin.deprel != "obl" or origin.nominal_type == "time" or preposition(analysis, origin.index) != "from":
        return
    for subject in analysis.dependents(origin.head, "nsubj", "nsubj:pass"):
        if subject.index < origin.index < origin.head and subject.upos in NOUNS:
            yield Arc(origin.index, subject.index, "nmod")


def day_of_verb(analysis: Analysis, day: Token) -> Iterator[Arc]:
    """Give a verb the day between it and its subject; who acts has no day.

    French lawmakers on Thursday passed the bill .      Thursday <- lawmakers   ->   Thursday <- passed
    """
    subject = analysis.tokens[day.head]
    if day.deprel != "nmod" or day.nominal_type != "time" or preposition(analysis, day.index) != "on":
        return
    behind = analysis.tokens[max(analysis.below(day.index)) + 1 : subject.head + 1]
    close = bool(behind) and all(word.head == subject.head or word.index == subject.head for word in behind)
    if subject.relation == "nsubj" and subject.head != ROOT and can_act(subject) and close:
        yield Arc(day.index, subject.head, "obl")


def before_infinitive(analysis: Analysis, phrase: Token) -> Iterator[Arc]:
    """Give a noun the phrase between it and its infinitive; nothing of an infinitive stands before its "to".

    the candidate for the election to be held      election <- held <- candidate   ->   held <- election <- candidate

    What is to be held is the event next to it.
    """
    verb = analysis.tokens[phrase.head]
    if phrase.deprel != "obl" or verb.relation != "acl" or verb.head == ROOT:
        return
    marks = [mark.index for mark in analysis.dependents(verb.index, "mark") if mark.text.lower() == "to"]
    if not marks or not verb.head < phrase.index < marks[0]:
        return
    yield Arc(phrase.index, verb.head, "nmod")
    if phrase.nominal_type == "event" and analysis.has_dependent(verb.index, "aux:pass"):
        yield Arc(verb.index, phrase.index, "acl")


def participle_behind_noun(analysis: Analysis, participle: Token) -> Iterator[Arc]:
    """Give a noun the participle right behind it, not a verb that is still to come.

    In findings published on Monday , the bank warned of losses .      published <- warned   ->   published <- findings
    """
    if participle.deprel != "advcl" or participle.xpos != "VBN" or participle.head < participle.index + 2:
        return
    noun = analysis.tokens[participle.index - 1]
    bare = not analysis.has_dependent(participle.index, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass")
    if bare and noun.upos == "NOUN" and noun.head == participle.head and noun.relation == "obl":
        yield Arc(participle.index, noun.index, "acl")


def absolute_subject(analysis: Analysis, participle: Token) -> Iterator[Arc]:
    """Make "with" and a noun with its participle an adverbial, where the parse makes the noun a subject of the verb.

    The raid ended with three men arrested .     nsubj(ended, men)   ->   nsubj:pass(arrested, men)
    """
    noun = analysis.tokens[participle.head] if participle.head != ROOT else participle
    marked = any(mark.text.lower() == "with" for mark in analysis.dependents(participle.index, "mark"))
    if participle.deprel != "acl" or not marked or noun.relation != "nsubj" or noun.head > noun.index:
        return
    yield Arc(participle.index, noun.head, "advcl")
    yield Arc(noun.index, participle.index, "nsubj:pass" if participle.xpos == "VBN" else "nsubj")


def participle_behind_with(analysis: Analysis, participle: Token) -> Iterator[Arc]:
    """Make a participle between "with" behind a comma and a bare noun an adjective: nobody does anything "with doing".

    They rowed on , with covering fire from the fort .     advcl(rowed, covering)   ->   amod(fire, covering)
    """
    marks = list(analysis.dependents(participle.index, "mark"))
    if participle.deprel != "advcl" or participle.xpos != "VBG" or [mark.text.lower() for mark in marks] != ["with"]:
        return
    comma = analysis.tokens[marks[0].index - 1].text == "," if marks[0].index else False
    for noun in analysis.dependents(participle.index, "obj"):
        if comma and marks[0].index == participle.index - 1 and noun.index == participle.index + 1:
            yield Arc(noun.index, participle.head, "obl")
            yield Arc(participle.index, noun.index, "amod")
            yield Arc(marks[0].index, noun.index, "case")
            rest = analysis.dependents(participle.index, "obl")
            yield from (Arc(part.index, noun.index, "nmod") for part in rest)


def above_all(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Make "above all" and "after all" before "a" an adverb of what they stand before, not its preposition.

    The dam is above all a symbol .     case(symbol, above), det:predet(symbol, all)   ->   advmod(symbol, above)
    """
    for word in analysis.dependents(noun.index, "case"):
        every, article = (analysis.word_at(word.index + step) for step in (1, 2))
        if word.text.lower() in {"above", "after"} and every == "all" and article in {"a", "an"}:
            yield Arc(word.index, noun.index, "advmod")
            yield Arc(word.index + 1, noun.index, "advmod")


def published(analysis: Analysis, participle: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a noun for words what is published, not who or what the words are by or about.

    a report by the bank printed in the gazette      printed <- bank <- report   ->   printed <- report
    """
    if participle.deprel != "acl" or participle.lemma.lower() not in lexicons.publishing_lemmas:
        return
    noun = analysis.tokens[participle.head]
    while noun.lemma.lower() not in lexicons.utterance_lemmas:
        if noun.relation != "nmod" or noun.index > participle.index:
            return
        noun = analysis.tokens[noun.head]
    if noun.index != participle.head:
        yield Arc(participle.index, noun.index, "acl")


def argument_of_idiom(analysis: Analysis, noun: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a verb what stands behind the noun of its fixed phrase, of which nothing is said.

    The fraud came to light in a report .     report <- light   ->   report <- came
    """
    verb = analysis.tokens[noun.head] if noun.head != ROOT else noun
    lemma = f"{verb.lemma.lower()} {particle_of(analysis, verb)}".strip()
    if (
        verb.upos != "VERB"
        or noun.relation not in {"obj", "obl"}
        or not is_fixed(analysis, lemma, noun.index, lexicons)
    ):
        return
    for part in analysis.dependents(noun.index, "nmod"):
        if part.deprel == "nmod" and part.index > noun.index:
            yield Arc(part.index, verb.index, "obl")


def complement_of_verb(analysis: Analysis, phrase: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a verb the phrase that it asks for beside its object, which does not ask for it.

    The bank attributed its losses to fraud .     fraud <- losses   ->   fraud <- attributed

    A verb that does without has it only if the parser doubts.
    """
    thing = analysis.tokens[phrase.head]
    if phrase.deprel != "nmod" or thing.deprel != "obj" or phrase.index < thing.index:
        return
    verb, word = analysis.tokens[thing.head], preposition(analysis, phrase.index)
    needs = [row.need for row in lexicons.needs_of.get(verb.lemma.lower(), ())]
    needed = any(f"prep:{word}" in need and all(slot.startswith("prep:") for slot in need) for need in needs)
    asked = word in lexicons.object_complements_of.get(verb.lemma.lower(), ()) and phrase.arc_score < DOUBTED
    frames = lexicons.frames_of_noun.get(thing.lemma.lower(), ())
    of_noun = any(not {word, f"prep:{word}"}.isdisjoint((*frame.subject, *frame.object)) for frame in frames)
    own = {preposition(analysis, part.index) for part in analysis.dependents(verb.index, "obl")}
    if (needed or asked) and word not in {"of", *own} and not of_noun:
        yield Arc(phrase.index, verb.index, "obl")


def complex_preposition(analysis: Analysis, noun: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make two prepositions and the noun between them one preposition of what stands behind.

    The rider was held in connection with the raid .     raid <- connection <- held   ->   raid <- held as oblique
    """
    first = next(analysis.dependents(noun.index, "case"), noun)
    second = noun.index + 1
    words = [analysis.word_at(index) for index in range(first.index, second + 1)]
    if noun.relation != "obl" or " ".join(words) not in lexicons.complex_preposition_forms:
        return
    for thing in analysis.dependents(noun.index, "nmod"):
        if any(case.index == second for case in analysis.dependents(thing.index, "case")):
            yield Arc(thing.index, noun.head, "obl")
            yield Arc(first.index, thing.index, "case")
            yield from (Arc(index, first.index, "fixed") for index in range(first.index + 1, second + 1))
            return


OBLIQUE_SLIPS: Slips = {
    origin_of_subject: "obl",
    day_of_verb: "nmod",
    before_infinitive: "obl",
    participle_behind_noun: "advcl",
    absolute_subject: "acl",
    participle_behind_with: "advcl",
    above_all: "NOUN",
}
