"""Draw statements at random to be judged by a person, and count the judgements.

    python -m tests.benchmarks.sample_statements --articles news.jsonl -n 200 -m 40 --seed 1 -o sample.tsv
    python -m tests.benchmarks.sample_statements --report sample.tsv

The first command reads `-m` of the articles and prints `-n` of their statements, each with its sentence; the table has
them with an empty column `judgement`, to be filled with one of `JUDGEMENTS`. The second gives the share of each.
Recall needs gold; this is for precision, on articles that nobody has annotated. The same seed, articles and model
give the same sample.
"""

import csv
import io
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import TypeVar

import click

from kg.document import Failure
from kg.errors import InputError, KgError
from kg.export.passages import Passage, one_line, passages, sentence_of
from kg.knowledge import Reading
from kg.pipeline import load_kit, readings, successes
from kg.read import read
from kg.settings import load_settings
from kg.vocabulary import Vocabulary

JUDGEMENTS = ("right", "wrong polarity", "wrong speaker", "wrong", "vague")
"""What a statement can be; `vague` is not wrong, but says nothing without its sentence."""
COLUMNS = (
    *("judgement", "subject", "predicate", "object", "polarity", "certainty", "status", "speaker", "cue", "time"),
    *("place", "rule", "confidence", "sentence", "article", "start", "end", "qualifiers"),
)

Row = dict[str, str]
Item = TypeVar("Item")


@click.command()
@click.option("--articles", help="Articles to draw from: a file, a folder or a pattern.")
@click.option(
    "-n", "statements", type=click.IntRange(min=1), default=200, show_default=True, help="Statements to draw."
)
@click.option("-m", "sources", type=click.IntRange(min=1), default=40, show_default=True, help="Articles to read.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Table to write, for the judgements.")
@click.option("--report", type=click.Path(path_type=Path), help="A judged table to count.")
def main(
    articles: str | None, statements: int, sources: int, seed: int, output: Path | None, report: Path | None
) -> None:
    """Draw statements to be judged (--articles), or count the judgements (--report)."""
    if (articles is None) == (report is None):
        raise click.UsageError("give either --articles or --report")
    try:
        if report is not None:
            click.echo("\n".join(shares(read_table(report))))
        else:
            rows = draw(articles or "", statements, sources, seed)
            click.echo("\n\n".join(f"{number}. {shown(row)}" for number, row in enumerate(rows, start=1)))
            if output is not None:
                output.write_text(table(rows), encoding="utf-8")
    except KgError as error:
        raise click.ClickException(str(error)) from error


def draw(articles: str, statements: int, sources: int, seed: int) -> list[Row]:
    """Give statements drawn at random from articles drawn at random, in the order of the file.

    All are given if there are fewer than asked for.
    """
    failures: list[Failure] = []
    chosen = drawn(list(successes(read(articles), failures)), sources, seed)
    settings = load_settings(options={})
    kit = load_kit(settings)
    found = successes(readings(chosen, kit, settings.min_confidence), failures)
    rows = [row for reading in found for row in rows_of(reading, kit.vocabulary)]
    for failure in failures:
        click.echo(f"failed: {failure.source} {failure.problem}", err=True)
    return drawn(rows, statements, seed)


def drawn(items: Sequence[Item], size: int, seed: int) -> list[Item]:
    """Give that many items drawn at random, in their own order."""
    positions = random.Random(seed).sample(range(len(items)), min(size, len(items)))
    return [items[position] for position in sorted(positions)]


def rows_of(reading: Reading, vocabulary: Vocabulary) -> Iterator[Row]:
    """Yield a row for each piece of evidence of an article."""
    for passage in passages(reading, vocabulary):
        yield dict.fromkeys(COLUMNS, "") | row_of(passage, reading)


def row_of(passage: Passage, reading: Reading) -> Row:
    sentence = sentence_of(passage, reading.analysis.sentences)
    words = sentence.span.of(passage.document.text) if sentence else passage.evidence.quote
    return {
        "subject": one_line(passage.subject.label),
        "predicate": passage.predicate.id,
        "object": one_line(passage.object_label),
        **{name: one_line(value) for name, value in passage.facts},
        "sentence": one_line(words),
        "article": one_line(passage.document.id),
        "start": str(passage.evidence.span.start),
        "end": str(passage.evidence.span.end),
    }


def shown(row: Row) -> str:
    """Give a statement for the screen: what it says, how it is meant, and its sentence."""
    meant = " · ".join(f"{name} {row[name]}" for name in (*COLUMNS[4:13], "qualifiers") if row[name])
    return f"{row['subject']} | {row['predicate']} | {row['object']}\n   {meant}\n   “{row['sentence']}”"


def table(rows: Iterable[Row]) -> str:
    """Give the rows as tab-separated values, with a line of names."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(
        text, COLUMNS, dialect=csv.excel_tab, quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read_table(path: Path) -> list[Row]:
    """Give the rows of a table that may be judged in part.

    Raises:
        InputError: it is no table of this kind, or has a judgement that there is not; names the line.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect=csv.excel_tab, quoting=csv.QUOTE_NONE))
    for line, row in enumerate(rows, start=2):
        judgement = row.get("judgement")
        if judgement is None:
            raise InputError(f"{path} has no column 'judgement'")
        if judgement.strip() not in {"", *JUDGEMENTS}:
            raise InputError(f"{path}:{line}: {judgement!r} is none of: {', '.join(JUDGEMENTS)}")
    return rows


def shares(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each judgement: how often it was given, its share, and the 95 % interval of the share.

    Source of the interval: Wilson, "Probable Inference" (1927).
    """
    counts = Counter(judgement for row in rows if (judgement := row["judgement"].strip()))
    total = counts.total()
    yield f"{total} of {len(rows)} judged"
    for judgement in JUDGEMENTS if total else ():
        low, high = interval(counts[judgement], total)
        yield f"{judgement:15} {counts[judgement]:4} {counts[judgement] / total:6.1%}  ({low:.1%} to {high:.1%})"


def interval(count: int, total: int) -> tuple[float, float]:
    share, z = count / total, 1.96
    middle = share + z * z / (2 * total)
    spread = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


if __name__ == "__main__":
    main()
