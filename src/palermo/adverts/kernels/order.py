"""Finds the words that two texts have in the same order: the longest common subsequence, 64 words of one text at a step.

One text is held as masks (`masks[word]` has a bit for each place where the word stands), the other is walked. After a
walk the zero bits of the state are as many as the words in common (Hyyrö's form of Crochemore's method); the states kept
on the way lead back to which they are. A blank never meets anything. Time depends on the lengths alone.
"""

import numba as nb
import numpy as np

LONGEST = 600
"""Words of a text that are looked at."""
BLOCKS = (LONGEST + 63) // 64
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)


@nb.njit(cache=True, nogil=True)
def find(listed, value):
    """Give the place of a value in a sorted list; -1 where it is not in it."""
    low, high = 0, listed.shape[0]
    while low < high:
        middle = (low + high) // 2
        if listed[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low if low < listed.shape[0] and listed[low] == value else -1


@nb.njit(cache=True, nogil=True)
def numbered(words, start, end, vocabulary, out, at):
    """Write the place of each word in a sorted vocabulary behind `out[:at]`; -1 for blanks and words that are not in it."""
    for i in range(start, end):
        out[at + i - start] = find(vocabulary, words[i]) if words[i] != 0 else -1


@nb.njit(cache=True, nogil=True)
def distinct(words):
    """Give the distinct words, sorted, without the blank."""
    listed = np.sort(words)
    at = 0
    for i in range(listed.shape[0]):
        if listed[i] != 0 and (at == 0 or listed[i] != listed[at - 1]):
            listed[at] = listed[i]
            at += 1
    return listed[:at]


@nb.njit(cache=True, nogil=True)
def set_masks(ids, start, end, masks):
    """Set a bit for each place where a word stands."""
    for i in range(start, end):
        if ids[i] >= 0:
            masks[ids[i], (i - start) >> 6] |= np.uint64(1) << np.uint64((i - start) & 63)


@nb.njit(cache=True, nogil=True)
def clear_masks(ids, start, end, masks):
    """Take back what `set_masks` set."""
    for i in range(start, end):
        if ids[i] >= 0:
            masks[ids[i], :] = np.uint64(0)


@nb.njit(cache=True, nogil=True)
def _step(state, masks, word, blocks):
    carry = np.uint64(0)
    for b in range(blocks):
        held = state[b]
        met = held & masks[word, b]
        added = held + met
        over = added < held
        total = added + carry
        carry = np.uint64(1) if over or total < added else np.uint64(0)
        state[b] = total | (held & ~masks[word, b])


@nb.njit(cache=True, nogil=True)
def _zeros(state, blocks):
    found = np.int64(0)
    for b in range(blocks):
        x = ~state[b]
        x = x - ((x >> np.uint64(1)) & np.uint64(0x5555555555555555))
        x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
        x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
        found += np.int64((x * np.uint64(0x0101010101010101)) >> np.uint64(56))
    return found


@nb.njit(cache=True, nogil=True)
def in_common(masks, size, ids, start, end):
    """Count the words in the same order in the masked text, of `size` words, and in `ids[start:end]`."""
    blocks = (size + 63) >> 6
    if blocks == 1:
        held = _ALL
        for i in range(start, end):
            if ids[i] >= 0:
                mask = masks[ids[i], 0]
                held = (held + (held & mask)) | (held & ~mask)
        one = np.empty(1, np.uint64)
        one[0] = held
        return _zeros(one, 1)
    state = np.full(blocks, _ALL, np.uint64)
    for i in range(start, end):
        if ids[i] >= 0:
            _step(state, masks, ids[i], blocks)
    return _zeros(state, blocks)


@nb.njit(cache=True, nogil=True)
def lay(masks, size, ids, start, end, rows, met):
    """Find where each word of `ids[start:end]` stands in the masked text.

    Args:
        masks: of the text laid against, by `set_masks`.
        size: its number of words.
        ids: words of the other text, numbered by the same vocabulary.
        start: its first word.
        end: the one after its last.
        rows: scratch, at least as many rows as the other text has words, of `BLOCKS` each.
        met: takes for each word of the other text its place in the masked text, -1 where it has none.
    """
    blocks = (size + 63) >> 6
    state = np.full(blocks, _ALL, np.uint64)
    n = end - start
    for i in range(n):
        if ids[start + i] >= 0:
            _step(state, masks, ids[start + i], blocks)
        rows[i, :blocks] = state
        met[i] = -1
    row, col = n, size
    one = np.uint64(1)
    while row > 0 and col > 0:
        block, bit = (col - 1) >> 6, np.uint64((col - 1) & 63)
        if (rows[row - 1, block] >> bit) & one:
            col -= 1
            continue
        row -= 1
        if row > 0 and not (rows[row - 1, block] >> bit) & one:
            continue
        col -= 1
        met[row] = col
