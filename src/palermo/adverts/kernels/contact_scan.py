"""Finds everything in a folded text that stands for digits, and tells where a contact of another kind may be."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_suffix import may_be_zero, parts_names, posing_begins, zero_begins
from palermo.adverts.kernels.contact_tables import (
    ALONE,
    AT_BARE,
    AT_HELD,
    BRIEF,
    CODE,
    CURIOUS,
    DIGIT,
    GAP,
    HAN,
    HAN_SHIFT,
    HINT,
    INNER,
    KINDS,
    LABEL,
    LABEL_LETTERS,
    LABEL_SIGN,
    MARK,
    NAMES,
    NAMES_WHOLE,
    PARTING,
    PARTS,
    POSING,
    SMALL,
    VOCAB,
    WHAT,
)
from palermo.adverts.kernels.contact_tables import DIGITS as NUMBER
from palermo.adverts.kernels.contact_tables import SIZE as NUMBER_SIZE

START, END, VALUE, SIZE = 0, 1, 2, 3
"""Columns of a group: where it stands, its digits as a number, and how many there are beside how they are written."""
WORDS, LETTERS, LOOSE, SUFFIX = 1 << 8, 1 << 9, 1 << 10, 1 << 11
"""Set beside a group's size: written in words, in letters that pose as digits, in nothing but such letters, begun by the end
of a word."""
MOST_DIGITS = 18
"""Digits of a group that are kept: more than any number has, `00` before it included."""

COUNT, DIGITS, HINTS, NAMED, FIRST_AT, FIRST_PAGE = 0, 1, 2, 3, 4, 5
"""What a scan keeps: how many groups there are, how many digits in all, what was met, and where a messenger's name, an at
and the point of a page were met first."""
SEEN = 6
"""How many such figures there are."""
MAIL, PAGE, ALIAS, MESSENGER, BAR, MOMENT = 1, 2, 4, 8, 16, 32
"""What may be there: a mail, a page, a name after @, one after a messenger's, a bar for 1, a date or time."""

_LONGEST_GLUED = 120
_SHORTEST_GLUED = 6
_SHORTEST_AT_END = 3
_BEFORE_AT = 3
_ONLY_BRIEF, _TELLS = 1, 2
_WHOLE = 9
_OF_OTHERS = SMALL | CODE


@nb.njit(**INNER)
def kind_at(text, i, tables):
    """Give the kind of the letter at a place; 0 beyond both ends."""
    if i < 0 or i >= text.shape[0]:
        return 0
    code = text[i]
    return int(tables.kind[code]) if code < KINDS else 0


@nb.njit(**INNER)
def word_end(text, i):
    """Give the end of the letters a to z from a place."""
    n = text.shape[0]
    while i < n and 97 <= text[i] <= 122:
        i += 1
    return i


@nb.njit(**INNER)
def word_at(text, i, end, words):
    """Give what the word from `i` to `end` is, and its node."""
    node = 0
    for k in range(i, end):
        node = words[node, text[k] - 97]
        if node == 0:
            return 0, 0
    return words[node, WHAT], node


@nb.njit(**INNER)
def scan(text, pos, tables, groups, seen):
    """Collect groups from `pos` on, until the text or the room for groups ends.

    Args:
        text: the folded letters.
        pos: where to begin: the text's beginning, or where a scan before stopped.
        tables: of `contact_tables`.
        groups: takes a row for each group.
        seen: the figures of the scan; those of a scan before are kept.

    Returns:
        where the scan stopped.
    """
    n = text.shape[0]
    room = groups.shape[0] - 4
    kinds, words = tables.kind, tables.words
    i = pos
    while i < n:
        code = text[i]
        if 97 <= code <= 122:
            node = np.int64(words[0, code - 97])
            met = words[node, WHAT]
            k = i + 1
            while k < n and node and 97 <= text[k] <= 122:
                node = np.int64(words[node, text[k] - 97])
                met |= words[node, WHAT]
                k += 1
            while k < n and 97 <= text[k] <= 122:
                k += 1
            last = text[k - 1]
            may_end = k - i > 2 and (last == 111 or last == 108 or last == 105)  # o l i
            if (may_end and may_be_zero(text, k)) or words[node, WHAT] & ~_OF_OTHERS or met & (NAMES | ALONE):
                if seen[COUNT] >= room:
                    return i
                k = _word(text, (i, k, node, met), tables, groups, seen)
            i = k
            continue
        kind = kinds[code] if code < KINDS else 0
        if kind & (DIGIT | HAN | LABEL_SIGN | HINT):
            if seen[COUNT] >= room:
                return i
            i = _sign(text, (i, kind), tables, groups, seen)
        else:
            i += 1
    return n


