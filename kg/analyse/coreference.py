"""Which words speak of the same: every mention goes back to an earlier one, or is new.

The network gives each word a vector as a later mention and one as an earlier mention. A pair's score is their product
and a weight for each way in which the two compare: their kinds, their distance, their wording, their types and where
they stand in the tree. The chain whose members are likelier together than being new is the one that the mention joins.
Two names that share no word never go together, nor does a name with a chain whose names share no word with it.

Source: word-level coreference (Dobrovolskii 2021); mention ranking (Denis & Baldridge 2008); the comparisons are those
of Durrett & Klein 2013, Easy victories and uphill battles in coreference resolution.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.analyse.mentions import Place, Traits, Wording, places, traits, wordings
from kg.analyse.scores import Floats, LinkWeights, WordScores
from kg.document import Analysis, Coreference

DISTANCES = 10
"""Classes of distance between two words: 1, 2–3, 4–7, …, 512 and more."""

LOOK_BACK = 512
"""Mentions that are looked at before each one, at least; an article of 2,000 words has about as many."""

_AT_ONCE = 256  # mentions scored by one product

_LIKELY = 0.1
"""Share of the likeliest antecedent's probability that counts towards a chain.

Adding up hundreds of unlikely ones made long articles one chain; GUM dev does not tell 0, 0.03 and 0.1 apart.
"""

Numbers = NDArray[np.int64]
Vectors = tuple[Floats, Floats, Floats]
"""Of every mention: the vector as a later and as an earlier mention, and the score of being new."""


def distance_classes(words: int) -> Numbers:
    """Give the class of every distance below `words`; class 0 for 0 and 1."""
    far = np.maximum(np.arange(words), 1)
    return np.asarray(np.minimum(np.log2(far).astype(np.int64), DISTANCES - 1))


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of an article.

    Attributes:
        heads: the tokens that head them, in order.
        vectors: what the network says of them.
        traits: what they show.
        wordings: for each, how it compares with the earlier ones that have a word in common with it.
        places: for each, where it stands to the earlier ones of its sentence.
        names: words of the name that each stands in, empty for none.
        types: scores of the types of nominals, `[mentions, types]`.
    """

    heads: Numbers
    vectors: Vectors
    traits: Sequence[Traits]
    wordings: Sequence[Mapping[int, Wording]]
    places: Sequence[Mapping[int, Place]]
    names: Sequence[frozenset[str]]
    types: Floats


class MentionCollector:
    """Collects what the network says of the mentions of one article."""

    def __init__(self) -> None:
        self._heads: list[int] = []
        self._vectors: list[Vectors] = []
        self._types: list[Floats] = []

    def add(self, first: int, heads: Sequence[int], scores: WordScores) -> None:
        """Add the mentions of the next sentence.

        Args:
            first: the sentence's first token.
            heads: words of the sentence that head a mention.
            scores: of the sentence's words.
        """
        if heads:
            rows = np.array(heads)
            self._heads += [first + head for head in heads]
            self._vectors.append((scores.anaphors[rows], scores.antecedents[rows], scores.new[rows]))
            self._types.append(scores.tags["nominal"][rows])

    def mentions(self, analysis: Analysis) -> Mentions | None:
        """Give the mentions of the article, analysed but for its coreference; None if there are none."""
        if not self._heads:
            return None
        shown = [traits(analysis, head) for head in self._heads]
        anaphors, antecedents, new = (np.concatenate(each) for each in zip(*self._vectors, strict=True))
        return Mentions(
            heads=np.array(self._heads),
            vectors=(anaphors, antecedents, new),
            traits=shown,
            wordings=tuple(wordings(shown, LOOK_BACK + _AT_ONCE)),
            places=tuple(places(analysis, self._heads)),
            names=_names(analysis, self._heads),
            types=np.concatenate(self._types),
        )


