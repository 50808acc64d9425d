"""Starting `kg` is quick because nothing heavy is imported before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "lxml",
    "matplotlib",
    "networkx",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pyoxigraph",
    "pyshacl",
    "rdflib",
    "rich",
    "spacy",
    "torch",
    "trafilatura",
}
HELP = "import sys; from kg.cli import main; main(['--help'], standalone_mode=False)"
CHECKOUT = Path(__file__).parents[2]


def loaded_by(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after running the code."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    return set(ran.stderr.split())


@pytest.mark.parametrize("code", ["import kg", "import kg; kg.Document", "import kg.cli", HELP])
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert loaded_by(code) & HEAVY == set()


@pytest.mark.parametrize("command", ["who", "between", "show", "entities", "articles", "stats", "sparql"])
def test_questions_load_no_analysis_and_no_pictures(command: str) -> None:
    loaded = loaded_by(f"from kg.cli import main; main(['{command}', '--help'], standalone_mode=False)")
    assert loaded & {"matplotlib", "onnxruntime", "rdflib", "spacy", "torch", "trafilatura"} == set()


def test_help_takes_less_than_300_ms() -> None:
    def cpu_seconds() -> float:
        before = os.times()
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True, cwd=CHECKOUT)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    # CPU time, best of three: what kg needs, not what else the machine does.
    assert min(cpu_seconds() for _ in range(3)) < 0.3
