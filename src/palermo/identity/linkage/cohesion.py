"""Puts records together at a stated threshold, so that what is together holds together: no chains.

Two sets of records become one only if a pair between them reaches the threshold, all pairs between them are on average no
further than `AVERAGE` below even odds, and few of those pairs contradict it. A pair that was never compared counts as
`UNCOMPARED`. The two sets most alike come first, so the answer depends on nothing but the weights.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

AVERAGE = -4_000
"""How alike all pairs between two sets have to be on average, in thousandths of a bit; many pairs just have little to compare."""

UNCOMPARED = -6_000
"""What a pair that was never compared counts as."""

CONTRADICTS = -8_000
"""From this weight down a pair says that the two records are not one."""

_CONTRADICTING = 0.25
"""The share of such pairs that two sets may have between them and still be one."""

_DEEPEST = -20_000
_LARGEST = 1_000
"""A set of connected records larger than this is first parted at a higher threshold."""

_STEP = 2_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of records: the first, the second (greater than the first), and how alike they are, the prior among it."""

    left: "Ints"
    right: "Ints"
    weight: "Ints"

    def part(self, chosen: "npt.NDArray[Any] | slice") -> "Pairs":
        """Give some of them."""
        return Pairs(self.left[chosen], self.right[chosen], self.weight[chosen])


def cohere(count: int, pairs: Pairs, threshold: int) -> "Ints":
    """Give for each of `count` records the least record of its set.

    Args:
        count: how many records there are.
        pairs: the pairs compared; those below `CONTRADICTS` should be among them.
        threshold: how alike two records have to be to bring their sets together, in thousandths of a bit.
    """
    import numpy as np

    label = np.arange(count)
    todo = [(pairs, threshold)]
    while todo:
        held, cut = todo.pop()
        above = held.weight >= cut
        part = connected(count, held.left[above], held.right[above])
        held = held.part(part[held.left] == part[held.right])
        at = part[held.left]
        order = np.argsort(at, kind="stable")
        held, at = held.part(order), at[order]
        starts = np.flatnonzero(np.concatenate(([True], at[1:] != at[:-1]))) if len(at) else np.empty(0, np.int64)
        ends = np.append(starts[1:], len(at))
        size = np.bincount(part, minlength=count)[at[starts]]
        whole = _whole(held.weight >= threshold, starts, size)
        settled = np.zeros(count, bool)
        settled[at[starts[whole]]] = True
        label = np.where(settled[part], part, label)
        for start, end, members in zip(starts[~whole], ends[~whole], size[~whole], strict=True):
            piece = held.part(slice(start, end))
            if members > _LARGEST:
                todo.append((piece, cut + _STEP))
            else:
                _join(piece, threshold, label)
    return label


def _whole(enough: "npt.NDArray[np.bool_]", starts: "Ints", size: "Ints") -> "npt.NDArray[np.bool_]":
    """Say of which sets all pairs reach the threshold: they need no looking into."""
    import numpy as np

    if not len(starts):
        return np.empty(0, bool)
    return np.asarray(np.add.reduceat(enough.astype(np.int64), starts) == size * (size - 1) // 2)


def connected(count: int, left: "Ints", right: "Ints") -> "Ints":
    """Give for each record the least record it is connected with."""
    import numpy as np

    part = np.arange(count)
    while True:
        new = part.copy()
        least = np.minimum(part[left], part[right])
        np.minimum.at(new, part[left], least)
        np.minimum.at(new, part[right], least)
        while (new[new] != new).any():
            new = new[new]
        if (new == part).all():
            return part
        part = new


def _join(pairs: Pairs, threshold: int, label: "Ints") -> None:
    """Join the sets of a few records, the two most alike first, and label each record by the least of its set."""
    import numpy as np

    records = np.unique(np.concatenate((pairs.left, pairs.right)))
    size = len(records)
    one, other = np.searchsorted(records, pairs.left), np.searchsorted(records, pairs.right)

    def square(value: "npt.NDArray[np.float64]", otherwise: float) -> "npt.NDArray[np.float64]":
        found = np.full((size, size), otherwise)
        found[one, other] = found[other, one] = value
        return found

    sums = square(np.maximum(pairs.weight, _DEEPEST).astype(float), float(UNCOMPARED))
    most = square(pairs.weight.astype(float), -np.inf)
    against = square((pairs.weight <= CONTRADICTS).astype(float), 0.0)
    count, set_of, gone = np.ones(size), np.arange(size), np.zeros(size, bool)
    alike = np.where((most >= threshold) & (against == 0), sums, -np.inf)
    np.fill_diagonal(alike, -np.inf)
    while True:
        at = int(alike.argmax())
        a, b = min(divmod(at, size)), max(divmod(at, size))
        if alike[a, b] < AVERAGE:
            break
        set_of[set_of == b] = a
        gone[b] = True
        count[a] += count[b]
        for table, merged in (
            (sums, sums[a] + sums[b]),
            (most, np.maximum(most[a], most[b])),
            (against, against[a] + against[b]),
        ):
            table[a] = table[:, a] = merged
        pairs_between = count[a] * count
        may = ~gone & (most[a] >= threshold) & (against[a] <= _CONTRADICTING * pairs_between)
        row = np.where(may, sums[a] / pairs_between, -np.inf)
        row[a] = -np.inf
        alike[a] = alike[:, a] = row
        alike[b] = alike[:, b] = -np.inf
    label[records] = records[set_of]
