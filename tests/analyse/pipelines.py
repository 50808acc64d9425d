"""A small spaCy pipeline that knows the grammar of one sentence by heart, saved in a folder."""

from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

CLEAR = "clear"
UD = "ud"

SENTENCE = "Norland's king was attacked by rebels in Velmar on Monday."
"""The sentence that is known; any other text is one name after the other, each word hanging on the one before."""

_GRAMMAR = {
    CLEAR: """
        Norland  Norland  PROPN NNP  2 poss      B-GPE
        's       's       PART  POS  0 case      I-GPE
        king     king     NOUN  NN   4 nsubjpass O
        was      be       AUX   VBD  4 auxpass   O
        attacked attack   VERB  VBN  4 ROOT      O
        by       by       ADP   IN   4 agent     O
        rebels   rebel    NOUN  NNS  5 pobj      O
        in       in       ADP   IN   4 prep      O
        Velmar   Velmar   PROPN NNP  7 pobj      B-GPE
        on       on       ADP   IN   4 prep      O
        Monday   Monday   PROPN NNP  9 pobj      B-DATE
        .        .        PUNCT .    4 punct     O
        """,
    UD: """
        Norland  Norland  PROPN NNP  2 nmod:poss  B-GPE
        's       's       PART  POS  0 case       I-GPE
        king     king     NOUN  NN   4 nsubj:pass O
        was      be       AUX   VBD  4 aux:pass   O
        attacked attack   VERB  VBN  4 ROOT       O
        by       by       ADP   IN   6 case       O
        rebels   rebel    NOUN  NNS  4 obl:agent  O
        in       in       ADP   IN   8 case       O
        Velmar   Velmar   PROPN NNP  4 obl        B-GPE
        on       on       ADP   IN  10 case       O
        Monday   Monday   PROPN NNP  4 obl        B-DATE
        .        .        PUNCT .    4 punct      O
        """,
}
_LABELS = {CLEAR: ("ROOT", "dobj", "prep", "pobj"), UD: ("ROOT", "obj", "obl", "case")}


@dataclass
class Grammar:
    """Annotates like tagger, parser and recogniser of names together."""

    labels: tuple[str, ...]
    known: tuple[list[str], ...]

    def __call__(self, doc: Doc) -> Doc:
        words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
        rows = self.known if words == [row[0] for row in self.known] else _unknown(doc)
        return Doc(
            doc.vocab,
            words=words,
            spaces=spaces,
            lemmas=[row[1] for row in rows],
            pos=[row[2] for row in rows],
            tags=[row[3] for row in rows],
            heads=[int(row[4]) for row in rows],
            deps=[row[5] for row in rows],
            ents=[row[6] for row in rows],
        )

    def to_disk(self, path: Path, exclude: object = ()) -> None:
        """Nothing to write: the configuration has it all."""

    def from_disk(self, path: Path, exclude: object = ()) -> "Grammar":
        return self


@Language.factory("newskg_test_grammar", default_config={"scheme": CLEAR})
def grammar(nlp: Language, name: str, scheme: str) -> Grammar:
    return Grammar(_LABELS[scheme], tuple(line.split() for line in _GRAMMAR[scheme].strip().splitlines()))


def _unknown(doc: Doc) -> list[list[str]]:
    """Annotate any text: every word a name, a full stop ends the sentence, white space stands in the tree as well."""
    rows: list[list[str]] = []
    for token in doc:
        begins = not rows or rows[-1][1] == "."
        head = token.i if begins else token.i - 1
        label = "ROOT" if begins else "dep"
        upos = "SPACE" if token.is_space else "PUNCT" if token.is_punct else "PROPN"
        rows.append([token.text, token.text, upos, "NNP", str(head), label, "O" if token.is_space else "B-ORG"])
    return rows


def pipeline(folder: Path, scheme: str, language: str = "en", *parts: str) -> Path:
    """Save a pipeline whose labels are of a scheme; with `parts` it has those instead of the grammar."""
    made = spacy.blank(language)
    for part in parts:
        made.add_pipe(part)
    if not parts:
        made.add_pipe("newskg_test_grammar", config={"scheme": scheme})
    made.meta["name"] = scheme
    made.to_disk(folder)
    return folder
