"""Finds whole copies: texts that agree nearly word for word, however often the text is used.

Every text gets a few keys, each made from the two smallest hashes of its runs of three words; texts that share a key are
held against the first text of the key, so that no key costs its square. Two texts are copies when at least `SHARE` of the
words of the longer stand in the same order in both.
"""

import numba as nb
import numpy as np

from palermo.adverts.kernels.stretches import TEXT_BITS
from palermo.adverts.kernels.words import scramble

BANDS = 5
SHARE = 80
"""Hundredths."""
FEWEST = 5
"""Texts of fewer words are copies only where they are the same."""
_MAX_STEPS = 96
_CELLS = 4096
"""Cells that say which words a text has, by their lower bits."""


@nb.njit(cache=True, nogil=True)
def copy_keys(words, texts, first_text, last_text, out):
    """Write the keys of texts: 40 bits of hash, then the number of the text; give how many."""
    first, size = texts
    low, times = np.empty(BANDS * 2, np.uint32), np.empty(BANDS * 2, np.uint32)
    for k in range(BANDS * 2):
        times[k] = np.uint32(scramble(np.uint64(k + 1))) | np.uint32(1)
    at = 0
    for text in range(first_text, last_text):
        n = size[text]
        if n < FEWEST:
            continue
        low[:] = np.uint32(0xFFFFFFFF)
        a = np.uint64(words[first[text]])
        b = np.uint64(words[first[text] + 1])
        for i in range(first[text] + 2, first[text] + n):
            w = np.uint64(words[i])
            gram = np.uint32(scramble(scramble(a << np.uint64(32) | b) ^ w * np.uint64(0x9FB21C651E98DF25)))
            for k in range(BANDS * 2):
                low[k] = min(low[k], np.uint32(gram * times[k]))
            a = b
            b = w
        for k in range(BANDS):
            two = np.uint64(low[2 * k]) << np.uint64(32) | np.uint64(low[2 * k + 1])
            key = scramble(two + np.uint64(k) * np.uint64(0x632BE59BD9B4E01A))
            out[at] = (key >> np.uint64(TEXT_BITS)) << np.uint64(TEXT_BITS) | np.uint64(text)
            at += 1
    return at


@nb.njit(cache=True, nogil=True)
def same_words(words, a, n, b, m, reach):
    """Say whether two texts differ in at most `reach` words left out of either: Myers' greedy walk.

    Args:
        words: all words.
        a: first word of one text.
        n: its number of words.
        b: first word of the other.
        m: its number of words.
        reach: furthest points, scratch of at least twice the steps and three.
    """
    longer = max(n, m)
    steps = min(n + m - 2 * ((longer * SHARE + 99) // 100), _MAX_STEPS)
    if steps < 0 or abs(n - m) > steps:
        return False
    middle = steps + 1
    for k in range(2 * steps + 3):
        reach[k] = 0
    for d in range(steps + 1):
        for k in range(-d, d + 1, 2):
            if k == -d or (k != d and reach[middle + k - 1] < reach[middle + k + 1]):
                x = reach[middle + k + 1]
            else:
                x = reach[middle + k - 1] + 1
            y = x - k
            while x < n and y < m and words[a + x] == words[b + y]:
                x += 1
                y += 1
            reach[middle + k] = x
            if x >= n and y >= m:
                return True
    return False


@nb.njit(cache=True, nogil=True)
def find(parent, n):
    """Find whose part a number is in; halves the way there."""
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


@nb.njit(cache=True, nogil=True)
def union(parent, a, b):
    """Join two parts under the smaller name."""
    a, b = find(parent, a), find(parent, b)
    if a < b:
        parent[b] = a
    elif b < a:
        parent[a] = b


@nb.njit(cache=True, nogil=True)
def near_copies(keys, out):
    """Pair each text of a key with the key's first text and with the one before it; give how many pairs.

    Args:
        keys: sorted, whole postings.
        out: takes pairs packed, the smaller text in the upper half; at most two a key.
    """
    mask = np.uint64((1 << TEXT_BITS) - 1)
    at = 0
    leader = 0
    for i in range(1, keys.shape[0]):
        if keys[i] >> np.uint64(TEXT_BITS) != keys[leader] >> np.uint64(TEXT_BITS):
            leader = i
            continue
        text = keys[i] & mask
        out[at] = (keys[leader] & mask) << np.uint64(32) | text
        at += 1
        if i - 1 > leader:
            out[at] = (keys[i - 1] & mask) << np.uint64(32) | text
            at += 1
    return at


@nb.njit(cache=True, nogil=True)
def find_copies(words, texts, pairs, first_pair, last_pair, out):
    """Say of each pair whether its texts are copies; `out` is false at first, and pairs are sorted."""
    first, size = texts
    low = np.uint64(0xFFFFFFFF)
    reach = np.zeros(2 * _MAX_STEPS + 8, np.int64)
    held = np.full(_CELLS, -1, np.int64)
    for p in range(first_pair, last_pair):
        a, b = np.int64(pairs[p] >> np.uint64(32)), np.int64(pairs[p] & low)
        if p == first_pair or a != np.int64(pairs[p - 1] >> np.uint64(32)):
            for i in range(first[a], first[a] + size[a]):
                held[words[i] & (_CELLS - 1)] = a
        # Most pairs fall here: too few words of one stand in the other at all, in whatever order.
        common = 0
        for i in range(first[b], first[b] + size[b]):
            common += held[words[i] & (_CELLS - 1)] == a
        if common * 100 >= max(size[a], size[b]) * SHARE:
            out[p] = same_words(words, first[a], size[a], first[b], size[b], reach)
