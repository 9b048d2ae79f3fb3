"""Finds groups in a graph over several kinds of link: what hangs together better than chance, hubs left out, with figures."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from palermo.network.graph import Graph
from palermo.network.groups_hubs import Hub, find_hubs
from palermo.network.groups_weights import Beside, weighed, without

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

RESOLUTIONS = (1, 2, 8, 32, 128, 512)
"""How finely the graph is parted; 1 is modularity as it was first told, right for a small graph, which unites the groups of a large one."""

NEAR, SELDOM, SHOWN = 3, 0.001, 3
"""A hub is beside a group with so many links at least, and more than chance gives but so seldom; so many groups are named."""

TEN = 10
"""No resolution is tried that would leave groups of fewer nodes than this on average, had it found as many as its number."""

ABOUT = 0.08
"""The coarsest resolution is chosen whose groups are within this of the steadiest: finer ones are as steady, and say less."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """The groups at one resolution.

    Attributes:
        resolution: the resolution.
        groups: how many groups of two or more there are.
        largest: how many nodes the largest has.
        grouped: how many nodes are in one.
        next_ones: 0 to 1, how far it agrees with the next coarser and finer resolution.
        left_out: the same with itself when a tenth of the links is left out.
        chosen: whether it is the one taken.
    """

    resolution: int
    groups: int
    largest: int
    grouped: int
    next_ones: float
    left_out: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class Cohesion:
    """How a group hangs together, hubs left out: pairs of its nodes that are linked, what chance gives, and pairs that lead out.

    Attributes:
        nodes: its nodes, by place, ascending.
        inside: how many pairs of its nodes are linked.
        by_chance: how many would be if links were drawn at random among things so busy (configuration model).
        outside: how many pairs lead out of it.
        through_hubs: how many pairs join it to a hub.
    """

    nodes: tuple[int, ...]
    inside: int
    by_chance: float
    outside: int
    through_hubs: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups of a graph.

    Attributes:
        group: int64, for each node the place of its group in `groups`; -1 for a hub, for what is left out or in no group.
        groups: the groups of two nodes or more, the largest first, then by first node.
        hubs: what joins nobody.
        alternatives: the groups at every resolution looked at.
    """

    group: "Whole"
    groups: tuple[Cohesion, ...]
    hubs: tuple[Hub, ...]
    alternatives: tuple[Alternative, ...]

    @property
    def resolution(self) -> int:
        """The resolution chosen; 0 where there was nothing to choose."""
        return next((one.resolution for one in self.alternatives if one.chosen), 0)


def find_groups(
    graph: Graph,
    known_hubs: Mapping[int, str] | None = None,
    left_out: Sequence[str] = (),
    fleeting: Sequence[str] = (),
    resolution: int = 0,
) -> Grouped:
    """Find the groups of a graph; the same graph gives the same groups on any machine and on any number of threads.

    Args:
        graph: the graph.
        known_hubs: nodes known to join nobody, with what was said of them.
        left_out: kinds of node that join nobody by what they are, such as a name as it was written.
        fleeting: kinds of node that stand for one moment, such as an advert, and are no hubs.
        resolution: the resolution to take; 0 for the one that proves stable.
    """
    barred = graph.of_kinds(left_out)
    kept = ~(barred[graph.a] | barred[graph.b])
    beside = weighed(graph, kept)
    hubs, hub = find_hubs(beside, known_hubs or {}, graph.of_kinds(fleeting))
    inner = without(beside, hub)
    labels, alternatives = _by_stability(inner, (resolution,) if resolution else RESOLUTIONS)
    group, groups = _measured(beside, inner, hub, labels)
    return Grouped(group, groups, _beside_groups(beside, hubs, group), alternatives)


def _by_stability(inner: Beside, resolutions: Sequence[int]) -> "tuple[Whole, tuple[Alternative, ...]]":
    """Part the graph at each resolution, and choose the one whose groups change least when things change a little."""
    import numpy as np

    linked = inner.degrees > 0
    many = int(linked.sum())
    if not many:
        return np.arange(inner.nodes), ()
    tried = [one for one in resolutions if one == resolutions[0] or one * TEN <= many]
    with ThreadPoolExecutor(2) as pool:
        found, again = pool.map(lambda beside: _at_each(beside, tried), (inner, inner.only(_kept(inner))))
    steps = [agreement(one, two, linked) for one, two in pairwise(found)]
    near = [_mean([*steps[max(at - 1, 0) : at], *steps[at : at + 1]]) for at in range(len(found))]
    left = [round(agreement(one, two, linked), 3) for one, two in zip(found, again, strict=True)]
    chosen = next(at for at, steady in enumerate(left) if steady >= max(left) - ABOUT)
    alternatives = tuple(
        _alternative(labels, linked, (tried[at], near[at], left[at], at == chosen)) for at, labels in enumerate(found)
    )
    return found[chosen], alternatives


def _at_each(beside: Beside, resolutions: Sequence[int]) -> "list[Whole]":
    """Part the graph at each resolution, the finest first: each begins with the groups of the one before, which it may unite."""
    import numpy as np

    from palermo.network.kernels.leiden import leiden

    weights, strengths = beside.weights(), beside.strengths()
    found: list[Whole] = []
    group = np.arange(beside.nodes, dtype=np.int64)
    for one in reversed(resolutions):
        group = leiden(beside.first, beside.other, weights, strengths, float(one), group)
        found.insert(0, group)
    return found


