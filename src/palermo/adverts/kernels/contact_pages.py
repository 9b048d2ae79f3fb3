"""Finds pages in a folded text, and the phones and messenger names that they lead to."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_keys import CODE_SIZE, INTERNATIONAL, LENGTHS, LOCAL
from palermo.adverts.kernels.contact_scan import kind_at, word_end
from palermo.adverts.kernels.contact_tables import (
    DIGIT,
    ENDINGS,
    INNER,
    LETTER,
    PATH_ENDINGS,
    TO_PAGE,
    TO_TELEGRAM,
    codes_of,
)
from palermo.adverts.kernels.contact_worth import without_trunk
from palermo.adverts.kernels.contact_writing import among, code_at, finished, hashed, is_plain, write

_LONGEST_PATH = 2000
_AFTER_PAGE = codes_of(".,;:!?)]}'\"*<>|")
_JOINCHAT = codes_of("joinchat")
_MESSAGE = codes_of("message/")
_SEND = codes_of("send?phone=")
_SEND_SLASH = codes_of("send/?phone=")
_API = codes_of("api.whatsapp.com")
_WA_ME = codes_of("wa.me")
_TELEGRAM_ME = codes_of("telegram.me")
_T_ME = codes_of("t.me")
_WWW = codes_of("www.")


@nb.njit(**INNER)
def find_pages(text, first, tables, out, told):
    """Write down the pages of a text, or the phones and messenger names that they lead to; the first has its point there."""
    n = text.shape[0]
    i = first
    while i > 0 and text[i - 1] != 32 and text[i - 1] != 10:
        i -= 1
    while i < n:
        host, sure = _page_begins(text, i)
        if host < 0:
            i += 1
            continue
        end = _host_end(text, host, sure == 2)
        if end < 0 and sure == 2:
            host, sure = i, 0
            end = _host_end(text, host, False)
        if end < 0:
            i += 1
            continue
        i = _page(text, (i, host, end, sure), tables, out, told)


@nb.njit(**INNER)
def _page_begins(text, i):
    """Give where the site's name of a page begins that may begin at a place, or -1; and what says that it is one.

    That is 1 for `https://`, 2 for `www`, 0 where the name must tell by itself.
    """
    code = text[i]
    if not is_plain(code):
        return -1, 0
    if code == 104 and code_at(text, i + 1) == 116 and code_at(text, i + 2) == 116 and code_at(text, i + 3) == 112:
        k = i + 5 if code_at(text, i + 4) == 115 else i + 4
        if code_at(text, k) == 58 and code_at(text, k + 1) == 47 and code_at(text, k + 2) == 47:
            return k + 3, 1
    before = code_at(text, i - 1)
    if is_plain(before) or before == 46 or before == 64 or before == 45:
        return -1, 0
    if code == 119 and code_at(text, i + 1) == 119 and code_at(text, i + 2) == 119 and code_at(text, i + 3) == 46:
        return i, 2
    return (-1, 0) if before == 95 or before == 47 else (i, 0)


@nb.njit(**INNER)
def _host_end(text, i, after_www):
    """Give the end of a site's name, or -1; behind `www` any letters, digits, points and dashes are."""
    n = text.shape[0]
    if after_www:
        k = i + 4
        while k < n and k - i - 4 < 200 and (is_plain(text[k]) or text[k] == 45 or text[k] == 46):
            k += 1
        return k if k - i - 4 >= 3 else -1
    end = -1
    parts = 0
    while parts < 7 and i < n and is_plain(text[i]):
        k = i
        while k < n and k - i < 62 and (is_plain(text[k]) or text[k] == 45):
            k += 1
        parts += 1
        if parts > 1:
            end = k
        if code_at(text, k) != 46:
            break
        i = k + 1
    return end


@nb.njit(**INNER)
def _page(text, page, tables, out, told):
    """Write a page down where it is one; gives where reading goes on."""
    start, host, end, sure = page
    after = end
    if code_at(text, end) == 58 and 48 <= code_at(text, end + 1) <= 57:
        after = end + 1
        while after - end < 6 and 48 <= code_at(text, after) <= 57:
            after += 1
    path, path_end = after, after
    if code_at(text, after) == 47 or code_at(text, after) == 63 or code_at(text, after) == 35:
        path_end = after + 1
        while path_end - after <= _LONGEST_PATH and 33 <= code_at(text, path_end) <= 126:
            path_end += 1
    goes_on = path_end
    port = after - end
    if text[end - 1] == 45 or text[end - 1] == 46:
        path_end = path
    while path_end > path and _after_page(text[path_end - 1]):
        path_end -= 1
    while end > host and (text[end - 1] == 45 or text[end - 1] == 46):
        end -= 1
    if not _sound_host(text, host, end) or not _telling(text, (host, end, sure), path_end > path, tables):
        return goes_on
    key = _page_key(text, (host, end), (path, path_end), tables)
    write(out, told, start, path_end if path_end > path else end + port, key)
    return goes_on


