"""Pairs are proposed where texts share a stretch that weighs enough."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from adverts.kernels.toys import Word, kept_of
from palermo.adverts.kernels.stretches import TEXT_BITS, count_telling, keep_telling, meet, stretches

TEXTS = st.lists(st.lists(st.tuples(st.integers(2, 6), st.integers(200, 5000)), max_size=10), min_size=1, max_size=6)
NEED, CAP = 6000, 3000


def keys_of(texts: list[list[Word]]) -> list[tuple[int, int]]:
    """Give hash and text of each stretch."""
    kept = kept_of(texts)
    out = np.empty(int(kept[0][-1]), np.uint64)
    size = stretches(kept, NEED, CAP, 0, len(texts), out)
    return [(int(key) >> TEXT_BITS, int(key) & ((1 << TEXT_BITS) - 1)) for key in out[:size]]


def plain_stretches(text: list[Word]) -> list[tuple[int, ...]]:
    """Give the words of the shortest stretch that weighs enough, from each word on."""
    found = []
    for i in range(len(text)):
        for j in range(i + 1, len(text) + 1):
            if sum(min(weight, CAP) for _, weight in text[i:j]) >= NEED:
                found.append(tuple(word for word, _ in text[i:j]))
                break
    return found


@given(TEXTS)
@settings(deadline=None)
def test_every_word_begins_the_shortest_stretch_that_weighs_enough(texts: list[list[Word]]) -> None:
    """Two stretches have one key where they are the same words, and only there."""
    plain = [(words, text) for text, whole in enumerate(texts) for words in plain_stretches(whole)]
    keys = keys_of(texts)
    assert [text for _, text in keys] == [text for _, text in plain]
    names: dict[int, tuple[int, ...]] = {}
    for (hashed, _), (words, _) in zip(keys, plain, strict=True):
        assert names.setdefault(hashed, words) == words
    assert len(set(names.values())) == len(names)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=40),
    st.lists(st.integers(0, 3), min_size=10, max_size=10),
    st.integers(1, 4),
)
@settings(deadline=None)
def test_texts_of_one_posting_meet_the_next_few_of_other_voices(
    postings: list[tuple[int, int]], voices: list[int], followers: int
) -> None:
    """Each text is paired with the texts that follow it under its key, of other voices, as many as told, looking no further than told."""
    ordered = sorted(set(postings))
    keys = np.array([head << TEXT_BITS | text for head, text in ordered], np.uint64)
    voice = np.array(voices, np.int64)
    out = np.empty(len(keys) * followers, np.uint64)
    size = meet(keys, followers, voice, out)
    found = [(int(pair) >> 32, int(pair) & 0xFFFFFFFF) for pair in out[:size]]
    expected = []
    for at, (head, text) in enumerate(ordered):
        near = [other for key, other in ordered[at + 1 :] if key == head][: 4 * followers]
        expected += [(text, other) for other in near if voices[other] != voices[text]][:followers]
    assert found == expected
    assert all(a < b for a, b in found)


@given(st.lists(st.lists(st.tuples(st.integers(2, 9), st.integers(0, 900)), max_size=8), min_size=1, max_size=5))
@settings(deadline=None)
def test_words_that_tell_nothing_are_left_out_and_their_neighbours_kept(texts: list[list[Word]]) -> None:
    """Words that weigh enough are kept in order, each with the words that stood beside it, telling or not."""
    least = 300
    flat = [pair for text in texts for pair in text]
    sizes = [len(text) for text in texts]
    first = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)
    shape = (first[:-1], np.array(sizes, np.int64), first)
    words = np.array([word for word, _ in flat], np.uint32)
    weights = np.array([weight for _, weight in flat], np.uint16)
    many = np.zeros(len(texts), np.int64)
    count_telling(shape, weights, least, 0, len(texts), many)
    whole = kept_of(texts)
    telling = weights >= least
    starts = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    total = int(starts[-1])
    kept = (
        starts,
        np.empty(total, np.uint32),
        np.empty(total, np.uint16),
        np.empty(total, np.uint32),
        np.empty(total, np.uint32),
    )
    keep_telling(words, shape, weights, least, 0, len(texts), kept)
    assert many.tolist() == [sum(weight >= least for _, weight in text) for text in texts]
    assert [list(found) for found in kept[1:]] == [list(np.asarray(all_of)[telling]) for all_of in whole[1:]]
