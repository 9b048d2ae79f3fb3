"""Tells where a word ends with a zero that begins a number: written out, or as letters that pose as digits."""

import numba as nb

from palermo.adverts.kernels.contact_tables import INNER, SMALL, WHAT

_LONGEST_BEFORE = 20
_MOST_POSING = 4


@nb.njit(**INNER)
def may_begin_after(text, i, end, words):
    """Whether a number may be glued to the word from `i` to `end`: it is of three to twenty letters, or small and known."""
    if end - i == 2:
        node = words[words[0, text[i] - 97], text[i + 1] - 97]
        return node != 0 and words[node, WHAT] & SMALL != 0
    return 3 <= end - i <= _LONGEST_BEFORE


@nb.njit(**INNER)
def parts_names(code):
    """Whether a sign before a word says that it is part of a name or an address."""
    return code == 95 or code == 47 or code == 61 or code == 35 or code == 64 or 48 <= code <= 57  # _ / = # @


@nb.njit(**INNER)
def may_be_zero(text, k):
    """Tell cheaply whether a word's end may be a zero: it ends like one written out, or digits follow."""
    before = text[k - 2]
    if before == 114 or before == 117 or before == 108:  # r u l
        return True
    n = text.shape[0]
    return (k < n and 48 <= text[k] <= 57) or (k + 1 < n and 48 <= text[k + 1] <= 57)


@nb.njit(**INNER)
def zero_begins(text, i, k, words):
    """Give where a written zero at the end of the word from `i` to `k` begins; -1 for none."""
    if text[k - 1] == 111:  # zero, cero
        at = k - 4
        found = at > i and (text[at] == 122 or text[at] == 99) and text[at + 1] == 101 and text[at + 2] == 114
    else:  # nul, null
        at = k - 4 if text[k - 2] == 108 else k - 3
        found = at > i and text[k - 1] == 108 and text[at] == 110 and text[at + 1] == 117 and text[at + 2] == 108
    return at if found and may_begin_after(text, i, at, words) else -1


@nb.njit(**INNER)
def posing_begins(text, i, k, words):
    """Give where letters that pose as a number's first digits begin, with more digits right behind them; -1 for none."""
    n = text.shape[0]
    if k >= n:
        return -1
    near = text[k]
    spaced = near == 32 and k + 1 < n and 48 <= text[k + 1] <= 57
    if not spaced and not 49 <= near <= 57:
        return -1
    first = k
    while first > i + 2 and k - first < _MOST_POSING and _poses(text[first - 1]):
        first -= 1
    for at in range(first, k - 1 if spaced else k):
        if text[at] == 111 and may_begin_after(text, i, at, words):
            return at
    return -1


@nb.njit(**INNER)
def _poses(code):
    return code == 111 or code == 105 or code == 108
