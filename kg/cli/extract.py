"""`kg extract`: the statements of articles, without a graph."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from inspect import signature
from pathlib import Path

import click

from kg.cli.manner import manner
from kg.cli.options import device_option
from kg.cli.terminal import STANDARD_STREAM, clean, destination, escaped, print_table, screen, tell
from kg.document import Caution, Failure
from kg.errors import InputError
from kg.export.archive import write_archive
from kg.knowledge import Value
from kg.pipeline import Reading, documents, given_words, load_kit, readings, sentences, successes
from kg.registry import names, resolve
from kg.settings import load_settings
from kg.vocabulary import Vocabulary

TABLE = "table"
"""The format that is for a terminal only."""


@click.command(epilog="Example: kg extract samples/iran-missile-talks.txt --format table")
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=STANDARD_STREAM,
    help="File to write (standard output); for brat and inception a folder or a .zip.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([TABLE, *names("formats"), *names("archives")]),
    default="jsonl",
    help="How to write them (jsonl).",
)
@click.option("--phrases", type=click.Choice(["minimal", "full"]), help="How long the phrases of openie are (minimal).")
@click.option("--lines", is_flag=True, help="ARTICLES is a text with a sentence a line, its words between spaces.")
@click.option("--threads", type=int, help="Threads that the analyser may use (2).")
@click.option("--min-confidence", type=float, help="Leave out evidence below this, 0 to 1 (0.55; openie 0).")
@click.option("--analyser", help="What analyses: builtin, or spacy:PIPELINE (builtin).")
@device_option
def command(
    articles: tuple[str, ...], output: str, form: str, phrases: str | None, lines: bool, **options: object
) -> None:
    """Print the statements of articles without storing them: a JSON object for each piece of evidence.

    ARTICLES are files, folders, patterns, or - for standard input.

    jsonl and table are for programs and for the terminal; html is a page that shows every sentence with its
    statements beside it; openie is every clause in its own words, tab-separated: sentence, subject, relation,
    object, polarity, certainty, attribution, confidence; brat (standoff) and inception (UIMA CAS JSON) are for
    annotation tools, with files for each article.

    With --lines the words are taken as they are, and a sentence is named by the number of its line.
    """
    if form in names("archives") and output == STANDARD_STREAM:
        raise InputError(f"{form} is several files: name a folder or a .zip with -o")
    if phrases is not None and form != "openie":
        raise InputError("--phrases is for --format openie")
    settings = load_settings(options=options)
    kit = load_kit(settings)
    failures: list[Failure] = []
    cautions: list[Caution] = []
    if lines:
        kit = replace(kit, analyser=given_words(kit.analyser))
    read = sentences(only(articles), failures) if lines else documents(articles, failures, cautions)
    found = successes(readings(read, kit, settings.min_confidence), failures)
    if form == TABLE:
        show(found, kit.vocabulary)
    elif form in names("archives"):
        write_archive(resolve("archives", form)(found, kit.vocabulary), Path(output))
    else:
        make = resolve("formats", form)
        least = options["min_confidence"] or 0.0  # a tuple is only worded by its sentence, not vouched for
        wanted = {"phrases": phrases or "minimal", "lines": lines, "min_confidence": least}
        write(make(found, kit.vocabulary, **taken(make, wanted)), output)
    tell(failures, cautions)
    if failures:
        raise SystemExit(1)


def only(articles: tuple[str, ...]) -> str:
    """Give the one file of sentences."""
    if len(articles) > 1:
        raise InputError("--lines takes one file, for its lines are numbered")
    return articles[0]


def taken(make: Callable[..., object], options: Mapping[str, object]) -> dict[str, object]:
    """Give those options that a format has a parameter for."""
    return {name: value for name, value in options.items() if name in signature(make).parameters}


def write(pieces: Iterable[bytes], output: str) -> None:
    """Write pieces of text to a file, or to standard output for `-`, there without control characters."""
    with destination(output) as stream:
        for piece in pieces:
            stream.write(escaped(piece.decode()).encode() if output == STANDARD_STREAM else piece)


def show(found: Iterable[Reading], vocabulary: Vocabulary) -> None:
    """Print a table for each article, with the quotes."""
    console = screen()
    for article in (reading.graph for reading in found):
        labels = {entity.id: entity.label for entity in article.entities}
        statements = {statement.id: statement for statement in article.statements}
        rows = []
        for piece in sorted(article.evidence, key=lambda piece: (piece.span, piece.id)):
            statement = statements[piece.statement]
            target = statement.object
            words = target.text if isinstance(target, Value) else labels[target]
            relation = vocabulary.predicate(statement.predicate).label
            how = manner(piece, labels.__getitem__)
            rows.append((labels[statement.subject], relation, words, how, piece.quote))
        console.print(clean(f"{article.document.id}: {article.document.title}"), style="bold")
        print_table(("subject", "relation", "object", "how", "quote"), rows)
        console.print()
