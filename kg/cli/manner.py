"""How evidence presents its statement, in words that people read: `denied by Luca Orsini`, `planned`."""

from collections.abc import Callable, Iterable

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
    """Give how all evidence of a statement presents it: doubts only, but all voices if nobody else affirms it.

    Evidence that affirms in the article's own voice leaves nothing to say; what denies or doubts it
    is named all the same.
    """
    pieces = list(evidence)
    affirming = [piece for piece in pieces if piece.affirms]
    plain = any(not manner(piece, label) for piece in affirming)
    shown = [piece for piece in pieces if not piece.affirms] if plain else pieces
    found = dict.fromkeys(
        manner(piece, label) for piece in sorted(shown, key=lambda piece: (not piece.affirms, piece.id))
    )
    return "; ".join(words for words in found if words)


def _voice(evidence: Evidence, label: Label) -> str:
    if evidence.cue_kind is None:
        return f"according to {label(evidence.source)}" if evidence.source else ""
    if evidence.source is None:
        return _WITHOUT_SOURCE.get(evidence.cue_kind, "")
    return f"{_BY_SOURCE[evidence.cue_kind]} {label(evidence.source)}"
