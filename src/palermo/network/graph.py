"""Holds the link graph as flat arrays: things, the links between them, and for every link the rows that show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    Whole = npt.NDArray[np.int64]

NO_TIME = -(1 << 62)
"""Stands where a row says no moment."""

MICRO = 1_000_000
"""Weights are whole millionths, so that sums do not depend on their order."""


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
        weight: int64, the weights of its rows added up, in millionths; a row weighs one unless it says otherwise.
        sources: int64, how many independent sources show the edge.
        first: int64, its first moment in microseconds since 1970, or `NO_TIME`.
        last: int64, its last.
        row_first: int64, where the rows of each edge begin in `row`, and the end.
        row: int64, the rows, as places in `keys`; ascending by moment for each edge.
        row_at: int64, the moment of each, or `NO_TIME`.
        row_source: int64, the source of each, as a place in `source_ids`.
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
    weight: "Whole"
    sources: "Whole"
    first: "Whole"
    last: "Whole"
    row_first: "Whole"
    row: "Whole"
    row_at: "Whole"
    row_source: "Whole"
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

    def rows_of(self, edge: int) -> "Whole":
        """Give the rows behind an edge, oldest first."""
        return self.row[self.row_first[edge] : self.row_first[edge + 1]]

    def other_end(self, edge: int, node: int) -> int:
        """Give the node at the other end of an edge."""
        return int(self.b[edge]) if int(self.a[edge]) == node else int(self.a[edge])


def build(links: "pa.Table") -> Graph:
    """Make the graph of links, one a row; it is the same in any order of rows.

    Args:
        links: an Arrow table with the text columns `a`, `b` (node ids, `kind:value`), `kind`, `row` (row key) and `source`,
            the boolean `directed`, `at` (int64, microseconds since 1970, or null), and, where wished, `until` (the same)
            and `weight` (int64, millionths). A link without one of its ends is left out.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    links = links.filter(pc.and_(pc.is_valid(links["a"]), pc.is_valid(links["b"])))
    ids, (a, b) = _ranked([links["a"], links["b"]])
    kinds, (kind,) = _ranked([links["kind"]])
    keys, (row,) = _ranked([links["row"]])
    sources, (source,) = _ranked([links["source"]])
    directed = pc.fill_null(links["directed"], pa.scalar(value=False)).to_numpy().astype(bool)
    at = _moments(links["at"])
    until = _moments(links["until"]) if "until" in links.column_names else at
    weight = _whole(links["weight"], MICRO) if "weight" in links.column_names else None
    return _joined((ids, kinds, keys, sources), (a, b, kind, row, source, at, until), directed, weight)


def from_table(
    source: "pa.Array | Sequence[str]",
    target: "pa.Array | Sequence[str]",
    weight: "Whole | None" = None,
    at: "Whole | None" = None,
    *,
    kind: str = "link",
) -> Graph:
    """Make the graph of a bare table of links, which have a direction; a row is known by its number, from 0.

    Args:
        source: where each link comes from, as text.
        target: where each goes to.
        weight: int64, millionths; None where each weighs one.
        at: int64, microseconds since 1970, or `NO_TIME`; None for no moments.
        kind: what the links are called.
    """
    import numpy as np
    import pyarrow as pa

    ends = [
        pa.chunked_array([one if isinstance(one, pa.Array) else pa.array(one, pa.string())]) for one in (source, target)
    ]
    ids, (a, b) = _ranked(ends)
    rows = np.arange(len(a), dtype=np.int64)
    none = np.zeros(len(a), np.int64)
    moments = np.full(len(a), NO_TIME, np.int64) if at is None else at
    names = (ids, (kind,), (), ("",))
    return _joined(names, (a, b, none, rows, none, moments, moments), np.ones(len(a), bool), weight)


def kind_of(ident: str) -> str:
    """Give the kind of a node by its id: what stands before the first colon; empty where there is none."""
    before, colon, _ = ident.partition(":")
    return before if colon else ""


