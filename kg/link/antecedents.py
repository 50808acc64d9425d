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
_REFLEXIVE = frozenset({"himself", "herself"})
_SPEAKER = frozenset({"i", "me", "my", "myself", "mine"})
_SPEAKERS = frozenset({"we", "us", "our", "ourselves", "ours"})


def gender_of_pronoun(token: Token) -> str:
    """Give m or f for a personal pronoun of the third person, empty otherwise."""
    word = token.text.lower()
    return "m" if word in _MALE else "f" if word in _FEMALE else ""


def is_first_person(token: Token) -> bool:
    """Say whether a pronoun means the speaker ("I") or the speaker's side ("we")."""
    word = token.text.lower()
    return word in _SPEAKER or word in _SPEAKERS


def is_first_person_plural(token: Token) -> bool:
    """Say whether a pronoun means the speaker's side."""
    return token.text.lower() in _SPEAKERS


SURE = 0.5
"""Probability from which the analyser's link of a pronoun or description is followed."""

HINT = 0.2
"""Probability from which the analyser's link confirms what the rule has found."""

_PLAIN = 3.0
"""Rating from which the rule needs no link: the name that is the subject before "it" in the same sentence."""

_QUITE_SURE = 0.6
"""Probability from which a link of "it" stands against the rule; below it 6 of 14 such links were right."""

_SUBJECT = 2.5
"""Rating of a subject before a subject in the same sentence."""

_FAR = 2.5
"""Lead from which the rule stands against such a link; of 9 links of "he" and "she" against it none was right."""

_LIKELY = -2.0
"""Rating from which the rule needs no link for "he" and "she", which fit few: a name two sentences before."""


def antecedent(
    analysis: Analysis,
    pronoun: int,
    referents: Iterable[Referent],
    vocabulary: Vocabulary,
    *,
    hinted: Referent | None = None,
) -> Referent | None:
    """Give what a pronoun of the third person means, None if nothing fits or two things fit equally well.

    Of an analyser that links pronouns, one that it does not link in this way is only followed where the rule is plain:
    of 60 such pronouns of unseen articles, "it" and "they" were right in 8 of 35 cases, "he" and "she" in 6 of 8.

    Args:
        analysis: the article.
        pronoun: its token.
        referents: whom or what it may mean.
        vocabulary: for the kinds.
        hinted: what the analyser's link leads to, if only weakly.
    """
    token = analysis.tokens[pronoun]
    if token.text.lower() in _THING and token.relation == "obl":
        return None  # "in it", "with it": too many things could be meant
    ranked = _ranked(analysis, pronoun, referents, vocabulary)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    score, chosen = ranked[0]
    gender = gender_of_pronoun(token)
    least = _LIKELY if gender and token.text.lower() not in _REFLEXIVE else _PLAIN
    if analysis.coreferences and chosen is not hinted and score < least:
        return None
    if gender:
        chosen.gender = chosen.gender or gender
    return chosen


def _ranked(
    analysis: Analysis, pronoun: int, referents: Iterable[Referent], vocabulary: Vocabulary
) -> list[tuple[float, Referent]]:
    """Give the candidates with their ratings, the best first; of equal ones the last met."""
    token = analysis.tokens[pronoun]
    candidates = [referent for referent in referents if agrees(token, referent, vocabulary)]
    scored = [(score, i) for i, r in enumerate(candidates) if (score := rating(analysis, pronoun, r)) is not None]
    return [(score, candidates[index]) for score, index in sorted(scored, reverse=True)]


def is_contradicted(
    analysis: Analysis, pronoun: int, found: Referent, referents: Iterable[Referent], vocabulary: Vocabulary
) -> bool:
    """Say whether a pronoun, not quite surely linked, would rather be somebody or something else.

    Brazil is not a member of G7 , but it is part of a pact .      it - G7 with 0.58: a subject before is likelier
    Mike DeWine postponed it . In a statement , he wrote …         he - Trump with 0.52: far likelier
    """
    link = analysis.coreference_of.get(pronoun)
    if link is None or link.score >= _QUITE_SURE:
        return False
    ranked = _ranked(analysis, pronoun, referents, vocabulary)
    if not ranked or ranked[0][1] is found:
        return False
    if analysis.tokens[pronoun].text.lower() in _THING:
        return ranked[0][0] >= _SUBJECT
    own = next((score for score, referent in ranked if referent is found), ranked[0][0])
    return ranked[0][0] - own >= _FAR


def linked(
    analysis: Analysis, mention: int, referent_of: Mapping[int, Referent], least: float = SURE
) -> Referent | None:
    """Give what the analyser's coreference links lead to, by way of other pronouns if need be.

    None if a link on the way is less likely than `least`, or if it ends at words that have no referent.
    """
    end = _end(analysis, mention, referent_of, least)
    return referent_of.get(end) if end != mention else None


def leads_elsewhere(analysis: Analysis, mention: int, referent_of: Mapping[int, Referent]) -> bool:
    """Say whether the analyser surely links a pronoun with a noun that no claim speaks of.

    "He" and "she" that it links with a person may still be who is named beside it ("the Minister, Ann Bo").
    """
    end = analysis.tokens[_end(analysis, mention, referent_of, SURE)]
    named = bool(gender_of_pronoun(analysis.tokens[mention])) and end.nominal_type == "person"
    return end.index not in referent_of and end.upos in {"NOUN", "PROPN"} and not named


def _end(analysis: Analysis, mention: int, referent_of: Mapping[int, Referent], least: float) -> int:
    """Give the first word with a referent on the way back along the links, else the last word on it."""
    while (link := analysis.coreference_of.get(mention)) is not None and link.score >= least:
        mention = link.antecedent
        if mention in referent_of:
            break
    return mention


def agrees(token: Token, referent: Referent, vocabulary: Vocabulary, *, linked: bool = False) -> bool:
    """Say whether a pronoun of the third person may mean a referent, by gender, number and kind.

    A body may be "they" ("the team said they would play"), but only where the analyser links the two.
    """
    word, gender = token.text.lower(), gender_of_pronoun(token)
    if referent.is_plural and (gender or word in _THING):
        return False
    kind = vocabulary.kind(referent.class_name)
    if gender:
        return kind == "Person" and referent.gender in {"", gender}
    if word in _THING:
        return kind not in {"Person", "Group", "Office"}
    if word in _SEVERAL:
        return referent.is_plural or kind == "Group" or (linked and kind == "Organization")
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
        score = (
            -2.0 * distance
            + (0.5 if referent.is_named or referent.members else 0.0)
            + (0.25 if len(referent.occurrences) > 1 else 0.0)
        )
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
