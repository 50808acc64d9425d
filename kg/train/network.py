"""The network: one encoder, words as a mix of its layers, and a head per task."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.analyse.coreference import DISTANCES
from kg.train.encoder import Encoder, Layer
from kg.train.recipe import Sizes

TAG_TASKS = ("sentence", "upos", "xpos", "lemma", "nominal", "uner", "wiki")
"""Tasks that give every word a class, in the order of the exported outputs."""

_HEAD_SIZE = 32  # of attention between words, as in MiniLM

_GRAMMAR = ("sentence", "upos", "xpos", "lemma")


class Batch(NamedTuple):
    """Windows side by side, padded.

    Attributes:
        pieces: word pieces with [CLS] and [SEP], `int64 [windows, pieces]`.
        shapes: the shape of each piece's word, same size.
        first: place of each word's first piece, `int64 [windows, words]`.
        last: place of each word's last piece, same size.
    """

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor


class Scores(NamedTuple):
    """What the network gives for a batch.

    Attributes:
        tags: per tag task `[windows, words, classes]`.
        happened: factuality, `[windows, words]`.
        arcs: score of every head (columns) for every word (rows), `[windows, words, words]`.
        roots: score of being a root, `[windows, words]`.
        dependents: vectors for the labels of arcs, `[windows, words, relation_size]`.
        heads: the same, of the arc's other end.
        dependent_relations: what each word adds to the relations of the arc above it, `[windows, words, relations]`.
        head_relations: what each word adds to the relations of the arcs below it.
        anaphors: vectors of words that may speak of something mentioned before, `[windows, words, coreference_size]`.
        antecedents: the same, of words that may have mentioned it.
        new: score of speaking of something new, `[windows, words]`.
    """

    tags: dict[str, Tensor]
    happened: Tensor
    arcs: Tensor
    roots: Tensor
    dependents: Tensor
    heads: Tensor
    dependent_relations: Tensor
    head_relations: Tensor
    anaphors: Tensor
    antecedents: Tensor
    new: Tensor


class Hidden(nn.Module):  # type: ignore[misc]  # torch has no types here
    """A layer with GELU and dropout."""

    def __init__(self, size: int, width: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(size, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor) -> Tensor:
        """Transform word vectors."""
        return self.dropout(functional.gelu(self.linear(words)))


class Context(nn.Module):  # type: ignore[misc]  # torch has no types here
    """A transformer layer over words, added to them; it begins by adding nothing, so trained networks can grow one."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.layer = Layer(size, heads=size // _HEAD_SIZE, inner=4 * size, dropout=0.1)
        self.added = nn.Linear(size, size)
        nn.init.zeros_(self.added.weight)
        nn.init.zeros_(self.added.bias)

    def forward(self, words: Tensor, mask: Tensor | None) -> Tensor:
        """Give word vectors that know the other words of their window; `mask` is added to the attention scores."""
        return words + self.added(self.layer(words, mask))


class Network(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Encoder and heads.

    The relation of an arc is scored from `[dependent * head, dependent, head]` by `relation`: a biaffine of low rank
    whose cost at run time is one small product per word.
    """

    def __init__(self, encoder: Encoder, labels: dict[str, tuple[str, ...]], sizes: Sizes) -> None:
        super().__init__()
        size = encoder.size
        self.encoder = encoder
        self.mix = nn.Parameter(torch.zeros(sizes.layers_mixed))
        self.joint = nn.Linear(2 * size, size)
        self.context = nn.ModuleList(Context(size) for _ in range(sizes.word_layers))
        self.dropout = nn.Dropout(sizes.dropout)
        self.grammar, self.meaning, self.names = (Hidden(size, sizes.hidden_size, sizes.dropout) for _ in range(3))
        self.taggers = nn.ModuleDict(
            {task: nn.Linear(sizes.hidden_size, len(labels.get(task, "01"))) for task in TAG_TASKS}
        )
        self.happened = nn.Linear(sizes.hidden_size, 1)
        self.arc_dependent, self.arc_head = (Hidden(size, sizes.arc_size, sizes.dropout) for _ in range(2))
        self.arc = nn.Linear(sizes.arc_size, sizes.arc_size)
        self.root = nn.Linear(sizes.arc_size, 1)
        self.dependent, self.head = (Hidden(size, sizes.relation_size, sizes.dropout) for _ in range(2))
        self.relation = nn.Linear(3 * sizes.relation_size, len(labels["relation"]))
        self.anaphor, self.antecedent = (Hidden(size, sizes.coreference_size, sizes.dropout) for _ in range(2))
        self.coreference = nn.Linear(sizes.coreference_size, sizes.coreference_size)
        self.new = nn.Linear(sizes.coreference_size, 1)
        self.distances = nn.Parameter(torch.zeros(DISTANCES))

    def words(self, batch: Batch, mask: Tensor | None) -> Tensor:
        """Give word vectors: the layers' mix at the first and the last piece, joined, then put into context."""
        states = self.encoder(batch.pieces, batch.shapes, mask)[-len(self.mix) :]
        weights = functional.softmax(self.mix, dim=0)
        mixed = sum(weight * state for weight, state in zip(weights, states, strict=True))
        ends = [mixed.gather(1, place.unsqueeze(-1).expand(-1, -1, mixed.shape[-1])) for place in batch[2:]]
        words = functional.gelu(self.joint(torch.cat(ends, dim=-1)))
        for layer in self.context:
            words = layer(words, None if mask is None else _word_mask(batch))
        return self.dropout(words)

    def forward(self, batch: Batch, mask: Tensor | None = None) -> Scores:
        """Score a batch; `mask` is added to the attention scores, None without padding."""
        words = self.words(batch, mask)
        hidden = {"grammar": self.grammar(words), "meaning": self.meaning(words), "names": self.names(words)}
        dependents, heads = self.arc_dependent(words), self.arc_head(words)
        below, above = self.dependent(words), self.head(words)
        anaphors = self.anaphor(words)
        _, of_dependents, of_heads = self.relation_parts()
        return Scores(
            tags={task: self.taggers[task](hidden[_room(task)]) for task in TAG_TASKS},
            happened=self.happened(hidden["meaning"]).squeeze(-1),
            arcs=self.arc(dependents) @ heads.transpose(1, 2) / heads.shape[-1] ** 0.5,
            roots=self.root(heads).squeeze(-1),
            dependents=below,
            heads=above,
            dependent_relations=functional.linear(below, of_dependents, self.relation.bias),
            head_relations=functional.linear(above, of_heads),
            anaphors=self.coreference(anaphors) / anaphors.shape[-1] ** 0.5,
            antecedents=self.antecedent(words),
            new=self.new(anaphors).squeeze(-1),
        )

    def relation_parts(self) -> tuple[Tensor, Tensor, Tensor]:
        """Give the relation scorer's weights for products, dependents and heads, `[relations, size]` each."""
        products, dependents, heads = self.relation.weight.chunk(3, dim=1)
        return products, dependents, heads


def _word_mask(batch: Batch) -> Tensor:
    """Give 0 for words and -inf for padding, whose place is that of [CLS], `[windows, 1, 1, words]`."""
    return torch.zeros(batch.last.shape, device=batch.last.device).masked_fill(batch.last == 0, -torch.inf)[
        :, None, None
    ]


def _room(task: str) -> str:
    """Give the hidden layer that a task reads."""
    if task in _GRAMMAR:
        return "grammar"
    return "meaning" if task == "nominal" else "names"
