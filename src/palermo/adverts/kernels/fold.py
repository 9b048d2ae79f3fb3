"""Folds a text to plain letters by table, one letter at a time: what reads alike becomes alike, whatever stands around it.

The table says more than `palermo.kit.fold` does, which a person may have to read: letters of other scripts that look
Latin are Latin always, every accent goes, and traditional Chinese characters become the simplified ones. So a text in
Cyrillic becomes a mixture of two scripts, but always the same mixture.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

import numba as nb
import numpy as np
import numpy.typing as npt

from palermo.kit.fold import fold_letter
from palermo.kit.fold_tables import LOOKALIKES

GAP = 0xE000
"""Stands for an emoji."""
MASK = ord("▮")
"""Stands for a word that was masked."""
_LAST = 0x30000
"""Code points from here on are taken as they are: no writing in use stands there."""
_WIDEST = 4
"""Letters that one character may become at most."""
_IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFAFF), (0x20000, 0x2A6E0))
"""Stretches with characters that have a simplified form."""
_SAME = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xAC00, 0xD7A4), (0xD800, 0xF900), (0x17000, 0x1B000), (0x20000, 0x2FA1E))
"""Stretches that folding leaves alone: ideographs, syllables, private use, surrogates."""

Letters = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]


class FoldTable(NamedTuple):
    """What each code point becomes: `one[c]` where that is one letter, 0 for nothing, below 0 for a row of `more`."""

    one: Letters
    more: Letters


@cache
def fold_table() -> FoldTable:
    """Build the table, once a process."""
    one = np.arange(_LAST, dtype=np.int32)
    more: list[list[int]] = [[0] * _WIDEST]
    known: dict[str, int] = {}
    for code in _to_look_at():
        letters = _letters(code)
        if len(letters) == 1:
            one[code] = ord(letters)
        elif not letters:
            one[code] = 0
        else:
            if letters not in known:
                known[letters] = len(more)
                more.append([ord(char) for char in letters[:_WIDEST]] + [0] * (_WIDEST - len(letters)))
            one[code] = -known[letters]
    _simplify(one)
    return FoldTable(one, np.array(more, dtype=np.int32))


def _to_look_at() -> list[int]:
    skipped = np.zeros(_LAST, dtype=bool)
    for first, after in _SAME:
        skipped[first:after] = True
    skipped[0xD800:0xE000] = False  # lone surrogates say nothing
    return [code for code in np.flatnonzero(~skipped).tolist() if _is_given(code)]


def _is_given(code: int) -> bool:
    """Say whether a code point may fold: those that Unicode gives to no character stay, but for signs yet to come."""
    return unicodedata.category(chr(code)) != "Cn" or 0x1F000 <= code <= 0x1FAFF


def _letters(code: int) -> str:
    """Fold one character on its own."""
    if code == MASK:
        return chr(MASK)
    if 0xD800 <= code < 0xE000:
        return ""
    found = fold_letter(code, chr(GAP))
    return "".join(_plainest(char) for char in found)


def _plainest(char: str) -> str:
    """Take every accent off, and write what looks Latin as Latin."""
    code = ord(char)
    if code < 0x80:
        return char
    if code in LOOKALIKES:
        return LOOKALIKES[code]
    base = unicodedata.normalize("NFD", char)[0]
    if base != char and unicodedata.category(base)[0] == "L" and not 0xAC00 <= code < 0xD7A4:
        return LOOKALIKES.get(ord(base), base)
    return char


def _simplify(one: Letters) -> None:
    """Write traditional characters as the simplified ones, by the tables of OpenCC."""
    import opencc

    codes = np.concatenate([np.arange(*stretch) for stretch in _IDEOGRAPHS])
    codes = codes[one[codes] > 0]
    # All at once, a line each: a call for every character takes a hundred times as long.
    written = "\n".join(map(chr, one[codes].tolist()))
    for code, made in zip(codes.tolist(), opencc.OpenCC("t2s").convert(written).split("\n"), strict=True):
        if len(made) == 1:
            one[code] = ord(made)


@nb.njit(cache=True, nogil=True, inline="never")
def fold_text(data, start, end, table, letters, origin, at, first):
    """Fold the bytes `data[start:end]` behind `letters[:at]`.

    Args:
        data: UTF-8; bytes that are none are passed over.
        start: the first byte.
        end: the byte after the last.
        table: of `fold_table`.
        letters: takes the folded letters; full, it takes no more.
        origin: takes the number of the character each letter came from, counted from `first`.
        at: how many letters stand there already.
        first: the number of the first character.

    Returns:
        how many letters stand there now.
    """
    one, more = table
    room = letters.shape[0]
    n = start
    char = first
    while n < end and at < room:
        lead = np.int32(data[n])
        if lead < 0x80:
            code = lead
            n += 1
        elif lead >= 0xF0 and n + 3 < end:
            code = (
                (lead & 7) << 18
                | np.int32(data[n + 1] & 63) << 12
                | np.int32(data[n + 2] & 63) << 6
                | np.int32(data[n + 3] & 63)
            )
            n += 4
        elif lead >= 0xE0 and n + 2 < end:
            code = (lead & 15) << 12 | np.int32(data[n + 1] & 63) << 6 | np.int32(data[n + 2] & 63)
            n += 3
        elif lead >= 0xC0 and n + 1 < end:
            code = (lead & 31) << 6 | np.int32(data[n + 1] & 63)
            n += 2
        else:
            n += 1
            continue
        if code >= one.shape[0]:
            char += 1
            continue
        made = one[code]
        if made > 0:
            letters[at] = made
            origin[at] = char
            at += 1
        elif made < 0:
            for k in range(more.shape[1]):
                letter = more[-made, k]
                if letter != 0 and at < room:
                    letters[at] = letter
                    origin[at] = char
                    at += 1
        char += 1
    return at
