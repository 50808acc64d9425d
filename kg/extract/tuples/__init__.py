"""Tuples: every clause as its sentence words it, for people who come from open information extraction.

    In 1999 the firm , founded by Ida Holm , bought two mines and sold a smelter to Norsk .
        firm | founded by | Ida Holm          firm | bought | two mines       firm | bought two mines in | 1999
        firm | sold | smelter                 firm | sold smelter to | Norsk

Tuples are not claims: nobody is identified, "he" stays "he", and what means the same in other words is another tuple.
"""

from kg.document import Analysis
from kg.extract.grammar import Grammar
from kg.extract.slips import corrected
from kg.extract.tuples.clause import Tuple, clause_tuples
from kg.extract.tuples.phrases import Size
from kg.vocabulary import Vocabulary
from kg.wording import Lexicons

__all__ = ["Size", "Tuple", "tuples_of"]


def tuples_of(
    analysis: Analysis, lexicons: Lexicons, vocabulary: Vocabulary, size: Size = Size.MINIMAL
) -> tuple[Tuple, ...]:
    """Give the tuples of an article in text order, each once in its sentence."""
    found: dict[tuple[int, str, str, str], Tuple] = {}
    for each in clause_tuples(Grammar(corrected(analysis, lexicons), lexicons, vocabulary), size):
        found.setdefault((each.sentence, each.subject, each.relation, each.object), each)
    return tuple(sorted(found.values(), key=lambda each: each.sentence))
