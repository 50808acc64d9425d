"""What somebody or something is said to be by a noun that is no title."""

from collections.abc import Iterator

from kg.extract.frames import open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.extract.readings import Factuality
from kg.extract.slots import preposition
from kg.extract.titles import said_status
from kg.knowledge import Claim, Value

_LINKS = frozenset({"of", "in", "for", "to", "at", "on", "with"})
"""Prepositions by which a noun is related to a name: the owner of, the largest bank in, a threat to."""

_KINDS = frozenset({"person", "organization", "place", "work", "event", "product", "law", "misc"})
"""Types of names that a noun may relate to: all but peoples and demonyms."""


def described(
    grammar: Grammar, holder: int, noun: int, rule: str, reading: Factuality | None = None
) -> Iterator[Claim]:
    """Give what a noun says of its holder in the article's words, and what names it relates the holder to.

    Ilya Sorin , a banker                       ->  Ilya Sorin | be | "banker"
    Norvik is the largest bank in Ghana .       ->  Norvik | be | "largest bank in Ghana"
                                                    Norvik | be largest bank in | Ghana

    The words are a literal: a description is no node of its own. Kinship and the like say nothing without the other.
    """
    if is_relational(grammar, noun):
        return  # nobody is a child or a counterpart by himself: that is for the rules `kinship` and `counterpart`
    words_of = phrase(grammar.analysis, noun, grammar.names)
    if grammar.argument(holder).text in words_of.text:
        return  # Taiz is "the city of Taiz"
    reading = reading or grammar.reader.aside(noun)
    wording = Wording(rule, open_wording("be"), "be", noun, said_status(grammar, noun), confidence=0.6)
    words = words_of.name or words_of.text
    target = grammar.argument(noun) if noun in grammar.names else Value(_singular(grammar, noun, words))
    yield grammar.claim(wording, holder, target, reading)
    if noun not in grammar.names:
        yield from _related(grammar, holder, noun, reading)


def _related(grammar: Grammar, holder: int, noun: int, reading: Factuality) -> Iterator[Claim]:
    """Yield relations that a noun without a frame of its own makes: a beneficiary of, the largest bank in.

    Nothing if an adjective may make the noun untrue ("a former ally"), for a measure ("ten miles") or a word that names
    nothing by itself.
    """
    lemma = grammar.token(noun).lemma.lower()
    known = lemma in grammar.lexicons.frames_of_noun or lemma in grammar.lexicons.empty_lemmas
    if known or grammar.is_time(noun) or _is_doubtful(grammar, noun):
        return
    best = [token.text.lower() for token in grammar.analysis.dependents(noun, "amod") if token.xpos == "JJS"]
    kind = [token.text.lower() for token in grammar.analysis.dependents(noun, "compound") if token.upos == "NOUN"]
    for word, other in _others(grammar, noun):
        if other != holder and grammar.names[other].type in _KINDS:
            words = " ".join(["be", *best, *kind, lemma, word])
            wording = Wording("description", open_wording(words), words, noun, confidence=0.6)
            yield grammar.claim(wording, holder, other, reading)


def _is_doubtful(grammar: Grammar, noun: int) -> bool:
    """Say whether a modifier may keep the noun from being true without it, or counts it."""
    for token in grammar.analysis.dependents(noun, "amod", "compound", "advmod", "nummod"):
        word = token.text.lower()
        if (
            token.relation == "nummod"
            or word in grammar.lexicons.status_of_word
            or (word, "ADJ") in grammar.lexicons.modal_of_word
        ):
            return True
    return False


def _others(grammar: Grammar, noun: int) -> Iterator[tuple[str, int]]:
    """Yield the names that a noun is related to, each with its preposition; an owner has "of" if nothing else has."""
    words = [preposition(grammar.analysis, modifier.index) for modifier in grammar.analysis.dependents(noun, "nmod")]
    for modifier in grammar.analysis.dependents(noun, "nmod"):
        word = preposition(grammar.analysis, modifier.index)
        if modifier.index in grammar.names and modifier.index > noun and word in _LINKS:
            yield word, modifier.index
    for owner in grammar.analysis.dependents(noun, "nmod:poss"):
        if owner.index in grammar.names and "of" not in words:  # "Libya's provider of access" provides no Libya
            yield "of", owner.index


def is_relational(grammar: Grammar, noun: int) -> bool:
    """Say whether a noun is what somebody is to another alone: a child, a counterpart."""
    lemma = grammar.token(noun).lemma.lower()
    office = grammar.lexicons.office_of_title.get(lemma)
    is_post_of_another = office is not None and office.kind in {"counterpart", "predecessor"}
    return is_post_of_another or lemma in grammar.lexicons.kinship_of_noun


def _singular(grammar: Grammar, noun: int, words: str) -> str:
    """Say of each what a plural says of several: "Somali analysts" are a "Somali analyst" and another."""
    token = grammar.token(noun)
    if token.xpos != "NNS" or noun not in (plural for plural, _ in grammar.described):
        return words
    number = next(grammar.analysis.dependents(noun, "nummod"), None)
    counted = words if number is None else words.replace(f"{number.text} ", "", 1)
    return counted.replace(token.text, token.lemma)
