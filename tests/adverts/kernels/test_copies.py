"""Whole copies are texts that agree nearly word for word, and nothing else."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.kernels.contacts_graph import flatten, join_pairs
from palermo.adverts.kernels.copies import BANDS, SHARE, copy_keys, find_copies, near_copies, same_words

WORDS = st.lists(st.integers(1, 4), min_size=1, max_size=30)


def common(a: list[int], b: list[int]) -> int:
    """Count the words that stand in both in the same order, by every cell."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def same(a: list[int], b: list[int]) -> bool:
    """Ask the kernel."""
    words = np.array([*a, *b], np.uint32)
    return bool(same_words(words, 0, len(a), len(a), len(b), np.zeros(200, np.int64)))


def copies_of(texts: list[list[int]]) -> list[int]:
    """Give the first text among the copies of each text."""
    size = np.array([len(text) for text in texts], np.int64)
    first = np.concatenate([[0], np.cumsum(size)[:-1]]).astype(np.int64)
    words = np.array([word for text in texts for word in text], np.uint32)
    keys = np.empty(len(texts) * BANDS, np.uint64)
    found = keys[: copy_keys(words, (first, size), 0, len(texts), keys)].copy()
    found.sort()
    out = np.empty(2 * len(found), np.uint64)
    pairs = np.unique(out[: near_copies(found, out)])
    alike = np.zeros(len(pairs), dtype=bool)
    find_copies(words, (first, size), pairs, 0, len(pairs), alike)
    parent = np.arange(len(texts))
    join_pairs(
        (pairs[alike] >> np.uint64(32)).astype(np.int64),
        (pairs[alike] & np.uint64(0xFFFFFFFF)).astype(np.int64),
        parent,
    )
    flatten(parent)
    return [int(head) for head in parent]


@given(WORDS, WORDS)
@settings(deadline=None, max_examples=300)
def test_copies_agree_in_most_words_of_the_longer(a: list[int], b: list[int]) -> None:
    """Two texts are copies exactly where enough of the longer one's words stand in both in the same order."""
    enough = common(a, b) * 100 >= SHARE * max(len(a), len(b))
    assert same(a, b) == enough
    assert same(b, a) == enough


@given(st.lists(st.integers(1, 9), min_size=20, max_size=60), st.integers(0, 19), st.integers(10, 99))
@settings(deadline=None, max_examples=100)
def test_a_text_with_a_word_changed_is_a_copy(text: list[int], place: int, word: int) -> None:
    """One word of twenty or more does not make another text."""
    assert same(text, [*text[:place], word, *text[place + 1 :]])


def test_the_same_long_text_finds_its_copies_wherever_they_stand() -> None:
    """Copies are joined under the first of them, however many other texts lie between; short texts are left alone."""
    dice = np.random.default_rng(4)
    text = dice.integers(1, 5000, 60).tolist()
    edited = [*text[:30], 7, *text[31:]]
    others = [dice.integers(1, 5000, 60).tolist() for _ in range(30)]
    found = copies_of([others[0], text, *others[1:], edited, [1, 2, 3], [1, 2, 3]])
    assert found[-3] == 1
    assert [head for n, head in enumerate(found) if n != len(found) - 3] == [
        n for n in range(len(found)) if n != len(found) - 3
    ]


def test_a_row_of_small_edits_is_compared_text_by_text() -> None:
    """Neighbours in a row of edits are copies though the first and the last are not."""
    dice = np.random.default_rng(5)
    row = [dice.integers(1, 5000, 40).tolist()]
    for step in range(12):
        row.append([*row[-1][: 3 * step], *dice.integers(5001, 9000, 3).tolist(), *row[-1][3 * step + 3 :]])
    assert all(same(a, b) for a, b in pairwise(row))
    assert not same(row[0], row[-1])
