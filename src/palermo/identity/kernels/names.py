"""Lays the words of two names on one another, over flat arrays, so that most speaks for one name."""

from typing import Any

import numba as nb
import numpy as np

from palermo.identity.kernels.compiling import UNCOUNTED
from palermo.identity.kernels.words import FAINT, INITIAL, LETTERS, NOTHING, SAME, SOUNDED, weigh

_MOST = 8
_LOW = -1.0e9
_JOINED = 0.9
"""What words written in one, or apart, have to be worth together; otherwise the shorter would swallow a stranger."""

(
    CONFLICT,
    EXTRA,
    ONLY,
    FIRST_EXTRA,
    TURNED,
    JOINED,
    FIRST_LETTER,
    DESCENT,
    PRIOR,
    FATHER,
    LINE,
    LINE_UNSAID,
    CALLED_FIRST,
) = range(13)
"""Where the worth of each thing stands among the worths of `rules/names/worths.yaml`, in nats."""


@nb.njit(**UNCOUNTED)
def _piece(book, name, at, size):
    """Give the word that begins at a place of a name: itself, or joined with one or two after it; -1 for none."""
    start = book.word_first[name] + at
    if start + size > book.word_first[name + 1]:
        return -1
    if size == 1:
        return book.word[start]
    return book.joined[start] if size == 2 else book.joined_three[start]


@nb.njit(**UNCOUNTED)
def _worth(book, w, v, strict, need, rows, worths):
    """Give what two words add, and what told it: an initial stands for any word it begins; under `need` any number under it."""
    if book.initial[w] != 0 or book.initial[v] != 0:
        if w == v:
            return 1.5, SAME, 0
        one = book.initial[w] if book.initial[w] != 0 else book.begins[w]
        other = book.initial[v] if book.initial[v] != 0 else book.begins[v]
        if (one & other) != 0:
            return worths[FIRST_LETTER], INITIAL, 0
        return _LOW, NOTHING, 0
    weight, what, detail = weigh(book, w, v, strict, need / 0.6 if need > 0 else need / 1.5, rows)
    if weight < 0 and what in (SOUNDED, LETTERS):
        what = FAINT
    return (0.6 * weight if weight > 0 else 1.5 * weight), what, detail


KEPT_BITS = 18
"""Worths of two words that are kept at a time, as a power of two: a million pairs of names share few pairs of words."""


@nb.njit(**UNCOUNTED)
def _kept_worth(book, w, v, strict, joined, rows, worths, kept):
    """Give what two words add, as `_worth` does; worked out once while it is kept.

    Of words that are `joined` only what is worth that, of others what is worth more than a conflict, is worked out.
    """
    keys, values = kept
    number = np.uint64(strict) | np.uint64(8 if joined else 0)
    key = (np.uint64(w) << np.uint64(34) | np.uint64(v) << np.uint64(4) | number) + np.uint64(1)
    place = (key * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - KEPT_BITS)
    if keys[place] != key:
        need = _JOINED if joined else worths[CONFLICT]
        values[place], _, _ = _worth(book, w, v, strict, need, rows, worths)
        keys[place] = key
    return values[place]


@nb.njit(**UNCOUNTED)
def _strictness(book, one, other):
    """Tell, as bits, what counts letter by letter: 1 Latin syllables of both, 2 a Han name, 4 a name in Hangul.

    A single word against a name in Han or Hangul may be a foreign name whole, so nothing counts so strictly there.
    """
    single = min(book.word_first[one + 1] - book.word_first[one], book.word_first[other + 1] - book.word_first[other])
    if single < 2:
        return 0
    both = book.native[one] & book.native[other] & 1
    return both | ((book.native[one] | book.native[other]) & 6)


@nb.njit(**UNCOUNTED)
def _of_one_size(book, w, v):
    """Tell whether words joined and a word are about as long; a few letters more or less are a way of writing."""
    one, other = book.spelling[book.spelling_first[w]], book.spelling[book.spelling_first[v]]
    a = book.letter_first[one + 1] - book.letter_first[one]
    b = book.letter_first[other + 1] - book.letter_first[other]
    return 2 * abs(a - b) <= max(a, b)


