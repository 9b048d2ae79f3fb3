"""Holds links as flat arrays in one order, whatever order they came in, and who is beside whom among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

NO_MOMENT = -(1 << 62)
"""Stands where a link has no moment."""

MICRO = 1_000_000
"""Weights are kept in millionths, as whole numbers, so that sums do not depend on their order."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links between nodes; all arrays have an entry for each link, sorted by source, target, moment, kind, weight, row.

    Attributes:
        names: the nodes' names, ascending; a node is its place here.
        kinds: the kinds of link, ascending.
        source: int64, the node a link comes from.
        target: int64, the node it goes to, never the same.
        weight: int64, its weight in millionths, 0 or more.
        at: int64, seconds since 1970, or `NO_MOMENT`.
        kind: int64, a place in `kinds`.
        row: int64, the row that shows it.
    """

    names: Sequence[str]
    kinds: tuple[str, ...]
    source: "Whole"
    target: "Whole"
    weight: "Whole"
    at: "Whole"
    kind: "Whole"
    row: "Whole"


@dataclass(frozen=True, slots=True)
class Web:
    """Who is beside whom, in either direction.

    Attributes:
        first: int64, where each node's neighbours begin in `other`, and the end.
        other: int64, the neighbours of each node, ascending, each once.
        rows: int64, how many links stand behind each entry of `other`.
        kinds: int64, how many kinds of link stand behind each.
    """

    first: "Whole"
    other: "Whole"
    rows: "Whole"
    kinds: "Whole"

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.first) - 1

    def beside(self, node: int) -> "Whole":
        """Give a node's neighbours, ascending."""
        return self.other[self.first[node] : self.first[node + 1]]


def in_order(names: Sequence[str], kinds: tuple[str, ...], columns: "Sequence[Whole]") -> Links:
    """Put links in their one order.

    Args:
        names: the nodes' names, ascending.
        kinds: the kinds of link, ascending.
        columns: source, target, weight, at, kind and row of each link, as `Links` has them.
    """
    import numpy as np

    source, target, weight, at, kind, row = columns
    order = np.lexsort((row, weight, kind, at, target, source))
    return Links(names, kinds, *(column[order] for column in (source, target, weight, at, kind, row)))


def web_of(links: Links) -> Web:
    """Tell who is beside whom."""
    import numpy as np

    nodes = len(links.names)
    low, high = np.minimum(links.source, links.target), np.maximum(links.source, links.target)
    pairs, rows = np.unique(low * nodes + high, return_counts=True)
    kinds = max(len(links.kinds), 1)
    by_kind = np.unique((low * nodes + high) * kinds + links.kind) // kinds
    many = np.unique(by_kind, return_counts=True)[1]
    low, high = pairs // max(nodes, 1), pairs % max(nodes, 1)
    side, other = np.concatenate([low, high]), np.concatenate([high, low])
    order = np.lexsort((other, side))
    first = np.zeros(nodes + 1, np.int64)
    np.cumsum(np.bincount(side, minlength=nodes), out=first[1:])
    both = np.concatenate([rows, rows])[order], np.concatenate([many, many])[order]
    return Web(first, other[order], both[0].astype(np.int64), both[1].astype(np.int64))
