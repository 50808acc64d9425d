"""From the English labels of spaCy's own pipelines (CLEAR) to Universal Dependencies v2.

CLEAR hangs a noun on its preposition and a predicate on its copula; UD hangs function words on content words. Each step
below turns one construction; the labels that only need another name come last.

Source: Choi and Palmer 2012, "Guidelines for the CLEAR Style Constituent to Dependency Conversion"; UD v2 guidelines
and the practice of UD English EWT and GUM, whose subtypes (`obl:unmarked`, `nmod:desc`) are used.
"""

from collections.abc import Sequence

from kg.analyse.arcs import Row, Tree
from kg.analyse.clear_clauses import raise_subjects, turn_copulas
from kg.analyse.clear_labels import agree, join_fixed, rename
from kg.analyse.clear_phrases import (
    coordinate,
    name_unmarked,
    turn_free_relatives,
    turn_name,
    turn_numbers,
    turn_prepositions,
    turn_purposes,
)
from kg.document import Span

CLEAR_ONLY = frozenset({"acomp", "agent", "attr", "auxpass", "dobj", "nsubjpass", "pcomp", "pobj", "prep", "relcl"})
"""Labels that UD does not have: a parser that knows one of them speaks CLEAR."""


def to_ud(rows: Sequence[Row], persons: Sequence[Span] = ()) -> tuple[Row, ...]:
    """Turn a sentence with CLEAR labels into UD v2.

    Args:
        rows: the words of one sentence, a tree with one root.
        persons: word ranges of the names of persons, for `flat` and `nmod:desc`.

    Parts of speech change only where the construction asks for it (a copula is AUX). A label that is not known becomes
    `dep`. An empty sentence gives an empty one.

    Example:
        The proposal was rejected by Tehran .
            nsubjpass auxpass ROOT  agent pobj     ->  nsubj:pass aux:pass root case obl:agent
    """
    tree = Tree(rows)
    for step in (coordinate, turn_purposes, turn_free_relatives, turn_prepositions, turn_numbers):
        step(tree)
    for step in (name_unmarked, turn_copulas, raise_subjects):
        step(tree)
    for person in persons:
        turn_name(tree, person)
    for step in (rename, join_fixed, agree):
        step(tree)
    return tree.rows
