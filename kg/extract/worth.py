"""What is worth saying: claims whose ends are somebody or something."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kg.document import Span
from kg.extract.attribution import SHORTEST
from kg.extract.grammar import Grammar
from kg.knowledge import Argument, Claim, Polarity, Value
from kg.quotations import Quotation

_ASKING = frozenset({"WDT", "WP", "WRB"})


@dataclass(frozen=True, slots=True)
class Speech:
    """What an article gives as somebody's words.

    Attributes:
        quoted: where it quotes.
        asked: what an interviewer says.
        is_interview: whether it is all spoken; what is quoted is spoken anyhow.
    """

    quoted: Sequence[Quotation] = ()
    asked: Sequence[Span] = ()
    is_interview: bool = False


def is_worth_saying(grammar: Grammar, claim: Claim, speech: Speech) -> bool:
    """Say whether both ends of a claim are somebody or something.

    March was cold .                    a time does nothing
    The envoy asked what price it had . a price that is asked for is not named
    The dam is a way .                  a way to what?
    They came and a dozen sang .        "and a dozen" is left over of another clause
    Fisk earned 914 ; Ruiz bought nine . 914 what, nine what?
    Many left ; she bought a lot .      many what, a lot of what?
    A bill to ban the club was tabled . that it is to ban the club its name says
    " It was fantastic , " Fisk said .   in spoken words "it" is the whole situation
    " The dam will leak for years . "    nobody says whose words these are
    Host : You sold the dam in 2019 ?    who only asks vouches for nothing
    Riga aids mills not owned by Oslo .  that Oslo does not own them tells which mills, not what Oslo does
    She left Riga , which caused a run . not Riga caused it, but that she left
    """
    subject, target = claim.subject.head, claim.object
    place = claim.subject.span.start
    around = next((each for each in speech.quoted if place in each.span), None)
    if any(_counts_only(grammar, end.head) for end in (claim.subject, target) if isinstance(end, Argument)):
        return False
    asks = grammar.token(subject).upos == "ADJ" and grammar.token(subject).text.lower() in grammar.lexicons.asking_forms
    if asks and _is_bare(grammar, subject):
        return False
    if any(place in span for span in speech.asked) or any(map(_is_fragment, (claim.subject, target))):
        return False
    if _is_loose(grammar, subject) and (speech.is_interview or (claim.lemma.startswith("be") and around is not None)):
        return False
    if claim.source is None and around is not None and _is_inside(grammar, claim, around):
        return False
    is_date = subject in grammar.times or grammar.mention_types.get(subject) == "date"
    if is_date or _is_asked_for(grammar, subject):
        return False
    if isinstance(target, Value) and claim.lemma == "be" and target.text.lower() in grammar.lexicons.vague_lemmas:
        return False
    if isinstance(target, Value):
        bare = target.datatype == "kg:quantity" and (target.text.isdecimal() or target.text.isalpha())
        return not (bare and claim.predicate.startswith("kgr:"))
    tells_which = _only_tells_which(grammar, claim) or _is_told_by_which(grammar, claim)
    if tells_which or _is_said_by_subject(grammar, claim.subject, target):
        return False
    return not (_is_asked_for(grammar, target.head) or _is_left_over(grammar, target.head))


def _is_fragment(end: Argument | Value) -> bool:
    """Say whether an end is no whole phrase of English: "I]t" of "[I]t", "hi))Hindi" of a template, another script."""
    letters = [character for character in end.text if character.isalpha()]
    foreign = sum("LATIN" not in unicodedata.name(letter, "") for letter in letters)
    return any(end.text.count(opening) != end.text.count(closing) for opening, closing in _BRACKETS) or (
        2 * foreign > len(letters)
    )


_BRACKETS = (("[", "]"), ("(", ")"), ("{", "}"))


def _is_said_by_subject(grammar: Grammar, subject: Argument, target: Argument) -> bool:
    """Say whether the clause in a subject's name says the same: a "bill to ban the club" bans the club."""
    has_clause = len(subject.name.split()) > len(subject.text.split())
    way = [target.head, *grammar.analysis.above(target.head)] if has_clause else []
    if subject.head not in way[1:]:
        return False
    return grammar.token(way[way.index(subject.head) - 1]).relation == "acl"


