"""Slips of the parser in coordinations: what a member of a list is joined to."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import NOUNS, Arc, Slips
from kg.wording import Lexicons

_ARGUMENTS = frozenset({"obj", "obl", "iobj"})


def last_of_list(analysis: Analysis, last: Token) -> Iterator[Arc]:
    """Give a list the member that closes it with "and", not a noun farther out.

    The lab sought germs in milk , eggs , and soups .     soups <- germs   ->   soups <- milk

    A list that nothing closes is none; "in Lund , Sweden , and" is a place with its country.
    """
    joined = [cc.index for cc in analysis.dependents(last.index, "cc") if cc.index < last.index]
    if last.deprel != "conj" or last.upos not in NOUNS or not joined or analysis.has_dependent(last.index, "case"):
        return
    if any(other.index < last.index for other in analysis.dependents(last.head, "conj")):
        return
    for index in sorted(i for i in analysis.below(last.head) if last.head < i < joined[0]):
        if analysis.tokens[index].nominal_type != analysis.tokens[last.head].nominal_type and _is_open(analysis, index):
            yield Arc(last.index, index, "conj")
            return


def _is_open(analysis: Analysis, first: int) -> bool:
    """Say whether a noun starts a list without "and"."""
    noun = analysis.tokens[first]
    members = [other for other in analysis.dependents(first, "conj") if other.upos in NOUNS]
    place = len(members) == 1 and "place" in {members[0].nominal_type, noun.nominal_type}
    closed = any(analysis.has_dependent(other.index, "cc") for other in members)
    return bool(members) and noun.upos in NOUNS and noun.deprel != "conj" and not closed and not place


def phrase_for_member(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Give a verb the phrase with a preposition that the parse joins to its object without a conjunction.

    Ruiz sued Oslo under the Trade and Ports Acts .     Acts <- Oslo as conj   ->   Acts <- sued as obl
    """
    above = analysis.tokens[noun.head]
    cases = [case for case in analysis.dependents(noun.index, "case") if case.xpos in {"IN", "TO"}]
    if noun.deprel != "conj" or noun.upos not in NOUNS or above.relation not in _ARGUMENTS or not cases:
        return
    before = analysis.tokens[cases[0].index - 1]
    joined = any(cc.index < cases[0].index for cc in analysis.dependents(noun.index, "cc"))
    if not joined and before.upos in NOUNS | {"NUM"} and cases[0].index < noun.index:
        yield Arc(noun.index, above.head, "obl")


def object_behind_second_verb(analysis: Analysis, thing: Token) -> Iterator[Arc]:
    """Give the second of two coordinated verbs the object behind it if the first has its own in between.

    Fisk tore down posters and painted the wall .     wall <- tore   ->   wall <- painted
    """
    if thing.deprel != "obj":
        return
    first = analysis.tokens[thing.head]
    for second in analysis.dependents(first.index, "conj"):
        behind = first.index < second.index < thing.index and second.upos == "VERB"
        own = any(other.index < second.index for other in analysis.dependents(first.index, "obj"))
        if behind and own and not analysis.has_dependent(second.index, "obj", "ccomp"):
            yield Arc(thing.index, second.index, "obj")
            return


def object_of_second_verb(analysis: Analysis, thing: Token) -> Iterator[Arc]:
    """Give the second of two coordinated verbs the noun right behind it that the parse joins to a noun before it.

    Fisk called it theft and promised tolls .     tolls <- theft as conj   ->   tolls <- promised as obj
    """
    first = min(analysis.below(thing.index))
    verb = analysis.tokens[first - 1]
    joined = thing.deprel == "conj" and thing.upos in NOUNS and thing.head < verb.index and first > 0
    second = verb.deprel == "conj" and verb.upos == "VERB" and verb.xpos != "VBG" and verb.head < thing.head
    plain = not analysis.has_dependent(thing.index, "cc", "case", "nsubj", "cop")
    if joined and second and plain and not analysis.has_dependent(verb.index, "obj", "ccomp", "xcomp"):
        yield Arc(thing.index, verb.index, "obj")


