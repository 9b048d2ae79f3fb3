"""Says how alike texts are apart from what nearly all of them share: a hand's are, those around a site's hotline are not."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.words import scramble

MOST = 16
"""Texts looked at."""
_WORDS = 300


@nb.njit(cache=True, nogil=True)
def _grams(words, first, size, out):
    """Write the sorted distinct runs of two words of a text; give how many."""
    at = 0
    for i in range(first, first + min(size, _WORDS) - 1):
        out[at] = scramble(np.uint64(words[i]) << np.uint64(32) | np.uint64(words[i + 1]))
        at += 1
    grams = out[:at]
    grams.sort()
    kept = 0
    for i in range(at):
        if i == 0 or grams[i] != grams[i - 1]:
            grams[kept] = grams[i]
            kept += 1
    return kept


@nb.njit(cache=True, nogil=True)
def _holds(grams, size, gram):
    at = np.searchsorted(grams[:size], gram)
    return at < size and grams[at] == gram


@nb.njit(cache=True, nogil=True)
def rests(words, texts, chosen):
    """Compare texts apart from what four in five of them share.

    Args:
        words: all words.
        texts: first word and number of words of each text.
        chosen: texts, at most `MOST`.

    Returns:
        the share of the texts' runs of two words that is not shared by nearly all; and how much of it each text has in
        common with the next, both in thousandths.
    """
    first, size = texts
    k = chosen.shape[0]
    grams = np.empty((k, _WORDS), np.uint64)
    many = np.zeros(k, np.int64)
    for n in range(k):
        many[n] = _grams(words, first[chosen[n]], size[chosen[n]], grams[n])
    mine = np.zeros((k, _WORDS), np.bool_)
    rest = 0
    whole = 0
    for n in range(k):
        for i in range(many[n]):
            held = 0
            for other in range(k):
                held += _holds(grams[other], many[other], grams[n, i])
            mine[n, i] = 5 * held < 4 * k
            rest += mine[n, i]
            whole += 1
    common = 0
    either = 0
    for n in range(k - 1):
        left = 0
        both = 0
        for i in range(many[n]):
            if mine[n, i]:
                left += 1
                both += _holds(grams[n + 1], many[n + 1], grams[n, i])
        right = 0
        for i in range(many[n + 1]):
            right += mine[n + 1, i]
        common += both
        either += left + right - both
    return rest * 1000 // max(whole, 1), common * 1000 // max(either, 1)


@nb.njit(cache=True, nogil=True)
def rests_of(words, texts, chosen, starts, first, last, out):
    """Compare several sets of texts: set `n` is `chosen[starts[n]:starts[n + 1]]`."""
    for n in range(first, last):
        rest, common = rests(words, texts, chosen[starts[n] : starts[n + 1]])
        out[n, 0] = rest
        out[n, 1] = common
