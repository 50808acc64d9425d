"""How words may be meant: voices, readings, and how readings combine."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.document import Analysis
from kg.extract.clause import Clause
from kg.extract.slots import can_act, preposition
from kg.knowledge import Certainty, CueKind, Polarity
from kg.rows import ComplementVerb
from kg.wording import Lexicons

_CITED = "obj+gerund:as"
"""What verbs take that cite somebody: "quoted a guard as saying"."""

_SPEAKING = frozenset(
    {
        "ArmedGroup",
        "City",
        "Company",
        "Country",
        "Court",
        "Government",
        "Group",
        "Legislature",
        "Media",
        "Military",
        "Ministry",
        "NonGovernmentalOrganization",
        "Organization",
        "People",
        "Person",
        "Police",
        "ReligiousOrganization",
        "SportsTeam",
        "University",
    }
)
"""Classes of nouns for those who speak, of whatever type the analyser takes them to be."""

SPEAKERS = frozenset({"i", "we"})
"""Pronouns of who speaks."""

RANK = (Certainty.CERTAIN, Certainty.PLANNED, Certainty.POSSIBLE, Certainty.DEMANDED, Certainty.CONDITIONAL)
"""When two readings meet, the later one wins: "should" under "may" stays a demand."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words something is.

    Attributes:
        source: head token of the source; None if the words name none (allegedly).
        cue: the attributing word.
        kind: what the source does with them.
    """

    source: int | None
    cue: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Factuality:
    """The reading of a clause; `voice` is None where the article itself speaks."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    voice: Voice | None = None


def voice(clause: Clause, analysis: Analysis, lexicons: Lexicons) -> Voice | None:
    """Give who speaks in a reporting clause, None if its verb reports nothing.

    A passive without agent ("was told") speaks for nobody: the source is None. Who is quoted speaks, not who quotes.
    What can say nothing reports nothing ("our work indicates that", "the win showed that").
    """
    row = lexicons.reporting_of_verb.get(clause.lemma)
    if row is None:
        return None
    quoted = [f for f in clause.objects if _CITED in row.complement and can_act(analysis.tokens[f.head])]
    speakers = quoted or clause.subjects
    source = author(speakers[0].head, analysis, lexicons) if speakers else None
    if source is not None and not can_speak(source, analysis, lexicons):
        return None
    return Voice(source, clause.lemma, row.kind)


def can_speak(head: int, analysis: Analysis, lexicons: Lexicons) -> bool:
    """Say whether a noun denotes somebody, something written ("the report"), or what bears witness ("the data")."""
    token, lemma = analysis.tokens[head], analysis.tokens[head].lemma.lower()
    if can_act(token) or lexicons.class_of_noun.get(lemma) in _SPEAKING:
        return True
    return lemma in lexicons.title_heads or lemma in lexicons.utterance_lemmas or lemma in lexicons.witness_lemmas


def verbatim(speaker: Voice) -> Voice:
    """Give the voice of words that are quoted as they were said: nobody denies his own words.

    Riga rejected the charge : " We paid . "      paid: positive
    """
    return replace(speaker, kind=CueKind.SAY) if speaker.kind is CueKind.DENY else speaker


def is_time(clause: Clause, analysis: Analysis) -> bool:
    """Say whether the subject of a clause is a time: a year or a match sees what happens, and says nothing."""
    return bool(clause.subjects) and analysis.tokens[clause.subjects[0].head].nominal_type == "time"


def is_complete(clause: Clause) -> bool:
    """Say whether a reporting clause says itself what it is about, so that a clause before it is none of its business.

    Riga won , the next day Ortega asked for money .       complete: a comma has joined two clauses of equal rank
    Riga won , Ortega told reporters in Lima .             not complete: the winning is what he told
    """
    asked = any(
        oblique.preposition in {"for", "at"} and oblique.filler.head > clause.head for oblique in clause.obliques
    )
    return asked or bool(clause.objects and not clause.passive)


def author(head: int, analysis: Analysis, lexicons: Lexicons) -> int:
    """Give who says what a source says: the author of a report or statement, else the source itself.

    According to a report on Wednesday by Norvik , …     report   ->   Norvik
    Norvik 's statement said …                           statement   ->   Norvik
    Norvik released a statement saying …                 statement   ->   Norvik
    According to customs data , …                        data
    """
    token = analysis.tokens[head]
    written = token.lemma.lower() in lexicons.utterance_lemmas
    verb = analysis.tokens[token.head] if written and token.relation == "obj" else None
    published = verb is not None and verb.lemma.lower() in lexicons.publishing_lemmas
    giver = [subject.index for subject in analysis.dependents(token.head, "nsubj")] if published else []
    publishers = _publishers(head, analysis)
    for owner in (*owners(head, analysis), *publishers, *giver) if written else publishers:
        if can_act(analysis.tokens[owner]):
            return owner
    return head


def owners(head: int, analysis: Analysis) -> Iterator[int]:
    """Yield whose a piece of writing is: "X's report", "a report by X"."""
    for owner in analysis.dependents(head, "nmod"):
        if owner.deprel == "nmod:poss" or preposition(analysis, owner.index) in {"by", "from", "of"}:
            yield owner.index


def _publishers(head: int, analysis: Analysis) -> Iterator[int]:
    """Yield who has given something out: "numbers released by X"."""
    for clause in analysis.dependents(head, "acl"):
        yield from (o.index for o in analysis.dependents(clause.index, "obl") if preposition(analysis, o.index) == "by")


def best_row(rows: Iterable[ComplementVerb], forms: tuple[str, ...]) -> ComplementVerb | None:
    """Give the row of the first complement type that has one, None without any."""
    by_form = {row.complement: row for row in rows}
    return next((by_form[form] for form in forms if form in by_form), None)


def combined(own: Factuality, inherited: Factuality) -> Factuality:
    """Give the reading of words under their surroundings: polarities multiply, the less certain reading wins."""
    same = own.polarity is inherited.polarity
    return Factuality(
        Polarity.POSITIVE if same else Polarity.NEGATIVE,
        max(own.certainty, inherited.certainty, key=RANK.index),
        inherited.voice,
    )
