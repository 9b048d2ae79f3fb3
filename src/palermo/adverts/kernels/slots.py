"""Gathers texts round leaders, lays each against its wording, and says what stood in each slot."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.order import BLOCKS, LONGEST, clear_masks, distinct, in_common, lay, numbered, set_masks
from palermo.adverts.kernels.places import CONTACT, PERSONA, WORD

SAME, DIFFERS = 0, -1
"""Marks of words; a word in a slot has the slot's number, from 1."""


@nb.njit(cache=True, nogil=True)
def _leader_of(ids, place, leaders, telling, masks):
    """Give the leader with most words in common, at least half of both texts' words, the first of equals; -1 for none."""
    text, begin, end = place
    listed, starts, count = leaders
    best, best_common, best_all = -1, np.int64(0), np.int64(1)
    set_masks(ids, begin, end, masks)
    for k in range(count):
        other = listed[k]
        both = telling[text] + telling[other]
        if 4 * min(telling[text], telling[other]) < both:
            continue
        common = in_common(masks, end - begin, ids, starts[other], starts[other + 1])
        if common > 0 and 4 * common >= both and common * best_all > best_common * both:
            best, best_common, best_all = k, common, both
    clear_masks(ids, begin, end, masks)
    return best


@nb.njit(cache=True, nogil=True)
def gather(ids, starts, texts, leaders, grow, out):
    """Let each text join the leader it has most in common with, or become one.

    Args:
        ids: words of all texts, numbered by one vocabulary, -1 for what is in none of the leaders or blank.
        starts: where each text begins, and the end.
        texts: the texts to place, in the order they are taken, and how many telling words every text has.
        leaders: texts that lead already, with room for more.
        grow: how many lead, and how many may at most.
        out: takes for each of the texts to place the place of its leader, -1 for none.

    Returns:
        how many lead in the end.
    """
    placed, telling = texts
    count, most = grow
    kinds = 1
    for i in range(ids.shape[0]):
        kinds = max(kinds, ids[i] + 1)
    masks = np.zeros((kinds, BLOCKS), np.uint64)
    for n in range(placed.shape[0]):
        text = placed[n]
        begin, end = starts[text], starts[text + 1]
        out[n] = _leader_of(ids, (text, begin, end), (leaders, starts, count), telling, masks)
        if out[n] < 0 and count < most:
            leaders[count] = text
            out[n] = count
            count += 1
    return count


@nb.njit(cache=True, nogil=True)
def lay_all(words, starts, texts, medoid, phrase, out):
    """Lay texts against their medoid and count what each of its words and phrases is found in.

    Args:
        words: words of all texts.
        starts: where each text begins, and the end.
        texts: the texts, and how many adverts use every text.
        medoid: its text.
        phrase: the phrase of each of the medoid's words, -1 for those that are blank; and how many words each phrase has.
        out: takes for each word of all texts its place in the medoid or -1; adverts with each word; adverts with all of each
            phrase.
    """
    members, uses = texts
    of_word, needed = phrase
    place, votes, whole = out
    first, size = starts[medoid], starts[medoid + 1] - starts[medoid]
    vocabulary = distinct(words[first : first + size])
    masks = np.zeros((vocabulary.shape[0], BLOCKS), np.uint64)
    rows = np.empty((LONGEST, BLOCKS), np.uint64)
    met = np.empty(LONGEST, np.int64)
    ids = np.empty(LONGEST, np.int64)
    seen = np.zeros(needed.shape[0], np.int64)
    numbered(words, first, first + size, vocabulary, ids, 0)
    set_masks(ids, 0, size, masks)
    for n in range(members.shape[0]):
        text = members[n]
        begin, many = starts[text], starts[text + 1] - starts[text]
        numbered(words, begin, begin + many, vocabulary, ids, 0)
        lay(masks, size, ids, 0, many, rows, met)
        seen[:] = 0
        for i in range(many):
            place[begin + i] = met[i]
            if met[i] >= 0:
                votes[met[i]] += uses[text]
                seen[of_word[met[i]]] += 1
        for p in range(needed.shape[0]):
            if needed[p] > 0 and seen[p] == needed[p]:
                whole[p] += uses[text]


@nb.njit(cache=True, nogil=True)
def _slot_for(kind, low, high, slot_kinds):
    """Name the slot of a word that stands between two kept words, slots `low` to `high` between them; -1 for none."""
    if high - low == 1:
        return low
    if kind <= WORD or high == low:
        return -1
    for slot in range(low, high):
        if slot_kinds[slot] & (1 << kind):
            return slot
    return low


@nb.njit(cache=True, nogil=True)
def mark_words(place, kinds, shape, marks):
    """Mark the words of one advert.

    Args:
        place: of each word its place in the medoid or -1.
        kinds: of each word.
        shape: for each word of the medoid whether it stays, how many slots begin before each and in all, and a bit for each
            kind of word in each slot.
        marks: takes the marks. The words in one slot are neighbours.
    """
    stays, slots_before, slot_kinds = shape
    n = place.shape[0]
    i, low = 0, 0
    last_used = -1
    while i < n:
        if place[i] >= 0 and stays[place[i]]:
            marks[i] = SAME
            low = slots_before[place[i]]
            i += 1
            continue
        end = i
        while end < n and not (place[end] >= 0 and stays[place[end]]):
            end += 1
        high = slots_before[place[end]] if end < n else slots_before[stays.shape[0]]
        for k in range(i, end):
            slot = _slot_for(kinds[k], low, high, slot_kinds)
            again = slot >= 0 and slot <= last_used and not (k > i and marks[k - 1] == slot + 1)
            marks[k] = DIFFERS if slot < 0 or again else slot + 1
            last_used = max(last_used, slot)
        i = end


@nb.njit(cache=True, nogil=True)
def fill_slots(cut, adverts, laid, shape, low, out):
    """Say what stood in each slot of each advert of one wording.

    Args:
        cut: where the words of each advert begin, and the end; kinds and spellings of words.
        adverts: the adverts, and for every advert its text.
        laid: of each word of each text its place in the medoid, and where each text begins in it.
        shape: of `mark_words`.
        low: the first slot looked at; `out` says how many.
        out: takes for each advert and slot the kind (0: nothing), a number for what stood there, first and last word. Of
            words of several kinds the first stretch of the highest kind counts: a name is a name with a word beside it too.
    """
    starts, kinds, spelt = cut
    members, text_of = adverts
    place, text_starts = laid
    kind_in, what, first, last = out
    high = low + kind_in.shape[1]
    marks = np.empty(LONGEST, np.int64)
    for n in range(members.shape[0]):
        advert = members[n]
        begin, size = starts[advert], starts[advert + 1] - starts[advert]
        at = text_starts[text_of[advert]]
        mark_words(place[at : at + size], kinds[begin : begin + size], shape, marks)
        for i in range(size):
            if marks[i] <= low or marks[i] > high:
                continue
            slot, kind = marks[i] - 1 - low, max(WORD, kinds[begin + i])
            if kind < PERSONA:
                kind = WORD
            held = kind_in[n, slot]
            if kind < held or (kind == held and (kind == CONTACT or last[n, slot] != begin + i - 1)):
                continue
            if kind > held:
                kind_in[n, slot], what[n, slot], first[n, slot] = kind, 0, begin + i
            mixed = (what[n, slot] ^ spelt[begin + i]) * np.uint64(0x9FB21C651E98DF25)
            what[n, slot] = mixed ^ (mixed >> np.uint64(29))
            last[n, slot] = begin + i
