"""Which row of the complement verbs a clause stands under."""

from collections.abc import Iterator
from dataclasses import replace

from kg.document import Analysis, Token
from kg.extract.clause import Clause
from kg.extract.readings import best_row
from kg.knowledge import Certainty
from kg.rows import ComplementVerb
from kg.wording import Lexicons

_DEEDS = frozenset({"abstract", "event", "time"})
"""Types of nouns for what nobody can be told to do something with: "consent", "talks"."""


def signature(clause: Clause, governor: Clause, analysis: Analysis, lexicons: Lexicons) -> ComplementVerb | None:
    """Give what a governor does to its complement, None if no row says; nobody asks for what has been done.

    Fisk called him a liar for having sold the port .      sold: not demanded
    """
    row = _row(clause, governor, analysis, lexicons)
    if row is not None and is_performed(clause, governor, analysis, lexicons):
        return replace(row, certainty=Certainty.CERTAIN)
    if row is None or row.certainty != Certainty.DEMANDED:
        return row
    token = analysis.tokens[clause.head]
    done = any(word.text.lower() == "having" for word in analysis.dependents(clause.head, "aux"))
    return None if done or _asks_why(token, analysis) or _is_purpose(token, governor, analysis) else row


def is_performed(clause: Clause, governor: Clause, analysis: Analysis, lexicons: Lexicons) -> bool:
    """Say whether what somebody wants is done by saying so: "I want to thank the crew", "we wish to apologise"."""
    kinds = [lexicons.kind_of_performative.get(verb.lemma) for verb in (governor, clause)]
    speakers = {analysis.tokens[filler.head].text.lower() for filler in governor.surface}
    return kinds == ["wish", "act"] and bool(speakers) and speakers <= {"i", "we"} and clause.shares_subject


def is_excessive(clause: Clause, governor: Clause, analysis: Analysis) -> bool:
    """Say whether there is too much or too little for an infinitive to hold: "too early to conclude that …"."""
    too = any(word.lemma.lower() == "too" for word in analysis.dependents(governor.head, "advmod"))
    return too and "to" in _marks(analysis.tokens[clause.head], analysis)


def is_appraised(clause: Clause, governor: Clause, analysis: Analysis) -> bool:
    """Say whether an infinitive is only judged, not told to be so: "it is odd for the council to vote at night"."""
    judged = analysis.tokens[governor.head].upos == "ADJ"
    return judged and {"for", "to"} <= _marks(analysis.tokens[clause.head], analysis)


def _asks_why(token: Token, analysis: Analysis) -> bool:
    """Say whether a clause tells what is asked, not what is asked for: "asked why Riga had not signed"."""
    return token.relation == "ccomp" and any(word.xpos == "WRB" for word in analysis.dependents(token.index, "advmod"))


def _row(clause: Clause, governor: Clause, analysis: Analysis, lexicons: Lexicons) -> ComplementVerb | None:
    token = analysis.tokens[clause.head]
    pos = "VERB" if analysis.tokens[governor.head].upos in {"VERB", "AUX"} else "ADJ"
    if analysis.tokens[governor.head].upos in {"NOUN", "PROPN"}:
        pos = "NOUN"
    forms = _form(token, governor, analysis)
    past = tuple(f"{form}:past" for form in forms if _is_past(governor, analysis))
    keys = [*(_with_word(governor, token, analysis) if pos == "VERB" else ()), governor.lemma]
    for lemma in keys:
        row = best_row(lexicons.complements_of.get((lemma, pos), ()), (*past, *forms) if lemma == keys[-1] else forms)
        if row is not None:
            return _performed(row) if "to" not in _marks(token, analysis) and token.upos != "VERB" else row
    return None


def _performed(row: ComplementVerb) -> ComplementVerb:
    """Read a nominal complement as made so by the verb: "was voted the best player", not "was chosen to play"."""
    return replace(row, certainty=Certainty.CERTAIN) if row.certainty == Certainty.PLANNED else row


def _marks(token: Token, analysis: Analysis) -> set[str]:
    return {mark.lemma.lower() for mark in analysis.dependents(token.index, "mark")}


