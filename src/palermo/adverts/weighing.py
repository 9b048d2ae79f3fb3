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

_MOST_BITS = 28
"""A table of runs has no more cells than this says: a gigabyte, which serves some millions of adverts."""


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
    tables = _tables(total)
    order = np.argsort(voice, kind="stable")
    uses = (order, voice[order])
    shape = (texts.first, texts.size)
    each(lambda which, _: count(corpus.words, shape, uses, tables, which), 2, figures.threads, 2)
    seen = float(int(voice.max(initial=-1)) + 1 + int(np.count_nonzero(tables[0])))
    weights = np.empty(total, np.uint16)
    chances = (max(seen, 1.0), figures.believe, figures.heaviest, figures.believe_far)
    placed, table = (*shape, where), logs()
    each(
        lambda a, b: weigh(corpus.words, placed, tables, chances, a, b, table, weights, 1), len(voice), figures.threads
    )
    return weights


def _tables(words: int) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Give empty tables for so many words: for single words, and for runs of two, three and four."""
    bits = max(16, int(2 * words).bit_length())
    sizes = (max(14, min(24, bits - 4)), *(max(16, min(_MOST_BITS, bits - fewer)) for fewer in (2, 1, 1)))
    one, two, three, four = (np.zeros(1 << size, np.uint32) for size in sizes)
    return one, two, three, four
