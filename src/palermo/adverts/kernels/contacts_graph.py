"""Walks who carries which contact: which contacts meet, and which adverts they join."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.copies import union

_MET = 12
"""Contacts of one advert whose meetings are looked at."""


@nb.njit(cache=True, nogil=True)
def meetings(first, contact, out):
    """Write every pair of contacts that meet in one row, the smaller first in the upper half; both ways round once.

    Args:
        first: first entry of each row in `contact`; one more than rows.
        contact: numbers of contacts, sorted by row, distinct in a row.
        out: takes the pairs; where empty they are counted only.
    """
    at = 0
    for row in range(first.shape[0] - 1):
        last = min(first[row + 1], first[row] + _MET)
        for i in range(first[row], last):
            for j in range(i + 1, last):
                if out.shape[0]:
                    a, b = min(contact[i], contact[j]), max(contact[i], contact[j])
                    out[at] = np.uint64(a) << np.uint64(32) | np.uint64(b)
                at += 1
    return at


@nb.njit(cache=True, nogil=True)
def join_carriers(row, contact, shunned, holder, parent):
    """Join the rows that carry a contact that is not shunned.

    Args:
        row: of each entry.
        contact: of each entry, a number.
        shunned: of each contact.
        holder: of each contact the first row seen, -1 at first.
        parent: forest over rows.
    """
    for n in range(row.shape[0]):
        c = contact[n]
        if shunned[c]:
            continue
        if holder[c] < 0:
            holder[c] = row[n]
        else:
            union(parent, holder[c], row[n])


@nb.njit(cache=True, nogil=True)
def flatten(parent):
    """Point every number straight at the name of its part."""
    for n in range(parent.shape[0]):
        root = n
        while parent[root] != root:
            root = parent[root]
        at = n
        while parent[at] != root:
            parent[at], at = root, parent[at]
    return parent


@nb.njit(cache=True, nogil=True)
def join_pairs(a, b, parent):
    """Join each pair."""
    for n in range(a.shape[0]):
        union(parent, a[n], b[n])
