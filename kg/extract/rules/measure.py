"""What something costs, is worth or measures."""

from collections.abc import Iterator
from itertools import product

from kg.document import Span, Token
from kg.extract.clause import Clause
from kg.extract.frames import OPEN, open_wording, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import words
from kg.extract.readings import Factuality
from kg.extract.slots import Filler
from kg.knowledge import Claim, PredicateId, Value

_TRADE = frozenset(PredicateId(f"kg:{name}") for name in ("acquires", "buys", "sells"))
"""Predicates of verbs whose object is to be had for the money after "for"."""


def measure(grammar: Grammar) -> Iterator[Claim]:
    """Claims of something with an amount of money or a length, as a quantity.

    The fund is worth 3 billion dollars .           ->  fund | be worth | "3 billion dollars"
    a contract worth $ 5 million                    ->  contract | be worth | "$5 million"
    The tower is 300 metres tall .                  ->  tower | be | "300 metres tall"
    Telia will purchase Norrvik for $ 39 billion .  ->  Norrvik | sell for | "$39 billion"

    How old somebody is belongs to the rule `age`.
    """
    for token in grammar.analysis.tokens:
        if token.lemma.lower() == "worth" and token.upos in {"ADJ", "ADP"}:
            yield from _worth(grammar, token)
    for clause in grammar.clauses.values():
        if clause.kind == "verb":
            yield from _sold(grammar, clause)
        elif grammar.token(clause.head).upos == "ADJ" and grammar.token(clause.head).lemma.lower() != "old":
            yield from _measured(grammar, clause)


def _worth(grammar: Grammar, worth: Token) -> Iterator[Claim]:
    amount = next((a for a in grammar.analysis.dependents(worth.index) if _is_quantity(grammar, a.index)), None)
    if amount is None or amount.index < worth.index:
        return
    wording = Wording("measure", open_wording("be worth"), "be worth", worth.index, confidence=OPEN)
    for holder, factuality in _holders(grammar, worth):
        if factuality is not None:
            yield grammar.claim(wording, holder.head, _value(grammar, amount.index, amount.index), factuality)


def _holders(grammar: Grammar, word: Token) -> Iterator[tuple[Filler, Factuality | None]]:
    clause = grammar.clauses.get(word.index)
    if clause is not None:
        yield from ((subject, grammar.read(clause, subject)) for subject in clause.surface)
    elif word.relation in {"amod", "acl"}:
        yield Filler(word.head), grammar.reader.aside(word.head)


def _measured(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Yield what is measured: "300 metres tall", not compared with anything."""
    adjective = grammar.token(clause.head)
    extent = [word for word in grammar.analysis.dependents(adjective.index, "obl") if word.deprel == "obl:unmarked"]
    if adjective.xpos != "JJ" or not extent or not _is_quantity(grammar, extent[0].index):
        return
    if extent[0].index != adjective.index - 1:
        return
    wording = Wording("measure", open_wording("be"), "be", adjective.index, confidence=OPEN)
    for subject in clause.surface:
        factuality = grammar.read(clause, subject)
        if factuality is not None:
            value = _value(grammar, extent[0].index, adjective.index)
            yield grammar.claim(wording, subject.head, value, factuality, clause)


def _sold(grammar: Grammar, clause: Clause) -> Iterator[Claim]:
    """Yield what a deal costs: the object of buying or selling with the money after "for"."""
    prices = [o.filler for o in clause.obliques if o.preposition == "for" and _is_money(grammar, o.filler.head)]
    for thing, price in product(() if clause.passive and not clause.subjects else clause.objects, prices):
        ends = (clause.subjects[0].head if clause.subjects else thing.head, thing.head)
        found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), ends)
        factuality = grammar.read(clause, thing)
        if found is not None and found[0] in _TRADE and factuality is not None:
            wording = Wording("measure", open_wording("sell for"), "sell for", clause.head, confidence=OPEN)
            yield grammar.claim(wording, thing.head, _value(grammar, price.head, price.head), factuality, clause)


def _is_quantity(grammar: Grammar, head: int) -> bool:
    token = grammar.token(head)
    counted = grammar.analysis.has_dependent(head, "nummod")
    return counted or token.upos in {"NUM", "SYM"} or grammar.mention_types.get(head) == "quantity"


def _is_money(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal is an amount with the sign or name of a currency."""
    token = grammar.token(head)
    named = token.lemma.lower() in grammar.lexicons.currency_lemmas and _is_quantity(grammar, head)
    return token.xpos == "$" or named


def _value(grammar: Grammar, head: int, last: int) -> Value:
    """Give a quantity with its number and what modifies that, to the last token."""
    inside = [head, *(word.index for word in grammar.analysis.dependents(head, "nummod", "compound", "advmod", "amod"))]
    inside += [word.index for index in inside[1:] for word in grammar.analysis.dependents(index, "compound", "advmod")]
    end = max(*inside, last) + 1
    while end < len(grammar.analysis.tokens) and grammar.mention_types.get(end) == "quantity":
        end += 1
    return Value(words(grammar.analysis, Span(min(inside), end)).rstrip(" ."), "kg:quantity")
