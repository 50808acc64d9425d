"""What a gold set says of an analyser: words and sentences on raw text, all else on the gold words and sentences."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.document import Analysis, Span, Token
from kg.evaluate.chains import chains_of
from kg.evaluate.coreference import CoreferenceScores
from kg.evaluate.gold import UNMARKED, Gold, GoldSet
from kg.evaluate.guidelines import meaning
from kg.evaluate.measures import Correlation, Figure, Tally
from kg.pipeline import Analyser, ReadsWords

Figures = dict[str, Figure]
"""Measures by name (`upos`, `names:person`, `coreference:news`), in the order of tables."""

Pairs = Sequence[tuple[Gold, Analysis]]
"""Gold documents with what the analyser says about them."""

OPEN = 0.5
"""Factuality between -0.5 and 0.5 is open: the annotators do not know or disagree.

UDS's numbers for UD English EWT gather around -1.25, 0 and 1.1; 5 % lie within 0.25 of ±0.5.
"""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a set says of an analyser.

    Attributes:
        gold: the set.
        figures: measures by name; what the set does not annotate or the analyser does not say is left out.
        reads_words: the analyser took the gold words; otherwise there are figures on raw text only.
    """

    gold: GoldSet
    figures: Figures
    reads_words: bool


def evaluate(gold: GoldSet, analyser: Analyser) -> Evaluation:
    """Compare an analyser with a set."""
    documents = gold.documents
    figures: Figures = {}
    if gold.has_text:
        analyses = analyser.analyse_all(document.analysis.document for document in documents)
        figures |= _raw_figures(zip(documents, analyses, strict=True))
    if not isinstance(analyser, ReadsWords):
        return Evaluation(gold, figures, reads_words=False)
    pairs = [(document, _given_words(analyser, document.analysis)) for document in documents]
    figures |= _word_figures(pairs)
    if gold.has_nominals:
        figures |= _nominal_figures(pairs)
    figures |= _name_figures(pairs, gold.guideline)
    figures |= _chain_figures(pairs)
    figures |= _factuality_figures(pairs)
    return Evaluation(gold, figures, reads_words=True)


def _given_words(analyser: ReadsWords, gold: Analysis) -> Analysis:
    """Analyse a document with its gold words and sentences."""
    words = [token.span for token in gold.tokens]
    return analyser.analyse_words(gold.document, words, [sentence.tokens.start for sentence in gold.sentences])


def _raw_figures(pairs: Iterable[tuple[Gold, Analysis]]) -> Figures:
    """Compare the places of words and sentences; both ends must be right."""
    tokens, sentences = Tally(), Tally()
    for gold, found in pairs:
        _compare(tokens, {each.span for each in gold.analysis.tokens}, {each.span for each in found.tokens})
        _compare(sentences, {each.span for each in gold.analysis.sentences}, {each.span for each in found.sentences})
    return {"tokens": tokens, "sentences": sentences}


def _compare(tally: Tally, gold: set[Span], found: set[Span]) -> None:
    """Count what two sets share."""
    tally.add(len(gold & found), len(found), len(gold))


_Right = Callable[[Token, Token], bool]

_WORD_MEASURES: Mapping[str, tuple[Callable[[Token], bool], _Right]] = {
    "upos": (lambda gold: gold.upos != UNMARKED, lambda gold, found: gold.upos == found.upos),
    "xpos": (lambda gold: gold.xpos != UNMARKED, lambda gold, found: gold.xpos == found.xpos),
    "lemma": (
        lambda gold: gold.lemma != UNMARKED or gold.text == UNMARKED != gold.upos,
        lambda gold, found: gold.lemma == found.lemma,
    ),
    "uas": (lambda gold: gold.deprel != UNMARKED, lambda gold, found: gold.head == found.head),
    "las": (
        lambda gold: gold.deprel != UNMARKED,
        lambda gold, found: (gold.head, gold.deprel) == (found.head, found.deprel),
    ),
    "las_plain": (
        lambda gold: gold.relation not in (UNMARKED, "punct"),
        lambda gold, found: (gold.head, gold.relation) == (found.head, found.relation),
    ),
}
"""Name → which gold words count, and when the word found is right."""


