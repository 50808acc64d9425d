"""Which one a noun means that an article has told more of before: "the shooting" after "a shooting at a party"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.document import Analysis, Token
from kg.extract.phrases import specified
from kg.knowledge import Argument

_DEFINITE = frozenset({"the", "this", "that"})

SURE = 0.5
"""Probability from which the analyser's link is followed, that of the whole way for several."""

_SENTENCES = 5
"""Sentences that a noun without a link looks back; of 42 such nouns those that went wrong mostly looked further."""

_COMMON = frozenset({"NN", "NNS"})
_TELLING = ("acl", "amod", "compound", "nmod", "nmod:poss")


def with_fuller(analysis: Analysis, found: Argument, argument: Callable[[int], Argument]) -> Argument:
    """Give a definite noun phrase with what an earlier mention of the same thing calls it.

    Police report a shooting at a party in Riga . The shooting hurt four .    ->  shooting at a party in Riga
    Riga heard the old union and a new one .      The union left .            ->  union: which?

    It is the mention that the analyser links it with, where that has the same noun and says more; without a link the
    only one that says more.

    Args:
        analysis: the article.
        found: the phrase; one that is not definite, or not a common noun, stays as it is.
        argument: gives the argument that a token heads.
    """
    noun = analysis.tokens[found.head]
    determiners = {word.lemma.lower() for word in analysis.dependents(noun.index, "det")}
    if noun.upos != "NOUN" or noun.xpos not in _COMMON or not determiners & _DEFINITE:
        return found
    own = (found.name or found.text).lower().split()
    if own[-1] != noun.text.lower() or analysis.has_dependent(noun.index, "nmod:poss", "acl", "nmod"):
        return found
    for earlier in _earlier(analysis, noun):
        name = _name(analysis, argument(earlier.index))
        if set(own) < set(name.lower().split()):
            return replace(found, fuller=name)
    return found


def _name(analysis: Analysis, earlier: Argument) -> str:
    told = specified(analysis, earlier, earlier.head)
    return told.name or told.text


def _earlier(analysis: Analysis, noun: Token) -> Iterator[Token]:
    """Yield the earlier mentions of a noun by the analyser's links, the nearest first, else the only one near."""
    link, likely = analysis.coreference_of.get(noun.index), 1.0
    if link is None or link.score < SURE:
        before = list(_near(analysis, noun))
        yield from before if len(before) == 1 else ()
    while link is not None and (likely := likely * link.score) >= SURE:
        mention = analysis.tokens[link.antecedent]
        if _is_same(mention, noun):
            yield mention
        link = analysis.coreference_of.get(mention.index)


def _near(analysis: Analysis, noun: Token) -> Iterator[Token]:
    """Yield the same noun with more words in the same sentence and those before."""
    sentence = max(0, analysis.sentence_of[noun.index] - _SENTENCES)
    for token in analysis.tokens[analysis.sentences[sentence].tokens.start : noun.index]:
        if _is_same(token, noun) and analysis.has_dependent(token.index, *_TELLING):
            yield token


def _is_same(mention: Token, noun: Token) -> bool:
    return mention.lemma.lower() == noun.lemma.lower() and mention.xpos == noun.xpos
