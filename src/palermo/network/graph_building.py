"""Makes the link graph of a table of links, a row each: the same graph in whatever order the rows come."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from palermo.network.graph import NO_TIME, Graph

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    Whole = npt.NDArray[np.int64]


def build(links: "pa.Table") -> Graph:
    """Make the graph of links, one a row; it is the same in any order of rows.

    Args:
        links: an Arrow table with the text columns `a`, `b` (node ids, `kind:value`), `kind`, `row` (row key) and `source`,
            the boolean `directed`, and `at` and `until` (int64, microseconds since 1970, or null). A link without one of its
            ends is left out; a row that stands in several sources is given once for each.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    links = links.filter(pc.and_(pc.is_valid(links["a"]), pc.is_valid(links["b"])))
    ids, (a, b) = _ranked([links["a"], links["b"]])
    kinds, (kind,) = _ranked([links["kind"]])
    keys, (row,) = _ranked([links["row"]])
    sources, (source,) = _ranked([links["source"]])
    directed = pc.fill_null(links["directed"], pa.scalar(value=False)).to_numpy().astype(bool)
    at, until = _moments(links["at"]), _moments(links["until"])
    return _joined((ids, kinds, keys, sources), (a, b, kind, row, source, at, until), directed)


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
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    return np.ascontiguousarray(pc.fill_null(column.cast(pa.int64()), NO_TIME).to_numpy(), np.int64)


def _joined(
    names: "tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]",
    columns: "tuple[Whole, ...]",
    directed: "npt.NDArray[np.bool_]",
) -> Graph:
    """Put rows of one pair and kind together as edges.

    Args:
        names: the ids, kinds of link, row keys and sources.
        columns: a, b, kind, row, source, at and until of each row.
        directed: whether the row gives a direction.
    """
    import numpy as np

    from palermo.network.kernels.order import adjacency

    kept = np.flatnonzero(columns[0] != columns[1])
    loops = len(np.unique(columns[3][columns[0] == columns[1]]))
    if loops:
        columns, directed = tuple(column[kept] for column in columns), directed[kept]
    a, b = columns[:2]
    swap = ~directed & (a > b)
    if swap.any():
        a, b = np.where(swap, b, a), np.where(swap, a, b)
    order = _order((a, b, *columns[2:]), directed, (len(names[0]), len(names[1])))
    a, b, kind, row, source, at, until = (one[order] for one in (a, b, *columns[2:]))
    directed = directed[order]
    new = np.ones(len(a), bool)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1]) | (kind[1:] != kind[:-1]) | (directed[1:] != directed[:-1])
    source_first, own = _distinct(np.cumsum(new) - 1, source, len(names[3]))
    # A row that stands in several sources counts once among the rows, and each time among the sources.
    again = np.append(False, ~new[1:] & (row[1:] == row[:-1])) if len(a) else new
    if again.any():
        a, b, kind, row, at, until, directed, new = (one[~again] for one in (a, b, kind, row, at, until, directed, new))
    begin = np.flatnonzero(new)
    row_first = np.append(begin, len(a)).astype(np.int64)
    first, last = _span(at, until, row_first)
    adj = adjacency(len(names[0]), a[begin], b[begin])
    node_kinds, node_kind = _kinds_of(names[0])
    return Graph(
        ids=names[0], node_kinds=node_kinds, node_kind=node_kind, kinds=names[1], a=a[begin], b=b[begin], kind=kind[begin],
        directed=directed[begin], source_first=source_first, source=own, first=first,
        last=last, row_first=row_first, row=row, row_at=at, keys=names[2], source_ids=names[3],
        adj_first=adj[0], adj_edge=adj[1], adj_node=adj[2], loops=loops,
    )  # fmt: skip


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


def _distinct(edge: "Whole", source: "Whole", most: int) -> "tuple[Whole, Whole]":
    """Give the distinct sources of each edge, given the edge of each row: where each edge's begin, and they."""
    import numpy as np

    edges = int(edge[-1]) + 1 if len(edge) else 0
    if most < 2:
        return np.arange(edges + 1, dtype=np.int64), np.zeros(edges, np.int64)
    pairs = np.unique(edge * most + source)
    first = np.zeros(edges + 1, np.int64)
    np.cumsum(np.bincount(pairs // most, minlength=edges), out=first[1:])
    return first, pairs % most


def _kinds_of(ids: Sequence[str]) -> "tuple[tuple[str, ...], Whole]":
    import numpy as np

    found = [ident[: max(ident.find(":"), 0)] for ident in ids]
    names = tuple(sorted(set(found)))
    places = {name: at for at, name in enumerate(names)}
    return names, np.array([places[name] for name in found], np.int64)
