"""Every verb that says nothing without a certain argument, on an example that lacks it, read by the shipped model."""

from dataclasses import replace

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Analysis, Document, DocumentId
from kg.extract import extract
from kg.rows import VerbNeed
from kg.vocabulary import load_vocabulary
from kg.wording import Lexicons, load_lexicons

LEXICONS = load_lexicons()
WITHOUT_NEEDS = replace(LEXICONS, verb_needs=())
VOCABULARY = load_vocabulary()


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.mark.parametrize("row", LEXICONS.verb_needs, ids=lambda row: f"{row.lemma}-{row.need[0]}")
def test_nothing_is_said_without_what_the_verb_needs(row: VerbNeed, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId(row.lemma), row.example))
    assert open_predicates(analysis, WITHOUT_NEEDS), "nothing is said without the row either: no test of it"
    assert not open_predicates(analysis, LEXICONS)


def open_predicates(analysis: Analysis, lexicons: Lexicons) -> set[str]:
    claims = extract(analysis, lexicons, VOCABULARY)
    return {claim.predicate for claim in claims if claim.predicate.startswith("kgr:")}
