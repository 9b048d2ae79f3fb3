"""Tells which perceptual hashes are of one picture: those that differ in few of their 64 bits."""

from collections import defaultdict
from collections.abc import Iterable

from palermo.kit.unions import Unions

_MANY = 400
"""A band shared by more hashes than this says nothing (all dark, all light): its members meet by other bands or not."""


def merge_hashes(hashes: Iterable[str], bits: int) -> dict[str, str]:
    """Merge the hashes of one picture.

    Args:
        hashes: 16 hexadecimal digits each; others are left out.
        bits: how many of 64 bits may differ.

    Returns:
        for every hash the smallest hash of its picture.
    """
    numbers = {text: number for text in sorted(set(hashes)) if (number := _number(text)) is not None}
    same: Unions[str] = Unions(numbers)
    for bucket in _buckets(numbers, bits).values():
        for n, a in enumerate(bucket):
            for b in bucket[n + 1 :]:
                if (numbers[a] ^ numbers[b]).bit_count() <= bits:
                    same.join(a, b)
    return {text: same.find(text) for text in numbers}


def apart(a: str, b: str) -> int:
    """Count the bits in which two hashes differ."""
    return (int(a, 16) ^ int(b, 16)).bit_count()


def _number(text: str) -> int | None:
    try:
        return int(text, 16) if len(text) == 16 else None
    except ValueError:
        return None


def _buckets(numbers: dict[str, int], bits: int) -> dict[tuple[int, int], list[str]]:
    """Put hashes that share one of `bits + 1` bands together: two that differ in at most `bits` bits share at least one."""
    bands = bits + 1
    edges = [64 * n // bands for n in range(bands + 1)]
    buckets: dict[tuple[int, int], list[str]] = defaultdict(list)
    for text, number in numbers.items():
        for n in range(bands):
            buckets[n, (number >> edges[n]) & ((1 << (edges[n + 1] - edges[n])) - 1)].append(text)
    return {band: found for band, found in buckets.items() if 1 < len(found) <= _MANY}