@nb.njit(**UNCOUNTED)
def _all_needed(book, one, other, i, size, j, length, worth, rows, worths, kept):
    """Tell whether words joined are worth more than each of them alone; otherwise a word swallows a stranger."""
    strict = _strictness(book, one, other)
    for here in range(size):
        for there in range(length):
            w, v = _piece(book, one, i + here, 1), _piece(book, other, j + there, 1)
            alone = _kept_worth(book, w, v, strict, False, rows, worths, kept)
            if alone + 0.3 > worth:
                return False
    return True


@nb.njit(**UNCOUNTED)
def lay(book, one, other, worths, room, out, telling):
    """Lay two names on one another.

    Args:
        book: the prepared names.
        one: the number of a name in it.
        other: the number of another.
        worths: what each thing is worth, in nats.
        room: of `make_room`.
        out: filled with the pairs laid: place and size in the one, place and size in the other, what told it, its detail.
        telling: whether what told it is asked for.

    Returns:
        the nats, how many pairs were laid, the words left of each.
    """
    rows, table, steps, kept = room
    n = min(book.word_first[one + 1] - book.word_first[one], _MOST)
    m = min(book.word_first[other + 1] - book.word_first[other], _MOST)
    if n == 0 or m == 0:
        return _LOW, 0, n, m
    strict = _strictness(book, one, other)
    full = 1 << m
    for i in range(n + 1):
        for left in range(n + 1):
            for taken in range(full):
                table[i, left, taken] = _LOW
    table[0, 0, 0] = 0.0
    for i in range(n):
        for left in range(i + 1):
            for taken in range(full):
                value = table[i, left, taken]
                if value > _LOW and value > table[i + 1, left + 1, taken]:
                    table[i + 1, left + 1, taken] = value
                    steps[i + 1, left + 1, taken] = -1
        for size in range(1, 4):
            w = _piece(book, one, i, size)
            if w < 0:
                continue
            for j in range(m):
                for length in range(1, 4 if size == 1 else 2):
                    v = _piece(book, other, j, length)
                    if v < 0:
                        continue
                    whole = (m == 1 and size == n) or (n == 1 and length == m)
                    if size + length > 2 and not whole and not _of_one_size(book, w, v):
                        continue
                    joined = size + length > 2 and not whole
                    worth = _kept_worth(book, w, v, strict, joined, rows, worths, kept)
                    if joined:
                        better = worth >= _JOINED and _all_needed(
                            book, one, other, i, size, j, length, worth, rows, worths, kept
                        )
                        worth = worth + worths[JOINED] if better else _LOW
                    if worth < worths[CONFLICT]:
                        continue
                    bits = ((1 << length) - 1) << j
                    _step(table, steps, i, size, bits, full, worth, j, length)
    return _best(book, one, other, worths, room, out, telling, n, m)


@nb.njit(**UNCOUNTED)
def _step(table, steps, i, size, bits, full, worth, j, length):
    for left in range(i + 1):
        for taken in range(full):
            if taken & bits:
                continue
            value = table[i, left, taken]
            if value <= _LOW:
                continue
            if value + worth > table[i + size, left, taken | bits]:
                table[i + size, left, taken | bits] = value + worth
                steps[i + size, left, taken | bits] = (size * 16 + j) * 16 + length


@nb.njit(**UNCOUNTED)
def _ends(book, one, other, worths, left, spare, laid):
    """Give what the words left over are worth: against one another a conflict, beyond that extra words."""
    against = min(left, spare)
    beyond = max(left, spare) - against
    worth = worths[PRIOR] + against * worths[CONFLICT]
    if beyond:
        worth += worths[ONLY] if laid == 1 and not against else worths[EXTRA]
        worth += (beyond - 1) * worths[EXTRA] * 0.6
    if book.descent[one] * book.descent[other] == -1:
        worth += worths[DESCENT]
    if book.place[one] != book.place[other]:
        worth += worths[LINE] if book.place[one] * book.place[other] != 0 else worths[LINE_UNSAID]
    return worth


@nb.njit(**UNCOUNTED)
def _called_first(book, name, extra, other):
    """Tell whether the words more before a name are a Western call name before a Chinese one (James Soong), as the other name is."""
    if extra == 0 or book.native[other] & 3 == 0:
        return False
    start = book.word_first[name]
    foreign = True
    for at in range(start, start + extra):
        w = book.word[at]
        foreign = foreign and book.script[w] == 0 and not book.syllables[w] and book.initial[w] == 0
    return foreign and book.syllables[book.word[start + extra]]


