"""The figures the adverts benchmarks print, from whose each advert is and where it was put."""

import math

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def share(figure: float | None) -> str:
    """Write a share that may be unknown."""
    return "" if figure is None else f"{figure:.4f}"


def percent(figure: float | None) -> str:
    """Write a share that may be unknown in per cent."""
    return "" if figure is None else f"{figure:.2%}"


def false_joins(hands: Ints, groups: Ints) -> int:
    """Count the fewest false links that can have made the groups: a group of n hands took at least n - 1."""
    held = groups >= 0
    pairs = np.unique(np.stack([groups[held], hands[held]]), axis=1)
    return len(pairs[0]) - len(np.unique(pairs[0]))


def poisson_tail(observed: float, expected: float) -> float:
    """Give the chance of `observed` or more when `expected` are expected."""
    if expected <= 0:
        return 1.0 if observed <= 0 else 0.0
    below = (math.exp(-expected + n * math.log(expected) - math.lgamma(n + 1)) for n in range(math.ceil(observed)))
    return max(0.0, 1.0 - math.fsum(below))


def biggest_share(numbers: Ints, rows: Ints) -> float:
    """Give the share of the rows that bear the most usual number among them; those below 0 bear none."""
    found = numbers[rows]
    _, many = np.unique(found[found >= 0], return_counts=True)
    return float(many.max(initial=0)) / len(rows)
