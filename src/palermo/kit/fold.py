"""Folds text for comparison: compatibility forms, case, accents of Latin letters, look-alike letters, emoji, marks.

What folds alike reads alike: `Ｌí𝗹у` (fullwidth, accent, mathematical, Cyrillic у), `L\u200bily` and `lily` are one.
Letters of other scripts become Latin only inside a word, or a text, that is Latin; real Cyrillic and Greek stay.
Emoji, invisible and control characters go; every space becomes a space, every end of line a newline. The result
depends on nothing but the text, folding twice changes nothing, and any `str` is taken, lone surrogates too.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.kit.fold_tables import LOOKALIKES, SPECIAL

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_FOLDS_OTHERWISE = re.compile(r"[^\n -~]+")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13f5\u1f00-\u1fff\ua4d0-\ua4f7]")
_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("([^\u0300-\u036f])([\u0300-\u036f]+)")
_WORD = re.compile(r"[^ \n!-&(-/:-@\[-^`{-~]+")
_ASCII_LETTER = frozenset("abcdefghijklmnopqrstuvwxyz")
_MARKS_KEPT = 4
"""Combining marks looked at after one letter; no writing needs more, and long runs are slow to order."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back.

    Attributes:
        text: the folded text.
        origin: for each of its characters, the index of the character of the original it came from.
        size: how many characters the original has.
    """

    text: str
    origin: Sequence[int]
    size: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the original that a stretch of the folded text came from; empty ones stay empty."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else self.size
            return at, at
        return self.origin[start], self.origin[end - 1] + 1


class _Table(dict[int, str]):
    """What each code point folds to, worked out when first met; `gap` stands where an emoji stood."""

    def __init__(self, gap: str) -> None:
        super().__init__(SPECIAL)
        self._gap = gap

    def __missing__(self, code: int) -> str:
        found = "".join(_plain(char, self._gap) for char in unicodedata.normalize("NFKC", chr(code)))
        self[code] = found
        return found


def _plain(char: str, gap: str) -> str:
    """Fold one character that has no compatibility form of its own."""
    code = ord(char)
    if code in SPECIAL:
        return SPECIAL[code]
    kind = unicodedata.category(char)
    if kind in {"Cc", "Cf", "Cs"}:
        return ""
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    if kind in {"So", "Sk"} or 0x1F000 <= code <= 0x1FAFF:
        return gap
    if kind[0] == "Z" or _OTHER_SCRIPT.match(char):
        return " " if kind[0] == "Z" else char
    return "".join(_latin(part) for part in unicodedata.normalize("NFKC", char.casefold()))


def _latin(char: str) -> str:
    """Take the accent off a Latin letter; leave any other character as it is."""
    if ord(char) in SPECIAL:
        return SPECIAL[ord(char)]
    base = unicodedata.normalize("NFD", char)
    if len(base) > 1 and base[0].isascii():
        return base[0].casefold()
    return char


_TABLE = _Table("")
_GAPS: dict[str, _Table] = {"": _TABLE}


def fold(text: str) -> str:
    """Fold a text for comparison; see the module for what becomes of what."""
    if text.isascii():
        return (_CONTROLS.sub(_control, text) if _CONTROLS.search(text) else text).lower()
    if _MARK.search(text):
        text = _CLUSTER.sub(_composed, text)
    text = text.translate(_TABLE)
    return _to_latin(text) if _OTHER_SCRIPT.search(text) else text


def fold_mapped(text: str, gap: str = "") -> Folded:
    """Fold a text as `fold` does and keep, for each character, where it came from.

    Args:
        text: any text.
        gap: what stands where an emoji stood; with the default the text is that of `fold`.
    """
    if text.isascii() and not _CONTROLS.search(text):
        return Folded(text.lower(), range(len(text)), len(text))
    table = _GAPS.get(gap)
    if table is None:
        table = _GAPS.setdefault(gap, _Table(gap))
    clusters: list[int] | None = None
    written = text
    if _MARK.search(text):
        written, clusters = _composed_mapped(text)
    folded = written.translate(table)
    origin = _origin(written, table)
    if clusters is not None:
        origin = [clusters[at] for at in origin]
    return Folded(_to_latin(folded) if _OTHER_SCRIPT.search(folded) else folded, origin, len(text))


def fold_letter(code: int, gap: str = "") -> str:
    """Fold one character that stands alone, as `fold_mapped` does but many times faster."""
    char = chr(code)
    if _MARK.search(char):
        return fold_mapped(char, gap).text
    table = _GAPS.get(gap)
    if table is None:
        table = _GAPS.setdefault(gap, _Table(gap))
    folded = table[code] if not char.isascii() or _CONTROLS.search(char) else char.lower()
    return _to_latin(folded) if _OTHER_SCRIPT.search(folded) else folded


def _origin(written: str, table: _Table) -> Sequence[int]:
    """Tell for each character of the folded text which character it came from; most come from themselves."""
    odd = [
        (at, size)
        for found in _FOLDS_OTHERWISE.finditer(written)
        for at, char in enumerate(found[0], found.start())
        if (size := len(table[ord(char)])) != 1
    ]
    if not odd:
        return range(len(written))
    origin: list[int] = []
    last = 0
    for at, size in odd:
        origin.extend(range(last, at))
        origin.extend([at] * size)
        last = at + 1
    origin.extend(range(last, len(written)))
    return origin


def _control(found: re.Match[str]) -> str:
    return SPECIAL.get(ord(found[0]), "")


def _composed(found: re.Match[str]) -> str:
    """Put a letter and its combining marks together, so that both ways of writing é fold alike."""
    return unicodedata.normalize("NFC", found[1] + found[2][:_MARKS_KEPT])


def _composed_mapped(text: str) -> tuple[str, list[int]]:
    """Compose as `_composed` does, with the index each character came from."""
    parts: list[str] = []
    origin: list[int] = []
    last = 0
    for found in _CLUSTER.finditer(text):
        parts.append(text[last : found.start()])
        origin.extend(range(last, found.start()))
        made = _composed(found)
        parts.append(made)
        origin.extend([found.start()] * len(made))
        last = found.end()
    parts.append(text[last:])
    origin.extend(range(last, len(text)))
    return "".join(parts), origin


def _to_latin(text: str) -> str:
    """Write look-alike letters of other scripts as Latin where the word is Latin, or short of that the whole text.

    Takes and gives a text folded but for the case of letters of other scripts (Н poses as h, н as nothing else does);
    a character stays a character.
    """
    latin_words = False
    own_words = False
    doubtful: list[tuple[int, int]] = []
    parts: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        if not _OTHER_SCRIPT.search(word[0]):
            latin_words = latin_words or not _ASCII_LETTER.isdisjoint(word[0])
            continue
        verdict = _verdict(word[0])
        latin_words = latin_words or verdict == "latin"
        own_words = own_words or verdict == "own"
        (parts if verdict == "latin" else doubtful if verdict == "doubt" else []).append(word.span())
    if latin_words and not own_words:
        parts = sorted(parts + doubtful)
    return _rewritten(text, parts).translate(_OWN_CASE)


def _rewritten(text: str, stretches: list[tuple[int, int]]) -> str:
    """Write the look-alike letters of some stretches as Latin."""
    done: list[str] = []
    last = 0
    for start, end in stretches:
        done += (text[last:start], text[start:end].translate(LOOKALIKES))
        last = end
    done.append(text[last:])
    return "".join(done)


def _verdict(word: str) -> str:
    """Say what a word with letters of another script is: `latin` in disguise, of its `own` script, or in `doubt`."""
    latin = sum(char in _ASCII_LETTER for char in word)
    others = _OTHER_SCRIPT.findall(word)
    telling = sum(ord(char) not in LOOKALIKES for char in others)
    if latin == 0:
        return "own" if telling else "doubt"
    return "own" if telling and len(others) > latin else "latin"


def _own_case() -> dict[int, str]:
    """Map the letters of other scripts to lower case, one for one; the final sigma is a sigma."""
    ranges = ((0x370, 0x530), (0x531, 0x588), (0x1F00, 0x2000))
    table = {code: low for first, last in ranges for code in range(first, last) if len(low := chr(code).lower()) == 1}
    return {**table, 0x3C2: "σ"}


_OWN_CASE = _own_case()
