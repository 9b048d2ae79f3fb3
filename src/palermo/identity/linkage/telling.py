"""Turns weighed pairs into proposals: what was compared, the values as written, and sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from palermo.identity.linkage import household
from palermo.identity.linkage.levels import Comparison, Level
from palermo.identity.linkage.weighing import Weighed
from palermo.kit.sentences import counted
from palermo.model.ids import RowKey
from palermo.model.proposals import Compared, Proposal

if TYPE_CHECKING:
    import pyarrow as pa

_ALONE = "Only one of the two records has this: it says nothing."
_NOT_COMPARED = (
    "Both records have this, but one of the two is not compared: too short, impossible, or under too many names."
)


class Teller:
    """Tells the pairs of one family."""

    def __init__(self, written: "pa.Table", found: Weighed) -> None:
        """Take the records in the order the pairs count them in."""
        self._written = written
        self._found = found
        self._levels = {
            one.name: {
                learnt.millibits: level
                for level, learnt in zip(one.levels, found.model.levels[one.name], strict=True)
            }
            for one in found.model.comparisons
        }  # fmt: skip

    def proposals(self) -> Iterator[Proposal]:
        """Give the pairs as proposals."""
        pairs = self._found.pairs
        keys = self._sides("row")
        told = [self._compared(one) for one in self._found.model.comparisons]
        taken = self._household()
        for at in range(pairs.num_rows):
            compared = tuple(found for one in (*told, taken) if (found := one[at]) is not None)
            yield Proposal(RowKey(keys[0][at]), RowKey(keys[1][at]), self._found.prior, compared)

    def _household(self) -> list[Compared | None]:
        """Tell what was taken away because people of one household share it; None where nothing was."""
        pairs = self._found.pairs
        none = [0] * pairs.num_rows
        sides = [
            [
                one + more
                for one, more in zip(*(pairs.column(f"{part}_{name}").to_pylist() for part in "wf"), strict=True)
            ]
            if f"w_{name}" in pairs.column_names
            else none
            for name in ("phone", "address")
        ]
        taken = pairs.column(household.COLUMN).to_pylist() if household.COLUMN in pairs.column_names else none
        told = zip(taken, *sides, strict=True)
        return [
            Compared("household", *_of_household(*one), "", "", household.words(*one)[1]) if one[0] else None
            for one in told
        ]

    def _sides(self, column: str) -> tuple[list[str], list[str]]:
        """Give a column's values of the first and of the second records."""
        values = self._written.column(column)
        return values.take(self._found.pairs.column("l")).to_pylist(), values.take(
            self._found.pairs.column("r")
        ).to_pylist()

    def _compared(self, one: Comparison) -> list[Compared | None]:
        """Tell one comparison of all pairs; None where neither record has anything to compare."""
        column = one.name if one.name.startswith("further") else one.column
        weights = self._found.pairs.column(f"w_{one.name}").to_pylist()
        rarity = self._found.pairs.column(f"f_{one.name}").to_pylist()
        levels = self._levels[one.name]
        return [
            _told(one, levels, values, weight, more)
            for weight, more, *values in zip(weights, rarity, *self._sides(column), strict=True)
        ]


def _told(
    one: Comparison, levels: Mapping[int, Level], values: Sequence[str], weight: int, rarity: int
) -> Compared | None:
    if weight == 0:
        told = _NOT_COMPARED if all(values) else _ALONE
        return Compared(one.what, "", 0, values[0], values[1], told) if any(values) else None
    level = levels[weight]
    return Compared(
        one.what, level.name, weight + rarity, values[0], values[1], level.sentence + _rarity(level, rarity)
    )


def _of_household(taken: int, phone: int, address: int) -> tuple[str, int]:
    return household.words(taken, phone, address)[0], taken


def _rarity(level: Level, millibits: int) -> str:
    """Say what the rarity of the value adds or takes."""
    if not level.rare or abs(millibits) < 500:
        return ""
    times = counted(round(2 ** (abs(millibits) / 1000)), "time", "times")
    return f" The value is {times} as {'rare' if millibits > 0 else 'common'} as one shared by chance usually is."
