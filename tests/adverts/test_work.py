"""Work is shared among threads without changing its answer, and figures are the same on every machine."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.adverts.logarithm import log_of, power_of_e
from palermo.adverts.work import each, shares, sorted_hashes


@given(st.integers(0, 500), st.integers(1, 40))
def test_shares_cover_everything_once(size: int, pieces: int) -> None:
    """The shares follow one another from the first thing to the last, none empty."""
    cut = shares(size, pieces)
    assert [n for a, b in cut for n in range(a, b)] == list(range(size))
    assert all(a < b for a, b in cut)


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_answers_come_in_the_order_of_the_shares(threads: int) -> None:
    """However many threads work."""
    assert [n for part in each(lambda a, b: list(range(a, b)), 1000, threads) for n in part] == list(range(1000))


@pytest.mark.parametrize("size", [0, 5, 150_000])
@pytest.mark.parametrize("threads", [1, 2])
def test_hashes_are_sorted(size: int, threads: int) -> None:
    """Few or many, by one thread or two."""
    hashes = np.random.default_rng(3).integers(0, 1 << 64, size, dtype=np.uint64)
    assert np.array_equal(sorted_hashes([hashes[: size // 3], hashes[size // 3 :]], threads), np.sort(hashes))


@given(st.floats(1e-6, 1e12))
def test_a_logarithm_is_in_thousandths_rounded_down(value: float) -> None:
    """It is that of the machine, to the last thousandth."""
    assert abs(log_of(value) - 1000 * log(value)) <= 1.001


@given(st.integers(-30_000, 30_000))
def test_a_power_of_e_is_that_of_the_machine(thousandths: int) -> None:
    """To twelve digits."""
    assert power_of_e(thousandths) == pytest.approx(exp(thousandths / 1000), rel=1e-12)
