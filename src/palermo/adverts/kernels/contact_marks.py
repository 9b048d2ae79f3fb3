"""Tells from the marks between groups of digits which of them hang together and which only stand side by side."""

import numba as nb

from palermo.adverts.kernels.contact_scan import END, LETTERS, SIZE, START, VALUE, WORDS
from palermo.adverts.kernels.contact_tables import INNER
from palermo.adverts.kernels.contact_worth import ONLY_IF_ENDED, POWER

_SURER = 5


@nb.njit(**INNER)
def parted(text, start, end):
    """Whether a line, or a comma or stroke with a space, stands between two groups."""
    for k in range(start, end):
        code = text[k]
        if code == 10:
            return True
        beside = text[k + 1] if k + 1 < end else 0
        if beside == 32 and (code == 44 or code == 47):
            return True
        if code == 32 and beside == 47:
            return True
    return False


@nb.njit(**INNER)
def is_spoken(groups, at):
    """Whether a group is written in words."""
    return groups[at, SIZE] & (WORDS | LETTERS) == WORDS


@nb.njit(**INNER)
def same_mark(text, groups, one, other):
    """Whether the same stands before one group as before another."""
    start, begin = groups[one - 1, END], groups[other - 1, END]
    size = groups[one, START] - start
    if groups[other, START] - begin != size:
        return False
    for k in range(size):
        if text[start + k] != text[begin + k]:
            return False
    return True


@nb.njit(**INNER)
def _parts(text, groups, at):
    """Whether the mark before a group parts numbers rather than groups: a space and something else."""
    space, other = False, False
    for k in range(groups[at - 1, END], groups[at, START]):
        space = space or text[k] == 32
        other = other or text[k] != 32
    return space and other


@nb.njit(**INNER)
def stands_aside(text, groups, at, after):
    """Whether a group is a word or price of the sentence before a number: other marks or no words follow."""
    spoken = is_spoken(groups, at)
    if spoken and not is_spoken(groups, at + 1):
        return True
    if not spoken:
        zero = groups[at + 1, VALUE] < POWER[(groups[at + 1, SIZE] & 255) - 1]
        if not zero or not _parts(text, groups, at + 1):
            return False
    return at + 2 < after and not same_mark(text, groups, at + 1, at + 2)


@nb.njit(**INNER)
def turns(text, groups, span, worth):
    """Whether the group after a whole number is no part of it: a word behind digits, or more behind another mark."""
    begin, last, end = span
    after = last + 1
    if after == end:
        return False
    if last == begin and worth >= _SURER:
        return True
    spoken = is_spoken(groups, after)
    if worth < (ONLY_IF_ENDED if spoken else _SURER) or not (spoken or _parts(text, groups, after)):
        return False
    if spoken and groups[last, SIZE] & 255 > 1:
        words = 0
        for near in range(begin, after):
            words += is_spoken(groups, near)
        if words == 0:
            return True
    for near in range(begin + 1, after):
        if same_mark(text, groups, near, after):
            return False
    return True
