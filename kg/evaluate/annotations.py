"""Annotations in JSON as gold: documents with coreference, names by sentence, factuality."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.document import Span
from kg.errors import InputError, UnreadableInput
from kg.evaluate.gold import Gold, GoldName, GoldSet, GoldWord, PredicateGold, gold_analysis

Record = Mapping[str, Any]  # Any: JSON


def read_documents(folder: Path) -> GoldSet:
    """Read a folder of documents in the form of GUM's JSON.

    Each file has `id`, `text`, `sentences` (`sent_id` and `tokens`: `lemma`, `upos`, `xpos`, `head`, `deprel`, `start`,
    `end`), `mentions` (`doc_tok`, `sent`, `head_tok`, `etype`, `cluster`) and perhaps `genre`.

    Raises:
        InputError: the folder holds no such file.
        UnreadableInput: a file is no JSON or lacks one of these.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"there is no .json file in {folder}")
    name = "/".join(folder.resolve().parts[-2:])
    return GoldSet(name, tuple(_document(path) for path in paths), has_nominals=True)


def _document(path: Path) -> Gold:
    """Read one document."""
    with _form_of(str(path)):
        record = json.loads(path.read_text(encoding="utf-8"))
        types = _nominal_types(record)
        sentences = [
            [_word(token, nominal) for token, nominal in zip(sentence["tokens"], row, strict=True)]
            for sentence, row in zip(record["sentences"], types, strict=True)
        ]
        return Gold(
            analysis=gold_analysis(record["id"], record["text"], sentences),
            sentence_ids=tuple(sentence["sent_id"] for sentence in record["sentences"]),
            genre=record.get("genre") or "",
            chains=_chains(record["mentions"]),
        )


def _nominal_types(record: Record) -> list[list[str]]:
    """Give the type of the mention that each word heads; where two share a head, the shorter one decides."""
    types = [[""] * len(sentence["tokens"]) for sentence in record["sentences"]]
    for mention in sorted(record["mentions"], key=lambda each: each["doc_tok"][0] - each["doc_tok"][1]):
        types[mention["sent"]][mention["head_tok"]] = mention["etype"]
    return types


def _word(token: Record, nominal: str) -> GoldWord:
    """Read a word."""
    return GoldWord(
        span=Span(token["start"], token["end"]),
        lemma=token["lemma"],
        upos=token["upos"],
        xpos=token["xpos"],
        head=token["head"] - 1,
        deprel=token["deprel"],
        nominal_type=nominal,
    )


def _chains(mentions: Sequence[Record]) -> tuple[frozenset[Span], ...]:
    """Give the chains of two mentions and more; of two mentions with the same words the first counts."""
    chains: dict[object, set[Span]] = defaultdict(set)
    seen: set[Span] = set()
    for mention in mentions:
        span = Span(*mention["doc_tok"])
        if span not in seen:
            seen.add(span)
            chains[mention["cluster"]].add(span)
    return tuple(frozenset(chain) for chain in chains.values() if len(chain) > 1)


def read_names(path: Path, guideline: str) -> GoldSet:
    """Read JSON lines `{"tokens", "entities": [[start, end, kind, label]], "doc"}`, a sentence each.

    Sentences of a document follow each other. The text is the words with spaces between, a line a sentence. `label`
    is a label of the guideline; without it `kind` is.

    Raises:
        UnreadableInput: a line is no JSON or lacks one of these, or there is none.
    """
    records = [record for record in _lines(path) if _tokens(path, record)]
    if not records:
        raise UnreadableInput(f"{path} holds no sentence")
    with _form_of(str(path)):
        documents = [
            _named(f"{path.stem}-{number}", list(rows))
            for number, (_, rows) in enumerate(groupby(records, key=lambda each: each.get("doc", "")), start=1)
        ]
    return GoldSet(path.stem, tuple(documents), guideline=guideline, has_text=False)


def _tokens(path: Path, record: Record) -> list[str]:
    """Give the words of a line."""
    with _form_of(str(path)):
        return list(record["tokens"])


def _named(name: str, records: Sequence[Record]) -> Gold:
    """Give the document of consecutive lines."""
    text, sentences = "", []
    names: list[GoldName] = []
    first = 0
    for record in records:
        words = []
        for form in record["tokens"]:
            words.append(GoldWord(Span(len(text), len(text) + len(form))))
            text += form + " "
        text = text[:-1] + "\n"
        sentences.append(words)
        names += [_name(row, Span(first, first + len(words)), name) for row in record["entities"]]
        first += len(words)
    ids = tuple(record.get("sent_id", "") for record in records)
    return Gold(gold_analysis(name, text[:-1], sentences), ids, names=tuple(names))


def _name(row: Sequence[Any], sentence: Span, document: str) -> GoldName:  # Any: JSON
    """Read a name of a sentence, whose place in the document is given."""
    start, end, label = row[0], row[1], row[-1]
    if not 0 <= start < end <= len(sentence):
        raise UnreadableInput(f"{document}: a name from word {start} to {end} in a sentence of {len(sentence)} words")
    return GoldName(Span(sentence.start + start, sentence.start + end), str(label))


def read_factuality(path: Path) -> dict[str, PredicateGold]:
    """Read JSON lines `{"sent_id", "tokens", "preds": [{"tok", "factual"}]}`, by sentence id.

    Raises:
        UnreadableInput: a line is no JSON or lacks one of these, or a number is not from -3 to 3.
    """
    found = {}
    for record in _lines(path):
        with _form_of(str(path)):
            words = tuple(record["tokens"])
            happened = {int(each["tok"]): float(each["factual"]) for each in record["preds"]}
            if any(not 0 <= word < len(words) or abs(value) > 3 for word, value in happened.items()):
                raise UnreadableInput(f"{path}, sentence {record['sent_id']!r}: a word or a value is out of range")
            found[record["sent_id"]] = PredicateGold(words, happened)
    return found


def _lines(path: Path) -> Iterator[Record]:
    """Yield the objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                with _form_of(f"{path}:{number}"):
                    record = json.loads(line)
                    if not isinstance(record, dict):
                        raise UnreadableInput(f"{path}:{number}: not an object in braces")
                yield record


@contextmanager
def _form_of(place: str) -> Iterator[None]:
    """Turn what JSON of another form raises into an error that names the place."""
    try:
        yield
    except KeyError as error:
        raise UnreadableInput(f"{place}: {error} is missing") from error
    except (ValueError, TypeError, IndexError) as error:
        raise UnreadableInput(f"{place}: not in the form that docs/training.md describes: {error}") from error
