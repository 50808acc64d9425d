"""What was done to somebody or something, by nobody who is named."""

from collections.abc import Iterator

from kg.document import Span
from kg.extract.clause import Clause
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.predicatives import is_told, said
from kg.extract.rules.intransitive import times_of
from kg.knowledge import Claim, Value


def state(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a passive that says nothing else than what was done to its subject.

    Norrvik is privately owned .        ->  Norrvik | be | privately owned
    Two ministers were arrested .       ->  two ministers | be | arrested
    The Oslo verdict was struck down .  ->  Oslo verdict | be | struck down
    The Oslo road was reopened , according to the mayor .   ->  Oslo road | be | reopened, says the mayor

    Nothing of a subject of which the reader does not know what it is ("the bodies were discovered"), and nothing of
    what only tells when ("when threatened, the slug hides").
    """
    for clause, _ in grammar.verbs:
        participle = grammar.token(clause.head).xpos in {"VBN", "VBD"}
        if not (clause.passive and participle and _is_bare(grammar, clause)):
            continue
        what = said(grammar, Span(_first(grammar, clause.head), clause.head + 1), clause.head, clause.particle)
        for subject in clause.surface if what else ():
            factuality = grammar.read(clause, subject)
            told = is_told(grammar, subject.head, clause) or _is_toll(grammar, subject.head, clause)
            if factuality is not None and told:
                wording = Wording("state", open_wording("be"), "be", clause.head, confidence=OPEN)
                yield grammar.claim(wording, subject.head, Value(what), factuality, clause)


def _is_bare(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a passive has neither agent, time nor other argument that says more of what was done."""
    if clause.subjects or clause.complements or clause.recipients or times_of(grammar, clause):
        return False
    known = grammar.lexicons.attribution_of_phrase
    if any(oblique.preposition not in known for oblique in clause.obliques):
        return False  # but "according to the mayor" is no more of what was done
    behind = (token for token in grammar.analysis.dependents(clause.head, "advmod") if token.index > clause.head)
    if any(token.text.lower() != clause.particle for token in behind):
        return False  # "is located less than 500 kilometers away"
    if any(word.xpos == "WRB" for word in grammar.analysis.dependents(clause.head, "advmod", "mark")):
        return False
    gerunds = (word for word in grammar.analysis.dependents(clause.head, "advcl", "xcomp") if word.xpos == "VBG")
    return grammar.token(clause.head).relation != "acl" and not any(gerunds)  # "known as airness", "known for coining"


def _first(grammar: Grammar, head: int) -> int:
    """Give where a participle begins, with the adverb before it, but not with the "both" of its subject."""
    adverb = grammar.token(head - 1)
    is_how = adverb.upos == "ADV" and adverb.text.lower() not in _FLOATING
    return head - 1 if is_how and adverb.head == head else head


_FLOATING = frozenset({"all", "both", "each"})
"""Words that count a subject from behind (Cambridge Grammar of the English Language 5.9.2)."""


def _is_toll(grammar: Grammar, subject: int, clause: Clause) -> bool:
    """Say whether somebody counted has suffered what news counts: "two ministers were arrested"."""
    counted = grammar.analysis.has_dependent(subject, "nummod") and grammar.is_human(subject)
    return counted and clause.lemma in grammar.lexicons.frames_of_verb
