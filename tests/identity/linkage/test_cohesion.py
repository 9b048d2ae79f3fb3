"""Records put together hold together: no chains, and nothing depends on the order of the pairs."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from palermo.identity.linkage.cohesion import Pairs, cohere


def sets(count: int, weights: dict[tuple[int, int], int], threshold: int = 0) -> list[int]:
    """Give each record's set."""
    left, right = ([pair[at] for pair in weights] for at in (0, 1))
    columns = (np.array(column, np.int64) for column in (left, right, list(weights.values())))
    return [int(one) for one in cohere(count, Pairs(*columns), threshold)]


def test_a_chain_is_not_one_set() -> None:
    """Two strong links do not join ends that contradict each other: the middle goes with the stronger."""
    assert sets(3, {(0, 1): 21_000, (1, 2): 20_000, (0, 2): -15_000}) == [0, 0, 2]


def test_a_pair_that_says_little_does_not_part_what_two_others_join() -> None:
    """Where two records have little to compare, the third they are both like brings them together."""
    assert sets(3, {(0, 1): 12_000, (1, 2): 12_000, (0, 2): -2_000}) == [0, 0, 0]


def test_nothing_below_the_threshold_joins() -> None:
    """A pair under the threshold stays two."""
    assert sets(2, {(0, 1): 999}, 1_000) == [0, 1]
    assert sets(2, {(0, 1): 1_000}, 1_000) == [0, 0]


def test_without_pairs_each_record_is_alone() -> None:
    """No pairs, no sets."""
    assert sets(3, {}) == [0, 1, 2]


PAIRS = st.dictionaries(st.sampled_from(list(combinations(range(7), 2))), st.integers(-20_000, 20_000), max_size=21)


@given(PAIRS, st.randoms(use_true_random=False))
def test_sets_do_not_depend_on_the_order_of_the_pairs(weights: dict[tuple[int, int], int], random: object) -> None:
    """The same pairs in another order give the same sets, each named by its least record, none wider than what connects it."""
    turned = list(weights.items())
    random.shuffle(turned)  # type: ignore[attr-defined]
    found = sets(7, weights)
    assert found == sets(7, dict(turned))
    assert all(found[label] == label <= at for at, label in enumerate(found))
