"""Weighs digits as one whole phone number, by how many there are, how they are grouped and what country they say."""

import re
from itertools import accumulate, pairwise

from palermo.kit.numbers import calling_code, plan_of

NONE = -99
"""The weight of what is no phone number."""
ONLY_IF_ENDED = -1
"""The weight of what is one where nothing follows."""
_SPANISH = re.compile("[6-9][0-9]{8}")
_SPANISH_SHAPES = frozenset({(9,), (3, 3, 3), (3, 2, 2, 2), (1, 2, 2, 2, 2), (2, 3, 2, 2), (3, 6), (2, 7)})
_MOBILE_CHINESE = re.compile("1[3-9][0-9]{9}")
_CHINESE_SHAPES = frozenset({(11,), (3, 4, 4), (1,) * 11})
_LABELLED_SHAPES = frozenset({(3, 3, 4), (3, 7), (3, 6), (3, 3, 3), (4, 3, 3), (3, 4, 3), (3, 2, 2, 2, 2)})
_NATIONAL_SCORES = {8: -9, 9: 4, 10: 5, 11: 4, 12: 2}
_PAIRS = 8
_AMERICAN = re.compile("[2-9][0-9]{2}[2-9][0-9]{2}(?!19|20)[0-9]{4}")
_AMERICAN_SHAPE = (3, 3, 4)
_MOST_WITH_ONE_SIGN = 13
_FEWEST_DIFFERENT = 4


def national(digits: str, sizes: tuple[int, ...]) -> int:
    """Weigh digits as a whole number written inside its country."""
    size = len(digits)
    if digits.startswith("00"):
        return abroad(digits[2:], sizes) if size >= 10 else NONE
    if digits[0] == "0":
        worth = _NATIONAL_SCORES.get(size, NONE)
        return worth + _PAIRS if worth != NONE and sizes == (2,) * 5 else worth
    if size == 9 and _SPANISH.fullmatch(digits) and (sizes in _SPANISH_SHAPES or set(sizes) == {1}):
        prices = sizes == (3, 3, 3) and all(digits[at] == "0" for at in (2, 5, 8))
        return NONE if prices else 4 if len(sizes) == 1 else ONLY_IF_ENDED
    if sizes == _AMERICAN_SHAPE and _AMERICAN.fullmatch(digits) and not _in_fives(digits):
        return ONLY_IF_ENDED
    return 4 if sizes in _CHINESE_SHAPES and _MOBILE_CHINESE.fullmatch(digits) else NONE


def _in_fives(digits: str) -> bool:
    """Whether each group of a number written as in North America ends with 0 or 5, as sums do."""
    return all(digits[end] in "05" for end in (2, 5, 9))


def with_one_sign(digits: str) -> int:
    """Weigh single digits with one sign between all, as nobody writes counts: not if most of them count up or down."""
    counted = sum(abs(int(one) - int(two)) == 1 for one, two in pairwise(digits))
    if len(digits) > _MOST_WITH_ONE_SIGN or len(set(digits)) < _FEWEST_DIFFERENT or counted * 2 >= len(digits):
        return NONE
    return ONLY_IF_ENDED


def labelled_score(digits: str, sizes: tuple[int, ...]) -> int:
    """Weigh digits after a word such as “tel”: there a number may begin with any digit if it is written together."""
    worth = national(digits, sizes)
    if worth > NONE or digits[0] == "0":
        return worth
    if len(sizes) == 1 and 8 <= len(digits) <= 13:
        return 4
    return 4 if sizes in _LABELLED_SHAPES and not _all_round(digits, sizes) else NONE


def _all_round(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether every group ends with 0, as prices do."""
    return all(digits[end - 1] == "0" for end in accumulate(sizes))


def abroad(digits: str, _sizes: tuple[int, ...]) -> int:
    """Weigh digits as a whole number after `+`."""
    if len(digits) < 8:
        return NONE
    return _abroad_worth(calling_code(digits[:3]), len(digits), digits)


def _abroad_worth(code: str, size: int, digits: str) -> int:
    plan = plan_of(code) if code else None
    if plan is None:
        return NONE
    left = size - len(code)
    if plan.trunk and digits[len(code) :].startswith(plan.trunk):
        left -= len(plan.trunk)
    if left in plan.mobile:
        return 6
    if left in plan.usual:
        return 4
    return 1 if left in plan.lengths else NONE