@nb.njit(**INNER)
def _sign(text, place, tables, groups, seen):
    """Read digits or a sign that tells; gives the end of what was read."""
    i, kind = place
    if kind & LABEL_SIGN:
        _note_name(text, i, tables, seen)
    if kind & DIGIT:
        return _digits(text, i, groups, seen)
    if kind & HAN:
        _add(groups, seen, i, i + 1, kind >> HAN_SHIFT & 15, 1 | WORDS)
    elif kind & HINT:
        _hint(text, i, seen)
    return i + 1


@nb.njit(**INNER)
def _note_name(text, i, tables, seen):
    """Note where a messenger is named first, and whether a name may follow anywhere."""
    named = _named_at(text, i, tables)
    if named and seen[NAMED] < 0:
        seen[NAMED] = i
    if named == _TELLS:
        seen[HINTS] |= MESSENGER


@nb.njit(**INNER)
def appended(value, size, more, more_size):
    """Write digits behind digits, as many as are kept; gives the number and how many digits it has."""
    fits = min(more_size, MOST_DIGITS - size)
    for _ in range(more_size - fits):
        more //= 10
    for _ in range(fits):
        value *= 10
    return value + more, size + fits


@nb.njit(**INNER)
def _add(groups, seen, start, end, value, size):
    """Add digits; those that touch the group before become part of it."""
    count = seen[COUNT]
    seen[DIGITS] += size & 255
    if count and groups[count - 1, END] == start:
        last = groups[count - 1]
        if not _apart(last[SIZE], size):
            ways = (last[SIZE] | size) & (WORDS | LETTERS) | last[SIZE] & SUFFIX
            last[VALUE], held = appended(last[VALUE], last[SIZE] & 255, value, size & 255)
            last[END] = end
            last[SIZE] = held | ways
            return
    groups[count, START] = start
    groups[count, END] = end
    groups[count, VALUE] = value
    groups[count, SIZE] = size
    seen[COUNT] = count + 1


@nb.njit(**INNER)
def _apart(before, size):
    """Whether a whole number in digits and one in words touch: a Chinese number follows or goes before."""
    ways, more = before & (WORDS | LETTERS), size & (WORDS | LETTERS)
    return (ways == 0 and more == WORDS and before & 255 >= _WHOLE) or (
        ways == WORDS and more == 0 and size & 255 >= _WHOLE
    )


@nb.njit(**INNER)
def _digits(text, i, groups, seen):
    """Read digits as such; gives their end."""
    n = text.shape[0]
    value = 0
    size = 0
    k = i
    while k < n and 48 <= text[k] <= 57:
        if size < MOST_DIGITS:
            value = value * 10 + text[k] - 48
            size += 1
        k += 1
    _add(groups, seen, i, k, value, size)
    if k + 1 < n:
        mark = text[k]
        near = 48 <= text[k + 1] <= 57
        moment = near and (mark == 45 or mark == 46 or mark == 47 or mark == 58)  # - . / :
        if moment or (mark == 32 and text[k + 1] == 115):  # perhaps " sep"
            seen[HINTS] |= MOMENT
    return k


@nb.njit(**INNER)
def _note_mail(i, seen):
    """Note where an at that may be a mail's stands first."""
    if seen[HINTS] & MAIL == 0:
        seen[FIRST_AT] = max(0, i - _BEFORE_AT)
        seen[HINTS] |= MAIL


@nb.njit(**INNER)
def _hint(text, i, seen):
    """Note what an @, a point or a bar may be part of."""
    mark = text[i]
    if mark == 64:
        _note_mail(i, seen)
        seen[HINTS] |= ALIAS
    elif mark == 124:
        seen[HINTS] |= BAR
    else:
        k = i + 1
        while k < text.shape[0] and (48 <= text[k] <= 57 or text[k] == 45):
            k += 1
        if k < text.shape[0] and 97 <= text[k] <= 122:
            if seen[HINTS] & PAGE == 0:
                seen[FIRST_PAGE] = i
            seen[HINTS] |= PAGE


