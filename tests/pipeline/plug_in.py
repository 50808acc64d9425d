"""Installs an analyser that fails on some articles, as another package would: through an entry point."""

from pathlib import Path
from textwrap import dedent

import pytest

MODULE = dedent('''
    """An analyser that takes three articles at a time, and finds a verb and its object in each."""

    from itertools import islice

    from kg.document import ROOT, Analysis, Sentence, Span, Token
    from kg.errors import KgError


    class Unlucky:
        def __init__(self, threads=1):
            self.threads = threads

        def analyse_all(self, documents):
            rest = iter(documents)
            while batch := list(islice(rest, 3)):
                yield from [self.analyse(document) for document in batch if "SKIP" not in document.text]

        def analyse(self, document):
            if "DIVIDE" in document.text:
                1 / 0
            if "DELIBERATE" in document.text:
                raise KgError("this text is written backwards: turn it round")
            head = 99 if "TANGLED" in document.text else 0
            verb, noun, whole = Span(0, 1), Span(1, 2), Span(0, 2)
            words = (
                Token(0, verb, verb.of(document.text), "verb", "VERB", "VB", ROOT, "root"),
                Token(1, noun, noun.of(document.text), "noun", "NOUN", "NN", head, "obj"),
            )
            return Analysis(document, words, (Sentence(whole, whole),))
''')


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `unlucky` the name of an analyser, in this process and those that it starts."""
    (folder / "unlucky.py").write_text(MODULE, encoding="utf-8")
    about = folder / "unlucky-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: unlucky\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[newskg.analysers]\nunlucky = unlucky:Unlucky\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
