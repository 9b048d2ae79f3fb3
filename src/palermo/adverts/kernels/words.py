"""Cuts folded letters into words and gives each a number; what is an advert's own is left blank.

Words follow their script: runs of letters, and single characters in Chinese, Japanese, Thai and their like. A blank
(0) stands where a contact, a number, the advert's own city or persona, or a masked word was; several in a row are one.
"""

import unicodedata
from functools import cache

import numba as nb
import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.fold import GAP, MASK

LONGEST = 600
"""Words read of one text: what comes after them says no more of whose it is."""
OTHER, LETTER, DIGIT, SINGLE, SKIPPED, MASKED, SIGN = range(7)
"""What a folded letter is to a word; a sign poses as a letter where letters stand on both sides."""
_ALONE = (
    (0x0E00, 0x1000), (0x1000, 0x10A0), (0x1780, 0x1800), (0x2E80, 0x2FE0), (0x3005, 0x3008), (0x3040, 0x3100),
    (0x31F0, 0x3200), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x30000),
)  # fmt: skip
"""Scripts written without spaces between words."""
_POSES = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "l": "i",
    "|": "i",
    "!": "i",
    "@": "a",
    "$": "s",
    "€": "e",
}
"""Signs and digits that pose as letters inside a word; l, I and 1 read alike."""

Kinds = npt.NDArray[np.uint8]


@cache
def kinds_of_letters() -> Kinds:
    """Say of each code point what it is to a word."""
    kinds = np.zeros(0x30000, dtype=np.uint8)
    for code in range(0x3400):
        kind = unicodedata.category(chr(code))[0]
        kinds[code] = LETTER if kind in "LM" else DIGIT if kind == "N" else OTHER
    kinds[0xA000:0xD7FC] = LETTER
    kinds[0xFB00:0xFE00] = LETTER
    kinds[0x10000:0x1F000] = LETTER
    kinds[0xE000:0xF900] = OTHER
    for first, after in _ALONE:
        kinds[first:after] = SINGLE
    kinds[ord("0") : ord("9") + 1] = DIGIT
    for char in "|!@$€":
        kinds[ord(char)] = SIGN
    kinds[GAP] = SKIPPED
    kinds[MASK] = MASKED
    return kinds


@cache
def poses() -> npt.NDArray[np.int32]:
    """Say which letter each ASCII sign or letter is read as inside a word; a digit that poses as none is 0."""
    table = np.arange(0x3400, dtype=np.int32)
    for digit in "269":
        table[ord(digit)] = 0
    for char, letter in _POSES.items():
        table[ord(char)] = ord(letter)
    return table


@nb.njit(cache=True, nogil=True)
def scramble(value):
    """Spread the bits of a 64-bit number (the finishing steps of splitmix64, public domain)."""
    value = np.uint64(value)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


@nb.njit(cache=True, nogil=True)
def _number(hashed):
    """Make the number of a word from its hash: 32 bits, never that of a blank."""
    number = np.uint32(scramble(hashed) >> np.uint64(32))
    return number if number != 0 else np.uint32(1)


@nb.njit(cache=True, nogil=True)
def _kind(kinds, letter):
    return kinds[letter] if letter < kinds.shape[0] else np.uint8(LETTER)


@nb.njit(cache=True, nogil=True)
def read_word(letters, i, n, kinds, posed):
    """Read the word that begins at `i`; give where it ends, and its number: 0 where it is a number rather than a word."""
    hashed = np.uint64(0xCBF29CE484222325)
    start = i
    digits = 0
    size = 0
    sure = True
    while i < n:
        letter = letters[i]
        if not 97 <= letter <= 122:  # not a letter of most words, which needs no table to tell
            kind = _kind(kinds, letter)
            if kind == SKIPPED:
                i += 1
                continue
            if kind == DIGIT:
                digits += 1
            elif kind != LETTER and not (kind == SIGN and i > start and _between_letters(letters, i, n, kinds)):
                break
        size += 1
        if letter < posed.shape[0]:
            letter = posed[letter]
            if letter == 0:
                sure = False
        hashed = (hashed ^ np.uint64(letter)) * np.uint64(0x100000001B3)
        i += 1
    if size == 0 or digits * 3 > size or (digits > 0 and not sure):
        return i, np.uint32(0)
    return i, _number(hashed)


@nb.njit(cache=True, nogil=True)
def single_number(letter, posed):
    """Give the number of a character that is a word of its own."""
    if letter < posed.shape[0]:
        letter = posed[letter]
    return _number((np.uint64(0xCBF29CE484222325) ^ np.uint64(letter)) * np.uint64(0x100000001B3))


@nb.njit(cache=True, nogil=True)
def _between_letters(letters, i, n, kinds):
    """Say whether letters stand on both sides of a sign."""
    return i + 1 < n and _kind(kinds, letters[i + 1]) == LETTER and _kind(kinds, letters[i - 1]) == LETTER


SPACE = np.uint8(1)
"""The mark of a space between two characters of a script that sets none."""
_MARKS = 254


@nb.njit(cache=True, nogil=True, inline="always")
def _mark(between, spaced):
    """Give the number of the marks between two words: 0 for a space alone, or for nothing."""
    if between == 0:
        return SPACE if spaced else np.uint8(0)
    return np.uint8(scramble(between) % np.uint64(_MARKS) + np.uint64(2))


@nb.njit(cache=True, nogil=True, inline="always")
def _put(out, first, at, number, mark):
    """Write a word behind the others; of several blanks in a row the first only. Give the first free place."""
    words, marks = out
    if number != 0 or at == first or words[at - 1] != 0:
        words[at] = number
        marks[at] = mark
        at += 1
    return at


@nb.njit(cache=True, nogil=True)
def cut(letters, n, spans, kinds, posed, out, at, limit, place):
    """Cut folded letters into words.

    Args:
        letters: of `fold_text`.
        n: how many of them.
        spans: starts, ends and how many: stretches to leave blank, sorted.
        kinds: of `kinds_of_letters`.
        posed: of `poses`.
        out: take, behind their first `at` places, the numbers of the words, and the marks between each and the word before it.
        at: the first free place.
        limit: the most words to write.
        place: takes, for each span, the place in `out` of the blank that stands for it.

    Returns:
        the first free place.
    """
    span_start, span_end, span_count = spans
    first = at
    i = 0
    s = 0
    between = np.uint64(0)
    spaced = False
    while i < n and at - first < limit:
        if s < span_count and i >= span_start[s]:
            at = _put(out, first, at, np.uint32(0), _mark(between, False))
            between = np.uint64(0)
            place[s] = at - 1
            i = max(i, span_end[s])
            s += 1
            continue
        kind = _kind(kinds, letters[i])
        if kind == LETTER or kind == DIGIT:
            stop = n if s >= span_count else min(n, span_start[s])
            i, number = read_word(letters, i, stop, kinds, posed)
            at = _put(out, first, at, number, _mark(between, False))
            between = np.uint64(0)
        elif kind == SINGLE:
            out[0][at] = single_number(letters[i], posed)
            out[1][at] = _mark(between, spaced)
            at += 1
            between = np.uint64(0)
            i += 1
        elif kind == MASKED:
            at = _put(out, first, at, np.uint32(0), _mark(between, False))
            between = np.uint64(0)
            i += 1
        else:
            if letters[i] != 32:
                between = between * np.uint64(0x9E3779B97F4A7C15) + np.uint64(letters[i])
            i += 1
        spaced = kind == OTHER and letters[i - 1] == 32 and (spaced or at > first)
    while s < span_count:
        place[s] = -1
        s += 1
    return at
