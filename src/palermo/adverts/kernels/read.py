"""Reads adverts batch by batch: folds title and body, finds the contacts, cuts what is left into words."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.blanking import blank_names, blank_places
from palermo.adverts.kernels.contacts import find_contacts
from palermo.adverts.kernels.fold import fold_text
from palermo.adverts.kernels.words import LONGEST, cut, scramble

BODY = 1 << 24
"""Characters of the body are counted from here, those of the title from 0."""
LETTERS = 1 << 16
"""Letters read of one advert."""
CONTACTS = 64
"""Contacts read of one advert."""
CELL = 1 << 12
"""Letters read of one cell that holds contacts alone."""
_OWN = np.uint64(48)
"""Bits of a text's hash that are of all its words in order."""
_AROUND = 3
_TELLING = 3


@nb.njit(cache=True, nogil=True)
def bytes_hash(data, start, end, seed):
    """Hash a stretch of bytes."""
    hashed = np.uint64(seed) ^ np.uint64(0x9E3779B97F4A7C15)
    n = start
    while n + 8 <= end:
        word = np.uint64(0)
        for k in range(8):
            word |= np.uint64(data[n + k]) << np.uint64(8 * k)
        hashed = (hashed ^ word) * np.uint64(0x9FB21C651E98DF25)
        hashed ^= hashed >> np.uint64(32)
        n += 8
    word = np.uint64(end - start)
    while n < end:
        word = (word << np.uint64(8)) | np.uint64(data[n])
        n += 1
    return scramble((hashed ^ word) * np.uint64(0x9FB21C651E98DF25))


@nb.njit(cache=True, nogil=True)
def _words_hash(words, first, last):
    """Hash the words of a text; 0 where there are none.

    The upper bits are those of the smallest hash of its runs of three words, which texts have in common as often as runs: so
    texts that share much come near one another in the order of their hashes, and the processor finds in its cache what they share.
    """
    if first == last:
        return np.uint64(0)
    hashed = np.uint64(last - first)
    smallest = ~np.uint64(0)
    a = np.uint64(0)
    b = np.uint64(0)
    for i in range(first, last):
        w = np.uint64(words[i])
        hashed = (hashed ^ w) * np.uint64(0x9FB21C651E98DF25)
        hashed ^= hashed >> np.uint64(29)
        smallest = min(smallest, scramble((a << np.uint64(32) | b) + w * np.uint64(0x9E3779B97F4A7C15)))
        a = b
        b = w
    return (smallest >> _OWN) << _OWN | scramble(hashed) >> (np.uint64(64) - _OWN)


@nb.njit(cache=True, nogil=True)
def _and_contacts(hashed, key, count):
    """Add the contacts of a row to a hash of its words."""
    for s in range(count):
        hashed = scramble(hashed ^ key[s])
    return hashed


@nb.njit(cache=True, nogil=True)
def _given_spans(given, row, origin, n, start, end, key):
    """Lay the stretches that are known to be contacts over the folded letters of a row."""
    starts, first_char, last_char, keys = given
    count = 0
    for g in range(starts[row], starts[row + 1]):
        if count == start.shape[0]:
            break
        if first_char[g] < 0:  # of the contact column: nothing to blank
            start[count] = n
            end[count] = n
            key[count] = keys[g]
            count += 1
            continue
        low = np.searchsorted(origin[:n], first_char[g])
        high = np.searchsorted(origin[:n], last_char[g])
        start[count] = low
        end[count] = high
        key[count] = keys[g]
        count += 1
    return count


@nb.njit(cache=True, nogil=True)
def _sort_spans(start, end, key, count):
    for i in range(1, count):
        a, b, c = start[i], end[i], key[i]
        j = i - 1
        while j >= 0 and start[j] > a:
            start[j + 1], end[j + 1], key[j + 1] = start[j], end[j], key[j]
            j -= 1
        start[j + 1], end[j + 1], key[j + 1] = a, b, c


@nb.njit(cache=True, nogil=True)
def _close_blanks(words, marks, first, last, place, count):
    """Make several blanks in a row one; give the new end, and move the marks and the places of spans with it."""
    at = first
    s = 0
    for i in range(first, last):
        if words[i] != 0 or at == first or words[at - 1] != 0:
            words[at] = words[i]
            marks[at] = marks[i]
            at += 1
        while s < count and place[s] <= i:
            if place[s] == i:
                place[s] = at - 1
            s += 1
    return at


