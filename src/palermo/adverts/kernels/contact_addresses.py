"""Finds mails and pages in a folded text, plain or with the at and the points written as words."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_keys import (
    CODE_SIZE,
    HASH_MIX,
    HASH_START,
    HASH_STEP,
    INTERNATIONAL,
    LENGTHS,
    LOCAL,
    OTHER,
)
from palermo.adverts.kernels.contact_runs import without_trunk, write
from palermo.adverts.kernels.contact_scan import kind_at, word_at, word_end
from palermo.adverts.kernels.contact_tables import (
    AT_BARE,
    AT_HELD,
    DIGIT,
    ENDINGS,
    INNER,
    LETTER,
    PATH_ENDINGS,
    POINT,
    PROVIDERS,
    TO_MAIL,
    TO_PAGE,
    TO_TELEGRAM,
    codes_of,
)

_STEP = np.uint64(HASH_STEP)
_START = np.uint64(HASH_START)
_MIX = np.uint64(HASH_MIX)
_LONGEST_LOCAL = 120
_LONGEST_DOMAIN = 160
_LONGEST_PATH = 2000
PARTS = 5
"""The most parts of a name or site in a mail."""
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
def hashed(state, text, start, end):
    """Continue a hash with the letters of a stretch."""
    state = np.uint64(state)
    for k in range(start, end):
        state = (state ^ np.uint64(text[k])) * _STEP
    return state


@nb.njit(**INNER)
def finished(state):
    """Make the key of a contact that is no phone from the hash of its canonical writing."""
    return np.uint64(OTHER) | ((state ^ (state >> np.uint64(32))) * _MIX)


@nb.njit(**INNER)
def among(hashes, words, text, start, end):
    """Whether a stretch is one of a set of words."""
    state = hashed(_START, text, start, end)
    for at in range(np.int64(hashes[words]), np.int64(hashes[words + 1])):
        if hashes[at] == state:
            return True
    return False


@nb.njit(**INNER)
def code_at(text, i):
    """Give the letter at a place; 0 beyond both ends."""
    return text[i] if 0 <= i < text.shape[0] else 0


@nb.njit(**INNER)
def is_plain(code):
    """Whether a letter is one of a to z, or a digit."""
    return 97 <= code <= 122 or 48 <= code <= 57


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
    state = (state ^ np.uint64(64)) * _STEP
    for part in range(sound):
        if part:
            state = (state ^ np.uint64(46)) * _STEP
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
            state = (state ^ np.uint64(text[k])) * _STEP
            k += 1
        else:
            pointed = True
            state = (state ^ np.uint64(46)) * _STEP
            end = _point(text, k, tables)
            for p in range(k, end):
                spaced = spaced or text[p] == 32
            k = max(end, k + 1)
        size += 1
    return pointed, spaced, size, state


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
