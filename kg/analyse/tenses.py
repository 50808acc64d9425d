"""Past or future: the tense of the verb that a time expression belongs to."""

from collections.abc import Sequence

from kg.document import ROOT, Token

PAST, UNKNOWN, FUTURE = -1, 0, 1

_HIGHEST = 8  # steps up the tree; a time is never that far from its verb
_REALISED = {"fail", "refuse", "decline", "manage", "begin", "start", "continue", "happen", "force", "help", "use"}


def direction_of(tokens: Sequence[Token], index: int) -> int:
    """Give `PAST`, `FUTURE` or `UNKNOWN` for the word at `index`.

    Example:
        said on Wednesday → PAST; will meet on Wednesday, agreed to meet on Wednesday, meets on Wednesday → FUTURE;
        failed to appear on Wednesday, arrested on Wednesday → PAST; talks on Wednesday → UNKNOWN;
        the vote follows the ruling of January → UNKNOWN: the present is the vote's, not the ruling's
    """
    through_noun = False
    for _ in range(_HIGHEST):
        token = tokens[index]
        if token.upos in {"VERB", "AUX"} or any(_copulas(tokens, token)):
            found = _direction(tokens, token)
            if found is not None:
                return UNKNOWN if through_noun and _is_present(tokens, token) else found
        through_noun |= token.relation == "nmod"
        if token.head == ROOT:
            break
        index = token.head
    return UNKNOWN


def _direction(tokens: Sequence[Token], verb: Token) -> int | None:
    """Give a verb's direction, None where its governor decides."""
    helpers = [token for token in _near(tokens, verb) if token.head == verb.index]
    tags = {token.xpos for token in helpers if token.relation in {"aux", "cop"}} | {verb.xpos}
    if "MD" in tags:
        return FUTURE
    if tags & {"VBD"}:
        return PAST
    lemmas = {token.lemma for token in helpers if token.relation == "aux"}
    if "have" in lemmas and verb.xpos == "VBN":
        return PAST
    if verb.xpos == "VB" and any(token.lemma == "to" for token in helpers):
        return None if verb.head != ROOT and tokens[verb.head].lemma in _REALISED else FUTURE
    if tags & {"VBZ", "VBP"}:
        return FUTURE
    return PAST if verb.xpos == "VBN" and verb.relation in {"acl", "advcl"} else None


def _is_present(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a verb is present without an auxiliary: "follows", not "will follow", "is to follow"."""
    helpers = (token for token in _near(tokens, verb) if token.head == verb.index and token.relation == "aux")
    return verb.xpos in {"VBZ", "VBP"} and not any(helpers)


def _copulas(tokens: Sequence[Token], token: Token) -> list[Token]:
    """Give the copulas of a predicate noun or adjective."""
    return [each for each in _near(tokens, token) if each.head == token.index and each.relation == "cop"]


def _near(tokens: Sequence[Token], token: Token) -> Sequence[Token]:
    """Give the words before and a few after a verb, where its helpers are."""
    return tokens[max(0, token.index - 12) : token.index + 6]
