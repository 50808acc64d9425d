"""Fit the weights of a claim's confidence on judged statements, and tell how far they can be trusted.

    python -m tests.benchmarks.fit_confidence --articles wikinews.jsonl --judged docs/judged_statements.tsv --write

The statements are those of `sample_statements`, judged. They are read again, and those that the rules still make are
what is fitted on: right is 1, all other judgements are 0. Every figure printed is of statements whose article was left
out when their weights were fitted. Rules were mended by what earlier draws got wrong, so more of those that they
still make are right than of new ones: `--recent` lets the last rows alone say how many are, and be what figures are of.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from kg.document import Failure
from kg.errors import KgError
from kg.export.passages import Passage, passages
from kg.extract.confidence import Confidence
from kg.knowledge import Entity, Reading
from kg.pipeline import load_kit, readings, successes
from kg.read import read
from kg.resources import lexicon_path
from kg.settings import load_settings
from kg.vocabulary import Vocabulary
from tests.benchmarks.sample_statements import Row, read_table, row_of

KEY = ("article", "start", "subject", "predicate", "object", "polarity", "speaker")
"""What makes a statement the one that was judged."""
RIDGE = (1.0, 3.0, 10.0)
"""Penalties tried; the one with the best likelihood of left-out articles is taken."""
FREE = frozenset({"bias"})
"""Features without penalty."""
PARTS = 20
"""Groups of articles; each is left out in turn."""
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A judged statement with the features of its claim."""

    row: Row
    features: dict[str, float]

    @property
    def is_right(self) -> bool:
        return self.row["judgement"].strip() == "right"


@dataclass(frozen=True)
class Data:
    """Judged statements as numbers: `float64 [statements, features]`, and which article each is of."""

    names: tuple[str, ...]
    values: Vector
    right: Vector
    article: NDArray[np.int64]
    recent: NDArray[np.bool_]


@click.command()
@click.option("--articles", required=True, help="The articles of the statements: a file, a folder or a pattern.")
@click.option("--judged", required=True, type=click.Path(path_type=Path, exists=True), help="The judged table.")
@click.option("--recent", type=int, default=0, help="Last rows, that nobody has mended rules by; 0 for all.")
@click.option("--write", is_flag=True, help="Write the weights where kg reads them.")
def main(articles: str, judged: Path, recent: int, write: bool) -> None:
    """Fit the weights of a claim's confidence, and print how reliable it is."""
    try:
        rows = [row for row in read_table(judged) if row["judgement"].strip()]
        found = list(matched(rows, articles))
    except KgError as error:
        raise click.ClickException(str(error)) from error
    data = numbers(found, rows[-recent:])
    ridge = best_ridge(data)
    left_out = calibrated(left_out_scores(data, ridge), data)
    new = [each for each, is_recent in zip(found, data.recent, strict=True) if is_recent]
    click.echo(f"{len(found)} of {len(rows)} judged statements are still made; penalty {ridge:g}")
    click.echo("\n".join(report(new, left_out[data.recent])))
    if write:
        write_weights(data.names, scaled(data, ridge))


def matched(rows: Sequence[Row], articles: str) -> Iterator[Judged]:
    """Yield the judged statements that are still made, with their features."""
    failures: list[Failure] = []
    wanted = {row["article"] for row in rows}
    judged = {tuple(row[name] for name in KEY): row for row in rows}
    kit = load_kit(load_settings(options={}))
    kit = replace(kit, lexicons=replace(kit.lexicons, confidence=()))  # features are of what the rules say alone
    documents = (document for document in successes(read(articles), failures) if document.id in wanted)
    for reading in successes(readings(documents, kit), failures):
        yield from of_reading(reading, judged, kit.vocabulary)


def of_reading(reading: Reading, judged: dict[tuple[str, ...], Row], vocabulary: Vocabulary) -> Iterator[Judged]:
    """Yield the judged statements of one article, each once."""
    seen = set()
    confidence = Confidence(reading.analysis)
    for passage in passages(reading, vocabulary):
        for key in keys_of(passage, defaultdict(str, row_of(passage, reading))):
            if key in judged and key not in seen:
                seen.add(key)
                yield Judged(judged[key], confidence.features(passage.claim))
                break


