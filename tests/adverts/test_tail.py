"""The threshold is set where as many false links are expected as are accepted."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.pairing import Pairs
from palermo.adverts.tail import Beside, Scores, Tail, fit


def scores(size: int, texts: int, rate: float = 0.5, seed: int = 1) -> Scores:
    """Give scores of pairs that are chance alone, from 6 nats on."""
    dice = np.random.default_rng(seed)
    a, b = dice.integers(0, texts, (2, size))
    drawn = (6000 + 1000 * dice.exponential(1 / rate, size)).astype(np.int64)
    order = np.argsort(a * texts + b)
    return Scores(Pairs(np.minimum(a, b)[order], np.maximum(a, b)[order], drawn[order]), texts, 6000)


@pytest.mark.parametrize(("size", "texts"), [(60_000, 20_000), (200, 100), (0, 5)])
def test_the_more_false_links_are_accepted_the_lower_the_threshold(size: int, texts: int) -> None:
    """More false links accepted never raise what a link needs."""
    chosen = scores(size, texts)
    thresholds = [fit(chosen, accepted).threshold for accepted in (0.1, 0.5, 1.0, 5.0, 50.0)]
    assert thresholds == sorted(thresholds, reverse=True)


def test_a_large_file_is_measured_and_as_many_false_links_come_as_accepted() -> None:
    """Over files of chance alone, about as many pairs reach the threshold as were accepted."""
    over = 0
    for seed in range(8):
        chosen = scores(60_000, 20_000, seed=seed)
        tail = fit(chosen, 5.0)
        assert tail.measured
        over += int(np.count_nonzero(chosen.pairs.score >= tail.threshold))
    assert 10 <= over <= 100


def test_a_small_file_has_its_floor() -> None:
    """A file too small to tell is not measured, and asks for more the more texts it has, never less than its floor."""
    tails = [fit(scores(0, texts), 1.0) for texts in (2, 50, 1000)]
    assert not any(tail.measured for tail in tails)
    assert [tail.threshold for tail in tails] == sorted(tail.threshold for tail in tails)
    assert tails[0].threshold >= 8000


@given(st.integers(0, 60_000), st.integers(0, 60_000))
@settings(deadline=None)
def test_fewer_pairs_are_expected_the_more_they_must_share(one: int, other: int) -> None:
    """What chance is expected to give falls with the score, to as many as accepted at the threshold."""
    tail = Tail(8000, 50_000, 450, 30_000, True)
    low, high = sorted((one, other))
    assert tail.expected(low) >= tail.expected(high)
    assert tail.expected(8000) == 50_000


@pytest.mark.parametrize("accepted", [0.5, 2.0])
def test_at_the_threshold_no_more_is_expected_than_accepted(accepted: float) -> None:
    """The pairs expected at the threshold are about those accepted, and not more."""
    tail = fit(scores(60_000, 20_000), accepted)
    assert accepted / 2 <= tail.expected(tail.threshold) <= accepted * 1.01


def with_relatives(seed: int) -> tuple[Scores, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Give scores of chance with relatives spread among the high ones, the manner of each beside; and which are chance."""
    dice = np.random.default_rng(seed)
    chance = scores(60_000, 20_000, 0.6, seed)
    related = np.zeros(60_000, dtype=bool)
    related[dice.choice(60_000, 6000, replace=False)] = True
    words = np.where(related, dice.integers(8000, 34_000, 60_000), chance.pairs.score)
    agrees = dice.random(60_000) < np.where(related, 0.95, 0.15)
    added = np.where(agrees, 1850, -2830)
    pairs = Pairs(chance.pairs.a, chance.pairs.b, np.maximum(words + added, 0))
    return Scores(pairs, 20_000, 6000, beside=Beside(words, added, ~agrees)), ~related


def test_pairs_of_unlike_manner_show_chance_where_relatives_hide_it() -> None:
    """With manner known about as many false links come as are accepted, and the threshold is lower than without."""
    over = 0
    for seed in range(6):
        chosen, chance = with_relatives(seed)
        tail = fit(chosen, 2.0)
        blind = fit(Scores(chosen.pairs, chosen.texts, chosen.must), 2.0)
        assert tail.measured
        assert tail.threshold < blind.threshold
        over += int(np.count_nonzero(chosen.pairs.score[chance] >= tail.threshold))
    assert over <= 24


def test_manner_that_is_never_unlike_shows_nothing() -> None:
    """Where no pair is unlike, chance is measured on the scores alone."""
    chosen, _ = with_relatives(1)
    blind = Scores(chosen.pairs, chosen.texts, chosen.must)
    assert chosen.beside is not None
    none = Beside(chosen.beside.words, chosen.beside.added, np.zeros(60_000, dtype=bool))
    assert fit(Scores(chosen.pairs, 20_000, 6000, beside=none), 1.0) == fit(blind, 1.0)
