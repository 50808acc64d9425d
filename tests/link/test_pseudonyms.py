"""Other names of the same: pseudonyms, names of birth, names of the past."""

import pytest

from tests.link.parses import parsed
from tests.link.test_link import linked, triples

SORIN = "Ilya/Ilya/PROPN/{0}/nsubj/B-person Sorin/Sorin/PROPN/1/flat/I-person"
MET_TOM = "met/meet/VERB/0/root Tom/Tom/PROPN/{0}/obj/B-person"
WOLF = "Wolf/Wolf/PROPN/{0}/{1}/B-person"
KNOWN = (
    f"{SORIN.format(8)} ,/,/PUNCT/5/punct also/also/ADV/5/advmod known/know/VERB/1/acl as/as/ADP/7/case"
    f" {WOLF.format(5, 'obl')} {MET_TOM.format(8)}"
)
PERFORMS = (
    f"{SORIN.format(10)} ,/,/PUNCT/5/punct who/who/PRON/5/nsubj performs/perform/VERB/1/acl:relcl"
    f" under/under/ADP/8/case the/the/DET/8/det name/name/NOUN/5/obl {WOLF.format(8, 'appos')} {MET_TOM.format(10)}"
)
BORN = (
    f"{SORIN.format(4)} was/be/AUX/4/aux:pass born/bear/VERB/0/root {WOLF.format(4, 'xcomp')} in/in/ADP/7/case"
    " Riga/Riga/PROPN/4/obl/B-place"
)
BESIDE = (
    f"{SORIN.format(3)} found/find/VERB/0/root a/a/DET/5/det cat/cat/NOUN/3/obj known/know/VERB/5/acl as/as/ADP/8/case"
    f" {WOLF.format(6, 'obl')}"
)
LATER = "Wolf/Wolf/PROPN/2/nsubj/B-person praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [(KNOWN, "Ilya Sorin"), (PERFORMS, "Ilya Sorin"), (BORN, "Ilya Sorin"), (BESIDE, "Wolf")],
)
def test_a_pseudonym_is_who_bears_it(sentence: str, who: str) -> None:
    assert f"{who} | kg:praises | Norway" in triples(linked(parsed(sentence, LATER)))


def test_a_pseudonym_is_a_literal_where_it_is_said() -> None:
    assert "Ilya Sorin | kgr:perform-under | Wolf" in triples(linked(parsed(PERFORMS)))
