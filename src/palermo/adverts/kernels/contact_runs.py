"""Tells which groups of digits hang together, and reads the phone numbers of each run of them."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_phones import after_label, parted, phone_at
from palermo.adverts.kernels.contact_scan import END, LETTERS, LOOSE, SIZE, START, VALUE, WORDS, kind_at, word_end
from palermo.adverts.kernels.contact_tables import BETWEEN, DIGIT, GAP, INNER, LETTER, UNIT, UNIT_HEAD, WHAT, codes_of
from palermo.adverts.kernels.contact_worth import FEWEST, holds
from palermo.adverts.kernels.contact_writing import MET, write

_LONGEST = 17
_TEN = 10
_MARKS = 3
_FINE, _ENDS, _TAINTS = 0, 1, 2
_UNIT_SIGNS = codes_of("€$£¥元块分点岁%")


@nb.njit(**INNER)
def read_groups(text, tables, groups, span, out, told):
    """Read the phones out of the groups of a scan.

    Args:
        text: the folded letters that were scanned.
        tables: of `contact_tables`.
        groups: of the scan.
        span: how many groups there are, and whether no more follow.
        out: takes start, end and key of each phone.
        told: the figures of the reading.

    Returns:
        the first group of those that are left for later, since more may follow them.
    """
    count, last = span
    first = np.int64(0)
    tainted = count < 0
    for at in range(count):
        if (at > first or tainted) and not _close(text, groups[at - 1, END], groups[at, START], tables):
            _read_stretch(text, tables, (groups, first, at, tainted), out, told)
            first = at
            tainted = at < 0
        fault = _fault(text, groups, at, tables)
        if fault != _FINE:
            _read_stretch(text, tables, (groups, first, at, tainted), out, told)
            first = at + 1
            tainted = fault == _TAINTS
    if not last and not tainted and first < count and first > 0:
        return first
    _read_stretch(text, tables, (groups, first, count, tainted), out, told)
    return count


@nb.njit(**INNER)
def _close(text, start, end, tables):
    """Whether one to three marks and nothing else stand between two groups; emoji side by side are one mark."""
    marks = 0
    k = start
    while k < end:
        if text[k] == GAP:
            while k < end and text[k] == GAP:
                k += 1
        elif kind_at(text, k, tables) & BETWEEN:
            k += 1
        else:
            return False
        marks += 1
        if marks > _MARKS:
            return False
    return marks > 0


@nb.njit(**INNER)
def _fault(text, groups, at, tables):
    """Tell whether a group is no part of a phone number and ends what went before, or taints what follows too."""
    start, end, size = groups[at, START], groups[at, END], groups[at, SIZE]
    digits = size & 255
    if digits > _LONGEST:
        return _TAINTS
    if digits <= 3 and _measure(text, end, tables):
        return _ENDS
    if size & (WORDS | LETTERS) == WORDS:
        return _FINE
    if kind_at(text, start - 1, tables) & LETTER and not after_label(text, start, 14, tables):
        return _TAINTS
    if kind_at(text, end, tables) & LETTER:
        after = word_end(text, end)
        short = after - end < 3 or (after - end <= 12 and kind_at(text, after, tables) & DIGIT)
        if short or _measure(text, end, tables):
            return _TAINTS
    return _FINE


@nb.njit(**INNER)
def _measure(text, i, tables):
    """Whether a unit of money, time or size stands at a place, behind a space or not."""
    n = text.shape[0]
    if i < n and text[i] == 32:
        i += 1
    if i >= n:
        return False
    code = text[i]
    if not 97 <= code <= 122:
        return holds(_UNIT_SIGNS, code)
    words = tables.words
    node = 0
    k = i
    while k < n and 97 <= text[k] <= 122:
        node = words[node, text[k] - 97]
        if node == 0:
            return False
        k += 1
        if words[node, WHAT] & UNIT_HEAD:
            return True
    return words[node, WHAT] & UNIT != 0


@nb.njit(**INNER)
def _read_stretch(text, tables, stretch, out, told):
    """Read groups close to one another: letters standing alone part them unless digits around say that they are digits."""
    groups, first, after, tainted = stretch
    total = 0
    for at in range(first, after):
        total += groups[at, SIZE] & 255
    if total < FEWEST:
        return
    begin = first
    for at in range(first, after):
        if groups[at, SIZE] & LOOSE and not _poses(groups, begin, at, after):
            _read_run(text, tables, (groups, begin, at, tainted), out, told)
            begin = at + 1
            tainted = at < 0
    _read_run(text, tables, (groups, begin, after, tainted), out, told)


@nb.njit(**INNER)
def _poses(groups, begin, at, after):
    """Whether letters that stand alone are digits: among groups of as many digits, and zeros where they begin a number."""
    size = groups[at, SIZE] & 255
    follows = at + 1 < after
    if at == begin and (not follows or groups[at, VALUE] != 0):
        return False
    if at > begin and groups[at - 1, SIZE] & 255 != size:
        return False
    return not follows or groups[at + 1, SIZE] & 255 == size


@nb.njit(**INNER)
def _read_run(text, tables, run, out, told):
    """Read a run: its pieces between commas or lines if those hold phones, else across them."""
    groups, begin, after, tainted = run
    size = 0
    for at in range(begin, after):
        size += groups[at, SIZE] & 255
    while after > begin and groups[after - 1, SIZE] & LOOSE and size != _TEN:
        after -= 1
        size -= groups[after, SIZE] & 255
    if size < FEWEST:
        return
    before = told[MET]
    first = begin
    for at in range(begin + 1, after):
        if parted(text, groups[at - 1, END], groups[at, START]):
            _read_across(text, tables, (groups, first, at, tainted), out, told)
            first = at
    if first > begin:
        _read_across(text, tables, (groups, first, after, tainted), out, told)
    if told[MET] == before:
        _read_across(text, tables, (groups, begin, after, tainted), out, told)


@nb.njit(**INNER)
def _read_across(text, tables, run, out, told):
    """Read the phones of a run one after the other."""
    groups, begin, after, tainted = run
    at = begin
    clean = not tainted
    while at < after:
        start, taken, key = phone_at(text, tables, (groups, at, after), clean)
        if taken:
            write(out, told, start, groups[at + taken - 1, END], key)
        at += max(taken, 1)
        clean = taken > 0 or (at < after and parted(text, groups[at - 1, END], groups[at, START]))
