"""Slips of the parser with subjects: two where a verb has one, and one that was taken for an object."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import FINITE, NOUNS, SUBORDINATING, Arc, Slips

_COMPARING = frozenset({"as", "than"})
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
    He blamed Oslo , a charge the city denies .      charge <- denies <- blamed   ->   denies <- charge <- blamed
    """
    nominals = list(analysis.dependents(verb.index, "nsubj"))
    if len(nominals) < 2:
        return
    before = [word for word in nominals if word.index < verb.index and not _has_preposition(analysis, word)]
    subjects = [word for word in before if word.deprel != "nsubj:outer"]
    if len(subjects) < 2 or subjects[-2].xpos in {"WDT", "WP"}:
        return
    first, last = subjects[-2:]
    left, right = _ends(analysis, last)
    adverb = analysis.tokens[left - 1].upos in {"ADV", "SCONJ"}  # "once the town 's pride"
    comma = analysis.tokens[left - 1 - adverb].text == ","
    until = max(_ends(analysis, last, aside=False)[1] + 1, right + 1)
    if last.lemma.lower() in _FLOATING or last.lemma.lower().endswith("self"):
        yield Arc(last.index, first.index, "det")
    elif comma and analysis.word_at(until) == "," and until < verb.index:
        yield Arc(last.index, first.index, "appos")
    elif comma and last.nominal_type == analysis.tokens[left - 2].nominal_type == "place":
        yield Arc(last.index, left - 2, "appos")
    elif verb.deprel == "parataxis" and _is_antecedent(analysis, first, left):
        yield Arc(first.index, verb.head, "appos")
        yield Arc(verb.index, first.index, "acl:relcl")
    elif analysis.has_dependent(first.index, "cop"):
        yield Arc(first.index, max(_ends(analysis, first)[0] - 2, 0), "acl:relcl")
    else:
        described = last.upos == "PROPN" and first.nominal_type != "place" and _stands_before(analysis, first, left)
        yield Arc(first.index, last.index, "appos") if described else Arc(first.index, verb.index, "dislocated")


def _is_antecedent(analysis: Analysis, noun: Token, start: int) -> bool:
    """Say whether a noun with "a" behind a comma stands right before the subject of a clause that is about it."""
    first, last = _ends(analysis, noun)
    return last + 1 == start and analysis.word_at(first) in {"a", "an"} and analysis.word_at(first - 1) == ","


