"""A noun that means what an earlier sentence told more of is called what it is called there."""

from tests.link.parses import parsed
from tests.link.test_link import linked, triples

QUOTA = (
    "Riga/Riga/PROPN/2/nsubj/B-place praised/praise/VERB/0/root a/a/DET/4/det quota/quota/NOUN/2/obj "
    "on/on/ADP/6/case herring/herring/NOUN/4/nmod"
)
NEW_QUOTA = (
    "Bergen/Bergen/PROPN/2/nsubj/B-place praised/praise/VERB/0/root an/a/DET/5/det annual/annual/ADJ/5/amod "
    "quota/quota/NOUN/2/obj"
)
LAST = "{0}/the/DET/2/det quota/quota/NOUN/3/nsubj angered/anger/VERB/0/root Fisk/Fisk/PROPN/3/obj/B-person"


def angering(*before: str, article: str = "The", links: dict[int, tuple[int, float]] | None = None) -> str:
    """Say what angered Fisk in the last sentence."""
    found = triples(linked(parsed(*before, LAST.format(article), links=links)))
    return next(triple.partition(" | ")[0] for triple in found if triple.endswith("| Fisk"))


def test_a_noun_is_called_what_the_mention_it_is_linked_with_is_called() -> None:
    assert angering(QUOTA, links={7: (3, 0.9)}) == "quota on herring"
    assert angering(QUOTA, NEW_QUOTA, links={12: (3, 0.9)}) == "quota on herring"
    assert angering(QUOTA, NEW_QUOTA, links={12: (10, 0.9)}) == "annual quota"


def test_without_a_link_only_one_earlier_mention_may_say_more() -> None:
    assert angering(QUOTA) == "quota on herring"
    assert angering(QUOTA, NEW_QUOTA) == "quota"


def test_an_indefinite_noun_is_another_one() -> None:
    analysis = parsed(QUOTA, LAST.format("A").replace("/the/", "/a/"))
    assert "quota | kgr:anger | Fisk" in triples(linked(analysis))


def test_what_its_speaker_calls_my_is_the_speakers() -> None:
    said = (
        "Ann/Ann/PROPN/2/nsubj/B-person said/say/VERB/0/root “/“/PUNCT/6/punct my/my/PRON/5/nmod:poss "
        "crew/crew/NOUN/6/nsubj praised/praise/VERB/2/ccomp Norway/Norway/PROPN/6/obj/B-place ”/”/PUNCT/6/punct"
    )
    assert "Ann's crew | kg:praises | Norway" in triples(linked(parsed(said)))
    assert "crew | kg:praises | Norway" in triples(linked(parsed(said.replace("my/my/PRON", "our/our/PRON"))))


def test_whose_a_part_of_a_phrase_is_is_said_where_its_pronoun_has_a_name() -> None:
    met = "Bo/Bo/PROPN/2/nsubj/B-person praised/praise/VERB/0/root Tom/Tom/PROPN/2/obj/B-person"
    news = (
        "News/news/NOUN/5/nsubj of/of/ADP/4/case his/his/PRON/4/nmod:poss crash/crash/NOUN/1/nmod "
        "angered/anger/VERB/0/root Norway/Norway/PROPN/5/obj/B-place"
    )
    found = triples(linked(parsed(met, news, links={5: (0, 0.99)})))
    assert "News of Bo's crash | kgr:anger | Norway" in found
    assert "News of his crash | kgr:anger | Norway" in triples(linked(parsed(news)))
