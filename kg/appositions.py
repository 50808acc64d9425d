"""Names and the descriptions that stand beside them.

the harbour master , Ilya Sorin      master <- appos - Sorin        the description stands for the name
the insurer Baltaris                 insurer is in front of the name, without a comma
"""

from collections.abc import Iterator

from kg.document import Analysis, Mention, Token
from kg.wording import Lexicons

_THINGS = frozenset({"abstract", "event", "time"})
"""Nominal types of what no person is; an object or a place may be what was mistaken for a person's name ("MV Ada")."""

_LONGEST_PHRASE = 4
"""Words of a phrase that says what somebody is called ("by the name of")."""

_PROPER = frozenset({"person", "organization", "place"})


def descriptions(analysis: Analysis, names: dict[int, Mention], lexicons: Lexicons) -> dict[int, int]:
    """Give, for the head noun of a description, a token of the name that it describes.

    A capitalised title counts as a noun: "UK Minister for Latin America, Baroness Chapman"; the city of Taiz is Taiz.
    """
    found: dict[int, int] = {}
    for token in analysis.tokens:
        is_title = token.upos == "PROPN" and token.lemma.lower() in lexicons.title_heads
        if token.index in names or not (token.upos == "NOUN" or is_title):
            continue
        name = _described(analysis, token.index, names)
        if name is not None and names[name].type == "person" and _is_thing(analysis, token, name, lexicons):
            name = None
        if name is None:
            name = _shared(analysis, token, names) or _called(analysis, token.index, names, lexicons)
        if name is None and token.lemma.lower() in lexicons.appositive_lemmas:
            name = _place_of(analysis, token.index, names)
        if name is not None:
            found[token.index] = name
    for token in analysis.tokens if found else ():
        if token.upos == "NOUN" and token.index not in found and token.index not in names:
            found.update((token.index, name) for name in _chained(analysis, token.index, found))
    return found


def _chained(analysis: Analysis, noun: int, found: dict[int, int]) -> Iterator[int]:
    """Yield the name of a description of a description: "her husband, the architect Jules Ferrand"."""
    for dependent in analysis.dependents(noun, "appos", "nmod"):
        bare = dependent.relation == "appos" or not analysis.has_dependent(dependent.index, "case")
        if bare and dependent.index in found and dependent.index > noun and analysis.tokens[noun].xpos != "NNS":
            yield found[dependent.index]
            return


def naming_phrase(analysis: Analysis, name: int, lexicons: Lexicons) -> tuple[int, str] | None:
    """Give the token before a phrase that says what somebody is called, and the phrase's kind, None without one.

    a teenager named Rafi , Ilya Sorin , also known as Grey Wolf     "teenager", name; Sorin's comma is passed over

    Args:
        analysis: the article.
        name: first token of the name behind the phrase; a quotation mark may stand before it.
        lexicons: the phrases.
    """
    tokens = analysis.tokens
    end = name - 1 if name and tokens[name - 1].upos == "PUNCT" and tokens[name - 1].text not in {",", "("} else name
    before = tuple(token.text.lower() for token in tokens[max(end - _LONGEST_PHRASE, 0) : end])
    for length in range(len(before), 0, -1):
        start = end - length
        kind = lexicons.kind_of_naming.get(before[-length:])
        if start > 0 and kind is not None:
            is_aside = tokens[start - 1].text in {",", "("}
            return start - 1 - is_aside, kind
    return None


def _called(analysis: Analysis, noun: int, names: dict[int, Mention], lexicons: Lexicons) -> int | None:
    """Give the name of somebody or something that a noun with "a" opens: "a teenager named Rafi"."""
    if not any(word.text.lower() in {"a", "an"} for word in analysis.dependents(noun, "det")):
        return None
    for first in range(noun + 2, min(noun + _LONGEST_PHRASE + 4, len(analysis.tokens))):
        if first in names and names[first].tokens.start == first and first - 1 not in names:
            found = naming_phrase(analysis, first, lexicons)
            fits = _may_be_called(analysis.tokens[noun], names[first])
            return names[first].head if fits and found is not None and found[0] == noun else None
    return None


def _may_be_called(noun: Token, name: Mention) -> bool:
    """Say whether a noun and a name denote the same kind of thing: no freighter is the place Victoria."""
    return name.type not in _PROPER or noun.nominal_type in {"", name.type}