def finite_with_infinitive(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Join a finite verb without subject to the finite verb around, not to an infinitive.

    Fisk did not ask Oslo to act and calls on Riga to wait .     calls <- act as conj   ->   calls <- ask as conj
    """
    first = analysis.tokens[verb.head]
    if verb.deprel != "conj" or verb.xpos not in {"VBZ", "VBD"} or first.xpos != "VB":
        return
    infinitive = any(mark.text.lower() == "to" for mark in analysis.dependents(first.index, "mark"))
    if not infinitive or analysis.has_dependent(verb.index, "nsubj", "nsubj:pass", "aux", "expl"):
        return
    for index in analysis.above(first.index):
        above = analysis.tokens[index]
        if above.upos == "VERB" and analysis.has_dependent(index, "nsubj", "nsubj:pass"):
            yield Arc(verb.index, index, "conj")
            return


def late_subject_with_conjunction(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Give the second "subject" of a verb, behind the verb and an "and", to what it is joined to.

    It has many beds , and Ada Ruiz had paid .       Ruiz <- has    ->   Ruiz <- paid as subject
    It was backed by Ada Ruiz and Bo Lind .          Lind <- backed ->   Lind <- Ruiz as conj
    """
    if noun.relation != "nsubj" or noun.index < noun.head:
        return
    verb = noun.head
    if not any(subject.index < verb for subject in analysis.dependents(verb, "nsubj", "expl")):
        return
    first = min(analysis.below(noun.index))
    for clause in analysis.dependents(verb, "conj"):
        opened = any(cc.index in {first, first - 1} for cc in analysis.dependents(clause.index, "cc"))
        if clause.index > noun.index and opened and not analysis.has_dependent(clause.index, "nsubj"):
            yield Arc(noun.index, clause.index, "nsubj")
            return
    joined = [cc.index for cc in analysis.dependents(noun.index, "cc") if cc.index < noun.index]
    before = [t for t in analysis.dependents(verb, "obj", "obl", "iobj") if joined and verb < t.index < joined[0]]
    if before and before[-1].upos in NOUNS:
        yield Arc(noun.index, before[-1].index, "conj")


def other_name(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Make what stands between commas with "or" another name of the noun before it.

    The Harbour Trust , or HT , sold the pier .     HT <- Trust as conj     ->   HT <- Trust as appos
    It cut 90 jobs , or 9 % of all .                % <- jobs as conj       ->   % <- jobs as appos

    Source: Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), 15.2.2.2.
    """
    ors = [cc.index for cc in analysis.dependents(noun.index, "cc") if cc.text.lower() == "or" and cc.index > noun.head]
    share = noun.lemma.lower() in {"%", "percent"}
    if noun.deprel != "conj" or not (share or noun.upos == "PROPN") or not ors or analysis.word_at(ors[0] - 1) != ",":
        return
    behind = max(analysis.below(noun.index)) + 1
    set_off = share or "," in {analysis.word_at(behind - 1), analysis.word_at(behind)}
    lone = len(list(analysis.dependents(noun.head, "conj"))) == 1 and not analysis.has_dependent(noun.index, "case")
    if set_off and lone:
        yield Arc(noun.index, noun.head, "appos")
        yield from (Arc(index, noun.index, "dep") for index in ors)


def modifiers_for_object(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Make two bare nouns with "and" in front of an object parts of it.

    The storm forced gas and oil companies to close .     gas <- forced as obj   ->   gas <- companies as compound
    """
    if noun.relation not in {"obj", "iobj"} or noun.upos != "NOUN" or noun.head == ROOT:
        return
    bare = not any(part.upos in {"DET", "NUM"} or part.relation == "nmod" for part in analysis.dependents(noun.index))
    for other in analysis.dependents(noun.index, "conj"):
        alone = other.index == noun.index + 2 and other.upos == "NOUN"
        for behind in analysis.tokens[other.index + 1 : other.index + 2]:
            if bare and alone and (behind.deprel, behind.head, behind.upos) == ("obj", noun.head, "NOUN"):
                yield Arc(noun.index, behind.index, "compound")


def roles_of_one(analysis: Analysis, role: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make what stands before a name with "and" one description of it; a singular title in a list of two has its "the".

    Former governor and nominee Ada Ruiz left .     governor <- left   ->   nominee <- left , governor <- Ruiz
    The cup went to player and captain Bo Lind .    player <- went     ->   Lind <- went , player <- Lind

    Not of kin ("his wife and daughter Ada"), and not of two whose verb is a plural.
    """
    if role.relation in {"conj", "appos", "flat", "compound"} or not _is_role(role, lexicons):
        return
    others = [other for other in analysis.dependents(role.index, "conj") if other.index > role.index]
    found = _named_role(analysis, others, lexicons)
    if found is None or analysis.has_dependent(role.index, "appos", "flat") or _is_plural(analysis, role.head):
        return
    last, name = found
    yield Arc(last.index, role.head, role.deprel)
    yield from (
        Arc(other.index, name.index, "nmod:desc")
        for other in (role, *others)
        if other.index < name.index and other.index != last.index
    )
    yield from (Arc(case.index, last.index, "case") for case in analysis.dependents(role.index, "case"))


def _named_role(analysis: Analysis, others: list[Token], lexicons: Lexicons) -> tuple[Token, Token] | None:
    """Give the last word of a list and the name right behind its role: the role with its name, or the name itself."""
    for last in others:
        before = analysis.tokens[last.index - 1]
        joined = analysis.has_dependent(last.index, "cc") or analysis.has_dependent(before.index, "cc")
        if not joined or analysis.has_dependent(last.index, "case"):
            continue
        is_name = last.upos == "PROPN" and last.lemma.lower() not in lexicons.title_heads  # no "Lord Mayor"
        if is_name and _is_role(before, lexicons) and _is_bare_role(analysis, before):
            return last, last
        for name in analysis.dependents(last.index, "flat", "appos"):
            beside = name.index == last.index + 1 and name.upos == "PROPN" and name.nominal_type == "person"
            if beside and _is_role(last, lexicons) and _is_bare_role(analysis, last):
                return last, name
    return None


def _is_role(noun: Token, lexicons: Lexicons) -> bool:
    """Say whether a singular tells what somebody is, no kin of somebody."""
    lemma = noun.lemma.lower()
    if noun.xpos not in {"NN", "NNP"} or lemma in lexicons.kinship_of_noun:
        return False
    return lemma in lexicons.title_heads or (noun.nominal_type == "person" and noun.upos == "NOUN")


def _is_bare_role(analysis: Analysis, noun: Token) -> bool:
    return not analysis.has_dependent(noun.index, "det", "nmod:poss", "nummod")


def _is_plural(analysis: Analysis, head: int) -> bool:
    """Say whether the verb of a subject is a plural: "live", "were", "have left"."""
    if head == ROOT:
        return False
    parts = [analysis.tokens[head], *analysis.dependents(head, "aux", "aux:pass", "cop")]
    return any(part.xpos == "VBP" or part.text.lower() == "were" for part in parts)


LIST_SLIPS: Slips = {
    last_of_list: "conj",
    phrase_for_member: "conj",
    object_behind_second_verb: "obj",
    object_of_second_verb: "conj",
    finite_with_infinitive: "conj",
    late_subject_with_conjunction: "nsubj",
    other_name: "conj",
    modifiers_for_object: "obj iobj",
}