def noun_signature(token: Token, governor: Clause, analysis: Analysis, lexicons: Lexicons) -> ComplementVerb | None:
    """Give what a noun, with its verb or alone, does to its clause, None if no row says.

    Fagin took the opportunity to sign .      take opportunity: positive, certain
    Fagin has the opportunity to sign .       opportunity: positive, possible
    """
    noun = analysis.tokens[token.head].lemma.lower()
    marks = {mark.lemma.lower() for mark in analysis.dependents(token.index, "mark")}
    forms = [f"gerund:{mark}" for mark in sorted(marks) if token.xpos == "VBG"]
    forms += ["xcomp"] if "to" in marks else ["ccomp"] if "that" in marks or not marks else []
    for key in ((f"{governor.lemma} {noun}", "VERB"), (noun, "NOUN")):
        if row := best_row(lexicons.complements_of.get(key, ()), tuple(forms)):
            return row
    return None


def _is_purpose(token: Token, governor: Clause, analysis: Analysis) -> bool:
    """Say whether an infinitive tells what a thing asked for or needed is good for, not what somebody is to do.

    Assange needs 15 % of the vote to win a seat .      no demand of 15 % that it win
    """
    if token.relation != "advcl" or governor.passive:
        return False
    fillers = (
        *governor.recipients,
        *governor.objects,
        *(o.filler for o in governor.obliques if o.preposition == "for"),
    )
    asked = [analysis.tokens[filler.head] for filler in fillers]
    own = analysis.has_dependent(token.index, "nsubj", "nsubj:pass")
    return bool(asked) and not own and all(t.nominal_type in _DEEDS or t.upos in {"SYM", "NUM"} for t in asked)


def _with_word(governor: Clause, complement: Token, analysis: Analysis) -> Iterator[str]:
    """Yield a verb with each word that may belong to it: "has yet to", "claimed responsibility for", "have got to"."""
    if any(word.lemma.lower() == "have" for word in analysis.dependents(governor.head, "aux")):
        yield f"have {analysis.tokens[governor.head].text.lower()}"
    for word in analysis.dependents(governor.head, "advmod", "obj", "xcomp"):
        if governor.head < word.index < complement.index:
            yield f"{governor.lemma} {word.lemma.lower()}"


def _is_past(governor: Clause, analysis: Analysis) -> bool:
    """Say whether a clause is in the plain past: "was able to", not "has been able to" or "could be able to"."""
    auxiliaries = list(analysis.dependents(governor.head, "cop", "aux"))
    finite = auxiliaries or [analysis.tokens[governor.head]]
    return len(finite) == 1 and finite[0].xpos == "VBD"


def _has_gerund(token: Token, analysis: Analysis) -> bool:
    """Say whether a complement begins with an -ing form of "be" or "have": "of being a thief", "of having paid"."""
    return any(word.xpos == "VBG" for word in analysis.dependents(token.index, "cop", "aux", "aux:pass"))


def _form(token: Token, governor: Clause, analysis: Analysis) -> tuple[str, ...]:
    """Give the complement types that this complement may be listed as, the most specific first."""
    marks = [mark.lemma.lower() for mark in analysis.dependents(token.index, "mark", "case")]
    patient = bool(governor.objects or governor.recipients)
    if "to" in marks:
        asked = [f"prep:{mark}+xcomp" for mark in marks if mark != "to"]  # "called for Kenya to leave"
        asked += [f"prep:{o.preposition}+xcomp" for o in governor.obliques if o.preposition]
        both = ("obj+xcomp", "xcomp") if patient else ("xcomp", "obj+xcomp")
        return (*asked, *both)
    if token.relation != "ccomp" and (token.xpos == "VBG" or (marks and _has_gerund(token, analysis))):
        with_mark = tuple(f"gerund:{mark}" for mark in marks)
        plain = () if marks or token.relation == "advcl" else ("gerund", "xcomp")
        return (*(f"obj+{form}" for form in with_mark), *with_mark, *(f"prep:{mark}" for mark in marks), *plain)
    if token.relation in {"ccomp", "csubj"}:
        return ("obj+ccomp", "ccomp") if patient else ("ccomp",)
    if token.relation == "advcl":
        return ()  # "warned Chad after it had acted"
    return ("obj+xcomp", "xcomp") if token.upos == "VERB" or patient else ("predicate",)
