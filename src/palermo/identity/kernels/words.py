"""Weighs, over flat arrays, how far two words of names are one word: by spellings, by sound, by letters; in nats."""

import numba as nb
import numpy as np

from palermo.identity.kernels.compiling import UNCOUNTED

SAME, SPELLED, CALLED, SHARED, KNOWN, SOUNDED, LETTERS, MARKS, HAN_SOUND, STRICT, INITIAL, NOTHING, FAINT = range(13)
"""What told of two words: one of these, or for `SPELLED` the number of the rule that made the spelling."""

_FAR = -4.0
_LONGEST = 40
_TRIED = 12
"""Spellings of a word that are compared by letters."""
_UNREACHED = -1.0e9
_BEAM = 14.0
"""Nats behind the best so far from which on a reading is not followed."""
_GIVEN_UP = -3.6
"""Nats a letter under which a word is not read to its end."""


@nb.njit(**UNCOUNTED)
def distance(letters, a, a_end, b, b_end, change, drop, most, rows):
    """Give what it costs to make one run of letters of another: letters changed, left out, turned; doubled ones cost little.

    What costs more than `most` is given as some number above it.
    """
    n = min(a_end - a, _LONGEST)
    m = min(b_end - b, _LONGEST)
    before, last, here = rows[0], rows[1], rows[2]
    last[0] = least_before = 0.0
    for j in range(1, m + 1):
        d = letters[b + j - 1]
        last[j] = last[j - 1] + (drop[0] if j > 1 and letters[b + j - 2] == d else drop[d])
    for i in range(1, n + 1):
        c = letters[a + i - 1]
        out = drop[0] if i > 1 and letters[a + i - 2] == c else drop[c]
        here[0] = least = last[0] + out
        for j in range(1, m + 1):
            d = letters[b + j - 1]
            best = last[j - 1] + change[c, d]
            step = last[j] + out
            if step < best:
                best = step
            step = here[j - 1] + (drop[0] if j > 1 and letters[b + j - 2] == d else drop[d])
            if step < best:
                best = step
            if i > 1 and j > 1 and c != d and c == letters[b + j - 2] and d == letters[a + i - 2]:
                step = before[j - 2] + 0.8
                if step < best:
                    best = step
            here[j] = best
            if best < least:
                least = best
        if least > most and least_before > most:
            return least
        least_before = least
        before, last, here = last, here, before
    return last[m]


@nb.njit(**UNCOUNTED)
def of_anyone(book, start, end):
    """Give how likely a run of letters is in any name, as a logarithm."""
    told = 0.0
    before = 0
    for j in range(start, start + min(end - start, _LONGEST)):
        told += book.follows[before, book.letters[j]]
        before = book.letters[j]
    return told + book.follows[before, 0]


@nb.njit(**UNCOUNTED)
def said(book, w, start, end, least, rows):
    """Give how likely the units of a word are written as a run of letters, as a logarithm.

    Readings that cannot come to `least` any more are not followed; what comes back is then less than `least`.
    """
    m = min(end - start, _LONGEST)
    letters, units, rest = book.letters, book.units, book.unit_rest
    after, sound_told, floor, longest = book.sound_next, book.sound_told, book.floor, book.longest
    last, here = rows[0], rows[1]
    for j in range(m + 1):
        last[j] = _UNREACHED
    last[0] = 0.0
    best = 0.0
    for k in range(book.unit_first[w], book.unit_first[w + 1]):
        if best < _GIVEN_UP * m - 12.0:
            return _UNREACHED
        bound = best - _BEAM
        enough = least - rest[k]
        best = _UNREACHED
        unit = units[k]
        for j in range(m + 1):
            here[j] = _UNREACHED
        for j in range(m + 1):
            before = last[j]
            if before < bound:
                continue
            node = unit
            for size in range(min(longest, m - j) + 1):
                if size > 0 and node >= 0:
                    node = after[node, letters[start + j + size - 1]]
                value = before + floor[size]
                if node >= 0:
                    value = max(value, before + sound_told[node])
                elif value < enough:
                    break
                if value >= enough and value > here[j + size]:
                    here[j + size] = value
                    if value > best:
                        best = value
        if best < enough:
            return _UNREACHED
        last, here = here, last
    return last[m]


