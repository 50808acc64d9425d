"""Tuples of words against gold facts, exactly: precision of the tuples, recall of the facts.

A gold file has paragraphs: a sentence, its words separated by spaces, then a fact a line. A fact is
`subject | relation | object`, with words in brackets that may be missing and ` || ` between other ways to word it.

    The envoy left Riga in May .
    [The] envoy | left | Riga
    [The] envoy | left [Riga] in | May

A tuple is right if each of its three phrases is that of one wording of one fact of its sentence, case aside. A fact
is found if some tuple is one of its wordings.

Source: Gashteovski et al., "BenchIE: A Framework for Multi-Faceted Fact-Based Open Information Extraction
Evaluation" (2022).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.measures import Tally

Words = tuple[str, str, str]
"""Subject, relation, object."""

_PIECE = re.compile(r"\[([^\]]*)\]|([^\[\]\s]+)")


@dataclass(frozen=True, slots=True)
class Fact:
    """A gold fact: the patterns of subject, relation and object of each of its wordings."""

    words: str
    wordings: tuple[tuple[re.Pattern[str], ...], ...]

    def has(self, found: Words) -> bool:
        """Say whether a tuple is a wording of the fact."""
        return any(
            all(pattern.fullmatch(_spaced(words)) for pattern, words in zip(wording, found, strict=True))
            for wording in self.wordings
        )


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence with its facts."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Comparison:
    """What gold says of tuples.

    Attributes:
        precision: tuples that word a fact, of all tuples.
        recall: facts that a tuple words, of all facts.
        wrong: tuples that word no fact, with their sentence's number.
        missed: facts that no tuple words, with their sentence's number.
    """

    precision: Tally = field(default_factory=Tally)
    recall: Tally = field(default_factory=Tally)
    wrong: list[tuple[int, Words]] = field(default_factory=list)
    missed: list[tuple[int, str]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall, in percent."""
        precision, recall = self.precision.value, self.recall.value
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_facts(path: Path) -> tuple[GoldSentence, ...]:
    """Read gold.

    Raises:
        InputError: a fact that is not three phrases; names file and line.
    """
    found: list[tuple[str, list[Fact]]] = []
    is_first = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            is_first = True
        elif is_first:
            found.append((line.strip(), []))
            is_first = False
        else:
            found[-1][1].append(_fact(line.strip(), f"{path}:{number}"))
    return tuple(GoldSentence(text, tuple(facts)) for text, facts in found)


def read_tuples(path: Path) -> dict[int, list[Words]]:
    """Read tuples by the number of their sentence, as `kg extract --format openie --lines` writes them.

    Raises:
        InputError: a line without four columns, or whose first is no number; names file and line.
    """
    found: dict[int, list[Words]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        cells = line.split("\t")
        if len(cells) < 4 or not cells[0].isdigit():
            raise InputError(f"{path}:{number}: not a sentence's number, a subject, a relation and an object")
        found.setdefault(int(cells[0]), []).append((cells[1], cells[2], cells[3]))
    return found


def compare(gold: Sequence[GoldSentence], found: Mapping[int, Iterable[Words]]) -> Comparison:
    """Compare tuples with gold, sentence by sentence, numbered from 1."""
    result = Comparison()
    for number, sentence in enumerate(gold, start=1):
        tuples = list(dict.fromkeys(found.get(number, ())))
        right = [words for words in tuples if any(fact.has(words) for fact in sentence.facts)]
        met = [fact for fact in sentence.facts if any(fact.has(words) for words in tuples)]
        result.precision.add(len(right), len(tuples), len(tuples))
        result.recall.add(len(met), len(sentence.facts), len(sentence.facts))
        result.wrong.extend((number, words) for words in tuples if words not in right)
        result.missed.extend((number, fact.words) for fact in sentence.facts if fact not in met)
    return result


def _fact(line: str, where: str) -> Fact:
    wordings = [tuple(phrase.strip() for phrase in wording.split(" | ")) for wording in line.split(" || ")]
    if any(len(wording) != 3 for wording in wordings):
        raise InputError(f"{where}: not subject | relation | object")
    return Fact(line, tuple(tuple(map(_pattern, wording)) for wording in wordings))


def _pattern(phrase: str) -> re.Pattern[str]:
    """Give what matches a phrase with or without its words in brackets; every word brings its space."""
    parts = []
    for optional, plain in _PIECE.findall(phrase):
        words = "".join(f"{re.escape(word)} " for word in (optional or plain).split())
        parts.append(f"(?:{words})?" if optional else words)
    return re.compile("".join(parts), re.IGNORECASE)


def _spaced(words: str) -> str:
    return "".join(f"{word} " for word in words.split())
