"""Whatever the user gives, there is a message in one line and an exit code, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS, main
from tests.cli.conftest import Call

NAMES = [name for section in COMMANDS.values() for name in section]
ASKING = [
    ["who", "Norland"],
    ["between", "Norland", "Velmar"],
    ["show", "Norland"],
    ["entities"],
    ["articles"],
    ["stats"],
    ["sparql", "SELECT * { ?s ?p ?o }"],
    ["export", "--format", "turtle"],
    ["draw", "-o", "graph.svg"],
    ["validate"],
]


def test_help_lists_every_command_in_its_file() -> None:
    files = {path.stem for path in Path(main.callback.__code__.co_filename).parent.glob("*.py")}
    assert set(NAMES) <= files
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_help_has_an_example(kg: Call, name: str) -> None:
    result = kg(name, "--help")
    assert result.exit_code == 0
    assert f"Example: kg {name}" in result.stdout


@pytest.mark.parametrize("arguments", ASKING, ids=lambda arguments: arguments[0])
def test_without_a_graph_the_user_is_told_how_to_make_one(kg: Call, arguments: list[str], tmp_path: Path) -> None:
    result = kg(*arguments, "--graph", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "make one with `kg build" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["who"], ["between", "Norland"], ["show"]], ids=lambda arguments: arguments[0])
def test_unknown_name_suggests_the_nearest(kg: Call, arguments: list[str], folder: Path) -> None:
    result = kg(*arguments, "Ingrid Haldene", "--graph", folder)
    assert result.exit_code == 2
    assert "Did you mean: Ingrid Haldane" in result.stderr


@pytest.mark.parametrize("arguments", [["nonsense"], ["who"], ["entities", "--sort", "size"], ["export"]])
def test_wrong_call(kg: Call, arguments: list[str]) -> None:
    assert kg(*arguments).exit_code == 2


def test_damaged_store(kg: Call, tmp_path: Path) -> None:
    store = tmp_path / "graph" / "rdf"
    store.mkdir(parents=True)
    (store / "CURRENT").write_bytes(b"\xff\x00 this is no database")
    result = kg("stats", "--graph", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def test_output_that_cannot_be_written(kg: Call, folder: Path, tmp_path: Path) -> None:
    result = kg("export", "--format", "ntriples", "-o", tmp_path / "no" / "such" / "folder.nt", "--graph", folder)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "No such file or directory" in result.stderr


def test_wrong_setting(kg: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text("colour = 3\n")
    result = kg("stats")
    assert result.exit_code == 2
    assert "colour" in result.stderr


def test_interrupt(kg: Call, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def interrupt(folder: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.cli.stats.open_graph", interrupt)
    result = kg("stats", "--graph", folder)
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_leaves_early_sees_no_complaint(folder: Path) -> None:
    command = [sys.executable, "-m", "kg", "export", "--format", "ntriples", "--graph", str(folder)]
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert ran.stderr == b""
