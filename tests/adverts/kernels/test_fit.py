"""The rate at which chance falls off is recovered from the scores, under an even rest."""

import numpy as np
import pytest

from palermo.adverts.kernels.fit import best_scores, fit_tail


@pytest.mark.parametrize("rate", [0.35, 0.5, 0.7])
@pytest.mark.parametrize("rest", [0, 2000])
def test_the_rate_is_recovered_under_an_even_rest(rate: float, rest: int) -> None:
    """Within a tenth, with as many related pairs as a fifth of the tail spread over all scores."""
    dice = np.random.default_rng(7)
    scores = np.concatenate([dice.exponential(1 / rate, 10_000), dice.uniform(0, 22, rest)])
    counts = np.bincount((scores[scores < 22] / 0.5).astype(np.int64), minlength=44)
    found, share = fit_tail(counts, 0.5)
    assert found == pytest.approx(rate, rel=0.1)
    assert share == pytest.approx(10_000 / (10_000 + rest), abs=0.05)


def test_each_text_keeps_its_best_score() -> None:
    """The best is over both sides of the pairs, 0 where there are none."""
    best = np.zeros(4, np.int64)
    best_scores(np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([5, 9, 7]), best)
    assert best.tolist() == [9, 7, 9, 0]
