"""Word pieces: what the network reads instead of words."""

from pathlib import Path
from typing import Any

MOST_PIECES = 12
"""Pieces kept of one word, half from each end; a URL needs no more."""

_CACHED_WORDS = 50_000  # an article has a few hundred different words; bounds the memory of a long run


class Pieces:
    """Cuts words into pieces, with a cache.

    Attributes:
        opening: id of the piece before a window ([CLS]).
        closing: id of the piece after it ([SEP]).
        hidden: id of the piece that stands for one that is not shown ([MASK]).
    """

    def __init__(self, path: Path) -> None:
        """Load a `tokenizer.json`."""
        from tokenizers import Tokenizer

        tokenizer: Any = Tokenizer.from_file(str(path))  # Any: tokenizers' types differ between versions
        self._tokenizer = tokenizer
        self._unknown: int = tokenizer.token_to_id("[UNK]")
        self.opening: int = tokenizer.token_to_id("[CLS]")
        self.closing: int = tokenizer.token_to_id("[SEP]")
        self.hidden: int = tokenizer.token_to_id("[MASK]")
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cache: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Give the ids of a word's pieces, at least one and at most `MOST_PIECES`."""
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            found = self._cache[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        """Cut a word that is not in the cache; half a surrogate pair is an unknown piece."""
        shown = word[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
        ids = self._tokenizer.encode(shown, add_special_tokens=False).ids or [self._unknown]
        half = MOST_PIECES // 2
        return tuple(ids if len(ids) <= MOST_PIECES else ids[:half] + ids[-half:])


_LONGEST = 400  # characters of a word that are looked at
