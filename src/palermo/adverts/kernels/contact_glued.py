"""Reads the numbers that are glued to a word: whole ones that begin with a zero."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_keys import NATIONAL
from palermo.adverts.kernels.contact_marks import is_spoken, parted, turns
from palermo.adverts.kernels.contact_phones import GROUPS_OF_ONE
from palermo.adverts.kernels.contact_scan import END, SIZE, START, SUFFIX, VALUE, word_at
from palermo.adverts.kernels.contact_suffix import may_begin_after, parts_names
from palermo.adverts.kernels.contact_tables import CODE, INNER
from palermo.adverts.kernels.contact_worth import POWER, weighed

_SURE = 4
_LONGEST_WORD = 20
_MOST_DIGITS = 17
_TEN = 10


@nb.njit(**INNER)
def may_be_glued(text, end, tables):
    """Whether a number may begin right after the word that ends here."""
    k = end
    while k > 0 and end - k <= _LONGEST_WORD and 97 <= text[k - 1] <= 122:
        k -= 1
    if end - k < 2 or not may_begin_after(text, k, end, tables.words) or (k and parts_names(text[k - 1])):
        return False
    return word_at(text, k, end, tables.words)[0] & CODE == 0


@nb.njit(**INNER)
def glued_at(text, tables, run):
    """Read the number whose first group is glued to a word; gives where it begins, its groups (0 for none) and its key.

    Letters that pose as two zeros may be one, behind a word that ends in o.
    """
    groups, at, after = run
    first = groups[at, SIZE] & 255
    posing = groups[at, SIZE] & SUFFIX != 0 and not is_spoken(groups, at)
    twice = posing and first > 1 and groups[at, VALUE] < POWER[first - 2]
    best, taken, start, key = 0, 0, groups[at, START], np.uint64(0)
    for begin in range(2 if twice else 1):
        value, size, shape = 0, -begin, 0
        for last in range(at, min(after, at + GROUPS_OF_ONE)):
            more = groups[last, SIZE] & 255
            size += more
            if size > _MOST_DIGITS:
                break
            value = value * POWER[more] + groups[last, VALUE]
            shape = shape << 5 | (more - begin if last == at else more)
            worth, written = weighed(tables.plans, (value, size), (shape, last - at + 1, False), 0)
            if worth >= _SURE and worth > best and _ends(text, groups, (at, last, after), worth):
                best, taken, start, key = worth, last - at + 1, groups[at, START] + begin, written
    if posing and taken and not _all_posing(text, groups[at, START], groups[at + taken - 1, END], key):
        taken = 0
    if taken and not _is_dialled(groups, at, at + taken):
        taken = 0
    return start, taken, key


@nb.njit(**INNER)
def _is_dialled(groups, at, after):
    """Whether groups may be of a number glued to a word: all of one digit behind a 0 alone, and no pairs that count up."""
    if groups[at, SIZE] & 255 == 1:
        for near in range(at, after):
            if groups[near, SIZE] & 255 > 1 and not is_spoken(groups, near):
                return False
        return True
    for near in range(at, after):
        if groups[near, SIZE] & 255 != 2 or (
            near > at and not 0 < groups[near, VALUE] - groups[near - 1, VALUE] <= _TEN
        ):
            return True
    return False


@nb.njit(**INNER)
def _ends(text, groups, span, worth):
    """Whether nothing that could be more of a glued number follows."""
    _, last, after = span
    if last + 1 == after or parted(text, groups[last, END], groups[last + 1, START]):
        return True
    return turns(text, groups, span, worth)


@nb.njit(**INNER)
def _all_posing(text, start, end, key):
    """Whether letters stand for every 0 and 1, and more than the o of a word before a Spanish number does."""
    letters = 0
    for k in range(start, end):
        if text[k] == 48 or text[k] == 49:
            return False
        letters += text[k] == 111 or text[k] == 105 or text[k] == 108
    tens = np.uint64(NATIONAL) | np.uint64(POWER[_TEN])
    spanish = tens + np.uint64(6 * POWER[_TEN - 2]) <= key < tens + np.uint64(POWER[_TEN - 1])
    return letters > 1 or not spanish
