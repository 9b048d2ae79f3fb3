"""Makes of the table of letters what it costs to take one letter for another, and to leave one out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from palermo.identity.names.sounds import letter_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_LETTERS = 27


def change_and_drop(
    table: Mapping[str, Any],
) -> "tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]":
    """Give the costs as arrays, first for two names in Latin letters, then for one carried over from another script.

    Args:
        table: `rules/names/letters.yaml`.

    Returns:
        the cost of changing one letter into another, and of leaving one out, by its number; under 0 that of a letter
        equal to the one before it.
    """
    import numpy as np

    change = np.ones((2, _LETTERS, _LETTERS))
    drop = np.ones((2, _LETTERS))
    for kind, rows, left_out in ((0, table["mistaken"], {}), (1, table["alike"], table["left_out"])):
        for row in rows:
            numbers = [letter_of(char) for char in row["letters"]]
            for one in numbers:
                for other in numbers:
                    change[kind, one, other] = min(change[kind, one, other], row["cost"] / 100)
        for char, cost in left_out.items():
            drop[kind, letter_of(char)] = cost / 100
    drop[:, 0] = table["doubled"] / 100
    for kind in (0, 1):
        np.fill_diagonal(change[kind], 0.0)
    return change, drop
