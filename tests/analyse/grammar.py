"""A sentence with a hand-made tree, for tests of what reads trees."""

import re
from dataclasses import replace
from datetime import date

from kg.document import ROOT, Document, DocumentId, Sentence, Span, Token

_UPOS = {"NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "CD": "NUM", "MD": "AUX", "TO": "PART", "DT": "DET", ".": "PUNCT"}
_DETERMINERS = {"the", "a", "this", "every"}


def parsed(marked: str, published: date | None = None) -> tuple[Document, list[Token], list[Sentence]]:
    """Make a sentence from words with tags where they matter: "He left/VBD on Monday ."

    The first verb is the root; every word depends on the verb before it, else on the root; "will/MD" and "to/TO" depend
    on the verb after. A number before a plural ("2000 soldiers/NNS") counts it, a word before one tagged "/NNP"
    is a part of its name. "_" glues a word to the one before.
    """
    rows = [(word.removeprefix("_"), tag, word.startswith("_")) for word, tag in map(_split, marked.split())]
    text, spans = "", []
    for word, _, is_glued in rows:
        text += word if is_glued or not text else f" {word}"
        spans.append(Span(len(text) - len(word), len(text)))
    tags = [tag or _tag(word) for word, tag, _ in rows]
    verbs = [i for i, tag in enumerate(tags) if tag.startswith("VB")] or [0]
    tokens = [_token(i, rows[i][0], tags, verbs, spans[i]) for i in range(len(rows))]
    for i, (_, tag, _) in enumerate(rows[1:]):
        if tag == "NNP":
            tokens[i] = replace(tokens[i], head=i + 1, deprel="compound")
    return (
        Document(DocumentId("test"), text, published=published),
        tokens,
        [Sentence(Span(0, len(rows)), Span(0, len(text)))],
    )


def _split(word: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.+)/([A-Z$.]+)", word)
    return (found[1], found[2]) if found else (word, "")


def _tag(word: str) -> str:
    if not re.search(r"\w", word):
        return "."
    if word.lower() in _DETERMINERS:
        return "DT"
    if word[0].isdigit():
        return "CD"
    return "NNP" if word[0].isupper() else "NN"


def _token(index: int, word: str, tags: list[str], verbs: list[int], span: Span) -> Token:
    tag = tags[index]
    head, deprel = max((verb for verb in verbs if verb < index), default=verbs[0]), "obl"
    if index == verbs[0]:
        head, deprel = ROOT, "root"
    elif tag in {"MD", "TO"}:
        head, deprel = min(verb for verb in verbs if verb > index), "aux" if tag == "MD" else "mark"
    elif tag == "CD" and tags[index + 1 : index + 2] == ["NNS"]:
        head, deprel = index + 1, "nummod"
    upos = "VERB" if tag.startswith("VB") else _UPOS.get(tag, "X")
    return Token(index, span, word, word.lower(), upos, tag, head, deprel)
