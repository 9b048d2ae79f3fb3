"""Shares work among threads: kernels let go of Python's lock, so that two slices run on two cores."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")
Hashes = npt.NDArray[np.uint64]


def shares(size: int, pieces: int) -> list[tuple[int, int]]:
    """Cut `size` things into pieces of nearly one size; give the first and the one after the last of each."""
    ends = [size * n // pieces for n in range(pieces + 1)]
    return [(a, b) for a, b in pairwise(ends) if b > a]


def each(work: Callable[[int, int], T], size: int, threads: int, pieces: int = 0) -> list[T]:
    """Do a work for every share; the answers come in the order of the shares."""
    cut = shares(size, pieces or 4 * threads)
    if threads < 2 or len(cut) < 2:
        return [work(a, b) for a, b in cut]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda share: work(*share), cut))


def sorted_hashes(parts: list[Hashes], threads: int) -> Hashes:
    """Sort hashes: by their upper bits into buckets, each sorted on its own.

    The lists are taken apart as they are read, so that no more than about twice their size is held.
    """
    size = sum(len(part) for part in parts)
    if not size:
        return np.empty(0, np.uint64)
    whole = np.concatenate(parts)
    parts.clear()
    if threads < 2 or size < 100_000:
        whole.sort()
        return whole
    middle = np.uint64(1 << 63)
    low = whole < middle
    halves = [whole[low], whole[~low]]
    del whole, low
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(np.ndarray.sort, halves))
    return np.concatenate(halves)


def distinct(values: Hashes) -> Hashes:
    """Sort hashes in place and give each once; NumPy's own way goes through a table, which takes ten times as long."""
    values.sort()
    if len(values) < 2:
        return values
    fresh = np.empty(len(values), dtype=bool)
    fresh[0] = True
    np.not_equal(values[1:], values[:-1], out=fresh[1:])
    return values[fresh]


def scattered(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Put texts in an order in which neighbours have nothing to do with one another, always the same: by number like ones are near."""
    mixed = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return numbers[np.argsort(mixed ^ mixed >> np.uint64(32), kind="stable")]


def posting(keys: Hashes, at: int) -> int:
    """Move a place in sorted keys back to where its posting begins, so that no posting is cut in two.

    A key is 40 bits of hash, then the number of the text.
    """
    if at >= len(keys):
        return len(keys)
    head = keys[at] >> np.uint64(24) << np.uint64(24)
    return int(np.searchsorted(keys, head))
