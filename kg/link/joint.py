"""Several together: "they" and "the two leaders" after "Osei and Koné met"; what is said of both is said of each."""

from collections.abc import Mapping

from kg.document import Analysis, Token
from kg.link.referents import Occurrence, Referent
from kg.vocabulary import Vocabulary

_NUMBERS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
"""Words that count the members; more than four are hardly ever meant one by one."""

_DEFINITE = frozenset({"the", "these", "those", "both"})


def joint_referents(
    analysis: Analysis, referent_of: Mapping[int, Referent], vocabulary: Vocabulary
) -> dict[int, Referent]:
    """Give the referents of names joined by "and", by the head token of the first.

    Novelist Thandi Mokoena and her editor , Clara Voss , live in Durban .    ->  Mokoena and Voss
    """
    found: dict[int, Referent] = {}
    for token in analysis.tokens:
        first = referent_of.get(token.index)
        if first is None or token.relation == "conj":
            continue
        others = [word.index for word in analysis.dependents(token.index, "conj") if word.upos in {"PROPN", "NOUN"}]
        if not others or not _is_sum(analysis, others):
            continue
        members = tuple(dict.fromkeys(r for i in (token.index, *others) if (r := referent_of.get(i)) is not None))
        kinds = {vocabulary.kind(member.class_name) for member in members}
        if len(members) == len(others) + 1 and len(kinds) == 1 and all(r.is_named for r in members):
            referent = Referent(is_plural=True, members=members)
            role = _role(analysis, token)
            referent.occurrences.append(Occurrence(max(others), analysis.sentence_of[token.index], role))
            found[token.index] = referent
    return found


def members_meant(
    analysis: Analysis, noun: Token, class_name: str, candidates: Mapping[int, Referent], vocabulary: Vocabulary
) -> Referent | None:
    """Give the names that a counted description goes back to ("the two leaders", "both countries"), None if unclear.

    Only one without other modifiers: "the two Riga drivers" are hardly the two drivers named before.

    Args:
        analysis: the article.
        noun: its head.
        class_name: what one of them would be.
        candidates: names joined by "and", by their first token.
        vocabulary: for the kinds.
    """
    if analysis.has_dependent(noun.index, "amod", "compound", "nmod"):
        return None
    words = [word.lemma.lower() for word in analysis.dependents(noun.index, "det", "nummod")]
    number = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
    if not number or not _DEFINITE & set(words):
        return None
    kind = vocabulary.kind(class_name) if class_name in vocabulary.classes else ""
    fitting = [
        referent
        for start, referent in candidates.items()
        if start < noun.index
        and len(referent.members) == number
        and all(kind in {"Group", vocabulary.kind(member.class_name)} for member in referent.members)
    ]
    return fitting[-1] if fitting else None


def each(referent: Referent) -> tuple[Referent, ...]:
    """Give the members of several together, a single one as it is."""
    return referent.members or (referent,)


def _is_sum(analysis: Analysis, others: list[int]) -> bool:
    """Say whether conjuncts are joined by "and" and by nothing else ("Oslo or Riga")."""
    joining = {word.lemma.lower() for other in others for word in analysis.dependents(other, "cc")}
    return joining == {"and"}


def _role(analysis: Analysis, token: Token) -> str:
    while token.relation in {"appos", "flat", "compound"} or token.deprel in {"nmod:desc", "nmod:unmarked"}:
        token = analysis.tokens[token.head]
    return token.relation
