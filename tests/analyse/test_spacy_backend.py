"""An analyser made of a spaCy pipeline: real spaCy, and a pipeline that knows one sentence by heart."""

from pathlib import Path

import pytest

from kg.analyse.spacy_backend import SpacyAnalyser, with_pipeline
from kg.document import Analysis, Span
from kg.errors import MissingPipeline, SettingsError
from kg.registry import resolve
from tests.analyse.pipelines import CLEAR, SENTENCE, UD, pipeline
from tests.analyse.texts import document

TEXT = f"Talks\nfailed\n\n{SENTENCE}\n"


@pytest.fixture(scope="module", params=[CLEAR, UD])
def analyser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SpacyAnalyser:
    folder = pipeline(tmp_path_factory.mktemp("pipeline"), request.param)
    return resolve("analysers", f"spacy:{folder}")(threads=1)


@pytest.fixture(scope="module")
def analysis(analyser: SpacyAnalyser) -> Analysis:
    return analyser.analyse(document(TEXT))


def test_both_schemes_give_ud(analysis: Analysis) -> None:
    sentence = analysis.sentences[-1]
    assert sentence.span.of(TEXT) == SENTENCE
    tokens = analysis.tokens[sentence.tokens.start : sentence.tokens.end]
    assert [
        (token.text, token.deprel, analysis.tokens[token.head].text) for token in tokens if token.upos != "PUNCT"
    ] == [
        ("Norland", "nmod:poss", "king"),
        ("'s", "case", "Norland"),
        ("king", "nsubj:pass", "attacked"),
        ("was", "aux:pass", "attacked"),
        ("attacked", "root", "."),
        ("by", "case", "rebels"),
        ("rebels", "obl:agent", "attacked"),
        ("in", "case", "Velmar"),
        ("Velmar", "obl", "attacked"),
        ("on", "case", "Monday"),
        ("Monday", "obl", "attacked"),
    ]
    assert [(token.lemma, token.xpos) for token in tokens[2:5]] == [("king", "NN"), ("be", "VBD"), ("attack", "VBN")]


def test_names_lose_their_s_and_types_are_ours(analysis: Analysis) -> None:
    known = [mention for mention in analysis.mentions if mention.type != "organization"]
    assert [(analysis.words(mention.tokens), mention.type) for mention in known] == [
        ("Norland", "place"),
        ("Velmar", "place"),
        ("Monday", "date"),
    ]
    types = {token.text: token.nominal_type for token in analysis.tokens}
    assert (types["Norland"], types["Monday"], types["king"]) == ("place", "time", "")


def test_times_are_resolved(analysis: Analysis) -> None:
    assert [(analysis.words(time.tokens), time.value.iso) for time in analysis.times] == [("Monday", "2026-02-09")]


def test_paragraphs_end_sentences(analysis: Analysis) -> None:
    assert [sentence.span.of(TEXT) for sentence in analysis.sentences] == ["Talks", "failed", SENTENCE]


def test_words_on_white_space_hang_on_what_that_hangs_on(analyser: SpacyAnalyser) -> None:
    found = analyser.analyse(document("One  two   three."))
    assert [(token.text, token.head) for token in found.tokens] == [("One", -1), ("two", 0), ("three", 1), (".", 2)]


def test_given_sentences_are_kept_where_the_tree_has_another_opinion(analyser: SpacyAnalyser) -> None:
    words = [Span(0, 3), Span(3, 4), Span(5, 8), Span(8, 9)]
    found = analyser.analyse_words(document("One. Two."), words, [0])
    assert [(token.text, token.head, token.deprel) for token in found.tokens][::2] == [
        ("One", -1, "root"),
        ("Two", 0, "parataxis"),
    ]


def test_its_name_tells_the_pipeline(analyser: SpacyAnalyser) -> None:
    assert analyser.name in {"spacy:en_clear-0.0.0", "spacy:en_ud-0.0.0"}


def test_a_missing_pipeline_is_told_with_the_line_that_installs_it() -> None:
    with pytest.raises(MissingPipeline, match="python -m spacy download en_core_web_none"):
        resolve("analysers", "spacy:en_core_web_none")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingPipeline, match="is no spaCy pipeline"):
        with_pipeline(str(tmp_path / "nothing"))


def test_a_folder_without_pipeline_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingPipeline, match="is no spaCy pipeline"):
        SpacyAnalyser(str(tmp_path))


def test_a_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="gives no relations and no parts of speech and no tags"):
        SpacyAnalyser(str(pipeline(tmp_path, CLEAR, "en", "sentencizer")))


def test_a_pipeline_for_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is for the language 'de'"):
        SpacyAnalyser(str(pipeline(tmp_path, UD, "de")))


def test_a_pipeline_with_an_unknown_part_is_told_in_one_line(tmp_path: Path) -> None:
    config = pipeline(tmp_path, UD) / "config.cfg"
    config.write_text(config.read_text(encoding="utf-8").replace("newskg_test_grammar", "unheard_of"), encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be loaded") as raised:
        SpacyAnalyser(str(tmp_path))
    assert "\n" not in str(raised.value)
