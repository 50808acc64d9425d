"""`kg extract --format`: every format, from the article to the file."""

import json
import zipfile
from pathlib import Path

import pytest

from kg.registry import names
from tests.cli.conftest import ARTICLE, Call

pytestmark = pytest.mark.usefixtures("by_hand")

STATEMENT = {
    "table": "rejects",
    "jsonl": '"kg:rejects"',
    "html": '<li class="n1">',
    "openie": "\trejected\t",
    "brat": "kg:rejects",
    "inception": '"kg:rejects"',
}
"""What each format has where it has the article's statement."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "refusal.txt"
    path.write_text(f"title: Norland says <script>no</script>\n\n{ARTICLE}\n")
    return path


def test_every_format_is_tested_here() -> None:
    assert STATEMENT.keys() == {"table", *names("formats"), *names("archives")}


@pytest.mark.parametrize("form", names("formats"))
def test_one_file_is_the_same_on_standard_output_and_each_time(
    kg: Call, article: Path, tmp_path: Path, form: str
) -> None:
    written = tmp_path / "out"
    for _ in range(2):
        assert kg("extract", article, "--format", form, "-o", written).stdout == ""
        assert written.read_bytes() == kg("extract", article, "--format", form).stdout_bytes
    assert STATEMENT[form] in written.read_text()


@pytest.mark.parametrize("form", names("archives"))
def test_several_files_go_to_a_folder_or_a_zip(kg: Call, article: Path, tmp_path: Path, form: str) -> None:
    for place in ("out", "out.zip", "again.zip"):
        assert kg("extract", article, "--format", form, "-o", tmp_path / place).exit_code == 0
    inside = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert any(name.startswith("refusal.") for name in inside)
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == inside
    assert (tmp_path / "out.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


@pytest.mark.parametrize("form", names("archives"))
def test_several_files_do_not_go_to_standard_output(kg: Call, article: Path, form: str) -> None:
    result = kg("extract", article, "--format", form)
    assert result.exit_code == 2
    assert "-o" in result.stderr


@pytest.mark.parametrize("form", STATEMENT)
def test_minimal_confidence_leaves_out_in_every_format(kg: Call, article: Path, tmp_path: Path, form: str) -> None:
    def written(least: str) -> str:
        target = tmp_path / f"out{least}"
        result = kg("extract", article, "--format", form, "-o", target, "--min-confidence", least)
        assert result.exit_code == 0
        files = sorted(target.iterdir()) if target.is_dir() else [target] if target.exists() else []
        return result.stdout + "".join(path.read_text() for path in files)

    assert STATEMENT[form] in written("0")
    assert STATEMENT[form] not in written("1")


def test_the_page_trusts_no_headline(kg: Call, article: Path) -> None:
    page = kg("extract", article, "--format", "html").stdout
    assert "&lt;script&gt;no&lt;/script&gt;" in page
    assert "<script" not in page


def test_json_lines_keep_the_keys_of_the_contract(kg: Call, article: Path) -> None:
    (line,) = kg("extract", article, "--format", "jsonl").stdout.splitlines()
    assert list(json.loads(line))[:13] == [
        *("document", "statement", "subject", "predicate", "object", "polarity", "factuality"),
        *("attributed_to", "time", "place", "evidence", "rule", "confidence"),
    ]


def test_a_format_that_is_unknown(kg: Call, article: Path) -> None:
    assert kg("extract", article, "--format", "conll").exit_code == 2


def test_a_failure_leaves_the_other_articles(kg: Call, article: Path, tmp_path: Path) -> None:
    result = kg("extract", tmp_path / "missing.txt", article, "--format", "brat", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert (tmp_path / "out" / "refusal.ann").exists()


def test_options_of_other_formats_are_refused(kg: Call, article: Path) -> None:
    assert "--phrases" in kg("extract", article, "--phrases", "full").stderr
    assert "--lines" in kg("extract", article, "--lines").stderr  # this analyser finds its words itself