@nb.njit(**UNCOUNTED)
def _crossed(book, one, other, out, laid):
    """Tell whether the given name before the father's of one name is laid on the father's name of the other."""
    father, fathered = book.father[one], book.father[other]
    if father == 0 or fathered == 0:
        return False
    for k in range(laid):
        if out[k, 1] == 1 and out[k, 3] == 1:
            here, there = out[k, 0] - father, out[k, 2] - fathered
            if (here == -1 and there == 0) or (here == 0 and there == -1):
                return True
    return False


@nb.njit(**UNCOUNTED)
def _best(book, one, other, worths, room, out, telling, n, m):
    """Choose the best laying, follow it back, and weigh the order and what is left."""
    rows, table, steps, _ = room
    best = _LOW
    best_left = n
    best_taken = 0
    for left in range(n + 1):
        for taken in range(1 << m):
            value = table[n, left, taken]
            if value <= _LOW or (left == n and n > 0):
                continue
            spare = m
            bits = taken
            while bits:
                spare -= bits & 1
                bits >>= 1
            value += _ends(book, one, other, worths, left, spare, n - left)
            if value > best:
                best, best_left, best_taken = value, left, taken
    if best <= _LOW:
        return _LOW, 0, n, m
    laid = _follow(steps, out, n, best_left, best_taken)
    turned = False
    first_of_one, first_of_other = 99, 99
    for k in range(laid):
        if k and out[k, 2] > out[k - 1, 2]:
            turned = True
        first_of_one = min(first_of_one, out[k, 0])
        first_of_other = min(first_of_other, out[k, 2])
        if not telling:
            continue
        w = _piece(book, one, out[k, 0], out[k, 1])
        v = _piece(book, other, out[k, 2], out[k, 3])
        _, out[k, 4], out[k, 5] = _worth(book, w, v, _strictness(book, one, other), _LOW, rows, worths)
    if turned:
        best += worths[TURNED]
    if _crossed(book, one, other, out, laid):
        best += worths[FATHER]
    spare = m
    bits = best_taken
    while bits:
        spare -= bits & 1
        bits >>= 1
    if laid >= 2 and (best_left == 0) != (spare == 0) and (first_of_one > 0 or first_of_other > 0) and not turned:
        if not _called_first(book, one, first_of_one, other) and not _called_first(book, other, first_of_other, one):
            best += worths[FIRST_EXTRA]
        else:
            best += worths[CALLED_FIRST]
    return best, laid, best_left, spare


@nb.njit(**UNCOUNTED)
def _follow(steps, out, n, left, taken):
    """Write down the pairs of a laying, the last word first; gives how many there are."""
    laid = 0
    i = n
    while i > 0:
        step = steps[i, left, taken]
        if step < 0:
            i -= 1
            left -= 1
            continue
        size, j, length = step // 256, step // 16 % 16, step % 16
        i -= size
        taken &= ~(((1 << length) - 1) << j)
        out[laid, 0], out[laid, 1], out[laid, 2], out[laid, 3] = i, size, j, length
        laid += 1
    return laid


def make_room() -> tuple[Any, ...]:
    """Make what `lay` works in: the words' letters, the best sums and how each was reached, and the worths kept.

    Sums stand by words taken of the one, words left of it, and words taken of the other as bits.
    """
    rows = np.zeros((3, 48), np.float64)
    table = np.empty((_MOST + 1, _MOST + 1, 1 << _MOST), np.float64)
    steps = np.zeros((_MOST + 1, _MOST + 1, 1 << _MOST), np.int32)
    return rows, table, steps, (np.zeros(1 << KEPT_BITS, np.uint64), np.zeros(1 << KEPT_BITS, np.float64))


@nb.njit(**UNCOUNTED)
def lay_pairs(book, ones, others, worths, room, nats, laid, told):
    """Lay each pair of names: fill in the nats that speak for one name, how many words were laid together, and which.

    Which words, and what told of them, is left out where `told` has one place for all pairs.
    """
    telling = len(told) == len(ones)
    for k in range(len(ones)):
        out = told[k] if telling else told[0]
        nats[k], laid[k], _, _ = lay(book, ones[k], others[k], worths, room, out, telling)
