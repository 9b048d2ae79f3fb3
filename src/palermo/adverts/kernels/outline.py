"""Writes templates out of the texts they were found in, compiled: the words that stay as they were written, slots for the rest."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contacts import find_contacts
from palermo.adverts.kernels.fold import fold_text
from palermo.adverts.kernels.order import LONGEST
from palermo.adverts.kernels.places import LETTERS, cut_one

CONTACTS = 64
SLOT_BYTES = 5
"""What a slot takes in UTF-8."""
SCANNED = 4 * LETTERS
"""Bytes looked at of one text."""


@nb.njit(cache=True, nogil=True)
def _byte_of(data, start, end, out):
    """Write for each character of a text where its bytes begin; gives how many characters there are."""
    chars = 0
    for n in range(start, end):
        if data[n] & 0xC0 != 0x80:
            out[chars] = n
            chars += 1
    out[chars] = end
    return chars


@nb.njit(cache=True, nogil=True)
def _matched(words, size, corpus, first, last, stays, at, keeps):
    """Say of each word of a text whether it stays, by what is known of the same text's words with its own names blanked."""
    j = first
    for k in range(size):
        while j < last and corpus[j] == 0:
            j += 1
        keeps[k] = False
        if words[k] != 0 and j < last and np.int64(corpus[j]) == words[k]:
            keeps[k] = stays[at + j - first] != 0
            j += 1


@nb.njit(cache=True, nogil=True)
def _put(data, start, end, out, at):
    for n in range(start, end):
        out[at] = data[n]
        at += 1
    return at


@nb.njit(cache=True, nogil=True)
def _written(data, ends, places, size, keeps, slot, out, at):
    """Write one template behind `out[:at]`; gives the new end."""
    here, last, longer = ends
    k = 0
    while k < size:
        begin = max(here, places[k, 0])
        kept = keeps[k]
        while k + 1 < size and keeps[k + 1] == kept:
            k += 1
        end = max(begin, places[k, 1])
        at = _put(data, here, end if kept else begin, out, at)
        if not kept:
            at = _put(slot, 0, slot.shape[0], out, at)
        here = end
        k += 1
    if longer:
        if size == 0 or keeps[size - 1]:
            at = _put(slot, 0, slot.shape[0], out, at)
    elif size and keeps[size - 1]:
        at = _put(data, here, last, out, at)
    return at


@nb.njit(cache=True, nogil=True)
def outline_slice(first, last, cells, known, tables, out, ends):
    """Write some templates.

    Args:
        first: the first.
        last: the one after the last.
        cells: bytes of the texts the templates are made from, end to end, and where each begins.
        known: words of all rows and where each row's begin, the row of each of these texts, and for each template where
            its words begin among the flags that say which stay.
        tables: fold table, kinds of letters, posed letters, tables of the contact reader, the bytes of a slot.
        out: takes the bytes.
        ends: takes for each template where its bytes end.
    """
    data, starts = cells
    corpus, corpus_first, rows, stays, stays_first = known
    folds, kinds, posed, reader, slot = tables
    letters, origin = np.empty(LETTERS, np.int32), np.empty(LETTERS, np.int32)
    start, end, key = np.empty(CONTACTS, np.int64), np.empty(CONTACTS, np.int64), np.empty(CONTACTS, np.uint64)
    value = np.zeros(CONTACTS, np.int64)
    words, spelt, word_kinds = np.empty(LONGEST, np.int64), np.empty(LONGEST, np.uint64), np.empty(LONGEST, np.uint8)
    places, begins = np.empty((LONGEST, 2), np.int32), np.empty(LONGEST, np.uint8)
    spots = np.empty((LONGEST, 2), np.int64)
    keeps = np.zeros(LONGEST, np.bool_)
    byte_of = np.empty(SCANNED + 1, np.int64)
    at = 0
    for t in range(first, last):
        begin, stop = starts[t], min(starts[t + 1], starts[t] + SCANNED)
        n = fold_text(data, begin, stop, folds, letters, origin, 0, 0)
        _byte_of(data, begin, stop, byte_of)
        count = find_contacts(letters, n, reader, start, end, key)
        size, reached = cut_one(
            letters, n, (start, end, value, 0, count), (kinds, posed), (words, spelt, word_kinds, places, begins), 0
        )
        row = rows[t]
        _matched(words, size, corpus, corpus_first[row], corpus_first[row + 1], stays, stays_first[t], keeps)
        for k in range(size):
            spots[k, 0] = byte_of[origin[places[k, 0]]]
            spots[k, 1] = byte_of[origin[places[k, 1] - 1] + 1]
        longer = reached < n or n == LETTERS or stop < starts[t + 1]
        at = _written(data, (begin, stop, longer), spots, size, keeps, slot, out, at)
        ends[t - first] = at
    return at
