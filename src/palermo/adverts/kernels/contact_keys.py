"""Writes contacts as 64-bit keys, alike for the fast reader and the one in the kit, and phones back from their keys."""

from functools import cache

import numpy as np
import numpy.typing as npt

from palermo.kit.fold import fold
from palermo.kit.numbers import Plan, plan_of

OTHER = 1 << 63
"""Set in the key of a contact that is no phone: the rest is a hash of its canonical writing."""
INTERNATIONAL = 1 << 62
"""Set in the key of a number that says its country: the rest is its digits."""
NATIONAL = 1 << 61
"""Set in the key of a number that says no country: the rest is a 1 and its digits, so that zeros in front count."""
LONGEST_NUMBER = 18
"""The most digits a key holds."""

HASH_START = 0xCBF29CE484222325
HASH_STEP = 0x100000001B3
"""Start and factor of the hash FNV-1a (public domain), taken here over code points."""
HASH_MIX = 0x9FB21C651E98DF25
"""Spreads the bits of a hash at its end."""
_WHOLE = (1 << 64) - 1
_PLACES = 10 ** np.arange(LONGEST_NUMBER + 1, dtype=np.uint64)

Keys = npt.NDArray[np.uint64]


CODE_SIZE, LENGTHS, USUAL, MOBILE, LOCAL, TRUNK, TRUNK_SIZE = range(7)
"""Columns of `plan_table`."""


@cache
def plan_table() -> npt.NDArray[np.int64]:
    """Build the table of calling codes by the first three digits of a number, once a process.

    Its columns are: how many digits the code has (0 where there is none), a bit for each number of digits that may
    follow it, the same for ordinary numbers, for mobiles and for what is only dialled within a town, what is dialled
    before a national number, and how many digits that has (0 where nothing is).
    """
    table = np.zeros((1000, 7), dtype=np.int64)
    for code in range(999, 0, -1):
        plan = plan_of(str(code))
        if plan is not None:
            room = 10 ** (3 - len(plan.code))
            bits = [_bits(sizes) for sizes in (plan.lengths, plan.usual, plan.mobile, _local_lengths(plan))]
            row = [len(plan.code), *bits, int(plan.trunk or "0"), len(plan.trunk)]
            table[code * room : (code + 1) * room] = row
    return table


def _bits(sizes: frozenset[int]) -> int:
    return sum(1 << size for size in sizes)


def _local_lengths(plan: Plan) -> frozenset[int]:
    """Give the lengths that are only dialled within a town."""
    import phonenumbers

    region = phonenumbers.region_code_for_country_code(int(plan.code))
    found = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(int(plan.code), region)
    desc = found.general_desc if found else None
    return frozenset(size for size in (desc.possible_length_local_only if desc else ()) if size > 0)


def hash_of(text: str) -> int:
    """Hash code points step by step, without the last mixing; the result can be continued letter by letter."""
    return continued(HASH_START, text)


def continued(state: int, text: str) -> int:
    """Continue a hash of `hash_of` with more letters."""
    for char in text:
        state = ((state ^ ord(char)) * HASH_STEP) & _WHOLE
    return state


def key_of(value: str) -> int:
    """Give the key of a contact in canonical writing, as `palermo.kit.contacts` and `palermo.kit.phones` write it.

    Args:
        value: `+33639981234`, `0639981234`, `wechat:name`, `mailto:…` or `https://…`; letters are folded first, so
            pages whose paths differ in capitals alone have one key.
    """
    digits = value.removeprefix("+")
    if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER:
        if digits is not value and digits[0] != "0":
            return INTERNATIONAL | int(digits)
        if len(digits) == len(value):
            return NATIONAL | int("1" + digits)
    state = hash_of(fold(value))
    return OTHER | (((state ^ (state >> 32)) * HASH_MIX) & _WHOLE)


def value_of(key: int) -> str:
    """Give the canonical writing of a phone from its key; empty where the key is no phone's."""
    key = int(key)
    if key & OTHER:
        return ""
    if key & INTERNATIONAL:
        return f"+{key ^ INTERNATIONAL}"
    return str(key ^ NATIONAL)[1:] if key & NATIONAL else ""


def same_keys(keys: Keys) -> Keys:
    """Give a national number the key of the one international number among the keys that has its digits.

    A national writing is a number's digits with the prefix dialled inside its country, without it, or with the country
    code but no `+`; where two international numbers have the same national writing it stays itself.
    `palermo.kit.phones.same_numbers` says the same of canonical writings.

    Args:
        keys: of contacts, in any order, with repeats.

    Returns:
        as many keys in the same order.
    """
    known = np.unique(keys)
    numbers = known[(known >> np.uint64(62)) == 1]
    if not len(numbers) or len(numbers) == len(known):
        return keys.copy()
    writings, owners = _writings(numbers)
    seen = known[np.minimum(np.searchsorted(known, writings), len(known) - 1)] == writings
    pairs = np.unique(np.stack([writings[seen], owners[seen]], axis=1), axis=0)
    national, first, count = np.unique(pairs[:, 0], return_index=True, return_counts=True)
    national, owner = national[count == 1], pairs[first[count == 1], 1]
    if not len(national):
        return keys.copy()
    at = np.minimum(np.searchsorted(national, keys), len(national) - 1)
    return np.where(national[at] == keys, owner[at], keys)


def _writings(numbers: Keys) -> tuple[Keys, Keys]:
    """Give the keys of every national writing of international numbers, and whose each is."""
    digits = numbers ^ np.uint64(INTERNATIONAL)
    size = np.searchsorted(_PLACES, digits, side="right")
    lead = digits * _PLACES[np.maximum(3 - size, 0)] // _PLACES[np.maximum(size - 3, 0)]
    plans = plan_table()[lead.astype(np.int64)]
    plans = np.where(plans[:, CODE_SIZE, None] <= size[:, None], plans, 0)
    own = size - plans[:, CODE_SIZE]
    national = digits % _PLACES[own]
    trunk = plans[:, TRUNK].astype(np.uint64)
    longer = own + plans[:, TRUNK_SIZE]
    fits = longer <= LONGEST_NUMBER
    prefixed = trunk * _PLACES[own] + national
    with_trunk = _PLACES[np.where(fits, longer, own)] + np.where(fits, prefixed, national)
    written = np.concatenate([_PLACES[size] + digits, _PLACES[own] + national, with_trunk])
    return written | np.uint64(NATIONAL), np.tile(numbers, 3)
