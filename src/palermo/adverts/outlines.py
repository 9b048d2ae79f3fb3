"""Writes the template of every wording of a file at once, out of the words that were read and the text of one advert each."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from palermo.adverts.engine import Grouped
from palermo.adverts.kernels.consensus import SAMPLES, find_consensus
from palermo.adverts.kernels.contacts import contact_tables
from palermo.adverts.kernels.fold import fold_table
from palermo.adverts.kernels.order import LONGEST
from palermo.adverts.kernels.outline import SCANNED, SLOT_BYTES, outline_slice
from palermo.adverts.kernels.words import kinds_of_letters, poses
from palermo.adverts.laying import SLOT
from palermo.adverts.reading import Ints
from palermo.adverts.work import each

_TOGETHER = 1024
"""Templates written into one piece of memory."""

Texts = Callable[[Ints], pa.Array]
"""Gives the texts of some rows, sorted, as strings: the title, a line end and the body."""


class Outlines(NamedTuple):
    """The templates of a file, by number.

    Attributes:
        text: each as text (string) with `[…]` for what differs, contacts, numbers, names and words nobody may weigh.
        texts: how many different texts each has.
    """

    text: pa.Array
    texts: Ints


def outlines(grouped: Grouped, template: Ints, size: int, texts_of: Texts, threads: int = 2) -> Outlines:
    """Write all templates.

    At most eight texts of a template are held against one another, spread over it by their content; the one most like the
    others is kept as it was written, and a word of it stays where at least three in five have it in the same order.

    Args:
        grouped: of the engine.
        template: of each row the number of its template; -1 for none.
        size: how many templates there are.
        texts_of: gives the texts of rows.
        threads: how many threads work; the answer is the same.
    """
    rows = np.flatnonzero(template >= 0)
    number = np.full(len(grouped.texts.row), -1, np.int64)
    number[grouped.texts.of_row[rows]] = template[rows]
    order = np.argsort(number, kind="stable")
    order = order[np.searchsorted(number[order], 0) :]
    starts = np.searchsorted(number[order], np.arange(size + 1))
    corpus = grouped.corpus
    members = grouped.texts.row[order]
    shared = find_consensus(corpus.words, corpus.first, members, starts, samples=SAMPLES, threads=threads)
    by_row = np.argsort(shared.medoid, kind="stable")
    known = (corpus.words, corpus.first, shared.medoid[by_row], shared.stays, shared.starts[by_row])
    written = _written(texts_of(shared.medoid[by_row]), known, threads)
    back = np.empty(size, np.int64)
    back[by_row] = np.arange(size)
    return Outlines(written.take(pa.array(back)), np.diff(starts))


def _written(texts: pa.Array, known: tuple[npt.NDArray[np.generic], ...], threads: int) -> pa.Array:
    cells = texts.cast(pa.large_string())
    if not len(cells):
        return pa.array([], pa.string())
    _, offsets, data = cells.buffers()
    starts = np.frombuffer(offsets, np.int64, len(cells) + 1, cells.offset * 8)
    held = np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(1, np.uint8)
    slot = np.frombuffer(SLOT.encode(), np.uint8)
    tables = (fold_table(), kinds_of_letters(), poses(), contact_tables(), slot)
    room = np.minimum(np.diff(starts), SCANNED) + SLOT_BYTES * (LONGEST + 2)

    def write(first: int, last: int) -> pa.Array:
        out = np.empty(int(room[first:last].sum()), np.uint8)
        ends = np.zeros(last - first + 1, np.int32)
        used = outline_slice(first, last, (held, starts), known, tables, out, ends[1:])
        buffers = pa.py_buffer(ends), pa.py_buffer(out[:used].copy())
        return pc.utf8_trim_whitespace(pa.StringArray.from_buffers(last - first, *buffers))

    pieces = -(-len(cells) // _TOGETHER)
    return pa.concat_arrays(each(write, len(cells), threads, pieces))
