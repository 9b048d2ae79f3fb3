"""Weighs each word of each text by what it adds: how unlikely it is after the two words before it, in other hands.

The chance of a word is counted over *units* (advertisers as far as contacts tell), each counted once and the text's own
unit left out, so that no list of boilerplate is needed: inside a site's footer or an everyday phrase the next word is
nearly certain and weighs nearly nothing. Weights are whole thousandths of a nat, made from exact divisions and a table
of logarithms worked out in decimal, so that every machine gets the same ones.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]

_STEPS = 4096
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Texts(NamedTuple):
    """Texts end to end: `words` holds word numbers, text n is `words[starts[n]:starts[n + 1]]`; `dull` ones never weigh."""

    words: Ints
    starts: Ints
    dull: npt.NDArray[np.bool_]


def weigh(texts: Texts, uses: tuple[Ints, Ints], cap: int) -> Ints:
    """Weigh every word.

    Args:
        texts: the distinct texts.
        uses: pairs of text number and unit number, one for each use of a text by a unit.
        cap: the most one word may weigh, in thousandths of a nat.

    Returns:
        a weight for each word of `texts.words`, in thousandths of a nat, 0 to `cap`.
    """
    text_of = np.repeat(np.arange(len(texts.starts) - 1), np.diff(texts.starts))
    units = len(np.unique(uses[1]))
    believe = max(8.0, units / 50.0)
    grams = _grams(texts, text_of)
    seen = [_others(gram, text_of, uses) for gram in grams]
    kinds = float(len(np.unique(texts.words)) or 1)
    chance: Floats = (seen[0] + 1.0) / (units + kinds)
    for longer, shorter in ((seen[1], _before(seen[0], texts, 1)), (seen[2], _before(seen[1], texts, 1))):
        chance = (longer + believe * chance) / (np.maximum(shorter, longer) + believe)
    weight = np.clip(minus_log(chance), 0, cap)
    weight[texts.dull] = 0
    return weight


def _grams(texts: Texts, text_of: Ints) -> list[Hashes]:
    """Hash the one, two and three words that end at each place; what would reach over a text's start is another hash."""
    base = (texts.words.astype(np.uint64) + np.uint64(1)) * _MIX
    one = _scramble(base)
    grams = [one]
    for back in (1, 2):
        shifted = np.concatenate([np.zeros(back, np.uint64), one[:-back]]) if len(one) > back else np.zeros_like(one)
        inside = np.concatenate([np.zeros(back, bool), text_of[back:] == text_of[:-back]])[: len(one)]
        grams.append(_scramble(grams[-1] * _MIX + np.where(inside, shifted, np.uint64(back))))
    return grams


def _scramble(value: Hashes) -> Hashes:
    """Spread the bits of a 64-bit number (the finishing steps of splitmix64, public domain)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def _others(gram: Hashes, text_of: Ints, uses: tuple[Ints, Ints]) -> Floats:
    """Count for each place how many units other than the text's own use the gram."""
    keys, place = np.unique(gram, return_inverse=True)
    pairs = np.unique(place.astype(np.int64) * (int(text_of[-1]) + 1 if len(text_of) else 1) + text_of)
    width = int(text_of[-1]) + 1 if len(text_of) else 1
    key_of, text = pairs // width, pairs % width
    order = np.argsort(uses[0], kind="stable")
    first = np.searchsorted(uses[0][order], np.arange(width + 1))
    many = np.diff(first)[text]
    units = uses[1][order][_ranges(first[text], many)]
    both = np.unique(np.repeat(key_of, many) * (int(uses[1].max()) + 1) + units)
    counts = np.bincount(both // (int(uses[1].max()) + 1), minlength=len(keys))
    return np.maximum(counts[place] - 1, 0).astype(np.float64)


def _ranges(first: Ints, many: Ints) -> Ints:
    """Write out the numbers `first[n]` to `first[n] + many[n] - 1`, for every n, end to end."""
    ends = np.cumsum(many)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - many, many) + np.repeat(first, many)


def _before(seen: Floats, texts: Texts, back: int) -> Floats:
    """Give each place the count of the gram that ends `back` places earlier in the same text, or 0."""
    moved = np.concatenate([np.zeros(back), seen[:-back]]) if len(seen) > back else np.zeros_like(seen)
    starts = texts.starts[:-1][np.diff(texts.starts) > 0]
    moved[starts] = 0
    return moved


def minus_log(chance: Floats) -> Ints:
    """Give -ln in thousandths, the same on every machine: exact splitting in mantissa and exponent, then a table."""
    mantissa, exponent = np.frexp(chance)
    step = np.floor((mantissa * 2 - 1) * _STEPS).astype(np.int64)
    logs, ln_two = _table()
    return np.asarray(-(logs[step] + (exponent.astype(np.int64) - 1) * ln_two) // 1000, dtype=np.int64)


@cache
def _table() -> tuple[Ints, int]:
    """Give ln(1 + n/4096) for every n, and ln 2, in millionths."""
    million = Decimal(1_000_000)
    logs = [int(((1 + Decimal(n) / _STEPS).ln() * million).to_integral_value()) for n in range(_STEPS)]
    return np.array(logs, dtype=np.int64), int((Decimal(2).ln() * million).to_integral_value())
