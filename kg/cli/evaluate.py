"""`kg evaluate`: how good a stage is, on gold that the user has."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kg.cli.options import device_option, json_option
from kg.cli.terminal import clean, print_json, screen, table
from kg.errors import InputError
from kg.evaluate.analysis import Evaluation, evaluate
from kg.evaluate.annotations import read_documents, read_factuality, read_names
from kg.evaluate.gold import GoldSet, with_factuality
from kg.evaluate.guidelines import FILES, MEANINGS, PLAIN
from kg.evaluate.openie import Comparison, compare, read_facts, read_tuples
from kg.evaluate.treebanks import read_treebank
from kg.pipeline import load_analyser
from kg.settings import load_settings

_TITLES = {
    "tokens": "words in raw text, F1",
    "sentences": "sentences in raw text, F1",
    "upos": "UPOS",
    "xpos": "XPOS",
    "lemma": "lemma",
    "uas": "UAS",
    "las": "LAS",
    "las_plain": "LAS, no subtypes, no marks",
    "nominals": "nominals, found and typed, F1",
    "nominal_types": "nominals, types of gold heads",
    "names": "names, F1",
    "coreference": "coreference, CoNLL average",
    "mentions": "  mentions in chains, F1",
    "muc": "  MUC, F1",
    "b_cubed": "  B³, F1",
    "ceaf_e": "  CEAF-φ4, F1",
    "happened": "factuality, Pearson's r × 100",
    "outcome": "factuality, three classes",
}
"""Measures in the order of the table; a part (`names:person`) comes after its whole."""

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_ANALYSIS_EXAMPLE = "kg evaluate analysis --conllu dev.conllu --names dev.jsonl"


@click.group(epilog=f"Example: {_ANALYSIS_EXAMPLE}")
def command() -> None:
    """Compare a stage with gold that you have."""


@command.command(epilog=f"Example: {_ANALYSIS_EXAMPLE}")
@click.option("--conllu", "treebanks", type=_FILE, multiple=True, help="Trees in CoNLL-U; may be repeated.")
@click.option("--documents", type=_FOLDER, multiple=True, help="Folder of documents as GUM's JSON; may be repeated.")
@click.option(
    "--names",
    multiple=True,
    metavar="[GUIDELINE=]FILE",
    help=f"Names as JSON lines; may be repeated. GUIDELINE is {', '.join(MEANINGS)} or {PLAIN}.",
)
@click.option("--factuality", type=_FILE, help="Factuality as JSON lines, of sentences of the trees.")
@click.option("--analyser", help="What analyses: builtin, or spacy:PIPELINE (builtin).")
@click.option("--threads", type=int, help="Threads that the analyser may use (2).")
@device_option
@json_option
def analysis(
    treebanks: Sequence[Path],
    documents: Sequence[Path],
    names: Sequence[str],
    factuality: Path | None,
    as_json: bool,
    **options: object,
) -> None:
    """Tell how good an analyser is: a row for each layer, a column for each set, in percent.

    Words and sentences are found in raw text; all else is measured with gold words and sentences. docs/training.md
    says what the measures are and how the files look.
    """
    settings = load_settings(options=options)
    sets = [*_treebanks(treebanks, factuality), *map(read_documents, documents), *map(_names, names)]
    if not sets:
        raise click.UsageError("there is nothing to compare with: give --conllu, --documents or --names")
    analyser = load_analyser(settings)
    evaluations = [evaluate(gold, analyser) for gold in sets]
    if as_json:
        print_json(record(settings.analyser, evaluations))
    else:
        show(settings.analyser, evaluations)


@command.command(epilog="Example: kg evaluate openie facts.txt tuples.tsv")
@click.argument("facts", type=_FILE)
@click.argument("tuples", type=_FILE)
@click.option("--errors", is_flag=True, help="List the tuples that word no fact, and the facts that no tuple words.")
@json_option
def openie(facts: Path, tuples: Path, errors: bool, as_json: bool) -> None:
    """Tell how many tuples word a fact exactly, and how many facts are worded.

    FACTS has sentences, each with its facts; TUPLES is what `kg extract --format openie --lines` gives for the
    sentences. docs/openie.md says how the files look.
    """
    compared = compare(read_facts(facts), read_tuples(tuples))
    if as_json:
        print_json(tuple_record(compared))
        return
    console = screen()
    console.print(
        f"precision {compared.precision.value:.1f} of {compared.precision.gold} tuples, "
        f"recall {compared.recall.value:.1f} of {compared.recall.gold} facts, F1 {compared.f1:.1f}"
    )
    if errors:
        for number, words in compared.wrong:
            console.print(clean(f"{number} wrong: {' | '.join(words)}"), markup=False)
        for number, fact in compared.missed:
            console.print(clean(f"{number} missed: {fact}"), markup=False)


def tuple_record(compared: Comparison) -> dict[str, object]:
    """Give the figures of tuples as JSON, with the counts behind them."""
    return {
        "precision": compared.precision.value,
        "recall": compared.recall.value,
        "f1": compared.f1,
        "tuples": compared.precision.gold,
        "facts": compared.recall.gold,
        "wrong": [[number, *words] for number, words in compared.wrong],
        "missed": [[number, words] for number, words in compared.missed],
    }


def _treebanks(paths: Sequence[Path], factuality: Path | None) -> Iterator[GoldSet]:
    """Read treebanks, with factuality where sentences have it."""
    predicates = read_factuality(factuality) if factuality else {}
    joined = 0
    for path in paths:
        gold = with_factuality(read_treebank(path), predicates)
        joined += sum(token.happened is not None for each in gold.documents for token in each.analysis.tokens)
        yield gold
    if factuality and not joined:
        raise InputError(f"no sentence of {factuality} is in the trees of --conllu: sent_id and words must be the same")


def _names(argument: str) -> GoldSet:
    """Read a file of names by the guideline given, or by the one that the first word of its name says."""
    guideline, separator, place = argument.partition("=")
    path = Path(place if separator else argument)
    if not separator:
        guideline = FILES.get(path.stem.partition("_")[0], PLAIN)
    if guideline not in (*MEANINGS, PLAIN):
        raise InputError(f"--names {argument}: no guideline is called {guideline!r}; there are: {_guidelines()}")
    if not path.is_file():
        raise InputError(f"--names {argument}: there is no file {path}")
    return read_names(path, guideline)


def _guidelines() -> str:
    return ", ".join((*MEANINGS, PLAIN))


def show(analyser: str, evaluations: Sequence[Evaluation]) -> None:
    """Print the table."""
    columns = [clean(each.gold.name) for each in evaluations]
    rows = table(analyser, *columns, right=columns)
    rows.add_row("words", *(f"{size(each.gold):,}" for each in evaluations))
    if any(each.gold.guideline for each in evaluations):
        rows.add_row("guideline of names", *(each.gold.guideline or "–" for each in evaluations))
    for name in measures(evaluations):
        values = (each.figures.get(name) for each in evaluations)
        rows.add_row(title(name), *(f"{figure.value:.2f}" if figure else "–" for figure in values))
    if not all(each.reads_words for each in evaluations):
        rows.add_row("with gold words", *("–" if each.reads_words else "not available" for each in evaluations))
    console = screen()
    console.print(rows)
    console.print("–: the set does not annotate it, or the analyser does not say it")


def measures(evaluations: Sequence[Evaluation]) -> list[str]:
    """Give the measures that any set has, in the order of the table."""
    order = list(_TITLES)
    present = {name for each in evaluations for name in each.figures}
    return sorted(present, key=lambda name: (order.index(name.partition(":")[0]), name))


def title(measure: str) -> str:
    """Give what the table calls a measure."""
    whole, _, part = measure.partition(":")
    return f"  {clean(part)}" if part else _TITLES[whole]


def size(gold: GoldSet) -> int:
    """Count the words of a set."""
    return sum(len(each.analysis.tokens) for each in gold.documents)


def record(analyser: str, evaluations: Sequence[Evaluation]) -> dict[str, object]:
    """Give the figures as JSON, with the counts behind them."""
    return {
        "analyser": analyser,
        "sets": [
            {
                "name": each.gold.name,
                "guideline": each.gold.guideline or None,
                "documents": len(each.gold.documents),
                "sentences": sum(len(document.analysis.sentences) for document in each.gold.documents),
                "words": size(each.gold),
                "gold_words": each.reads_words,
                "figures": {name: dict(each.figures[name].record()) for name in measures([each])},
            }
            for each in evaluations
        ],
    }
