"""Cuts a name as written into its words, and says of which script each is; what is no letter goes, and nothing breaks it."""

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from palermo.kit.fold import fold

LETTERS = 160
"""Characters of a name that are read; what follows is looked at by nothing."""

WORDS = 8
"""Words of a name that are compared."""


class Script(IntEnum):
    """The scripts that names are read in; numbers as the kernels have them."""

    LATIN = 0
    HAN = 1
    HANGUL = 2
    KANA = 3
    CYRILLIC = 4
    GREEK = 5
    ARABIC = 6
    HEBREW = 7
    OTHER = 8


_RANGES = (
    (0x0370, 0x03FF, Script.GREEK),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0591, 0x05F4, Script.HEBREW),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x3131, 0x318E, Script.HANGUL),
    (0xAC00, 0xD7A3, Script.HANGUL),
    (0x3041, 0x3096, Script.KANA),
    (0x30A1, 0x30FA, Script.KANA),
    (0x30FC, 0x30FC, Script.KANA),
    (0x3005, 0x3007, Script.HAN),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xF900, 0xFAFF, Script.HAN),
    (0x20000, 0x3FFFF, Script.HAN),
)
_LOOK_ALIKE = frozenset({Script.CYRILLIC, Script.GREEK})
_APOSTROPHES = re.compile("[’‘ʼʻ`´＇]")
_SPLIT = re.compile(r"[\s\-–—‐‑·・•‧∙･,;:./\\_()\[\]{}<>«»“”\"=+*&|~@#%^?!，。、（）]+")
_PLAIN_SPLIT = re.compile(r"[^a-z0-9'|!]+")


def words_of(name: str) -> list[tuple[str, Script]]:
    """Cut a name into words, lower case, each of one script; look-alike letters in a word are read as its script's.

    Whatever comes in comes out as words: marks of direction, zero-width and control characters, lone surrogates and
    emoji are taken off, and at most `WORDS` words of the first `LETTERS` characters are given.
    """
    if name.isascii():
        return _latin_words(name[:LETTERS])
    text = unicodedata.normalize("NFKC", _readable(name[:LETTERS])).lower()
    text = _APOSTROPHES.sub("'", unicodedata.normalize("NFC", text))
    found: list[tuple[str, Script]] = []
    for word in _SPLIT.split(text):
        found.extend(_by_script(word))
    return found[:WORDS]


@lru_cache(65_536)
def script_of(char: str) -> Script | None:
    """Tell the script of a character; None for one that goes with any, such as a figure or a mark."""
    code = ord(char)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return Script.LATIN if char.isalpha() else None
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script if char.isalpha() or script is Script.KANA else None
    return Script.OTHER if char.isalpha() else None


def _latin_words(name: str) -> list[tuple[str, Script]]:
    words = (word.replace("'", "").strip("!|") for word in _PLAIN_SPLIT.split(name.lower()))
    return [(word, Script.LATIN) for word in words if any(char.isalpha() for char in word)][:WORDS]


def _readable(text: str) -> str:
    """Take off what nobody sees, and put a space where a picture stood."""
    return "".join(_seen(char) for char in text)


@lru_cache(65_536)
def _seen(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in {"Cf", "Cs", "Co", "Cn"}:
        return ""
    return " " if kind in {"Cc", "So", "Sk", "Sm", "Sc"} and char not in "`´|" else char


def _by_script(word: str) -> Iterator[tuple[str, Script]]:
    """Part a word where its script changes; Latin with look-alike letters in it is one word."""
    scripts = [script_of(char) for char in word]
    met = {script for script in scripts if script is not None}
    if Script.LATIN in met and met & _LOOK_ALIKE:
        folded = fold(word)
        scripts = [script_of(char) for char in folded]
        if len({script for script in scripts if script is not None}) < len(met):
            word = folded
        else:
            scripts = [script_of(char) for char in word]
    start = 0
    current: Script | None = None
    for at, script in enumerate(scripts):
        if script is not None and current is not None and script is not current:
            yield from _cleaned(word[start:at], current)
            start = at
        current = script if script is not None else current
    if current is not None:
        yield from _cleaned(word[start:], current)


def _cleaned(word: str, script: Script) -> Iterator[tuple[str, Script]]:
    kept = word.strip("'!|") if script is not Script.HEBREW else word
    if script is not Script.HEBREW:
        kept = kept.replace("'", "")
    if script is Script.HAN:
        kept = "".join(char for char in kept if char.isalpha())
    if kept:
        yield kept, script