def keys_of(passage: Passage, row: Row) -> Iterator[tuple[str, ...]]:
    """Yield what may have been judged as this statement: its ends may have been called by another of their names."""
    ends = (
        [row[role], *(end.aliases if isinstance(end, Entity) else ())]
        for role, end in (("subject", passage.subject), ("object", passage.object))
    )
    for subject, target in product(*ends):
        named = {**row, "subject": subject, "object": target}
        yield tuple(named.get(name, "") for name in KEY)


def numbers(found: Sequence[Judged], recent: Sequence[Row]) -> Data:
    """Give the statements as numbers; a feature that fewer than three of them have is left out."""
    new = {id(row) for row in recent}
    counts: dict[str, int] = defaultdict(int)
    for each in found:
        for name, value in each.features.items():
            counts[name] += value != 0
    names = tuple(sorted(name for name, count in counts.items() if count >= 3))
    articles = {name: number for number, name in enumerate(sorted({each.row["article"] for each in found}))}
    return Data(
        names,
        np.array([[each.features.get(name, 0.0) for name in names] for each in found]),
        np.array([float(each.is_right) for each in found]),
        np.array([articles[each.row["article"]] for each in found]),
        np.array([id(each.row) in new for each in found]),
    )


def fitted(values: Vector, right: Vector, penalty: Vector, start: Vector | None = None) -> Vector:
    """Give the weights of a logistic regression with a ridge penalty for each feature, by Newton's method."""
    weights = np.zeros(values.shape[1]) if start is None else start.copy()
    for _ in range(50):
        chance = sigmoid(values @ weights)
        gradient = values.T @ (chance - right) + penalty * weights
        hessian = (values * (chance * (1 - chance))[:, None]).T @ values + np.diag(penalty)
        step = np.linalg.solve(hessian + 1e-9 * np.eye(len(weights)), gradient)
        weights -= step
        if np.abs(step).max() < 1e-5:
            break
    return weights


def penalties(data: Data, ridge: float) -> Vector:
    return np.array([1e-6 if name in FREE else ridge for name in data.names])


def left_out_scores(data: Data, ridge: float) -> Vector:
    """Give the log-odds of each statement by weights fitted on all other articles."""

    penalty = penalties(data, ridge)
    start = fitted(data.values, data.right, penalty)  # near, so that few steps are left

    def scores(train: NDArray[np.bool_], test: NDArray[np.bool_]) -> Vector:
        return data.values[test] @ fitted(data.values[train], data.right[train], penalty, start)

    return by_article(data, scores)


def calibrated(scores: Vector, data: Data) -> Vector:
    """Give the chances that log-odds stand for, by slope and offset fitted on all other articles (Platt 1999)."""

    def chances(train: NDArray[np.bool_], test: NDArray[np.bool_]) -> Vector:
        slope, offset = scale(scores, data, train)
        return sigmoid(slope * scores[test] + offset)

    return by_article(data, chances)


def by_article(data: Data, values: Callable[[NDArray[np.bool_], NDArray[np.bool_]], Vector]) -> Vector:
    """Give values for the statements of some articles, made from those of all others; each article once."""
    found = np.zeros(len(data.right))
    for part in range(PARTS):
        test = data.article % PARTS == part
        found[test] = values(~test, test)
    return found


def platt(scores: Vector, right: Vector) -> tuple[float, float]:
    """Give the slope (never below 0, so that order is kept) and the offset that turn scores into log-odds."""
    both = np.column_stack([scores, np.ones(len(scores))])
    slope, offset = fitted(both, right, np.array([1e-3, 1e-6]))
    return max(float(slope), 0.0), float(offset)


def scale(scores: Vector, data: Data, train: NDArray[np.bool_]) -> tuple[float, float]:
    """Give slope and offset of log-odds: the slope of all statements to learn from, the offset of the recent ones."""
    slope, offset = platt(scores[train], data.right[train])
    mine = train & data.recent
    low, high = offset - 5, offset + 5  # the mean chance grows with the offset
    for _ in range(40):
        middle = (low + high) / 2
        too_sure = sigmoid(slope * scores[mine] + middle).sum() > data.right[mine].sum()
        low, high = (low, middle) if too_sure else (middle, high)
    return slope, (low + high) / 2


