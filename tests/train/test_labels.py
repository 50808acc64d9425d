"""Label sets, and what a label of a data set may mean."""

from kg.train.examples import Example, GoldName, GoldWord
from kg.train.labels import allowed_tags, label_sets


def test_a_clear_label_allows_one_tag_per_word() -> None:
    allowed = allowed_tags(4, [GoldName(0, 1, "LOC"), GoldName(1, 4, "PER")], "uner")
    assert allowed == [("S-place",), ("B-person",), ("I-person",), ("E-person",)]


def test_a_mixed_label_allows_each_of_its_meanings() -> None:
    assert allowed_tags(1, [GoldName(0, 1, "MISC")], "docred") == [("S-event", "S-work", "S-product", "S-misc")]


def test_a_set_without_dates_allows_them_outside_names() -> None:
    (allowed,) = allowed_tags(1, [], "crossner")
    assert {"O", "S-date", "B-quantity"} <= set(allowed)
    assert "S-person" not in allowed
    assert allowed_tags(1, [], "docred") == [("O",)]


def test_a_label_without_a_row_is_misc() -> None:
    assert allowed_tags(1, [GoldName(0, 1, "musicgenre")], "crossner") == [("S-misc",)]


def test_frequent_labels_come_first_and_rare_scripts_are_left_out() -> None:
    words = (
        GoldWord("Go", "go", "VERB", "VB", -1, "root"),
        GoldWord("it", "it", "PRON", "PRP", 0, "obj"),
        GoldWord("so", "so", "PRON", "PRP", 0, "obj"),
        GoldWord("went", "go", "VERB", "VBD", 0, "conj"),
    )
    example = Example("", "", tuple(word.form for word in words), parse=words)
    sets = label_sets([example], scripts_from=2)
    assert sets["relation"] == ("obj", "conj", "root")
    assert sets["lemma"] == ("lower|0>|0>",)
