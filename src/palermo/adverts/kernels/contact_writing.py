"""Writes contacts down while there is room for them, those that are no phones as hashes of their letters."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_keys import HASH_MIX, HASH_START, HASH_STEP, INTERNATIONAL, NATIONAL, OTHER
from palermo.adverts.kernels.contact_tables import INNER

FOUND, SOUND, MET = 0, 1, 2
"""What reading keeps: contacts written, numbers of ten digits or that say their country, contacts met, room or none."""
TOLD = 3
"""How many such figures there are."""
STEP = np.uint64(HASH_STEP)

_START = np.uint64(HASH_START)
_MIX = np.uint64(HASH_MIX)


@nb.njit(**INNER)
def hashed(state, text, start, end):
    """Continue a hash with the letters of a stretch."""
    state = np.uint64(state)
    for k in range(start, end):
        state = (state ^ np.uint64(text[k])) * STEP
    return state


@nb.njit(**INNER)
def finished(state):
    """Make the key of a contact that is no phone from the hash of its canonical writing."""
    return np.uint64(OTHER) | ((state ^ (state >> np.uint64(32))) * _MIX)


@nb.njit(**INNER)
def among(hashes, words, text, start, end):
    """Whether a stretch is one of a set of words."""
    state = hashed(_START, text, start, end)
    for at in range(np.int64(hashes[words]), np.int64(hashes[words + 1])):
        if hashes[at] == state:
            return True
    return False


@nb.njit(**INNER)
def code_at(text, i):
    """Give the letter at a place; 0 beyond both ends."""
    return text[i] if 0 <= i < text.shape[0] else 0


@nb.njit(**INNER)
def is_plain(code):
    """Whether a letter is one of a to z, or a digit."""
    return 97 <= code <= 122 or 48 <= code <= 57


@nb.njit(**INNER)
def write(out, told, start, end, key):
    """Write a contact down while there is room."""
    told[MET] += 1
    if told[FOUND] < out[0].shape[0]:
        out[0][told[FOUND]] = start
        out[1][told[FOUND]] = end
        out[2][told[FOUND]] = key
        told[FOUND] += 1
    number = key & np.uint64(NATIONAL - 1)
    if key & np.uint64(INTERNATIONAL) or np.uint64(10**10) <= number < np.uint64(2 * 10**10):
        told[SOUND] += 1
