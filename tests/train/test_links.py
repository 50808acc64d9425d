"""Weights of links, learned from articles."""

import numpy as np
import pytest

from kg.analyse.coreference import links
from kg.document import Analysis
from tests.analyse.test_coreference import mentions
from tests.link.parses import parsed

pytest.importorskip("torch")

DEFINITE = "the/the/DET/2/det {0}/{0}/NOUN/0/root"
OTHER = "a/a/DET/2/det {0}/{0}/NOUN/0/root"


def article(*nouns: str) -> Analysis:
    """Give sentences of one noun each, the first time with "a", later with "the"."""
    return parsed(*((DEFINITE if noun in nouns[:i] else OTHER).format(noun) for i, noun in enumerate(nouns)))


def test_what_articles_show_is_learned() -> None:
    from kg.train.links import Article, fit_links, kinds_of

    texts = [article(*(("bank", "law", "bank", "ship") * 3)[start : start + 8]) for start in range(4)]
    found = [mentions(text, *[".a", ".b"] * 4) for text in texts]
    entities = [np.array([1 + "bls".index(each.lemma[0]) for each in article.traits]) for article in found]
    articles = [Article(*each) for each in zip(found, entities, strict=True)] * 10
    weights = fit_links(articles, kinds_of(articles), ("",), seed=1)
    assert set(weights.kinds_known) == {"", "NOUN:a", "NOUN:the"}
    unseen = mentions(article("car", "hat", "car", "hat"), ".a", ".a", ".b", ".a")
    assert [(link.mention, link.antecedent) for link in links(unseen, weights)] == [(5, 1), (7, 3)]


def test_rare_kinds_have_no_class_of_their_own() -> None:
    from kg.train.links import Article, kinds_of

    found = mentions(article("bank", "bank"), ".a", ".a")
    assert kinds_of([Article(found, np.array([1, 1]))]) == ("",)
