"""Who is meant: names, pronouns, descriptions, seats."""

import pytest

from kg.document import Analysis
from kg.extract import extract
from kg.knowledge import ArticleGraph, Value
from kg.link import link
from kg.link.gazetteers import load_gazetteers
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.link.parses import parsed

GAZETTEERS = load_gazetteers()
LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()


def linked(analysis: Analysis) -> ArticleGraph:
    claims = extract(analysis, LEXICONS, VOCABULARY)
    return link(analysis, claims, GAZETTEERS, LEXICONS, VOCABULARY)


def triples(graph: ArticleGraph) -> set[str]:
    labels = {entity.id: entity.label for entity in graph.entities}
    return {
        f"{labels[s.subject]} | {s.predicate} | {s.object.text if isinstance(s.object, Value) else labels[s.object]}"
        for s in graph.statements
    }


ANN = "Ann/Ann/PROPN/3/nsubj/B-person Kerr/Kerr/PROPN/1/flat/I-person met/meet/VERB/0/root "
ANN_MET_TOM = ANN + "Tom/Tom/PROPN/3/obj/B-person Lund/Lund/PROPN/4/flat/I-person"


def test_a_surname_is_the_person_who_bears_it() -> None:
    graph = linked(
        parsed(
            ANN_MET_TOM, "Kerr/Kerr/PROPN/2/nsubj/B-person praised/praise/VERB/0/root Lund/Lund/PROPN/2/obj/B-person"
        )
    )
    assert "Ann Kerr | kg:praises | Tom Lund" in triples(graph)


def test_a_surname_of_two_people_is_neither() -> None:
    graph = linked(
        parsed(
            ANN + "Tom/Tom/PROPN/3/obj/B-person Kerr/Kerr/PROPN/4/flat/I-person",
            "Kerr/Kerr/PROPN/2/nsubj/B-person praised/praise/VERB/0/root Riga/Riga/PROPN/2/obj/B-place",
        )
    )
    praise = next(s for s in graph.statements if s.predicate == "kg:praises")
    assert praise.subject == "person/a1/kerr"


@pytest.mark.parametrize(("pronoun", "expected"), [("She", "Ann Kerr"), ("He", "Tom Lund")])
def test_a_pronoun_agrees_in_gender(pronoun: str, expected: str) -> None:
    second = f"{pronoun}/{pronoun.lower()}/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    assert f"{expected} | kg:praises | Norway" in triples(linked(parsed(ANN_MET_TOM, second)))


def test_two_equally_good_antecedents_give_no_statement() -> None:
    first = (
        "We/we/PRON/2/nsubj saw/see/VERB/0/root Zorl/Zorl/PROPN/2/obj/B-person"
        " and/and/CCONJ/5/cc Quem/Quem/PROPN/3/conj/B-person"
    )
    second = "He/he/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    assert not any("praises" in triple for triple in triples(linked(parsed(first, second))))


def test_a_capital_that_acts_is_its_country() -> None:
    graph = linked(parsed("Tehran/Tehran/PROPN/2/nsubj/B-place rejected/reject/VERB/0/root talks/talk/NOUN/2/obj"))
    assert "Iran | kg:rejects | talks" in triples(graph)
    assert "Tehran" in next(entity for entity in graph.entities if entity.label == "Iran").aliases


def test_a_capital_that_is_visited_is_a_city() -> None:
    graph = linked(parsed("Ann/Ann/PROPN/2/nsubj/B-person visited/visit/VERB/0/root Tehran/Tehran/PROPN/2/obj/B-place"))
    assert "Ann | kg:visits | Tehran" in triples(graph)


def test_the_company_is_the_company_named_before() -> None:
    graph = linked(
        parsed(
            "Corvane/Corvane/PROPN/2/nsubj/B-organization sued/sue/VERB/0/root Riga/Riga/PROPN/2/obj/B-place",
            "The/the/DET/2/det company/company/NOUN/3/nsubj praised/praise/VERB/0/root Oslo/Oslo/PROPN/3/obj/B-place",
        )
    )
    assert any(triple.startswith("Corvane | kg:praises") for triple in triples(graph))


