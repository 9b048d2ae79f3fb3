"""Counts words and runs of two to four words, each once a voice, and weighs every word by what it adds.

A *voice* is an advertiser as far as contacts and whole copies tell. The chance of a word is judged from the three
words before it, over all voices but the text's own, so that boilerplate and the inside of everyday phrases weigh nearly
nothing without any list. Weights are whole thousandths of a nat, from exact divisions and a table of logarithms worked
out in decimal: every machine gets the same ones. Tables are direct: what falls into one cell is counted together, so
words made to collide cost accuracy, never time. A cell keeps its count and, in the bits above, a stamp of the voice that
was counted last; one voice in a thousand so passes for the one before it.
"""

from decimal import Decimal
from functools import cache
from math import frexp

import numba as nb
import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.words import LONGEST, scramble

_STEPS = 4096
_COUNT = np.uint32((1 << 22) - 1)
_UP = np.uint32(22)
_STAMPS = 1023
_THREE = np.uint64(0x9FB21C651E98DF25)
_FOUR = np.uint64(0xD6E8FEB86659FD93)


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


@nb.njit(cache=True, nogil=True)
def cells(words, first, size, tables, out):
    """Write, for each word of a text, the cells of it and of the runs of two, three and four words that end with it.

    What reaches over the beginning of the text is not looked at. Doing this before any table is looked at lets the
    processor fetch many cells at a time.
    """
    ones, twos, threes, fours = tables
    one_mask, two_mask = np.uint64(ones.shape[0] - 1), np.uint64(twos.shape[0] - 1)
    three_mask, four_mask = np.uint64(threes.shape[0] - 1), np.uint64(fours.shape[0] - 1)
    a = np.uint64(0)
    b = np.uint64(0)
    c = np.uint64(0)
    for k in range(size):
        w = np.uint64(words[first + k])
        two = scramble(c << np.uint64(32) | w)
        three = scramble(two ^ (b + np.uint64(1)) * _THREE)
        out[0, k] = np.uint32(scramble(w) & one_mask)
        out[1, k] = np.uint32(two & two_mask)
        out[2, k] = np.uint32(three & three_mask)
        out[3, k] = np.uint32(scramble(three ^ (a + np.uint64(1)) * _FOUR) & four_mask)
        a = b
        b = c
        c = w


@nb.njit(cache=True, nogil=True)
def count(words, texts, uses, tables, which):
    """Count the single words and the runs of three, or the runs of two and of four: one thread takes these, another those.

    Args:
        words: the words of all adverts.
        texts: first word and number of words of each text.
        uses: for each use of a text by a voice the text and the voice, sorted by voice.
        tables: cells for single words, and for runs of two, three and four; zero at first, sizes powers of two.
        which: 0 for single words and runs of three, 1 for the others.
    """
    first, size = texts
    use_text, use_voice = uses
    found = np.empty((4, LONGEST + 2), np.uint32)
    for u in range(use_text.shape[0]):
        text = use_text[u]
        stamp = np.uint32(use_voice[u] % _STAMPS + 1) << _UP
        n = size[text]
        cells(words, first[text], n, tables, found)
        for longer in range(which, 4, 2):
            table = tables[longer]
            for k in range(longer, n):
                cell = found[longer, k]
                entry = table[cell]
                many = entry & _COUNT
                if entry - many != stamp:
                    table[cell] = stamp | min(many + np.uint32(1), _COUNT)


@nb.njit(cache=True, nogil=True)
def weigh(words, texts, tables, figures, first_text, last_text, table, out, own):
    """Weigh every word of the texts from `first_text` on, before `last_text`.

    Args:
        words: the words of all adverts.
        texts: first word and number of words of each text, and where its weights begin in `out`.
        tables: of `count`.
        figures: number of voices plus kinds of words; what longer runs must outweigh; the most a word may weigh; what
            the longest runs must outweigh.
        first_text: the first text.
        last_text: the text after the last.
        table: of `logs`.
        out: takes the weights, in thousandths of a nat.
        own: 1 where the texts were counted themselves, else 0.
    """
    first, size, where = texts
    all_seen, believe, cap, believe_far = figures
    found = np.empty((4, LONGEST + 2), np.uint32)
    seen = np.zeros((4, LONGEST + 2), np.float64)
    for text in range(first_text, last_text):
        n = size[text]
        cells(words, first[text], n, tables, found)
        for longer in range(4):
            for k in range(longer, n):
                seen[longer, k] = max(np.int64(tables[longer][found[longer, k]] & _COUNT) - own, 0)
        for k in range(n):
            if words[first[text] + k] == 0:
                out[where[text] + k] = 0
                continue
            chance = (seen[0, k] + 1.0) / all_seen
            for longer in range(1, min(k, 3) + 1):
                trust = believe_far if longer == 3 else believe
                before = seen[longer - 1, k - 1]
                chance = (seen[longer, k] + trust * chance) / (max(before, seen[longer, k]) + trust)
            out[where[text] + k] = min(max(minus_log(chance, table), 0), cap)
