"""The commands that read articles: build, extract, explain. The model's place is taken by a hand-made analysis."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Call
from tests.pipeline.plug_in import install

pytestmark = pytest.mark.usefixtures("by_hand")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "refusal.txt"
    path.write_text(f"title: Norland says no\npublisher: The Courier\npublished: 2026-02-11\n\n{ARTICLE}\n")
    return path


def test_build_writes_all_files_and_a_summary(kg: Call, article: Path, tmp_path: Path) -> None:
    result = kg("build", article, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "articles    1 in, 1 done, 0 failed" in result.stdout
    assert "words a second" in result.stdout
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"graph", "graph.ttl", "graph.trig", "statements.jsonl", "graph.png", "graph.html"}


def test_build_twice_changes_nothing(kg: Call, article: Path, tmp_path: Path) -> None:
    def built() -> list[bytes]:
        assert kg("build", article, "-o", tmp_path / "out", "--no-pictures").exit_code == 0
        return [(tmp_path / "out" / name).read_bytes() for name in ("graph.ttl", "graph.trig", "statements.jsonl")]

    assert built() == built()


def test_what_cannot_be_read_is_one_line_each_and_the_others_go_on(kg: Call, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    result = kg(
        "build",
        tmp_path / "missing.txt",
        tmp_path / "empty.txt",
        tmp_path / "binary.txt",
        article,
        "-o",
        tmp_path / "out",
    )
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("failed: ") for line in lines)
    assert "articles    4 in, 1 done, 3 failed" in result.stdout


def test_build_of_articles_that_say_nothing(kg: Call, tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("No sentence here is known to the analyser.")
    result = kg("build", tmp_path / "dull.txt", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "none: no relation between two entities was found" in result.stdout
    assert not (tmp_path / "out" / "graph.png").exists()


def test_build_from_standard_input_and_json_summary(kg: Call, tmp_path: Path) -> None:
    result = kg("build", "-", "-o", tmp_path / "out", "--no-pictures", "--json", stdin=ARTICLE)
    report = json.loads(result.stdout)
    assert (report["articles"], report["done"], report["statements"], report["failures"]) == (1, 1, 1, [])
    assert report["words"] == 5


def test_build_with_another_base(kg: Call, article: Path, tmp_path: Path) -> None:
    kg("build", article, "-o", tmp_path / "out", "--no-pictures", "--base", "https://news.test/")
    assert "https://news.test/" in (tmp_path / "out" / "graph.ttl").read_text()
    result = kg("build", article, "-o", tmp_path / "out", "--base", "https://other.test/")
    assert result.exit_code == 2
    assert "https://news.test/" in result.stderr


@pytest.mark.parametrize(
    "option", [("--threads", "0"), ("--min-confidence", "2"), ("--base", "x"), ("--analyser", "y")]
)
def test_options_out_of_range(kg: Call, article: Path, tmp_path: Path, option: tuple[str, str]) -> None:
    result = kg("build", article, "-o", tmp_path / "out", *option)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert not (tmp_path / "out").exists()


def test_minimal_confidence_leaves_out(kg: Call, article: Path, tmp_path: Path) -> None:
    result = kg("build", article, "-o", tmp_path / "out", "--no-pictures", "--json", "--min-confidence", "1")
    assert json.loads(result.stdout)["statements"] == 0


def test_extract_prints_json_lines_of_the_contract(kg: Call, article: Path) -> None:
    (line,) = kg("extract", article).stdout.splitlines()
    record = json.loads(line)
    assert record["document"] == "refusal"
    assert record["subject"]["label"] == "Norland"
    assert record["predicate"] == {"id": "kg:rejects", "label": "rejects", "lemma": "reject"}
    assert record["object"]["label"] == "missile talks"
    assert (record["polarity"], record["factuality"], record["attributed_to"]) == ("positive", "asserted", None)
    evidence = record["evidence"]
    assert evidence["text"] == ARTICLE[evidence["start"] : evidence["end"]]
    assert set(record) >= {"statement", "time", "place", "rule", "confidence"}


def test_extract_to_a_file_and_from_standard_input(kg: Call, tmp_path: Path) -> None:
    result = kg("extract", "-", "-o", tmp_path / "out.jsonl", stdin=ARTICLE)
    assert result.stdout == ""
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


def test_extract_as_a_table(kg: Call, article: Path) -> None:
    printed = kg("extract", article, "--format", "table").stdout
    assert printed.startswith("refusal: Norland says no")
    assert "rejects" in printed


def test_extract_goes_on_after_a_failure(kg: Call, article: Path, tmp_path: Path) -> None:
    result = kg("extract", tmp_path / "missing.txt", article)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.startswith("failed: ")


def test_explain_shows_all_stages(kg: Call, article: Path) -> None:
    printed = kg("explain", article).stdout
    assert printed.startswith("refusal: Norland says no (The Courier, 2026-02-11)")
    for part in ("nsubj", "Norland (place)", "| kg:rejects |", "missile talks", "entities", "statements"):
        assert part in printed


def test_explain_as_json(kg: Call, article: Path) -> None:
    found = json.loads(kg("explain", article, "--json").stdout)
    (sentence,) = found["sentences"]
    assert sentence["tokens"][1]["relation"] == "root"
    assert sentence["claims"][0]["predicate"] == "kg:rejects"
    assert found["statements"][0]["object"] == "missile talks"


def test_explain_a_sentence_that_is_not_there(kg: Call, article: Path) -> None:
    result = kg("explain", article, "--sentence", "7")
    assert result.exit_code == 2
    assert "1 sentence" in result.stderr


def test_explain_what_cannot_be_read(kg: Call, tmp_path: Path) -> None:
    result = kg("explain", tmp_path / "missing.txt")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_escape_sequences_of_an_article_do_not_reach_the_terminal(kg: Call, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(f"title: \x1b[2J\x9b31m[red]wiped[/red]\n\n{ARTICLE}\n")
    for arguments in (["explain", path], ["extract", path, "--format", "table"], ["extract", path]):
        printed = kg(*arguments).stdout
        assert "\x1b" not in printed
        assert "\x9b" not in printed
    assert "[red]wiped[/red]" in kg("explain", path).stdout


@pytest.fixture
def unlucky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Path) -> Path:
    """A folder of two articles of which an analyser reads one."""
    (tmp_path / "site-packages").mkdir()
    install(tmp_path / "site-packages", monkeypatch)
    (tmp_path / "news").mkdir()
    article.rename(tmp_path / "news" / article.name)
    (tmp_path / "news" / "bad.txt").write_text("DIVIDE \x1b[31m")
    return tmp_path / "news"


def test_an_article_that_an_analyser_cannot_read_is_one_line(kg: Call, unlucky: Path, tmp_path: Path) -> None:
    built = kg("build", unlucky, "-o", tmp_path / "out", "--no-pictures", "--analyser", "unlucky")
    extracted = kg("extract", unlucky, "--analyser", "unlucky")
    for result in (built, extracted):
        assert result.exit_code == 1
        (line,) = result.stderr.splitlines()
        assert line.startswith("failed: bad is left out: analyse raised ZeroDivisionError")
    assert "articles    2 in, 1 done, 1 failed" in built.stdout


def test_the_json_summary_has_the_traceback(kg: Call, unlucky: Path, tmp_path: Path) -> None:
    result = kg("build", unlucky, "-o", tmp_path / "out", "--no-pictures", "--json", "--analyser", "unlucky")
    (failure,) = json.loads(result.stdout)["failures"]
    assert failure["source"] == "bad"
    assert "in analyse" in failure["trace"]


def test_explain_shows_the_traceback(kg: Call, unlucky: Path) -> None:
    result = kg("explain", unlucky / "bad.txt", "--analyser", "unlucky")
    assert result.exit_code == 1
    assert result.stderr.startswith("Traceback")
    assert result.stderr.splitlines()[-1].startswith("Error: bad is left out: analyse raised ZeroDivisionError")


def test_an_article_in_another_language_is_told_once_and_read(kg: Call, article: Path, tmp_path: Path) -> None:
    (tmp_path / "absage.txt").write_text(
        "Teheran lehnte am Mittwoch Verhandlungen über sein Raketenprogramm ab. Der Außenminister sagte vor "
        "Journalisten in Wien, die Regierung werde darüber nicht sprechen."
    )
    sources = [tmp_path / "absage.txt", article]
    built = kg("build", *sources, "-o", tmp_path / "out", "--no-pictures")
    shown = [kg("extract", *sources), kg("explain", sources[0])]
    for result in (built, *shown):
        assert result.exit_code == 0
        assert re.fullmatch(r"warning: absage is probably not in English \(de, \d+%\);.*\n", result.stderr)
    assert "articles    2 in, 2 done, 0 failed" in built.stdout
    assert "language    1 article probably not in English" in built.stdout


def test_the_json_summary_has_the_language(kg: Call, tmp_path: Path) -> None:
    text = "Le ministre a déclaré mercredi que Téhéran refusait toute négociation sur son programme de missiles. " * 2
    result = kg("build", "-", "-o", tmp_path / "out", "--no-pictures", "--json", stdin=text)
    (caution,) = json.loads(result.stdout)["cautions"]
    assert "(fr, " in caution["problem"]
