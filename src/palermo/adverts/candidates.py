"""Proposes pairs of texts worth comparing: those that share a stretch of words too improbable to share by chance."""

import numpy as np

from palermo.adverts.weights import Hashes, Ints, Texts

_BASE = np.uint64(0x2545F4914F6CDD1D)
"""Odd, so that its powers never vanish: the base of the running hash."""


def propose(texts: Texts, weights: Ints, need: int, per_posting: int) -> list[tuple[int, int]]:
    """Propose pairs of texts.

    A stretch begins at each word that weighs something and grows until it weighs `need`; texts that hold the same
    stretch meet in a posting, where each is paired with the next `per_posting`, in the order of their numbers.

    Args:
        texts: the texts.
        weights: of `weigh`.
        need: what a stretch must weigh, in thousandths of a nat.
        per_posting: how many followers each text of a posting is paired with, so that no posting costs its square.

    Returns:
        pairs of text numbers, the smaller first, sorted, each once.
    """
    kept = np.flatnonzero(weights > 0)
    if not len(kept):
        return []
    text_of = np.repeat(np.arange(len(texts.starts) - 1), np.diff(texts.starts))[kept]
    found = [_stretches(texts.words[kept], weights[kept], text_of, share) for share in (need, need * 2 // 3)]
    keys = np.concatenate([key for key, _ in found])
    holders = np.concatenate([text for _, text in found])
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (holders[1:] != holders[:-1])
    return _neighbours(keys[fresh], holders[fresh], per_posting)


def _stretches(words: Ints, weights: Ints, text_of: Ints, need: int) -> tuple[Hashes, Ints]:
    """Hash, from each word on, the shortest stretch that weighs `need`; give the hashes and whose they are."""
    sums = np.concatenate([[0], np.cumsum(weights)])
    ends = np.searchsorted(sums, sums[:-1] + need)
    starts = np.arange(len(words))
    whole = ends <= len(words)
    starts, ends = starts[whole], ends[whole]
    inside = text_of[starts] == text_of[ends - 1]
    starts, ends = starts[inside], ends[inside]
    running = np.zeros(len(words) + 1, np.uint64)
    powers = np.cumprod(np.concatenate([[np.uint64(1)], np.full(len(words), _BASE)]), dtype=np.uint64)
    running[1:] = np.cumsum((words.astype(np.uint64) + np.uint64(7)) * powers[1:], dtype=np.uint64)
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    back = np.cumprod(np.concatenate([[np.uint64(1)], np.full(len(words), inverse)]), dtype=np.uint64)
    keys = (running[ends] - running[starts]) * back[starts]
    return keys ^ np.uint64(need), text_of[starts]


def _neighbours(keys: Hashes, holders: Ints, per_posting: int) -> list[tuple[int, int]]:
    pairs = []
    for step in range(1, per_posting + 1):
        if len(keys) <= step:
            break
        same = keys[step:] == keys[:-step]
        pairs.append(np.stack([holders[:-step][same], holders[step:][same]], axis=1))
    if not pairs:
        return []
    found = np.unique(np.concatenate(pairs), axis=0)
    return [(int(a), int(b)) for a, b in found if a != b]
