"""Words that are masked only directly beside a masked one, and how to tell a country that is a place from one of origin."""

import re
from collections.abc import Iterable

from palermo.kit.fold import fold

HAN = re.compile("[\u3400-\u9fff]")
"""A Chinese character."""

_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[ '·_-]{1,3}\Z")
_WORD_AFTER = re.compile(r"[ '·_-]{1,3}([^\W\d_]+)")
_PLACE_BEFORE = re.compile(r"\b(?:in|en|au|aux|to|naar|nach|te|near)[ ]\Z")
"""What stands before a country that is a place: “in Spain” stays even where a masked word follows."""


class Beside:
    """Words masked only beside a masked one, looked up from the text's side of it."""

    def __init__(self, words: Iterable[str]) -> None:
        """Fold every word once."""
        folded = {fold(word).strip() for word in words}
        self._words = {word for word in folded if not HAN.search(word)}
        self._han = {word for word in folded if HAN.search(word)}
        self._sizes = sorted({len(word) for word in self._han}, reverse=True)

    def ending(self, text: str, end: int) -> int:
        """Give where the word that ends just before `end` begins; `end` where none does."""
        if end and HAN.match(text, end - 1):
            sizes = (size for size in self._sizes if size <= end)
            return next((end - size for size in sizes if text[end - size : end] in self._han), end)
        found = _WORD_BEFORE.search(text, max(0, end - 40), end) if self._words else None
        if found is None or found[1] not in self._words or _after_place_word(text, found.start()):
            return end
        return found.start(1)

    def is_place(self, text: str, start: int, end: int) -> bool:
        """Whether a word that may stand for a country is one here: “in China”, but not “masajista china”."""
        return text[start:end] in self._words and _after_place_word(text, start)

    def starting(self, text: str, start: int) -> int:
        """Give where the word that begins just after `start` ends; `start` where none does."""
        if HAN.match(text, start):
            sizes = (size for size in self._sizes if size <= len(text) - start)
            return next((start + size for size in sizes if text[start : start + size] in self._han), start)
        found = _WORD_AFTER.match(text, start)
        return found.end(1) if found and found[1] in self._words else start


def _after_place_word(text: str, start: int) -> bool:
    return _PLACE_BEFORE.search(text, max(0, start - 8), start) is not None
