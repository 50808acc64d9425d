"""Who is whose relative, and whose surname two given names share."""

import pytest

from tests.link.parses import parsed
from tests.link.test_link import linked, triples

MILL = "sold/sell/VERB/0/root Riga/Riga/PROPN/5/obj/B-place"


@pytest.mark.parametrize(
    ("given", "elsewhere", "expected"),
    [("Tom", "", "Tom Alder"), ("Kelm", "", "Kelm"), ("Tom", "Ann Tom", "Tom")],
)
def test_given_names_joined_share_the_surname(given: str, elsewhere: str, expected: str) -> None:
    pair = (
        f"{given}/{given}/PROPN/5/nsubj/B-person and/and/CCONJ/3/cc Mary/Mary/PROPN/1/conj/B-person"
        f" Alder/Alder/PROPN/3/flat/I-person {MILL}"
    )
    first, _, last = elsewhere.partition(" ")
    other = f"{first}/{first}/PROPN/3/nsubj/B-person {last}/{last}/PROPN/1/flat/I-person left/leave/VERB/0/root"
    found = {triple.split(" | ")[0] for triple in triples(linked(parsed(pair, *([other] if elsewhere else []))))}
    assert found == ({"Ann Tom", "Mary Alder"} if elsewhere else {expected, "Mary Alder"})


def test_a_son_who_bears_his_father_s_names_is_not_his_father() -> None:
    sold = (
        "Omar/Omar/PROPN/11/nsubj/B-person Rafa/Rafa/PROPN/1/flat/I-person Tellis/Tellis/PROPN/1/flat/I-person"
        " ,/,/PUNCT/6/punct the/the/DET/6/det son/son/NOUN/1/appos of/of/ADP/8/case Rafa/Rafa/PROPN/6/nmod/B-person"
        " Tellis/Tellis/PROPN/8/flat/I-person ,/,/PUNCT/6/punct sold/sell/VERB/0/root Riga/Riga/PROPN/11/obj/B-place"
    )
    assert "Rafa Tellis | kg:parentOf | Omar Rafa Tellis" in triples(linked(parsed(sold)))


@pytest.mark.parametrize("pronoun", ["her/her/PRON", "Kerr/Kerr/PROPN"])
def test_a_surname_is_not_the_relative_s_who_bears_it(pronoun: str) -> None:
    name = "{0}/{0}/PROPN/{1}/{2}/B-person Kerr/Kerr/PROPN/{3}/flat/I-person"
    full = f"{name.format('Ann', 3, 'nsubj', 1)} {MILL.replace('/5/', '/3/')}"
    owner = f"{pronoun}/4/nmod:poss" + ("/B-person" if "PROPN" in pronoun else "")
    met = (
        f"Kerr/Kerr/PROPN/2/nsubj/B-person met/meet/VERB/0/root {owner} mother/mother/NOUN/2/obj"
        f" ,/,/PUNCT/6/punct {name.format('Ada', 4, 'appos', 6)}"
    )
    found = triples(linked(parsed(full, met, links={6: (4, 0.9)})))
    assert "Ada Kerr | kg:parentOf | Ann Kerr" in found


def test_a_person_has_the_gender_of_most_pronouns() -> None:
    quon = f"Quon/Quon/PROPN/3/nsubj/B-person Kerr/Kerr/PROPN/1/flat/I-person {MILL.replace('/5/', '/3/')}"
    said = "{0}/{0}/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    words = [said.format(word) for word in ("he", "she", "she")]
    found = linked(parsed(quon, *words, links={4: (0, 0.9), 7: (0, 0.9), 10: (0, 0.9)}))
    assert "Quon Kerr | kg:praises | Norway" in triples(found)
    assert [piece.quote.split()[0] for piece in found.evidence if "praised" in piece.quote] == ["she", "she"]


@pytest.mark.parametrize(("is_before", "expected"), [(False, "Ann Kerr"), (True, "Kerr")])
def test_a_surname_goes_on_with_the_only_one_named_before(is_before: bool, expected: str) -> None:
    named = "{0}/{0}/PROPN/3/nsubj/B-person Kerr/Kerr/PROPN/1/flat/I-person " + MILL.replace("/5/", "/3/")
    praised = "Kerr/Kerr/PROPN/2/nsubj/B-person praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    article = [named.format("Ann"), praised]
    article.insert(1 if is_before else 2, named.format("Bo"))
    assert f"{expected} | kg:praises | Norway" in triples(linked(parsed(*article)))


@pytest.mark.parametrize(("pronoun", "expected"), [("He/he", "Tom Kerr"), ("She/she", "Ann Kerr")])
def test_a_surname_is_of_the_gender_of_its_pronouns(pronoun: str, expected: str) -> None:
    named = "{0}/{0}/PROPN/3/nsubj/B-person Kerr/Kerr/PROPN/1/flat/I-person " + MILL.replace("/5/", "/3/")
    praised = "{}/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    sued = "Kerr/Kerr/PROPN/2/nsubj/B-person sued/sue/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    article = [named.format("Tom"), named.format("Ann"), sued, praised.format(pronoun)]
    assert f"{expected} | kg:sues | Norway" in triples(linked(parsed(*article, links={11: (8, 0.9)})))
