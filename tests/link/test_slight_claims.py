"""Claims that say little and are not sure are left out."""

from dataclasses import replace

import pytest

from kg.document import Analysis, Period, Span, TimeExpression
from kg.extract import extract
from kg.knowledge import Statement
from kg.link import link
from kg.link.gazetteers import load_gazetteers
from kg.vocabulary import load_vocabulary
from kg.wording import load_lexicons
from tests.link.parses import parsed

GAZETTEERS = load_gazetteers()
LEXICONS = load_lexicons()
VOCABULARY = load_vocabulary()
BOUGHT_OMAN = "Tom/Tom/PROPN/2/nsubj/B-person praised/praise/VERB/0/root Oman/Oman/PROPN/2/obj/B-place"
DOCKER = "The/the/DET/2/det dockers/docker/NOUN/3/nsubj"
FISK = "Mr/Mr/PROPN/2/compound Fisk/Fisk/PROPN/3/nsubj/B-person"


@pytest.mark.parametrize(
    ("subject", "verb", "confidence", "kept"),
    [
        (DOCKER, "polished/polish", 0.5, 0),
        (DOCKER, "polished/polish", 0.55, 1),
        (FISK, "polished/polish", 0.5, 1),
        (DOCKER, "rejected/reject", 0.5, 1),
    ],
)
def test_an_unsure_open_claim_of_two_nameless_things_is_left_out(
    subject: str, verb: str, confidence: float, kept: int
) -> None:
    analysis = parsed(f"{subject} {verb}/VERB/0/root the/the/DET/5/det crates/crate/NOUN/3/obj")
    claims = [replace(claim, confidence=confidence) for claim in extract(analysis, LEXICONS, VOCABULARY)]
    assert len(claims) == 1
    assert len(link(analysis, claims, GAZETTEERS, LEXICONS, VOCABULARY).statements) == kept


@pytest.mark.parametrize(("cue", "confidence", "kept"), [(":", 0.65, 0), (":", 0.7, 1), ("say", 0.65, 1)])
def test_what_is_said_in_a_turn_of_an_interview_has_to_be_surer(cue: str, confidence: float, kept: int) -> None:
    analysis = parsed(f"{FISK} polished/polish/VERB/0/root the/the/DET/5/det crates/crate/NOUN/3/obj")
    claims = [replace(each, cue=cue, confidence=confidence) for each in extract(analysis, LEXICONS, VOCABULARY)]
    assert len(link(analysis, claims, GAZETTEERS, LEXICONS, VOCABULARY).statements) == kept


@pytest.mark.parametrize(("relative", "kept"), [(" Ada/Ada/PROPN/4/appos/B-person", 1), ("", 0)])
def test_a_relative_without_a_name_is_no_more_than_the_word(relative: str, kept: int) -> None:
    analysis = parsed(
        "Fisk/Fisk/PROPN/2/nsubj/B-person left/leave/VERB/0/root Fisk's/Fisk/PROPN/4/nmod:poss/B-person "
        f"wife/wife/NOUN/2/obj{relative}"
    )
    claims = [claim for claim in extract(analysis, LEXICONS, VOCABULARY) if claim.rule == "kinship"]
    assert len(claims) == 1
    assert len(link(analysis, claims, GAZETTEERS, LEXICONS, VOCABULARY).statements) == kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("A/a/DET/2/det remark/remark/NOUN/3/nsubj drew/draw/VERB/0/root complaints/complaint/NOUN/3/obj", 0),
        (
            "The/the/DET/2/det remark/remark/NOUN/3/nsubj drew/draw/VERB/0/root those/that/DET/5/det "
            "complaints/complaint/NOUN/3/obj",
            1,
        ),
        ("The/the/DET/2/det bodies/body/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass found/find/VERB/0/root", 0),
        (
            "A/a/DET/3/det crude/crude/ADJ/3/amod remark/remark/NOUN/4/nsubj drew/draw/VERB/0/root "
            "complaints/complaint/NOUN/4/obj",
            1,
        ),
    ],
)
def test_two_single_words_tell_something_only_if_the_article_has_told_of_both(sentence: str, kept: int) -> None:
    assert len(_statements(parsed(sentence))) == kept


@pytest.mark.parametrize(
    ("verb", "what", "kept"),
    [
        ("announced/announce", "the/the/DET/4/det change/change/NOUN/2/obj", 0),
        ("announced/announce", "many/many/ADJ/4/amod changes/change/NOUN/2/obj", 0),
        ("announced/announce", "the/the/DET/5/det road/road/NOUN/5/compound change/change/NOUN/2/obj", 1),
        ("rejected/reject", "this/this/DET/4/det change/change/NOUN/2/obj", 0),
        ("rejected/reject", "the/the/DET/4/det change/change/NOUN/2/obj", 1),
        ("announced/announce", "the/the/DET/4/det attack/attack/NOUN/2/obj", 1),
    ],
)
def test_a_bare_shell_noun_leaves_out_what_somebody_made_or_announced(verb: str, what: str, kept: int) -> None:
    analysis = parsed(f"Riga/Riga/PROPN/2/nsubj/B-place {verb}/VERB/0/root {what}")
    assert len(_statements(analysis)) == kept


