"""What somebody or something is said to be by a noun that is no title."""

from collections.abc import Iterator

from kg.document import ROOT, Span
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import phrase
from kg.extract.predicatives import LONGEST, clause_end
from kg.extract.readings import Factuality
from kg.extract.titles import said_status
from kg.extract.understood import SINGLING
from kg.knowledge import Argument, Claim, Value
from kg.mentions import is_within


def described(
    grammar: Grammar, holder: int, noun: int, rule: str, *, reading: Factuality | None = None, status: str = ""
) -> Iterator[Claim]:
    """Give what a noun says of its holder in the article's words.

    Ilya Sorin , a banker                       ->  Ilya Sorin | be | "banker"

    The words are a literal: a description is no node of its own. Kinship and the like say nothing without the other.
    """
    if is_relational(grammar, noun):
        return  # nobody is a child or a counterpart by himself: that is for the rules `kinship` and `counterpart`
    words_of = _worded(grammar, noun)
    if words_of is None:
        return
    if is_within(grammar.argument(holder).text, words_of.text):
        return  # Taiz is "the city of Taiz"; "Bad ideas are bad ideas"
    reading = reading or grammar.reader.aside(noun)
    wording = Wording(rule, open_wording("be"), "be", noun, status or said_status(grammar, noun), confidence=OPEN)
    words = words_of.name or words_of.text
    target = grammar.argument(noun) if noun in grammar.names else Value(_singular(grammar, noun, words))
    yield grammar.claim(wording, holder, target, reading)


def _worded(grammar: Grammar, noun: int) -> Argument | None:
    """Give the phrase of a noun, with the clause that says which or what for; None if that is too long.

    Taiwan was the first state in Asia to allow gay marriage .     ->  first state in Asia to allow gay marriage
    Fisk is the oldest skipper that Riga has licensed .            ->  oldest skipper that Riga has licensed
    Fisk is a candidate .                                          ->  nothing: for what?
    Mumps is one of several diseases that thin a herd .            ->  one of several diseases that thin a herd
    """
    analysis = grammar.analysis
    found = phrase(analysis, noun, grammar.names)
    text = found.name or found.text
    if noun in grammar.names:
        return found
    vague = grammar.lexicons.asking_forms | grammar.lexicons.vague_lemmas
    asks = text.lower() in vague or _unranked(grammar, text) in vague or _is_one_of_any(grammar, text)
    token = grammar.token(noun)
    one = text.removesuffix(token.text) + token.lemma if text.endswith(token.text) else text  # of "nominees"
    asks = asks or _unranked(grammar, one) in grammar.lexicons.asking_forms
    ranked = _is_ranked(grammar, noun)
    clause = max(_restrictions(grammar, noun, found.span.end, all_of_them=asks or ranked), default=None)
    if clause is None:
        return None if asks or (ranked and not _is_placed(grammar, noun)) else found
    start = next(
        word.index
        for word in analysis.tokens[analysis.sentence(noun).tokens.start :]
        if word.span.end > found.span.start
    )
    start += len(found.text.split()) - len(text.split())
    end = clause_end(grammar, clause)
    if end - start > LONGEST or end <= clause:
        return None
    span = analysis.chars(Span(start, end))
    return Argument(span, span.of(analysis.document.text), noun)


def _unranked(grammar: Grammar, text: str) -> str:
    """Give a phrase without the words in front that only rank it: "former staffer", "new owner"."""
    words = text.lower().split()
    while words and (words[0] in grammar.lexicons.status_of_word or words[0] in grammar.lexicons.pointing_lemmas):
        words = words[1:]
    return " ".join(words)


def _is_one_of_any(grammar: Grammar, text: str) -> bool:
    """Say whether a phrase is "one of" some things of which nothing is told: "one of several diseases"."""
    words = text.lower().split()
    return words[:2] == ["one", "of"] and grammar.lexicons.pointing_lemmas.issuperset(set(words[2:-1]) - {"the"})


def _restrictions(grammar: Grammar, noun: int, end: int, *, all_of_them: bool) -> Iterator[int]:
    """Yield the heads of what says behind a noun which one it is: without need only infinitives of its own.

    The parse may hang the infinitive on what the noun depends on: "making her the first woman to win".
    """
    analysis = grammar.analysis
    own = tuple(analysis.dependents(noun, "acl", "nmod"))
    around = () if grammar.token(noun).head == ROOT else analysis.dependents(grammar.token(noun).head, "acl", "xcomp")
    for word in (*own, *(around if all_of_them else ())):
        below = (analysis.tokens[index] for index in sorted(analysis.below(word.index)))
        first = next((part for part in below if part.upos != "PUNCT"), word)
        to = word.deprel in {"acl", "xcomp"} and first.text.lower() == "to"
        parted = analysis.tokens[first.index - 1].upos == "PUNCT"
        if first.span.start >= end and (to or (all_of_them and word in own and not parted)):
            yield word.index


def _is_ranked(grammar: Grammar, noun: int) -> bool:
    """Say whether a noun is singled out among others, so that it matters which: "first woman", "only ship"."""
    below = list(grammar.analysis.dependents(noun, "amod", "nummod"))
    below += [part for word in below for part in grammar.analysis.dependents(word.index, "advmod")]
    return any(word.xpos in {"JJS", "RBS"} or word.lemma.lower() in SINGLING for word in below)


def _is_placed(grammar: Grammar, noun: int) -> bool:
    """Say whether a noun that is singled out tells among which: "ninth month of the year", "Oslo's oldest inn"."""
    owners = grammar.analysis.dependents(noun, "nmod", "compound")
    named = any(word.index in grammar.names for word in grammar.analysis.dependents(noun, "amod"))  # "Australian state"
    return named or any(owner.upos != "PRON" for owner in owners)


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
