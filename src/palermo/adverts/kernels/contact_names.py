"""Finds messenger names in a folded text: behind a messenger's name, behind an @, or telling by themselves."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_scan import kind_at, match_label
from palermo.adverts.kernels.contact_tables import (
    GAP,
    INNER,
    LABEL_HEAD,
    LABEL_WHAT,
    NAME,
    NEVER_ALONE,
    NO_NAMES,
    QQ,
    SESSION,
    SHORT,
    STATE,
    TO_TELEGRAM,
    TO_WECHAT,
    codes_of,
)
from palermo.adverts.kernels.contact_writing import among, code_at, finished, hashed, is_plain, write

_ID_WORDS = codes_of("id|号|號|account|username|user|naam|nom|name|")
"""The words for a name behind a messenger's, each with a bar behind it."""
_WXID = codes_of("wxid_")


@nb.njit(**INNER)
def find_names(text, first, tables, out, told):
    """Write down the names that stand behind a messenger's name, from a place on."""
    n = text.shape[0]
    i = first
    while i < n:
        if kind_at(text, i, tables) & LABEL_HEAD and not (i and kind_at(text, i - 1, tables) & NAME):
            end = _named(text, i, tables, out, told)
            if end > i:
                i = end
                continue
        i += 1


@nb.njit(**INNER)
def _named(text, i, tables, out, told):
    """Read a messenger's name and what follows; gives where reading goes on, `i` where no messenger is named."""
    head = min(text[i], 127)
    for label in range(tables.label_first[head], tables.label_first[head + 1]):
        end = match_label(text, i, label, tables)
        if end < 0:
            continue
        after = _id_end(text, end)
        start = _name_start(text, after)
        if start < 0 and after > end:
            after = end
            start = _name_start(text, after)
        if start < 0:
            continue
        goes_on = _name_end(text, start)
        last = goes_on
        while last > start and (text[last - 1] == 46 or text[last - 1] == 45):
            last -= 1
        if _is_name(text, label, (i, end, after, start, last), tables):
            write(out, told, i, last, finished(hashed(tables.labels[label, STATE], text, start, last)))
        return goes_on
    return i


@nb.njit(**INNER)
def _id_end(text, i):
    """Give the end of a word such as “id” behind a messenger's name; `i` where none stands there."""
    k = i + 1 if code_at(text, i) == 32 else i
    p = k
    sound = True
    for letter in _ID_WORDS:
        if letter != 124:
            sound = sound and code_at(text, p) == letter
            p += 1
        elif sound and not is_plain(code_at(text, p)):
            return p
        else:
            p, sound = k, True
    return i


@nb.njit(**INNER)
def _spaces_end(text, i):
    k = i
    while k - i < 2 and (code_at(text, k) == 32 or code_at(text, k) == GAP):
        k += 1
    return k


@nb.njit(**INNER)
def _name_start(text, i):
    """Give where the name begins behind spaces, emoji, a colon and an @; -1 where none does."""
    k = _spaces_end(text, i)
    code, beside = code_at(text, k), code_at(text, k + 1)
    if (code == 45 or code == 61) and beside == 62:
        k += 2
    elif code == 58 or code == 61 or code == 64 or (code == 45 and beside == 32):
        k += 1
    k = _spaces_end(text, k)
    if code_at(text, k) == 64:
        k += 1
    return k if is_plain(code_at(text, k)) and _in_name(code_at(text, k + 1)) else -1


@nb.njit(**INNER)
def _in_name(code):
    return is_plain(code) or code == 95 or code == 46 or code == 45


@nb.njit(**INNER)
def _name_end(text, start):
    k = start + 1
    while k - start < 40 and _in_name(code_at(text, k)):
        k += 1
    return k


