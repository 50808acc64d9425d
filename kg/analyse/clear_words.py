"""What the words of a CLEAR tree are: nominals, prepositions, fixed expressions."""

from kg.analyse.arcs import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
_NOMINAL_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
ADPOSITIONS = frozenset({"ADP", "SCONJ", "PART"})
FIXED = {
    ("according", "to"): "",
    ("as", "if"): "",
    ("as", "though"): "",
    ("as", "well"): "",
    ("as", "well", "as"): "",
    ("at", "least"): "",
    ("because", "of"): "",
    ("due", "to"): "",
    ("instead", "of"): "",
    ("less", "than"): "advmod",
    ("more", "than"): "advmod",
    ("next", "to"): "",
    ("of", "course"): "advmod",
    ("prior", "to"): "",
    ("rather", "than"): "",
    ("so", "that"): "",
    ("such", "as"): "",
    ("up", "to"): "",
}
"""Expressions that UD holds together (`fixed`), with the relation of the first word if it is always the same.

Source: the list of English fixed expressions in the UD documentation, those of them that news uses.
"""


def is_nominal(tree: Tree, index: int) -> bool:
    """Say whether a word heads a nominal: a noun, or an adjective in the place of one ("many of them")."""
    return tree[index].upos in _NOMINAL or (tree[index].upos == "ADJ" and tree[index].deprel in _NOMINAL_ROLES)


def is_bare(tree: Tree, index: int) -> bool:
    """Say whether a word is a preposition that governs nothing."""
    return tree[index].upos in ADPOSITIONS and not tree.children(index, "pobj", "pcomp", "case")
