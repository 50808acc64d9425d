"""Every verb that says nothing without a certain argument, on an example that lacks it, read by the shipped model."""

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.extract import extract
from kg.rows import VerbNeed
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.mark.parametrize("row", LEXICONS.verb_needs, ids=lambda row: f"{row.lemma}-{row.need[0]}")
def test_nothing_is_said_without_what_the_verb_needs(row: VerbNeed, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId(row.lemma), row.example))
    predicates = {claim.predicate for claim in extract(analysis, LEXICONS, VOCABULARY)}
    assert not {name for name in predicates if f"{name}-".startswith(f"kgr:{row.lemma}-")}