def _ranked(columns: "Sequence[pa.ChunkedArray]") -> "tuple[tuple[str, ...], list[Whole]]":
    """Give the distinct texts of some columns in ascending order, and the columns as places among them."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = pa.chunked_array([chunk for one in columns for chunk in one.cast(pa.string()).chunks], pa.string())
    coded = pc.dictionary_encode(whole.combine_chunks() if whole.num_chunks else pa.array([], pa.string()))
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.combine_chunks()
    order = pc.array_sort_indices(coded.dictionary).to_numpy()
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    places = rank[coded.indices.to_numpy(zero_copy_only=False)] if len(coded) else np.zeros(0, np.int64)
    cuts = np.cumsum([len(one) for one in columns])[:-1]
    return tuple(coded.dictionary.take(order).to_pylist()), list(np.split(places, cuts))


def _moments(column: "pa.ChunkedArray") -> "Whole":
    return _whole(column, NO_TIME)


def _whole(column: "pa.ChunkedArray", empty: int) -> "Whole":
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    return np.ascontiguousarray(pc.fill_null(column.cast(pa.int64()), empty).to_numpy(), np.int64)


def _joined(
    names: "tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]",
    columns: "tuple[Whole, ...]",
    directed: "npt.NDArray[np.bool_]",
    weight: "Whole | None",
) -> Graph:
    """Put rows of one pair and kind together as edges.

    Args:
        names: the ids, kinds of link, row keys and sources.
        columns: a, b, kind, row, source, at and until of each row.
        directed: whether the row gives a direction.
        weight: the weight of each in millionths; None for one each.
    """
    import numpy as np

    from palermo.network.kernels.order import adjacency

    kept = np.flatnonzero(columns[0] != columns[1])
    loops = len(columns[0]) - len(kept)
    if loops:
        columns, directed = tuple(column[kept] for column in columns), directed[kept]
        weight = None if weight is None else weight[kept]
    a, b = columns[:2]
    swap = ~directed & (a > b)
    if swap.any():
        a, b = np.where(swap, b, a), np.where(swap, a, b)
    order = _order((a, b, *columns[2:]), directed, (len(names[0]), len(names[1])))
    a, b, kind, row, source, at, until = (one[order] for one in (a, b, *columns[2:]))
    directed = directed[order]
    new = np.ones(len(a), bool)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1]) | (kind[1:] != kind[:-1]) | (directed[1:] != directed[:-1])
    sources = _distinct(np.cumsum(new) - 1, source)
    # A row that stands in several sources counts once among the rows, and each time among the sources.
    again = np.append(False, ~new[1:] & (row[1:] == row[:-1])) if len(a) else new
    if again.any():
        a, b, kind, row, source, at, until, directed, new, order = (
            one[~again] for one in (a, b, kind, row, source, at, until, directed, new, order)
        )
    begin = np.flatnonzero(new)
    row_first = np.append(begin, len(a)).astype(np.int64)
    first, last = _span(at, until, row_first)
    adj = adjacency(len(names[0]), a[begin], b[begin])
    weights = np.diff(row_first) * MICRO if weight is None else _sums(weight[order], begin)
    node_kinds, node_kind = _kinds_of(names[0])
    return Graph(
        ids=names[0], node_kinds=node_kinds, node_kind=node_kind, kinds=names[1], a=a[begin], b=b[begin], kind=kind[begin],
        directed=directed[begin], weight=weights, sources=sources, first=first,
        last=last, row_first=row_first, row=row, row_at=at, row_source=source, keys=names[2], source_ids=names[3],
        adj_first=adj[0], adj_edge=adj[1], adj_node=adj[2], loops=loops,
    )  # fmt: skip


def _sums(weight: "Whole", begin: "Whole") -> "Whole":
    import numpy as np

    return np.add.reduceat(weight, begin) if len(begin) else np.zeros(0, np.int64)


def _order(columns: "tuple[Whole, ...]", directed: "npt.NDArray[np.bool_]", sizes: tuple[int, int]) -> "Whole":
    """Order rows by a, b, kind, direction, moment and row, by counting from the last to the first."""
    import numpy as np

    from palermo.network.kernels.order import counted_order

    a, b, kind, row, _, at, _ = columns
    timed = bool((at != NO_TIME).any())
    order = np.lexsort((row, at)) if timed else np.argsort(row, kind="stable")
    if sizes[1] > 1 or not directed.all():
        order = counted_order(kind * 2 + directed, 2 * sizes[1], order)
    ordered: Whole = counted_order(a, sizes[0], counted_order(b, sizes[0], order))
    return ordered


def _span(at: "Whole", until: "Whole", row_first: "Whole") -> "tuple[Whole, Whole]":
    """Give the first and last moment of each edge."""
    import numpy as np

    from palermo.network.kernels.order import spans

    first, last = np.empty(len(row_first) - 1, np.int64), np.empty(len(row_first) - 1, np.int64)
    spans(at, until, row_first, NO_TIME, first, last)
    return first, last


def _distinct(edge: "Whole", source: "Whole") -> "Whole":
    """Count the distinct sources of each edge, given the edge of each row."""
    import numpy as np

    edges = int(edge[-1]) + 1 if len(edge) else 0
    most = int(source.max()) + 1 if len(source) else 1
    if most == 1:
        return np.ones(edges, np.int64)
    return np.bincount(np.unique(edge * most + source) // most, minlength=edges).astype(np.int64)


def _kinds_of(ids: Sequence[str]) -> "tuple[tuple[str, ...], Whole]":
    import numpy as np

    found = [ident[: max(ident.find(":"), 0)] for ident in ids]
    names = tuple(sorted(set(found)))
    places = {name: at for at, name in enumerate(names)}
    return names, np.array([places[name] for name in found], np.int64)
