"""Asks everything of a small web once, so that the kernels are compiled before anybody waits: `python -m palermo.network.warm`.

Compiled code is kept by numba and loaded from then on, until a kernel changes. Several processes may do this at once.
"""

import numpy as np
import pyarrow as pa

from palermo.network.breaking import longer_ways, part_most, without
from palermo.network.graph import Graph
from palermo.network.graph_building import build
from palermo.network.graph_web import web_of_graph
from palermo.network.groups import find_groups
from palermo.network.groups_over_time import DAY, over_time
from palermo.network.paths import ways_between
from palermo.network.roles import Rule, Rules, roles_of
from palermo.network.roles_links import MICRO, in_order
from palermo.network.standing import standing

_RULES = Rules(72, (Rule("passes on", (), {"followed": (1, None), "parts": (1, None)}, "{followed}"),))


def some_links() -> Graph:
    """Make the graph of two circles that a hotline is beside."""
    pairs = [(n, m) for n in range(24) for m in range(24) if n // 12 == m // 12 and n < m] + [
        (24, n) for n in range(24)
    ]
    size = len(pairs)
    ends = [pa.array([f"contact:{pair[side]:02}" for pair in pairs]) for side in (0, 1)]
    days = pa.array([n % 40 * DAY for n in range(size)], pa.int64())
    rows = pa.array([f"r{n}" for n in range(size)])
    return build(pa.table({
        "a": ends[0], "b": ends[1], "kind": pa.array(["call"] * size), "row": rows, "source": pa.array(["S-1"] * size),
        "directed": pa.array([n % 2 == 0 for n in range(size)]), "at": days, "until": days,
    }))  # fmt: skip


def warm() -> int:
    """Ask for groups, their story, roles, standing, paths and what-ifs; give the number of groups."""
    graph = some_links()
    found = find_groups(graph)
    over_time(graph, found.resolution)
    web, sources = web_of_graph(graph)
    ways_between(web, (0, 23), 2, sources)
    ones = np.ones(graph.edges, np.int64)
    links = in_order(graph.ids, graph.kinds, [graph.a, graph.b, MICRO * ones, ones, 0 * ones, np.arange(graph.edges)])
    roles_of(links, web, _RULES)
    standing(web)
    without(links, web, [24])
    longer_ways(web, [24], np.random.default_rng(1), sources=10)
    part_most(web, 9)
    return len(found.groups)


if __name__ == "__main__":
    warm()