def best_ridge(data: Data) -> float:
    return min(RIDGE, key=lambda ridge: loss(calibrated(left_out_scores(data, ridge), data), data.right))


def scaled(data: Data, ridge: float) -> Vector:
    """Give the weights fitted on all statements, shrunk as left-out articles ask for."""
    weights = fitted(data.values, data.right, penalties(data, ridge))
    slope, offset = scale(left_out_scores(data, ridge), data, np.ones(len(data.right), dtype=bool))
    return weights * slope + np.array([offset if name == "bias" else 0.0 for name in data.names])


def write_weights(names: Sequence[str], weights: Vector) -> None:
    """Put the weights below the head of their table."""
    path = lexicon_path("confidence")
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{name}\t{weight:.4f}" for name, weight in zip(names, weights, strict=True)]
    path.write_text("\n".join([*head, "feature\tweight", *rows]) + "\n", encoding="utf-8")


def report(found: Sequence[Judged], chances: Vector) -> Iterator[str]:
    """Yield the figures: how far chances and shares of right statements are apart, in all, by bin and by group."""
    right = np.array([float(each.is_right) for each in found])
    yield f"{len(found)} of them: right {right.mean():.3f}, mean confidence {chances.mean():.3f}"
    same = np.full(len(right), right.mean())
    yield f"calibration error {calibration_error(chances, right):.3f}"
    yield f"log loss {loss(chances, right):.4f}; with the same confidence for all {loss(same, right):.4f}"
    yield f"a right statement has more confidence than a wrong one in {ranked(chances, right):.1%} of pairs"
    yield ""
    yield from reliability("confidence", [bin_of(chance) for chance in chances], chances, right, least=1)
    yield ""
    yield from reliability("rule", [each.row["rule"] for each in found], chances, right, least=1)
    yield ""
    yield from reliability("predicate", [kind_of(each.row["predicate"]) for each in found], chances, right, least=5)
    yield ""
    yield "| keep from | statements | of them right |"
    yield "|---|---|---|"
    for least in BINS[:-1]:
        kept = chances >= least
        if kept.any():
            yield f"| {least:.2f} | {kept.mean():.0%} | {right[kept].mean():.1%} |"


def reliability(title: str, groups: Sequence[str], chances: Vector, right: Vector, least: int) -> Iterator[str]:
    """Yield a table: of each group with enough members, how many there are, mean confidence, and how many are right."""
    yield f"| {title} | statements | confidence | right |"
    yield "|---|---|---|---|"
    names = np.array(groups)
    for name in sorted(set(groups)):
        mine = names == name
        if mine.sum() >= least:
            yield f"| {name} | {mine.sum()} | {chances[mine].mean():.2f} | {right[mine].mean():.2f} |"


def calibration_error(chances: Vector, right: Vector) -> float:
    """Give the expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins = np.minimum((chances * 10).astype(int), 9)
    parts = [bins == number for number in range(10) if (bins == number).any()]
    return float(sum(part.sum() * abs(chances[part].mean() - right[part].mean()) for part in parts) / len(chances))


def ranked(chances: Vector, right: Vector) -> float:
    good, bad = chances[right == 1], chances[right == 0]
    pairs = good[:, None] - bad[None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def loss(chances: Vector, right: Vector) -> float:
    kept = np.clip(chances, 1e-6, 1 - 1e-6)
    return float(-np.mean(right * np.log(kept) + (1 - right) * np.log(1 - kept)))


def bin_of(chance: float) -> str:
    low = max(edge for edge in BINS[:-1] if edge <= chance)
    return f"{low:.2f}–{BINS[BINS.index(low) + 1]:.2f}"


def kind_of(predicate: str) -> str:
    return predicate if predicate.startswith("kg:") else "open"


def sigmoid(scores: Vector) -> Vector:
    return 1 / (1 + np.exp(-scores))


if __name__ == "__main__":
    main()
