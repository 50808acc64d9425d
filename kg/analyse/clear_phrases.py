"""Phrases of a CLEAR tree turned into UD: conjuncts, prepositions, numbers, names."""

import re

from kg.analyse.arcs import Row, Tree
from kg.analyse.clear_words import ADPOSITIONS, FIXED, is_bare, is_nominal
from kg.analyse.date_words import MONTH_NAME
from kg.document import ROOT, Span

_CLAUSAL = frozenset({"VERB", "AUX"})
_OBLIQUE = frozenset({"prep", "dative", "advmod", "mark", "amod", "dep", "prt", "quantmod", "npadvmod", "cc"})
_SEPARATORS = frozenset({",", ";"})
_FREE_RELATIVES = frozenset({"what", "whatever", "whoever"})
_ARGUMENTS = frozenset({"attr", "dobj", "nsubj", "nsubjpass"})
_MONTH = re.compile(MONTH_NAME, re.IGNORECASE)
_DAY_DIGITS = 2
_OPENERS = frozenset(words[0] for words in FIXED)


def coordinate(tree: Tree) -> None:
    """Hang all conjuncts on the first, and conjunction and comma on the conjunct after them.

    France , Italy and Spain      Italy ←conj France, Spain ←conj Italy, and ←cc Italy
                              ->  Italy ←conj France, Spain ←conj France, and ←cc Spain
    """
    for index in range(len(tree)):
        if tree[index].deprel in {"cc", "punct"}:
            _hang_on_next(tree, index)
    for index in range(len(tree)):
        head = tree[index].head
        while tree[index].deprel == "conj" and head != ROOT and tree[head].deprel == "conj":
            head = tree[head].head
        if head not in (tree[index].head, ROOT):
            tree.attach(index, head, "conj")


def _hang_on_next(tree: Tree, index: int) -> None:
    """Hang a conjunction or comma on the conjunct that it introduces, if it does."""
    row = tree[index]
    if row.head == ROOT or (row.deprel == "punct" and row.form not in _SEPARATORS):
        return
    for after in tree.children(row.head):
        if after <= index or tree[after].deprel in {"punct", "cc", "preconj"}:
            continue
        if tree[after].deprel == "conj":
            tree.attach(index, after, row.deprel)
            return
        if row.deprel == "punct":
            return


def turn_purposes(tree: Tree) -> None:
    """Make "in order to" one mark.

    left in order to win      in ←prep left, order ←pobj in, win ←acl order
                          ->  in ←mark win, order ←fixed in, win ←advcl left
    """
    for index in range(len(tree)):
        above = tree.head_of(index)
        if tree[index].lower != "order" or above is None or above.lower != "in" or above.head == ROOT:
            continue
        for purpose in tree.children(index, "acl")[:1]:
            opener = tree[index].head
            tree.attach(purpose, above.head, "advcl")
            tree.attach(opener, purpose, "mark")
            tree.relabel(index, "fixed")


def turn_free_relatives(tree: Tree) -> None:
    """Make "what" the head of a clause that stands for a thing.

    warned of what they did      did ←pcomp of, what ←dobj did  ->  what ←pobj of, did ←relcl what
    """
    roles = {"pcomp": "pobj", "csubj": "nsubj", "csubjpass": "nsubjpass"}
    for index in range(len(tree)):
        clause = tree[index].head
        if tree[index].lower not in _FREE_RELATIVES or tree[index].deprel not in _ARGUMENTS or clause == ROOT:
            continue
        row = tree[clause]
        if row.deprel in roles and tree.children(clause)[0] == index:
            tree.attach(index, row.head, roles[row.deprel])
            tree.attach(clause, index, "relcl")


def turn_prepositions(tree: Tree) -> None:
    """Hang prepositions on what they govern, inner ones first: `case` on a nominal, `mark` on a clause.

    talks with Iran after leaving Rome      with ←prep talks, Iran ←pobj with, after ←prep …, leaving ←pcomp after
                                        ->  Iran ←nmod talks, with ←case Iran, leaving ←acl talks, after ←mark leaving
    """
    for index in tree.deepest_first():
        governed = _governed(tree, index)
        if governed is None:
            continue
        is_clause = tree[governed].deprel == "pcomp" and tree[governed].upos in _CLAUSAL
        role = _role(tree, index, is_clause)
        for particle in tree.children(index, "prep", "pcomp"):
            if particle != governed and is_bare(tree, particle):
                tree.relabel(particle, "case")
        tree.promote(governed, role, "mark" if is_clause else "case")
        for further in tree.children(governed, "prep"):
            if not is_bare(tree, further):
                tree.relabel(further, "obl" if is_clause else "nmod")


