"""Every row of the frame lexicons on its own example, read by the shipped model: predicate and direction come out.

Sentences that the shipped model or the rules do not read yet are in `cases/examples_open.tsv` with the reason:
examples of rows, and harder sentences for rows that have an easier one. After a change of the model, the rules or the
rows this test prints what to add and to remove.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Analysis, Document, DocumentId
from kg.extract import extract
from kg.knowledge import Claim, PredicateId
from kg.lexicon import read_table
from kg.rows import AdjectiveFrame, LightVerb, NounFrame, VerbFrame
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.extract.test_cases import CASES_FOLDER

Frame = VerbFrame | NounFrame | AdjectiveFrame | LightVerb

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()
TABLES: dict[str, tuple[Frame, ...]] = {
    "verb": LEXICONS.verb_frames,
    "noun": LEXICONS.noun_frames,
    "adjective": LEXICONS.adjective_frames,
    "light verb": LEXICONS.light_verbs,
}
DETERMINER = re.compile(r"^(?:the|a|an|its|his|her|their|that|to)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Open:
    """A sentence for a row that is not read rightly, and why."""

    table: str
    lemma: str
    predicate: PredicateId
    example: str
    claim: str
    reason: str


OPEN = read_table(CASES_FOLDER / "examples_open.tsv", Open)


def bare(words: str) -> str:
    """Give words without what stands before a name or noun."""
    return DETERMINER.sub("", words).strip(" .")


def names(argument: str, expected: str) -> bool:
    """Say whether an argument is the expected words: the same, with what modifies them, or without their titles."""
    found, wanted = bare(argument), bare(expected)
    if not found or not wanted:
        return False
    return (
        found == wanted
        or found.startswith((f"{wanted} ", f"{wanted}'"))
        or _ends(found, wanted)
        or _ends(wanted, found)
    )


def _ends(whole: str, part: str) -> bool:
    return whole.endswith(f" {part}")


def says(claim: Claim, frame: Frame | Open) -> bool:
    """Say whether a claim is the one of a row's example, in its direction and by its predicate."""
    subject, target = frame.claim.split(" | ")
    same = claim.predicate == frame.predicate
    return same and names(claim.subject.text, subject) and names(claim.object.text, target)


def read_as(claims: tuple[Claim, ...]) -> str:
    """Give claims in a line."""
    return "; ".join(f"{claim.subject.text} {claim.predicate} {claim.object.text}" for claim in claims) or "nothing"


@pytest.fixture(scope="module")
def wrong() -> dict[str, tuple[str, Frame, tuple[Claim, ...]]]:
    """Rows whose example does not give their claim, by example, with what it gives."""
    rows = [(table, frame) for table, frames in TABLES.items() for frame in frames]
    found = zip(rows, analyses(frame.example for _, frame in rows), strict=True)
    claims = [(table, frame, extract(analysis, LEXICONS, VOCABULARY)) for (table, frame), analysis in found]
    missed = {
        frame.example: (table, frame, made)
        for table, frame, made in claims
        if not any(says(claim, frame) for claim in made)
    }
    print(f"{1 - len(missed) / len(rows):.1%} of {len(rows)} examples give their claim")  # noqa: T201 - the figure
    return missed


def analyses(texts: Iterator[str]) -> Iterator[Analysis]:
    """Analyse sentences, each an article of its own: no neighbour may help or disturb."""
    return BuiltinAnalyser().analyse_all(Document(DocumentId(f"row {i}"), text) for i, text in enumerate(texts))


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_sentence_with_both_sides_of_its_claim(table: str) -> None:
    for frame in TABLES[table]:
        sides = frame.claim.split(" | ")
        assert len(sides) == 2 and all(side and side.lower() in frame.example.lower() for side in sides), frame


@pytest.mark.parametrize("table", TABLES)
def test_predicates_of_rows_are_in_the_ontology(table: str) -> None:
    typed = (row for row in TABLES[table] if not row.predicate.startswith("kgr:"))
    unknown = [row for row in typed if row.predicate not in VOCABULARY.predicates]
    assert not unknown


def test_examples_are_different_sentences() -> None:
    examples = [frame.example for frames in TABLES.values() for frame in frames]
    assert len(examples) == len(set(examples)), {each for each in examples if examples.count(each) > 1}


def test_examples_give_their_claims(wrong: dict[str, tuple[str, Frame, tuple[Claim, ...]]]) -> None:
    listed = {row.example for row in OPEN}
    new = [
        f"{table}\t{frame.lemma}\t{frame.predicate}\t{example}\t{frame.claim}\tread as: {read_as(made)}"
        for example, (table, frame, made) in wrong.items()
        if example not in listed
    ]
    assert not new, "\n".join(["not read rightly:", *new])


def test_open_sentences_are_open_and_say_why() -> None:
    found = zip(OPEN, analyses(row.example for row in OPEN), strict=True)
    read = [
        row.example
        for row, analysis in found
        if any(says(claim, row) for claim in extract(analysis, LEXICONS, VOCABULARY))
    ]
    assert not read, "\n".join(["read rightly now, take it out:", *read])
    assert all(row.reason for row in OPEN)


def test_open_sentences_belong_to_rows() -> None:
    rows = {(table, frame.lemma, frame.predicate) for table, frames in TABLES.items() for frame in frames}
    assert {(row.table, row.lemma, row.predicate) for row in OPEN} <= rows