def test_an_unresolved_pronoun_is_never_an_entity() -> None:
    graph = linked(parsed("They/they/PRON/2/nsubj praised/praise/VERB/0/root Riga/Riga/PROPN/2/obj/B-place"))
    assert graph.entities == graph.statements == graph.evidence == ()


def test_descriptions_stay_inside_the_article() -> None:
    graph = linked(
        parsed("Officials/official/NOUN/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place")
    )
    assert any(entity.id == "group/a1/officials" for entity in graph.entities)


def test_spellings_of_a_country_are_one_entity() -> None:
    graph = linked(
        parsed(
            "US/US/PROPN/2/nsubj/B-place praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place",
            "U.S./U.S./PROPN/2/nsubj/B-place praised/praise/VERB/0/root Riga/Riga/PROPN/2/obj/B-place",
            "America/America/PROPN/2/nsubj/B-place praised/praise/VERB/0/root Oslo/Oslo/PROPN/2/obj/B-place",
        )
    )
    assert len({s.subject for s in graph.statements}) == 1


def test_a_phrase_of_determiners_repeats_nothing() -> None:
    graph = linked(
        parsed(
            "Officials/official/NOUN/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place",
            "The/the/DET/2/det that/that/NOUN/3/nsubj praised/praise/VERB/0/root Riga/Riga/PROPN/3/obj/B-place",
        )
    )
    assert any(entity.label == "Norway" for entity in graph.entities)


TWO_FIRMS = (
    "Norrvik/Norrvik/PROPN/2/nsubj/B-organization sold/sell/VERB/0/root Amber/Amber/PROPN/2/obj/B-organization",
    "The/the/DET/2/det company/company/NOUN/3/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/3/obj/B-place",
)


@pytest.mark.parametrize(("antecedent", "expected"), [(0, "Norrvik"), (2, "Amber")])
def test_a_description_is_what_the_analyser_links_it_with(antecedent: int, expected: str) -> None:
    graph = linked(parsed(*TWO_FIRMS, links={4: (antecedent, 0.9)}))
    assert f"{expected} | kg:praises | Norway" in triples(graph)


def test_a_doubtful_link_is_not_followed() -> None:
    without, doubtful = linked(parsed(*TWO_FIRMS)), linked(parsed(*TWO_FIRMS, links={4: (2, 0.3)}))
    assert triples(without) == triples(doubtful)


def test_a_link_never_overrules_gender() -> None:
    second = "She/she/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    assert "Ann Kerr | kg:praises | Norway" in triples(linked(parsed(ANN_MET_TOM, second, links={5: (3, 0.9)})))


def test_a_link_goes_through_other_pronouns() -> None:
    second = "They/they/PRON/2/nsubj left/leave/VERB/0/root Riga/Riga/PROPN/2/obj/B-place"
    third = "It/it/PRON/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    graph = linked(parsed(TWO_FIRMS[0], second, third, links={3: (2, 0.9), 6: (3, 0.9)}))
    assert "Amber | kg:praises | Norway" in triples(graph)


def test_a_surname_that_was_not_taken_for_a_name_is_its_person() -> None:
    second = "Kerr/Kerr/PROPN/2/nsubj praised/praise/VERB/0/root Norway/Norway/PROPN/2/obj/B-place"
    assert "Ann Kerr | kg:praises | Norway" in triples(linked(parsed(ANN_MET_TOM, second)))