def _kept(beside: Beside) -> "npt.NDArray[np.bool_]":
    """Leave out a tenth of the pairs, by a mixing of their two nodes' places, so that it is the same tenth each time."""
    import numpy as np

    mixed = beside.a.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + beside.b.astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9)
    kept: npt.NDArray[np.bool_] = (mixed >> np.uint64(40)) % np.uint64(10) != 0
    return kept


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _alternative(labels: "Whole", linked: "npt.NDArray[np.bool_]", said: tuple[int, float, float, bool]) -> Alternative:
    import numpy as np

    sizes = np.bincount(labels[linked])
    several = sizes[sizes > 1]
    figures = (len(several), int(several.max()) if len(several) else 0, int(several.sum()))
    return Alternative(said[0], *figures, round(said[1], 3), said[2], said[3])


def agreement(one: "Whole", two: "Whole", looked_at: "npt.NDArray[np.bool_]") -> float:
    """Tell how far two partings agree: the mean over nodes of the share of their companions, in either, that are so in both.

    A node with no companion in either counts nothing, so that a parting into single nodes agrees with nothing.

    Args:
        one: int64, the part of each node.
        two: the same of the other parting.
        looked_at: bool, the nodes that count.
    """
    import numpy as np

    a, b = one[looked_at], two[looked_at]
    if not len(a):
        return 1.0
    most = int(b.max()) + 1
    both, count = np.unique(a * most + b, return_counts=True)
    size_a, size_b = np.bincount(a)[both // most], np.bincount(b)[both % most]
    either = np.maximum(size_a + size_b - count - 1, 1)
    return float((count * ((count - 1) / either)).sum() / len(a))


def _measured(
    beside: Beside, inner: Beside, hub: "npt.NDArray[np.bool_]", labels: "Whole"
) -> "tuple[Whole, tuple[Cohesion, ...]]":
    """Number the groups of two or more, the largest first, and measure how each hangs together."""
    import numpy as np

    degrees = inner.degrees
    sizes = np.bincount(labels, minlength=1)
    firsts = np.full(len(sizes), len(labels), np.int64)
    np.minimum.at(firsts, labels, np.arange(len(labels)))
    order = np.lexsort((firsts, -sizes))
    order = order[(sizes[order] > 1)]
    place = np.full(len(sizes), -1, np.int64)
    place[order] = np.arange(len(order))
    group = np.where(hub | (degrees == 0), -1, place[labels])
    many = len(order)
    a, b = group[inner.a], group[inner.b]
    inside = np.bincount(a[(a == b) & (a >= 0)], minlength=many)
    ends = np.bincount(group[group >= 0], degrees[group >= 0], many)
    squares = np.bincount(group[group >= 0], degrees[group >= 0].astype(np.float64) ** 2, many)
    chance = (ends**2 - squares) / (4 * max(len(inner.a), 1))
    to_hub = hub[beside.a] != hub[beside.b]
    near = np.where(hub[beside.a], group[beside.b], group[beside.a])[to_hub]
    hubs = np.bincount(near[near >= 0], minlength=many)
    members = np.argsort(group, kind="stable")[int((group < 0).sum()) :]
    cuts = np.cumsum(np.bincount(group[group >= 0], minlength=max(many, 1)))[:-1]
    found = [
        Cohesion(
            tuple(nodes.tolist()),
            int(inside[at]),
            float(chance[at]),
            int(ends[at]) - 2 * int(inside[at]),
            int(hubs[at]),
        )
        for at, nodes in enumerate(np.split(members, cuts) if many else [])
    ]
    return group, tuple(found)


def _beside_groups(beside: Beside, hubs: Sequence[Hub], group: "Whole") -> tuple[Hub, ...]:
    """Say of each hub which groups it has more links to than chance gives; it joins them to nobody else."""
    import numpy as np

    degrees = beside.degrees
    held = group >= 0
    ends = np.bincount(group[held], degrees[held], int(group.max(initial=-1)) + 1)
    every = max(int(degrees.sum()), 1)
    found = []
    for hub in hubs:
        near = group[beside.other[beside.first[hub.node] : beside.first[hub.node + 1]]]
        places, counts = np.unique(near[near >= 0], return_counts=True)
        expected = hub.neighbours * ends[places] / every
        kept = [
            (int(place), int(count), round(float(chance), 2))
            for place, count, chance in zip(places, counts, expected, strict=True)
            if count >= NEAR and _tail(int(count), float(chance)) * len(places) < SELDOM
        ]
        found.append(replace(hub, near=tuple(sorted(kept, key=lambda one: (-one[1], one[0]))[:SHOWN])))
    return tuple(found)


def _tail(count: int, expected: float) -> float:
    """Give the chance of at least so many, where so many are expected (Poisson, the limit of the hypergeometric)."""
    from math import exp

    term, below = exp(-min(expected, 700.0)), 0.0
    for k in range(count):
        below += term
        term *= expected / (k + 1)
    return max(1.0 - below, 0.0)
