"""Laying two texts side by side scores the best stretch they share, as working through every cell does."""

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from adverts.kernels.toys import Word, kept_of
from palermo.adverts.kernels.align import CAP, LONGEST, align_all, weigh_whole
from palermo.adverts.weighing import Kept

# Words a power of two apart, so that they fall together wherever a kernel looks at the lower bits alone.
WORDS = st.sampled_from([2, 3, 4, 5, 2 + 512, 3 + 512, 2 + 1024, 3 + 65536])
TEXTS = st.lists(st.lists(st.tuples(WORDS, st.integers(200, 8000)), max_size=14), min_size=2, max_size=5)


def scores(kept: Kept, pairs: list[tuple[int, int]]) -> list[int]:
    """Score pairs in the order given."""
    packed = np.array([a << 32 | b for a, b in pairs], np.uint64)
    out = np.empty(len(pairs), np.int64)
    align_all(kept, packed, 0, len(pairs), out)
    return [int(score) for score in out]


def by_every_cell(a: list[Word], b: list[Word]) -> int:
    """Score by a table of every word against every other."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]

    def neighbours(text: list[Word], at: int) -> tuple[int, int]:
        return (text[at - 1][0] if at else 1, text[at + 1][0] if at + 1 < len(text) else 1)

    for i, (word, weight) in enumerate(a):
        for j, (other, other_weight) in enumerate(b):
            best = max(0, table[i][j + 1] - min(weight, CAP) // 5, table[i + 1][j] - min(other_weight, CAP) // 5)
            same = sum(x == y for x, y in zip(neighbours(a, i), neighbours(b, j), strict=True))
            if word == other and min(weight, other_weight, CAP) * same // 2:
                best = max(best, table[i][j] + min(weight, other_weight, CAP) * same // 2)
            table[i + 1][j + 1] = best
    return max(max(row) for row in table)


@given(TEXTS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=200)
def test_pairs_score_as_every_cell_says_in_any_order(texts: list[list[Word]], dice: Random) -> None:
    """Whatever the texts, and in whatever order their pairs come, a pair scores the same."""
    pairs = [(a, b) for a in range(len(texts)) for b in range(len(texts))] * 2
    dice.shuffle(pairs)
    assert scores(kept_of(texts), pairs) == [by_every_cell(texts[a], texts[b]) for a, b in pairs]


@given(TEXTS)
@settings(deadline=None)
def test_it_does_not_matter_which_text_comes_first(texts: list[list[Word]]) -> None:
    """A shares with B what B shares with A, and never more than either weighs."""
    kept = kept_of(texts)
    whole = np.zeros(len(texts), np.int64)
    weigh_whole(kept, whole)
    there, back = scores(kept, [(0, 1), (1, 0)])
    assert there == back
    assert 0 <= there <= min(int(whole[0]), int(whole[1]))
    assert scores(kept, [(0, 0)]) == [int(whole[0])]


def test_texts_with_nothing_in_common_share_nothing() -> None:
    """Texts without a common word score zero, and so do texts without words."""
    kept = kept_of([[(2, 3000), (3, 3000)], [(4, 3000), (5, 3000)], []])
    assert scores(kept, [(0, 1), (0, 2), (2, 2)]) == [0, 0, 0]


def test_a_word_alone_is_a_coincidence() -> None:
    """A common word between other neighbours counts nothing, however rare; with one neighbour half, with both whole."""
    rare = (7, CAP)
    kept = kept_of([[(2, 200), rare, (3, 200)], [(4, 200), rare, (5, 200)], [(2, 200), rare, (5, 200)]])
    assert scores(kept, [(0, 1)]) == [0]
    assert CAP // 2 <= scores(kept, [(0, 2)])[0] < CAP


def test_long_texts_that_repeat_one_word_are_scored() -> None:
    """Texts in which every word meets every other are scored too, and what stands beyond the longest text is not read."""
    same = [(2, 1000)] * (LONGEST + 40)
    kept = kept_of([same, same, [*same[:LONGEST], *[(3, 1000)] * 40]])
    assert scores(kept, [(0, 1), (1, 0)]) == [by_every_cell(same[:LONGEST], same[:LONGEST])] * 2
    assert scores(kept, [(0, 2)])[0] >= 1000 * (LONGEST - 1)