@nb.njit(**INNER)
def _is_name(text, label, places, tables):
    """Tell whether what follows a messenger's name is a name in it, and no word of the sentence or phone number."""
    begin, label_end, id_end, start, last = places
    what = tables.labels[label, LABEL_WHAT]
    if last - start < 3 or among(tables.hashes, NO_NAMES, text, start, last):
        return False
    if _is_number(text, start, last):
        return what & QQ != 0 and _all_digits(text, start, last) and 5 <= last - start <= 11
    marked, with_at = _mark(text, id_end, start)
    if with_at or (id_end > label_end and marked):
        return True
    begins_with_digit = 48 <= text[start] <= 57
    if what & (NEVER_ALONE | SHORT):
        return marked and what & SESSION == 0 and not begins_with_digit
    if marked or id_end > label_end:
        return True
    for k in range(begin, label_end):
        if text[k] > 127:
            return _holds(text, start, last, False)
    return start > id_end and not begins_with_digit and _holds(text, start, last, True)


@nb.njit(**INNER)
def _mark(text, start, end):
    """Tell whether more than spaces, emoji and a dash stand before a name, and whether an @ does."""
    marked, with_at = False, False
    for k in range(start, end):
        marked = marked or (text[k] != 32 and text[k] != GAP and text[k] != 45)
        with_at = with_at or text[k] == 64
    return marked, with_at


@nb.njit(**INNER)
def _holds(text, start, end, digits):
    """Whether a name holds a digit or `_`, or else a letter."""
    for k in range(start, end):
        found = 48 <= text[k] <= 57 or text[k] == 95 if digits else 97 <= text[k] <= 122
        if found:
            return True
    return False


@nb.njit(**INNER)
def _is_number(text, start, end):
    """Whether a name is made of digits, letters that pose as digits, points and dashes."""
    digits = False
    for k in range(start, end):
        code = text[k]
        digit = 48 <= code <= 57
        if not digit and code != 111 and code != 108 and code != 105 and code != 46 and code != 45:
            return False
        digits = digits or digit
    return digits


@nb.njit(**INNER)
def _all_digits(text, start, end):
    for k in range(start, end):
        if not 48 <= text[k] <= 57:
            return False
    return True


@nb.njit(**INNER)
def find_aliases(text, tables, out, told):
    """Write down the names that need no messenger's name before them: those behind an @, and WeChat's own."""
    n = text.shape[0]
    i = 0
    while i < n:
        before = code_at(text, i - 1)
        if text[i] == 64 and not is_plain(before) and not _parts_no_alias(before):
            i = _alias(text, i, tables, out, told)
        elif text[i] == 119 and not is_plain(before) and _wxid_end(text, i) > 0:
            end = _wxid_end(text, i)
            write(out, told, i, end, finished(hashed(tables.hashes[TO_WECHAT], text, i, end)))
            i = end
        else:
            i += 1


@nb.njit(**INNER)
def _parts_no_alias(code):
    return code == 95 or code == 46 or code == 64 or code == 37 or code == 43 or code == 45


@nb.njit(**INNER)
def _alias(text, i, tables, out, told):
    """Read a name behind an @; gives where reading goes on."""
    if not 97 <= code_at(text, i + 1) <= 122:
        return i + 1
    k = i + 2
    while k - i < 33 and (is_plain(code_at(text, k)) or code_at(text, k) == 95 or code_at(text, k) == 46):
        k += 1
    while k - i >= 4 and (is_plain(code_at(text, k)) or code_at(text, k) == 95 or code_at(text, k) == 64):
        k -= 1
    if k - i < 4:
        return i + 1
    end = k
    while text[end - 1] == 46:
        end -= 1
    if end - i > 3:
        write(out, told, i, end, finished(hashed(tables.hashes[TO_TELEGRAM], text, i + 1, end)))
    return k


@nb.njit(**INNER)
def _wxid_end(text, i):
    """Give the end of a WeChat name such as wxid_ab12 that begins at a place; -1 for none."""
    for k in range(5):
        if code_at(text, i + k) != _WXID[k]:
            return -1
    k = i + 5
    while k - i < 45 and (is_plain(code_at(text, k)) or code_at(text, k) == 95 or code_at(text, k) == 45):
        k += 1
    return k if k - i >= 9 else np.int64(-1)