def _word_figures(pairs: Pairs) -> Figures:
    """Count the words that are right; a measure whose layer no word has is left out."""
    tallies = {name: Tally() for name in _WORD_MEASURES}
    for gold, found in pairs:
        for word, other in zip(gold.analysis.tokens, found.tokens, strict=True):
            for name, (counts, is_right) in _WORD_MEASURES.items():
                if counts(word):
                    tallies[name].add(int(is_right(word, other)), 1, 1)
    return {name: tally for name, tally in tallies.items() if tally.gold}


def _nominal_figures(pairs: Pairs) -> Figures:
    """Count the heads of mentions that are found with their type, and the types right of the gold heads."""
    found_and_typed, typed = Tally(), Tally()
    for gold, found in pairs:
        for word, other in zip(gold.analysis.tokens, found.tokens, strict=True):
            right = int(word.nominal_type == other.nominal_type != "")
            found_and_typed.add(right, int(other.nominal_type != ""), int(word.nominal_type != ""))
            if word.nominal_type:
                typed.add(right, 1, 1)
    return {"nominals": found_and_typed, "nominal_types": typed} if found_and_typed.found else {}


def _name_figures(pairs: Pairs, guideline: str) -> Figures:
    """Count the names with the right words and type, of the types that the set marks.

    A gold name whose label may mean several types, or none of ours, is not counted, nor is a name found there with one
    of these types.
    """
    labelled = [(gold.names, found) for gold, found in pairs if gold.names is not None]
    types = {meant[0] for names, _ in labelled for name in names if len(meant := meaning(guideline, name.label)) == 1}
    tallies = {name: Tally() for name in sorted(types)}
    for names, found in labelled:
        meant_at = {name.tokens: meaning(guideline, name.label) for name in names}
        wanted = {(tokens, meant[0]) for tokens, meant in meant_at.items() if len(meant) == 1}
        there = {
            (mention.tokens, mention.type)
            for mention in found.mentions
            if mention.type in types and not _is_neutral(mention.type, meant_at.get(mention.tokens))
        }
        for name, tally in tallies.items():
            mine, theirs = {each for each in wanted if each[1] == name}, {each for each in there if each[1] == name}
            tally.add(len(mine & theirs), len(theirs), len(mine))
    total = Tally()
    for tally in tallies.values():
        total.add(tally.right, tally.found, tally.gold)
    return {"names": total, **{f"names:{name}": tally for name, tally in tallies.items()}} if types else {}


def _is_neutral(kind: str, meant: tuple[str, ...] | None) -> bool:
    """Say whether a name found is neither right nor wrong, given what the gold label at its place may mean."""
    return meant is not None and len(meant) != 1 and (not meant or kind in meant)


def _chain_figures(pairs: Pairs) -> Figures:
    """Score the chains of whole documents, with the analyser's own mentions; also by genre, where there is any."""
    annotated = [(gold, found) for gold, found in pairs if gold.chains is not None]
    if not any(found.coreferences for _, found in annotated):
        return {}
    total = CoreferenceScores()
    genres = {gold.genre: CoreferenceScores() for gold, _ in annotated if gold.genre}
    for gold, found in annotated:
        chains = chains_of(found)
        for scores in (total, *([genres[gold.genre]] if gold.genre else [])):
            scores.add(gold.chains or (), chains)
    parts: Figures = {"coreference": total, "mentions": total.mentions, **total.metrics}
    return parts | {f"coreference:{genre}": scores for genre, scores in sorted(genres.items())}


def _factuality_figures(pairs: Pairs) -> Figures:
    """Compare factuality: as a number where the analyser gives one, and as happened, did not or open everywhere."""
    correlation, classes = Correlation(), Tally()
    for gold, found in pairs:
        for word, other in zip(gold.analysis.tokens, found.tokens, strict=True):
            if word.happened is None:
                continue
            classes.add(int(outcome(word.happened) == outcome(other.happened)), 1, 1)
            if other.happened is not None:
                correlation.pairs.append((word.happened, other.happened))
    return {"happened": correlation, "outcome": classes} if correlation.pairs else {}


def outcome(happened: float | None) -> str:
    """Give `happened`, `did not` or `open` for a factuality, nothing for None."""
    if happened is None:
        return ""
    if abs(happened) < OPEN:
        return "open"
    return "happened" if happened > 0 else "did not"
