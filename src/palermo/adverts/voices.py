"""Gives every distinct text a number, finds whole copies, and says which texts speak with one voice."""

from dataclasses import dataclass

import numpy as np

from palermo.adverts.kernels.contacts_graph import flatten, join_pairs
from palermo.adverts.kernels.copies import BANDS, copy_keys, find_copies, near_copies
from palermo.adverts.reading import Corpus, Hashes, Ints
from palermo.adverts.work import distinct, each, posting, sorted_hashes

_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Texts:
    """The distinct texts, in the order of their hashes, so that no order of rows shows.

    Attributes:
        of_row: the text of each row; -1 where it has none.
        row: a row with each text, the one with the smallest hash.
        first: its first word in the corpus.
        size: its number of words.
        copy: the first text among whole copies of each text.
    """

    of_row: Ints
    row: Ints
    first: Ints
    size: Ints
    copy: Ints


def number_texts(corpus: Corpus, threads: int) -> Texts:
    """Number the distinct texts and join whole copies."""
    order = np.lexsort((corpus.row, corpus.text)) if len(corpus.text) else np.empty(0, np.int64)
    ranked = corpus.text[order]
    fresh = np.ones(len(ranked), dtype=bool)
    fresh[1:] = ranked[1:] != ranked[:-1]
    of_row = np.empty(len(ranked), np.int64)
    of_row[order] = np.cumsum(fresh) - 1
    row = order[fresh]
    if len(row) and corpus.text[row[0]] == 0:
        of_row -= 1
        row = row[1:]
    first, size = corpus.first[row], corpus.first[row + 1] - corpus.first[row]
    copy = _copies(corpus, first, size, threads)
    return Texts(of_row, row, first, size, copy)


def _copies(corpus: Corpus, first: Ints, size: Ints, threads: int) -> Ints:
    def keys_of(start: int, end: int) -> Hashes:
        out = np.empty((end - start) * BANDS, np.uint64)
        return out[: copy_keys(corpus.words, (first, size), start, end, out)].copy()

    keys = sorted_hashes(each(keys_of, len(first), threads), threads)

    def pairs_of(start: int, end: int) -> Hashes:
        begin, after = posting(keys, start), posting(keys, end)
        out = np.empty(2 * (after - begin), np.uint64)
        return distinct(out[: near_copies(keys[begin:after], out)].copy())

    found = each(pairs_of, len(keys), threads)
    pairs = distinct(np.concatenate(found)) if found else np.empty(0, np.uint64)
    same = np.zeros(len(pairs), dtype=bool)
    each(lambda a, b: find_copies(corpus.words, (first, size), pairs, a, b, same), len(pairs), threads)
    pairs = pairs[same]
    parent = np.arange(len(first))
    join_pairs((pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64), parent)
    return np.asarray(flatten(parent))


def voices(texts: Texts, same_contact: Ints) -> Ints:
    """Say which texts speak with one voice: those that contacts or whole copies join; numbered from 0.

    Args:
        texts: of `number_texts`.
        same_contact: for each row the first row of those that contacts join it with.

    Returns:
        the voice of each text.
    """
    part = same_contact.copy()
    rows = np.flatnonzero(texts.of_row >= 0)
    copy = texts.copy[texts.of_row[rows]]
    join_pairs(texts.row[copy], rows, part)
    flatten(part)
    return np.asarray(np.unique(part[texts.row], return_inverse=True)[1], dtype=np.int64)
