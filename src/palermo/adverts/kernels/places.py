"""Cuts texts into words and keeps where each stood, so that what is found about words can be shown in the text itself."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.fold import GAP, fold_text
from palermo.adverts.kernels.order import LONGEST, find
from palermo.adverts.kernels.words import DIGIT, LETTER, MASKED, SIGN, SINGLE, SKIPPED, read_word, single_number

WORD, MASK, PERSONA, CITY, NUMBER, PRICE, CONTACT = range(1, 8)
"""What a word is; where several stand in one slot the highest names it."""
LETTERS = 1 << 14
"""Folded letters looked at of one text."""
_ENDS = np.array([ord(char) for char in sorted("\n!()*,./:;<>?[]{|}~。、·•「」『』【】《》¡¿")], dtype=np.int32)
_CURRENCY = np.array([ord(char) for char in sorted("$£¥€")], dtype=np.int32)


@nb.njit(cache=True, nogil=True)
def _kind(kinds, letter):
    return kinds[letter] if letter < kinds.shape[0] else np.uint8(LETTER)


@nb.njit(cache=True, nogil=True)
def _run(letters, i, n, kinds):
    """Find where a word that begins at `i` ends; emoji stand inside words, never at their ends."""
    end = i + 1
    j = i
    while j < n:
        kind = _kind(kinds, letters[j])
        if kind == LETTER or kind == DIGIT:
            end = j + 1
        elif kind == SIGN:
            if j + 1 >= n or _kind(kinds, letters[j + 1]) != LETTER or _kind(kinds, letters[j - 1]) != LETTER:
                break
        elif kind != SKIPPED:
            break
        j += 1
    return end


@nb.njit(cache=True, nogil=True)
def _spelt(letters, start, end, kinds):
    """Hash the letters of a word, digits as they are."""
    hashed = np.uint64(0xCBF29CE484222325)
    for i in range(start, end):
        if _kind(kinds, letters[i]) != SKIPPED:
            hashed = (hashed ^ np.uint64(letters[i])) * np.uint64(0x100000001B3)
    return hashed ^ (hashed >> np.uint64(32))


@nb.njit(cache=True, nogil=True)
def _parts(letters, before, at, kinds):
    """Say whether what stands between two words parts phrases; a space between Chinese characters does."""
    for i in range(before, at):
        letter = letters[i]
        if letter == GAP or find(_ENDS, letter) >= 0:
            return True
        if letter == 45 and i > 0 and letters[i - 1] == 32:
            return True
        if (
            letter == 32
            and 0 < i < at
            and _kind(kinds, letters[i - 1]) == SINGLE
            and _kind(kinds, letters[at]) == SINGLE
        ):
            return True
    return False


@nb.njit(cache=True, nogil=True)
def _priced(letters, n, at, words, k, first, last, currencies):
    """Whether a sign or word of a currency stands beside a number, with nothing but a space between."""
    left, right = at[k, 0] - 1, at[k, 1]
    while left >= 0 and letters[left] == 32:
        left -= 1
    while right < n and letters[right] == 32:
        right += 1
    if (left >= 0 and find(_CURRENCY, letters[left]) >= 0) or (right < n and find(_CURRENCY, letters[right]) >= 0):
        return True
    if k > first and at[k - 1, 1] == left + 1 and find(currencies, words[k - 1]) >= 0:
        return True
    return k + 1 < last and at[k + 1, 0] == right and find(currencies, words[k + 1]) >= 0


@nb.njit(cache=True, nogil=True)
def _put(out, at, place, word, kind, spelt):
    words, spelling, kinds, places, _ = out
    words[at] = word
    kinds[at] = kind
    spelling[at] = spelt
    places[at, 0], places[at, 1] = place


@nb.njit(cache=True, nogil=True)
def cut_one(letters, n, spans, tables, out, at):
    """Cut one folded text; `places` holds letters, not yet characters. Gives the first free place and the letter reached."""
    kinds, posed = tables
    span_first, span_last, span_value, s, s_end = spans
    first, i = at, 0
    while i < n and at - first < LONGEST:
        while s < s_end and (span_last[s] <= i or span_last[s] <= span_first[s]):
            s += 1
        if s < s_end and i >= span_first[s]:
            _put(out, at, (i, span_last[s]), 0, CONTACT, np.uint64(span_value[s]))
            at += 1
            i = span_last[s]
            continue
        kind = _kind(kinds, letters[i])
        stop = min(n, span_first[s]) if s < s_end else n
        if kind == LETTER or kind == DIGIT:
            end = _run(letters, i, stop, kinds)
            number = np.int64(read_word(letters, i, end, kinds, posed)[1])
            _put(out, at, (i, end), number, WORD if number else NUMBER, _spelt(letters, i, end, kinds))
            at, i = at + 1, end
        elif kind == SINGLE:
            number = np.int64(single_number(letters[i], posed))
            _put(out, at, (i, i + 1), number, WORD, _spelt(letters, i, i + 1, kinds))
            at, i = at + 1, i + 1
        elif kind == MASKED:
            _put(out, at, (i, i + 1), 0, MASK, np.uint64(0))
            at, i = at + 1, i + 1
        else:
            i += 1
    return at, i


@nb.njit(cache=True, nogil=True)
def cut_texts(cells, spans, tables, part, out, shape):
    """Cut some texts into words.

    Args:
        cells: bytes of all texts end to end in UTF-8 (lone surrogates too), and where each begins.
        spans: where the contacts of each text begin in the lists that follow; first characters, the ones after the last, and
            the number of each contact's value; sorted within a text.
        tables: fold table, kinds of letters, posed letters, numbers of the words for currencies, sorted.
        part: the first text, and the one after the last.
        out: takes for each word its number (0 for a contact, number or mask), a hash of its spelling (of a contact its
            value), its kind, its first character and the one after its last, and whether a phrase begins with it.
        shape: takes where the words of each text begin, and the end; and whether a text has more than was looked at.

    Returns:
        how many words were written.
    """
    data, data_starts = cells
    span_starts, span_first, span_last, span_value = spans
    folds, kinds, posed, currencies = tables
    words, _, word_kinds, places, begins = out
    starts, longer = shape
    letters = np.empty(LETTERS, np.int32)
    origin = np.empty(LETTERS, np.int32)
    low = np.empty(span_first.shape[0], np.int64)
    high = np.empty(span_first.shape[0], np.int64)
    at = 0
    for text in range(part[0], part[1]):
        starts[text - part[0]] = at
        n = fold_text(data, data_starts[text], data_starts[text + 1], folds, letters, origin, 0, 0)
        for s in range(span_starts[text], span_starts[text + 1]):
            low[s] = np.searchsorted(origin[:n], span_first[s])
            high[s] = np.searchsorted(origin[:n], span_last[s])
        first = at
        held = (low, high, span_value, span_starts[text], span_starts[text + 1])
        at, reached = cut_one(letters, n, held, (kinds, posed), out, at)
        longer[text - part[0]] = reached < n or n == LETTERS
        for k in range(first, at):
            begins[k] = k == first or _parts(letters, places[k - 1, 1], places[k, 0], kinds)
            if word_kinds[k] == NUMBER and _priced(letters, n, places, words, k, first, at, currencies):
                word_kinds[k] = PRICE
        for k in range(first, at):
            places[k, 0] = origin[places[k, 0]]
            places[k, 1] = origin[places[k, 1] - 1] + 1
    starts[part[1] - part[0]] = at
    return at


@nb.njit(cache=True, nogil=True)
def _longest_name(words, i, last, names, whose):
    """Give the length of the longest name that stands at a word."""
    name_words, name_starts, firsts = names
    best = 0
    for s in range(firsts[whose], firsts[whose + 1]):
        begin, size = name_starts[s], name_starts[s + 1] - name_starts[s]
        if size > best and i + size <= last:
            k = 0
            while k < size and words[i + k] == name_words[begin + k]:
                k += 1
            if k == size:
                best = size
    return best


@nb.njit(cache=True, nogil=True)
def mark_names(words, kinds, starts, own, city_heads):
    """Blank the names of cities, and of each text its own persona's.

    Args:
        words: of `cut_texts`; what is a name becomes 0.
        kinds: of the words.
        starts: where each text begins, and the end.
        own: the number of each text's persona and the names of personas, then the names of cities: words end to end, where
            each name begins, where those of each persona, or of each first word of a city, begin.
        city_heads: the first words of the names of cities, sorted; the same name may be known by one alone.
    """
    persona, persona_names, city_names = own
    for text in range(starts.shape[0] - 1):
        i, last = starts[text], starts[text + 1]
        while i < last:
            size = 0
            if words[i] != 0:
                kind = PERSONA
                size = _longest_name(words, i, last, persona_names, persona[text])
                head = find(city_heads, words[i])
                if head >= 0:
                    place = _longest_name(words, i, last, city_names, head)
                    if place > size:
                        kind, size = CITY, place
                for k in range(size):
                    words[i + k] = 0
                    kinds[i + k] = kind
            i += max(1, size)


@nb.njit(cache=True, nogil=True)
def text_keys(words, starts, out):
    """Write for each text a number of its words in order; the lowest ten bits hold how many they are."""
    for text in range(starts.shape[0] - 1):
        hashed = np.uint64(0x9E3779B97F4A7C15)
        for i in range(starts[text], starts[text + 1]):
            hashed = (hashed ^ np.uint64(words[i])) * np.uint64(0x9FB21C651E98DF25)
            hashed ^= hashed >> np.uint64(29)
        out[text] = hashed << np.uint64(10) | np.uint64(starts[text + 1] - starts[text])


@nb.njit(cache=True, nogil=True)
def telling_words(words, starts):
    """Count the words of each text that are not blank."""
    found = np.zeros(starts.shape[0] - 1, np.int64)
    for text in range(found.shape[0]):
        for i in range(starts[text], starts[text + 1]):
            found[text] += words[i] != 0
    return found


@nb.njit(cache=True, nogil=True)
def taken(words, starts, chosen):
    """Lay some texts end to end: their words, and where each begins, and the end."""
    ends = np.zeros(chosen.shape[0] + 1, np.int64)
    for n in range(chosen.shape[0]):
        ends[n + 1] = ends[n] + starts[chosen[n] + 1] - starts[chosen[n]]
    out = np.empty(ends[-1], np.int64)
    for n in range(chosen.shape[0]):
        out[ends[n] : ends[n + 1]] = words[starts[chosen[n]] : starts[chosen[n] + 1]]
    return out, ends
