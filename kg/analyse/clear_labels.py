"""The relations of a turned CLEAR tree under their UD names, and parts of speech that agree with them."""

from kg.analyse.arcs import Tree
from kg.analyse.clear_words import ADPOSITIONS, FIXED, is_bare, is_nominal
from kg.document import ROOT, Span

_NAMES = {
    "ROOT": "root",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "nsubjpass": "nsubj:pass",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
}
"""CLEAR labels that UD calls otherwise whatever the construction."""
_SHARED = frozenset(
    {
        *("advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "csubj", "dep", "det"),
        *("expl", "mark", "nsubj", "parataxis", "punct", "xcomp"),
    }
)
"""CLEAR labels that mean the same in UD."""
_MADE = frozenset(
    {
        *("cop", "csubj:outer", "fixed", "flat", "nmod", "nmod:desc", "nmod:unmarked", "nsubj:outer"),
        *("obl", "obl:agent", "obl:unmarked"),
    }
)
"""UD labels that the steps have given."""
_YEAR_DIGITS = 4
_OUTWARD = ("case", "mark", "cc")
_LONGEST_FIXED = 3


def rename(tree: Tree) -> None:
    """Give every relation its UD name."""
    for index in range(len(tree)):
        tree.relabel(index, _ud_name(tree, index))


def _ud_name(tree: Tree, index: int) -> str:
    """Give the UD name of a relation."""
    row = tree[index]
    if row.head == ROOT:
        return "root"
    if row.deprel in {"acl", "relcl", "pobj", "pcomp", "prep"}:
        return _name_by_head(tree, index)
    if row.deprel in {"acomp", "attr", "oprd"}:
        return "xcomp"
    if row.deprel == "aux" and row.xpos == "TO":
        return "mark"
    if row.deprel == "neg":
        return "det" if row.upos == "DET" else "advmod"
    if row.deprel in {"nmod", "nummod"}:
        return _name_of_modifier(tree, index)
    name = _NAMES.get(row.deprel, row.deprel)
    return name if row.deprel in _NAMES or name in _SHARED | _MADE else "dep"


def _name_by_head(tree: Tree, index: int) -> str:
    """Name what is `nmod` and `acl` on a nominal, `obl` and `advcl` elsewhere; a preposition left alone among them."""
    row = tree[index]
    on_nominal = is_nominal(tree, row.head)
    if row.deprel == "relcl":
        if any(tree[child].xpos == "TO" for child in tree.children(index, "aux", "mark")):
            return "acl"
        return "acl:relcl" if on_nominal or row.head > index else "advcl:relcl"
    if row.deprel in {"acl", "pcomp"} and row.upos not in ADPOSITIONS:
        return "acl" if on_nominal else "advcl"
    if row.deprel in {"prep", "pcomp"} and is_bare(tree, index):
        return "obl" if tree[row.head].deprel in {"acl", "acl:relcl", "relcl", "xcomp"} else "advmod"
    return "nmod" if on_nominal else "obl"


def _name_of_modifier(tree: Tree, index: int) -> str:
    """Name a noun or number that modifies: "missile talks" is a compound, the year of a date an unmarked modifier."""
    row = tree[index]
    if row.deprel == "nummod" and row.head < index and row.form.isdigit() and tree[row.head].upos != "SYM":
        return "nmod:unmarked" if len(row.form) == _YEAR_DIGITS else "flat"
    if row.deprel == "nummod":
        return "nummod"
    has_case = bool(tree.children(index, "case"))
    if has_case or index > row.head:
        return "nmod"
    return "amod" if row.upos == "ADJ" else "compound"


def join_fixed(tree: Tree) -> None:
    """Hang the words of a fixed expression on its first."""
    index = 0
    while index < len(tree):
        length = next((size for size in range(_LONGEST_FIXED, 1, -1) if _is_fixed(tree, index, size)), 1)
        if length > 1:
            _join(tree, Span(index, index + length))
        index += length


def _is_fixed(tree: Tree, start: int, length: int) -> bool:
    """Say whether the words from a place on are a fixed expression: at one place of the tree, nothing below them."""
    span = Span(start, start + length)
    inside = range(span.start, span.end)
    if span.end > len(tree) or tuple(tree[index].lower for index in inside) not in FIXED:
        return False
    outside = {tree[index].head for index in inside if tree[index].head not in span}
    below = {child for index in inside for child in tree.children(index)}
    return len(outside) == 1 and ROOT not in outside and all(child in span for child in below)


def _join(tree: Tree, span: Span) -> None:
    """Hang the words of a span on its first, which takes their common place."""
    inside = range(span.start, span.end)
    outer = [index for index in inside if tree[index].head not in span]
    chosen = next((index for index in outer if tree[index].deprel in _OUTWARD), outer[0])
    always = FIXED[tuple(tree[index].lower for index in inside)]
    tree.attach(span.start, tree[chosen].head, always or tree[chosen].deprel)
    for index in inside[1:]:
        tree.attach(index, span.start, "fixed")


def agree(tree: Tree) -> None:
    """Make parts of speech agree with the new relations: a copula is AUX, what marks a clause is SCONJ."""
    for index in range(len(tree)):
        row = tree[index]
        if row.deprel in {"cop", "aux", "aux:pass"} and row.upos == "VERB":
            tree.tag(index, "AUX")
        elif row.deprel == "mark" and row.upos == "ADP":
            tree.tag(index, "SCONJ")
        elif row.deprel in {"case", "fixed"} and row.upos == "SCONJ":
            tree.tag(index, "ADP")
        elif row.upos == "AUX" and row.lemma.lower() in {"have", "do"} and tree.children(index, "obj"):
            tree.tag(index, "VERB")
