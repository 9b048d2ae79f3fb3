"""Weighs digits as one whole phone number, by how many there are, how they are grouped and what country they say."""

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
from palermo.adverts.kernels.contact_scan import MOST_DIGITS
from palermo.adverts.kernels.contact_tables import INNER

FEWEST = 8
"""Fewer digits are no phone number."""
NONE = -99
"""The weight of what is no phone number."""
ONLY_IF_ENDED = -1
"""The weight of what is one where nothing follows."""
POWER = np.array(tuple(10**size for size in range(MOST_DIGITS + 1)), dtype=np.int64)

_TEN = 10
_PAIRS = 8


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
_AMERICAN = _shape(3, 3, 4)
_MOST_WITH_ONE_SIGN = 13
_FEWEST_DIFFERENT = 4
_CHINESE = np.array([_shape(11), _shape(3, 4, 4)])


@nb.njit(**INNER)
def weighed(plans, number, form, way):
    """Weigh digits as one whole number; gives the weight and the key."""
    value, size = number
    shape, count, round_ends = form
    if way == 1:
        return _abroad(plans, value, size)
    if size < FEWEST:
        return NONE, np.uint64(0)
    if size >= 2 and value < POWER[size - 2]:
        return _abroad(plans, value, size - 2) if size >= _TEN else (NONE, np.uint64(0))
    key = np.uint64(NATIONAL) | np.uint64(POWER[size] + value)
    if value < POWER[size - 1]:
        return _national_worth(size, shape, count), key
    worth = _bare_worth(value, size, shape, count)
    if worth != NONE or way == 0:
        return worth, key
    if count == 1 and size <= 13:
        return 4, key
    if count <= 5 and not round_ends and holds(_LABELLED, shape):
        return 4, key
    return NONE, key


@nb.njit(**INNER)
def _national_worth(size, shape, count):
    """Weigh a number that begins with 0."""
    if size == 10:
        return 5 + _PAIRS if count == 5 and shape == _IN_PAIRS else 5
    if size == 9 or size == 11:
        return 4
    if size == 12:
        return 2
    return -9 if size == 8 else NONE


@nb.njit(**INNER)
def _bare_worth(value, size, shape, count):
    """Weigh a number that begins with another digit: nine digits as in Spain, ten as in America, a Chinese mobile."""
    if size == 9 and value >= 600_000_000 and (count == 9 or (count <= 5 and holds(_SPANISH, shape))):
        if (
            count == 3
            and shape == _THREES
            and value % 10 == 0
            and value // 1000 % 10 == 0
            and value // 1_000_000 % 10 == 0
        ):
            return NONE
        return 4 if count == 1 else ONLY_IF_ENDED
    if size == _TEN and shape == _AMERICAN and _is_american(value):
        return ONLY_IF_ENDED
    if size == 11 and 13 <= value // 1_000_000_000 <= 19 and (count == 11 or (count <= 3 and holds(_CHINESE, shape))):
        return 4
    return NONE


@nb.njit(**INNER)
def _is_american(value):
    """Whether ten digits in groups may be of North America: no years, and not each group ending with 0 or 5 as sums do."""
    area, exchange, line = value // 10_000_000, value // 10_000 % 1000, value % 10_000
    if area < 200 or exchange < 200 or 1900 <= line < 2100:
        return False
    return area % 5 != 0 or exchange % 5 != 0 or line % 5 != 0


@nb.njit(**INNER)
def with_one_sign(value, size):
    """Weigh single digits with one sign between all, as nobody writes counts: not if most of them count up or down."""
    if size > _MOST_WITH_ONE_SIGN:
        return NONE, np.uint64(0)
    seen, different, counted, before = 0, 0, 0, -9
    for k in range(size):
        digit = value // POWER[k] % 10
        counted += abs(digit - before) == 1
        before = digit
        different += seen >> digit & 1 == 0
        seen |= 1 << digit
    if different < _FEWEST_DIFFERENT or counted * 2 >= size:
        return NONE, np.uint64(0)
    return ONLY_IF_ENDED, np.uint64(NATIONAL) | np.uint64(POWER[size] + value)


@nb.njit(**INNER)
def holds(several, one):
    """Whether one is among several."""
    for each in several:
        if each == one:
            return True
    return False


@nb.njit(**INNER)
def _abroad(plans, value, size):
    """Weigh digits that begin with a country code; gives the weight and the key."""
    if size < FEWEST:
        return NONE, np.uint64(0)
    lead = value // POWER[size - 3] if value < POWER[size] else 0
    if plans[lead, CODE_SIZE] == 0:
        return NONE, np.uint64(0)
    left, written = without_trunk(plans, lead, value, size)
    key = np.uint64(INTERNATIONAL) | np.uint64(written)
    if plans[lead, MOBILE] >> left & 1:
        return 6, key
    if plans[lead, USUAL] >> left & 1:
        return 4, key
    return 1 if plans[lead, LENGTHS] >> left & 1 else NONE, key


@nb.njit(**INNER)
def without_trunk(plans, lead, value, size):
    """Leave out the prefix dialled inside a country; gives the digits after its code, and the number with the code."""
    left = size - plans[lead, CODE_SIZE]
    national = value % POWER[left]
    trunk = plans[lead, TRUNK_SIZE]
    if trunk and left > trunk and national // POWER[left - trunk] == plans[lead, TRUNK]:
        code = value // POWER[left]
        left -= trunk
        return left, code * POWER[left] + national % POWER[left]
    return left, value
