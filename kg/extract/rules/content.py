"""Stances toward what a clause says."""

from collections.abc import Iterator

from kg.document import Span
from kg.extract.clauses import Clause
from kg.extract.frames import OPEN
from kg.extract.grammar import Grammar, Wording
from kg.extract.phrases import LONGEST, words
from kg.knowledge import Argument, Claim


def content(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a holder with the content of a complement clause, named by its verb and object.

    Netanyahu demanded that Iran limit its missile program .    ->  Netanyahu | kg:demands | limit its missile program

    Only for verbs whose frame has a `comp` slot; a content of more than ten words has no name and yields nothing.
    """
    for clause, factuality in grammar.verbs():
        frames = [frame for frame in grammar.lexicons.frames_of_verb.get(clause.lemma, ()) if "comp" in frame.object]
        if not frames or not grammar.vocabulary.is_stance(frames[0].predicate):
            continue
        for complement in clause.complements:
            named = _content(grammar, complement)
            for subject in clause.subjects:
                if named is None or not grammar.fits(subject.head, frames[0].subject_type):
                    continue
                wording = Wording("content", frames[0].predicate, clause.lemma, clause.head, confidence=OPEN)
                yield grammar.claim(wording, subject.head, named, factuality, clause)


def _content(grammar: Grammar, complement: int) -> Argument | None:
    inner: Clause | None = grammar.clauses.get(complement)
    if inner is None or not inner.objects or inner.passive:
        return None
    target = grammar.argument(inner.objects[0].head)
    start = grammar.token(complement)
    last = next(
        (token.index for token in reversed(grammar.analysis.tokens[complement : complement + LONGEST + 1]) if token.span.end <= target.span.end), None
    )
    if last is None or not 0 < last - complement < LONGEST or start.span.end > target.span.start:
        return None
    tokens = Span(complement, last + 1)
    span = grammar.analysis.chars(tokens)
    text = span.of(grammar.analysis.document.text)
    name = words(grammar.analysis, tokens)
    return Argument(span, text, complement, name=name if name != text else "", type="Issue")