def _described(analysis: Analysis, noun: int, names: dict[int, Mention]) -> int | None:
    if analysis.tokens[noun].xpos == "NNS":
        counted = {word.lemma.lower() for word in analysis.dependents(noun, "nummod")}
        if "one" not in counted:  # "one of the founders" is one
            return _team(analysis, noun, names)
    is_joined = analysis.tokens[noun + 1 : noun + 2] and analysis.tokens[noun + 1].upos == "CCONJ"
    for dependent in analysis.dependents(
        noun, "appos", *(["flat"] if is_joined else [])
    ):  # "chairman and CEO Ann Reed"
        spells = _is_proper(dependent.index, names) and _spells(analysis, names[dependent.index], names)
        if _is_proper(dependent.index, names) and not spells and not _has_case(analysis, dependent.index):
            return names[dependent.index].head
    token = analysis.tokens[noun]
    beside = token.relation in {"appos", "nmod:desc"} and not _has_case(analysis, noun)
    if beside and _is_proper(token.head, names):
        return names[token.head].head
    after = noun + 1
    if _is_proper(after, names) and names[after].tokens.start == after and _same_phrase(analysis, noun, after):
        return names[after].head
    return None


def _shared(analysis: Analysis, noun: Token, names: dict[int, Mention]) -> int | None:
    """Give the name behind the second of two descriptions: "the founder and chairman , Jussi Lahti"."""
    first = analysis.tokens[noun.head]
    if noun.relation != "conj" or noun.xpos != "NN" or analysis.has_dependent(noun.index, "det", "nmod:poss"):
        return None
    for name in analysis.dependents(first.index, "appos"):
        beside = range(noun.index + 1, noun.index + 3)
        if name.index in names and names[name.index].type == "person" and names[name.index].tokens.start in beside:
            return names[name.index].head
    return None


def _team(analysis: Analysis, noun: int, names: dict[int, Mention]) -> int | None:
    """Give the one body behind a plural for what it is: "holders Ajax", not "rivals Ajax and Porto"."""
    after = noun + 1
    if not _is_proper(after, names) or names[after].tokens.start != after or not _same_phrase(analysis, noun, after):
        return None
    name = names[after]
    several = any(analysis.has_dependent(i, "conj") for i in (noun, *range(after, name.tokens.end)))
    return None if several else name.head


def _is_thing(analysis: Analysis, noun: Token, name: int, lexicons: Lexicons) -> bool:
    """Say whether a noun apart from a person's name is no person, so that the parse errs: "gave Fisk, 54, a medal"."""
    lemma = noun.lemma.lower()
    related = any("is" in frame.subject for frame in lexicons.frames_of_noun.get(lemma, ()))
    known = related or lemma in lexicons.title_heads or lemma in lexicons.kinship_of_noun
    beside = any(token.text == "," for token in analysis.tokens[min(noun.index, name) : max(noun.index, name)])
    thing = noun.nominal_type in _THINGS and lexicons.class_of_noun.get(lemma) != "Person"
    return beside and thing and not known


def _has_case(analysis: Analysis, index: int) -> bool:
    """Say whether a nominal has a preposition of its own, so that the parse errs: "the carrier with a device"."""
    cases = analysis.dependents(index, "case")
    return any(case.index < index and case.text not in {"'s", "’s"} for case in cases)


def _spells(analysis: Analysis, name: Mention, names: dict[int, Mention]) -> bool:
    """Say whether a name in brackets stands behind another that it spells: "a coalition against Islamic State (IS)"."""
    before = name.tokens.start - 1
    return before > 0 and analysis.tokens[before].text == "(" and before - 1 in names


def _place_of(analysis: Analysis, noun: int, names: dict[int, Mention]) -> int | None:
    """Give the place that "of" names: the city of Taiz, not a suburb of Damascus or two provinces of Peru."""
    definite = any(word.lemma.lower() == "the" for word in analysis.dependents(noun, "det"))
    if not definite or analysis.tokens[noun].xpos == "NNS":
        return None
    for dependent in analysis.dependents(noun, "nmod"):
        of = any(case.lemma.lower() == "of" for case in analysis.dependents(dependent.index, "case"))
        if of and dependent.index in names and names[dependent.index].type == "place":
            return names[dependent.index].head
    return None


def _is_proper(index: int, names: dict[int, Mention]) -> bool:
    return index in names and names[index].type in _PROPER


def _same_phrase(analysis: Analysis, noun: int, name: int) -> bool:
    """Say whether a noun and the name after it hang together ("the insurer Baltaris")."""
    noun_head, name_head = analysis.tokens[noun].head, analysis.tokens[name].head
    joined = {"compound", "flat", "appos", "nmod:desc", "nmod", "dep"}
    if noun_head == name_head and analysis.tokens[name].deprel in joined:
        return True  # "the son of judge Nihal Wickrama": both hang on "son"
    twice = analysis.tokens[noun].deprel == analysis.tokens[name].deprel
    if noun_head == name_head and twice and analysis.tokens[name].deprel in {"nsubj", "obj"}:
        return True  # no verb has two subjects or two objects of one kind side by side
    if noun_head == name_head and twice and analysis.tokens[name].deprel == "conj":
        return not analysis.has_dependent(name, "cc")  # "... or musician Steven Tyler"
    if noun_head == name and analysis.tokens[noun].relation in joined:
        return True
    return name_head == noun and analysis.tokens[name].deprel in joined
