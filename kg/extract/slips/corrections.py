"""Slips of the parser that newswire provokes, each with its name; everything else is left as it is.

A correction moves arcs and keeps words, so that every later rule sees an ordinary tree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import NOUNS, Arc, Slips
from kg.extract.slips.attachments import ATTACHMENT_SLIPS, other_name_of_date
from kg.extract.slips.infinitives import infinitive_arguments
from kg.extract.slips.lists import LIST_SLIPS, roles_of_one
from kg.extract.slips.nouns import NOUN_SLIPS, office_of_object, predicate_for_object
from kg.extract.slips.obliques import (
    OBLIQUE_SLIPS,
    argument_of_idiom,
    complement_of_verb,
    complex_preposition,
    published,
)
from kg.extract.slips.quotatives import QUOTATIVES, clause_of_time, headline_speaker, participle_behind_report
from kg.extract.slips.subjects import SUBJECT_SLIPS
from kg.extract.slots import particle_of, preposition
from kg.rows import NounFrame
from kg.wording import Lexicons

_FUNCTION = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT"})
"""Parts of speech that no correction starts from, but for the colon of a headline."""


def corrected(analysis: Analysis, lexicons: Lexicons) -> Analysis:
    """Give the analysis with these slips undone, the same one if there are none.

    A sentence where they get into each other's way stays as it was.
    """
    arcs = _moved(analysis, lexicons)
    if not arcs:
        return analysis
    whole = _applied(analysis, arcs)
    cyclic = {analysis.sentence_of[index] for index in arcs if not _reaches_root(whole, index)}
    sound = {index: arc for index, arc in arcs.items() if analysis.sentence_of[index] not in cyclic}
    return replace(analysis, tokens=_applied(analysis, sound))


def _moved(analysis: Analysis, lexicons: Lexicons) -> dict[int, Arc]:
    """Give the arcs that move by word; of two of one word the later one counts."""
    words = _by_kind([t for t in analysis.tokens if t.upos not in _FUNCTION or t.text == ":"])
    verbs = [t for t in words["VERB"] if t.lemma.lower() in lexicons.reporting_of_verb]
    arcs = {arc.token: arc for rule, kinds in _ANYWHERE.items() for t in _of(words, kinds) for arc in rule(analysis, t)}
    arcs |= {arc.token: arc for verb in verbs for rule in QUOTATIVES for arc in rule(analysis, verb)}
    speaks = lexicons.reporting_of_verb
    arcs |= {arc.token: arc for verb in verbs for arc in participle_behind_report(analysis, verb, speaks)}
    arcs |= {
        arc.token: arc
        for token in _of(words, "xcomp advcl ccomp acl")
        for arc in infinitive_arguments(analysis, token, lexicons)
    }
    acting = (token for token in words["acl"] if token.text.lower() in lexicons.status_of_word)
    arcs |= {arc.token: arc for token in acting for arc in acting_office(analysis, token, lexicons.title_heads)}
    names = (arc for token in words["appos"] for arc in office_before_comma(analysis, token, lexicons.title_heads))
    arcs |= {arc.token: arc for arc in names}
    roles = (arc for token in _of(words, "NOUN PROPN") for arc in roles_of_one(analysis, token, lexicons))
    arcs |= {arc.token: arc for arc in roles}
    arcs |= {arc.token: arc for token in words["obj"] for arc in predicate_for_object(analysis, token, lexicons)}
    offices = (arc for token in words["NOUN"] for arc in office_of_object(analysis, token, lexicons))
    arcs |= {arc.token: arc for arc in offices}
    gerunds = (token for token in words["advcl"] if token.xpos == "VBG")
    arcs |= {arc.token: arc for token in gerunds for arc in gerund_object(analysis, token, lexicons)}
    arcs |= {arc.token: arc for token in words["amod"] for arc in said_of_object(analysis, token, lexicons)}
    nouns = ((noun.index, lexicons.frames_of_noun.get(noun.lemma.lower())) for noun in words["NOUN"])
    asked = {index: _asked_of_noun(frames) for index, frames in nouns if frames}
    arcs |= {arc.token: arc for index in asked for arc in stolen_argument(analysis, index, asked)}
    arcs |= {arc.token: arc for token in words["NOUN"] for arc in argument_of_idiom(analysis, token, lexicons)}
    arcs |= {arc.token: arc for token in words["obl"] for arc in complex_preposition(analysis, token, lexicons)}
    arcs |= {arc.token: arc for token in words["nmod"] for arc in complement_of_verb(analysis, token, lexicons)}
    for token in (word for word in words["acl"] if word.xpos == "VBN"):
        for rule in (published, other_name_of_date):
            arcs |= {arc.token: arc for arc in rule(analysis, token, lexicons)}
    arcs |= {arc.token: arc for verb in verbs for arc in said_in(analysis, verb, lexicons.utterance_lemmas)}
    arcs |= {arc.token: arc for token in words["acl"] for arc in led_body(analysis, token, lexicons)}
    return arcs


def _by_kind(words: list[Token]) -> Mapping[str, list[Token]]:
    """Give the words of each relation without subtype and of each part of speech, and all of them under no name."""
    found: dict[str, list[Token]] = defaultdict(list, {"": words})
    for token in words:
        found[token.relation].append(token)
        found[token.upos].append(token)
    return found


def _of(words: Mapping[str, list[Token]], kinds: str) -> list[Token]:
    """Give the words of one or several kinds in text order."""
    if " " not in kinds:
        return words[kinds]
    return sorted((token for kind in kinds.split() for token in words[kind]), key=lambda token: token.index)


def _applied(analysis: Analysis, arcs: Mapping[int, Arc]) -> tuple[Token, ...]:
    return tuple(
        replace(token, head=arcs[token.index].head, deprel=arcs[token.index].deprel) if token.index in arcs else token
        for token in analysis.tokens
    )


def described_with_preposition(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Give a name the preposition of the description in front of it; no English modifier with one precedes its noun.

    According to the official Lina Haddou , Riga left .      official <- Haddou <- left as obj   ->   as obl
    """
    if noun.relation != "nmod" or noun.deprel == "nmod:poss" or noun.head != noun.index + 1:
        return
    name = analysis.tokens[noun.head]
    cases = list(analysis.dependents(noun.index, "case"))
    if cases and name.upos == "PROPN" and cases[0].index < noun.index:
        yield Arc(noun.index, name.index, "nmod:desc")
        yield from (Arc(case.index, name.index, "case") for case in cases)
        if name.relation in {"nsubj", "obj", "iobj"}:
            yield Arc(name.index, name.head, "obl")


