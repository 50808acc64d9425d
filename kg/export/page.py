"""Articles as one web page that shows what was read in each sentence, and which sentences gave nothing.

Left the sentence, with the quotes and the words of subjects, objects and speakers marked; right its statements.
The page loads nothing and runs nothing: no script, one style sheet inside, and a Content-Security-Policy that
forbids the rest. Text of articles is untrusted: it is escaped, and characters that control the display or turn
the direction of writing are replaced by U+FFFD.
"""

import html
import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from kg.document import Document, Sentence, Span
from kg.errors import ResourceError
from kg.export.passages import Passage, passages, sentence_of
from kg.knowledge import Certainty, Polarity, Reading
from kg.vocabulary import Vocabulary

_STYLE_FILE = Path(__file__).with_name("page.css")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MOST_HOVERED = 60
"""Statements of one sentence whose words the page can outline; no sentence of the samples has more than 23."""

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{hash}'; base-uri 'none'; \
form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What was read</title>
<style>{style}</style>
</head>
<body>
<p class="key"><span class="evidence">quote</span> · <span class="subject">subject</span> ·
<span class="object">object</span> · <span class="speaker">speaker</span> · point at a statement to see its words;
a sentence without marks gave no statement</p>
"""
_ROW = '<section class="row {classes}">\n<p class="text">{text}</p>\n{statements}</section>\n'
_STATEMENT = (
    '<li class="n{number}"><span class="subject">{subject}</span> '
    '<span class="predicate" title="{id}">{predicate}</span> '
    '<span class="object">{object}</span> <span class="how">{how}</span></li>\n'
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark, and as what: names of classes in the style sheet."""

    span: Span
    classes: tuple[str, ...]


def page(readings: Iterable[Reading], vocabulary: Vocabulary) -> Iterator[bytes]:
    """Yield the page: its head, the articles one after the other, its end.

    Raises:
        ResourceError: the style sheet that ships with the package is missing.
    """
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    yield _HEAD.format(hash=f"sha256-{digest}", style=style).encode()
    for reading in readings:
        yield "".join(_article(reading, vocabulary)).encode()
    yield b"</body>\n</html>\n"


def _style() -> str:
    try:
        rules = _STYLE_FILE.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{_STYLE_FILE} cannot be read: reinstall newskg") from error
    hovered = (f".row:has(.n{number}:hover) .w{number}" for number in range(1, _MOST_HOVERED + 1))
    return f"{rules}{','.join(hovered)} {{ outline: 2px solid var(--ink); }}\n"


def _article(reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    document, sentences = reading.analysis.document, reading.analysis.sentences
    said: defaultdict[Sentence | None, list[Passage]] = defaultdict(list)
    for passage in passages(reading, vocabulary):
        said[sentence_of(passage, sentences)].append(passage)
    yield _header(document, sentences, said)
    marks = {sentence: list(_marks(found)) for sentence, found in said.items()}
    end = 0
    for sentence in sentences:
        between = document.text[end : sentence.span.start]
        if between.strip():
            yield _ROW.format(classes="unread", text=_escaped(between.strip()), statements="")
        away = [mark for other, found in marks.items() if other != sentence for mark in found]
        yield _row(document, sentence, said[sentence], marks.get(sentence, []) + list(map(_unnumbered, away)), between)
        end = sentence.span.end
    if rest := document.text[end:].strip():
        yield _ROW.format(classes="unread", text=_escaped(rest), statements="")
    if said[None]:
        yield _ROW.format(classes="read", text="", statements=_list(said[None]))


def _header(
    document: Document, sentences: Sequence[Sentence], said: Mapping[Sentence | None, Sequence[Passage]]
) -> str:
    source = (document.publisher, str(document.published or ""), document.author, document.url, document.id)
    statements = sum(map(len, said.values()))
    read = sum(1 for sentence in sentences if said.get(sentence))
    return (
        f"<h1>{_escaped(document.title or document.id)}</h1>\n"
        f'<p class="source">{_escaped(" · ".join(part for part in source if part))}</p>\n'
        f'<p class="count">{statements} statements in {read} of {len(sentences)} sentences</p>\n'
    )


def _row(document: Document, sentence: Sentence, said: Sequence[Passage], marks: Sequence[Mark], before: str) -> str:
    classes = ("read" if said else "unread") + (" paragraph" if "\n" in before else "")
    return _ROW.format(
        classes=classes,
        text=_marked(document.text, sentence.span, marks),
        statements=_list(said) if said else "",
    )


def _list(said: Sequence[Passage]) -> str:
    items = "".join(_item(number, passage) for number, passage in enumerate(said, start=1))
    return f'<ol class="statements">\n{items}</ol>\n'


def _item(number: int, passage: Passage) -> str:
    return _STATEMENT.format(
        number=number,
        subject=_escaped(passage.subject.label),
        id=_escaped(passage.predicate.id),
        predicate=_escaped(passage.predicate.label),
        object=_escaped(passage.object_label),
        how=" · ".join(_fact(name, value) for name, value in passage.facts),
    )


def _fact(name: str, value: str) -> str:
    """Give a fact with its name, in bold what keeps the statement from being plainly affirmed."""
    words = f"{name} {_escaped(value)}"
    return words if name not in {"polarity", "certainty", "status"} or value in _PLAIN else f"<b>{words}</b>"


_PLAIN = frozenset({str(Polarity.POSITIVE), str(Certainty.CERTAIN)})


def _marks(said: Iterable[Passage]) -> Iterator[Mark]:
    """Yield the marks of a sentence's statements, numbered as their list is."""
    for number, passage in enumerate(said, start=1):
        words = f"w{number}"
        yield Mark(passage.evidence.span, ("evidence",))
        yield Mark(passage.claim.subject.span, ("subject", words))
        if (span := passage.object_span) is not None:
            yield Mark(span, ("object", words))
        if passage.source is not None and passage.claim.source is not None:
            yield Mark(passage.claim.source.span, ("speaker", words))


def _unnumbered(mark: Mark) -> Mark:
    return Mark(mark.span, mark.classes[:1])


def _marked(text: str, sentence: Span, marks: Iterable[Mark]) -> str:
    """Give a sentence with its marks, which may overlap: cut at all their ends, each piece with all its classes."""
    inside = [mark for mark in marks if mark.span.overlaps(sentence)]
    ends = {end for mark in inside for end in (mark.span.start, mark.span.end) if end in sentence}
    cuts = sorted({sentence.start, sentence.end} | ends)
    pieces = []
    for start, end in pairwise(cuts):
        classes = sorted({name for mark in inside if mark.span.covers(Span(start, end)) for name in mark.classes})
        words = _escaped(text[start:end])
        pieces.append(f'<span class="{" ".join(classes)}">{words}</span>' if classes else words)
    return "".join(pieces)


def _escaped(text: str) -> str:
    return html.escape(_NOT_SHOWN.sub("\ufffd", text))