@pytest.mark.parametrize(("pronoun", "kept"), [("it/it/PRON", 0), ("them/they/PRON", 0), ("Oslo/Oslo/PROPN", 1)])
@pytest.mark.parametrize(
    "verb", ["was/be/AUX/3/cop part/part/NOUN/0/root", "filed/file/VERB/0/root parts/part/NOUN/2/obj"]
)
def test_a_part_of_what_is_only_pointed_at_says_nothing(verb: str, pronoun: str, kept: int) -> None:
    subject = f"Riga/Riga/PROPN/{3 if 'cop' in verb else 2}/nsubj/B-place"
    analysis = parsed(f"{subject} {verb} of/of/ADP/5/case {pronoun}/3/nmod")
    assert len([each for each in _statements(analysis) if each.predicate.startswith("kgr:")]) == kept


@pytest.mark.parametrize(("word", "kept"), [("", 0), ("Some/some/DET/2/det", 0), ("The/the/DET/2/det", 1)])
def test_one_word_for_one_thing_needs_an_article_that_points(word: str, kept: int) -> None:
    subject = 2 if word else 1
    verb = subject + 1
    sentence = (
        f"{word} farm/farm/NOUN/{verb}/nsubj sold/sell/VERB/0/root the/the/DET/{verb + 3}/det "
        f"old/old/ADJ/{verb + 3}/amod mill/mill/NOUN/{verb}/obj"
    )
    assert len(_statements(parsed(sentence))) == kept


@pytest.mark.parametrize(("second", "kept"), [("Oslo", 0), ("Norway", 1)])
def test_the_next_city_of_a_list_is_not_where_the_first_one_is(second: str, kept: int) -> None:
    cities = f"Paris/Paris/PROPN/2/obl/B-place ,/,/PUNCT/6/punct {second}/{second}/PROPN/4/appos/B-place"
    analysis = parsed(f"Ann/Ann/PROPN/2/nsubj/B-person slept/sleep/VERB/0/root in/in/ADP/4/case {cities}")
    assert len([s for s in _statements(analysis) if s.predicate == "kg:locatedIn"]) == kept


@pytest.mark.parametrize(("owner", "kept"), [("Her/her/PRON", 0), ("The/the/DET", 1)])
def test_what_belongs_to_nobody_with_a_name_tells_little(owner: str, kept: int) -> None:
    relation = "nmod:poss" if kept == 0 else "det"
    heirs = f"{owner}/2/{relation} heirs/heir/NOUN/3/nsubj"
    mill = "sold/sell/VERB/0/root the/the/DET/6/det old/old/ADJ/6/amod mill/mill/NOUN/3/obj"
    assert len(_statements(parsed(f"{heirs} {mill}"))) == kept


def test_a_phrase_is_not_said_again_unless_it_stands_for_a_name() -> None:
    critic = "critic/critic/NOUN/{0} of/of/ADP/{1}/case the/the/DET/{1}/det plan/plan/NOUN/{2}/nmod"
    alone = parsed("A/a/DET/2/det " + critic.format("6/nsubj", 5, 2) + " left/leave/VERB/0/root")
    named = parsed(
        "Ann/Ann/PROPN/2/compound/B-person Fisk/Fisk/PROPN/9/nsubj/I-person ,/,/PUNCT/5/punct a/a/DET/5/det "
        + critic.format("2/appos", 8, 5)
        + " left/leave/VERB/0/root"
    )
    assert not [s for s in _statements(alone) if s.predicate == "kg:criticizes"]
    assert [s for s in _statements(named) if s.predicate == "kg:criticizes"]


@pytest.mark.parametrize(("word", "kept"), [("golden", 1), ("old", 0)])
def test_an_adjective_is_not_said_again_by_a_word_that_only_holds_its_letters(word: str, kept: int) -> None:
    mine = f"The/the/DET/3/det {word}/{word}/ADJ/3/amod mine/mine/NOUN/5/nsubj is/be/AUX/5/cop old/old/ADJ/0/root"
    assert len(_statements(parsed(mine))) == kept


@pytest.mark.parametrize(("verb", "kept"), [("", 0), (" leaked/leak/VERB/0/root oil/oil/NOUN/6/obj", 1)])
def test_where_something_is_counts_if_anything_else_is_said_of_it(verb: str, kept: int) -> None:
    port = "The/the/DET/3/det old/old/ADJ/3/amod port/port/NOUN/{0} in/in/ADP/5/case Oman/Oman/PROPN/3/nmod/B-place"
    analysis = parsed(port.format("6/nsubj" if verb else "0/root") + verb)
    assert len([s for s in _statements(analysis) if s.predicate == "kg:locatedIn"]) == kept


