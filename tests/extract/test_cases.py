"""Every construction on hand-checked parses: a new model can neither break a rule test nor hide its error."""

from pathlib import Path

import pytest

from kg.extract import extract
from kg.knowledge import Claim, Value
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.extract.conllu import Case, cases

CASES_FOLDER = Path(__file__).parent / "cases"
CASES = [case for path in sorted(CASES_FOLDER.glob("*.conllu")) for case in cases(path)]
LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


def shown(claim: Claim) -> tuple[str, dict[str, str]]:
    """Give a claim as the case files write it: the triple, and what may be asked of it."""
    target = claim.object.text if isinstance(claim.object, Value) else claim.object.name or claim.object.text
    source = (claim.source.name or claim.source.text) if claim.source else ""
    details = {
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "source": source,
        "cue": claim.cue,
        "status": claim.status,
        "time": claim.time.iso if claim.time else "",
        "place": (claim.place.name or claim.place.text) if claim.place else "",
        "rule": claim.rule,
        "qualifiers": " + ".join(claim.qualifiers),
    }
    return f"{claim.subject.name or claim.subject.text} | {claim.predicate} | {target}", details


def matches(expected: str, claim: Claim) -> bool:
    """Say whether a claim is the expected triple with all the expected details."""
    *triple, last = expected.split(" | ")
    wanted = [part.split("=", 1) for part in last.split("; ")] if "=" in last else []
    text, details = shown(claim)
    return text == " | ".join(triple if wanted else [*triple, last]) and all(
        details[key] == value for key, value in wanted
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_gives_its_claims_and_no_other_that_it_forbids(case: Case) -> None:
    claims = extract(case.analysis, LEXICONS, VOCABULARY)
    found = "\n".join(f"{text} | {details}" for text, details in map(shown, claims))
    for expected in case.claims:
        assert any(matches(expected, claim) for claim in claims), f"missing: {expected}\nfound:\n{found}"
    for forbidden in case.no_claims:
        assert not any(matches(forbidden, claim) for claim in claims), f"made: {forbidden}\nfound:\n{found}"


def test_quotes_are_the_words_of_the_article() -> None:
    for case in CASES:
        for claim in extract(case.analysis, LEXICONS, VOCABULARY):
            assert claim.span.of(case.analysis.document.text).strip()
            assert claim.subject.span.of(case.analysis.document.text) == claim.subject.text
