"""Measures groups, roles and a path with reasons in one invented graph of a case: `network_groups.py [NODES LINKS]`.

100,000 nodes and 909,000 links by default. Half of the links stay within circles of fifty, a quarter lead to busy nodes, so that
there are groups to find and hubs to tell; every link has a row, a moment and one of three sources.
"""

import resource
import sys
import time

import numpy as np
import pyarrow as pa

from palermo.adapters.rules import load
from palermo.network.graph_building import build
from palermo.network.graph_web import web_of_graph
from palermo.network.groups import find_groups
from palermo.network.groups_over_time import over_time
from palermo.network.paths import ways_between
from palermo.network.roles import read_rules, roles_of
from palermo.workbench.network_flows import flows_of

CIRCLE = 50


def invented(nodes: int, links: int) -> pa.Table:
    """Make the table of links."""
    chance = np.random.default_rng(5)
    source = chance.integers(0, nodes, links)
    kind = chance.random(links)
    near = np.minimum(source // CIRCLE * CIRCLE + chance.integers(0, CIRCLE, links), nodes - 1)
    busy = (nodes * chance.random(links) ** 4).astype(np.int64)
    target = np.where(kind < 0.5, near, np.where(kind < 0.75, busy, chance.integers(0, nodes, links)))
    names = pa.array([f"account:{n:07}" for n in range(nodes)])
    at = pa.array(chance.integers(0, 10**14, links))
    shown_by = pa.array(["S-1", "S-2", "S-3"]).take(pa.array(chance.integers(0, 3, links)))
    return pa.table({
        "a": names.take(pa.array(source)), "b": names.take(pa.array(target)), "kind": pa.array(["payment"] * links),
        "row": pa.array([f"{n:032x}" for n in range(links)]), "source": shown_by,
        "directed": pa.array([True] * links), "at": at, "until": at,
    })  # fmt: skip


def run(nodes: int, links: int) -> list[tuple[str, str]]:
    """Give the seconds each step took, and of the processor."""
    took: list[tuple[str, str]] = []
    begin, busy = time.perf_counter(), time.process_time()

    def lap(what: str, count: int = 1) -> None:
        nonlocal begin, busy
        passed, worked = (time.perf_counter() - begin) / count, (time.process_time() - busy) / count
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        took.append((what, f"{passed:.3f} s ({worked:.3f} s of a processor); {peak:,.0f} MB at most so far"))
        begin, busy = time.perf_counter(), time.process_time()

    table = invented(nodes, links)
    begin, busy = time.perf_counter(), time.process_time()
    graph = build(table)
    del table
    lap("the graph of the links")
    found = find_groups(graph)
    lap("groups, six resolutions, twice each")
    web, sources = web_of_graph(graph)
    lap("who is beside whom")
    flows = flows_of(graph)
    told = roles_of(flows, web, read_rules(load("network_roles")), graph.of_kinds(["account"]), "thing")
    lap("roles")
    barred = np.zeros(graph.nodes, bool)
    barred[[hub.node for hub in found.hubs]] = True
    for n in range(20):
        ways_between(web, (n * nodes // 20, nodes // 2 + n * nodes // 41), 3, sources, barred)
    lap("three paths between two, the mean of 20", 20)
    roles = len(told)
    del web, sources, flows, told  # each command holds its own
    over_time(graph, found.resolution)
    lap("groups over time")
    chosen = next(one for one in found.alternatives if one.chosen)
    took.append(("groups found, hubs, roles", f"{len(found.groups):,}, {len(found.hubs):,}, {roles:,}"))
    took.append(("resolution, steady", f"{chosen.resolution}, {chosen.left_out}"))
    took.append(("edges", f"{graph.edges:,}"))
    return took


def main() -> None:
    """Print a row for each step, once the kernels are compiled."""
    nodes, links = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (100_000, 909_000)
    run(500, 2_000)
    print(f"| {nodes:,} nodes, {links:,} links | |\n|---|---|")
    for what, took in run(nodes, links):
        print(f"| {what} | {took} |")
    print(f"| peak memory | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB |")


if __name__ == "__main__":
    main()
