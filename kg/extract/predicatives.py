"""What a predicate adjective or participle says of its subject: whether anybody learns of whom, and what."""

from collections.abc import Iterator

from kg.document import Span, Token
from kg.extract.clause import Clause
from kg.extract.grammar import Grammar
from kg.extract.phrases import words
from kg.extract.readings import SPEAKERS

LONGEST = 14
"""Words of a predicate with its complement: a phrase of ten, and a verb with a preposition and an object."""

_COMPLETING = frozenset({"about", "as", "at", "for", "from", "in", "of", "on", "to", "with"})
"""Prepositions of what completes an adjective or participle, unlike those of how and when."""

_ADDING = frozenset({"also", "even", "then"})
_POINTING = frozenset({"PRP", "DT"})
_PRESENT = frozenset({"VBP", "VBZ", "MD"})


def is_told(grammar: Grammar, head: int, clause: Clause) -> bool:
    """Say whether a reader who sees a subject alone knows of whom or what something is said.

    Norrvik; the mayor of Oslo; Riga's harbour; the ship, if it goes back to the Heron       told
    steel is dear, ferries are slow: all steel, ferries in general                           told
    the ship; a ferry; two ferries; his plan, if nobody knows whose                          not told

    Args:
        grammar: the article.
        head: the subject.
        clause: what is said of it.
    """
    if _is_general(grammar, head, clause) or _is_landmark(grammar, head):
        return True
    seen, pending = {head}, [head]
    while pending:
        index = pending.pop()
        if _is_own(grammar, index):
            return True
        found = {*_parts(grammar, index)} - seen
        seen |= found
        pending.extend(sorted(found))
    return False


def _is_own(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal tells by itself who or what it is: a name, a speaker, what is of something in general."""
    token = grammar.token(head)
    if token.upos == "PROPN" or head in grammar.names or head in grammar.named_heads:
        return True
    if token.upos == "PRON":
        return token.lemma.lower() in SPEAKERS and token.deprel != "nmod:poss"
    parts = (word.index for word in grammar.analysis.dependents(head, "nmod") if word.upos == "NOUN")
    return token.upos == "NOUN" and any(not grammar.analysis.has_dependent(part, "det", "nmod:poss") for part in parts)


def _is_landmark(grammar: Grammar, head: int) -> bool:
    """Say whether "the" points at the one place, body or vehicle of an article ("the airport is closed")."""
    definite = any(word.lemma.lower() == "the" for word in grammar.analysis.dependents(head, "det"))
    stands = grammar.fits_place(head) or grammar.is_organized(head) or grammar.class_of(head) == "Vehicle"
    return definite and grammar.token(head).xpos == "NN" and stands


def _parts(grammar: Grammar, head: int) -> Iterator[int]:
    """Yield what tells what a nominal is: what it goes back to, and what modifies it."""
    link = grammar.analysis.coreference_of.get(head)
    if link is not None:
        yield link.antecedent
    for word in grammar.analysis.dependents(head, "nmod", "compound", "amod", "appos", "flat"):
        yield word.index


def _is_general(grammar: Grammar, head: int, clause: Clause) -> bool:
    """Say whether a noun without determiner or number means all of its kind: "ferries are slow", "steel is dear"."""
    token, lexicons = grammar.token(head), grammar.lexicons
    lemma = token.lemma.lower()
    relative = grammar.token(clause.head).relation == "acl"  # "sailors who are drunk" are some
    if relative or token.upos != "NOUN" or lemma in lexicons.anybody_lemmas or lemma in lexicons.vague_lemmas:
        return False
    if grammar.analysis.has_dependent(head, "det", "nmod:poss", "nummod"):
        return False
    verbs = (grammar.token(clause.head), *grammar.analysis.dependents(clause.head, "aux", "aux:pass", "cop"))
    return any(verb.xpos in _PRESENT for verb in verbs)


def said(grammar: Grammar, inside: Span, head: int, particle: str = "") -> str:
    """Give the words of a predicate with what completes it, empty if it says nothing without.

    The inn is famous for brewing red ale .     ->  famous for brewing red ale
    The verdict was struck down .               ->  struck down
    The pilot is sure .                         ->  (of what?)

    Args:
        grammar: the article.
        inside: its own words, with adverbs in front.
        head: the adjective or participle.
        particle: of a participle, empty without one.
    """
    analysis, asking = grammar.analysis, grammar.lexicons.asking_forms
    start = inside.start
    while start < head and _is_idle(grammar, grammar.token(start)):
        start += 1
    asks = not particle and grammar.token(head).text.lower() in asking
    asks |= any(grammar.token(index).text.lower() in asking for index in range(start, head))
    complement = _complement(grammar, head)
    if complement is None:
        return "" if asks else f"{words(analysis, Span(start, inside.end))} {particle}".strip()
    end = clause_end(grammar, complement)
    behind = [grammar.token(index) for index in range(head + 1, end)]
    is_short = end - start <= LONGEST and not any(word.upos == "PRON" and word.xpos in _POINTING for word in behind)
    return words(analysis, Span(start, end)) if is_short else ""


def _is_idle(grammar: Grammar, token: Token) -> bool:
    """Say whether an adverb adds nothing to an adjective ("also", "just"), or is read as the polarity ("not")."""
    lexicons, lemma = grammar.lexicons, token.lemma.lower()
    denies = lemma in lexicons.verb_negators and lemma not in lexicons.deed_negators  # not "nearly full"
    return denies or lemma in lexicons.focus_adverbs or lemma in _ADDING


def _complement(grammar: Grammar, head: int) -> int | None:
    """Give the head of what completes an adjective or participle right behind it, None without one.

    for brewing red ale;   than all other inns;     not: "by cutting wages", which says how
    """
    analysis = grammar.analysis
    for word in analysis.dependents(head, "advcl", "acl", "obl", "ccomp", "xcomp"):
        first = analysis.tokens[min(analysis.below(word.index))]
        gerund = word.xpos == "VBG" and word.relation != "obl" and first.text.lower() in _COMPLETING
        compared = first.text.lower() == "than" and word.upos in {"NOUN", "PROPN"}
        if first.index == head + 1 and (gerund or compared):
            return word.index
    return None


def clause_end(grammar: Grammar, head: int) -> int:
    """Give where a clause ends for a reader who wants it short: before its first comma, conjunction or clause.

    "Between Riga and Oslo" has its conjunction in itself.
    """
    below = sorted(grammar.analysis.below(head))
    if any(grammar.token(index).text.lower() == "between" for index in below):
        return below[-1] + 1
    for index in below[1:]:
        token = grammar.token(index)
        clausal = token.deprel == "mark" and token.head != head and grammar.token(token.head).relation == "advcl"
        if token.text in {",", ";", ":"} or token.upos == "CCONJ" or clausal:
            return index
    return below[-1] + 1