def test_one_word_of_a_longer_name_is_its_body_if_the_analyser_links_them() -> None:
    first = (
        "Sudan/Sudan/PROPN/2/compound/B-organization Council/Council/PROPN/3/nsubj/I-organization"
        " met/meet/VERB/0/root Tom/Tom/PROPN/3/obj/B-person"
    )
    second = "Council/Council/PROPN/2/nsubj/B-organization praised/praise/VERB/0/root Tom/Tom/PROPN/2/obj/B-person"
    graph = linked(parsed(first, second, links={4: (1, 0.8)}))
    assert "Sudan Council | kg:praises | Tom" in triples(graph)


def test_a_description_of_unknown_class_is_not_linked_with_a_name() -> None:
    words = "The/the/DET/2/det thingamajig/thingamajig/NOUN/3/nsubj praised/praise/VERB/0/root"
    second = f"{words} Riga/Riga/PROPN/3/obj/B-place"
    graph = linked(parsed(TWO_FIRMS[0], second, links={4: (0, 0.9)}))
    assert "thingamajig | kg:praises | Latvia" in triples(graph)


def test_an_office_is_part_of_a_body_or_a_place_only() -> None:
    words = "Ann/Ann/PROPN/3/nsubj/B-person was/be/AUX/3/cop secretary/secretary/NOUN/0/root of/of/ADP/5/case"
    assert not any("partOf" in triple for triple in triples(linked(parsed(f"{words} justice/justice/NOUN/3/nmod"))))
    assert any("partOf" in triple for triple in triples(linked(parsed(f"{words} Riga/Riga/PROPN/3/nmod/B-place"))))


def test_nobody_calls_himself_he_in_a_quotation() -> None:
    said = 'Tom/Tom/PROPN/3/nsubj/B-person Lund/Lund/PROPN/1/flat/I-person said/say/VERB/0/root "/"/PUNCT/6/punct'
    quoted = (
        f'{said} He/he/PRON/6/nsubj praised/praise/VERB/3/ccomp Norway/Norway/PROPN/6/obj/B-place "/"/PUNCT/6/punct'
    )
    first = "Bo/Bo/PROPN/3/nsubj/B-person Berg/Berg/PROPN/1/flat/I-person left/leave/VERB/0/root"
    graph = linked(parsed(first, quoted, links={7: (3, 0.9)}))
    assert "Bo Berg | kg:praises | Norway" in triples(graph)


def test_a_possessor_is_not_who_is_described() -> None:
    first = "Tom/Tom/PROPN/3/nsubj/B-person Lund/Lund/PROPN/1/flat/I-person left/leave/VERB/0/root"
    second = (
        "Jeri/Jeri/PROPN/6/nsubj/B-person ,/,/PUNCT/4/punct his/his/PRON/4/nmod:poss wife/wife/NOUN/1/appos"
        " ,/,/PUNCT/4/punct left/leave/VERB/0/root"
    )
    assert "Tom Lund | kg:spouseOf | Jeri" in triples(linked(parsed(first, second, links={5: (3, 0.9)})))


def test_a_body_is_called_by_its_first_word_though_its_founder_has_that_name() -> None:
    first = (
        "Anders/Anders/PROPN/3/nsubj/B-person Haldvik/Haldvik/PROPN/1/flat/I-person founded/found/VERB/0/root"
        " Haldvik/Haldvik/PROPN/5/compound/B-organization Marine/Marine/PROPN/3/obj/I-organization"
    )
    second = "Haldvik/Haldvik/PROPN/2/nsubj/B-organization sold/sell/VERB/0/root Riga/Riga/PROPN/2/obj/B-place"
    assert any(triple.startswith("Haldvik Marine | kg:sells") for triple in triples(linked(parsed(first, second))))


def test_a_capitalised_description_joins_only_a_name_with_its_word() -> None:
    second = "The/the/DET/2/det Commission/commission/NOUN/3/nsubj praised/praise/VERB/0/root"
    graph = linked(parsed(TWO_FIRMS[0], f"{second} Norway/Norway/PROPN/3/obj/B-place", links={4: (2, 0.9)}))
    assert "Amber | kg:praises | Norway" not in triples(graph)
