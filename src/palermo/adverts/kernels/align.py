"""Lays two texts side by side, word by word, and says what the stretch they share weighs."""

import numba as nb
import numpy as np

LONGEST = 256
"""Telling words of one text that are laid beside another's."""
CAP = 3500
"""The most one shared word counts, in thousandths of a nat: one rare word is no evidence of one hand."""


@nb.njit(cache=True, nogil=True, inline="always")
def met(kept, i, j):
    """Weigh two equal words that meet: whole where both neighbours are the same too, half where one is, else nothing.

    A word that tells something begins or turns a phrase; alone it is a coincidence, with its neighbours it is a choice.
    """
    _, _, weights, before, after = kept
    weight = min(np.int64(weights[i]), np.int64(weights[j]), CAP)
    same = np.int64(before[i] == before[j]) + np.int64(after[i] == after[j])
    return weight * same // 2


@nb.njit(cache=True, nogil=True)
def align(kept, a, b, rows):
    """Score the best stretch that two texts share in order; what is skipped between costs a fifth of what it weighs.

    Args:
        kept: first kept word of each text, kept words, their weights, and the words before and after each.
        a: one text.
        b: the other.
        rows: two rows of at least `LONGEST` + 1 whole numbers, scratch.

    Returns:
        the score, in thousandths of a nat.
    """
    first, words, weights, _, _ = kept
    a_first, b_first = first[a], first[b]
    n = min(first[a + 1] - a_first, LONGEST)
    m = min(first[b + 1] - b_first, LONGEST)
    above, here = rows[0], rows[1]
    for j in range(m + 1):
        above[j] = 0
    best = 0
    here[0] = 0
    for i in range(n):
        word = words[a_first + i]
        skip = min(np.int64(weights[a_first + i]), CAP) // 5
        left = 0
        for j in range(m):
            score = above[j + 1] - skip
            step = left - min(np.int64(weights[b_first + j]), CAP) // 5
            if step > score:
                score = step
            if words[b_first + j] == word:
                step = above[j] + met(kept, a_first + i, b_first + j)
                if step > score:
                    score = step
            if score < 0:
                score = 0
            here[j + 1] = score
            left = score
            if score > best:
                best = score
        above, here = here, above
        here[0] = 0
    return best


@nb.njit(cache=True, nogil=True)
def align_all(kept, pairs, first, last, out):
    """Score pairs: `pairs[n]` holds two texts, the one in the upper half, the other in the lower."""
    rows = np.zeros((2, LONGEST + 1), np.int64)
    low = np.uint64(0xFFFFFFFF)
    for p in range(first, last):
        out[p] = align(kept, np.int64(pairs[p] >> np.uint64(32)), np.int64(pairs[p] & low), rows)


@nb.njit(cache=True, nogil=True)
def weigh_whole(kept, out):
    """Weigh each text as a copy of itself would be."""
    first, _, weights, _, _ = kept
    for text in range(first.shape[0] - 1):
        total = 0
        for i in range(first[text], min(first[text + 1], first[text] + LONGEST)):
            total += min(np.int64(weights[i]), CAP)
        out[text] = total
