"""Counts words and runs of two and three words, each once a voice, and weighs every word by what it adds.

A *voice* is an advertiser as far as contacts and whole copies tell. The chance of a word is judged from the two words
before it, over all voices but the text's own, so that boilerplate and the inside of everyday phrases weigh nearly
nothing without any list. Weights are whole thousandths of a nat, from exact divisions and a table of logarithms worked
out in decimal: every machine gets the same ones. Tables are direct: what falls into one cell is counted together, so
words made to collide cost accuracy, never time.
"""

from decimal import Decimal
from functools import cache
from math import frexp

import numba as nb
import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.words import scramble

_STEPS = 4096
_THREE = np.uint64(0x9FB21C651E98DF25)


@cache
def logs() -> npt.NDArray[np.int64]:
    """Give ln(1 + n/4096) for every n, and ln 2 as the last, in millionths."""
    million = Decimal(1_000_000)
    table = [int(((1 + Decimal(n) / _STEPS).ln() * million).to_integral_value()) for n in range(_STEPS)]
    return np.array([*table, int((Decimal(2).ln() * million).to_integral_value())], dtype=np.int64)


@nb.njit(cache=True, nogil=True)
def minus_log(chance, table):
    """Give -ln of a chance in thousandths, the same on every machine."""
    mantissa, exponent = frexp(chance)
    step = np.int64((mantissa * 2 - 1) * 4096)
    return -(table[step] + (exponent - 1) * table[4096]) // 1000


@nb.njit(cache=True, nogil=True, inline="always")
def _two(before, word):
    return scramble(np.uint64(before) << np.uint64(32) | np.uint64(word))


@nb.njit(cache=True, nogil=True, inline="always")
def _three(first, before, word):
    return scramble((np.uint64(before) << np.uint64(32) | np.uint64(word)) ^ (np.uint64(first) + np.uint64(1)) * _THREE)


@nb.njit(cache=True, nogil=True, inline="always")
def _five(z, y, first, before, word):
    return scramble(
        _three(first, before, word) ^ (np.uint64(z) << np.uint64(32) | np.uint64(y)) * np.uint64(0xD6E8FEB86659FD93)
    )


@nb.njit(cache=True, nogil=True, inline="always")
def _note(table, cell, stamp):
    entry = table[cell]
    if entry >> np.uint64(32) != stamp:
        table[cell] = stamp << np.uint64(32) | ((entry & np.uint64(0xFFFFFFFF)) + np.uint64(1))


@nb.njit(cache=True, nogil=True)
def count(words, texts, uses, tables, share):
    """Count the runs of a share of the cells.

    Args:
        words: the words of all adverts.
        texts: first word and number of words of each text.
        uses: for each use of a text by a voice the text and the voice, sorted by voice.
        tables: cells for single words, and for runs of two and three; zero at first, sizes powers of two.
        share: which share, and how far a cell's number of either table is moved to give its share.
    """
    first, size = texts
    use_text, use_voice = uses
    ones, more = tables
    which, ones_shift, more_shift = share
    one_mask = np.uint64(ones.shape[0] - 1)
    more_mask = np.uint64(more.shape[0] - 1)
    mine = np.uint64(which)
    ones_down = np.uint64(ones_shift)
    more_down = np.uint64(more_shift)
    for u in range(use_text.shape[0]):
        text = use_text[u]
        stamp = np.uint64(use_voice[u] + 1)
        a = np.uint32(0)
        b = np.uint32(0)
        y = np.uint32(0)
        z = np.uint32(0)
        for i in range(first[text], first[text] + size[text]):
            w = words[i]
            if w != 0:
                cell = scramble(w) & one_mask
                if cell >> ones_down == mine:
                    _note(ones, cell, stamp)
            cell = _two(b, w) & more_mask
            if cell >> more_down == mine:
                _note(more, cell, stamp)
            if w != 0:
                cell = _three(a, b, w) & more_mask
                if cell >> more_down == mine:
                    _note(more, cell, stamp)
            if i - first[text] >= 3:
                cell = _five(np.uint32(0), y, a, b, w) & more_mask
                if cell >> more_down == mine:
                    _note(more, cell, stamp)
                if w != 0:
                    cell = _five(z, y, a, b, w) & more_mask
                    if cell >> more_down == mine:
                        _note(more, cell, stamp)
            z = y
            y = a
            a = b
            b = w


@nb.njit(cache=True, nogil=True, inline="always")
def _others(table, cell, own):
    seen = np.int64(table[cell] & np.uint64(0xFFFFFFFF)) - own
    return float(seen) if seen > 0 else 0.0


@nb.njit(cache=True, nogil=True)
def weigh(words, texts, tables, figures, first_text, last_text, table, out, own):
    """Weigh every word of the texts from `first_text` on, before `last_text`.

    Args:
        words: the words of all adverts.
        texts: first word and number of words of each text, and where its weights begin in `out`.
        tables: of `count`.
        figures: number of voices plus kinds of words; what longer runs must outweigh; the most a word may weigh.
        first_text: the first text.
        last_text: the text after the last.
        table: of `logs`.
        out: takes the weights, in thousandths of a nat.
        own: 1 where the texts were counted themselves, else 0.
    """
    first, size, where = texts
    ones, more = tables
    all_seen, believe, cap, believe5 = figures
    one_mask = np.uint64(ones.shape[0] - 1)
    more_mask = np.uint64(more.shape[0] - 1)
    for text in range(first_text, last_text):
        a = np.uint32(0)
        b = np.uint32(0)
        y = np.uint32(0)
        z = np.uint32(0)
        before_four = 0.0
        before_one = 0.0
        before_two = 0.0
        for k in range(size[text]):
            w = words[first[text] + k]
            four = 0.0
            if k >= 3:
                four = _others(more, _five(np.uint32(0), y, a, b, w) & more_mask, own)
            two = _others(more, _two(b, w) & more_mask, own)
            if w == 0:
                out[where[text] + k] = 0
                before_one = 0.0
            else:
                one = _others(ones, scramble(w) & one_mask, own)
                three = _others(more, _three(a, b, w) & more_mask, own)
                chance = (one + 1.0) / all_seen
                if k > 0:
                    chance = (two + believe * chance) / (max(before_one, two) + believe)
                if k > 1:
                    chance = (three + believe * chance) / (max(before_two, three) + believe)
                if k > 3:
                    five = _others(more, _five(z, y, a, b, w) & more_mask, own)
                    chance = (five + believe5 * chance) / (max(before_four, five) + believe5)
                out[where[text] + k] = min(max(minus_log(chance, table), 0), cap)
                before_one = one
            before_two = two
            before_four = four
            z = y
            y = a
            a = b
            b = w