@nb.njit(**INNER)
def _word(text, word, tables, groups, seen):
    """Read a word that tells, or the number of several words; gives the end of what was read."""
    i, k, node, met = word
    words = tables.words
    what = words[node, WHAT]
    if met & NAMES or what & NAMES_WHOLE:
        _note_name(text, i, tables, seen)
    if what & CURIOUS and k < text.shape[0] and text[k] == 95:
        seen[HINTS] |= ALIAS
    if what & (AT_BARE | AT_HELD):
        _hint_at(text, i, k, what, seen)
    if what & VOCAB == 0:
        glued = met & ALONE and _SHORTEST_GLUED <= k - i <= _LONGEST_GLUED and _glued(text, i, k, words, groups, seen)
        if not glued and k - i > 2:
            _suffix(text, (i, k, what), words, groups, seen)
        return k
    best, end = _longest(text, k, node, words)
    if best:
        _add(groups, seen, i, end, words[best, NUMBER], words[best, NUMBER_SIZE] | WORDS)
    elif words[node, NUMBER_SIZE]:
        ways = LETTERS | LOOSE if what & POSING else WORDS
        _add(groups, seen, i, k, words[node, NUMBER], words[node, NUMBER_SIZE] | ways)
    return max(k, end)


@nb.njit(**INNER)
def _longest(text, k, node, words):
    """Follow a number of several words from the first one's end; gives the node of the longest, or 0, and its end."""
    n = text.shape[0]
    best = 0
    end = 0
    if k >= n or (text[k] != 32 and text[k] != 45):
        return best, end
    mark = text[k]
    node = words[node, MARK]
    k += 1
    while node and k < n:
        if 97 <= text[k] <= 122:
            node = words[node, text[k] - 97]
            k += 1
            if node and (k == n or not 97 <= text[k] <= 122) and words[node, NUMBER_SIZE]:
                best = node
                end = k
        elif text[k] == mark:
            node = words[node, MARK]
            k += 1
        else:
            break
    return best, end


@nb.njit(**INNER)
def _glued(text, start, end, words, groups, seen):
    """Read a word made of number words, each as long as it can be; gives whether it is one."""
    value, size = 0, 0
    at = start
    while at < end:
        node, best, stop = 0, 0, at
        for k in range(at, end):
            node = words[node, text[k] - 97]
            if node == 0:
                break
            if words[node, WHAT] & ALONE:
                best = node
                stop = k + 1
        if best == 0 or (stop - at < _SHORTEST_AT_END and (at == start or stop == end)):
            return False
        value, size = appended(value, size, words[best, NUMBER], words[best, NUMBER_SIZE])
        at = stop
    _add(groups, seen, start, end, value, size | WORDS)
    return True


@nb.njit(**INNER)
def _suffix(text, word, words, groups, seen):
    """Read the zero that a word ends with, or letters that pose as a number's first digits where more digits follow."""
    i, k, what = word
    last = text[k - 1]
    if (last != 111 and last != 108 and last != 105) or (i and parts_names(text[i - 1])):
        return
    at = zero_begins(text, i, k, words)
    if at > 0:
        _add(groups, seen, at, k, 0, 1 | WORDS | SUFFIX)
        return
    at = posing_begins(text, i, k, words) if what & LABEL == 0 else -1
    if at > 0:
        value = 0
        for near in range(at, k):
            value = value * 10 + (text[near] != 111)
        _add(groups, seen, at, k, value, (k - at) | LETTERS | SUFFIX)


@nb.njit(**INNER)
def _hint_at(text, i, k, what, seen):
    """Note an at as a word where it stands as one in mails: between spaces, or after a bracket."""
    before = text[i - 1] if i > 0 else 0
    if what & AT_BARE and before == 32 and k < text.shape[0] and text[k] == 32:
        _note_mail(i, seen)
    if before == 32 and i > 1:
        before = text[i - 2]
    if before == 40 or before == 91 or before == 123 or before == 60:  # ( [ { <
        _note_mail(i, seen)


@nb.njit(**INNER)
def match_label(text, i, label, tables):
    """Give the end of a messenger's label that stands at a place, or -1."""
    labels = tables.labels
    k = i
    for at in range(labels[label, LABEL_LETTERS]):
        letter = labels[label, at]
        if letter == PARTING:
            if kind_at(text, k, tables) & PARTS:
                k += 1
        elif k < text.shape[0] and text[k] == letter:
            k += 1
        else:
            return -1
    return k


@nb.njit(**INNER)
def _named_at(text, i, tables):
    """Tell whether a messenger is named at a place, and whether so that a name may follow."""
    named = 0
    head = min(text[i], 127)
    for label in range(tables.label_first[head], tables.label_first[head + 1]):
        end = match_label(text, i, label, tables)
        if end < 0:
            continue
        if not tables.labels[label, BRIEF]:
            return _TELLS
        named = max(named, _ONLY_BRIEF)
        after = text[end] if end < text.shape[0] else 0
        if after == GAP or after == 32 or after == 58 or after == 61 or after == 64 or after == 45 or 48 <= after <= 57:
            return _TELLS
    return named