def auxiliary_of_adjective(analysis: Analysis, token: Token) -> Iterator[Arc]:
    """Make "be" the copula of an adjective that the parser has given an auxiliary.

    The minister is ashamed of the leak .       aux(ashamed, is)    ->   cop(ashamed, is)
    """
    if token.upos != "ADJ" or analysis.has_dependent(token.index, "cop"):
        return
    for word in analysis.dependents(token.index, "aux", "aux:pass"):
        if word.lemma.lower() == "be":
            yield Arc(word.index, token.index, "cop")


def said_of_object(analysis: Analysis, adjective: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a judging verb the adjective behind its object; English adjectives stand before their noun.

    The ministers deemed the toll contrary to law .      amod(toll, contrary)   ->   xcomp(deemed, contrary)
    The court found parts of the toll contrary to law .  acl(parts, contrary)   ->   xcomp(found, contrary)
    """
    noun = analysis.tokens[adjective.head]
    if adjective.upos == "ADJ" and adjective.deprel == "acl":  # of the object or of what modifies it
        noun = analysis.tokens[noun.head] if noun.relation == "nmod" else noun
    elif adjective.deprel != "amod":
        return
    if adjective.index < noun.index or noun.deprel != "obj":
        return
    if analysis.tokens[noun.head].lemma.lower() in lexicons.kind_of_judging:
        yield Arc(adjective.index, noun.head, "xcomp")


def role_of_object(analysis: Analysis, role: Token) -> Iterator[Arc]:
    """Give a verb the "as" after its object; a name has no modifier with "as".

    Bello succeeded Achterberg as head of the authority .       head <- Achterberg   ->   head <- succeeded
    """
    if role.deprel != "nmod" or not any(case.text.lower() == "as" for case in analysis.dependents(role.index, "case")):
        return
    name = analysis.tokens[role.head]
    if name.upos == "PROPN" and name.deprel in {"obj", "nsubj:pass"} and role.index > name.index:
        yield Arc(role.index, name.head, "obl")


def agent_beyond_verb(analysis: Analysis, agent: Token) -> Iterator[Arc]:
    """Give a passive verb the "by" behind it that the parse hangs on its subject in front of it.

    Half of the flats were occupied by pensioners .      pensioners <- Half   ->   pensioners <- occupied
    """
    if agent.deprel != "nmod" or preposition(analysis, agent.index) != "by":
        return
    subject = analysis.tokens[agent.head]
    if subject.deprel == "nsubj:pass" and subject.head < agent.index:
        yield Arc(agent.index, subject.head, "obl:agent")


def object_of_second_verb(analysis: Analysis, token: Token) -> Iterator[Arc]:
    """Give the second of two coordinated verbs what follows it, not the first one's object.

    The blast killed five people and wounded ten .      ten <- people   ->   ten <- wounded
    """
    above = analysis.tokens[token.head]
    if token.deprel != "conj" or above.deprel != "obj" or analysis.has_dependent(token.index, "cc"):
        return
    for verb in analysis.dependents(above.head, "conj"):
        between = above.index < verb.index < token.index
        if verb.upos == "VERB" and between and not analysis.has_dependent(verb.index, "obj", "ccomp"):
            yield Arc(token.index, verb.index, "obj")
            return


def name_of_list(analysis: Analysis, name: Token) -> Iterator[Arc]:
    """Coordinate a name with the name before it, not with the plural noun that sums both up.

    two astronauts , Doug Hurley and Bob Behnken , left .      Behnken <- astronauts   ->   Behnken <- Hurley
    Shaw and his deputies , Ana Ruiz and Bo Lind , left .      Ruiz <- Shaw            ->   Ruiz <- deputies <- Shaw
    """
    if name.upos != "PROPN" or name.deprel != "conj":
        return
    summed = analysis.tokens[max(name.index - 2, 0)]
    beside = summed.head == name.head
    if summed.xpos == "NNS" and analysis.tokens[name.index - 1].text == ",":
        if beside or analysis.tokens[name.head].head == summed.index:
            yield Arc(name.index, summed.index, "appos")
        if beside:
            yield Arc(summed.index, summed.head, "conj")
        return
    joined = [cc for cc in analysis.dependents(name.index, "cc") if cc.index < name.index]
    above = analysis.tokens[name.head]
    plural = above if above.relation != "amod" else analysis.tokens[above.head]
    if not joined or plural.xpos != "NNS":
        return
    before = analysis.tokens[joined[0].index - 1]
    first = analysis.tokens[before.head] if before.relation == "flat" else before
    if first.head == plural.index and first.relation == "appos" and first.upos == "PROPN":
        yield Arc(name.index, first.index, "conj")


def conjunct_of_name(analysis: Analysis, name: Token) -> Iterator[Arc]:
    """Give the noun in front of a name what the parser has joined to the name: both do what the noun does.

    Novelist Ada Brink and her editor live in Durban .      Brink <- conj - editor    ->   Novelist <- conj - editor

    Not after a plural, which describes both: "the brothers Ada and Tom Brink"; nor where the names stand in a list with
    descriptions of their own: "Minister Ada Brink and her colleagues, Tom Lund and Eva Holm".
    """
    if name.upos != "PROPN" or name.deprel not in {"appos", "flat", "nmod:desc"} or name.head != name.index - 1:
        return
    if analysis.has_dependent(name.index, "appos"):
        return
    noun = analysis.tokens[name.head]
    described = noun.upos in NOUNS if name.deprel != "flat" else noun.upos == "NOUN"
    if described and noun.xpos not in {"NNS", "NNPS"}:
        yield from (Arc(other.index, noun.index, "conj") for other in analysis.dependents(name.index, "conj"))


def acting_office(analysis: Analysis, acting: Token, titles: frozenset[str]) -> Iterator[Arc]:
    """Make how an office is held a modifier of the office, not a verb with an object.

    Darrieux , acting foreign minister since May , left .      minister <- acting <- Darrieux   ->   the other way round
    """
    if acting.deprel != "acl" or acting.head > acting.index:
        return
    for office in analysis.dependents(acting.index, "obj"):
        if office.lemma.lower() in titles and office.index > acting.index:
            yield Arc(office.index, acting.head, "appos")
            yield Arc(acting.index, office.index, "amod")
            rest = (token for token in analysis.dependents(acting.index) if token.index != office.index)
            yield from (Arc(token.index, office.index, "nmod") for token in rest if token.relation == "obl")


def office_before_comma(analysis: Analysis, name: Token, titles: frozenset[str]) -> Iterator[Arc]:
    """Give a name in apposition to the office with an owner right before its comma, not to a noun farther off.

    the aunt of its chair , Eluned Price , left .      Price <- aunt   ->   Price <- chair
    """
    if name.upos != "PROPN" or name.deprel != "appos":
        return
    for office in analysis.dependents(name.head, "nmod"):
        comma = office.index + 1
        owned = analysis.has_dependent(office.index, "nmod:poss")
        inside = comma < name.index and analysis.word_at(comma) == ","
        if inside and owned and office.lemma.lower() in titles and not _has_comma(analysis, comma + 1, name.index):
            yield Arc(name.index, office.index, "appos")


def _has_comma(analysis: Analysis, start: int, end: int) -> bool:
    return any(token.text == "," for token in analysis.tokens[start:end])


_STEALABLE = frozenset({"by", "as", "to", "into", "in", "against"})
"""Prepositions of what an action noun asks for itself; "support for migrants from Syria" shows why no more."""


def stolen_argument(analysis: Analysis, action: int, asked: Mapping[int, frozenset[str]]) -> Iterator[Arc]:
    """Give an argument of an action noun back to it from its "of" phrase, unless that asks for one like it too.

    The beating of a student by guards was filmed .     guards <- student   ->   guards <- beating

    An agent is given back from any phrase: "the attack on the refinery by rebels", "support for the bill among nurses".

    Args:
        analysis: the article.
        action: the noun.
        asked: the prepositions of each noun's frames.
    """
    for patient in analysis.dependents(action, "nmod"):
        words = _STEALABLE if preposition(analysis, patient.index) == "of" else {"by", "among"}
        wanted = (asked[action] & words) - asked.get(patient.index, frozenset())
        for token in analysis.dependents(patient.index, "nmod"):
            if preposition(analysis, token.index) in wanted:
                yield Arc(token.index, action, "nmod")


def gerund_object(analysis: Analysis, gerund: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make a gerund right after a verb that takes one its complement.

    The premier has ruled out sending troops .      advcl(ruled, sending)   ->   xcomp(ruled, sending)
    """
    if gerund.deprel != "advcl" or gerund.xpos != "VBG" or gerund.head == ROOT:
        return
    verb = analysis.tokens[gerund.head]
    particle = particle_of(analysis, verb)
    before = gerund.index - (2 if particle else 1)
    rows = lexicons.complements_of.get((f"{verb.lemma.lower()} {particle}".strip(), "VERB"), ())
    marked = analysis.has_dependent(gerund.index, "mark")
    if verb.index == before and not marked and any(row.complement == "gerund" for row in rows):
        yield Arc(gerund.index, verb.index, "xcomp")


def said_in(analysis: Analysis, verb: Token, utterances: frozenset[str]) -> Iterator[Arc]:
    """Give a reporting verb the words that it was said in, not its object.

    The party denied any link in a statement .      statement <- link   ->   statement <- denied
    """
    for thing in analysis.dependents(verb.index, "obj"):
        for words in analysis.dependents(thing.index, "nmod"):
            new = any(det.lemma.lower() == "a" for det in analysis.dependents(words.index, "det"))
            if new and words.lemma.lower() in utterances and preposition(analysis, words.index) == "in":
                yield Arc(words.index, verb.index, "obl")


def led_body(analysis: Analysis, led: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give "headed by" behind a comma to the body in front of it, not to a person who speaks for it.

    a spokesman for Oxfam , headed by Ana Ruiz , left .      headed <- spokesman   ->   headed <- Oxfam
    """
    if led.relation != "acl" or led.xpos != "VBN" or analysis.tokens[led.head].nominal_type != "person":
        return
    if not any(frame.predicate == "kg:leads" for frame in lexicons.frames_of_verb.get(led.lemma.lower(), ())):
        return
    for body in analysis.dependents(led.head, "nmod"):
        comma = max(analysis.below(body.index)) + 1
        if body.nominal_type == "organization" and comma == led.index - 1 and analysis.tokens[comma].text == ",":
            yield Arc(led.index, body.index, "acl")


def _asked_of_noun(frames: Iterable[NounFrame]) -> frozenset[str]:
    """Give the prepositions that the frames of a noun ask for, "by" for an agent."""
    slots = (slot for frame in frames for slot in (*frame.subject, *frame.object))
    return frozenset(slot.removeprefix("prep:") for slot in slots)


def content_for_relative(analysis: Analysis, that: Token) -> Iterator[Arc]:
    """Make "that" the mark of a clause that has its subject and its object besides.

    the claim that Kenya attacked Oslo      obj(attacked, that), obj(attacked, Oslo)   ->   mark(attacked, that)
    """
    if that.text.lower() != "that" or that.deprel != "obj" or analysis.tokens[that.head].deprel != "acl:relcl":
        return
    others = [token.relation for token in analysis.dependents(that.head) if token.index > that.index]
    if "nsubj" in others and "obj" in others:
        yield Arc(that.index, that.head, "mark")


def one_of_several(analysis: Analysis, one: Token) -> Iterator[Arc]:
    """Say of somebody what the others are too: what "one of" counts takes its place.

    Fisk was one of the founders .      cop(one, was), nmod(one, founders)   ->   cop(founders, was)
    """
    if one.text.lower() != "one" or not (one.deprel == "appos" or analysis.has_dependent(one.index, "cop")):
        return
    several = [token for token in analysis.dependents(one.index, "nmod") if token.index > one.index]
    if not several or several[0].xpos != "NNS" or preposition(analysis, several[0].index) != "of":
        return
    noun = several[0].index
    yield Arc(noun, one.head, one.deprel)
    yield Arc(one.index, noun, "nummod")
    yield from (Arc(case.index, one.index, "case") for case in analysis.dependents(noun, "case"))
    yield from (Arc(word.index, noun, word.deprel) for word in analysis.dependents(one.index) if word.index != noun)


_ANYWHERE: Slips = {
    **SUBJECT_SLIPS,  # first: what the others say of a word goes before
    **NOUN_SLIPS,
    **LIST_SLIPS,
    **ATTACHMENT_SLIPS,
    described_with_preposition: "nmod",
    auxiliary_of_adjective: "ADJ",
    one_of_several: "",
    role_of_object: "nmod",
    agent_beyond_verb: "nmod",
    name_of_list: "conj",
    headline_speaker: "PUNCT",
    clause_of_time: "mark",
    content_for_relative: "obj",
    object_of_second_verb: "conj",
    conjunct_of_name: "appos flat nmod",
    **OBLIQUE_SLIPS,
}


def _reaches_root(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a token hangs on the root by way of its heads, not in a circle."""
    seen: set[int] = set()
    while index != ROOT and index not in seen:
        seen.add(index)
        index = tokens[index].head
    return index == ROOT
