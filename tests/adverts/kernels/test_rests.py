"""Texts are compared apart from what nearly all of them share."""

import numpy as np

from palermo.adverts.kernels.rests import rests_of


def compared(texts: list[list[int]]) -> tuple[int, int]:
    """Give the share that is the texts' own and how much of it is common to neighbours, in thousandths."""
    size = np.array([len(text) for text in texts], np.int64)
    first = np.concatenate([[0], np.cumsum(size)[:-1]]).astype(np.int64)
    words = np.array([word for text in texts for word in text], np.uint32)
    out = np.zeros((1, 2), np.int64)
    starts = np.array([0, len(texts)], np.int64)
    rests_of(words, (first, size), np.arange(len(texts)), starts, 0, 1, out)
    return int(out[0, 0]), int(out[0, 1])


def test_texts_that_share_a_frame_alone_are_strangers() -> None:
    """Around the same frame, texts of their own are all rest and have nothing of it in common."""
    dice = np.random.default_rng(1)
    frame = list(range(10, 20))
    rest, common = compared([[*dice.integers(1000, 90_000, 40).tolist(), *frame] for _ in range(8)])
    assert rest > 700
    assert common < 20


def test_copies_leave_no_rest() -> None:
    """Texts that are all the same have nothing of their own."""
    assert compared([list(range(10, 60))] * 6) == (0, 0)


def test_a_hand_s_texts_have_something_of_the_rest_in_common() -> None:
    """Texts put together from the same few phrases share much of what not all share."""
    phrases = [list(range(start, start + 12)) for start in (100, 200, 300, 400)]
    texts = [[*phrases[n % 4], *phrases[(n + 1) % 4]] for n in range(8)]
    rest, common = compared(texts)
    assert rest > 900
    assert common > 250


def test_one_text_or_none_of_any_length_is_no_error() -> None:
    """A set of one short text can be compared: it is all frame."""
    assert compared([[5]]) == (0, 0)
