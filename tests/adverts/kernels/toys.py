"""Small texts of numbers for tests of the kernels that compare texts."""

import numpy as np

from palermo.adverts.weighing import Kept

Word = tuple[int, int]
"""A word and its weight."""


def kept_of(texts: list[list[Word]]) -> Kept:
    """Lay texts end to end, every word kept, each beside its neighbours."""
    first = np.concatenate([[0], np.cumsum([len(text) for text in texts], dtype=np.int64)]).astype(np.int64)
    flat = [pair for text in texts for pair in text]
    before = [word for text in texts for word in [1, *(pair[0] for pair in text[:-1])][: len(text)]]
    after = [word for text in texts for word in [*(pair[0] for pair in text[1:]), 1][: len(text)]]
    return (
        first,
        np.array([word for word, _ in flat], np.uint32),
        np.array([weight for _, weight in flat], np.uint16),
        np.array(before, np.uint32),
        np.array(after, np.uint32),
    )
