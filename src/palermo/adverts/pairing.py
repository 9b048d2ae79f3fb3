"""Proposes pairs of texts worth laying side by side, and scores them."""

from dataclasses import dataclass

import numpy as np

from palermo.adverts.kernels.align import align_all
from palermo.adverts.kernels.stretches import meet, stretches
from palermo.adverts.logarithm import log_of
from palermo.adverts.parameters import GroupingParameters
from palermo.adverts.reading import Hashes, Ints
from palermo.adverts.weighing import Kept
from palermo.adverts.work import distinct, each, posting, sorted_hashes

_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of texts, the smaller number first, sorted, each once, and what each shares, in thousandths of a nat."""

    a: Ints
    b: Ints
    score: Ints


def need(size: int, figures: GroupingParameters) -> int:
    """Say what a shared stretch must weigh among so many texts."""
    return max(1000, log_of(max(size, 2)) * 5 // 4 + figures.stretch)


def propose(kept: Kept, party: Ints, figures: GroupingParameters) -> Hashes:
    """Pair texts of different parties that share an improbable stretch; pairs packed, the smaller text in the upper half."""
    size = len(party)
    must = need(size, figures)

    def keys_of(start: int, end: int) -> Hashes:
        out = np.empty(int(kept[0][end] - kept[0][start]), np.uint64)
        return out[: stretches(kept, must, figures.stretch_cap, start, end, out)].copy()

    keys = sorted_hashes(each(keys_of, size, figures.threads), figures.threads)

    def pairs_of(start: int, end: int) -> Hashes:
        begin, after = posting(keys, start), posting(keys, end)
        out = np.empty((after - begin) * figures.followers, np.uint64)
        return distinct(out[: meet(keys[begin:after], figures.followers, party, out)].copy())

    found = each(pairs_of, len(keys), figures.threads)
    return distinct(np.concatenate(found)) if found else np.empty(0, np.uint64)


def copies_apart(copy: Ints, party: Ints) -> Hashes:
    """Pair each text with the first of its whole copies, where they are of different parties."""
    texts = np.flatnonzero(copy != np.arange(len(copy)))
    texts = texts[party[texts] != party[copy[texts]]]
    return pack(copy[texts], texts)


def pack(a: Ints, b: Ints) -> Hashes:
    """Pack pairs of texts, the smaller in the upper half."""
    return np.asarray(np.minimum(a, b).astype(np.uint64) << _HALF | np.maximum(a, b).astype(np.uint64))


def score(kept: Kept, packed: Hashes, threads: int) -> Pairs:
    """Lay pairs side by side."""
    scores = np.empty(len(packed), np.int64)
    each(lambda a, b: align_all(kept, packed, a, b, scores), len(packed), threads, 16 * threads)
    return Pairs((packed >> _HALF).astype(np.int64), (packed & _LOW).astype(np.int64), scores)
