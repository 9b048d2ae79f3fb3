"""Tells which groups of digits hang together, and reads the phone numbers of each run of them."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_glued import glued_at, may_be_glued
from palermo.adverts.kernels.contact_marks import parted, stands_aside
from palermo.adverts.kernels.contact_phones import after_label, phone_at
from palermo.adverts.kernels.contact_scan import (
    END,
    LETTERS,
    LOOSE,
    SIZE,
    START,
    SUFFIX,
    VALUE,
    WORDS,
    kind_at,
    word_end,
)
from palermo.adverts.kernels.contact_tables import BETWEEN, DIGIT, GAP, INNER, LETTER, UNIT, UNIT_HEAD, WHAT, codes_of
from palermo.adverts.kernels.contact_worth import FEWEST, POWER, holds
from palermo.adverts.kernels.contact_writing import MET, write

_LONGEST = 17
_TEN = 10
_MARKS = 3
_FINE, _ENDS, _TAINTS, _GLUED = 0, 1, 2, 3
"""What a group says: that it goes on, that it ends what went before, that what follows is no number either, that a number
glued to a word may begin."""
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
    before = _FINE
    for at in range(count):
        if (at > first or before) and not _close(text, groups[at - 1, END], groups[at, START], tables):
            _read_stretch(text, tables, (groups, first, at, before), out, told)
            first = at
            before = _FINE
        fault = _fault(text, groups, at, tables)
        if fault != _FINE:
            _read_stretch(text, tables, (groups, first, at, before), out, told)
            first = at if fault == _GLUED else at + 1
            before = _FINE if fault == _ENDS else fault
    if not last and before != _TAINTS and first < count and first > 0:
        return first
    _read_stretch(text, tables, (groups, first, count, before), out, told)
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
    """Tell what a group says about those before and after it."""
    start, end, size = groups[at, START], groups[at, END], groups[at, SIZE]
    digits = size & 255
    if digits > _LONGEST:
        return _TAINTS
    if digits <= 3 and _measure(text, end, tables):
        return _ENDS
    spoken = size & (WORDS | LETTERS) == WORDS
    glued = size & SUFFIX != 0
    if spoken and not glued:
        return _FINE
    if not glued and kind_at(text, start - 1, tables) & LETTER and not after_label(text, start, 14, tables):
        if groups[at, VALUE] >= POWER[digits - 1] or not may_be_glued(text, start, tables):
            return _TAINTS
        glued = True
    if not spoken and kind_at(text, end, tables) & LETTER:
        after = word_end(text, end)
        short = after - end < 3 or (after - end <= 12 and kind_at(text, after, tables) & DIGIT)
        if short or _measure(text, end, tables):
            return _TAINTS
    return _GLUED if glued else _FINE


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
    groups, first, after, before = stretch
    total = 0
    mixed = False
    for at in range(first, after):
        total += groups[at, SIZE] & 255
        mixed = mixed or groups[at, SIZE] & (LETTERS | LOOSE) == LETTERS
    if total < FEWEST:
        return
    begin = first
    for at in range(first, after):
        if groups[at, SIZE] & LOOSE and not _poses(groups, begin, at, (after, mixed)):
            _read_run(text, tables, (groups, begin, at, before, mixed), out, told)
            begin = at + 1
            before = _FINE
    _read_run(text, tables, (groups, begin, after, before, mixed), out, told)


@nb.njit(**INNER)
def _poses(groups, begin, at, span):
    """Whether letters that stand alone are digits.

    They are among groups of as many digits, or where other letters stand among digits; a number begins with a zero.
    """
    after, mixed = span
    size = groups[at, SIZE] & 255
    follows = at + 1 < after
    if at == begin and (not follows or groups[at, VALUE] >= POWER[size - 1]):
        return False
    if mixed and size > 1:
        return True
    if at > begin and groups[at - 1, SIZE] & 255 != size:
        return False
    return not follows or groups[at + 1, SIZE] & 255 == size


@nb.njit(**INNER)
def _read_run(text, tables, run, out, told):
    """Read a run: its pieces between commas or lines if those hold phones, else across them."""
    groups, begin, after, before, mixed = run
    size = 0
    for at in range(begin, after):
        size += groups[at, SIZE] & 255
    while after > begin and groups[after - 1, SIZE] & LOOSE and size != _TEN:
        if mixed and groups[after - 1, SIZE] & 255 > 1:
            break
        after -= 1
        size -= groups[after, SIZE] & 255
    if size < FEWEST:
        return
    tainted = before == _TAINTS
    if before == _GLUED:
        first = begin
        begin, tainted = _read_glued(text, tables, (groups, begin, after), out, told)
        for at in range(first, begin):
            size -= groups[at, SIZE] & 255
        if size < FEWEST:
            return
    met = told[MET]
    first = begin
    for at in range(begin + 1, after):
        if parted(text, groups[at - 1, END], groups[at, START]):
            _read_across(text, tables, (groups, first, at, tainted), out, told)
            first = at
    if first > begin:
        _read_across(text, tables, (groups, first, after, tainted), out, told)
    if told[MET] == met:
        _read_across(text, tables, (groups, begin, after, tainted), out, told)


@nb.njit(**INNER)
def _read_glued(text, tables, run, out, told):
    """Read the number glued to a word; gives the first group that is left, and whether that is tainted."""
    groups, begin, _ = run
    start, taken, key = glued_at(text, tables, run)
    if taken:
        write(out, told, start, groups[begin + taken - 1, END], key)
        return begin + taken, False
    tainted = False
    for k in range(groups[begin, START], groups[begin, END]):
        tainted = tainted or 48 <= text[k] <= 57
    return begin + 1, tainted


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
        clean = taken > 0 or (
            at < after
            and (
                parted(text, groups[at - 1, END], groups[at, START])
                or (clean and stands_aside(text, groups, at - 1, after))
            )
        )
