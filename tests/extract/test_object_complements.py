"""Every verb that says something of its object with a preposition, on its own example, read by the shipped model."""

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.extract import extract
from kg.rows import ObjectComplement
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.mark.parametrize("row", LEXICONS.object_complements, ids=lambda row: row.lemma)
def test_the_preposition_goes_with_the_verb(row: ObjectComplement, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId(row.lemma), row.example))
    claims = extract(analysis, LEXICONS, VOCABULARY)
    predicates = {claim.predicate for claim in claims}
    name = row.lemma.replace(" ", "-")
    assert f"kgr:{name}" not in predicates
    framed = any(claim.predicate.startswith("kg:") and claim.lemma == row.lemma for claim in claims)
    worded = tuple(f"kgr:{name}-{preposition.replace(' ', '-')}-" for preposition in row.preposition)
    assert framed or any(predicate.startswith(worded) for predicate in predicates)
