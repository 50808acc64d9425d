"""Tuples of words, tab-separated, as ReVerb, OLLIE and OpenIE write them: to compare with what such systems find.

Seven columns, named in a first line: confidence, subject, relation, object, context, negated, sentence. Subject,
relation and object are words of the sentence, so "He" stays "He". The context is what OLLIE calls attribution
and enabler, as `name=value` with `; ` between: who says so with which word, certainty if it is not plain, status
of an office, time, place.

Source: Mausam et al., "Open Language Learning for Information Extraction" (2012), and the tabbed output of OLLIE.
"""

from collections.abc import Iterable, Iterator

from kg.document import Analysis, Token
from kg.export.passages import Passage, one_line, passages, sentence_of
from kg.knowledge import Certainty, Polarity, Reading
from kg.vocabulary import Vocabulary

COLUMNS = ("confidence", "subject", "relation", "object", "context", "negated", "sentence")


def tuples(readings: Iterable[Reading], vocabulary: Vocabulary) -> Iterator[bytes]:
    """Yield the lines: the names of the columns, then one for each piece of evidence."""
    yield _line(COLUMNS)
    for reading in readings:
        for passage in passages(reading, vocabulary):
            yield _line(_cells(passage, reading.analysis))


def _cells(passage: Passage, analysis: Analysis) -> tuple[str, ...]:
    claim, evidence = passage.claim, passage.evidence
    sentence = sentence_of(passage, analysis.sentences)
    return (
        f"{evidence.confidence:.2f}",
        claim.subject.text,
        relation_words(passage, analysis),
        claim.object.text,
        "; ".join(_context(passage)),
        "true" if evidence.polarity is Polarity.NEGATIVE else "false",
        sentence.span.of(analysis.document.text) if sentence else evidence.quote,
    )


def relation_words(passage: Passage, analysis: Analysis) -> str:
    """Give the relation as the quote words it, or its label where no word of the quote says it.

    Example:
        "The council turned the offer down" gives `turned down`; "Foreign Minister Ingrid Haldane", where
        no verb says that she holds the office, gives the label of `kg:holdsOffice`.
    """
    inside = (token for token in analysis.tokens if passage.evidence.span.covers(token.span))
    found = _matched(passage.evidence.lemma.split(), tuple(inside))
    return " ".join(token.text for token in found) or passage.predicate.label


def _matched(lemmas: list[str], tokens: tuple[Token, ...]) -> list[Token]:
    """Give a word for each lemma, in order and as near as can be to the one before; empty if one is missing."""
    best: list[Token] = []
    for start in range(len(tokens)):
        found = _from(lemmas, tokens[start:])
        if found and (not best or _width(found) < _width(best)):
            best = found
    return best


def _from(lemmas: list[str], tokens: tuple[Token, ...]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        if len(found) < len(lemmas) and lemmas[len(found)] in {token.lemma.lower(), token.text.lower()}:
            found.append(token)
        elif not found:
            break
    return found if len(found) == len(lemmas) else []


def _width(found: list[Token]) -> int:
    return found[-1].index - found[0].index


def _context(passage: Passage) -> Iterator[str]:
    evidence = passage.evidence
    if passage.source is not None:
        words = passage.claim.source.text if passage.claim.source else passage.source.label
        yield f"attribution={words} {evidence.cue}".strip()
    elif evidence.cue:
        yield f"attribution={evidence.cue}"
    if evidence.certainty is not Certainty.CERTAIN:
        yield f"certainty={evidence.certainty}"
    for name, value in passage.facts:
        if name in {"status", "time", "place"}:
            yield f"{name}={value}"


def _line(cells: Iterable[str]) -> bytes:
    return ("\t".join(map(one_line, cells)) + "\n").encode("utf-8", errors="replace")
