"""Says what two texts share: how much of their telling words, and the stretch of words in a row that tells most."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.align import CAP, LONGEST

SHOWN = 12
"""The most words of a stretch that are shown."""


@nb.njit(cache=True, nogil=True)
def common(kept, a, b, rows):
    """Weigh the telling words that stand in the same order in both texts, in thousandths of a nat."""
    first, words, weights, _, _ = kept
    a_first, b_first = first[a], first[b]
    n = min(first[a + 1] - a_first, LONGEST)
    m = min(first[b + 1] - b_first, LONGEST)
    above, here = rows[0], rows[1]
    above[: m + 1] = 0
    here[0] = 0
    for i in range(n):
        word = words[a_first + i]
        mine = min(np.int64(weights[a_first + i]), CAP)
        for j in range(m):
            total = max(above[j + 1], here[j])
            if words[b_first + j] == word:
                total = max(total, above[j] + min(mine, np.int64(weights[b_first + j])))
            here[j + 1] = total
        above, here = here, above
    return above[m]


@nb.njit(cache=True, nogil=True)
def _told(kept, text, words, start, size, out):
    """Give each word of a text as written what it tells at most behind the word it stands behind."""
    first, kept_words, weights, before, _ = kept
    for i in range(size):
        out[i] = 0
        if words[start + i] == 0:
            continue
        previous = words[start + i - 1] if i > 0 else np.int64(1)
        for k in range(first[text], first[text + 1]):
            if np.int64(kept_words[k]) == words[start + i] and np.int64(before[k]) == previous:
                out[i] = max(out[i], min(np.int64(weights[k]), CAP))


@nb.njit(cache=True, nogil=True)
def _stretch(words, a_start, n, b_start, m, told):
    """Find the words in a row, equal in both texts, that tell most, the longer of two that tell as much.

    Returns:
        its first word in the first text, and how many.
    """
    size = np.zeros((2, m + 1), np.int64)
    best_told, best_size, best_end = np.int64(0), np.int64(0), np.int64(0)
    sums = np.zeros(n + 1, np.int64)
    for i in range(n):
        sums[i + 1] = sums[i] + told[i]
    for i in range(n):
        above, here = size[i & 1], size[1 - (i & 1)]
        for j in range(m):
            here[j + 1] = 0
            if words[a_start + i] != 0 and words[a_start + i] == words[b_start + j]:
                length = above[j] + 1
                here[j + 1] = length
                tells = sums[i + 1] - sums[i + 1 - length]
                if tells > best_told or (tells == best_told and length > best_size):
                    best_told, best_size, best_end = tells, length, i + 1
    return best_end - best_size, best_size


@nb.njit(cache=True, nogil=True)
def share_all(kept, pairs, cut, first, last, out):
    """Say what pairs of texts share.

    Args:
        kept: as `align` takes it.
        pairs: the two texts of each pair, and the places of both among the texts cut.
        cut: the words of the texts as written, 0 for what is no word of the wording, and where each text begins.
        first: the first pair.
        last: the pair after the last.
        out: takes for each pair the weight in common, the first word to show, how many, and how many the stretch has in all.
    """
    words, starts = cut
    rows = np.zeros((2, LONGEST + 1), np.int64)
    told = np.empty(1 << 16, np.int64)
    for p in range(first, last):
        a, b, one, other = pairs[p]
        out[p, 0] = common(kept, a, b, rows)
        n = min(starts[one + 1] - starts[one], told.shape[0])
        m = starts[other + 1] - starts[other]
        _told(kept, a, words, starts[one], n, told)
        begin, size = _stretch(words, starts[one], n, starts[other], m, told)
        best = begin
        most = np.int64(-1)
        for i in range(begin, begin + size - min(size, SHOWN) + 1):
            tells = told[i : i + min(size, SHOWN)].sum()
            if tells > most:
                best, most = i, tells
        out[p, 1] = best
        out[p, 2] = min(size, SHOWN)
        out[p, 3] = size
        out[p, 4] = begin