def _governed(tree: Tree, index: int) -> int | None:
    """Give what a preposition governs: its object, its clause, else the phrase or word after it ("from behind it")."""
    row = tree[index]
    if row.upos not in ADPOSITIONS and row.deprel not in {"prep", "agent", "dative"}:
        return None
    found = tree.children(index, "pobj")
    found = found or [child for child in tree.children(index, "pcomp") if not is_bare(tree, child)]
    if not found and row.deprel in {"prep", "pobj", "pcomp", "conj"}:
        after = [child for child in tree.children(index, "prep", "amod", "advmod") if child > index]
        found = [child for child in after if not is_bare(tree, child)]
    return found[0] if found else None


def _role(tree: Tree, index: int, is_clause: bool) -> str:
    """Give the relation of a prepositional phrase to the head of its preposition."""
    relation = tree[index].deprel
    if relation == "agent":
        return "advcl" if is_clause else "obl:agent"
    head = tree[index].head
    if relation not in _OBLIQUE or head == ROOT:
        return relation
    if _is_preposition(tree[head]):
        return "pcomp" if is_clause else "prep"
    if is_clause:
        return "acl" if is_nominal(tree, head) else "advcl"
    return "nmod" if is_nominal(tree, head) else "obl"


def _is_preposition(row: Row) -> bool:
    """Say whether a word opens a prepositional phrase, alone or as the first of several ("according to")."""
    if row.lower in _OPENERS:
        return row.deprel == "prep"
    return row.upos in ADPOSITIONS and row.deprel in {"prep", "agent", "dative", "conj"}


def turn_numbers(tree: Tree) -> None:
    """Let currencies hang above their amounts and days above their months."""
    for index in range(len(tree)):
        _turn_currency(tree, index)
        _turn_day(tree, index)


def _turn_currency(tree: Tree, index: int) -> None:
    """Hang an amount on its currency.

    paid $ 5 billion      $ ←quantmod billion, 5 ←compound billion, billion ←dobj paid
                      ->  $ ←dobj paid, billion ←nummod $, 5 ←compound billion
    """
    row, amount = tree[index], tree.head_of(index)
    if row.xpos != "$" or amount is None or amount.upos != "NUM" or row.deprel not in {"quantmod", "nmod", "compound"}:
        return
    number = row.head
    tree.promote(index, "compound" if amount.deprel in {"nummod", "quantmod", "nmod"} else amount.deprel, "nummod")
    for child in tree.children(index):
        if index < child < number:
            tree.attach(child, number, tree[child].deprel)


def _turn_day(tree: Tree, index: int) -> None:
    """Hang a month on its day.

    on May 5 , 2020      5 ←nummod May, 2020 ←nummod May  ->  May ←nmod:unmarked 5, 2020 ←nmod:unmarked 5
    """
    row, month = tree[index], tree.head_of(index)
    if row.deprel != "nummod" or month is None or not _MONTH.fullmatch(month.form) or abs(row.head - index) != 1:
        return
    if row.form.isdigit() and len(row.form) <= _DAY_DIGITS:
        tree.promote(index, month.deprel, "nmod:unmarked")


def name_unmarked(tree: Tree) -> None:
    """Name nominals without preposition by what they hang on: "left Monday", "Rome Monday"."""
    for index in range(len(tree)):
        if tree[index].deprel == "npadvmod" and tree[index].head != ROOT:
            tree.relabel(index, "nmod:unmarked" if is_nominal(tree, tree[index].head) else "obl:unmarked")


def turn_name(tree: Tree, person: Span) -> None:
    """Let a person's name hang on its first word, and a title before it on the name.

    Prime Minister Shinzo Abe      all ←compound Abe
                               ->  Prime ←compound Minister, Minister ←nmod:desc Shinzo, Abe ←flat Shinzo
    """
    inside = range(person.start, person.end)
    last = inside[-1]
    if any(tree[index].upos != "PROPN" for index in inside) or tree[last].head in inside:
        return
    parts = [child for child in tree.children(last, "compound", "nmod", "flat") if child in inside]
    if len(parts) != len(inside) - 1:
        return
    first = inside[0]
    if parts:
        tree.promote(first, tree[last].deprel, "flat")
    for part in inside[1:]:
        tree.attach(part, first, "flat")
    titles = [child for child in tree.children(first, "compound", "nmod") if child < first]
    for title in titles[:-1]:
        tree.attach(title, titles[-1], "compound")
    for title in titles[-1:]:
        tree.relabel(title, "nmod:desc")