@nb.njit(cache=True, nogil=True)
def _context(words, first, last, place):
    """Hash the words before a contact, or, where too few stand there to tell anything, those after it; else 0."""
    if place < 0:
        return np.uint64(0)
    for begin, end in ((max(first, place - _AROUND), place), (place + 1, min(last, place + 1 + _AROUND))):
        hashed = np.uint64(begin < place)
        seen = 0
        for i in range(begin, end):
            seen += words[i] != 0
            hashed = scramble(hashed * np.uint64(0x9E3779B97F4A7C15) + np.uint64(words[i]))
        if seen >= _TELLING:
            return hashed
    return np.uint64(0)


@nb.njit(cache=True, nogil=True)
def read_slice(first_row, last_row, cells, own, tables, out, contacts):
    """Read the rows from `first_row` on, before `last_row`.

    Args:
        first_row: the first row of the batch to read.
        last_row: the row after the last.
        cells: title offsets and bytes, body offsets and bytes, id offsets and bytes.
        own: for each row the number of its persona's name, the names, the places, and contacts given (see below).
        tables: fold table, kinds of letters, posed letters, tables of the contact reader, whether contacts are given.
        out: takes words, the marks before each, and for each row its first word, a hash of its words, and one of its id, words
            and contacts.
        contacts: takes for each contact its row, key and the hash of the words around it.

    Returns:
        how many words and how many contacts were written.
    """
    title_at, title_data, body_at, body_data, id_at, id_data = cells
    persona, names, places, given = own
    folds, kinds, posed, reader, is_given = tables
    words, marks, word_first, text_hash, row_hash = out
    contact_row, contact_key, contact_around = contacts
    letters = np.empty(LETTERS, np.int32)
    origin = np.empty(LETTERS, np.int32)
    start = np.empty(CONTACTS, np.int64)
    end = np.empty(CONTACTS, np.int64)
    key = np.empty(CONTACTS, np.uint64)
    place = np.empty(CONTACTS, np.int64)
    at = 0
    found = 0
    for row in range(first_row, last_row):
        n = fold_text(title_data, title_at[row], title_at[row + 1], folds, letters, origin, 0, 0)
        if n and n < LETTERS:
            letters[n] = 10
            origin[n] = BODY - 1
            n += 1
        n = fold_text(body_data, body_at[row], body_at[row + 1], folds, letters, origin, n, BODY)
        if is_given:
            count = _given_spans(given, row, origin, n, start, end, key)
        else:
            count = find_contacts(letters, n, reader, start, end, key)
        _sort_spans(start, end, key, count)
        begin = at
        at = cut(letters, n, (start, end, count), kinds, posed, (words, marks), at, LONGEST, place)
        blank_names(words, begin, at, names, persona[row])
        blank_places(words, begin, at, places)
        at = _close_blanks(words, marks, begin, at, place, count)
        if at == begin + 1 and words[begin] == 0:
            at = begin
        k = row - first_row
        word_first[k] = begin
        text_hash[k] = _words_hash(words, begin, at)
        row_hash[k] = bytes_hash(id_data, id_at[row], id_at[row + 1], _and_contacts(text_hash[k], key, count))
        for s in range(count):
            contact_row[found] = row
            contact_key[found] = key[s]
            contact_around[found] = _context(words, begin, at, place[s])
            found += 1
    word_first[last_row - first_row] = at
    return at, found


@nb.njit(cache=True, nogil=True)
def read_contact_cells(rows, cells, tables, contacts):
    """Read the cells of a column that holds contacts and nothing else.

    Args:
        rows: how many.
        cells: their offsets and bytes.
        tables: fold table, tables of the contact reader, and the letters of a word after which digits are a number.
        contacts: takes for each contact its row and key.

    Returns:
        how many contacts were written.
    """
    cell_at, data = cells
    folds, reader, lead = tables
    contact_row, contact_key = contacts
    letters = np.empty(CELL, np.int32)
    origin = np.empty(CELL, np.int32)
    start = np.empty(CONTACTS, np.int64)
    end = np.empty(CONTACTS, np.int64)
    key = np.empty(CONTACTS, np.uint64)
    found = 0
    for row in range(rows):
        if cell_at[row] == cell_at[row + 1]:
            continue
        letters[: lead.shape[0]] = lead
        n = fold_text(data, cell_at[row], cell_at[row + 1], folds, letters, origin, lead.shape[0], 0)
        count = min(find_contacts(letters, n, reader, start, end, key), contact_row.shape[0] - found)
        for s in range(count):
            contact_row[found] = row
            contact_key[found] = key[s]
            found += 1
    return found


@nb.njit(cache=True, nogil=True)
def spread(hashes):
    """Spread the bits of many hashes, so that their sum names them together."""
    out = np.empty_like(hashes)
    for n in range(hashes.shape[0]):
        out[n] = scramble(hashes[n] + np.uint64(0x9E3779B97F4A7C15))
    return out
