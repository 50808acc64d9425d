"""Clauses of a CLEAR tree turned into UD: copulas and subjects that belong to the verb above."""

from kg.analyse.arcs import Tree

_PLACES = frozenset(
    {"here", "there", "where", "home", "abroad", "away", "back", "in", "out", "up", "down", "over", "off"}
)
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def turn_copulas(tree: Tree) -> None:
    """Hang "be" on the predicate that it links: a nominal, an adjective, a place or a clause.

    She is a doctor       doctor ←attr is  ->  is ←cop doctor
    The aim is to win     win ←xcomp is    ->  is ←cop win, aim ←nsubj:outer win
    There is hope         hope ←attr is    ->  hope ←nsubj is
    """
    for index in tree.deepest_first():
        if tree[index].lemma.lower() != "be" or tree[index].deprel in {"aux", "auxpass", "cop", "case", "mark"}:
            continue
        if any(tree[child].lower == "there" for child in tree.children(index, "expl")):
            for child in tree.children(index, "attr")[:1]:
                tree.relabel(child, "nsubj")
            tree.tag(index, "VERB")
            continue
        _turn_copula(tree, index)


def _turn_copula(tree: Tree, copula: int) -> None:
    """Hang one "be" on its predicate, if it has one."""
    predicate = _predicate(tree, copula)
    if predicate is not None:
        _free_clausal_subject(tree, copula)
        tree.promote(predicate, tree[copula].deprel, "cop")
        return
    clauses = [child for child in tree.children(copula, "ccomp", "xcomp") if child > copula]
    if not clauses:
        return
    subjects = tree.children(copula, "nsubj", "csubj")
    if tree[clauses[0]].deprel == "xcomp" and any(_is_to_act(tree, subject) for subject in subjects):
        tree.promote(clauses[0], tree[copula].deprel, "aux")
        return
    for subject in subjects:
        tree.relabel(subject, f"{tree[subject].deprel}:outer")
    tree.promote(clauses[0], tree[copula].deprel, "cop")


def _predicate(tree: Tree, copula: int) -> int | None:
    """Give the predicate of a copula that is no clause; what follows "be" is preferred to what precedes it."""
    nominals = tree.children(copula, "attr", "acomp")
    if nominals:
        return next((child for child in nominals if child > copula), nominals[0])
    for child in tree.children(copula, "obl", "advmod"):
        is_place = tree[child].lower in _PLACES and (child > copula or tree[child].lower in {"here", "where"})
        if is_place or (child > copula and tree[child].deprel == "obl"):
            return child
    return None


def _is_to_act(tree: Tree, subject: int) -> bool:
    """Say whether a subject is somebody, so that "is to" means an intention: "Modi is to meet", not "the aim is to"."""
    return tree[subject].upos == "PROPN" or tree[subject].lower in {"i", "we", "you", "he", "she", "they", "who"}


def _free_clausal_subject(tree: Tree, copula: int) -> None:
    """Make the clause the subject of a predicate whose "it" only holds its place.

    It is clear that they won      It ←nsubj is, won ←ccomp is  ->  It ←expl, won ←csubj
    """
    subjects = [child for child in tree.children(copula, "nsubj", "expl") if tree[child].lower == "it"]
    clauses = [child for child in tree.children(copula, "ccomp", "xcomp") if child > copula]
    if subjects and clauses:
        tree.relabel(subjects[0], "expl")
        tree.relabel(clauses[0], "csubj")


def raise_subjects(tree: Tree) -> None:
    """Make the subject of a clause without tense the object of the verb above it.

    urged Iran to stop      stop ←ccomp urged, Iran ←nsubj stop  ->  Iran ←obj urged, stop ←xcomp urged
    """
    for index in range(len(tree)):
        row, above = tree[index], tree.head_of(index)
        if row.deprel not in {"ccomp", "xcomp"} or above is None or above.upos != "VERB" or row.head > index:
            continue
        if _has_tense(tree, index):
            continue
        for subject in tree.children(index, "nsubj", "nsubjpass"):
            if row.head < subject < index:
                tree.attach(subject, row.head, "dobj")
                tree.relabel(index, "xcomp")


def _has_tense(tree: Tree, index: int) -> bool:
    """Say whether a clause is finite, or marked as one ("that", "for")."""
    verbs = [index, *tree.children(index, "aux", "auxpass", "cop")]
    return any(tree[verb].xpos in _FINITE for verb in verbs) or bool(tree.children(index, "mark"))
