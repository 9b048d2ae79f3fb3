"""Weighs the words of every text and keeps those that tell something."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.align import weigh_whole
from palermo.adverts.kernels.counts import count, logs, weigh
from palermo.adverts.kernels.manner import usual_marks
from palermo.adverts.kernels.stretches import count_telling, keep_telling
from palermo.adverts.parameters import GroupingParameters
from palermo.adverts.reading import Corpus, Ints, Numbers
from palermo.adverts.voices import Texts
from palermo.adverts.work import each

Weights = npt.NDArray[np.uint16]
Kept = tuple[Ints, Numbers, Weights, Numbers, Numbers]
_SHARES = 2
"""Parts of the cells, each counted by one thread at a time."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The words that tell something.

    Attributes:
        kept: first kept word of each text, kept words, their weights, the words before and after each.
        whole: what each text weighs in all.
        mark: by which marks each text sets off its phrases; 0 for none.
    """

    kept: Kept
    whole: Ints
    mark: npt.NDArray[np.uint8]


def weigh_texts(corpus: Corpus, texts: Texts, voice: Ints, figures: GroupingParameters) -> Weighed:
    """Weigh every text against all voices but its own."""
    where = np.concatenate([[0], np.cumsum(texts.size)]).astype(np.int64)
    weights = _weights(corpus, texts, (voice, where), figures)
    shape = (texts.first, texts.size, where)
    size = len(texts.first)
    many = np.zeros(size, np.int64)
    each(lambda a, b: count_telling(shape, weights, figures.least, a, b, many), size, figures.threads)
    first = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    total = int(first[-1])
    kept = (
        first,
        np.empty(total, np.uint32),
        np.empty(total, np.uint16),
        np.empty(total, np.uint32),
        np.empty(total, np.uint32),
    )
    each(lambda a, b: keep_telling(corpus.words, shape, weights, figures.least, a, b, kept), size, figures.threads)
    whole = np.zeros(size, np.int64)
    weigh_whole(kept, whole)
    mark = np.zeros(size, np.uint8)
    each(lambda a, b: usual_marks(corpus.marks, shape, weights, figures.least, a, b, mark), size, figures.threads)
    return Weighed(kept, whole, mark)


def _weights(corpus: Corpus, texts: Texts, layout: tuple[Ints, Ints], figures: GroupingParameters) -> Weights:
    voice, where = layout
    total = int(where[-1])
    bits = max(16, int(2 * total).bit_length())
    ones_bits = max(14, min(24, bits - 4))
    ones, more = np.zeros(1 << ones_bits, np.uint64), np.zeros(1 << bits, np.uint64)
    order = np.argsort(voice, kind="stable")
    uses = (order, voice[order])
    downs = (ones_bits - 1, bits - 1)

    def tally(start: int, end: int) -> None:
        for share in range(start, end):
            count(corpus.words, (texts.first, texts.size), uses, (ones, more), (share, *downs))

    each(tally, _SHARES, figures.threads, _SHARES)
    seen = float(int(voice.max(initial=-1)) + 1 + int(np.count_nonzero(ones)))
    weights = np.empty(total, np.uint16)
    chances = (max(seen, 1.0), figures.believe, figures.heaviest, figures.believe_far)
    shape = (texts.first, texts.size, where)
    table = logs()
    each(
        lambda a, b: weigh(corpus.words, shape, (ones, more), chances, a, b, table, weights, 1),
        len(voice),
        figures.threads,
    )
    return weights