def _is_told_by_which(grammar: Grammar, claim: Claim) -> bool:
    """Say whether a place or a time, which causes nothing, has ", which" behind it: that goes back to the clause."""
    head = claim.subject.head
    if claim.predicate != "kg:causes" or grammar.token(head).nominal_type not in {"place", "time"}:
        return False
    clauses = grammar.analysis.dependents(head, "acl:relcl")
    opening = (grammar.token(min(grammar.analysis.below(clause.index))) for clause in clauses)
    return any(word.text == "," or word.text.lower() == "which" for word in opening)


def _only_tells_which(grammar: Grammar, claim: Claim) -> bool:
    """Say whether a denied claim stands in a clause that only picks some of a kind: "mills not owned by Oslo"."""
    if claim.polarity is not Polarity.NEGATIVE:
        return False
    ends = [end.head for end in (claim.subject, claim.object) if isinstance(end, Argument)]
    plurals = {head for head in ends if grammar.token(head).xpos == "NNS" and head not in grammar.names}
    plurals = {head for head in plurals if not grammar.reader.is_void(head)}  # "there are no ships that carry grain"
    clauses = (index for head in ends for index in (head, *grammar.analysis.above(head)))
    return any(
        grammar.token(index).relation == "acl"
        and grammar.token(index).head in plurals
        and grammar.token(index - 1).text != ","
        for index in clauses
    )


def _is_bare(grammar: Grammar, head: int) -> bool:
    """Say whether nothing tells what a nominal is or goes back to: "many", "the second"; a clause is no nominal."""
    told = (grammar.names, grammar.named_heads, grammar.clauses, grammar.analysis.coreference_of)
    if grammar.token(head).upos == "PROPN" or any(head in known for known in told):
        return False
    parts = ("nmod", "acl", "amod", "compound", "nmod:poss", "nummod", "obl")
    return not grammar.analysis.has_dependent(head, *parts)


def _counts_only(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal tells how many or how much and not of what: "seven", "a lot"."""
    token, lexicons = grammar.token(head), grammar.lexicons
    measures = token.upos == "NOUN" and token.lemma.lower() in lexicons.vague_lemmas & lexicons.partitive_lemmas
    indefinite = any(word.lemma.lower() == "a" for word in grammar.analysis.dependents(head, "det"))
    counts = token.upos == "NUM" and head not in grammar.times
    return (counts or (measures and indefinite)) and _is_bare(grammar, head)


def _is_left_over(grammar: Grammar, head: int) -> bool:
    """Say whether a noun has a conjunction in front of it and nothing that it is joined to."""
    joined = any(word.index < head for word in grammar.analysis.dependents(head, "cc"))
    return joined and grammar.token(head).relation in {"obj", "iobj", "obl"}


def _is_asked_for(grammar: Grammar, head: int) -> bool:
    """Say whether a question word stands for a noun or before it ("how", "what price", "how many ships")."""
    if grammar.token(head).xpos in _ASKING:
        return True
    modifiers = [*grammar.analysis.dependents(head, "det", "amod", "nummod")]
    below = [part for word in modifiers for part in grammar.analysis.dependents(word.index, "advmod")]
    return any(word.xpos in _ASKING for word in (*modifiers, *below))


def _is_loose(grammar: Grammar, head: int) -> bool:
    """Say whether a subject is an "it" that goes back to nothing in its own sentence."""
    token = grammar.token(head)
    if token.lemma.lower() not in {"it", "this", "that"} or token.upos not in {"PRON", "DET"}:
        return False
    link = grammar.analysis.coreference_of.get(head)
    sentence_of = grammar.analysis.sentence_of
    return link is None or sentence_of[link.antecedent] != sentence_of[head]


def _is_inside(grammar: Grammar, claim: Claim, quotation: Quotation) -> bool:
    """Say whether a claim whose subject is quoted is quoted as a whole, and at such length that it is no title."""
    words = quotation.span.of(grammar.analysis.document.text).split()
    target = claim.object
    return len(words) >= SHORTEST and (isinstance(target, Value) or target.span.start in quotation.span)
