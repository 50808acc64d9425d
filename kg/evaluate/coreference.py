"""Scores of coreference: MUC, B³, CEAF-φ4 and their average, as the CoNLL-2012 shared task has them.

A partition is a collection of chains, a chain the mentions that speak of the same. Mentions found that are not gold
lower precision, gold mentions not found lower recall (Pradhan et al. 2014, Scoring coreference partitions of predicted
mentions). Chains of one mention are the caller's to leave out.

Source: MUC after Vilain et al. 1995, B³ after Bagga & Baldwin 1998, CEAF after Luo 2005.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from kg.document import Span
from kg.evaluate.measures import Tally, percent

Chain = frozenset[Span]
Chains = Sequence[Chain]

METRICS = ("muc", "b_cubed", "ceaf_e")


@dataclass
class Ratios:
    """Recall and precision as sums over documents: `recalled / gold` and `precise / found`."""

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    def add(self, recalled: float, gold: float, precise: float, found: float) -> None:
        """Add the sums of a document."""
        self.recalled += recalled
        self.gold += gold
        self.precise += precise
        self.found += found

    @property
    def value(self) -> float:
        """Give F1 in percent, 0 if nothing is right."""
        recall, precision = _share(self.recalled, self.gold), _share(self.precise, self.found)
        return percent(2 * recall * precision, recall + precision)

    def record(self) -> dict[str, float]:
        """Give F1, precision and recall in percent."""
        return {
            "value": self.value,
            "precision": percent(self.precise, self.found),
            "recall": percent(self.recalled, self.gold),
        }


@dataclass
class CoreferenceScores:
    """The three metrics and the mentions found, summed over documents.

    Attributes:
        mentions: mentions with the same words in gold and found, chains aside.
        metrics: by the names in `METRICS`.
    """

    mentions: Tally = field(default_factory=Tally)
    metrics: dict[str, Ratios] = field(default_factory=lambda: {name: Ratios() for name in METRICS})

    def add(self, gold: Chains, found: Chains) -> None:
        """Count a document; its mentions must belong to one chain each."""
        gold_mentions, found_mentions = frozenset[Span]().union(*gold), frozenset[Span]().union(*found)
        self.mentions.add(len(gold_mentions & found_mentions), len(found_mentions), len(gold_mentions))
        self.metrics["muc"].add(*_muc(gold, found), *_muc(found, gold))
        self.metrics["b_cubed"].add(*_b_cubed(gold, found), *_b_cubed(found, gold))
        similarity = _best_similarity(gold, found)
        self.metrics["ceaf_e"].add(similarity, len(gold), similarity, len(found))

    @property
    def value(self) -> float:
        """Give the CoNLL average: the mean of the three F1."""
        return round(sum(metric.value for metric in self.metrics.values()) / len(self.metrics), 2)

    def record(self) -> dict[str, float]:
        """Give the average and its three parts."""
        return {"value": self.value, **{name: metric.value for name, metric in self.metrics.items()}}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _overlaps(chain: Chain, others: Chains) -> Counter[int]:
    """Count the mentions that a chain shares with each of the others, by their position."""
    return Counter(position for position, other in enumerate(others) for mention in chain if mention in other)


def _muc(chains: Chains, others: Chains) -> tuple[float, float]:
    """Give the links of the chains that the others keep, and all links.

    A chain of n mentions has n - 1 links; the others cut it into parts, and each mention that they lack is a part.
    """
    kept = 0
    for chain in chains:
        shared = _overlaps(chain, others)
        kept += sum(shared.values()) - len(shared)
    return kept, sum(len(chain) - 1 for chain in chains)


def _b_cubed(chains: Chains, others: Chains) -> tuple[float, float]:
    """Give the sum over mentions of the share of their chain that the others keep with them, and the mentions."""
    kept = sum(count * count / len(chain) for chain in chains for count in _overlaps(chain, others).values())
    return kept, sum(map(len, chains))


def _best_similarity(gold: Chains, found: Chains) -> float:
    """Give the sum of φ4 over the best one-to-one pairing of chains; φ4 is the F1 of two chains' mentions."""
    import networkx

    graph = networkx.Graph()
    for row, column, similarity in _similarities(gold, found):
        graph.add_edge(("gold", row), ("found", column), weight=similarity)
    pairs: Collection[tuple[object, object]] = networkx.max_weight_matching(graph)
    return float(sum(sorted(graph.edges[pair]["weight"] for pair in pairs)))


def _similarities(gold: Chains, found: Chains) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of chains that share a mention, with their φ4."""
    for row, chain in enumerate(gold):
        for column, shared in _overlaps(chain, found).items():
            yield row, column, 2 * shared / (len(chain) + len(found[column]))
