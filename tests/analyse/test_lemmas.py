"""Lemmas as edit scripts."""

import pytest

from kg.analyse.lemmas import apply_script, noun_lemma, positive_form, script_of


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("deal", "deal", "lower|0>|0>"),
        ("walking", "walk", "lower|0>|3>"),
        ("tries", "try", "lower|0>|3>y"),
        ("went", "go", "lower|=|go"),
        ("The", "the", "lower|0>|0>"),
        ("Iran", "Iran", "keep|0>|0>"),
        ("Greens", "Green", "keep|0>|1>"),
        ("UN", "UN", "keep|0>|0>"),
        ("i", "I", "title|=|i"),
    ],
)
def test_script(form: str, lemma: str, script: str) -> None:
    assert apply_script(script, form) == lemma
    assert apply_script(script_of(form, lemma), form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("n't", "not"),
        ("'s", "be"),
        ("U.S.", "US"),
        ("İstanbul", "i"),
        ("ß", "SS"),
        ("", "x"),
        ("a|b", "a|b"),
        ("McDonald", "mcDonald"),
    ],
)
def test_every_lemma_has_a_script(form: str, lemma: str) -> None:
    assert apply_script(script_of(form, lemma), form) == lemma


def test_a_script_serves_other_words() -> None:
    assert apply_script(script_of("tries", "try"), "Denies") == "deny"


def test_a_script_that_cuts_too_much_does_not_fit() -> None:
    assert apply_script("lower|0>|3>y", "is") is None
    assert apply_script("lower|0>|2>", "is") is None


@pytest.mark.parametrize(
    ("form", "script", "lemma"),
    [
        ("Thanks", "lower|0>|0>", "thanks"),
        ("IQ", "keep|0>|0>", "IQ"),
        ("President", "keep|0>|0>", "president"),
        ("etc", "lower|0>|0>.", "etc."),
        ("witnesses", "lower|0>|2>", "witness"),
        ("people", "lower|=|person", "people"),
    ],
)
def test_nouns_go_by_the_dictionary_where_the_script_does_not_know_better(form: str, script: str, lemma: str) -> None:
    assert noun_lemma(form, script) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("larger", "ADJ", "large"),
        ("Easiest", "ADJ", "easy"),
        ("biggest", "ADJ", "big"),
        ("sooner", "ADV", "soon"),
        ("better", "ADJ", None),
        ("later", "ADV", None),
        ("more", "ADJ", None),
    ],
)
def test_degrees(form: str, upos: str, lemma: str | None) -> None:
    assert positive_form(form, upos) == lemma
