"""Readers of the training data: CoNLL-U trees, GUM documents, named entities, factuality."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import UnreadableInput
from kg.train.examples import Example, GoldName, GoldWord

_COLUMNS = 10


def read_conllu(path: Path) -> Iterator[Example]:
    """Yield the sentences of a CoNLL-U file; ranges (`3-4`) and empty words (`8.1`) are left out.

    Raises:
        UnreadableInput: a row without ten columns, or a head outside its sentence.
    """
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    document = ""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate((*lines, "\n"), start=1):
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
                document = comments.get("newdoc id", document)
            elif line:
                rows.append(_columns(line, f"{path}:{number}"))
            elif rows:
                yield _sentence(rows, comments.get("sent_id", ""), document)
                comments, rows = {}, []


def _columns(line: str, place: str) -> list[str]:
    """Split a row."""
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise UnreadableInput(f"{place}: {len(columns)} columns instead of {_COLUMNS}; is this CoNLL-U?")
    return columns


def _sentence(rows: list[list[str]], sentence_id: str, document: str) -> Example:
    """Build the example of one block of rows."""
    parse = tuple(
        GoldWord(form=row[1], lemma=row[2], upos=row[3], xpos=row[4], head=int(row[6]) - 1, deprel=row[7])
        for row in rows
        if row[0].isdigit()
    )
    if any(word.head >= len(parse) for word in parse):
        raise UnreadableInput(f"sentence {sentence_id!r}: a head lies outside the sentence; check its columns 1 and 7")
    return Example(id=sentence_id, document=document, words=tuple(word.form for word in parse), parse=parse)


@dataclass(frozen=True, slots=True)
class Nominals:
    """The mentions of a sentence, at the words that head them.

    Attributes:
        types: per word the type of its mention, empty for none.
        entities: per word the number of what its mention speaks of, 0 for none.
    """

    types: tuple[str, ...]
    entities: tuple[int, ...]


def read_nominals(folder: Path) -> dict[str, Nominals]:
    """Give, by sentence id, the mentions of GUM's documents.

    Where two mentions share a head (coordination, apposition) the shorter one decides.
    """
    nominals: dict[str, Nominals] = {}
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        sentences = document["sentences"]
        types = [[""] * len(sentence["tokens"]) for sentence in sentences]
        entities = [[0] * len(sentence["tokens"]) for sentence in sentences]
        for mention in sorted(document["mentions"], key=lambda each: each["doc_tok"][0] - each["doc_tok"][1]):
            types[mention["sent"]][mention["head_tok"]] = mention["etype"]
            entities[mention["sent"]][mention["head_tok"]] = mention["cluster"]
        rows = zip(sentences, types, entities, strict=True)
        nominals.update({sentence["sent_id"]: Nominals(tuple(kinds), tuple(of)) for sentence, kinds, of in rows})
    return nominals


def read_names(path: Path, guideline: str) -> Iterator[Example]:
    """Yield the sentences of a JSON-lines file of named entities."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = tuple(GoldName(entity[0], entity[1], entity[3]) for entity in row["entities"])
            yield Example(
                id=row.get("sent_id", ""),
                document=row["doc"],
                words=tuple(row["tokens"]),
                names=names,
                guideline=guideline,
            )


def read_factuality(path: Path) -> dict[str, dict[int, float]]:
    """Give, by sentence id, the factuality of each annotated word."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["sent_id"]: {pred["tok"]: float(pred["factual"]) for pred in row["preds"]} for row in rows}


def joined(
    examples: Iterator[Example],
    nominals: dict[str, Nominals],
    names: dict[str, Example],
    happened: dict[str, dict[int, float]],
) -> Iterator[Example]:
    """Yield treebank sentences with the other annotations of the same sentence.

    Annotations over other words than the treebank's are left out.
    """
    for example in examples:
        named = names.get(example.id)
        if named is not None and named.words == example.words:
            example = replace(example, names=named.names, guideline=named.guideline)
        nominal = nominals.get(example.id)
        if nominal is not None and len(nominal.types) == len(example.words):
            example = replace(example, nominal=nominal.types, entities=nominal.entities)
        yield replace(example, happened=happened.get(example.id, {}))
