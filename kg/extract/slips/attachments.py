"""Slips of the parser with what stands behind a noun: whose apposition, clause, participle or example it is."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import DOUBTED, NOUNS, Arc, Slips
from kg.extract.slots import EXAMPLES, can_act, preposition
from kg.wording import Lexicons

_WHO = frozenset({"person", "organization"})


def apposition_of_kind(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Give an apposition with an article to the noun in front of its comma that is of its kind, if its own is not.

    Ada Ruiz of Norvik , a firm that sells tin , left .     firm <- Ruiz      ->   firm <- Norvik
    Fisk was a friend of justice , a man who gave .         man <- justice    ->   man <- friend
    """
    if noun.deprel not in {"appos", "conj"} or noun.upos != "NOUN" or noun.nominal_type not in _WHO:
        return
    articles = [word.index for word in analysis.dependents(noun.index, "det") if word.lemma.lower() in {"a", "an"}]
    above = analysis.tokens[noun.head]
    alike = above.nominal_type in {"", "place", noun.nominal_type}  # "Oslo , a member of the pact"
    if not articles or alike or analysis.has_dependent(noun.index, "cc"):
        return
    before = articles[0] - 2
    if before <= 0 or analysis.tokens[before + 1].text != ",":
        return
    for index in (before, *analysis.above(before)):
        nearer = analysis.tokens[index]
        if index < noun.index and nearer.nominal_type == noun.nominal_type and nearer.upos in NOUNS:
            yield Arc(noun.index, index, "appos")
            for clause in analysis.dependents(above.index, "acl"):
                behind = analysis.tokens[noun.index : min(analysis.below(clause.index))]
                if behind and all(word.text != "," for word in behind):
                    yield Arc(clause.index, noun.index, clause.deprel)
            return


