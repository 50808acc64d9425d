"""The weights of links, learned from whole articles as the finished network reads them.

What a pair of mentions shows needs no deep network, and the vectors that it stands beside are those of the shipped form
in windows as at run time. So these few thousand weights are fitted last, on their own: a minute on one core.

Source: the loss is that of mention ranking, all earlier mentions of the same together (Lee et al. 2017).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from kg.analyse.builtin import BuiltinAnalyser
from kg.analyse.coreference import Comparison, Mentions, Numbers, class_scores, compare, link_shapes, unlearned
from kg.analyse.scores import LinkWeights
from kg.evaluate.annotations import read_documents
from kg.train.readers import read_nominals

_SEEN = 40  # mentions of a kind that earn it a class of its own
_EPOCHS = 8
_RATE = 0.03
_DECAY = 1e-5  # weight of the sum of all squares
_NEW_LEAD = -0.7
"""Added to being new: the metrics punish a missed link more than a wrong one; best of -0.3, -0.7 and -1 on GUM dev."""

_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Article:
    """The mentions that the network finds in an article, and what each speaks of: a number, 0 if it is no mention."""

    mentions: Mentions
    entities: Numbers


def read_articles(folder: Path, analyser: BuiltinAnalyser) -> Iterator[Article]:
    """Yield the articles of a folder of documents as an analyser reads them, given their words and sentences."""
    entities = {name: nominals.entities for name, nominals in read_nominals(folder).items()}
    for gold in read_documents(folder).documents:
        spans = [token.span for token in gold.analysis.tokens]
        starts = [sentence.tokens.start for sentence in gold.analysis.sentences]
        mentions = analyser.mentions(gold.analysis.document, spans, starts)
        if mentions is not None:
            of_words = np.array([entity for name in gold.sentence_ids for entity in entities[name]])
            yield Article(mentions, of_words[mentions.heads])


def kinds_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """Give the kinds of mentions that have a class; rare ones share that of their part of speech, or class 0."""
    counts = Counter(each.kind for article in articles for each in article.mentions.traits)
    rare: Counter[str] = Counter()
    for kind, count in counts.items():
        if count < _SEEN:
            rare[kind.partition(":")[0]] += count
    counts.update(rare)
    return ("", *sorted(kind for kind, count in counts.items() if count >= _SEEN))


class Tables(nn.Module):  # type: ignore[misc]  # torch has no types here
    """`LinkWeights` that can be learned."""

    def __init__(self, kinds: int, types: int) -> None:
        super().__init__()
        self.product = nn.Parameter(torch.ones(()))
        for name, shape in link_shapes(kinds, types).items():
            self.register_parameter(name, nn.Parameter(torch.zeros(shape)))


@dataclass(frozen=True, slots=True)
class _Task:
    """An article ready to learn from: the network's scores and what is right, `[mentions, mentions + 1]`."""

    scores: Tensor
    pairs: Comparison
    right: Tensor


def fit_links(articles: Sequence[Article], kinds: Sequence[str], types: Sequence[str], seed: int) -> LinkWeights:
    """Learn the weights of links from articles."""
    torch.manual_seed(seed)
    blank = unlearned(kinds, types)
    tasks = [_task(article, blank) for article in articles]
    tables = Tables(len(kinds), len(types))
    optimiser = torch.optim.Adam(tables.parameters(), lr=_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=_EPOCHS * len(tasks))
    for _ in range(_EPOCHS):
        for number in torch.randperm(len(tasks)).tolist():
            loss = _loss(tables, tasks[number])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    learned = {name: value.detach().numpy() for name, value in tables.named_parameters()}
    learned["new"] = learned["new"] + np.float32(_NEW_LEAD)
    return LinkWeights(blank.kinds_known, blank.types_known, **learned)


def _task(article: Article, weights: LinkWeights) -> _Task:
    """Prepare an article."""
    anaphors, antecedents, new = (torch.from_numpy(each) for each in article.mentions.vectors)
    entities = torch.from_numpy(article.entities)
    before = torch.ones(len(entities), len(entities), dtype=torch.bool).tril(-1)
    scores = (anaphors @ antecedents.T).masked_fill(~before, _NEVER)
    same = before & (entities[:, None] == entities[None, :]) & (entities > 0)[:, None]
    return _Task(
        scores=torch.cat([scores, new[:, None]], dim=1),
        pairs=compare(article.mentions, weights, 0, len(entities)),
        right=torch.cat([same, ~same.any(dim=1, keepdim=True)], dim=1),
    )


def _loss(tables: Tables, task: _Task) -> Tensor:
    """Give minus the log of the probability of what is right, and the decay."""
    new = tables.new[task.pairs.kinds][:, None]
    learned: Any = class_scores(tables, task.pairs)  # Any: the same sum over tensors
    logs = (tables.product * task.scores + torch.cat([learned, new], dim=1)).log_softmax(dim=1)
    squares = sum((table**2).sum() for name, table in tables.named_parameters() if name != "product")
    return -logs.masked_fill(~task.right, _NEVER).logsumexp(dim=1).mean() + _DECAY * squares
