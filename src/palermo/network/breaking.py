"""Tells what is left of a web once nodes are taken out of it, and which few nodes part it most; nothing is decided by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from palermo.network.roles_links import Links, Web

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

WORK = 20_000_000
"""How many links may be walked for an exact answer to which nodes part a web most."""

FLOWS = 1_000
"""How many stopped flows are given; all are counted."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is connected.

    Attributes:
        nodes: how many nodes there are; where only some count, how many of these.
        parts: into how many parts they fall; a node alone is one.
        largest: how many nodes the largest part has.
        pairs: how many pairs of nodes are connected.
    """

    nodes: int
    parts: int
    largest: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Links into a node that is taken out and on from it to another: which nodes, and how many rows each way."""

    source: int
    through: int
    target: int
    rows_in: int
    rows_out: int


@dataclass(frozen=True, slots=True)
class Longer:
    """How much longer the ways become between pairs that stay connected.

    Attributes:
        before: the mean number of steps before.
        after: the mean number of steps after.
        error: half the width of the 95 % interval of the difference; 0 where every pair was looked at.
        sources: from how many nodes ways were followed.
    """

    before: float
    after: float
    error: float
    sources: int


@dataclass(frozen=True, slots=True)
class Without:
    """What taking nodes out would do; exact but for `Longer`, which states its error.

    Attributes:
        gone: the nodes taken out.
        before: what is connected now.
        after: what would be connected among those left.
        part: int64, the part each node would be in; -1 for those taken out.
        rows: how many links stop.
        stopped: how many flows through the nodes stop.
        flows: the first `FLOWS` of them, the most rows first.
        alone: nodes that have contact now and would have none.
        cut_off: of the nodes asked about, those that have contact now and would have none.
    """

    gone: tuple[int, ...]
    before: Left
    after: Left
    part: "npt.NDArray[np.int64]"
    rows: int
    stopped: int
    flows: tuple[Flow, ...]
    alone: tuple[int, ...]
    cut_off: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Which nodes part a web most.

    Attributes:
        nodes: the nodes, in the order found (ascending where exact).
        left: what would be connected without them.
        exact: whether no other choice of as many leaves fewer pairs connected.
        at_least: no choice of as many nodes can leave fewer pairs connected than this.
    """

    nodes: tuple[int, ...]
    left: Left
    exact: bool
    at_least: int


def without(
    links: Links,
    web: Web,
    gone: Sequence[int],
    asked: Sequence[int] = (),
    worth: "npt.NDArray[np.int64] | None" = None,
) -> Without:
    """Tell what would be left without some nodes.

    Args:
        links: the links.
        web: who is beside whom among them.
        gone: the nodes taken out, by place.
        asked: nodes whose contact is asked about: presumed victims.
        worth: int64, 1 for the nodes that count, 0 for those that only join others; None where all count.
    """
    import numpy as np

    out = np.zeros(web.nodes, bool)
    out[list(gone)] = True
    part, after = _left(web, out, worth)
    _, before = _left(web, np.zeros(web.nodes, bool), worth)
    sides = np.repeat(np.arange(web.nodes), np.diff(web.first))
    still = np.bincount(sides[~out[web.other]], minlength=web.nodes)
    alone = ~out & (np.diff(web.first) > 0) & (still == 0)
    stopped, flows = _flows(links, out)
    return Without(
        gone=tuple(sorted(set(gone))), before=before, after=after, part=part,
        rows=int((out[links.source] | out[links.target]).sum()), stopped=stopped, flows=flows,
        alone=tuple(np.flatnonzero(alone).tolist()),
        cut_off=tuple(int(node) for node in sorted(set(asked)) if alone[node]),
    )  # fmt: skip


def _left(
    web: Web, gone: "npt.NDArray[np.bool_]", worth: "npt.NDArray[np.int64] | None" = None
) -> "tuple[npt.NDArray[np.int64], Left]":
    import numpy as np

    from palermo.network.kernels.cut import parts_without

    part = np.empty(web.nodes, np.int64)
    held = np.ones(web.nodes, np.int64) if worth is None else worth
    parts, pairs, largest, _ = parts_without(web.first, web.other, gone, held, part)
    return part, Left(int(held[~gone].sum()), int(parts), int(largest), int(pairs))


def _flows(links: Links, gone: "npt.NDArray[np.bool_]") -> tuple[int, tuple[Flow, ...]]:
    """Count the flows that stop and give those with the most rows."""
    import numpy as np

    found: list[Flow] = []
    stopped = 0
    into = np.argsort(links.target, kind="stable")
    nodes = np.flatnonzero(gone)
    ends_in = np.searchsorted(links.target[into], [nodes, nodes + 1])
    ends_out = np.searchsorted(links.source, [nodes, nodes + 1])
    for at, node in enumerate(nodes.tolist()):
        sources, rows_in = np.unique(links.source[into[ends_in[0, at] : ends_in[1, at]]], return_counts=True)
        targets, rows_out = np.unique(links.target[ends_out[0, at] : ends_out[1, at]], return_counts=True)
        stopped += len(sources) * len(targets) - len(np.intersect1d(sources, targets))
        first = np.lexsort((sources, -rows_in))[:FLOWS]
        last = np.lexsort((targets, -rows_out))[:FLOWS]
        most = _most(rows_in[first].tolist(), rows_out[last].tolist())
        for a, b in most:
            source, target = int(sources[first[a]]), int(targets[last[b]])
            if source != target:
                found.append(Flow(source, node, target, int(rows_in[first[a]]), int(rows_out[last[b]])))
    found.sort(key=lambda flow: (-min(flow.rows_in, flow.rows_out), flow.through, flow.source, flow.target))
    return stopped, tuple(found[:FLOWS])


def _most(rows_in: list[int], rows_out: list[int]) -> list[tuple[int, int]]:
    """Give the pairs of places whose lesser number of rows is the greatest, at most twice `FLOWS` and a little."""
    pairs = [(a, b) for a in range(len(rows_in)) for b in range(min(len(rows_out), 2 * FLOWS // (a + 1) + 1))]
    return sorted(pairs, key=lambda pair: (-min(rows_in[pair[0]], rows_out[pair[1]]), pair))[: 2 * FLOWS]


def longer_ways(web: Web, gone: Sequence[int], chance: "np.random.Generator", sources: int = 200) -> Longer:
    """Tell how much longer ways become between pairs that stay connected, from all nodes or from a sample.

    Args:
        web: who is beside whom.
        gone: the nodes taken out.
        chance: draws the sample where there are more nodes left than `sources`.
        sources: from how many nodes ways are followed at most.
    """
    import numpy as np

    from palermo.network.kernels.cut_ways import steps_from

    out = np.zeros(web.nodes, bool)
    out[list(gone)] = True
    left = np.flatnonzero(~out)
    chosen = left if len(left) <= sources else np.sort(chance.choice(left, sources, replace=False))
    sums = np.zeros((len(chosen), 3), np.int64)
    steps_from(web.first, web.other, out, chosen, sums)
    pairs = max(int(sums[:, 2].sum()), 1)
    before, after = sums[:, 0].sum() / pairs, sums[:, 1].sum() / pairs
    if len(chosen) == len(left):
        return Longer(float(before), float(after), 0.0, len(chosen))
    rests = sums[:, 1] - sums[:, 0] - (after - before) * sums[:, 2]
    kept = 1 - len(chosen) / len(left)
    spread = np.sqrt(kept * (rests**2).sum() / max(len(chosen) - 1, 1) / len(chosen)) / (pairs / len(chosen))
    return Longer(float(before), float(after), float(1.96 * spread), len(chosen))


def part_most(web: Web, count: int, among: Sequence[int] | None = None) -> Proposal:
    """Propose the nodes whose taking out leaves the fewest pairs connected: of all choices, or greedily with a bound.

    Args:
        web: who is beside whom.
        count: how many nodes, 1 or more.
        among: the nodes that may be chosen; None for all.
    """
    import numpy as np

    nodes = list(range(web.nodes)) if among is None else sorted(set(among))
    count = min(count, len(nodes))
    floor = _floor(web, nodes, count)
    if comb(len(nodes), count) * max(len(web.other) + web.nodes, 1) <= WORK:
        best = min(_choices(web, nodes, count), key=lambda found: (found[1].pairs, found[0]))
        return Proposal(best[0], best[1], True, best[1].pairs)
    gone = np.zeros(web.nodes, bool)
    chosen: list[int] = []
    for _ in range(count):
        node = _next(web, gone, nodes)
        gone[node] = True
        chosen.append(node)
    left = _left(web, gone)[1]
    return Proposal(tuple(chosen), left, left.pairs == floor, floor)


def _choices(web: Web, nodes: list[int], count: int) -> Iterator[tuple[tuple[int, ...], Left]]:
    import numpy as np

    for chosen in combinations(nodes, count):
        gone = np.zeros(web.nodes, bool)
        gone[list(chosen)] = True
        yield chosen, _left(web, gone)[1]


def _next(web: Web, gone: "npt.NDArray[np.bool_]", nodes: list[int]) -> int:
    """Give the node whose taking out parts most now; of those that part nothing, the one with the most neighbours left."""
    import numpy as np

    from palermo.network.kernels.cut import joined, parts_without

    parts, cut, apart, second, part = (np.zeros(web.nodes, np.int64) for _ in range(5))
    ones = np.ones(web.nodes, np.int64)
    joined(web.first, web.other, gone, ones, parts, cut, apart, second)
    parts_without(web.first, web.other, gone, ones, part)
    size = np.bincount(part[part >= 0], minlength=web.nodes)[np.maximum(part, 0)]
    sides = np.repeat(np.arange(web.nodes), np.diff(web.first))
    still = np.bincount(sides[~gone[web.other]], minlength=web.nodes)
    rest = [node for node in nodes if not gone[node]]
    return max(rest, key=lambda node: (int(cut[node] + size[node] - 1), int(still[node]), -node))


def _floor(web: Web, nodes: list[int], count: int) -> int:
    """Give a number of pairs that stay connected whatever is chosen: each link that is left connects one."""
    import numpy as np

    degrees = np.sort(np.diff(web.first)[nodes])[::-1]
    return max(len(web.other) // 2 - int(degrees[:count].sum()), 0)
