"""How evidence presents its statement, in words that people read: `denied by Luca Orsini`, `planned`."""

from collections.abc import Callable, Iterable

from kg.graph.support import is_denial
from kg.knowledge import Certainty, CueKind, EntityId, Evidence, Polarity

_BY_SOURCE = {
    CueKind.SAY: "according to",
    CueKind.CLAIM: "claimed by",
    CueKind.DENY: "denied by",
    CueKind.ACCUSE: "alleged by",
    CueKind.PREDICT: "predicted by",
    CueKind.PROMISE: "promised by",
    CueKind.DEMAND: "demanded by",
}
_WITHOUT_SOURCE = {CueKind.CLAIM: "claimed", CueKind.ACCUSE: "alleged", CueKind.DENY: "denied"}

Label = Callable[[EntityId], str]


def spoken(label: str) -> str:
    """Give the words of a relation as they stand after a name; an open one has its verb as in a dictionary.

    Only "be" is turned: which other words are verbs, the label does not tell.

    Example:
        `be accused of` gives `is accused of`, `be` gives `is`, `push for` stays.
    """
    return f"is{label.removeprefix('be')}" if label.split(" ", 1)[0] == "be" else label


def manner(evidence: Evidence, label: Label) -> str:
    """Give how one piece of evidence presents its statement; empty if the article plainly asserts it.

    Example:
        A denial under "Orsini denied that …" gives `denied by Luca Orsini`; "may, Haldane said" gives
        `possible, according to Ingrid Haldane`.
    """
    voice = _voice(evidence, label)
    words = []
    if evidence.polarity is Polarity.NEGATIVE and not voice.startswith("denied"):
        words.append("denied")
    if evidence.certainty is not Certainty.CERTAIN and not voice.startswith(evidence.certainty):
        words.append(str(evidence.certainty))
    return ", ".join(word for word in (evidence.status, *words, voice) if word)


def manners(evidence: Iterable[Evidence], label: Label) -> str:
    """Give how all evidence of a statement together presents it; empty if it is plainly affirmed.

    What affirms it goes first: if an article does so in its own voice, other voices need no mention.
    Of the rest only denials are named then; without any affirmation, everything is.

    Example:
        `according to Ingrid Haldane; but denied by Luca Orsini`
    """
    pieces = sorted(evidence, key=lambda piece: piece.id)
    affirming = [manner(piece, label) for piece in pieces if piece.affirms]
    if not affirming:
        return _joined(manner(piece, label) for piece in pieces)
    denials = _joined(manner(piece, label) for piece in pieces if is_denial(piece))
    voices = _joined(affirming) if "" not in affirming else ""
    return "; ".join(part for part in (voices, f"but {denials}" if denials else "") if part)


def _joined(found: Iterable[str]) -> str:
    return "; ".join(word for word in dict.fromkeys(found) if word)


def _voice(evidence: Evidence, label: Label) -> str:
    if evidence.cue_kind is None:
        return f"according to {label(evidence.source)}" if evidence.source else ""
    if evidence.source is None:
        return _WITHOUT_SOURCE.get(evidence.cue_kind, "")
    return f"{_BY_SOURCE[evidence.cue_kind]} {label(evidence.source)}"
