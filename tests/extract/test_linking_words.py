"""Every linking word on its own example, read by the shipped model: it qualifies nothing, what it is not does."""

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.extract import extract
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons

LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


def qualifiers(texts: list[str]) -> list[set[str]]:
    """Give the qualifiers of the claims of each text."""
    documents = [Document(DocumentId(str(number)), text) for number, text in enumerate(texts)]
    analyses = BuiltinAnalyser().analyse_all(iter(documents))
    return [
        {words for claim in extract(analysis, LEXICONS, VOCABULARY) for words in claim.qualifiers}
        for analysis in analyses
    ]


def test_no_linking_word_qualifies_a_statement() -> None:
    rows = LEXICONS.linking_words
    found = qualifiers([row.example for row in rows])
    assert {
        row.lemma: words
        for row, words in zip(rows, found, strict=True)
        if any(row.lemma in word.lower() for word in words)
    } == {}


def test_a_word_of_manner_in_the_same_place_does() -> None:
    assert qualifiers(["The guild then sued the duke.", "The guild twice sued the duke."]) == [set(), {"twice"}]
