"""`kg build`: articles in, a graph and its files out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import repeat
from pathlib import Path
from typing import Protocol

import click

from kg.cli.options import device_option
from kg.cli.terminal import clean, counted, print_json, screen, tell
from kg.draw import draw
from kg.graph import Graph
from kg.pipeline import BuildReport, build
from kg.processes import processes
from kg.read import count
from kg.registry import resolve
from kg.settings import load_settings

FILES = {"graph.ttl": "turtle", "graph.trig": "trig", "statements.jsonl": "jsonlines"}
"""File name → exporter."""
FIGURE = "graph.png"
PICTURES = ("graph.html", FIGURE)
_MANY = 5000
"""Pieces of evidence from which files are written at once: then each takes longer than to start a process."""


@click.command(epilog="Example: kg build samples -o output")
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "--output", "graph", metavar="DIR", help="Folder to write (output, or `graph` in kg.toml).")
@click.option("--threads", type=int, help="Articles read at once (2).")
@click.option("--min-confidence", type=float, help="Leave out evidence below this, 0 to 1 (0.55).")
@click.option("--base", help="Start of the IRIs of entities and statements.")
@click.option("--analyser", help="What analyses: builtin, or spacy:PIPELINE (builtin).")
@device_option
@click.option("--no-pictures", is_flag=True, help="Write no graph.png and graph.html.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(sources: tuple[str, ...], no_pictures: bool, as_json: bool, **options: object) -> None:
    """Read articles into a graph, and write its files.

    SOURCES are files (.txt, .md, .html, .jsonl, .jsonl.gz, .json), folders, patterns, or - for standard input.
    New articles join the graph in the folder; one of the same name replaces the old one.
    """
    settings = load_settings(options=options)
    output = Path(settings.graph)
    with _progress(sources) as advance:
        report = build(sources, output, settings, progress=advance, processes=settings.threads)
        advance(report.done, "writing the files")
        count = settings.threads if report.evidence >= _MANY else 1
        note = write_files(output, pictures=not no_pictures, count=count)
    tell(report.failures, report.cautions)
    if as_json:
        print_json({**asdict(report), "words_per_second": report.words_per_second, "output": str(output)})
    else:
        show(report, output, note)
    if report.failures:
        raise SystemExit(1)


def write_files(output: Path, *, pictures: bool = True, count: int = 1) -> str:
    """Write the graph in a folder as files beside it, so many at once.

    Returns:
        what the figure leaves out, or why there is none; empty if it shows everything.
    """
    if pictures and not _is_drawable(output):
        write_files(output, pictures=False, count=count)
        return "none: no relation between two entities was found"
    names = (*PICTURES, *FILES) if pictures else tuple(FILES)
    if count == 1:
        notes = [write_file(output, name) for name in names]
    else:
        with processes(count) as pool:
            notes = list(pool.map(write_file, repeat(output), names))
    return "".join(note for name, note in zip(names, notes, strict=True) if name == FIGURE)


def write_file(output: Path, name: str) -> str:
    """Write one of the files; give what a picture leaves out."""
    with Graph.open(output / "graph", read_only=True) as graph:
        if name in PICTURES:
            return draw(graph, output / name).note
        with (output / name).open("wb") as file:
            resolve("exporters", FILES[name])(graph, file)
    return ""


def _is_drawable(output: Path) -> bool:
    with Graph.open(output / "graph", read_only=True) as graph:
        return bool(graph.count("?it rdf:subject ?one ; rdf:object ?other FILTER (isIRI(?other) && ?one != ?other)"))


def show(report: BuildReport, output: Path, note: str) -> None:
    """Print the summary of a build."""
    console = screen()
    counts = f"{report.articles:,} in, {report.done:,} done, {len(report.failures):,} failed"
    rows = {
        "articles": counts,
        "entities": f"{report.entities:,}",
        "statements": f"{report.statements:,}",
        "evidence": counted(report.evidence, "piece"),
        "time": f"{report.seconds:.1f} s, {report.words:,} words, {report.words_per_second:,.0f} words a second",
        "written": clean(f"{output}/: graph/ {' '.join(FILES)} {FIGURE} graph.html"),
    }
    for name, value in rows.items():
        console.print(f"{name:<11} {value}")
    if report.cautions:
        console.print(f"{'language':<11} {counted(len(report.cautions), 'article')} probably not in English")
    if note:
        console.print(f"{'picture':<11} {clean(note)}")


class _Advance(Protocol):
    def __call__(self, done: int, name: str) -> None: ...


@contextmanager
def _progress(sources: Sequence[str]) -> Iterator[_Advance]:
    """Show a bar on standard error if that is a terminal; it vanishes at the end."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = screen(stderr=True)
    name = TextColumn("{task.fields[name]}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeRemainingColumn(), name)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        total = count(*sources) if console.is_terminal else None
        task = progress.add_task("reading", total=total, name="loading the model")
        yield lambda done, name: progress.update(task, completed=done, name=clean(name))
