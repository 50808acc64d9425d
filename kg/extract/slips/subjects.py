"""Slips of the parser with subjects: two where a verb has one, and one that was taken for an object."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import FINITE, Arc, Slips

_FLOATING = frozenset({"all", "both", "each"})
_PHRASE = frozenset(
    {"advmod", "amod", "appos", "case", "compound", "cc", "conj", "det", "flat", "mark", "nmod", "nummod"}
)


def second_subject(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Leave a verb one of two subjects before it; no English verb has two.

    The miners , once the town 's pride , voted .    pride <- voted   ->   pride <- miners as apposition
    A plane in Kent , England crashed .              England <- crashed   ->   England <- Kent
    May 5 , which was his birthday , Fisk sang .     birthday <- sang   ->   a relative clause of May 5
    The pilot Ada Ruiz landed .                      pilot <- landed   ->   pilot <- Ruiz as description
    The mayor himself paid .                         himself <- paid   ->   himself <- mayor
    People like me , we never quit .                 people <- quit   ->   dislocated
    """
    before = [word for word in analysis.dependents(verb.index, "nsubj") if word.index < verb.index]
    subjects = [word for word in before if word.deprel != "nsubj:outer"]
    if len(subjects) < 2 or subjects[-2].xpos in {"WDT", "WP"}:
        return
    first, last = subjects[-2:]
    left, right = _ends(analysis, last)
    comma = analysis.tokens[left - 1].text == ","
    until = max(_ends(analysis, last, aside=False)[1] + 1, right + 1)
    if last.lemma.lower() in _FLOATING or last.lemma.lower().endswith("self"):
        yield Arc(last.index, first.index, "det")
    elif comma and analysis.tokens[until].text == "," and until < verb.index:
        yield Arc(last.index, first.index, "appos")
    elif comma and last.nominal_type == analysis.tokens[left - 2].nominal_type == "place":
        yield Arc(last.index, left - 2, "appos")
    elif analysis.has_dependent(first.index, "cop"):
        yield Arc(first.index, max(_ends(analysis, first)[0] - 2, 0), "acl:relcl")
    else:
        described = last.upos == "PROPN" and first.nominal_type != "place" and _stands_before(analysis, first, left)
        yield Arc(first.index, last.index, "appos") if described else Arc(first.index, verb.index, "dislocated")


def subject_for_object(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Give the object of a verb to the finite verb that follows it: what is said, not whom.

    The paper reported guards had fled .     guards <- reported , fled <- reported   ->   guards <- fled <- reported

    Nothing but its subject stands before a finite verb without comma, and a finite complement has a subject. A verb
    inside a noun phrase is left alone: the finite verb may be that of the phrase ("the man who ate the pear fell").
    """
    verb = analysis.tokens[noun.head] if noun.head != ROOT else noun
    if noun.deprel != "obj" or noun.index < verb.index or verb.relation == "acl":
        return
    after = _ends(analysis, noun)[1] + 1
    for said in analysis.dependents(verb.index, "ccomp", "conj", "parataxis", "advcl"):
        parts = [said, *analysis.dependents(said.index, "aux", "cop")]
        finite = [part.index for part in parts if part.xpos in FINITE]
        bare = not analysis.has_dependent(said.index, "nsubj", "nsubj:pass", "expl", "cc", "mark")
        if finite and bare and said.index > noun.index and (said.relation == "ccomp" or after in finite):
            yield Arc(said.index, verb.index, "ccomp")
            yield Arc(noun.index, said.index, "nsubj")
            return


def _stands_before(analysis: Analysis, noun: Token, start: int) -> bool:
    """Say whether a noun stands before what starts at a token: side by side, or at the head of the sentence."""
    if noun.upos not in {"NOUN", "PROPN"} or any(analysis.tokens[i].upos == "AUX" for i in range(noun.index, start)):
        return False  # "the airline was Riga 's first"
    first, last = _ends(analysis, noun)
    opens = first == analysis.sentences[analysis.sentence_of[noun.index]].tokens.start
    return last + 1 == start or opens


def _ends(analysis: Analysis, noun: Token, *, aside: bool = True) -> tuple[int, int]:
    """Give the first and the last token of a noun phrase, its clauses aside or with them."""
    indices, pending = [noun.index], [noun.index]
    while pending:
        for part in analysis.dependents(pending.pop()):
            if part.relation in _PHRASE or (not aside and part.relation != "punct"):
                indices.append(part.index)
                pending.append(part.index)
    return min(indices), max(indices)


SUBJECT_SLIPS: Slips = {
    second_subject: "",
    subject_for_object: "obj",
}