@pytest.mark.parametrize(("again", "kept"), [(" Oman/Oman/PROPN/0/root/B-place", 1), (BOUGHT_OMAN, 0)])
def test_where_a_port_is_called_so_counts_if_nothing_else_is_said_of_the_place(again: str, kept: int) -> None:
    port = (
        "The/the/DET/3/det old/old/ADJ/3/amod port/port/NOUN/6/nsubj in/in/ADP/5/case Oman/Oman/PROPN/3/nmod/B-place "
        "leaked/leak/VERB/0/root oil/oil/NOUN/6/obj"
    )
    found = _statements(parsed(port, again.strip()))
    assert len([s for s in found if s.predicate == "kg:locatedIn"]) == kept


def test_who_leads_two_countries_is_not_said_by_the_word_leaders() -> None:
    leaders = (
        "Leaders/leader/NOUN/6/nsubj of/of/ADP/3/case Chad/Chad/PROPN/1/nmod/B-place and/and/CCONJ/5/cc "
        "Oman/Oman/PROPN/3/conj/B-place praised/praise/VERB/0/root Ann/Ann/PROPN/6/obj/B-person"
    )
    bought = BOUGHT_OMAN, BOUGHT_OMAN.replace("Oman", "Chad")
    assert not [s for s in _statements(parsed(leaders, *bought)) if s.predicate == "kg:leads"]


@pytest.mark.parametrize(("meeting", "kept"), [("of/of", 0), ("with/with", 1)])
def test_a_body_is_at_its_own_meeting(meeting: str, kept: int) -> None:
    analysis = parsed(
        "Ann/Ann/PROPN/2/nsubj/B-person praised/praise/VERB/0/root the/the/DET/4/det meeting/meeting/NOUN/2/obj "
        f"{meeting}/ADP/6/case Norvik/Norvik/PROPN/4/nmod/B-organization"
    )
    assert len([s for s in _statements(analysis) if s.predicate == "kg:participatesIn"]) == kept


@pytest.mark.parametrize(("owner", "kept"), [("The/the/DET/2/det", 0), ("Fisk's/Fisk/PROPN/2/nmod:poss/B-person", 1)])
def test_an_event_is_where_its_phrase_says_only_if_one_knows_whose_it_is(owner: str, kept: int) -> None:
    visit = "visit/visit/NOUN/5/nsubj to/to/ADP/4/case Oman/Oman/PROPN/2/nmod/B-place ended/end/VERB/0/root"
    found = _statements(parsed(f"{owner} {visit}"))
    assert len([s for s in found if s.predicate == "kg:takesPlaceIn"]) == kept


def test_a_body_that_is_only_its_members_own_is_no_news() -> None:
    owner = "Fisk's/Fisk/PROPN/2/nmod:poss/B-person party/party/NOUN/{0}"
    nameless = parsed(owner.format("3/nsubj") + " lost/lose/VERB/0/root")
    named = parsed(
        owner.format("5/nsubj") + " ,/,/PUNCT/4/punct Ahead/Ahead/PROPN/2/appos/B-organization lost/lose/VERB/0/root"
    )
    assert not _statements(nameless)
    assert [s.predicate for s in _statements(named)].count("kg:memberOf") == 1


@pytest.mark.parametrize(("owner", "antecedent", "kept"), [("His/his/PRON", 1, 1), ("Last/last/ADJ", 0, 0)])
def test_when_an_event_was_counts_if_its_owner_has_a_name(owner: str, antecedent: int, kept: int) -> None:
    relation = "nmod:poss" if antecedent else "amod"
    analysis = parsed(
        "Fisk/Fisk/PROPN/2/nsubj/B-person slept/sleep/VERB/0/root",
        f"{owner}/2/{relation} arrest/arrest/NOUN/5/nsubj in/in/ADP/4/case 2019/2019/NUM/2/nmod/B-date "
        "failed/fail/VERB/0/root",
        links={2: (0, 0.99)} if antecedent else None,
    )
    timed = replace(analysis, times=(TimeExpression(Span(5, 6), Period("2019", "2019")),))
    assert len([s for s in _statements(timed) if s.predicate == "kg:takesPlaceOn"]) == kept


def _statements(analysis: Analysis) -> tuple[Statement, ...]:
    return link(analysis, extract(analysis, LEXICONS, VOCABULARY), GAZETTEERS, LEXICONS, VOCABULARY).statements


@pytest.mark.parametrize(("words", "kept"), [("event/event/NOUN/3/obj", 0), ("fair/fair/NOUN/3/obj", 1)])
def test_an_event_without_a_word_of_what_it_was_tells_nothing(words: str, kept: int) -> None:
    analysis = parsed(f"{FISK} praised/praise/VERB/0/root the/the/DET/5/det {words}")
    assert len(_statements(analysis)) == kept


@pytest.mark.parametrize(("word", "kept"), [("it/it/PRON", 0), ("that/that/PRON", 0), ("her/she/PRON", 1)])
def test_a_noun_of_what_is_only_pointed_at_says_nothing(word: str, kept: int) -> None:
    analysis = parsed(f"{FISK} painted/paint/VERB/0/root versions/version/NOUN/3/obj of/of/ADP/6/case {word}/4/nmod")
    assert len(_statements(analysis)) == kept
