"""What somebody or something is said to be by a noun that is no title."""

from collections.abc import Iterator

from kg.document import Span
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.extract.readings import Factuality
from kg.extract.titles import said_status
from kg.knowledge import Argument, Claim, Value


def described(
    grammar: Grammar, holder: int, noun: int, rule: str, *, reading: Factuality | None = None, status: str = ""
) -> Iterator[Claim]:
    """Give what a noun says of its holder in the article's words.

    Ilya Sorin , a banker                       ->  Ilya Sorin | be | "banker"

    The words are a literal: a description is no node of its own. Kinship and the like say nothing without the other.
    """
    if is_relational(grammar, noun):
        return  # nobody is a child or a counterpart by himself: that is for the rules `kinship` and `counterpart`
    words_of = _with_deed(grammar, noun)
    if words_of is None:
        return
    if grammar.argument(holder).text.casefold() in words_of.text.casefold():
        return  # Taiz is "the city of Taiz"; "Bad ideas are bad ideas"
    reading = reading or grammar.reader.aside(noun)
    wording = Wording(rule, open_wording("be"), "be", noun, status or said_status(grammar, noun), confidence=OPEN)
    words = words_of.name or words_of.text
    target = grammar.argument(noun) if noun in grammar.names else Value(_singular(grammar, noun, words))
    yield grammar.claim(wording, holder, target, reading)


def _with_deed(grammar: Grammar, noun: int) -> Argument | None:
    """Give the phrase of a noun, with the infinitive that says which or what for; None if that is too long.

    Taiwan was the first state in Asia to allow gay marriage .     ->  first state in Asia to allow gay marriage
    """
    analysis = grammar.analysis
    found = phrase(analysis, noun, grammar.names)
    deeds = [word for word in analysis.dependents(noun, "acl") if word.index > noun and word.deprel == "acl"]
    to = [deed for deed in deeds if any(mark.text == "to" for mark in analysis.dependents(deed.index, "mark"))]
    if not to:
        return found
    below = sorted(analysis.below(to[0].index))
    commas = (index for index in below if analysis.tokens[index].text == "," or analysis.tokens[index].upos == "CCONJ")
    end = next(commas, below[-1] + 1)
    first = next(word.index for word in analysis.tokens if word.span.end > found.span.start)
    start = first + len(found.text.split()) - len((found.name or found.text).split())
    if end - start > _LONGEST_DEED:
        return None
    span = analysis.chars(Span(start, end))
    return Argument(span, span.of(analysis.document.text), noun)


_LONGEST_DEED = 14
"""Words of a description with an infinitive; a phrase of ten and a verb with an object."""


def is_relational(grammar: Grammar, noun: int) -> bool:
    """Say whether a noun is what somebody is to another alone: a child, a counterpart."""
    lemma = grammar.token(noun).lemma.lower()
    office = grammar.lexicons.office_of_title.get(lemma)
    is_post_of_another = office is not None and office.kind in {"counterpart", "predecessor"}
    return is_post_of_another or lemma in grammar.lexicons.kinship_of_noun


def _singular(grammar: Grammar, noun: int, words: str) -> str:
    """Say of each what a plural says of several: "Somali analysts" are a "Somali analyst" and another."""
    token = grammar.token(noun)
    one_of = words.lower().startswith("one of ")
    if token.xpos != "NNS" or one_of or noun not in (plural for plural, _ in grammar.described):
        return words
    counted = words
    for word in grammar.analysis.dependents(noun, "nummod", "amod"):
        if word.relation == "nummod" or word.lemma.lower() == "other":
            number = Span(min(grammar.analysis.below(word.index)), word.index + 1)  # "more than 60"
            counted = counted.replace(f"{grammar.analysis.words(number)} ", "", 1)
    return counted.replace(token.text, token.lemma)