def _names(analysis: Analysis, heads: Sequence[int]) -> list[frozenset[str]]:
    """Give the words of the name that each head stands in."""
    words = {
        token: frozenset(each.text.lower() for each in analysis.tokens[name.tokens.start : name.tokens.end])
        for name in analysis.mentions
        for token in range(name.tokens.start, name.tokens.end)
    }
    return [words.get(head, frozenset()) for head in heads]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Classes of a block of pairs: later mentions (rows) with earlier ones (columns), and with themselves.

    Attributes:
        rows: positions of the later mentions, one after the other.
        columns: positions of the earlier ones, up to the last row.
        kinds: class of every mention's kind.
        types: class of every mention's type.
        groups: 0 for pronouns, 1 for names, 2 for the rest.
        distances: `[rows, columns]`, as are the next two.
        wordings: see `Wording`.
        places: see `Place`.
    """

    rows: Numbers
    columns: Numbers
    kinds: Numbers
    types: Numbers
    groups: Numbers
    distances: Numbers
    wordings: Numbers
    places: Numbers


def compare(mentions: Mentions, weights: LinkWeights, first: int, end: int) -> Comparison:
    """Compare mentions `first` to `end` with those from `LOOK_BACK` before on."""
    start = max(0, first - LOOK_BACK)
    rows, columns = np.arange(first, end), np.arange(start, end)
    far = np.maximum(mentions.heads[rows, None] - mentions.heads[None, columns], 0)
    return Comparison(
        rows=rows,
        columns=columns,
        kinds=np.array([weights.kind(each.kind) for each in mentions.traits]),
        types=np.array([weights.types_known.get(each.type, 0) for each in mentions.traits]),
        groups=np.array([_group(each) for each in mentions.traits]),
        distances=distance_classes(int(far.max()) + 1)[far],
        wordings=_table(mentions.wordings[first:end], first, start),
        places=_table(mentions.places[first:end], first, start),
    )


_GROUPS = 3  # pronouns, names, the rest


def _group(shown: Traits) -> int:
    """Tell pronouns, names and the rest apart."""
    return 0 if not shown.lemma else 1 if shown.kind == "PROPN" else 2


def _table(classes: Sequence[Mapping[int, int]], first: int, start: int) -> Numbers:
    """Give the classes of the pairs of a block, `[rows, columns]`, 0 where there is none."""
    table = np.zeros((len(classes), first + len(classes) - start), dtype=np.int64)
    for row, of_earlier in enumerate(classes):
        for earlier, value in of_earlier.items():
            if earlier >= start:
                table[row, earlier - start] = value
    return table


def class_scores(weights: LinkWeights, pairs: Comparison) -> Floats:
    """Add up the weights of the classes of a block of pairs, `[rows, columns]`."""
    later, earlier = pairs.kinds[pairs.rows][:, None], pairs.kinds[pairs.columns][None, :]
    types = weights.types[pairs.types[pairs.rows][:, None], pairs.types[pairs.columns][None, :]]
    wording = weights.wordings[pairs.wordings, later, pairs.groups[pairs.columns][None, :]]
    place = weights.places[pairs.places, later]
    return weights.kinds[later, earlier] + weights.distances[later, pairs.distances] + types + wording + place


def link_shapes(kinds: int, types: int) -> dict[str, tuple[int, ...]]:
    """Give the shapes of the tables of `LinkWeights`."""
    return {
        "new": (kinds,),
        "kinds": (kinds, kinds),
        "distances": (kinds, DISTANCES),
        "wordings": (len(Wording), kinds, _GROUPS),
        "types": (types, types),
        "places": (len(Place), kinds),
    }


def unlearned(kinds: Sequence[str], types: Sequence[str]) -> LinkWeights:
    """Give weights that leave everything to the network's own scores."""
    kinds_known, types_known = ({name: number for number, name in enumerate(each)} for each in (kinds, types))
    shapes = link_shapes(len(kinds), len(types))
    tables = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
    return LinkWeights(kinds_known, types_known, np.ones((), dtype=np.float32), **tables)


def pair_scores(mentions: Mentions, weights: LinkWeights, first: int, end: int) -> Floats:
    """Score mentions `first` to `end` against those from `LOOK_BACK` before on; the last columns are themselves.

    Plain sums of products: the threads of a matrix library would wait for each other, and take the other core from
    whoever reads the next article there.
    """
    pairs = compare(mentions, weights, first, end)
    anaphors, antecedents, new = mentions.vectors
    products = np.einsum("rs,cs->rc", anaphors[pairs.rows], antecedents[pairs.columns])
    found = weights.product * products + class_scores(weights, pairs)
    found[pairs.columns[None, :] > pairs.rows[:, None]] = -np.inf
    found[_other_names(mentions, pairs)] = -np.inf
    own = weights.product * new[pairs.rows] + weights.new[pairs.kinds[pairs.rows]]
    found[pairs.rows - first, pairs.rows - pairs.columns[0]] = own
    return np.asarray(found)


def links(mentions: Mentions, weights: LinkWeights) -> Iterator[Coreference]:
    """Yield a link for every mention that is not new, to the likeliest member of the chain that it joins."""
    count = len(mentions.heads)
    chains = np.arange(count)
    names = dict(enumerate(mentions.names))
    for first in range(0, count, _AT_ONCE):
        end = min(first + _AT_ONCE, count)
        start = max(0, first - LOOK_BACK)
        table = _softmax(pair_scores(mentions, weights, first, end))
        for mention in range(first, end):
            row = table[mention - first, : mention - start + 1]
            shares = _shares(row, chains[start : mention + 1])
            open_to_it = [each for each in shares if each == mention or not _apart(names[each], names[mention])]
            best = max(open_to_it, key=lambda each: (shares[each], each == mention))
            if best != mention:
                chains[mention] = best
                names[best] |= names[mention]
                members = np.where(chains[start:mention] == best, row[:-1], -1.0)
                antecedent = int(mentions.heads[start + int(members.argmax())])
                yield Coreference(int(mentions.heads[mention]), antecedent, round(shares[best], 3))


def _shares(row: Floats, chains: Numbers) -> dict[int, float]:
    """Add up what is likely of each chain, given each mention's; that of the last one, being new, always counts."""
    shares: dict[int, float] = {int(chains[-1]): float(row[-1])}
    for place in np.flatnonzero(row[:-1] >= _LIKELY * row.max()):
        chain = int(chains[place])
        shares[chain] = shares.get(chain, 0.0) + float(row[place])
    return shares


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether these are names without a word in common."""
    return bool(one and other) and one.isdisjoint(other)


def _other_names(mentions: Mentions, pairs: Comparison) -> NDArray[np.bool_]:
    """Say which pairs are names without a word in common, `bool [rows, columns]`."""
    names = [mentions.names[column] for column in pairs.columns]
    words = {word: column for column, word in enumerate(sorted(frozenset().union(*names)))}
    table = np.zeros((len(names), len(words)), dtype=np.float32)
    for row, name in enumerate(names):
        table[row, [words[word] for word in name]] = 1
    named = table.sum(axis=1) > 0
    later = slice(len(names) - len(pairs.rows), None)
    shared = np.einsum("rw,cw->rc", table[later], table)
    return np.asarray((shared == 0) & np.outer(named[later], named))


def _softmax(scores: Floats) -> Floats:
    """Give the probabilities of each row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
