"""Every verb with a noun that names nothing beside it, on its example, read by the shipped model."""

import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.extract import extract
from kg.rows import FixedPhrase, PlainWord
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


@pytest.fixture(scope="module")
def analyser() -> BuiltinAnalyser:
    return BuiltinAnalyser()


@pytest.mark.parametrize("row", LEXICONS.fixed_phrases, ids=lambda row: f"{row.lemma} {row.phrase}")
def test_the_noun_goes_into_the_predicate(row: FixedPhrase, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId("phrase"), row.example))
    claims = extract(analysis, LEXICONS, VOCABULARY)
    stem = row.phrase.split()[-1][:3]
    assert not [claim for claim in claims if claim.object.text.split()[-1].lower().startswith(stem)]
    assert [claim for claim in claims if any(word.startswith(stem) for word in claim.predicate.split("-"))]


@pytest.mark.parametrize("row", LEXICONS.complex_prepositions, ids=lambda row: row.lemma)
def test_a_complex_preposition_links_as_a_whole(row: PlainWord, analyser: BuiltinAnalyser) -> None:
    analysis = analyser.analyse(Document(DocumentId("preposition"), row.example))
    predicates = {claim.predicate for claim in extract(analysis, LEXICONS, VOCABULARY)}
    assert any(predicate.endswith(f"-{row.lemma.replace(' ', '-')}") for predicate in predicates)
