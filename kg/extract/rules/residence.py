"""Compounds and parentheses that say where somebody is from."""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.extract.frames import TYPED, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.knowledge import Argument, Claim, PredicateId, Value

_SUFFIXES = {"based": PredicateId("kg:basedIn"), "born": PredicateId("kg:bornIn")}
_CONSTITUENCY = re.compile(r"^\s?\((?P<party>[DRI])[-–](?P<state>[A-Z][\w. ]+)\)")


def based(grammar: Grammar) -> Iterator[Claim]:
    """Claims of "X-based" and "X-born".

    a London - based analyst                ->  analyst | kg:basedIn | London
    """
    tokens = grammar.analysis.tokens
    for token in tokens[2:]:
        predicate = _SUFFIXES.get(token.text.lower())
        place = grammar.names.get(token.index - 2)
        if predicate is None or place is None or tokens[token.index - 1].text not in {"-", "–"}:
            continue
        noun = token.head if token.relation in {"amod", "acl", "compound"} else -1
        factuality = grammar.reader.of_token(token.index)
        if noun < 0 or factuality is None:
            continue
        wording = Wording("based", predicate, f"be {token.text.lower()} in", token.index, confidence=TYPED)
        yield grammar.claim(wording, noun, place.head, factuality)


def constituency(grammar: Grammar) -> Iterator[Claim]:
    """Claims of the American convention for party and state.

    Sen. Peter Welch (D-Vermont) spoke .    ->  Welch | kg:memberOf | D; Welch | kg:represents | Vermont
    """
    text = grammar.analysis.document.text
    for mention in dict.fromkeys(grammar.names.values()):
        if mention.type != "person":
            continue
        end = grammar.analysis.chars(mention.tokens).end
        found = _CONSTITUENCY.match(text[end : end + 40])
        factuality = grammar.reader.of_token(mention.head)
        if found is None or factuality is None:
            continue
        for group, predicate, kind in (("party", "kg:memberOf", "Party"), ("state", "kg:represents", "Place")):
            span = Span(end + found.start(group), end + found.end(group))
            target = Argument(span, span.of(text), mention.tokens.end, type=kind)
            lemma = "be member of" if group == "party" else "represent"
            wording = Wording("constituency", PredicateId(predicate), lemma, mention.head, confidence=TYPED)
            yield grammar.claim(wording, mention.head, target, factuality)


def age(grammar: Grammar) -> Iterator[Claim]:
    """Claims of an age between commas.

    Harri Lehtonen , 61 , announced the launch .    ->  Lehtonen | age | 61
    """
    tokens = grammar.analysis.tokens
    for mention in dict.fromkeys(grammar.names.values()):
        index = mention.tokens.end
        if mention.type != "person" or index + 1 >= len(tokens):
            continue
        number = tokens[index + 1]
        closed = index + 2 < len(tokens) and tokens[index + 2].text in {",", ".", "and", ")"}
        if (
            tokens[index].text not in {",", "("}
            or not number.text.isdecimal()
            or not closed
            or not 0 < int(number.text) < 120
        ):
            continue
        factuality = grammar.reader.of_token(mention.head)
        if factuality is not None:
            wording = Wording("age", open_wording("age"), "be aged", mention.head, confidence=TYPED)
            yield grammar.claim(wording, mention.head, Value(number.text, "xsd:integer"), factuality)
