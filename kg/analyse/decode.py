"""From scores to grammar: tags, lemmas, the tree and the names of one sentence."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.analyse.lemmas import apply_script, dictionary_lemma, noun_lemma, positive_form
from kg.analyse.model import Model
from kg.analyse.names import merged, settled, trimmed, weighed
from kg.analyse.scores import WordScores, relation_scores
from kg.analyse.spans import SpanDecoder, TypedSpan
from kg.analyse.tree import best_tree
from kg.document import ROOT

_SCRIPTS_TRIED = 5  # lemma scripts that are tried, best first, before the form itself is taken
_MOST = 3.0  # the scale of factuality ends at ±3


class Word(NamedTuple):
    """The grammar of a word; `head` is an index in its sentence, `ROOT` for the root."""

    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    nominal_type: str
    happened: float | None
    arc_score: float


class Decoder:
    """Reads the network's scores."""

    def __init__(self, model: Model) -> None:
        self._labels = model.labels
        self._pairs = model.pairs
        self._spans = {family: SpanDecoder(model.labels[family]) for family in ("uner", "wiki")}
        self._root = model.labels["relation"].index("root")

    def words(self, forms: Sequence[str], scores: WordScores) -> list[Word]:
        """Decode the words of one sentence."""
        upos, xpos = self._best("upos", scores), self._best("xpos", scores)
        heads, relations, arc_scores = self._tree(scores)
        lemmas = self._lemmas(forms, list(zip(upos, xpos, strict=True)), scores)
        rows = zip(lemmas, upos, xpos, heads, relations, strict=True)
        types = self._nominal_types(upos, scores)
        return [
            Word(*row, nominal_type=nominal, happened=_happened(row[1], value), arc_score=likely)
            for row, nominal, value, likely in zip(rows, types, scores.happened.tolist(), arc_scores, strict=True)
        ]

    def names(self, forms: Sequence[str], words: Sequence[Word], scores: WordScores) -> list[TypedSpan]:
        """Give the named entities of one sentence in order, without overlap."""
        table = scores.tags["wiki"]
        shares = self._spans["wiki"].shares
        uner = [
            settled(span, words, partial(shares, table[span.start : span.end]))
            for span in self._spans["uner"].decode(scores.tags["uner"])
        ]
        wiki = [weighed(span, words) for span in self._spans["wiki"].decode(table)]
        return [span for each in merged(uner, wiki) if (span := trimmed(each, forms, words)) is not None]

    def _best(self, task: str, scores: WordScores) -> list[str]:
        """Give the best class of every word."""
        labels = self._labels[task]
        return [labels[index] for index in scores.tags[task].argmax(axis=1).tolist()]

    def _tree(self, scores: WordScores) -> tuple[list[int], list[str], list[float]]:
        """Give heads, relations, and how likely both are; "root" is kept for the root."""
        heads = best_tree(scores.arcs, scores.roots)
        found = relation_scores(scores, heads, self._pairs.relations)
        found[:, self._root] = -np.inf
        labels = self._labels["relation"]
        best = [labels[index] for index in found.argmax(axis=1).tolist()]
        relations = ["root" if head == ROOT else label for head, label in zip(heads, best, strict=True)]
        return heads, relations, _arc_scores(heads, scores, found)

    def _lemmas(self, forms: Sequence[str], tags: Sequence[tuple[str, str]], scores: WordScores) -> list[str]:
        """Give lemmas, by parts of speech in both tag sets: the best script that fits, or the dictionary's."""
        table = scores.tags["lemma"]
        return [
            self._lemma(form, tag, table[index], best)
            for index, (form, tag, best) in enumerate(zip(forms, tags, table.argmax(axis=1).tolist(), strict=True))
        ]

    def _lemma(self, form: str, tags: tuple[str, str], scores: NDArray[np.float32], best: int) -> str:
        """Give the lemma of one word; a proper noun keeps its capitals, "i" gets its own."""
        scripts = self._labels["lemma"]
        upos, xpos = tags
        if upos == "VERB" and xpos == "VB" and form.isalpha():
            return form.lower()  # "to lay off" is no "lie", "to found" no "find"
        if upos in _INFLECTED:
            is_sure = upos == "NOUN" and np.exp(scores - scores[best]).sum() < 1 / _SURE
            return noun_lemma(form, scripts[best]) if is_sure else dictionary_lemma(form.lower(), upos)
        if upos in _GRADED and xpos in _DEGREES and (found := positive_form(form, upos)):
            return found
        lemma = apply_script(_cased(scripts[best], form, upos), form)
        if lemma is not None:
            return "I" if lemma == "i" and upos == "PRON" else lemma
        for index in scores.argsort()[::-1][1:_SCRIPTS_TRIED]:
            lemma = apply_script(_cased(scripts[index], form, upos), form)
            if lemma is not None:
                return lemma
        return form if upos == "PROPN" else form.lower()

    def _nominal_types(self, upos: Sequence[str], scores: WordScores) -> list[str]:
        """Give the type of every nominal, empty for a word that heads none."""
        labels = self._labels["nominal"]
        table = scores.tags["nominal"].copy()
        table[:, 0] += [_LEADS.get(tag, _LEAD) for tag in upos]
        return [
            labels[best] if tag not in _NEVER else ""
            for tag, best in zip(upos, table.argmax(axis=1).tolist(), strict=True)
        ]


_LEADS = {"NOUN": 0.25, "PRON": 0.25}
_LEAD = 0.75
"""By how much a type must be likelier (in logits) than heading no nominal: tuned on GUM dev, F1 80.9 -> 81.2."""

_INFLECTED = {"NOUN", "VERB"}  # their lemmas are in the dictionary; scripts slip on rare and irregular forms
_SURE = 0.8  # probability from which a script may know better than the dictionary
_GRADED = {"ADJ", "ADV"}
_DEGREES = {"JJR", "JJS", "RBR", "RBS"}
_NEVER = {"PUNCT", "ADP", "AUX", "CCONJ", "SCONJ", "PART"}


def _arc_scores(heads: Sequence[int], scores: WordScores, relations: NDArray[np.float32]) -> list[float]:
    """Give the probability of every word's head, times that of its relation unless it is the root."""
    arcs = np.concatenate([scores.arcs, scores.roots[:, None]], axis=1)
    np.fill_diagonal(arcs, -np.inf)  # no word is its own head
    rows = np.arange(len(heads))
    likely = _share(arcs, arcs[rows, heads])  # the last column, -1, is the root's
    return [round(float(each), 2) for each in likely * np.where(np.equal(heads, ROOT), 1.0, _share(relations))]


def _share(scores: NDArray[np.float32], of: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
    """Give the softmax of one score in each row, of the highest if none is given."""
    highest = scores.max(axis=1)
    return np.asarray(np.exp((highest if of is None else of) - highest) / np.exp(scores - highest[:, None]).sum(axis=1))


def _cased(script: str, form: str, upos: str) -> str:
    """Give the script with the form's case kept, for a proper noun that it would put in lower case."""
    if upos == "PROPN" and script.startswith("lower|") and form[:1].isupper():
        return "keep|" + script.removeprefix("lower|")
    return script


def _happened(upos: str, value: float) -> float | None:
    """Give the factuality of a verb, None for other words: the training data has verbs only."""
    return round(min(max(value, -_MOST), _MOST), 2) if upos == "VERB" else None
