"""Tells where a phone number begins in a run of groups of digits, and where it ends."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_marks import is_spoken, parted, same_mark, turns
from palermo.adverts.kernels.contact_scan import END, MOST_DIGITS, SIZE, START, VALUE, kind_at, word_at
from palermo.adverts.kernels.contact_tables import DIGIT, GAP, INNER, LABEL, LETTER, codes_of
from palermo.adverts.kernels.contact_worth import FEWEST, NONE, POWER, holds, weighed, with_one_sign

GROUPS_OF_ONE = 17
"""The most groups of one number."""
_ENDS_WELL = 4
_FEWEST_WITH_SPACES = 10
_LABEL_SIGNS = codes_of("话話号號机機信")


@nb.njit(**INNER)
def phone_at(text, tables, run, clean):
    """Read the phone that begins with a group; gives where it begins, its groups (0 for no phone), and its key."""
    groups, at, after = run
    start = groups[at, START]
    plus = _plus_before(text, start)
    if plus < start:
        taken, key = _best(text, tables, (groups, at, after), 1)
        if taken:
            return plus, taken, key
    if not clean and plus == start and not _zeros(groups, at) and not _plainly(groups, at, after):
        return start, 0, np.uint64(0)
    labelled = _is_labelled(text, start, tables)
    if not labelled and _code_before(text, start, tables):
        return start, 0, np.uint64(0)
    taken, key = _best(text, tables, (groups, at, after), 2 if labelled else 0)
    return start, taken, key


@nb.njit(**INNER)
def _plus_before(text, start):
    """Give where a plus begins that belongs to what follows; `start` where there is none."""
    k = start
    while (
        k > 0 and start - k < 2 and (text[k - 1] == 32 or text[k - 1] == 40 or text[k - 1] == 91 or text[k - 1] == GAP)
    ):
        k -= 1
    if k > 0 and text[k - 1] == 43:
        return k - 1
    spelled = k > 3 and text[k - 1] == 115 and text[k - 2] == 117 and text[k - 3] == 108 and text[k - 4] == 112
    if spelled and not (k > 4 and 97 <= text[k - 5] <= 122):
        return k - 4
    return start


@nb.njit(**INNER)
def _zeros(groups, at):
    """Whether a group begins with 00."""
    size = groups[at, SIZE] & 255
    return size >= 2 and groups[at, VALUE] < POWER[size - 2]


@nb.njit(**INNER)
def _plainly(groups, at, after):
    """Whether a phone begins here though other numbers stand before it: ten digits in pairs, or nine together."""
    size = groups[at, SIZE] & 255
    value = groups[at, VALUE]
    if value >= POWER[size - 1]:
        return False
    if size >= 9:
        return True
    if after - at != 5 or _zeros(groups, at):
        return False
    for near in range(at, after):
        if groups[near, SIZE] & 255 != 2:
            return False
    return True


@nb.njit(**INNER)
def _is_labelled(text, start, tables):
    """Whether a word such as “tel” or a sign such as 电话 stands before a number."""
    k = start
    while (
        k > 0 and start - k < 3 and (text[k - 1] == 32 or text[k - 1] == 46 or text[k - 1] == 58 or text[k - 1] == 45)
    ):
        k -= 1
    if k > 1 and 97 <= text[k - 2] <= 122 and after_label(text, k, 12, tables):
        return True
    k = start
    while k > 0 and start - k < 3 and (text[k - 1] == 32 or text[k - 1] == 58):
        k -= 1
    return k > 0 and holds(_LABEL_SIGNS, text[k - 1])


@nb.njit(**INNER)
def after_label(text, end, longest, tables):
    """Whether the letters before a place are a whole word that stands before phones."""
    k = end
    while k > 0 and end - k <= longest and 97 <= text[k - 1] <= 122:
        k -= 1
    if k == end or end - k > longest or kind_at(text, k - 1, tables) & (LETTER | DIGIT):
        return False
    return word_at(text, k, end, tables.words)[0] & LABEL != 0


@nb.njit(**INNER)
def _code_before(text, start, tables):
    """Whether one to five letters and a dash stand before digits, as in the number of a file."""
    if start < 2 or (text[start - 1] != 45 and text[start - 1] != 95 and text[start - 1] != 35):
        return False
    k = start - 1
    while k > 0 and start - 1 - k <= 5 and 97 <= text[k - 1] <= 122:
        k -= 1
    return 1 <= start - 1 - k <= 5 and not kind_at(text, k - 1, tables) & (LETTER | DIGIT)


@nb.njit(**INNER)
def _best(text, tables, run, way):
    """Choose where a phone ends; gives how many groups it has (0 for no phone) and its key.

    `way` is 0 for digits alone, 1 after a plus, 2 after a word such as “tel”.
    """
    groups, at, after = run
    best = NONE
    taken = 0
    key = np.uint64(0)
    value, size, shape, round_ends = 0, 0, 0, True
    for last in range(at, min(after, at + GROUPS_OF_ONE)):
        more = groups[last, SIZE] & 255
        if size + more > MOST_DIGITS:
            break
        value = value * POWER[more] + groups[last, VALUE]
        size += more
        shape = shape << 5 | more
        round_ends = round_ends and groups[last, VALUE] % 10 == 0
        count = last - at + 1
        worth, written = weighed(tables.plans, (value, size), (shape, count, round_ends), way)
        if worth == NONE and count == size >= FEWEST and way != 1 and _has_one_sign(text, groups, at, last):
            worth, written = with_one_sign(value, size)
        if worth == NONE:
            continue
        turned = turns(text, groups, (at, last, after), worth)
        if turned or _ends_well(text, groups, last, after):
            worth += _ENDS_WELL
        if taken == 0 or worth >= best:
            best, taken, key = worth, count, written
        if turned:
            break
    if best < 0:
        return 0, key
    single_zero = groups[at, SIZE] & 255 == 1 and groups[at, VALUE] == 0
    if single_zero and groups[at + 1, START] - groups[at, END] == 1 and text[groups[at, END]] == 44:
        return 0, key
    return taken, key


@nb.njit(**INNER)
def _has_one_sign(text, groups, at, last):
    """Whether the same mark stands between all groups, none of them a word, and none that lists things."""
    for near in range(at, last + 1):
        if is_spoken(groups, near) or (near > at + 1 and not same_mark(text, groups, near, near - 1)):
            return False
    begin, end = groups[at, END], groups[at + 1, START]
    for k in range(begin, end):
        if text[k] == 44 or text[k] == 47 or text[k] == 10:  # , / and a line list things
            return False
    return end - begin != 1 or text[begin] != 32 or last + 1 - at >= _FEWEST_WITH_SPACES


@nb.njit(**INNER)
def _ends_well(text, groups, last, after):
    """Whether nothing, a line, or another phone's first digits follow; a single 0 is more likely this phone's."""
    near = last + 1
    if near == after:
        return True
    size = groups[near, SIZE] & 255
    if groups[near, VALUE] < POWER[size - 1]:
        if size > 1 and not is_spoken(groups, near):
            return True
        left = 0
        for more in range(near, after):
            left += groups[more, SIZE] & 255
        if left >= FEWEST:
            return True
    return parted(text, groups[last, END], groups[near, START])