@nb.njit(**UNCOUNTED)
def by_units(book, w, v, need, rows):
    """Weigh a word of another script against the first spelling of another word by what its units are usually written as.

    What does not come to `need` is given as less than that, whatever it is.
    """
    spelling = book.spelling[book.spelling_first[v]]
    start, end = book.letter_first[spelling], book.letter_first[spelling + 1]
    if end == start:
        return _FAR
    anyone = of_anyone(book, start, end)
    units = book.unit_first[w + 1] - book.unit_first[w] - 2
    size = float(min(end - start, _LONGEST) + units)
    weights = book.weights[book.script[w]]
    root = np.sqrt(size)
    fixed = weights[0] - (weights[1] / root + weights[3]) * anyone + weights[5] * size
    slope = weights[1] / root + weights[2] / np.sqrt(root * size) + weights[3] + weights[4]
    least = (need - fixed) / slope - 1e-6 if slope > 0 else _UNREACHED
    told = said(book, w, start, end, least, rows)
    if told < least:
        return need - 1.0
    return (
        weights[0]
        + weights[1] * (told - anyone) / root
        + weights[2] * told / np.sqrt(root * size)
        + weights[3] * (told - anyone)
        + weights[4] * told
        + weights[5] * size
    )


@nb.njit(**UNCOUNTED)
def by_spellings(book, w, v):
    """Give the least cost at which a spelling of one word is a spelling of the other, and its rule; -1 where none is."""
    least = -1
    rule = 0
    for i in range(book.spelling_first[w], book.spelling_first[w + 1]):
        for j in range(book.spelling_first[v], book.spelling_first[v + 1]):
            if book.spelling[i] == book.spelling[j]:
                cost = book.cost[i] + book.cost[j]
                if least < 0 or cost < least:
                    least = cost
                    rule = book.rule[i]
                    if book.cost[j] > book.cost[i] or (book.script[w] == 0 and book.cost[j] == book.cost[i]):
                        rule = book.rule[j]
    return least, rule


@nb.njit(**UNCOUNTED)
def by_forms(book, w, v):
    """Tell whether two words are forms of one name: `CALLED`, `SHARED`, `KNOWN`, or `NOTHING`; and of which name."""
    found = NOTHING
    through = -1
    for i in range(book.form_first[w], book.form_first[w + 1]):
        one = book.form[i]
        for j in range(book.form_first[v], book.form_first[v + 1]):
            other = book.form[j]
            if one // 3 != other // 3:
                continue
            if one % 3 == 2 and other % 3 == 2:
                return KNOWN, one // 3
            if one % 3 != other % 3 and one % 3 < 2 and other % 3 < 2:
                found, through = CALLED, one // 3
            elif found == NOTHING and one % 3 == 1 and other % 3 == 1:
                found, through = SHARED, one // 3
    return found, through


@nb.njit(**UNCOUNTED)
def by_letters(book, w, v, need, rows):
    """Weigh two words by the letters of their spellings, and by those of their sound; `nats` of the nearest.

    Where they do not come to `need`, they are some number under it.
    """
    latin = book.script[w] == 0 and book.script[v] == 0
    kind = 0 if latin else 1
    best = _FAR
    if latin or (book.script[w] != 1 and book.script[w] != 2 and book.script[v] != 1 and book.script[v] != 2):
        best = _nearness(book, book.sound[w], book.sound[v], kind, 0.45, need, rows)
    last_w = min(book.spelling_first[w + 1], book.spelling_first[w] + (1 if book.script[w] == 0 else _TRIED))
    last_v = min(book.spelling_first[v + 1], book.spelling_first[v] + (1 if book.script[v] == 0 else _TRIED))
    for i in range(book.spelling_first[w], last_w):
        for j in range(book.spelling_first[v], last_v):
            if book.cost[i] + book.cost[j] <= 10:
                near = _nearness(book, book.spelling[i], book.spelling[j], kind, 0.0, max(need, best), rows)
                if near > best:
                    best = near
    return best


@nb.njit(**UNCOUNTED)
def _nearness(book, one, other, kind, more, need, rows):
    """Weigh two spellings by their letters."""
    a, a_end = book.letter_first[one], book.letter_first[one + 1]
    b, b_end = book.letter_first[other], book.letter_first[other + 1]
    longer = min(max(a_end - a, b_end - b), _LONGEST)
    shorter = min(a_end - a, b_end - b)
    if shorter == 0 or longer > 2 * shorter + 2:
        return _FAR
    steep = 16.0 if kind == 0 else 22.0
    most = (3.6 - need) * longer / steep - more + 1e-9
    apart = more + distance(book.letters, a, a_end, b, b_end, book.change[kind], book.drop[kind], most, rows)
    return max(3.6 - apart * steep / longer, _FAR)


@nb.njit(**UNCOUNTED)
def _other_gender(book, w, v):
    """Tell whether two spellings are one but for a last a: Ivan and Ivana, Mario and Maria are two people."""
    one, other = book.spelling[book.spelling_first[w]], book.spelling[book.spelling_first[v]]
    a, a_end = book.letter_first[one], book.letter_first[one + 1]
    b, b_end = book.letter_first[other], book.letter_first[other + 1]
    if a_end - a > b_end - b:
        a, a_end, b, b_end = b, b_end, a, a_end
    n, m = a_end - a, b_end - b
    if m - n > 1:
        return False
    same = 0
    while same < n and book.letters[a + same] == book.letters[b + same]:
        same += 1
    last_one, last_other = book.letters[a_end - 1], book.letters[b_end - 1]
    if m == n + 1:
        return same == n and last_other in (1, 5)
    return same == n - 1 and last_one in (1, 5, 9, 15) and last_other in (1, 5, 9, 15)