def noun_for_relative(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Make a noun behind a comma an apposition, no relative clause: it has no verb.

    Rebels took Goma , the largest city in Congo , in May .     acl:relcl(Goma, city)   ->   appos(Goma, city)
    """
    verbless = noun.upos in NOUNS and not analysis.has_dependent(noun.index, "cop", "nsubj", "mark", "aux", "case")
    first = min(analysis.below(noun.index))
    opened = analysis.tokens[first + (analysis.tokens[first].text == ",")]
    behind = noun.deprel == "acl:relcl" and noun.head < first and opened.deprel == "det"
    if verbless and behind and "," in {analysis.word_at(first - 1), analysis.tokens[first].text}:
        yield Arc(noun.index, noun.head, "appos")


def noun_before_participle(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Make a noun in front of a verb no compound of it, but what it modifies: no verb has a compound noun.

    The raid hit a school sheltering women .       school <- sheltering <- hit   ->   sheltering <- school <- hit
    A fire fanned by winds destroyed the mill .    fire <- fanned <- destroyed   ->   fanned <- fire <- destroyed
    """
    if verb.upos != "VERB" or verb.head == ROOT or verb.deprel not in _OF_NOUNS:
        return
    noun = analysis.tokens[verb.index - 1]
    single = noun.deprel == "compound" and noun.head == verb.index and noun.upos in NOUNS
    if not single or not analysis.has_dependent(verb.index, "det", "nummod", "nmod:poss"):
        return
    behind = verb.deprel in {"advcl", "xcomp"}
    yield Arc(noun.index, verb.head, _OF_NOUNS[verb.deprel] if behind else verb.deprel)
    yield Arc(verb.index, noun.index, "acl")
    parts = analysis.dependents(verb.index, "det", "nummod", "nmod:poss", "amod", "case")
    yield from (Arc(part.index, noun.index, part.deprel) for part in parts if part.index < noun.index)


_OF_NOUNS = {"advcl": "obj", "xcomp": "obj", "obj": "obj", "nsubj": "nsubj", "obl": "obl", "nsubj:pass": "nsubj:pass"}
"""Relations of a verb that only a noun can have, or that leave the noun before it without one; and that noun's own."""


def relative_before_noun(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a relative clause to the noun in front of it; it never stands before its noun.

    Unlike Riga , which sells tin , Oslo trades .     sells <- Oslo   ->   sells <- Riga
    """
    if verb.deprel != "acl:relcl" or verb.head < verb.index:
        return
    opening = [word.index for word in analysis.dependents(verb.index) if word.xpos in {"WDT", "WP"}]
    if not opening or opening[0] > verb.index:
        return
    noun = analysis.tokens[max(opening[0] - 1 - (analysis.tokens[opening[0] - 1].text == ","), 0)]
    noun = analysis.tokens[noun.head] if noun.relation == "flat" else noun
    if noun.upos in NOUNS and noun.index < opening[0]:
        yield Arc(verb.index, noun.index, "acl:relcl")


def participle_of_nearest(analysis: Analysis, participle: Token) -> Iterator[Arc]:
    """Give a participle right behind a noun to that noun if the parser doubts, or if only that noun can act.

    smoke from fires burning the wood        burning <- smoke        ->   burning <- fires
    complaints about nuns beating pupils     beating <- complaints   ->   beating <- nuns
    """
    if participle.deprel != "acl" or participle.xpos not in {"VBG", "VBN"} or participle.head > participle.index:
        return
    first = min(
        (part.index for part in analysis.dependents(participle.index, "advmod", "mark")), default=participle.index
    )
    near = analysis.tokens[min(first, participle.index) - 1]
    near = analysis.tokens[near.head] if near.relation in {"flat", "fixed"} else near
    far = analysis.tokens[participle.head]
    word = preposition(analysis, near.index)
    below = near.relation == "nmod" and far.index in analysis.above(near.index) and word != "in"  # "a ruling in Oslo"
    if not below or near.upos not in NOUNS or analysis.has_dependent(participle.index, "mark") or can_act(far):
        return
    acting = participle.xpos == "VBG" and near.nominal_type in _WHO and word == "about"
    if participle.arc_score < DOUBTED or acting:
        yield Arc(participle.index, near.index, "acl")


def examples_of_plural(analysis: Analysis, example: Token) -> Iterator[Arc]:
    """Give examples to the plural in front that they are examples of, not to the name of something else.

    They sent parts to Oslo , including two bolts .     bolts <- Oslo   ->   bolts <- parts
    """
    if example.deprel != "nmod" or preposition(analysis, example.index) not in EXAMPLES:
        return
    above = analysis.tokens[example.head]
    single = above.xpos == "NNP" or (above.xpos == "NN" and above.nominal_type == "person")
    if not single or above.nominal_type == example.nominal_type or above.head == ROOT or above.index > example.index:
        return
    arguments = [*analysis.dependents(above.head, "nsubj", "obj", "conj")]
    arguments += [other for each in arguments for other in analysis.dependents(each.index, "conj")]
    plurals = [word for word in arguments if word.xpos == "NNS" and word.index < above.index]
    if plurals:
        yield Arc(example.index, max(plurals, key=lambda word: word.index).index, "nmod")
        others = (other for other in analysis.dependents(above.index, "conj") if other.index > example.index)
        yield from (Arc(other.index, example.index, "conj") for other in others)


def description_for_recipient(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Make the first of two "objects" side by side the description of the second, a person's name.

    Fisk beat his team mate Ada Ruiz .     mate <- beat , Ruiz <- beat   ->   mate <- Ruiz as apposition
    """
    if noun.relation not in {"obj", "iobj"} or noun.upos != "NOUN" or noun.nominal_type not in _WHO:
        return
    for name in analysis.dependents(noun.head, "obj"):
        bare = min(analysis.below(name.index)) == name.index
        between = analysis.tokens[noun.index + 1 : name.index]
        joined = all(word.head == noun.index and word.upos == "NOUN" for word in between)
        if name.index > noun.index and name.upos == "PROPN" and name.nominal_type == "person" and bare and joined:
            yield Arc(noun.index, name.index, "appos")
            return


def agent_for_modifier(analysis: Analysis, agent: Token) -> Iterator[Arc]:
    """Give a passive with a predicate the "by" that the parse hangs on the predicate.

    The mill was named a landmark by Oslo .     Oslo <- landmark   ->   Oslo <- named as agent
    """
    predicate = analysis.tokens[agent.head]
    if agent.deprel != "nmod" or predicate.deprel != "xcomp" or preposition(analysis, agent.index) != "by":
        return
    passive = analysis.has_dependent(predicate.head, "aux:pass")
    if passive and can_act(agent) and not analysis.has_dependent(predicate.head, "obl:agent"):
        yield Arc(agent.index, predicate.head, "obl:agent")


def preposition_of_nearest(analysis: Analysis, far: Token) -> Iterator[Arc]:
    """Give the first of two prepositions of a noun to the noun between them that has none.

    It was added as a sport to the list .     as <- list   ->   as <- sport
    """
    cases = [case for case in analysis.dependents(far.index, "case") if case.xpos in {"IN", "TO"}]
    if len(cases) != 2 or far.upos not in NOUNS or cases[1].index > far.index or far.head == ROOT:
        return
    for near in analysis.tokens[cases[0].index + 1 : cases[1].index]:
        beside = near.upos in NOUNS and near.relation in {"obl", "nmod", "obj"} and near.head in {far.head, far.index}
        if beside and not analysis.has_dependent(near.index, "case"):
            yield Arc(cases[0].index, near.index, "case")
            return


def other_name_of_date(analysis: Analysis, participle: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Give a participle that tells another name to the date right in front of its comma.

    Riga honours what he did on 1 May , also known as Orla Day .     known <- did   ->   known <- May
    """
    words = [token.text.lower() for token in analysis.tokens[participle.index - 1 : participle.index + 2]]
    told = next((n for n in (3, 2) if tuple(words[-n:]) in lexicons.kind_of_naming), 0)
    comma = participle.index + 1 - told
    date = analysis.tokens[max(comma - 1, 0)]
    if not told or analysis.tokens[comma].text != ",":
        return
    while date.nominal_type == "time" and analysis.tokens[date.head].nominal_type == "time" and date.head != ROOT:
        date = analysis.tokens[date.head]
    if date.nominal_type == "time" and participle.head != date.index and participle.head < comma:
        yield Arc(participle.index, date.index, "acl")


def city_of_seat(analysis: Analysis, based: Token) -> Iterator[Arc]:
    """Make a city before ", COUNTRY-based" the seat, and what is based there the noun that the parser took it for.

    It is owned by Norvik , Norway - based Fisk Lines .     Norvik <- owned , Lines <- Norvik
                                                      ->    Lines <- owned , Norvik <- based
    """
    body = analysis.tokens[based.head]
    for country in analysis.dependents(based.index, "obl"):
        city = analysis.tokens[max(country.index - 2, 0)]
        comma = analysis.tokens[max(country.index - 1, 0)].text == ","
        places = city.nominal_type == country.nominal_type == "place" and city.upos == "PROPN"
        if country.deprel != "obl:unmarked" or not comma or not places:
            continue
        yield Arc(city.index, based.index, "obl:unmarked")
        yield Arc(country.index, city.index, "nmod:unmarked")
        if body.head == city.index:
            yield Arc(body.index, city.head, city.deprel)
            yield from (Arc(case.index, body.index, "case") for case in analysis.dependents(city.index, "case"))


ATTACHMENT_SLIPS: Slips = {
    city_of_seat: "amod",
    apposition_of_kind: "appos conj",
    noun_before_participle: "VERB",
    noun_for_relative: "acl",
    relative_before_noun: "acl",
    participle_of_nearest: "acl",
    examples_of_plural: "nmod",
    description_for_recipient: "obj iobj",
    agent_for_modifier: "nmod",
    preposition_of_nearest: "obl nmod obj nsubj",
}
