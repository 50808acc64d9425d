"""What pronouns go back to, by simple sound rules.

A rule that has two equally good candidates answers nothing: no link rather than a guess.

Source: centering (Grosz, Joshi & Weinstein 1995): subjects of the sentence before are the likeliest antecedents.
"""

from collections.abc import Iterable, Mapping

from kg.document import ROOT, Analysis, Token
from kg.link.referents import Referent
from kg.vocabulary import Vocabulary

SENTENCES = 4
"""Sentences that a pronoun looks back; in news nearly all antecedents are nearer."""

MARGIN = 0.5
"""Lead that the best antecedent must have over the next one; below it both are as likely."""

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"i", "me", "my", "myself", "mine"})
_SPEAKERS = frozenset({"we", "us", "our", "ourselves", "ours"})


def gender_of_pronoun(token: Token) -> str:
    """Give m or f for a personal pronoun of the third person, empty otherwise."""
    word = token.text.lower()
    return "m" if word in _MALE else "f" if word in _FEMALE else ""


def is_first_person(token: Token) -> bool:
    """Say whether a pronoun means the speaker ("I") or the speaker's side ("we")."""
    return token.text.lower() in _SPEAKER | _SPEAKERS


def is_first_person_plural(token: Token) -> bool:
    """Say whether a pronoun means the speaker's side."""
    return token.text.lower() in _SPEAKERS


SURE = 0.5
"""Probability from which the analyser's link of a pronoun or description is followed."""


def antecedent(
    analysis: Analysis, pronoun: int, referents: Iterable[Referent], vocabulary: Vocabulary
) -> Referent | None:
    """Give what a pronoun of the third person means, None if nothing fits or two things fit equally well."""
    token = analysis.tokens[pronoun]
    if token.text.lower() in _THING and token.relation == "obl":
        return None  # "in it", "with it": too many things could be meant
    candidates = [referent for referent in referents if agrees(token, referent, vocabulary)]
    scored = sorted(
        (
            (score, index)
            for index, referent in enumerate(candidates)
            if (score := rating(analysis, pronoun, referent)) is not None
        ),
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN):
        return None
    chosen = candidates[scored[0][1]]
    if gender := gender_of_pronoun(token):
        chosen.gender = chosen.gender or gender
    return chosen


def linked(analysis: Analysis, mention: int, referent_of: Mapping[int, Referent]) -> Referent | None:
    """Give what the analyser's coreference links lead to, by way of other pronouns if need be.

    None if a link on the way is less likely than `SURE`, or if it ends at words that have no referent.
    """
    while (link := analysis.coreference_of.get(mention)) is not None and link.score >= SURE:
        mention = link.antecedent
        if mention in referent_of:
            return referent_of[mention]
    return None


def agrees(token: Token, referent: Referent, vocabulary: Vocabulary) -> bool:
    """Say whether a pronoun of the third person may mean a referent, by gender, number and kind."""
    kind = vocabulary.kind(referent.class_name)
    word = token.text.lower()
    if gender := gender_of_pronoun(token):
        return kind == "Person" and not referent.is_plural and referent.gender in {"", gender}
    if word in _THING:
        return kind not in {"Person", "Group", "Office"} and not referent.is_plural
    if word in _SEVERAL:
        return referent.is_plural or kind == "Group"
    return False


def rating(analysis: Analysis, pronoun: int, referent: Referent) -> float | None:
    """Rate the best occurrence before a pronoun: nearness, subjecthood, names before descriptions."""
    here = analysis.sentence_of[pronoun]
    best: float | None = None
    for occurrence in referent.occurrences:
        distance = here - occurrence.sentence
        if occurrence.token >= pronoun or not 0 <= distance <= (1 if referent.members else SENTENCES):
            continue
        if occurrence.relation == "amod":
            continue  # "a French competitor" does not speak of France
        if distance == 0 and _same_clause(analysis, pronoun, occurrence.token):
            continue
        score = -2.0 * distance + (0.5 if referent.is_named else 0.0) + (0.25 if len(referent.occurrences) > 1 else 0.0)
        score += _prominence(analysis.tokens[pronoun].relation, occurrence.relation)
        best = score if best is None else max(best, score)
    return best


def _prominence(pronoun: str, occurrence: str) -> float:
    """Rate the roles: subjects are prominent, and a pronoun prefers a word in its own role ("condemned it")."""
    if pronoun == "obj":
        return {"obj": 3.0, "nsubj": 1.0}.get(occurrence, 0.0)
    if occurrence == "nsubj":
        return 2.5 if pronoun == "nsubj" else 1.5
    return 0.0


def _same_clause(analysis: Analysis, pronoun: int, other: int) -> bool:
    """Say whether two words are arguments of one predicate ("he met him"); a possessive may go back to the subject."""
    token = analysis.tokens[pronoun]
    if token.deprel == "nmod:poss":
        return False
    return token.head != ROOT and analysis.tokens[other].head == token.head