@nb.njit(**INNER)
def _after_page(code):
    for mark in _AFTER_PAGE:
        if code == mark:
            return True
    return False


@nb.njit(**INNER)
def _sound_host(text, host, end):
    """Whether a site's name is made of two to seven parts, each as it must be, the last of letters."""
    parts = 0
    i = host
    while i < end:
        k = i
        while k < end and text[k] != 46:
            k += 1
        if k == i or k - i > 63 or not is_plain(text[i]) or not is_plain(text[k - 1]):
            return False
        parts += 1
        if k == end:
            return 2 <= parts <= 7 and 2 <= k - i <= 24 and word_end(text, i) >= k
        i = k + 1
    return False


@nb.njit(**INNER)
def _telling(text, name, has_path, tables):
    """Whether a site's name is surely one, by what stands before it or by its ending."""
    host, end, sure = name
    if sure:
        return True
    i = end
    while i > host and text[i - 1] != 46:
        i -= 1
    return among(tables.hashes, ENDINGS, text, i, end) or (
        has_path and among(tables.hashes, PATH_ENDINGS, text, i, end)
    )


@nb.njit(**INNER)
def _is(text, start, end, word):
    if end - start != len(word):
        return False
    for k in range(len(word)):
        if text[start + k] != word[k]:
            return False
    return True


@nb.njit(**INNER)
def _page_key(text, name, path, tables):
    """Give the key of a page, or of the phone or messenger name that it leads to."""
    host, end = name
    at, after = path
    bare = host + 4 if _is(text, host, host + 4, _WWW) else host
    if _is(text, bare, end, _T_ME) or _is(text, bare, end, _TELEGRAM_ME):
        first, last = _telegram_name(text, at, after)
        if first >= 0:
            return finished(hashed(tables.hashes[TO_TELEGRAM], text, first, last))
    if _is(text, bare, end, _WA_ME) or _is(text, bare, end, _API):
        key = _whatsapp_number(text, at, after, tables)
        if key:
            return key
    state = hashed(tables.hashes[TO_PAGE], text, host, end)
    while after > at and text[after - 1] == 47:
        after -= 1
    return finished(hashed(state, text, at, after))


@nb.njit(**INNER)
def _telegram_name(text, at, after):
    """Find the name in the path of a Telegram page; -1 for none."""
    first = at + 2 if code_at(text, at + 1) == 64 else at + 1
    if at >= after or text[at] != 47 or first >= after or not 97 <= text[first] <= 122:
        return -1, -1
    last = first
    while last < after and (is_plain(text[last]) or text[last] == 95):
        last += 1
    rest = last + 1 if last < after and text[last] == 47 else last
    if not 3 <= last - first <= 32 or (rest < after and text[rest] != 63) or _is(text, first, last, _JOINCHAT):
        return -1, -1
    return first, last


@nb.njit(**INNER)
def _whatsapp_number(text, at, after, tables):
    """Read the number in the path of a WhatsApp page; 0 for none."""
    k = at + 1
    if _is(text, k, min(after, k + 12), _SEND_SLASH):
        k += 12
    elif _is(text, k, min(after, k + 11), _SEND):
        k += 11
    elif _is(text, k, min(after, k + 8), _MESSAGE):
        k += 8
    if code_at(text, k) == 43:
        k += 1
    value, size = 0, 0
    while k < after and size < 16 and kind_at(text, k, tables) & DIGIT:
        value = value * 10 + text[k] - 48
        size += 1
        k += 1
    if not 8 <= size <= 15 or (k < after and (kind_at(text, k, tables) & (LETTER | DIGIT) or text[k] == 95)):
        return np.uint64(0)
    return _possible(tables.plans, value, size)


@nb.njit(**INNER)
def _possible(plans, value, size):
    """Give the key of a number with its country code, or 0 where that country has none of this length."""
    lead = value // 10 ** (size - 3)
    if plans[lead, CODE_SIZE] == 0:
        return np.uint64(0)
    left, written = without_trunk(plans, lead, value, size)
    if not plans[lead, LENGTHS] >> left & 1:
        left, written = size - plans[lead, CODE_SIZE], value
    possible = (plans[lead, LENGTHS] | plans[lead, LOCAL]) >> left & 1
    return np.uint64(INTERNATIONAL) | np.uint64(written) if possible else np.uint64(0)
