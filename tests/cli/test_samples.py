"""README's first command on the ten samples, with the shipped model."""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Call

CHECKOUT = Path(__file__).parents[2]
ASKING = [
    "who",
    "between",
    "stance",
    "office",
    "events",
    "show",
    "entities",
    "articles",
    "stats",
    "sparql",
    "draw",
    "export",
]


def test_summary(sample_build: Path) -> None:
    summary = (sample_build.parent / "summary.txt").read_text()
    assert "articles    10 in, 10 done, 0 failed" in summary
    assert re.search(r"time +\d+\.\d s, [\d,]+ words, [\d,]+ words a second", summary)


def test_all_files_are_there(sample_build: Path) -> None:
    names = {path.name for path in sample_build.iterdir()}
    assert names == {"graph", "graph.ttl", "graph.trig", "statements.jsonl", "graph.png", "graph.html"}


def test_every_statement_has_its_quote(kg: Call, sample_build: Path) -> None:
    from kg.graph import Graph

    lines = (sample_build / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    with Graph.open(sample_build / "graph", read_only=True) as graph:
        texts = {document.id: document.text for document in graph.articles()}
    for record in map(json.loads, lines):
        evidence = record["evidence"]
        assert texts[record["document"]][evidence["start"] : evidence["end"]] == evidence["text"]
    assert len(texts) == 10
    assert len(lines) > 100


def test_the_page_loads_nothing_from_anywhere(sample_build: Path) -> None:
    page = (sample_build / "graph.html").read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?:https?:)?//""", page)
    assert not re.search(r"@import|url\(\s*['\"]?https?:", page)


@pytest.mark.skipif(not shutil.which("rapper"), reason="Debian's raptor2-utils is not installed")
def test_turtle_parses_with_rapper(sample_build: Path) -> None:
    command = ["rapper", "--quiet", "--count", "--input", "turtle", str(sample_build / "graph.ttl")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_turtle_parses_with_pyoxigraph_and_trig_keeps_articles_apart(sample_build: Path) -> None:
    from pyoxigraph import parse

    triples = list(parse(path=str(sample_build / "graph.ttl")))
    names = {quad.graph_name for quad in parse(path=str(sample_build / "graph.trig"))}
    assert len(triples) > 1000
    assert len(names) == 10


def test_tehran_is_iran_too(kg: Call, sample_build: Path) -> None:
    result = kg("who", "Tehran", "--json", "--graph", sample_build)
    assert result.exit_code == 0
    assert json.loads(result.stdout)[0]["entity"]["label"] == "Iran"


@pytest.mark.parametrize("name", [*ASKING, "explain", "extract"])
def test_help_has_an_example_that_works_when_pasted(
    kg: Call, sample_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "output").symlink_to(sample_build)
    (tmp_path / "samples").symlink_to(CHECKOUT / "samples")
    monkeypatch.chdir(tmp_path)
    command = kg(name, "--help").stdout.splitlines()[-1].strip().removeprefix("Example: ")
    result = kg(*shlex.split(command)[1:])
    assert result.exit_code == 0, result.stderr
    assert result.stdout or list(tmp_path.glob("*.*"))


def test_samples_conform(kg: Call, sample_build: Path) -> None:
    result = kg("validate", "--graph", sample_build)
    assert result.exit_code == 0, result.stdout


def test_files_do_not_depend_on_order_threads_and_number_of_builds(kg: Call, tmp_path: Path) -> None:
    one, other = (CHECKOUT / "samples" / f"{name}.txt" for name in ("artemis-rollout", "japan-cabinet"))
    kg("build", one, other, "-o", tmp_path / "together", "--no-pictures")
    kg("build", other, "-o", tmp_path / "apart", "--no-pictures", "--threads", "1")
    kg("build", one, other, "-o", tmp_path / "apart", "--no-pictures")
    for name in ("graph.ttl", "graph.trig", "statements.jsonl"):
        assert (tmp_path / "together" / name).read_bytes() == (tmp_path / "apart" / name).read_bytes(), name
