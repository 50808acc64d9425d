"""Who speaks in an interview that names the speakers at the start of their paragraphs.

    WN: When did you join?
    Ada Brink: I joined the party in 2019.        what follows is Ada Brink's, and "I" is Ada Brink

Only where at least two speakers take turns: a single "Key reforms include:" is a heading.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from kg.document import Analysis, Span
from kg.extract.readings import Voice
from kg.knowledge import CueKind
from kg.quotations import quotations

_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_LABEL = re.compile(rf"^[ \t]*(?:\(\((?P<marked>{_NAME})\)\)|(?P<plain>{_NAME}):)(?=\s)", re.MULTILINE)
"""A speaker before a colon, or in the double brackets of a wiki's interview template."""

_TURNS = 2
"""Turns that each of two speakers has to take."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch: code points of the name, and of the words."""

    speaker: Span
    words: Span


def turns(text: str) -> tuple[Turn, ...]:
    """Give the turns of an interview in order, none of any other text.

    A turn reaches to the next one, the last to the end of its line.
    """
    found = [(match, match.lastgroup or "") for match in _LABEL.finditer(text)]
    often = Counter(match[group] for match, group in found)
    speakers = {name for name, count in often.items() if count >= _TURNS}
    if len(speakers) < _TURNS:
        return ()
    kept = [(match, group) for match, group in found if match[group] in speakers]
    ends = [match.start() for match, _ in kept[1:]]
    last = text.find("\n", kept[-1][0].end())
    ends.append(last if last >= 0 else len(text))
    return tuple(
        Turn(Span(*match.span(group)), Span(match.end(), end)) for (match, group), end in zip(kept, ends, strict=True)
    )


def questions(text: str) -> tuple[Span, ...]:
    """Give what those say who mostly ask: an interviewer puts it to somebody and vouches for nothing."""
    taken = turns(text)
    asked = [turn for turn in taken if turn.words.of(text).rstrip().endswith("?")]
    often, asking = (Counter(turn.speaker.of(text) for turn in each) for each in (taken, asked))
    return tuple(turn.words for turn in taken if 2 * asking[turn.speaker.of(text)] > often[turn.speaker.of(text)])


def turn_voices(analysis: Analysis) -> dict[int, Voice]:
    """Give, for every token of an interview's turns, who takes the turn; what a turn quotes may be another's."""
    voices: dict[int, Voice] = {}
    starts = [token.span.start for token in analysis.tokens]
    taken = turns(analysis.document.text)
    for turn in taken:
        name = range(bisect_left(starts, turn.speaker.start), bisect_left(starts, turn.speaker.end))
        words = range(name.stop, bisect_left(starts, turn.words.end))
        if name:
            voices.update(dict.fromkeys(words, Voice(_head(analysis, name), ":", CueKind.SAY)))
    for quotation in quotations(analysis.document.text) if taken else ():
        for index in range(bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)):
            voices.pop(index, None)
    return voices


def _head(analysis: Analysis, name: range) -> int:
    """Give the word that the others of a name hang on, the first if several hang on something else."""
    return next((index for index in name if analysis.tokens[index].head not in name), name[0])
