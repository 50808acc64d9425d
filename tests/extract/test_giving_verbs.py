"""Every giving verb on its example, read by the shipped model."""

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.extract import extract
from kg.rows import GivingVerb
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.mark.parametrize("row", LEXICONS.giving_verbs, ids=lambda row: row.lemma)
def test_what_is_given_goes_before_the_preposition_of_its_verb(row: GivingVerb, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId(row.lemma), row.example))
    predicates = {claim.predicate for claim in extract(analysis, LEXICONS, VOCABULARY)}
    assert any(name.startswith(f"kgr:{row.lemma}-") and name.endswith(f"-{row.preposition}") for name in predicates)