def participle_for_predicate(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Make a noun that is all of a sentence the subject of its "participle"; one with an object is none.

    The firm named Ada Ruiz as its head .     named <- firm as acl   ->   firm <- named
    """
    noun = analysis.tokens[verb.head]
    things = [thing for thing in analysis.dependents(verb.index, "obj", "xcomp") if thing.upos == "PROPN"]
    alone = noun.head == ROOT and noun.upos in NOUNS and not analysis.has_dependent(noun.index, "cop", "nsubj", "case")
    finite = verb.deprel == "acl" and verb.xpos in {"VBD", "VBN"} and verb.index > noun.index
    closed = analysis.word_at(analysis.sentence(noun.index).tokens.end - 1) == "."
    if finite and alone and closed and things and things[0].index == verb.index + 1:
        yield Arc(verb.index, ROOT, "root")
        yield Arc(noun.index, verb.index, "nsubj")
        yield Arc(things[0].index, verb.index, "obj")


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


def subject_with_preposition(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Take no phrase with a preposition for a subject; the noun in front of it is one, if the verb hangs on that.

    In the first game , Riga won .      game <- won as nsubj             ->   as obl
    Claims about Riga surfaced .        Riga <- surfaced <- Claims       ->   Riga <- Claims <- surfaced
    """
    if noun.relation != "nsubj" or noun.index > noun.head or not _has_preposition(analysis, noun):
        return
    verb = analysis.tokens[noun.head]
    first = _ends(analysis, noun)[0]
    outer = analysis.tokens[first - 1]
    bare = verb.xpos in FINITE and not analysis.has_dependent(verb.index, "mark", "cc")
    if bare and verb.head == outer.index and outer.upos in NOUNS and outer.deprel == "root":
        yield Arc(noun.index, outer.index, "nmod")
        yield Arc(verb.index, outer.head, outer.deprel)
        yield Arc(outer.index, verb.index, "nsubj")
    else:
        yield Arc(noun.index, verb.index, "obl")


def _has_preposition(analysis: Analysis, noun: Token) -> bool:
    """Say whether a noun in front of a finite verb opens with a preposition: "in the game", but not "over 50 people".

    Words that may open a clause as well are none: "after the game ended".
    """
    if noun.upos not in NOUNS or analysis.has_dependent(noun.index, "nummod"):
        return False
    verb = analysis.tokens[noun.head]
    finite = any(word.xpos in FINITE for word in (verb, *analysis.dependents(verb.index, "aux", "cop")))
    first = _ends(analysis, noun)[0]
    cases = (case for case in analysis.dependents(noun.index, "case") if case.index == first and case.xpos == "IN")
    return finite and any(case.text.lower() not in SUBORDINATING | _COMPARING for case in cases)


def whose_of_noun(analysis: Analysis, whose: Token) -> Iterator[Arc]:
    """Give "whose" to the noun behind it; it is no subject itself.

    Fisk , whose aide Ada Ruiz spoke , left .     whose <- spoke as nsubj   ->   whose <- aide
    """
    if whose.xpos != "WP$" or whose.deprel == "nmod:poss":
        return
    for noun in analysis.dependents(whose.head, "nsubj") if whose.head != ROOT else ():
        if noun.index > whose.index:
            yield Arc(whose.index, noun.index, "nmod:poss")
            return


def late_apposition(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Take the second "subject" of a verb, behind the verb and a comma, for an apposition or an aside.

    Riga regretted the loss , a blow that Oslo felt .     blow <- regretted as nsubj   ->   blow <- loss
    Fisk told Riga , a choice that Oslo regretted .       choice <- told as nsubj      ->   dislocated
    """
    subjects = () if noun.head == ROOT else analysis.dependents(noun.head, "nsubj")
    if noun.relation != "nsubj" or noun.index < noun.head or not any(word.index < noun.head for word in subjects):
        return
    first = _ends(analysis, noun)[0]
    before = analysis.tokens[first - 2]
    if analysis.tokens[first - 1].text == "," and before.index > noun.head:
        alike = before.upos in NOUNS and before.nominal_type == noun.nominal_type
        yield Arc(noun.index, before.index, "appos") if alike else Arc(noun.index, noun.head, "dislocated")


def bare_relative(analysis: Analysis, which: Token) -> Iterator[Arc]:
    """Make a relative pronoun without preposition the object of a clause that has none, not an adjunct.

    drills that Oslo believes to be arming     that <- arming as obl   ->   that <- believes as obj
    """
    if which.xpos not in {"WDT", "WP"} or which.deprel != "obl" or analysis.has_dependent(which.index, "case"):
        return
    verb = analysis.tokens[which.head]
    while verb.deprel == "xcomp":
        verb = analysis.tokens[verb.head]
    owned = any(which.index < subject.index < verb.index for subject in analysis.dependents(verb.index, "nsubj"))
    if verb.deprel == "acl:relcl" and owned and not analysis.has_dependent(verb.index, "obj"):
        yield Arc(which.index, verb.index, "obj")


def participle_of_apposition(analysis: Analysis, participle: Token) -> Iterator[Arc]:
    """Make a "relative clause" of a noun and a bare participle an apposition: no finite verb, no clause.

    a loss of ten , the largest loss ever recorded      loss <- recorded <- loss   ->   recorded <- loss <- loss
    """
    if participle.deprel != "acl:relcl" or participle.xpos != "VBN" or participle.head > participle.index:
        return
    if analysis.has_dependent(participle.index, "aux", "mark") or analysis.has_dependent(participle.head, "cop"):
        return
    for noun in analysis.dependents(participle.index, "nsubj"):
        left = _ends(analysis, noun)[0]
        if noun.upos in NOUNS and participle.head < left < participle.index and analysis.tokens[left - 1].text == ",":
            yield Arc(noun.index, participle.head, "appos")
            yield Arc(participle.index, noun.index, "acl")


def _stands_before(analysis: Analysis, noun: Token, start: int) -> bool:
    """Say whether a noun stands before what starts at a token: side by side, or at the head of the sentence."""
    if noun.upos not in NOUNS or any(analysis.tokens[i].upos == "AUX" for i in range(noun.index, start)):
        return False  # "the airline was Riga 's first"
    first, last = _ends(analysis, noun)
    opens = first == analysis.sentence(noun.index).tokens.start
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
    subject_with_preposition: "nsubj",
    whose_of_noun: "PRON DET",
    late_apposition: "nsubj",
    bare_relative: "obl",
    participle_of_apposition: "acl",
    participle_for_predicate: "acl",
}
