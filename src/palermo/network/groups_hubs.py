"""Tells hubs: nodes so busy, among things so little joined otherwise, that they join nobody; with the figures that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.kit.sentences import counted
from palermo.network.groups_weights import Beside

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

HUB_PARTS = 12
"""Into how many parts a hub's neighbours fall at least."""

HUB_LARGEST = 4
"""The largest of these parts holds less than one in so many of them."""

SCATTERED = 150
"""And there are at least 100 in so many of the parts that links drawn at random would leave, …"""

TINY = 25
"""… or the largest part holds less than one in so many of them: a hotline of advertisers with a dozen adverts each."""

BUSY = 4
"""A hub has more than so many times the neighbours that half of all nodes have at most."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A node that joins nobody.

    Attributes:
        node: its place.
        neighbours: how many neighbours it has.
        tied: how many of these have another neighbour, are less busy and are no hubs themselves.
        parts: into how many parts these fall that nothing less busy joins; 0 where it was known to be a hub before.
        largest: how many the largest of them has.
        by_chance: into how many parts they would fall if links were drawn at random among things so busy.
        known: what was said of it before, such as the sentence of the advert grouping; empty where it was found here.
        near: groups it has more links to than chance gives: the group's place, its links, what chance gives.
    """

    node: int
    neighbours: int
    tied: int
    parts: int
    largest: int
    by_chance: float
    known: str
    near: tuple[tuple[int, int, float], ...] = ()

    @property
    def sentence(self) -> str:
        """Say what was seen."""
        if self.known:
            return self.known
        return (
            f"It has {counted(self.neighbours, 'neighbour')}; {self.tied:,} of them have other links too, and these fall into"
            f" {self.parts:,} parts that nothing less busy joins, the largest with {self.largest:,}. Links drawn at random"
            f" among things so busy would leave {self.by_chance:,.0f} parts. So it joins nobody."
        )


def find_hubs(
    beside: Beside, known: Mapping[int, str], never: "npt.NDArray[np.bool_] | None" = None
) -> "tuple[tuple[Hub, ...], npt.NDArray[np.bool_]]":
    """Find the hubs, sorted by node, and whether each node is one.

    Args:
        beside: who is beside whom.
        known: nodes known to be hubs, and what was said of them.
        never: bool, nodes that are none whatever hangs on them, such as an advert; None for no such nodes.
    """
    import numpy as np

    from palermo.network.kernels.hubs import parts_around

    degrees = beside.degrees
    hub = np.zeros(beside.nodes, bool)
    hub[list(known)] = True
    linked = np.sort(degrees[degrees > 0])
    half = int(linked[(len(linked) - 1) // 2]) if len(linked) else 0
    barred = hub if never is None else hub | never
    order = np.lexsort((np.arange(beside.nodes), degrees))
    order = order[(degrees[order] >= HUB_PARTS) & (degrees[order] > BUSY * half) & ~barred[order]]
    figures, chance = parts_around(
        beside.first, beside.other, order, hub, np.array([HUB_PARTS, HUB_LARGEST, SCATTERED, TINY])
    )
    found = [Hub(node, int(degrees[node]), 0, 0, 0, 0.0, said) for node, said in known.items()]
    for place in np.flatnonzero(hub[order]).tolist():
        node = int(order[place])
        tied, parts, largest = (int(figure) for figure in figures[place])
        by_chance = max(tied - float(chance[place]), 1.0)
        found.append(Hub(node, int(degrees[node]), tied, parts, largest, by_chance, ""))
    return tuple(sorted(found, key=lambda one: one.node)), hub
