"""Makes of the table of letters what it costs to take one letter for another, and to leave one out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from palermo.identity.names.sounds import letter_of

_LETTERS = 27


@dataclass(frozen=True, slots=True, eq=False)
class Costs:
    """The costs as arrays, first for two names in Latin letters, then for one carried over from another script.

    Attributes:
        change: what it costs to change one letter into another, by their numbers.
        drop: what it costs to leave a letter out; under 0 one that is equal to the letter before it.
    """

    change: npt.NDArray[np.float64]
    drop: npt.NDArray[np.float64]


def costs_of(table: Mapping[str, Any]) -> Costs:
    """Make the arrays out of plain data, as `rules/names/letters.yaml` has it."""
    change = np.ones((2, _LETTERS, _LETTERS))
    drop = np.ones((2, _LETTERS))
    for kind, rows, left_out in ((0, table["mistaken"], {}), (1, table["alike"], table["left_out"])):
        for row in rows:
            numbers = [letter_of(char) for char in row["letters"]]
            pairs = np.ix_(numbers, numbers)
            change[kind][pairs] = np.minimum(change[kind][pairs], row["cost"] / 100)
        for char, cost in left_out.items():
            drop[kind, letter_of(char)] = cost / 100
    drop[:, 0] = table["doubled"] / 100
    for kind in (0, 1):
        np.fill_diagonal(change[kind], 0.0)
    return Costs(change, drop)
