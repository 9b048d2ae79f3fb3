"""Fits what chance gives to the scores of pairs: a tail that falls by a constant rate, under pairs spread evenly."""

from math import exp

import numba as nb

_ROUNDS = 200
_SETTLED = 1e-9
"""A rate that moves by less is found."""


@nb.njit(cache=True, nogil=True)
def _mean(rate, step, bins):
    total = 0.0
    weighted = 0.0
    falls = exp(-rate * step)
    mass = 1.0
    for k in range(bins):
        total += mass
        weighted += mass * (k + 0.5)
        mass *= falls
    return weighted * step / total


@nb.njit(cache=True, nogil=True)
def _rate_of(mean, step, bins):
    """Find the rate of a tail, cut off after `bins`, that has this mean."""
    low, high = 1e-3, 6.0
    for _ in range(40):
        middle = (low + high) / 2
        if _mean(middle, step, bins) > mean:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@nb.njit(cache=True, nogil=True)
def fit_tail(counts, step):
    """Fit a falling tail and an even rest to counts by expectation and maximisation.

    Args:
        counts: how many scores fall in each bin.
        step: the width of a bin, in nats.

    Returns:
        the rate of the tail, a nat; the share of the counts that is the tail's.
    """
    bins = counts.shape[0]
    rate = 0.5
    share = 0.9
    total = counts.sum()
    for _ in range(_ROUNDS):
        mass = 0.0
        for k in range(bins):
            mass += exp(-rate * (k + 0.5) * step)
        tail = 0.0
        weighted = 0.0
        for k in range(bins):
            centre = (k + 0.5) * step
            mine = share * exp(-rate * centre) / mass
            part = mine / (mine + (1 - share) / bins) if mine > 0 else 0.0
            tail += counts[k] * part
            weighted += counts[k] * part * centre
        if tail <= 0:
            return 6.0, 0.0
        share = min(max(tail / total, 1e-6), 1 - 1e-9)
        before, rate = rate, _rate_of(weighted / tail, step, bins)
        if abs(rate - before) < _SETTLED:
            break
    return rate, share


@nb.njit(cache=True, nogil=True)
def best_scores(a, b, score, best):
    """Give each text its best score with another."""
    for n in range(a.shape[0]):
        best[a[n]] = max(best[a[n]], score[n])
        best[b[n]] = max(best[b[n]], score[n])
