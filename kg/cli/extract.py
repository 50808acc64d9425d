"""`kg extract`: the statements of articles, without a graph."""

from collections.abc import Iterable

import click

from kg.cli.manner import manner
from kg.cli.terminal import STANDARD_STREAM, clean, destination, escaped, print_table, screen, tell_failures
from kg.document import Failure
from kg.export.json_lines import article_records, json_lines
from kg.knowledge import Value
from kg.pipeline import Reading, documents, load_kit, readings, successes
from kg.settings import load_settings
from kg.vocabulary import Vocabulary


@click.command(epilog="Example: kg extract samples/iran-missile-talks.txt --format table")
@click.argument("articles", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", default=STANDARD_STREAM, help="File to write (standard output).")
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="jsonl", help="JSON lines or a table.")
@click.option("--threads", type=int, help="Threads that the analyser may use (2).")
@click.option("--min-confidence", type=float, help="Leave out evidence below this, 0 to 1 (0).")
@click.option("--analyser", help="Name of the analyser (builtin).")
def command(articles: tuple[str, ...], output: str, form: str, **options: object) -> None:
    """Print the statements of articles without storing them: a JSON object for each piece of evidence.

    ARTICLES are files, folders, patterns, or - for standard input.
    """
    settings = load_settings(options=options)
    kit = load_kit(settings)
    failures: list[Failure] = []
    found = successes(readings(documents(articles, failures), kit, settings.min_confidence), failures)
    if form == "table":
        show(found, kit.vocabulary)
    else:
        write(found, kit.vocabulary, output)
    tell_failures(failures)
    if failures:
        raise SystemExit(1)


def write(found: Iterable[Reading], vocabulary: Vocabulary, output: str) -> None:
    """Write JSON lines to a file, or to standard output for `-`."""
    with destination(output) as stream:
        for reading in found:
            for line in json_lines(article_records(reading.graph, vocabulary)):
                stream.write(escaped(line.decode()).encode() if output == STANDARD_STREAM else line)


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
