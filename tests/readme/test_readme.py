"""README's commands work as pasted and print about what it shows."""

import re
import shutil
from pathlib import Path

import pytest

import kg
from tests.readme.console import README, Shown, ran, shown

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = list(shown(TEXT))
QUESTIONS = [example for example in EXAMPLES if not example.installs]


@pytest.fixture(scope="module")
def folder(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a reader has after the first command."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(sample_build, place / "output")
    shutil.copytree(README.parent / "samples", place / "samples")
    return place


def test_first_two_commands() -> None:
    assert [example.command for example in EXAMPLES if example.installs] == [
        "python -m pip install . && kg build samples -o output",
        "python -m pip install '.[test]' && python -m pytest",
    ]


@pytest.mark.parametrize("example", QUESTIONS, ids=lambda example: example.command)
def test_command_works_and_prints_what_is_shown(example: Shown, folder: Path) -> None:
    result = ran(example.command, folder)
    assert result.returncode == 0, result.stderr
    printed = {line.strip() for line in result.stdout.splitlines()}
    expected = [line.strip() for line in example.output.splitlines() if line.strip()]
    # Half, not all: another processor rounds the model's numbers otherwise, and a better model reads better.
    # `python -m tests.readme` renews what README shows.
    assert len([line for line in expected if line in printed]) * 2 >= len(expected), result.stdout


def test_python_example(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    built = []
    monkeypatch.setattr("kg.build", lambda *arguments: built.append(arguments), raising=False)
    monkeypatch.chdir(folder)
    exec(compile(code, "README.md", "exec"), {})
    assert built == [(["samples"], Path("output"), kg.Settings())]
    assert "kg:" in capsys.readouterr().out


def test_every_file_that_it_names_exists() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", TEXT)
    assert [link for link in links if not (README.parent / link).exists()] == []
