"""Measures roles, standing, paths and what-ifs on an invented web: `network_roles.py [NODES LINKS]`, 100,000 and 909,000 by default."""

import resource
import sys
import time

import numpy as np

from palermo.adapters.rules import load
from palermo.network.breaking import part_most, without
from palermo.network.paths import paths_between
from palermo.network.roles import read_rules, roles_of
from palermo.network.roles_links import MICRO, Links, in_order, web_of
from palermo.network.standing import standing


def invented(nodes: int, links: int) -> Links:
    """Make links of which half are near by and half lead to busy nodes."""
    chance = np.random.default_rng(5)
    source = chance.integers(0, nodes, links)
    near = (source + 1 + (chance.pareto(1.2, links) * 5).astype(np.int64) % (nodes - 1)) % nodes
    busy = (nodes * chance.random(links) ** 4).astype(np.int64)
    target = np.where(chance.random(links) < 0.5, near, busy)
    held = source != target
    count = int(held.sum())
    columns = [
        source[held], target[held], np.full(count, MICRO), chance.integers(0, 10**7, count),
        np.zeros(count, np.int64), np.arange(count),
    ]  # fmt: skip
    return in_order([f"n{number:07}" for number in range(nodes)], ("",), columns)


def run(nodes: int, links: int) -> dict[str, float]:
    """Give the seconds each step took."""
    took: dict[str, float] = {}
    begin = time.perf_counter()

    def lap(what: str) -> None:
        nonlocal begin
        took[what] = time.perf_counter() - begin
        begin = time.perf_counter()

    held = invented(nodes, links)
    lap("links")
    web = web_of(held)
    lap("web")
    standing(web)
    lap("standing")
    roles_of(held, web, read_rules(load("network_roles")))
    lap("roles")
    for number in range(20):
        paths_between(held, web, (number * nodes // 20, nodes // 2 + number * nodes // 41))
    lap("20 times 3 paths")
    without(held, web, list(range(10)))
    lap("without 10")
    part_most(web, 5)
    lap("part most, 5")
    return took


def main() -> None:
    """Print the seconds of each step, once the kernels are compiled."""
    nodes, links = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (100_000, 909_000)
    run(100, 300)
    for what, seconds in run(nodes, links).items():
        print(f"{what:<18}{seconds:>9.3f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
