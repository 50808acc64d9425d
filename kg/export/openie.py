"""Tuples of words, tab-separated, for people who come from open information extraction.

Eight columns, without a line of names, as such systems write them: sentence, subject, relation, object, polarity,
certainty, attribution, confidence. The sentence is `article:number`, counted from 1. All phrases are words of the
sentence, so "He" stays "He"; a negation is not in the relation but in the polarity, as in MinIE:

    refusal:1    Norland    will reject    missile talks    negative    planned    Haldane say    0.80

Other formats write linked statements, of which an article has fewer than its clauses. So this one reads the clauses
of the analysis itself (`kg.extract.tuples`), and takes nothing else from a reading.

Source: Gashteovski, Gemulla and del Corro, "MinIE: Minimizing Facts in Open Information Extraction" (2017).
"""

from collections.abc import Iterable, Iterator

from kg.export.passages import one_line
from kg.extract.tuples import Size, Tuple, tuples_of
from kg.knowledge import Reading
from kg.vocabulary import Vocabulary
from kg.wording import load_lexicons


def tuples(
    readings: Iterable[Reading],
    vocabulary: Vocabulary,
    *,
    phrases: str = Size.MINIMAL,
    min_confidence: float = 0.0,
    lines: bool = False,
) -> Iterator[bytes]:
    """Yield a line for each tuple.

    Args:
        readings: articles.
        vocabulary: classes, to read grammar by.
        phrases: `minimal` for short phrases, `full` for whole ones.
        min_confidence: tuples below it are left out.
        lines: every article is a sentence, and its id the sentence's.
    """
    lexicons = load_lexicons()
    for reading in readings:
        name = reading.analysis.document.id
        for found in tuples_of(reading.analysis, lexicons, vocabulary, Size(phrases)):
            if found.confidence >= min_confidence:
                yield _line(name if lines else f"{name}:{found.sentence + 1}", found)


def _line(sentence: str, found: Tuple) -> bytes:
    cells = (
        *(sentence, found.subject, found.relation, found.object),
        *(found.polarity, found.certainty, found.attribution, f"{found.confidence:.2f}"),
    )
    return ("\t".join(map(one_line, cells)) + "\n").encode("utf-8", errors="replace")
