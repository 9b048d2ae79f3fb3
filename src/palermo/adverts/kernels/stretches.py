"""Proposes pairs of texts: those that share a stretch of words too improbable to share by chance."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.words import scramble

TEXT_BITS = 24
"""Bits of a key that name the text: at most 16 million texts a run."""


@nb.njit(cache=True, nogil=True)
def count_telling(texts, weights, least, first_text, last_text, out):
    """Count the words of each text that weigh at least `least`; see `keep_telling`."""
    _, size, where = texts
    for text in range(first_text, last_text):
        kept = 0
        for k in range(where[text], where[text] + size[text]):
            kept += weights[k] >= least
        out[text] = kept


@nb.njit(cache=True, nogil=True)
def keep_telling(words, texts, weights, least, first_text, last_text, kept):
    """Keep of each text the words that weigh at least `least`, with the words before and after each.

    Args:
        words: the words of all adverts.
        texts: first word, number of words and first weight of each text.
        weights: of `weigh`.
        least: what a word must weigh.
        first_text: the first text.
        last_text: the text after the last.
        kept: first kept word of each text; takes words, weights, words before and words after.
    """
    first, size, where = texts
    kept_first, kept_words, kept_weights, before, after = kept
    for text in range(first_text, last_text):
        at = kept_first[text]
        for k in range(size[text]):
            weight = weights[where[text] + k]
            if weight >= least:
                i = first[text] + k
                kept_words[at] = words[i]
                kept_weights[at] = weight
                before[at] = words[i - 1] if k > 0 else 1
                after[at] = words[i + 1] if k + 1 < size[text] else 1
                at += 1


@nb.njit(cache=True, nogil=True)
def stretches(kept, need, cap, first_text, last_text, out):
    """Write a key for the shortest stretch that weighs `need` from each kept word on.

    Args:
        kept: as `keep_telling` fills it.
        need: what a stretch must weigh.
        cap: the most one word counts towards it.
        first_text: the first text.
        last_text: the text after the last.
        out: takes keys: 40 bits of hash, then the number of the text.

    Returns:
        how many keys were written.
    """
    kept_first, words, weights, _, _ = kept
    at = 0
    for text in range(first_text, last_text):
        last = kept_first[text + 1]
        for i in range(kept_first[text], last):
            total = 0
            hashed = np.uint64(need)
            j = i
            while j < last and total < need:
                total += min(np.int64(weights[j]), cap)
                hashed = scramble(hashed ^ np.uint64(words[j]))
                j += 1
            if total < need:
                break
            out[at] = (hashed >> np.uint64(TEXT_BITS)) << np.uint64(TEXT_BITS) | np.uint64(text)
            at += 1
    return at


@nb.njit(cache=True, nogil=True)
def meet(keys, followers, voice, out):
    """Pair each text of a posting with the next few of other voices; give how many pairs were written.

    Args:
        keys: sorted.
        followers: with how many texts each is paired.
        voice: of each text.
        out: takes pairs, the smaller text in the upper half; full, it takes no more.
    """
    mask = np.uint64((1 << TEXT_BITS) - 1)
    at = 0
    n = keys.shape[0]
    for i in range(n):
        head = keys[i] >> np.uint64(TEXT_BITS)
        a = keys[i] & mask
        j = i + 1
        paired = 0
        looked = 0
        while j < n and paired < followers and looked < 4 * followers and keys[j] >> np.uint64(TEXT_BITS) == head:
            b = keys[j] & mask
            looked += 1
            if a != b and voice[a] != voice[b] and at < out.shape[0]:
                out[at] = a << np.uint64(32) | b
                at += 1
                paired += 1
            j += 1
    return at
