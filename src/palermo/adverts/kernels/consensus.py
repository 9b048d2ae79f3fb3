"""Finds for each group of texts the one most like the others, and which of its words most of them share in order."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numba as nb
import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.order import BLOCKS, LONGEST, clear_masks, distinct, in_common, lay, numbered, set_masks

SAMPLES = 8
"""Texts of a group that are held against one another."""
_OF, _KEPT = 5, 3
"""A word stays where at least three in five samples have it."""

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.uint32]


class Consensus(NamedTuple):
    """What the texts of each group share.

    Attributes:
        medoid: for each group the number of the text most like the others; -1 for a group of none.
        stays: 1 for each word of a medoid that stays and 0 for each that is a slot, the groups end to end; at most the
            first 600 words of a text are looked at.
        starts: where the words of each group's medoid begin in `stays`, and the end.
        kept: for each group how many words stay.
    """

    medoid: Ints
    stays: npt.NDArray[np.uint8]
    starts: Ints
    kept: Ints


@nb.njit(cache=True, nogil=True)
def _by_content(words, starts, members, first, last):
    """Give the members of a group in the order of hashes of their words, so that the order they are given in is none."""
    hashes = np.empty(last - first, np.uint64)
    for k in range(first, last):
        text = members[k]
        hashed = np.uint64(0x9E3779B97F4A7C15) + np.uint64(starts[text + 1] - starts[text])
        for i in range(starts[text], min(starts[text + 1], starts[text] + LONGEST)):
            hashed = (hashed ^ np.uint64(words[i])) * np.uint64(0x9FB21C651E98DF25)
            hashed ^= hashed >> np.uint64(29)
        hashes[k - first] = hashed
    return np.argsort(hashes, kind="mergesort")


@nb.njit(cache=True, nogil=True)
def _medoid(ids, first, count, masks):
    """Give the sample with most words in common with the others; of equals the shortest, then the first."""
    sums = np.zeros(count, np.int64)
    for a in range(count - 1):
        set_masks(ids, first[a], first[a + 1], masks)
        for b in range(a + 1, count):
            common = in_common(masks, first[a + 1] - first[a], ids, first[b], first[b + 1])
            sums[a] += common
            sums[b] += common
        clear_masks(ids, first[a], first[a + 1], masks)
    best = 0
    for a in range(1, count):
        shorter = first[a + 1] - first[a] < first[best + 1] - first[best]
        if sums[a] > sums[best] or (sums[a] == sums[best] and shorter):
            best = a
    return best


@nb.njit(cache=True, nogil=True)
def _vote(ids, first, count, best, masks, scratch):
    """Count for each word of the medoid how many samples have it in order, itself among them."""
    rows, met, votes = scratch
    begin, size = first[best], first[best + 1] - first[best]
    for i in range(size):
        votes[i] = 1 if ids[begin + i] >= 0 else 0
    set_masks(ids, begin, begin + size, masks)
    for b in range(count):
        if b != best:
            lay(masks, size, ids, first[b], first[b + 1], rows, met)
            for i in range(first[b + 1] - first[b]):
                if met[i] >= 0:
                    votes[met[i]] += 1
    clear_masks(ids, begin, begin + size, masks)


@nb.njit(cache=True, nogil=True)
def _number_samples(texts, members, chosen, ids, first):
    """Number the words of the samples, end to end, by a vocabulary of their own."""
    words, starts = texts
    at = 0
    gathered = np.empty(ids.shape[0], np.int64)
    for k in range(chosen.shape[0]):
        begin = starts[members[chosen[k]]]
        end = min(starts[members[chosen[k]] + 1], begin + LONGEST)
        first[k] = at
        gathered[at : at + end - begin] = words[begin:end]
        at += end - begin
    first[chosen.shape[0]] = at
    vocabulary = distinct(gathered[:at])
    numbered(gathered, 0, at, vocabulary, ids, 0)


@nb.njit(cache=True, nogil=True)
def consensus_slice(texts, groups, part, out):
    """Work out some groups.

    Args:
        texts: words, and where each text begins.
        groups: text numbers, and where each group begins in them.
        part: the first group, the one after the last, and the most samples of a group.
        out: takes for each group its medoid, where its words go, whether each stays, how many stay.
    """
    words, starts = texts
    members, member_starts = groups
    from_group, to_group, most = part
    medoid, room, stays, kept = out
    masks = np.zeros((most * LONGEST, BLOCKS), np.uint64)
    rows = np.empty((LONGEST, BLOCKS), np.uint64)
    met = np.empty(LONGEST, np.int64)
    votes = np.empty(LONGEST, np.int64)
    ids = np.empty(most * LONGEST, np.int64)
    first = np.empty(most + 1, np.int64)
    for g in range(from_group, to_group):
        begin, many = member_starts[g], member_starts[g + 1] - member_starts[g]
        if many == 0:
            medoid[g] = -1
            continue
        order = _by_content(words, starts, members, begin, begin + many)
        count = min(many, most)
        chosen = np.empty(count, np.int64)
        for k in range(count):
            chosen[k] = begin + order[k * many // count]
        _number_samples(texts, members, chosen, ids, first)
        best = _medoid(ids, first, count, masks)
        _vote(ids, first, count, best, masks, (rows, met, votes))
        medoid[g] = members[chosen[best]]
        for i in range(first[best + 1] - first[best]):
            if votes[i] * _OF >= count * _KEPT:
                stays[room[g] + i] = 1
                kept[g] += 1


def find_consensus(
    words: Ints | Numbers, starts: Ints, members: Ints, member_starts: Ints, *, samples: int = SAMPLES, threads: int = 1
) -> Consensus:
    """Find the medoid of each group of texts and which of its words stay.

    Args:
        words: the words of all texts end to end, 0 for what is an advert's own; text n is `words[starts[n]:starts[n + 1]]`.
        starts: where each text begins, and the end.
        members: the text numbers of all groups end to end.
        member_starts: where each group begins in `members`, and the end.
        samples: how many texts of a group are held against one another, spread over it by their content.
        threads: how many to run on; the answer is the same.
    """
    groups = len(member_starts) - 1
    size = np.minimum(np.diff(starts), LONGEST)
    room = np.zeros(groups + 1, np.int64)
    filled = np.diff(member_starts) > 0
    if filled.any():
        room[1:][filled] = np.maximum.reduceat(size[members], member_starts[:-1][filled])
    room = np.cumsum(room)
    medoid, kept = np.empty(groups, np.int64), np.zeros(groups, np.int64)
    stays = np.zeros(int(room[-1]), np.uint8)
    cuts = np.searchsorted(member_starts, np.linspace(0, len(members), threads + 1)[1:-1])
    bounds = [0, *(int(cut) for cut in cuts), groups]

    def work(n: int) -> None:
        part = (bounds[n], max(bounds[n], bounds[n + 1]), samples)
        consensus_slice((words, starts), (members, member_starts), part, (medoid, room, stays, kept))

    if threads == 1:
        work(0)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, range(threads)))
    length = np.where(medoid >= 0, size[np.maximum(medoid, 0)] if len(size) else 0, 0)
    ends = np.concatenate([[0], np.cumsum(length)]).astype(np.int64)
    taken = np.arange(int(ends[-1])) + np.repeat(room[:-1] - ends[:-1], length)
    return Consensus(medoid, stays[taken], ends, kept)
