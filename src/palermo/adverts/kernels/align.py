"""Lays two texts side by side, word by word, and says what the stretch they share weighs."""

import numba as nb
import numpy as np

LONGEST = 256
"""Telling words of one text that are laid beside another's."""
CAP = 3500
"""The most one shared word counts, in thousandths of a nat: one rare word is no evidence of one hand."""
_SLOTS = 512
_MEETINGS = 400
"""Meetings of equal words that are chained one by one; texts with more are laid out in full."""


@nb.njit(cache=True, nogil=True)
def scratch():
    """Give what `align` works in: an index of one text's words, whose it is, sums, meetings, and two rows for laying out in full.

    Narrow numbers, so that the processor takes many at a time.
    """
    index = (np.full(_SLOTS, -1, np.int64), np.full(LONGEST, -1, np.int64))
    whose = np.zeros(2, np.int64)
    sums = np.zeros((2, LONGEST + 1), np.int32)
    meetings = (
        np.zeros(_MEETINGS, np.int32),
        np.zeros(_MEETINGS, np.int32),
        np.zeros(_MEETINGS, np.int32),
        np.zeros(_MEETINGS, np.int32),
    )
    return index, whose, sums, meetings, np.zeros((2, LONGEST + 1), np.int64)


@nb.njit(cache=True, nogil=True, inline="always")
def met(kept, i, j):
    """Weigh two equal words that meet: whole where both neighbours are the same too, half where one is, else nothing, and they do not meet.

    A word that tells something begins or turns a phrase; alone it is a coincidence, with its neighbours it is a choice.
    """
    _, _, weights, before, after = kept
    same = np.int32(before[i] == before[j]) + np.int32(after[i] == after[j])
    return np.int32(min(weights[i], weights[j], CAP)) * same // np.int32(2)


@nb.njit(cache=True, nogil=True)
def _index(kept, a, stamp, index, sums):
    """Index the words of a text by their lower bits under a stamp never used before, and sum what skipping them costs.

    A slot holds the stamp, and in its lowest byte the first word that falls there.
    """
    first, words, weights, _, _ = kept
    heads, following = index
    start, size = first[a], min(first[a + 1] - first[a], LONGEST)
    for i in range(size):
        sums[i + 1] = sums[i] + min(np.int64(weights[start + i]), CAP) // 5
    for i in range(size - 1, -1, -1):
        slot = words[start + i] & (_SLOTS - 1)
        following[i] = heads[slot] & 255 if heads[slot] >> 8 == stamp else -1
        heads[slot] = stamp << 8 | i


@nb.njit(cache=True, nogil=True)
def _meetings(kept, a, b, stamp, index, meetings):
    """List where equal words meet and weigh something, in the order of the second text; give how many, or -1 for too many."""
    first, words, _, _, _ = kept
    heads, following = index
    mine, theirs, worth, _ = meetings
    a_first, b_first = first[a], first[b]
    count = 0
    for j in range(min(first[b + 1] - b_first, LONGEST)):
        word = words[b_first + j]
        head = heads[word & (_SLOTS - 1)]
        i = head & 255 if head >> 8 == stamp else -1
        while i >= 0:
            if words[a_first + i] == word:
                weighs = met(kept, a_first + i, b_first + j)
                if weighs:
                    if count == _MEETINGS:
                        return -1
                    mine[count] = i
                    theirs[count] = j
                    worth[count] = weighs
                    count += 1
            i = following[i]
    return count


@nb.njit(cache=True, nogil=True)
def _chain(count, sums, meetings):
    """Score the best chain of meetings in order."""
    mine, theirs = sums[0], sums[1]
    in_a, in_b, worth, reached = meetings
    best = np.int32(0)
    earlier = 0
    for q in range(count):
        i, j = in_a[q], in_b[q]
        if q and in_b[q - 1] < j:
            earlier = q
        from_here = mine[i] + theirs[j]
        top = from_here
        # No branch: the processor looks at many meetings at a time.
        for p in range(earlier):
            top = max(top, reached[p] if in_a[p] < i else np.int32(0))
        score = np.int32(top - from_here + worth[q])
        reached[q] = score + mine[i + 1] + theirs[j + 1]
        best = max(best, score)
    return np.int64(best)


@nb.njit(cache=True, nogil=True)
def align(kept, a, b, held):
    """Score the best stretch that two texts share in order; what is skipped between costs a fifth of what it weighs.

    Args:
        kept: first kept word of each text, kept words, their weights, and the words before and after each.
        a: one text.
        b: the other.
        held: of `scratch`; calls with the same `a` in a row are cheaper.

    Returns:
        the score, in thousandths of a nat.
    """
    index, whose, sums, meetings, rows = held
    first, _, weights, _, _ = kept
    if whose[0] != a + 1:
        whose[0] = a + 1
        whose[1] += 1
        _index(kept, a, whose[1], index, sums[0])
    count = _meetings(kept, a, b, whose[1], index, meetings)
    if count < 0:
        return lay_out(kept, a, b, rows)
    b_first = first[b]
    for j in range(min(first[b + 1] - b_first, LONGEST)):
        sums[1, j + 1] = sums[1, j] + min(np.int64(weights[b_first + j]), CAP) // 5
    return _chain(count, sums, meetings)


@nb.njit(cache=True, nogil=True)
def lay_out(kept, a, b, rows):
    """Score as `align` does, cell by cell; `rows` are two rows of at least `LONGEST` + 1 whole numbers, scratch."""
    first, words, weights, _, _ = kept
    a_first, b_first = first[a], first[b]
    n = min(first[a + 1] - a_first, LONGEST)
    m = min(first[b + 1] - b_first, LONGEST)
    above, here = rows[0], rows[1]
    above[: m + 1] = 0
    best = 0
    here[0] = 0
    for i in range(n):
        word = words[a_first + i]
        skip = min(np.int64(weights[a_first + i]), CAP) // 5
        left = 0
        for j in range(m):
            score = above[j + 1] - skip
            score = max(score, left - min(np.int64(weights[b_first + j]), CAP) // 5, 0)
            if words[b_first + j] == word:
                weighs = met(kept, a_first + i, b_first + j)
                if weighs:
                    score = max(score, above[j] + weighs)
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
    held = scratch()
    low = np.uint64(0xFFFFFFFF)
    for p in range(first, last):
        out[p] = align(kept, np.int64(pairs[p] >> np.uint64(32)), np.int64(pairs[p] & low), held)


@nb.njit(cache=True, nogil=True)
def weigh_whole(kept, out):
    """Weigh each text as a copy of itself would be."""
    first, _, weights, _, _ = kept
    for text in range(first.shape[0] - 1):
        total = 0
        for i in range(first[text], min(first[text + 1], first[text] + LONGEST)):
            total += min(np.int64(weights[i]), CAP)
        out[text] = total
