"""Holds the link graph as flat arrays: things, the links between them, and for every link the rows that show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

NO_TIME = -(1 << 62)
"""Stands where a row says no moment."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Things and their links; every link has at least one row behind it, and no thing is linked to itself.

    Attributes:
        ids: the nodes' ids, `kind:value` (`contact:+33639981234`), ascending; a node is its place here.
        node_kinds: the kinds of node, ascending.
        node_kind: int64, a place in `node_kinds` for each node.
        kinds: the kinds of link, ascending.
        a: int64, one end of each edge; where it comes from, if it has a direction. Edges ascend by a, b and kind.
        b: int64, the other end; above `a` where the edge has no direction.
        kind: int64, a place in `kinds` for each edge.
        directed: bool, whether the rows give the edge a direction.
        source_first: int64, where the sources of each edge begin in `source`, and the end.
        source: int64, the independent sources that show each edge, each once, as places in `source_ids`, ascending.
        first: int64, its first moment in microseconds since 1970, or `NO_TIME`.
        last: int64, its last.
        row_first: int64, where the rows of each edge begin in `row`, and the end.
        row: int64, the rows, as places in `keys`; ascending by moment for each edge.
        row_at: int64, the moment of each, or `NO_TIME`.
        keys: the keys of the rows, ascending; empty where a row is known by its number alone.
        source_ids: the sources, ascending.
        adj_first: int64, where each node's edges begin in `adj_edge`, and the end.
        adj_edge: int64, the edges of each node, ascending by the node at their other end.
        adj_node: int64, the node at the other end of each.
        loops: how many rows link a thing to itself; they are in no edge.
    """

    ids: Sequence[str]
    node_kinds: tuple[str, ...]
    node_kind: "Whole"
    kinds: tuple[str, ...]
    a: "Whole"
    b: "Whole"
    kind: "Whole"
    directed: "npt.NDArray[np.bool_]"
    source_first: "Whole"
    source: "Whole"
    first: "Whole"
    last: "Whole"
    row_first: "Whole"
    row: "Whole"
    row_at: "Whole"
    keys: Sequence[str]
    source_ids: tuple[str, ...]
    adj_first: "Whole"
    adj_edge: "Whole"
    adj_node: "Whole"
    loops: int

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.ids)

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.a)

    @property
    def sources(self) -> "Whole":
        """How many independent sources show each edge."""
        import numpy as np

        return np.diff(self.source_first)

    def sources_of(self, edges: Sequence[int]) -> int:
        """Count the independent sources of some edges together: what stands in one source twice counts once."""
        return len(
            {int(one) for edge in edges for one in self.source[self.source_first[edge] : self.source_first[edge + 1]]}
        )

    def place(self, ident: str) -> int:
        """Give a node's place by its id; -1 where there is none."""
        from bisect import bisect_left

        at = bisect_left(self.ids, ident)
        return at if at < len(self.ids) and self.ids[at] == ident else -1

    def of_kinds(self, kinds: Sequence[str]) -> "npt.NDArray[np.bool_]":
        """Tell which nodes are of some kinds."""
        import numpy as np

        return np.isin(self.node_kind, [self.node_kinds.index(kind) for kind in kinds if kind in self.node_kinds])

    def edges_of(self, node: int) -> "Whole":
        """Give the edges of a node, ascending by the node at their other end."""
        return self.adj_edge[self.adj_first[node] : self.adj_first[node + 1]]

    def between(self, one: int, other: int) -> list[int]:
        """Give the edges that link two nodes, of any kind and in either direction."""
        import numpy as np

        near = self.adj_node[self.adj_first[one] : self.adj_first[one + 1]]
        low, high = np.searchsorted(near, [other, other + 1])
        return [int(edge) for edge in self.edges_of(one)[low:high]]

    def rows_of(self, edge: int) -> "Whole":
        """Give the rows behind an edge, oldest first."""
        return self.row[self.row_first[edge] : self.row_first[edge + 1]]

    def row_places(self, edges: Sequence[int]) -> "Whole":
        """Give the rows behind some edges together, each once, oldest first."""
        import numpy as np

        none = np.zeros(0, np.int64)
        held = np.concatenate([none, *(np.arange(self.row_first[edge], self.row_first[edge + 1]) for edge in edges)])
        rows, first = np.unique(self.row[held], return_index=True)
        ordered: Whole = rows[np.lexsort((rows, self.row_at[held][first]))]
        return ordered

    def other_end(self, edge: int, node: int) -> int:
        """Give the node at the other end of an edge."""
        return int(self.b[edge]) if int(self.a[edge]) == node else int(self.a[edge])
