"""Weighs links for grouping: several kinds of link between two nodes become one, and what is busy in a kind weighs less in it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from palermo.network.graph import Graph

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]
    Real = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is beside whom, each pair once, over all kinds of link.

    Attributes:
        a: int64, the lower node of each pair; pairs ascend.
        b: int64, the higher.
        weight: float64, the weight of each pair.
        first: int64, where each node's neighbours begin in `other`, and the end.
        other: int64, the neighbours of each node, ascending.
        pair: int64, the pair of each.
    """

    a: "Whole"
    b: "Whole"
    weight: "Real"
    first: "Whole"
    other: "Whole"
    pair: "Whole"

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.first) - 1

    @property
    def degrees(self) -> "Whole":
        """How many neighbours each node has."""
        import numpy as np

        return np.diff(self.first)

    def weights(self) -> "Real":
        """Give the weight of each entry of `other`."""
        return self.weight[self.pair]

    def strengths(self) -> "Real":
        """Give the weights at each node, added up."""
        import numpy as np

        ends = np.concatenate([self.a, self.b])
        sums: Real = np.bincount(ends, np.concatenate([self.weight, self.weight]), self.nodes).astype(np.float64)
        return sums

    def only(self, kept: "npt.NDArray[np.bool_]") -> "Beside":
        """Give the same with only some of the pairs."""
        return _beside(self.nodes, self.a[kept], self.b[kept], self.weight[kept])


def weighed(graph: Graph, kept: "npt.NDArray[np.bool_] | None" = None, rows: "Whole | None" = None) -> Beside:
    """Weigh the links of a graph.

    Within a kind, a link counts 1 for one row, 2 from two, 3 from four, 4 from eight, and so on, divided by the square root of
    how many links of that kind each of its ends has: a hotline's link to one of its thousand adverts says little. Over kinds,
    the weights of a pair add up.

    Args:
        graph: the graph.
        kept: bool, the edges that count; None for all.
        rows: int64, how many rows of each edge count, at least 1; None for all it has.
    """
    import numpy as np

    a, b, kind, many = graph.a, graph.b, graph.kind, np.diff(graph.row_first) if rows is None else rows
    if kept is not None and not kept.all():
        a, b, kind, many = a[kept], b[kept], kind[kept], many[kept]
    kinds = max(len(graph.kinds), 1)
    ends = np.concatenate([a * kinds + kind, b * kinds + kind])
    busy = np.bincount(ends, minlength=graph.nodes * kinds).astype(np.float64)
    steps = np.frexp(many.astype(np.float64))[1].astype(np.float64)
    counts = steps / np.sqrt(busy[a * kinds + kind] * busy[b * kinds + kind])
    return _paired(graph.nodes, np.minimum(a, b), np.maximum(a, b), counts)


def _paired(nodes: int, low: "Whole", high: "Whole", weight: "Real") -> Beside:
    """Add up the weights of each pair."""
    import numpy as np

    from palermo.network.kernels.order import counted_order

    new = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    ascending = (low[1:] > low[:-1]) | ((low[1:] == low[:-1]) & (high[1:] >= high[:-1]))
    if not ascending.all():
        order = counted_order(low, nodes, counted_order(high, nodes, np.arange(len(low))))
        low, high, weight = low[order], high[order], weight[order]
        new = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    begin = np.append(0, np.flatnonzero(new) + 1) if len(low) else np.zeros(0, np.int64)
    sums = np.add.reduceat(weight, begin) if len(low) else weight
    return _beside(nodes, low[begin], high[begin], sums)


def _beside(nodes: int, a: "Whole", b: "Whole", weight: "Real") -> Beside:
    from palermo.network.kernels.order import adjacency

    first, pair, other = adjacency(nodes, a, b)
    return Beside(a, b, weight, first, other, pair)


def without(beside: Beside, out: "npt.NDArray[np.bool_]") -> Beside:
    """Leave out every pair that has one of some nodes in it."""
    held = out[beside.a] | out[beside.b]
    return beside.only(~held) if held.any() else replace(beside)
