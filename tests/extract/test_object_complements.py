"""Every verb with a preposition of its own for what it says of an object, or for a recipient, on its example."""

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.extract import extract
from kg.rows import GivingVerb, ObjectComplement
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


@pytest.mark.parametrize("row", LEXICONS.giving_verbs, ids=lambda row: row.lemma)
def test_what_is_given_goes_before_the_preposition_of_its_verb(row: GivingVerb, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId(row.lemma), row.example))
    predicates = {claim.predicate for claim in extract(analysis, LEXICONS, VOCABULARY)}
    assert any(name.startswith(f"kgr:{row.lemma}-") and name.endswith(f"-{row.preposition}") for name in predicates)
