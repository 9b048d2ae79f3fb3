"""Reads the contacts of a folded text in any way of writing, compiled: what `palermo.kit.contacts` reads, many times faster."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_keys import key_of, same_keys, value_of
from palermo.adverts.kernels.contact_mails import PARTS, find_mails
from palermo.adverts.kernels.contact_moments import CLEARED, without_moments
from palermo.adverts.kernels.contact_names import find_aliases, find_names
from palermo.adverts.kernels.contact_pages import find_pages
from palermo.adverts.kernels.contact_runs import read_groups
from palermo.adverts.kernels.contact_scan import (
    ALIAS,
    BAR,
    COUNT,
    DIGITS,
    FIRST_AT,
    FIRST_PAGE,
    HINTS,
    MAIL,
    MESSENGER,
    MOMENT,
    NAMED,
    PAGE,
    SEEN,
    scan,
)
from palermo.adverts.kernels.contact_tables import ContactTables, contact_tables
from palermo.adverts.kernels.contact_writing import FOUND, MET, SOUND, TOLD

_ADDRESSES = MAIL | PAGE | ALIAS | MESSENGER
_GROUPS = 128
_MOST_GROUPS = 1 << 14
_FEWEST = 8


@nb.njit(cache=True, nogil=True, error_model="numpy")
def find_contacts(letters, n, tables, out_start, out_end, out_key):
    """Find the contacts of one text.

    Args:
        letters: folded code points, `palermo.adverts.kernels.fold` makes them; they stay as they are.
        n: how many of them the text has.
        tables: of `contact_tables`.
        out_start: takes the index of each contact's first letter; contacts never overlap and come in order.
        out_end: takes the index after its last letter.
        out_key: takes its key, see `palermo.adverts.kernels.contact_keys`.

    Returns:
        how many contacts were written; full, the arrays take no more of a kind that is found later: mails come first,
        then pages, messenger names and phones.
    """
    text = letters[:n]
    out = (out_start, out_end, out_key)
    told = np.zeros(TOLD, np.int64)
    seen = np.zeros(SEEN, np.int64)
    groups, pos = _scanned(text, np.empty((_GROUPS, 4), np.int64), tables, seen)
    if pos < n:  # more groups than are held at once: nothing is known of the rest
        seen[HINTS] = _ADDRESSES | BAR | MOMENT
        seen[NAMED], seen[FIRST_AT], seen[FIRST_PAGE] = 0, 0, 0
    if seen[HINTS] & _ADDRESSES:
        rest = _without_addresses(text, tables, seen, out, told)
        if told[MET]:
            bars = seen[HINTS] & BAR
            groups, pos = _scanned(rest, groups, tables, seen)
            seen[HINTS] |= bars
            _phones(rest, pos, tables, (groups, seen), out, told)
            return told[FOUND]
    if seen[DIGITS] >= _FEWEST or seen[HINTS] & BAR:
        _phones(text, pos, tables, (groups, seen), out, told)
    return told[FOUND]


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _scanned(text, groups, tables, seen):
    """Scan a text from its beginning, with as much room for groups as is needed and held; gives where it stopped."""
    seen[:] = 0
    seen[NAMED] = -1
    pos = scan(text, 0, tables, groups, seen)
    while pos < text.shape[0] and groups.shape[0] < _MOST_GROUPS:
        more = np.empty((groups.shape[0] * 4, 4), np.int64)
        more[: seen[COUNT]] = groups[: seen[COUNT]]
        groups = more
        pos = scan(text, pos, tables, groups, seen)
    return groups, pos


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _without_addresses(text, tables, seen, out, told):
    """Write down mails, pages and messenger names; gives the text with a sign in their place."""
    text = text.copy()
    hints = seen[HINTS]
    for part in (MAIL, PAGE, MESSENGER, ALIAS):
        if hints & part == 0:
            continue
        before = told[FOUND]
        if part == MAIL:
            find_mails(text, seen[FIRST_AT], tables, out, told, np.empty((2, PARTS), np.int64))
        elif part == PAGE:
            find_pages(text, seen[FIRST_PAGE], tables, out, told)
        elif part == MESSENGER:
            find_names(text, max(0, seen[NAMED]), tables, out, told)
        else:
            find_aliases(text, tables, out, told)
        for at in range(before, told[FOUND]):
            text[out[0][at] : out[1][at]] = CLEARED
        _merge(out, before, told[FOUND])
    return text


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _merge(out, middle, end):
    """Put two stretches of contacts that are each in order into one order."""
    if middle == 0 or middle == end or out[0][middle - 1] < out[0][middle]:
        return
    starts, ends, keys = out[0][:middle].copy(), out[1][:middle].copy(), out[2][:middle].copy()
    left = 0
    right = middle
    for at in range(end):
        if left < middle and (right == end or starts[left] < out[0][right]):
            out[0][at], out[1][at], out[2][at] = starts[left], ends[left], keys[left]
            left += 1
        else:
            out[0][at], out[1][at], out[2][at] = out[0][right], out[1][right], out[2][right]
            right += 1


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _phones(text, pos, tables, scanned, out, told):
    """Write down the phones of a text; `|` is a mark between digits, or 1 where that gives more sound numbers."""
    groups, seen = scanned
    before = told[FOUND]
    bars = seen[HINTS] & BAR
    told[SOUND] = 0
    if seen[HINTS] & MOMENT:
        text, changed = without_moments(text)
        if changed:
            groups, pos = _scanned(text, groups, tables, seen)
    _read(text, pos, tables, (groups, seen), out, told)
    if bars:
        sound = told[SOUND]
        told[FOUND], told[SOUND] = before, 0
        posing = _with_bars_as_ones(text)
        groups, pos = _scanned(posing, groups, tables, seen)
        _read(posing, pos, tables, (groups, seen), out, told)
        if told[SOUND] <= sound:
            told[FOUND] = before
            groups, pos = _scanned(text, groups, tables, seen)
            _read(text, pos, tables, (groups, seen), out, told)
    _merge(out, before, told[FOUND])


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _read(text, pos, tables, scanned, out, told):
    """Read the phones of the groups scanned, and of those not scanned yet."""
    groups, seen = scanned
    n = text.shape[0]
    while True:
        done = read_groups(text, tables, groups, (seen[COUNT], pos >= n), out, told)
        if pos >= n:
            return
        left = seen[COUNT] - done
        for at in range(left):
            groups[at] = groups[done + at]
        seen[COUNT] = left
        pos = scan(text, pos, tables, groups, seen)


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _with_bars_as_ones(text):
    """Write 1 for every bar beside a digit."""
    n = text.shape[0]
    posing = text.copy()
    for i in range(n):
        if text[i] == 124:
            before = i > 0 and 48 <= text[i - 1] <= 57
            after = i + 1 < n and 48 <= text[i + 1] <= 57
            if before or after:
                posing[i] = 49
    return posing


__all__ = ["ContactTables", "contact_tables", "find_contacts", "key_of", "same_keys", "value_of"]
