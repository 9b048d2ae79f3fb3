"""Small webs for the tests: links written as tuples, made into the graph or into a table."""

from collections.abc import Sequence
from itertools import combinations

import pyarrow as pa

from palermo.network.graph import Graph
from palermo.network.graph_building import build

DAY = 86_400_000_000

Link = tuple[str, str, str, str, str, int | None]
"""One end, the other, the kind of link, the row, the source, the day."""


def table(links: Sequence[Link], *, directed: bool = False) -> pa.Table:
    """Make the table that a graph is made of."""
    days = [None if link[5] is None else link[5] * DAY for link in links]
    columns = {
        name: pa.array([link[at] for link in links], pa.string())
        for at, name in enumerate(("a", "b", "kind", "row", "source"))
    }
    moments = pa.array(days, pa.int64())
    return pa.table(
        {**columns, "directed": pa.array([directed] * len(links), pa.bool_()), "at": moments, "until": moments}
    )


def graph_of(links: Sequence[Link], *, directed: bool = False) -> Graph:
    """Make a graph."""
    return build(table(links, directed=directed))


def tied(pairs: Sequence[tuple[str, str]], kind: str = "call", day: int | None = None, mark: str = "r") -> list[Link]:
    """Give a link for each pair, each with a row of its own."""
    return [(a, b, kind, f"{mark}{at:05}", "S-1", day) for at, (a, b) in enumerate(pairs)]


def circle(name: str, size: int) -> list[str]:
    """Name some contacts alike."""
    return [f"contact:{name}{number:02}" for number in range(size)]


def cliques(names: Sequence[str], size: int) -> list[tuple[str, str]]:
    """Give the pairs of some circles in which all know all."""
    return [pair for name in names for pair in combinations(circle(name, size), 2)]
