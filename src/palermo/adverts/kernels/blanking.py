"""Blanks what is not of a hand: the names an advert gives itself, places, and words nobody may weigh."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.words import scramble


@nb.njit(cache=True, nogil=True)
def blank_names(words, first, last, names, whose):
    """Blank the words of the row's own names."""
    name_words, name_starts, name_first = names
    if whose < 0:
        return
    for s in range(name_first[whose], name_first[whose + 1]):
        begin, size = name_starts[s], name_starts[s + 1] - name_starts[s]
        for i in range(first, last - size + 1):
            k = 0
            while k < size and words[i + k] == name_words[begin + k]:
                k += 1
            if k == size:
                for j in range(size):
                    words[i + j] = 0


@nb.njit(cache=True, nogil=True)
def beginning(word, following):
    """Hash how a sequence begins: its first two words, or its only one and a blank."""
    return scramble(np.uint64(word) << np.uint64(32) | np.uint64(following))


@nb.njit(cache=True, nogil=True)
def index_sequences(words, starts, cells, begins):
    """Index sequences of words by how they begin.

    Args:
        words: of all sequences, those that come first in a cell first.
        starts: where each begins; one more than sequences.
        cells: take the hash of a beginning, and its first sequence; and for each sequence the next that begins so.
        begins: takes which lower bits of a word begin any.
    """
    cell_key, cell_first, following = cells
    mask = np.uint64(cell_key.shape[0] - 1)
    for s in range(starts.shape[0] - 2, -1, -1):
        word = words[starts[s]]
        begins[word & np.uint32(begins.shape[0] - 1)] = True
        key = beginning(word, words[starts[s] + 1] if starts[s + 1] - starts[s] > 1 else np.uint32(0))
        at = key & mask
        while cell_key[at] != 0 and cell_key[at] != key:
            at = (at + np.uint64(1)) & mask
        following[s] = cell_first[at] if cell_key[at] == key else -1
        cell_key[at] = key
        cell_first[at] = s


@nb.njit(cache=True, nogil=True)
def _sequence_at(words, i, last, following, places):
    """Find the longest of the sequences that begin with the word at `i` and the one given, and stand there; -1 for none."""
    cell_key, cell_first, next_seq, seq_words, seq_starts, _ = places
    mask = np.uint64(cell_key.shape[0] - 1)
    key = beginning(words[i], following)
    at = key & mask
    while cell_key[at] != 0 and cell_key[at] != key:
        at = (at + np.uint64(1)) & mask
    s = cell_first[at] if cell_key[at] == key else -1
    while s >= 0:
        begin, size = seq_starts[s], seq_starts[s + 1] - seq_starts[s]
        k = 0
        while k < size and i + k < last and words[i + k] == seq_words[begin + k]:
            k += 1
        if k == size:
            return s
        s = next_seq[s]
    return -1


@nb.njit(cache=True, nogil=True)
def blank_places(words, first, last, places):
    """Blank the words of every place's name."""
    seq_starts, begins = places[4], places[5]
    mask = np.uint32(begins.shape[0] - 1)
    i = first
    while i < last:
        step = 1
        if words[i] != 0 and begins[words[i] & mask]:
            s = _sequence_at(words, i, last, words[i + 1], places) if i + 1 < last and words[i + 1] != 0 else -1
            if s < 0:
                s = _sequence_at(words, i, last, np.uint32(0), places)
            if s >= 0:
                step = seq_starts[s + 1] - seq_starts[s]
                words[i : i + step] = 0
        i += step
