"""The medoid of a group is the text with most in common with the others, and a word stays where most samples have it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from palermo.adverts.kernels.consensus import Consensus, Ints, find_consensus
from palermo.adverts.kernels.order import BLOCKS, LONGEST, distinct, in_common, lay, numbered, set_masks

texts = st.lists(st.lists(st.integers(0, 9), max_size=12), max_size=9)
long_texts = st.lists(st.integers(0, 12), max_size=200)


def laid_out(listed: list[list[int]]) -> tuple[Ints, Ints]:
    """Lay lists end to end."""
    starts = np.concatenate([[0], np.cumsum([len(words) for words in listed])]).astype(np.int64)
    return np.array([word for words in listed for word in words], np.int64), starts


def consensus(listed: list[list[int]], groups: list[list[int]], threads: int = 1) -> Consensus:
    """Find the consensus of groups of texts."""
    return find_consensus(*laid_out(listed), *laid_out(groups), threads=threads)


def stay(found: Consensus, group: int) -> list[int]:
    """Say which words of a group's medoid stay."""
    part: list[int] = found.stays[found.starts[group] : found.starts[group + 1]].tolist()
    return part


def test_a_word_that_most_have_in_order_stays() -> None:
    """A word stays where three in five have it, a blank never does, and the figures say how many stay."""
    found = consensus([[5, 6, 0, 8], [5, 6, 0, 9], [5, 6, 0, 7, 8], [5, 6, 0, 8], [1, 6, 5, 0, 8]], [[0, 1, 2, 3, 4]])
    assert int(found.medoid[0]) in {0, 3}
    assert stay(found, 0) == [1, 1, 0, 1]
    assert found.kept.tolist() == [3]


def test_groups_of_none_and_of_one_have_an_answer() -> None:
    """A group without texts has no medoid; of one text every word but its blanks stays; an empty text has no words."""
    found = consensus([[3, 0, 4], []], [[], [0], [1], [1, 0]])
    assert found.medoid[:3].tolist() == [-1, 0, 1]
    assert [stay(found, n) for n in range(3)] == [[], [1, 0, 1], []]
    assert consensus([], []).stays.tolist() == []


def test_a_long_text_is_looked_at_to_its_limit() -> None:
    """Of a text of thousands of words the first 600 are looked at."""
    found = consensus([list(range(1, 5001))] * 3, [[0, 1, 2]])
    assert stay(found, 0) == [1] * LONGEST


@settings(max_examples=60)
@given(long_texts, long_texts)
def test_what_two_texts_have_in_common_is_what_an_oracle_says(one: list[int], other: list[int]) -> None:
    """The count is that of another's longest common subsequence, and the words found are in order and as many."""
    words, starts = laid_out([one, other])
    vocabulary = distinct(words)
    ids = np.empty(len(words), np.int64)
    numbered(words, 0, len(words), vocabulary, ids, 0)
    masks = np.zeros((len(vocabulary) + 1, BLOCKS), np.uint64)
    set_masks(ids, 0, starts[1], masks)
    common = in_common(masks, starts[1], ids, starts[1], starts[2])
    assert common == LCSseq.similarity([word or -1 for word in one], [word or -2 for word in other])
    met = np.empty(len(other), np.int64)
    lay(masks, starts[1], ids, starts[1], starts[2], np.empty((len(other), BLOCKS), np.uint64), met)
    pairs = [(place, n) for n, place in enumerate(met.tolist()) if place >= 0]
    assert len(pairs) == common
    assert [place for place, _ in pairs] == sorted({place for place, _ in pairs})
    assert all(one[place] == other[n] for place, n in pairs)


@settings(max_examples=60)
@given(texts)
def test_the_order_of_members_and_the_threads_change_nothing(listed: list[list[int]]) -> None:
    """Members in another order, and two threads, give a medoid of the same words of which the same stay."""
    members = list(range(len(listed)))
    turned = members[::-1]
    found = consensus(listed, [members, members[:2], members[2:]])
    again = consensus(listed, [turned, turned[-2:], turned[:-2]], threads=2)
    for n in range(3):
        assert stay(found, n) == stay(again, n)
        assert found.kept[n] == again.kept[n]
        ours, theirs = int(found.medoid[n]), int(again.medoid[n])
        assert (ours < 0 and theirs < 0) or listed[ours] == listed[theirs]
