"""CoNLL-U files as gold, with the text that their words come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.document import ROOT, Span
from kg.errors import UnreadableInput
from kg.evaluate.gold import UNMARKED, Gold, GoldSet, GoldWord, gold_analysis

_COLUMNS = 10


@dataclass
class Block:
    """The lines of a sentence.

    Attributes:
        comments: key → value of the comment lines; the value is empty where there is no "=".
        rows: columns of the words and of the ranges (`3-4`), in order.
    """

    comments: dict[str, str] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Page:
    """A document in the making: text and sentences so far."""

    name: str
    text: str = ""
    gap: str = ""
    sentences: list[list[GoldWord]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Add a sentence; a new paragraph begins after a blank line."""
        if self.text and ("newpar" in block.comments or "newpar id" in block.comments):
            self.gap = "\n\n"
        words: list[GoldWord] = []
        for form, rows, has_space in _printed(block.rows, self.name):
            start = len(self.text) + len(self.gap)
            self.text += self.gap + form
            lengths = _lengths(form, [row[1] for row in rows])
            for row, length in zip(rows, lengths, strict=True):
                words.append(_word(row, Span(start, start + length), self.name))
                start += length
            self.gap = " " if has_space else ""
        self.sentences.append(words)
        self.ids.append(block.comments.get("sent_id", ""))

    def gold(self) -> Gold:
        """Give the finished document."""
        return Gold(gold_analysis(self.name, self.text, self.sentences), tuple(self.ids))


def read_treebank(path: Path) -> GoldSet:
    """Read a CoNLL-U file; the text follows from `SpaceAfter`, `newpar` and `newdoc`.

    A file without `newdoc` is one document. Empty words (`8.1`) are left out. The words of a range (`3-4 don't`) share
    its letters.

    Raises:
        UnreadableInput: a row without ten columns, a head that is no word of the sentence, or no sentence at all.
    """
    pages: list[Page] = []
    with path.open(encoding="utf-8") as lines:
        for block in _blocks(lines, path):
            if not pages or "newdoc" in block.comments or "newdoc id" in block.comments:
                pages.append(Page(block.comments.get("newdoc id") or f"{path.stem}-{len(pages) + 1}"))
            pages[-1].add(block)
    if not pages:
        raise UnreadableInput(f"{path} holds no sentence; is this CoNLL-U?")
    return GoldSet(path.stem, tuple(page.gold() for page in pages))


def _blocks(lines: Iterable[str], path: Path) -> Iterator[Block]:
    """Yield the sentences of a file."""
    block = Block()
    for number, line in enumerate((*lines, "\n"), start=1):
        content = line.rstrip("\r\n")
        if content.startswith("#"):
            key, _, value = content[1:].partition("=")
            block.comments[key.strip()] = value.strip()
        elif content:
            columns = content.split("\t")
            if len(columns) != _COLUMNS:
                raise UnreadableInput(
                    f"{path}:{number}: {len(columns)} columns instead of {_COLUMNS}; is this CoNLL-U?"
                )
            if "." not in columns[0]:
                block.rows.append(columns)
        elif block.rows:
            yield block
            block = Block()


def _printed(rows: list[list[str]], name: str) -> Iterator[tuple[str, list[list[str]], bool]]:
    """Yield what stands in the text: its letters, the words in it, and whether a space follows."""
    index = 0
    while index < len(rows):
        row = rows[index]
        first, _, last = row[0].partition("-")
        index += 1
        words = [row]
        if last:
            words = rows[index : index + _number(last, name) - _number(first, name) + 1]
            index += len(words)
        if not words or len(row[1]) < len(words):
            raise UnreadableInput(f"{name}: {row[1]!r} is shorter than the words in it; check the range {row[0]}")
        yield row[1], words, "SpaceAfter=No" not in row[9].split("|")


def _lengths(form: str, words: Sequence[str]) -> list[int]:
    """Cut printed letters into words, each at least one letter long: "don't" → "do", "n't".

    Where words are not written as they stand ("au" → "à", "le") each takes as many letters as it has, the last the
    rest.
    """
    lengths: list[int] = []
    for position, word in enumerate(words[:-1], start=1):
        left = len(form) - sum(lengths) - (len(words) - position)
        lengths.append(max(1, min(len(word), left)))
    return [*lengths, len(form) - sum(lengths)]


def _word(row: Sequence[str], span: Span, name: str) -> GoldWord:
    """Give the word of a row; a lemma or form may itself be "_"."""
    head = ROOT if row[6] == UNMARKED else _number(row[6], name) - 1
    return GoldWord(span, lemma=row[2], upos=row[3], xpos=row[4], head=head, deprel=row[7])


def _number(text: str, name: str) -> int:
    """Read the number of a word."""
    if not text.isdecimal():
        raise UnreadableInput(f"{name}: {text!r} is no number of a word; check columns 1 and 7")
    return int(text)
