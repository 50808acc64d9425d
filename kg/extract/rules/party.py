"""Who belongs to which party."""

import re
from collections.abc import Iterator

from kg.document import Mention, Span
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.readings import Factuality
from kg.knowledge import Argument, Claim, PredicateId

_STATE = r"[A-Z][\w.]*\.(?=[),])|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[),.])"
"""A state, abbreviated or not: "Minn.", "New York"."""

_CONSTITUENCY = re.compile(rf"^(?:\s?\(|,\s)(?P<party>[DRI])[-–](?P<state>{_STATE})")
_MEMBER = PredicateId("kg:memberOfParty")


def party(grammar: Grammar) -> Iterator[Claim]:
    """Claims of words for the members of parties.

    Sen. Peter Welch , a Democrat           ->  Peter Welch | kg:memberOfParty | Democratic Party
    Republican senator Ann Reed             ->  Ann Reed | kg:memberOfParty | Republican Party
    Trump is a Republican .                 ->  Trump | kg:memberOfParty | Republican Party
    """
    last_words = {words.split()[-1] for words in grammar.lexicons.party_of_word}
    for token in grammar.analysis.tokens:
        if token.text not in last_words or len(token.text) == 1:
            continue
        if not grammar.lexicons.party_of_word.get(_words(grammar, token.index)):
            continue
        for holder, factuality in _members(grammar, token.index):
            if grammar.class_of(holder) == "Person":
                wording = Wording("party", _MEMBER, "be member of", token.index, confidence=TYPED)
                name = grammar.lexicons.party_of_word[_words(grammar, token.index)]
                target = Argument(token.span, token.text, token.index, name=name, type="Party")
                yield grammar.claim(wording, holder, target, factuality)


def _words(grammar: Grammar, word: int) -> str:
    """Give a word with the one before it if the two are in the table: a Liberal Democrat is no Democrat."""
    both = f"{grammar.token(word - 1).text} {grammar.token(word).text}" if word else ""
    return both if both in grammar.lexicons.party_of_word else grammar.token(word).text


def _members(grammar: Grammar, word: int) -> Iterator[tuple[int, Factuality]]:
    """Yield of whom a party word is said: the name beside it or its title, the subject of its copula."""
    token, aside = grammar.token(word), grammar.reader.aside(word)
    clause = grammar.clauses.get(word)
    if clause is not None and clause.kind == "copula":
        for subject in clause.surface:
            if (factuality := grammar.read(clause, subject)) is not None:
                yield subject.head, factuality
        return
    if token.relation in {"appos", "nmod", "amod", "compound"} and token.deprel != "nmod:poss":
        named = [name for noun, name in grammar.described if noun == token.head and grammar.is_title(noun)]
        named += [token.head] if grammar.names_person(token.head) else []
        yield from ((name, aside) for name in named)


def constituency(grammar: Grammar) -> Iterator[Claim]:
    """Claims of the American convention for party and state.

    Sen. Peter Welch (D-Vermont) spoke .    ->  Welch | kg:memberOfParty | Democratic Party
                                                Welch | kg:represents | Vermont
    Sen. Peter Welch , D-Vt. , spoke .          likewise, as the Associated Press writes it
    """
    for mention in grammar.mentions:
        if mention.type == "person":
            yield from _bracketed(grammar, mention)


def _bracketed(grammar: Grammar, mention: Mention) -> Iterator[Claim]:
    text, end = grammar.analysis.document.text, grammar.analysis.chars(mention.tokens).end
    found = _CONSTITUENCY.match(text[end : end + 40])
    if found is None:
        return
    factuality = grammar.reader.aside(mention.head)
    group, state = (Span(end + found.start(part), end + found.end(part)) for part in ("party", "state"))
    name = grammar.lexicons.party_of_word.get(group.of(text))  # none for the I of an independent
    if name:
        wording = Wording("constituency", _MEMBER, "be member of", mention.head, confidence=TYPED)
        target = Argument(group, group.of(text), mention.tokens.end, name=name, type="Party")
        yield grammar.claim(wording, mention.head, target, factuality)
    wording = Wording("constituency", PredicateId("kg:represents"), "represent", mention.head, confidence=TYPED)
    place = Argument(state, state.of(text), mention.tokens.end, type="Place")
    yield grammar.claim(wording, mention.head, place, factuality)
