"""Gathers the distinct texts of a group into wordings: each text joins the medoid it shares at least half its words with.

Leaders are found in a sample of texts spread by content, the most used first; each leader's followers give a medoid, and
every text joins the medoid it is most like. What joins none is looked at again, a few times over; so the work grows with
the number of texts, not with its square, and the order of the adverts is none. A group of hundreds of wordings of a few
adverts each, which nobody could read, is so told by some of them.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.cutting import Cut
from palermo.adverts.kernels.consensus import find_consensus
from palermo.adverts.kernels.order import distinct, numbered
from palermo.adverts.kernels.places import taken, telling_words, text_keys
from palermo.adverts.kernels.slots import gather

Ints = npt.NDArray[np.int64]

_SAMPLED = 512
"""Texts among which leaders are looked for at once."""
_MOST_USED = 128
_ROUNDS, _LEADERS = 4, 32
"""How often leaders are looked for, and how many wordings are taken each time, the largest."""
_COMPARED = 24
"""Texts a medoid is found among."""


class Texts(NamedTuple):
    """The distinct texts of adverts, in the order of their content.

    Attributes:
        words: their words end to end.
        starts: where each begins, and the end.
        uses: how many adverts have it.
        first: the first advert that has it.
        of: the text of each advert.
    """

    words: Ints
    starts: Ints
    uses: Ints
    first: Ints
    of: Ints


class Gathered(NamedTuple):
    """Texts of one wording, and the one most like the others."""

    texts: Ints
    medoid: int


def distinct_texts(found: Cut) -> Texts:
    """Find the distinct texts of adverts, blanks alike."""
    keys = np.empty(len(found.starts) - 1, np.uint64)
    text_keys(found.words, found.starts, keys)
    _, first, of, uses = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    words, starts = taken(found.words, found.starts, first)
    return Texts(words, starts, uses.astype(np.int64), first, of.astype(np.int64))


def gather_texts(texts: Texts) -> list[Gathered]:
    """Gather texts into wordings of at least two adverts, the most used first."""
    telling = telling_words(texts.words, texts.starts)
    order = np.lexsort((np.arange(len(telling)), -texts.uses))
    left = order[telling[order] > 0]
    found: list[Gathered] = []
    for _ in range(_ROUNDS):
        medoids = _medoids(texts, _sample(left))
        if not len(medoids):
            break
        placed = _placed(texts, medoids, left)
        found += [Gathered(left[placed == n], medoid) for n, medoid in enumerate(medoids.tolist())]
        left = left[placed < 0]
    shared = [wording for wording in found if int(texts.uses[wording.texts].sum()) > 1]
    return sorted(shared, key=lambda wording: (-int(texts.uses[wording.texts].sum()), wording.medoid))


def _sample(left: Ints) -> Ints:
    """Take the most used of the texts left, and others spread over the rest."""
    if len(left) <= _SAMPLED:
        return left
    rest = left[_MOST_USED:]
    spread = _SAMPLED - _MOST_USED
    return np.concatenate([left[:_MOST_USED], rest[np.arange(spread) * len(rest) // spread]])


def _medoids(texts: Texts, sample: Ints) -> Ints:
    """Find leaders in a sample and give the medoids of the largest wordings round them, of two adverts at least."""
    if not len(sample):
        return sample
    leaders = np.empty(len(sample), np.int64)
    count, placed = _gather(texts, sample, np.arange(len(sample)), leaders, 0)
    adverts = np.bincount(placed, weights=texts.uses[sample], minlength=count).astype(np.int64)
    largest = [n for n in np.lexsort((np.arange(count), -adverts)).tolist() if adverts[n] > 1][:_LEADERS]
    members = [np.repeat(chosen, texts.uses[chosen]) for chosen in (np.sort(sample[placed == n]) for n in largest)]
    starts = np.concatenate([[0], np.cumsum([len(found) for found in members])]).astype(np.int64)
    flat = np.concatenate([*members, np.zeros(0, np.int64)])
    return find_consensus(texts.words, texts.starts, flat, starts, samples=_COMPARED).medoid


def _placed(texts: Texts, medoids: Ints, left: Ints) -> Ints:
    """Give the place of the medoid that each text joins, or -1."""
    both = np.concatenate([medoids, left])
    leaders = np.arange(len(medoids))
    return _gather(texts, both, np.arange(len(medoids), len(both)), leaders, len(medoids))[1]


def _gather(texts: Texts, chosen: Ints, placed: Ints, leaders: Ints, count: int) -> tuple[int, Ints]:
    words, starts = taken(texts.words, texts.starts, chosen)
    led = words if not count else words[: starts[count]]
    ids = np.empty(len(words), np.int64)
    numbered(words, 0, len(words), distinct(led), ids, 0)
    out = np.empty(len(placed), np.int64)
    telling = telling_words(words, starts)
    count = gather(ids, starts, (placed, telling), leaders, (count, len(leaders)), out)
    return count, out


def phrases(begins: npt.NDArray[np.uint8], words: Ints) -> tuple[Ints, Ints]:
    """Give the phrase of each word, -1 for blanks, and how many words each phrase has; those of blanks alone have none."""
    of_word = np.where(words != 0, np.cumsum(begins) - 1, -1).astype(np.int64)
    return of_word, np.bincount(of_word[of_word >= 0], minlength=int(begins.sum())).astype(np.int64)