@nb.njit(**UNCOUNTED)
def weigh(book, w, v, strict, need, rows):
    """Weigh two words: nats that speak for one word, what told it, and the rule of the spelling or the name it goes through.

    Where the nats do not come to `need`, they are some number under it.
    """
    if w == v:
        return 4.5, SAME, 0
    if book.marks[w] != 0 and book.marks[v] != 0 and book.marks[w] != book.marks[v]:
        if book.spelling[book.spelling_first[w]] == book.spelling[book.spelling_first[v]]:
            return -3.5, MARKS, 0
    if book.script[w] == 1 and book.script[v] == 1:
        return _two_han(book, w, v)
    best, what, detail = _FAR, NOTHING, 0
    cost, rule = by_spellings(book, w, v)
    if cost >= 0:
        best = 4.2 - cost / 25.0 - (3.0 if cost > 40 else 0.0)
        if strict & 6 and cost >= 15 and (book.korean[w] or book.korean[v] or book.syllables[w] or book.syllables[v]):
            best -= 5.0
        what, detail = SPELLED, rule
        if best >= 2.5:
            return best, what, detail
    form, through = by_forms(book, w, v)
    if form != NOTHING:
        worth = 2.4 if form == KNOWN else (2.2 if form == CALLED else 0.6)
        if worth > best:
            best, what, detail = worth, form, through
            if form != SHARED:
                return best, what, detail
    return _unlike(book, w, v, strict, max(need, best), rows, best, what, detail)


@nb.njit(**UNCOUNTED)
def _unlike(book, w, v, strict, need, rows, best, what, detail):
    """Weigh words that no table makes one: by what units are written as, and by letters."""
    if strict & 1 and book.script[w] == 0 and book.script[v] == 0 and book.pinyin[w] and book.pinyin[v]:
        return (best, what, detail) if best > _FAR else (_FAR, STRICT, 0)
    against = 0.0
    if _other_gender(book, w, v):
        against += 2.0
    if book.patronymic[w] != book.patronymic[v]:
        against += 2.5
    if book.familiar[w] and book.familiar[v] and not strict & 6:
        against += 4.5
    counted = False
    if book.unit_first[w + 1] > book.unit_first[w]:
        counted = True
        apart = against + _native(book, w, v, strict)
        sound = by_units(book, w, v, max(need, best) + apart, rows) - apart
        if sound > best:
            best, what, detail = min(sound, 4.0), SOUNDED, 0
    if book.unit_first[v + 1] > book.unit_first[v]:
        counted = True
        apart = against + _native(book, v, w, strict)
        sound = by_units(book, v, w, max(need, best) + apart, rows) - apart
        if sound > best:
            best, what, detail = min(sound, 4.0), SOUNDED, 0
    if not counted or strict & 6:
        letters = by_letters(book, w, v, max(need, best) + against, rows) - against
        if counted and (book.syllables[w] or book.syllables[v] or book.korean[w] or book.korean[v]):
            letters = _FAR
        short = _length(book, w) <= 5 and _length(book, v) <= 5
        if strict & 1 and short and not book.pinyin[w] and not book.pinyin[v]:
            letters -= 2.5
        if letters > best:
            best, what, detail = letters, LETTERS, 0
    return max(best, _FAR), what, detail


@nb.njit(**UNCOUNTED)
def _length(book, w):
    spelling = book.spelling[book.spelling_first[w]]
    return book.letter_first[spelling + 1] - book.letter_first[spelling]


@nb.njit(**UNCOUNTED)
def _native(book, w, v, strict):
    """Give what speaks against a word in Han or Hangul that is written in other syllables of its own tongue, in nats."""
    if book.script[w] == 1:
        if strict & 2:
            return 3.0 if book.syllables[v] else 1.5
        return book.other_syllables if book.pinyin[v] else 0.0
    if book.script[w] == 2 and strict & 4:
        return 3.0 if book.korean[v] else 1.0
    return 0.0


@nb.njit(**UNCOUNTED)
def _two_han(book, w, v):
    """Weigh two words of other characters: foreign names are written with characters that sound alike."""
    a, a_end = book.unit_first[w], book.unit_first[w + 1]
    b, b_end = book.unit_first[v], book.unit_first[v + 1]
    if a_end - a != b_end - b:
        return _FAR, NOTHING, 0
    alike = 0
    for k in range(a_end - a):
        alike += book.units[a + k] == book.units[b + k]
    units = a_end - a - 2
    if alike < units + 2:
        return _FAR, NOTHING, 0
    return (1.5 if units >= 3 else -2.5), HAN_SOUND, 0
