"""Tells which groups of digits hang together, which of those are phone numbers, and where one ends and the next begins."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.contact_keys import (
    CODE_SIZE,
    INTERNATIONAL,
    LENGTHS,
    MOBILE,
    NATIONAL,
    TRUNK,
    TRUNK_SIZE,
    USUAL,
)
from palermo.adverts.kernels.contact_scan import (
    END,
    LETTERS,
    LOOSE,
    MOST_DIGITS,
    SIZE,
    START,
    VALUE,
    WORDS,
    kind_at,
    word_at,
    word_end,
)
from palermo.adverts.kernels.contact_tables import (
    BETWEEN,
    DIGIT,
    GAP,
    INNER,
    LABEL,
    LETTER,
    UNIT,
    UNIT_HEAD,
    WHAT,
    codes_of,
)

FOUND, SOUND, MET = 0, 1, 2
"""What reading keeps: contacts written, numbers of ten digits or that say their country, contacts met, room or none."""
TOLD = 3
"""How many such figures there are."""

_FEWEST = 8
_LONGEST = 17
_TEN = 10
_MARKS = 3
_GROUPS_OF_ONE = 17
_NONE = -99
_ENDS_WELL = 4
_PAIRS = 8
_PLACES = tuple(10**size for size in range(MOST_DIGITS + 1))
_POWER = np.array(_PLACES, dtype=np.int64)
_FINE, _ENDS, _TAINTS = 0, 1, 2
_UNIT_SIGNS = codes_of("€$£¥元块分点岁%")
_LABEL_SIGNS = codes_of("话話号號机機信")


def _shape(*sizes: int) -> int:
    """Write sizes of groups as one number, as `_best` adds them up."""
    shape = 0
    for size in sizes:
        shape = shape << 5 | size
    return shape


_IN_PAIRS = _shape(2, 2, 2, 2, 2)
_THREES = _shape(3, 3, 3)
_SPANISH = np.array(
    [_shape(9), _THREES, _shape(3, 2, 2, 2), _shape(1, 2, 2, 2, 2), _shape(2, 3, 2, 2), _shape(3, 6), _shape(2, 7)]
)
_LABELLED = np.array(
    [_shape(*sizes) for sizes in ((3, 3, 4), (3, 7), (3, 6), (3, 3, 3), (4, 3, 3), (3, 4, 3), (3, 2, 2, 2, 2))]
)
_CHINESE = np.array([_shape(11), _shape(3, 4, 4)])


@nb.njit(**INNER)
def read_groups(text, tables, groups, span, out, told):
    """Read the phones out of the groups of a scan.

    Args:
        text: the folded letters that were scanned.
        tables: of `contact_tables`.
        groups: of the scan.
        span: how many groups there are, and whether no more follow.
        out: takes start, end and key of each phone.
        told: the figures of the reading.

    Returns:
        the first group of those that are left for later, since more may follow them.
    """
    count, last = span
    first = np.int64(0)
    tainted = count < 0
    for at in range(count):
        if (at > first or tainted) and not _close(text, groups[at - 1, END], groups[at, START], tables):
            _read_stretch(text, tables, (groups, first, at, tainted), out, told)
            first = at
            tainted = at < 0
        fault = _fault(text, groups, at, tables)
        if fault != _FINE:
            _read_stretch(text, tables, (groups, first, at, tainted), out, told)
            first = at + 1
            tainted = fault == _TAINTS
    if not last and not tainted and first < count and first > 0:
        return first
    _read_stretch(text, tables, (groups, first, count, tainted), out, told)
    return count


@nb.njit(**INNER)
def _close(text, start, end, tables):
    """Whether one to three marks and nothing else stand between two groups; emoji side by side are one mark."""
    marks = 0
    k = start
    while k < end:
        if text[k] == GAP:
            while k < end and text[k] == GAP:
                k += 1
        elif kind_at(text, k, tables) & BETWEEN:
            k += 1
        else:
            return False
        marks += 1
        if marks > _MARKS:
            return False
    return marks > 0


@nb.njit(**INNER)
def _fault(text, groups, at, tables):
    """Tell whether a group is no part of a phone number and ends what went before, or taints what follows too."""
    start, end, size = groups[at, START], groups[at, END], groups[at, SIZE]
    digits = size & 255
    if digits > _LONGEST:
        return _TAINTS
    if digits <= 3 and _measure(text, end, tables):
        return _ENDS
    if size & (WORDS | LETTERS) == WORDS:
        return _FINE
    if kind_at(text, start - 1, tables) & LETTER and not _after_label(text, start, 14, tables):
        return _TAINTS
    if kind_at(text, end, tables) & LETTER:
        after = word_end(text, end)
        short = after - end < 3 or (after - end <= 12 and kind_at(text, after, tables) & DIGIT)
        if short or _measure(text, end, tables):
            return _TAINTS
    return _FINE


@nb.njit(**INNER)
def _measure(text, i, tables):
    """Whether a unit of money, time or size stands at a place, behind a space or not."""
    n = text.shape[0]
    if i < n and text[i] == 32:
        i += 1
    if i >= n:
        return False
    code = text[i]
    if not 97 <= code <= 122:
        return _holds(_UNIT_SIGNS, code)
    words = tables.words
    node = 0
    k = i
    while k < n and 97 <= text[k] <= 122:
        node = words[node, text[k] - 97]
        if node == 0:
            return False
        k += 1
        if words[node, WHAT] & UNIT_HEAD:
            return True
    return words[node, WHAT] & UNIT != 0


@nb.njit(**INNER)
def _after_label(text, end, longest, tables):
    """Whether the letters before a place are a whole word that stands before phones."""
    k = end
    while k > 0 and end - k <= longest and 97 <= text[k - 1] <= 122:
        k -= 1
    if k == end or end - k > longest or kind_at(text, k - 1, tables) & (LETTER | DIGIT):
        return False
    return word_at(text, k, end, tables.words)[0] & LABEL != 0


@nb.njit(**INNER)
def _read_stretch(text, tables, stretch, out, told):
    """Read groups close to one another: letters standing alone part them unless digits around say that they are digits."""
    groups, first, after, tainted = stretch
    total = 0
    for at in range(first, after):
        total += groups[at, SIZE] & 255
    if total < _FEWEST:
        return
    begin = first
    for at in range(first, after):
        if groups[at, SIZE] & LOOSE and not _poses(groups, begin, at, after):
            _read_run(text, tables, (groups, begin, at, tainted), out, told)
            begin = at + 1
            tainted = at < 0
    _read_run(text, tables, (groups, begin, after, tainted), out, told)


@nb.njit(**INNER)
def _poses(groups, begin, at, after):
    """Whether letters that stand alone are digits: among groups of as many digits, and zeros where they begin a number."""
    size = groups[at, SIZE] & 255
    follows = at + 1 < after
    if at == begin and (not follows or groups[at, VALUE] != 0):
        return False
    if at > begin and groups[at - 1, SIZE] & 255 != size:
        return False
    return not follows or groups[at + 1, SIZE] & 255 == size


@nb.njit(**INNER)
def _read_run(text, tables, run, out, told):
    """Read a run: its pieces between commas or lines if those hold phones, else across them."""
    groups, begin, after, tainted = run
    size = 0
    for at in range(begin, after):
        size += groups[at, SIZE] & 255
    while after > begin and groups[after - 1, SIZE] & LOOSE and size != _TEN:
        after -= 1
        size -= groups[after, SIZE] & 255
    if size < _FEWEST:
        return
    before = told[MET]
    first = begin
    for at in range(begin + 1, after):
        if _parted(text, groups[at - 1, END], groups[at, START]):
            _read_across(text, tables, (groups, first, at, tainted), out, told)
            first = at
    if first > begin:
        _read_across(text, tables, (groups, first, after, tainted), out, told)
    if told[MET] == before:
        _read_across(text, tables, (groups, begin, after, tainted), out, told)


@nb.njit(**INNER)
def _parted(text, start, end):
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
def _read_across(text, tables, run, out, told):
    """Read the phones of a run one after the other."""
    groups, begin, after, tainted = run
    at = begin
    clean = not tainted
    while at < after:
        start, taken, key = _phone_at(text, tables, (groups, at, after), clean)
        if taken:
            write(out, told, start, groups[at + taken - 1, END], key)
        at += max(taken, 1)
        clean = taken > 0 or (at < after and _parted(text, groups[at - 1, END], groups[at, START]))


@nb.njit(**INNER)
def write(out, told, start, end, key):
    """Write a contact down while there is room."""
    told[MET] += 1
    if told[FOUND] < out[0].shape[0]:
        out[0][told[FOUND]] = start
        out[1][told[FOUND]] = end
        out[2][told[FOUND]] = key
        told[FOUND] += 1
    number = key & np.uint64(NATIONAL - 1)
    if key & np.uint64(INTERNATIONAL) or np.uint64(10**10) <= number < np.uint64(2 * 10**10):
        told[SOUND] += 1


@nb.njit(**INNER)
def _phone_at(text, tables, run, clean):
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
    return size >= 2 and groups[at, VALUE] < _POWER[size - 2]


@nb.njit(**INNER)
def _plainly(groups, at, after):
    """Whether a phone begins here though other numbers stand before it: ten digits in pairs, or nine together."""
    size = groups[at, SIZE] & 255
    value = groups[at, VALUE]
    if value >= _POWER[size - 1]:
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
    if k > 1 and 97 <= text[k - 2] <= 122 and _after_label(text, k, 12, tables):
        return True
    k = start
    while k > 0 and start - k < 3 and (text[k - 1] == 32 or text[k - 1] == 58):
        k -= 1
    return k > 0 and _holds(_LABEL_SIGNS, text[k - 1])


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
    best = _NONE
    taken = 0
    key = np.uint64(0)
    value, size, shape, round_ends = 0, 0, 0, True
    for last in range(at, min(after, at + _GROUPS_OF_ONE)):
        more = groups[last, SIZE] & 255
        if size + more > MOST_DIGITS:
            break
        value = value * _POWER[more] + groups[last, VALUE]
        size += more
        shape = shape << 5 | more
        round_ends = round_ends and groups[last, VALUE] % 10 == 0
        count = last - at + 1
        worth, written = _weighed(tables.plans, (value, size), (shape, count, round_ends), way)
        if worth == _NONE:
            continue
        if (
            last + 1 == after
            or _zero_first(groups, last + 1)
            or _parted(text, groups[last, END], groups[last + 1, START])
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
    return groups[at, VALUE] < _POWER[(groups[at, SIZE] & 255) - 1]


@nb.njit(**INNER)
def _weighed(plans, number, form, way):
    """Weigh digits as one whole number; gives the weight and the key."""
    value, size = number
    shape, count, round_ends = form
    if way == 1:
        return _abroad(plans, value, size)
    if size < _FEWEST:
        return _NONE, np.uint64(0)
    if size >= 2 and value < _POWER[size - 2]:
        return _abroad(plans, value, size - 2) if size >= _TEN else (_NONE, np.uint64(0))
    key = np.uint64(NATIONAL) | np.uint64(_POWER[size] + value)
    if value < _POWER[size - 1]:
        return _national_worth(size, shape, count), key
    worth = _bare_worth(value, size, shape, count)
    if worth != _NONE or way == 0:
        return worth, key
    if count == 1 and size <= 13:
        return 4, key
    if count <= 5 and not round_ends and _holds(_LABELLED, shape):
        return 4, key
    return _NONE, key


@nb.njit(**INNER)
def _national_worth(size, shape, count):
    """Weigh a number that begins with 0."""
    if size == 10:
        return 5 + _PAIRS if count == 5 and shape == _IN_PAIRS else 5
    if size == 9 or size == 11:
        return 4
    if size == 12:
        return 2
    return -9 if size == 8 else _NONE


@nb.njit(**INNER)
def _bare_worth(value, size, shape, count):
    """Weigh a number that begins with another digit: nine digits as in Spain, or a Chinese mobile."""
    if size == 9 and value >= 600_000_000 and (count == 9 or (count <= 5 and _holds(_SPANISH, shape))):
        if (
            count == 3
            and shape == _THREES
            and value % 10 == 0
            and value // 1000 % 10 == 0
            and value // 1_000_000 % 10 == 0
        ):
            return _NONE
        return 4 if count == 1 else -1
    if size == 11 and 13 <= value // 1_000_000_000 <= 19 and (count == 11 or (count <= 3 and _holds(_CHINESE, shape))):
        return 4
    return _NONE


@nb.njit(**INNER)
def _holds(several, one):
    for each in several:
        if each == one:
            return True
    return False


@nb.njit(**INNER)
def _abroad(plans, value, size):
    """Weigh digits that begin with a country code; gives the weight and the key."""
    if size < _FEWEST:
        return _NONE, np.uint64(0)
    lead = value // _POWER[size - 3] if value < _POWER[size] else 0
    if plans[lead, CODE_SIZE] == 0:
        return _NONE, np.uint64(0)
    left, written = without_trunk(plans, lead, value, size)
    key = np.uint64(INTERNATIONAL) | np.uint64(written)
    if plans[lead, MOBILE] >> left & 1:
        return 6, key
    if plans[lead, USUAL] >> left & 1:
        return 4, key
    return 1 if plans[lead, LENGTHS] >> left & 1 else _NONE, key


@nb.njit(**INNER)
def without_trunk(plans, lead, value, size):
    """Leave out the prefix dialled inside a country; gives the digits after its code, and the number with the code."""
    left = size - plans[lead, CODE_SIZE]
    national = value % _POWER[left]
    trunk = plans[lead, TRUNK_SIZE]
    if trunk and left > trunk and national // _POWER[left - trunk] == plans[lead, TRUNK]:
        code = value // _POWER[left]
        left -= trunk
        return left, code * _POWER[left] + national % _POWER[left]
    return left, value
