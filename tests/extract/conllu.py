"""Reads hand-checked cases: CoNLL-U sentences with the claims that they must and must not give.

The MISC column says what the analyser would have found beside the parse: `Name=B-person` and `Name=I-person` for
names, `Time=2026-02-11` on each token of a resolved time, `Nominal=event` for the type of a nominal head,
`Happened=0.9` for the factuality of a predicate, `SpaceAfter=No`, and `SpacesAfter=\\n\\n` before a new paragraph. Ids
that start again at 1 start another sentence of the same case. `# published = 2026-02-11` says when it was published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.document import ROOT, Analysis, Document, DocumentId, Mention, Period, Sentence, Span, TimeExpression, Token


@dataclass(frozen=True)
class Case:
    """A sentence, or a few, with its expectations."""

    name: str
    analysis: Analysis
    claims: tuple[str, ...] = ()
    no_claims: tuple[str, ...] = ()


@dataclass
class _Block:
    comments: list[tuple[str, str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file in order."""
    for block in _blocks(path):
        found = dict(block.comments)
        yield Case(
            name=found["case"],
            analysis=_analysis(found["case"], block.rows, found.get("published")),
            claims=tuple(value for key, value in block.comments if key == "claim"),
            no_claims=tuple(value for key, value in block.comments if key == "no-claim"),
        )


def _blocks(path: Path) -> Iterator[_Block]:
    block = _Block()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# "):
            key, _, value = line[2:].partition(" = ")
            block.comments.append((key, value))
        elif line:
            block.rows.append(line.split("\t"))
        elif block.rows:
            yield block
            block = _Block()


def _analysis(name: str, rows: list[list[str]], published: str | None) -> Analysis:
    text, tokens = "", []
    starts = [index for index, row in enumerate(rows) if row[0] == "1"]
    for index, row in enumerate(rows):
        misc = _misc(row)
        span = Span(len(text), len(text) + len(row[1]))
        head = int(row[6]) - 1 + (max(start for start in starts if start <= index) if row[6] != "0" else 0)
        tokens.append(
            Token(
                index=index, span=span, text=row[1], lemma=row[2], upos=row[3], xpos=row[4],
                head=head if head >= 0 else ROOT, deprel=row[7], nominal_type=misc.get("Nominal", ""),
                happened=float(misc["Happened"]) if "Happened" in misc else None,
            )
        )  # fmt: skip
        text += row[1] + ("" if misc.get("SpaceAfter") == "No" else misc.get("SpacesAfter", " ").replace("\\n", "\n"))
    ends = [*starts[1:], len(tokens)]
    sentences = tuple(
        Sentence(Span(start, end), Span(tokens[start].span.start, tokens[end - 1].span.end))
        for start, end in zip(starts, ends, strict=True)
    )
    day = date.fromisoformat(published) if published else None
    document = Document(DocumentId(name), text.rstrip(), published=day)
    return Analysis(document, tuple(tokens), sentences, tuple(_mentions(rows, tokens)), tuple(_times(rows)))


def _misc(row: list[str]) -> dict[str, str]:
    return dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)


def _mentions(rows: list[list[str]], tokens: list[Token]) -> Iterator[Mention]:
    labels = [_misc(row).get("Name", "") for row in rows]
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end].startswith("I-"):
                end += 1
            head = next((i for i in range(start, end) if not start <= tokens[i].head < end), start)
            yield Mention(Span(start, end), head, label[2:])


def _times(rows: list[list[str]]) -> Iterator[TimeExpression]:
    values = [_misc(row).get("Time", "") for row in rows]
    start = 0
    while start < len(values):
        end = start + 1
        if values[start]:
            while end < len(values) and values[end] == values[start]:
                end += 1
            first, _, last = values[start].partition("/")
            yield TimeExpression(
                Span(start, end), Period(re.sub(r"^\.\.$", "", first), re.sub(r"^\.\.$", "", last or first))
            )
        start = end
