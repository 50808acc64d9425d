"""Every piece of evidence can be traced to the claim that it came from."""

from kg.extract import extract
from kg.link import link, trace
from kg.link.gazetteers import load_gazetteers
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.link.parses import parsed

MEETING = parsed(
    "Ann/Ann/PROPN/3/nsubj/B-person Kerr/Kerr/PROPN/1/flat/I-person met/meet/VERB/0/root "
    "Tom/Tom/PROPN/3/obj/B-person Lund/Lund/PROPN/4/flat/I-person",
    "He/he/PRON/2/nsubj praised/praise/VERB/0/root Kerr/Kerr/PROPN/2/obj/B-person",
)


def test_evidence_has_its_claim() -> None:
    lexicons, vocabulary = load_lexicons(), load_vocabulary()
    claims = extract(MEETING, lexicons, vocabulary)
    parts = (load_gazetteers(), lexicons, vocabulary)
    graph, origins = trace(MEETING, claims, *parts)
    assert graph == link(MEETING, claims, *parts)
    assert origins.keys() == {evidence.id for evidence in graph.evidence}
    assert set(origins.values()) <= set(claims)
    statements = {statement.id: statement for statement in graph.statements}
    for evidence in graph.evidence:
        claim = origins[evidence.id]
        assert (claim.span, claim.rule, claim.lemma) == (evidence.span, evidence.rule, evidence.lemma)
        assert claim.predicate == statements[evidence.statement].predicate
    words = {(origins[e.id].subject.text, statements[e.statement].subject) for e in graph.evidence}
    assert ("Ann Kerr", "person/ann-kerr") in words
