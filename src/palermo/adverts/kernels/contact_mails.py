"""Finds mails in a folded text, plain or with the at and the points written as words."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_scan import word_at, word_end
from palermo.adverts.kernels.contact_tables import AT_BARE, AT_HELD, INNER, POINT, PROVIDERS, TO_MAIL
from palermo.adverts.kernels.contact_writing import STEP, among, code_at, finished, hashed, is_plain, write

_LONGEST_LOCAL = 120
_LONGEST_DOMAIN = 160
PARTS = 5
"""The most parts of a name or site in a mail."""


@nb.njit(**INNER)
def _opens(code):
    return code == 40 or code == 91 or code == 123 or code == 60


@nb.njit(**INNER)
def _closes(code):
    return code == 41 or code == 93 or code == 125 or code == 62


@nb.njit(**INNER)
def _marked(text, i, what, sign, tables):
    """Give the end of a sign within brackets, or of a word for it, that begins at a place; -1 for none."""
    k = i + 1 if code_at(text, i) == 32 else i
    if not _opens(code_at(text, k)):
        return -1
    k += 2 if code_at(text, k + 1) == 32 else 1
    end = word_end(text, k)
    if code_at(text, k) == sign:
        end = k + 1
    elif end == k or word_at(text, k, end, tables.words)[0] & what == 0:
        return -1
    if code_at(text, end) == 32:
        end += 1
    if not _closes(code_at(text, end)):
        return -1
    return end + 2 if code_at(text, end + 1) == 32 else end + 1


@nb.njit(**INNER)
def _between_spaces(text, i, what, tables):
    """Give the end of a word between spaces that begins at a place; -1 for none."""
    if code_at(text, i) != 32:
        return -1
    end = word_end(text, i + 1)
    if end == i + 1 or code_at(text, end) != 32 or word_at(text, i + 1, end, tables.words)[0] & what == 0:
        return -1
    return end + 1


@nb.njit(**INNER)
def _written_at(text, i, tables):
    """Give the end of an at that begins at a place, or -1; and whether it is a word without brackets."""
    code = text[i]
    if code == 64:
        return i + 1, False
    if code != 32 and not _opens(code):
        return -1, False
    end = _marked(text, i, AT_HELD, 64, tables)
    if end > 0:
        return end, False
    end = _between_spaces(text, i, AT_BARE, tables)
    if end > 0:
        return end, True
    return (i + 3, False) if code == 32 and code_at(text, i + 1) == 64 and code_at(text, i + 2) == 32 else (-1, False)


@nb.njit(**INNER)
def _point(text, i, tables):
    """Give the end of a point, plain or written, that begins at a place; -1 for none."""
    if code_at(text, i) == 46:
        return i + 1
    end = _marked(text, i, POINT, 46, tables)
    return end if end > 0 else _between_spaces(text, i, POINT, tables)


@nb.njit(**INNER)
def _point_before(text, i, tables):
    """Give the beginning of a point, plain or written, that ends at a place; -1 for none."""
    if code_at(text, i - 1) == 46:
        return i - 1
    low = max(0, i - 12)
    for k in range(low, i):
        if (k == 0 or is_plain(text[k - 1]) or _in_local(text[k - 1])) and _point(text, k, tables) == i:
            return k
    return -1


@nb.njit(**INNER)
def _in_local(code):
    return is_plain(code) or code == 95 or code == 37 or code == 43 or code == 45


@nb.njit(**INNER)
def find_mails(text, first, tables, out, told, ends):
    """Write down the mails of a text whose at stands behind a place; `ends` is room for two rows of `PARTS`."""
    n = text.shape[0]
    last = 0
    i = first
    while i < n:
        code = text[i]
        beside = code_at(text, i + 1)
        may = (
            code == 64
            or _opens(code)
            or (code == 32 and (beside == 97 or beside == 107 or beside == 64 or _opens(beside)))
        )
        if not may:
            i += 1
            continue
        at_end, bare = _written_at(text, i, tables)
        if at_end < 0:
            i += 1
            continue
        if i >= last:
            parts = _domain(text, at_end, tables, ends)
            start = _local(text, i, last, tables) if parts > 1 else -1
            if start >= 0:
                end = _mail(text, (start, i, bare), (ends, parts), tables, out, told)
                last = max(last, end)
        i = at_end


@nb.njit(**INNER)
def _domain(text, i, tables, ends):
    """Read the parts of a site's name; gives how many there are, with their beginnings and ends in `ends`."""
    limit = min(text.shape[0], i + _LONGEST_DOMAIN)
    parts = 0
    while parts < PARTS and i < limit and is_plain(text[i]):
        k = i
        while k < limit and k - i < 62 and (is_plain(text[k]) or text[k] == 45):
            k += 1
        ends[0, parts] = i
        ends[1, parts] = k
        parts += 1
        i = _point(text, k, tables)
        if i < 0:
            break
    return parts


@nb.njit(**INNER)
def _local(text, end, last, tables):
    """Give where the name before an at begins, or -1: the farthest that holds."""
    low = max(last, end - _LONGEST_LOCAL)
    found = -1
    k = end
    for _ in range(PARTS):
        start = k
        while start > low and _in_local(text[start - 1]):
            start -= 1
        if start == k:
            break
        before = code_at(text, start - 1)
        if k - start <= 64 and is_plain(text[start]) and not _in_local(before) and before != 46:
            found = start
        if k - start > 40:
            break
        k = _point_before(text, start, tables)
        if k < low:
            break
    return found


@nb.njit(**INNER)
def _mail(text, local, domain, tables, out, told):
    """Write a mail down where it is one; gives its end, or 0."""
    start, at, bare = local
    ends, parts = domain
    pointed, spaced, size, state = _local_written(text, start, at, tables)
    if bare and ((pointed and spaced) or not _site_may_follow(text, ends, parts, tables)):
        return 0
    sound = 0
    for part in range(parts):
        low, high = ends[0, part], ends[1, part]
        if part and word_end(text, low) >= high and 2 <= high - low <= 24:
            sound = part + 1
        if text[high - 1] == 45:
            break
    if sound == 0 or size > 64:
        return 0
    state = (state ^ np.uint64(64)) * STEP
    for part in range(sound):
        if part:
            state = (state ^ np.uint64(46)) * STEP
        state = hashed(state, text, ends[0, part], ends[1, part])
    write(out, told, start, ends[1, sound - 1], finished(state))
    return ends[1, sound - 1]


@nb.njit(**INNER)
def _site_may_follow(text, ends, parts, tables):
    """Whether a site's name may stand behind a bare at: with points as words, or a well-known mail site."""
    for part in range(1, parts):
        if ends[0, part] - ends[1, part - 1] != 1:
            return True
    return among(tables.hashes, PROVIDERS, text, ends[0, 0], ends[1, 0])


@nb.njit(**INNER)
def _local_written(text, start, at, tables):
    """Hash the name of a mail with plain points; gives whether it has points, spaces, its size, and the hash."""
    pointed, spaced, size = False, False, 0
    state = tables.hashes[TO_MAIL]
    k = start
    while k < at:
        if _in_local(text[k]):
            state = (state ^ np.uint64(text[k])) * STEP
            k += 1
        else:
            pointed = True
            state = (state ^ np.uint64(46)) * STEP
            end = _point(text, k, tables)
            for p in range(k, end):
                spaced = spaced or text[p] == 32
            k = max(end, k + 1)
        size += 1
    return pointed, spaced, size, state
