"""What a mention shows of itself, and how two of them compare: what coreference weighs beside the network's vectors."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kg.document import ROOT, Analysis, Token


class Wording(IntEnum):
    """How the words of a later mention compare with those of an earlier one; pronouns compare with nothing."""

    OTHER = 0  # no word in common
    MODIFIER_SHARED = 1  # the *Greek* government ← the *Greek* economy
    HEAD_CONTRASTED = 2  # the British *government* ← the Greek *government*
    MORE_SAID = 3  # the Greek *government* ← the *government*
    LESS_SAID = 4  # the *government* ← the Greek *government*
    SAME_WORDS = 5  # the *Greek government* ← the *Greek government*
    SAME_HEAD = 6  # the *government* ← a *government*
    HEAD_AND_MORE_SHARED = 7  # the new *Greek government* ← the old *Greek government*
    HEAD_WAS_MODIFIER = 8  # *Athens* ← the *Athens* metro
    HEADS_WERE_MODIFIERS = 9  # *Ann Lee* ← *Lee Ann*
    MODIFIER_WAS_HEAD = 10  # the *Athens* metro ← *Athens*


class Place(IntEnum):
    """Where in the tree a later mention stands to an earlier one of the same sentence."""

    ELSEWHERE = 0
    APPOSITION = 1  # Ann, a *doctor*
    SUBJECT = 2  # a doctor is *she*
    POSSESSOR = 3  # a friend of *hers* below its head
    CONJUNCT = 4  # Ann and *Bob*
    DEPENDENT = 5  # the head of the *company*
    PREDICATE = 6  # Ann is a *doctor*
    POSSESSED = 7  # Ann 's *house*
    GOVERNOR = 8  # the car *park*
    SISTER = 9  # Ann saw *her*
    INSIDE = 10  # the man who sold *his* car
    AROUND = 11  # those that he saw were *men*


@dataclass(frozen=True, slots=True)
class Traits:
    """What a mention shows.

    Attributes:
        kind: part of speech, then what else tells how it refers: `PRON:he`, `NOUN:the`, `NOUN:poss`, `NOUN:NNS`,
            `PROPN`.
        type: type of nominal.
        lemma: of its head, in lower case, empty for a pronoun.
        modifiers: lemmas of the words that narrow it down, in lower case.
    """

    kind: str
    type: str
    lemma: str
    modifiers: frozenset[str]


_PRO_FORMS = {"PRON", "DET", "ADV"}
_NARROWING = {"compound", "flat", "amod", "nummod", "nmod"}
_WITHIN = {"compound", "flat", "amod"}  # of a noun that narrows another one down: the *prime* minister 's office
_CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "X"}


def traits(analysis: Analysis, head: int) -> Traits:
    """Give what the mention that a token heads shows.

    Example:
        the Greek government's new plan   head: plan  →  NOUN:poss, plan, {government, greek, new}
    """
    token = analysis.tokens[head]
    if token.upos in _PRO_FORMS:
        return Traits(f"{token.upos}:{token.text.lower()}", token.nominal_type, "", frozenset())
    modifiers = frozenset(each.lemma.lower() for each in _modifiers(analysis, head))
    return Traits(_kind(analysis, token), token.nominal_type, token.lemma.lower(), modifiers)


def _kind(analysis: Analysis, token: Token) -> str:
    """Give the kind of a mention that is no pronoun."""
    if token.upos != "NOUN":
        return token.upos
    for determiner in analysis.dependents(token.index, "det"):
        if determiner.deprel == "det":
            return f"NOUN:{determiner.lemma}"
    is_possessed = any(each.deprel == "nmod:poss" for each in analysis.dependents(token.index, "nmod"))
    return "NOUN:poss" if is_possessed else f"NOUN:{token.xpos}"


def _modifiers(analysis: Analysis, head: int) -> Iterator[Token]:
    """Yield the words that narrow a nominal down."""
    for token in analysis.dependents(head, *_NARROWING):
        if token.upos in _CONTENT:
            yield token
            if token.relation not in ("amod", "nummod"):
                below = analysis.dependents(token.index, *_WITHIN)
                yield from (each for each in below if each.upos in _CONTENT)


def wordings(mentions: Sequence[Traits], reach: int) -> Iterator[Mapping[int, Wording]]:
    """Yield for each mention how it compares with those of the `reach` mentions before it that share a word with it."""
    seen: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=reach))
    for later, mention in enumerate(mentions):
        words = {mention.lemma, *mention.modifiers} if mention.lemma else set()
        near = sorted({each for word in words for each in seen[word] if later - each <= reach})
        yield {earlier: _wording(mention, mentions[earlier]) for earlier in near}
        for word in words:
            seen[word].append(later)


def _wording(later: Traits, earlier: Traits) -> Wording:
    """Compare two mentions with a word in common."""
    if later.lemma == earlier.lemma:
        return _wording_of_one_head(later.modifiers, earlier.modifiers)
    was_modifier, was_head = later.lemma in earlier.modifiers, earlier.lemma in later.modifiers
    if was_modifier:
        return Wording.HEADS_WERE_MODIFIERS if was_head else Wording.HEAD_WAS_MODIFIER
    return Wording.MODIFIER_WAS_HEAD if was_head else Wording.MODIFIER_SHARED


def _wording_of_one_head(later: frozenset[str], earlier: frozenset[str]) -> Wording:
    """Compare the modifiers of two mentions whose heads are the same word."""
    if later == earlier:
        return Wording.SAME_WORDS if later else Wording.SAME_HEAD
    if later <= earlier:
        return Wording.LESS_SAID
    if not earlier:
        return Wording.MORE_SAID
    return Wording.HEAD_AND_MORE_SHARED if later & earlier else Wording.HEAD_CONTRASTED


def places(analysis: Analysis, heads: Sequence[int]) -> Iterator[Mapping[int, Place]]:
    """Yield for each mention where it stands to those before it in its sentence; `heads` are in order."""
    above = [frozenset(analysis.above(head)) for head in heads]
    first = 0
    for later, head in enumerate(heads):
        while analysis.sentence_of[heads[first]] != analysis.sentence_of[head]:
            first += 1
        token = analysis.tokens[head]
        yield {
            earlier: _place(token, analysis.tokens[heads[earlier]], above[later], above[earlier])
            for earlier in range(first, later)
        }


_DEPENDENTS = {"appos": Place.APPOSITION, "nsubj": Place.SUBJECT, "conj": Place.CONJUNCT}
_GOVERNORS = {"nsubj": Place.PREDICATE}


def _place(later: Token, earlier: Token, above_later: frozenset[int], above_earlier: frozenset[int]) -> Place:
    """Say where a mention stands to an earlier one, given the words above both."""
    if later.head == earlier.index:
        is_possessor = later.deprel == "nmod:poss"
        return Place.POSSESSOR if is_possessor else _DEPENDENTS.get(later.relation, Place.DEPENDENT)
    if earlier.head == later.index:
        is_possessed = earlier.deprel == "nmod:poss"
        return Place.POSSESSED if is_possessed else _GOVERNORS.get(earlier.relation, Place.GOVERNOR)
    if later.head == earlier.head != ROOT:
        return Place.SISTER
    if earlier.index in above_later:
        return Place.INSIDE
    return Place.AROUND if later.index in above_earlier else Place.ELSEWHERE
