"""Samples are drawn as asked, and judgements are counted."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.benchmarks.sample_statements import COLUMNS, drawn, interval, main, read_table, rows_of, shown, table
from tests.export.readings import VOCABULARY, talks


def rows(*judgements: str) -> list[dict[str, str]]:
    (row,) = rows_of(talks('Norland rejected missile talks, "firmly",\tHaldane said.'), VOCABULARY)
    return [row | {"judgement": judgement} for judgement in judgements]


def report(path: Path) -> list[str]:
    result = CliRunner().invoke(main, ["--report", str(path)])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_a_row_has_the_statement_and_its_sentence():
    (row,) = rows("")
    assert tuple(row) == COLUMNS
    assert shown(row).splitlines()[0] == "Norland | kg:rejects | missile talks"
    assert "speaker Ingrid Haldane" in shown(row)
    assert row["sentence"] == 'Norland rejected missile talks, "firmly", Haldane said.'


def test_a_table_is_read_back(tmp_path):
    path = tmp_path / "sample.tsv"
    path.write_text(table(rows("", "right")), encoding="utf-8")
    assert read_table(path) == rows("", "right")


def test_a_draw_is_the_same_for_the_same_seed_and_keeps_the_order():
    items = list(range(100))
    assert drawn(items, 10, seed=1) == drawn(items, 10, seed=1) != drawn(items, 10, seed=2)
    assert drawn(items, 10, seed=1) == sorted(drawn(items, 10, seed=1))
    assert drawn(items, 1000, seed=1) == items


def test_the_report_gives_shares_of_what_is_judged(tmp_path):
    path = tmp_path / "sample.tsv"
    path.write_text(table(rows("right", "right", "right", "wrong polarity", "")), encoding="utf-8")
    lines = report(path)
    assert lines[0] == "4 of 5 judged"
    assert [line.split("(")[0].split() for line in lines[1:]] == [
        ["right", "3", "75.0%"],
        ["wrong", "polarity", "1", "25.0%"],
        ["wrong", "speaker", "0", "0.0%"],
        ["wrong", "0", "0.0%"],
        ["vague", "0", "0.0%"],
    ]


def test_a_table_without_judgements_has_no_shares(tmp_path):
    path = tmp_path / "sample.tsv"
    path.write_text(table(rows("")), encoding="utf-8")
    assert report(path) == ["0 of 1 judged"]


@pytest.mark.parametrize(
    ("content", "fault"), [(table(rows("right", "rihgt")), ":3: 'rihgt'"), ("a\tb\n1\t2\n", "no column")]
)
def test_a_table_that_is_none(tmp_path, content, fault):
    path = tmp_path / "sample.tsv"
    path.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["--report", str(path)])
    assert result.exit_code == 1
    assert fault in result.output


def test_interval_of_wilson():
    assert interval(8, 10) == pytest.approx((0.4902, 0.9433), abs=5e-4)
    assert [interval(0, count)[0] for count in range(1, 40)] == pytest.approx([0.0] * 39, abs=1e-12)
    assert min(interval(0, count)[0] for count in range(1, 40)) >= 0.0


@pytest.mark.parametrize("arguments", [[], ["--articles", "a", "--report", "b"]])
def test_one_of_the_two_is_asked_for(arguments):
    assert CliRunner().invoke(main, arguments).exit_code == 2
