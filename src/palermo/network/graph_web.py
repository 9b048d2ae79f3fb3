"""Tells who is beside whom in the link graph over all kinds of link, each pair with its rows and independent sources."""

from typing import TYPE_CHECKING

from palermo.network.graph import Graph
from palermo.network.roles_links import Web

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]


def web_of_graph(graph: Graph, kept: "npt.NDArray[np.bool_] | None" = None) -> "tuple[Web, Whole]":
    """Give who is beside whom, and for each neighbour how many independent sources show the pair.

    A source that shows a pair by two kinds of link, or in both directions, counts once.

    Args:
        graph: the graph.
        kept: bool, the edges that count; None for all.
    """
    import numpy as np

    from palermo.network.kernels.order import adjacency

    edges = np.arange(graph.edges) if kept is None else np.flatnonzero(kept)
    low, high = np.minimum(graph.a, graph.b)[edges], np.maximum(graph.a, graph.b)[edges]
    keys, pair = np.unique(low * max(graph.nodes, 1) + high, return_inverse=True)
    a, b = keys // max(graph.nodes, 1), keys % max(graph.nodes, 1)
    first, of, other = adjacency(graph.nodes, a, b)
    rows = np.bincount(pair, np.diff(graph.row_first)[edges], len(keys)).astype(np.int64)
    kinds = _distinct(pair, graph.kind[edges], len(keys))
    shown = np.repeat(np.arange(len(edges)), graph.sources[edges])
    places = np.concatenate([graph.source_first[:-1][edges], [0]])
    within = np.arange(len(shown)) - np.repeat(
        np.cumsum(graph.sources[edges]) - graph.sources[edges], graph.sources[edges]
    )
    sources = _distinct(pair[shown], graph.source[places[shown] + within], len(keys))
    return Web(first, other, rows[of], kinds[of]), sources[of]


def _distinct(pair: "Whole", value: "Whole", pairs: int) -> "Whole":
    """Count the distinct values of each pair."""
    import numpy as np

    most = int(value.max(initial=0)) + 1
    return np.bincount(np.unique(pair * most + value) // most, minlength=pairs).astype(np.int64)
