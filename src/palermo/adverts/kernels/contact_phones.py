"""Tells where a phone number begins in a run of groups of digits, and where it ends."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_scan import END, MOST_DIGITS, SIZE, START, VALUE, kind_at, word_at
from palermo.adverts.kernels.contact_tables import DIGIT, GAP, INNER, LABEL, LETTER, codes_of
from palermo.adverts.kernels.contact_worth import NONE, POWER, holds, weighed

_GROUPS_OF_ONE = 17
_ENDS_WELL = 4
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
    for last in range(at, min(after, at + _GROUPS_OF_ONE)):
        more = groups[last, SIZE] & 255
        if size + more > MOST_DIGITS:
            break
        value = value * POWER[more] + groups[last, VALUE]
        size += more
        shape = shape << 5 | more
        round_ends = round_ends and groups[last, VALUE] % 10 == 0
        count = last - at + 1
        worth, written = weighed(tables.plans, (value, size), (shape, count, round_ends), way)
        if worth == NONE:
            continue
        if (
            last + 1 == after
            or _zero_first(groups, last + 1)
            or parted(text, groups[last, END], groups[last + 1, START])
        ):
            worth += _ENDS_WELL
        if taken == 0 or worth >= best:
            best, taken, key = worth, count, written
    if best < 0:
        return 0, key
    single_zero = groups[at, SIZE] & 255 == 1 and groups[at, VALUE] == 0
    if single_zero and groups[at + 1, START] - groups[at, END] == 1 and text[groups[at, END]] == 44:
        return 0, key
    return taken, key


@nb.njit(**INNER)
def _zero_first(groups, at):
    return groups[at, VALUE] < POWER[(groups[at, SIZE] & 255) - 1]


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
