"""Measures how much of a web leads through a node: the places by shortest ways through it and by partners it alone joins.

A node's standing is the mean of two square roots, each of a place from 0 (lowest) to 1 (highest) among all nodes: its
place by betweenness, and its place by effective size (R. Burt, 1992, Structural Holes): partners, less the mean number of
ties each of them has to the others. It is of contacts, accounts and venues, and says nothing of a person.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.network.roles_links import Web

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

EXACT = 2_000
"""Up to how many nodes all shortest ways are counted; beyond, those from evenly spread pivots."""

PIVOTS = 32
"""From how many nodes ways are counted in a larger web."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where nodes stand in a web; all arrays have an entry for each node.

    Attributes:
        place: float64, the standing, 0 to 1; higher is more central; rounded to millionths.
        through: int64, shortest ways through the node, in 1/2^20 of a way, counted from each pivot.
        partners: int64, how many neighbours it has.
        ties: int64, how many ties there are among its neighbours.
        exact: whether every node was a pivot.
    """

    place: "npt.NDArray[np.float64]"
    through: "npt.NDArray[np.int64]"
    partners: "npt.NDArray[np.int64]"
    ties: "npt.NDArray[np.int64]"
    exact: bool


def standing(web: Web, threads: int = 2) -> Standing:
    """Measure where each node stands; the answer is the same for any number of threads.

    Args:
        web: who is beside whom.
        threads: how many threads work.
    """
    import numpy as np

    partners = np.diff(web.first)
    exact = web.nodes <= EXACT
    pivots = np.arange(web.nodes, dtype=np.int64)
    if not exact:
        held = np.flatnonzero(partners)
        pivots = held[np.arange(min(PIVOTS, len(held))) * len(held) // max(min(PIVOTS, len(held)), 1)]
    through, ties = _counts(web, pivots, max(threads, 1))
    size = np.where(partners > 0, partners - 2 * ties / np.maximum(partners, 1), 0.0)
    place = (np.sqrt(_places(through)) + np.sqrt(_places(np.round(size * 1e6).astype(np.int64)))) / 2
    return Standing(np.round(place, 6), through, partners, ties, exact)


def _counts(
    web: Web, pivots: "npt.NDArray[np.int64]", threads: int
) -> "tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]":
    """Count ways through each node and ties around it, in slices whose whole numbers are added."""
    import numpy as np

    from palermo.network.kernels.standing import triangles, ways_through

    nodes = web.nodes

    def ways(slice_of: int) -> "npt.NDArray[np.int64]":
        out = np.zeros(nodes, np.int64)
        ways_through(web.first, web.other, pivots[slice_of::threads], out)
        return out

    def around(slice_of: int) -> "npt.NDArray[np.int64]":
        out = np.zeros(nodes, np.int64)
        triangles(web.first, web.other, nodes * slice_of // threads, nodes * (slice_of + 1) // threads, out)
        return out

    empty = np.zeros(nodes, np.int64)
    with ThreadPoolExecutor(threads) as pool:
        through = sum(pool.map(ways, range(threads)), empty)
        ties = sum(pool.map(around, range(threads)), empty)
    return through, ties


def _places(figure: "npt.NDArray[np.int64]") -> "npt.NDArray[np.float64]":
    """Give each node's place by a figure, from 0 to 1; equal figures share the middle of their places."""
    import numpy as np

    _, of, many = np.unique(figure, return_inverse=True, return_counts=True)
    before = np.cumsum(many) - many
    middle = before + (many - 1) / 2
    return middle[of] / max(len(figure) - 1, 1)
