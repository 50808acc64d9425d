"""Which line ends of a text end a paragraph."""

import re
from itertools import pairwise

_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*\r?\n|\f|\u2029")
_NEWLINE = re.compile(r"\r?\n\s*|\r\s*|\u2028|\u2029|\f")
_UNFINISHED = re.compile(r"[^.!?:;\"'”’)\]…]$")
_WRAPPED_WIDTH = (45, 100)  # characters; mail and press releases are wrapped at 65 to 80
_WRAPPED_SHARE = 0.5


def paragraph_break(text: str) -> re.Pattern[str]:
    """Give what stands between two paragraphs of a text.

    A blank line always does. A single line end does too, unless the text is wrapped: most of its lines are of similar
    length and break off in the middle of a sentence.
    """
    return _BLANK_LINE if _is_wrapped(text) else _NEWLINE


def _is_wrapped(text: str) -> bool:
    """Say whether single line ends mean nothing."""
    lines = text.splitlines()
    inner = [line.rstrip() for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(inner) < 2:
        return False
    shortest, longest = _WRAPPED_WIDTH
    broken = [line for line in inner if shortest <= len(line) <= longest and _UNFINISHED.search(line)]
    return len(broken) > _WRAPPED_SHARE * len(inner)
