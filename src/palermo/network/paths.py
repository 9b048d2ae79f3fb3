"""Finds the ways between two nodes that are best founded, each of their links with the rows behind it, as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from palermo.kit.sentences import counted
from palermo.network.roles_links import Links, Web

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

STEP, DOUBT = 6, 6
"""A link is `STEP` long and `DOUBT` over its independent sources more: 12 with one, 9 with two, 8 with three, 7 with six."""

LOOKED = 20_000
"""How many nodes are looked at for one way before it is given up."""

ROWS = 20
"""How many rows of a link are named; all are counted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a path.

    Attributes:
        source: where it comes from, by place.
        target: where it goes to.
        kinds: the kinds of link, with how many rows of each.
        rows: the first `ROWS` of the rows that show it.
        count: how many rows there are.
        first: the first moment, in seconds since 1970; None where no row has one.
        last: the last.
    """

    source: int
    target: int
    kinds: tuple[tuple[str, int], ...]
    rows: tuple[int, ...]
    count: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Path:
    """One way between two nodes.

    Attributes:
        nodes: the nodes, from one end to the other.
        length: how long it is; better-founded links are shorter.
        steps: its links.
    """

    nodes: tuple[int, ...]
    length: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The ways found, the shortest first.

    Attributes:
        paths: the ways.
        complete: False where looking was given up and there may be shorter ones than the last.
    """

    paths: tuple[Path, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways found, each its length and its nodes, the shortest first; False where there may be shorter ones than the last."""

    ways: tuple[tuple[int, tuple[int, ...]], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Room:
    """What a search works in."""

    left: "npt.NDArray[np.int64]"
    length: "npt.NDArray[np.int64]"
    heap: "npt.NDArray[np.int64]"
    came: "npt.NDArray[np.int64]"
    reached: "npt.NDArray[np.int64]"
    stamp: "npt.NDArray[np.int64]"
    path: "npt.NDArray[np.int64]"


def paths_between(links: Links, web: Web, ends: tuple[int, int], count: int = 3) -> Paths:
    """Find the best-founded ways between two nodes of a table, each link with its rows; kinds of link count as sources.

    Args:
        links: the links.
        web: who is beside whom among them.
        ends: the two nodes, by place.
        count: how many ways are wanted.
    """
    found = ways_between(web, ends, count, web.kinds)
    return Paths(tuple(_with_steps(links, way, long) for long, way in found.ways), found.complete)


def ways_between(
    web: Web,
    ends: tuple[int, int],
    count: int,
    sources: "npt.NDArray[np.int64]",
    barred: "npt.NDArray[np.bool_] | None" = None,
) -> Ways:
    """Find the shortest ways between two nodes (J. Yen, 1971), where well-founded links are shorter.

    Args:
        web: who is beside whom.
        ends: the two nodes, by place.
        count: how many ways are wanted.
        sources: int64, how many independent sources each entry of `web.other` has.
        barred: bool, nodes that no way may pass through; the ends may be among them. None for none.
    """
    import numpy as np

    from palermo.network.kernels.paths import lengths_to

    start, goal = ends
    if start == goal:
        return Ways((), complete=True)
    shut = np.zeros(web.nodes, bool) if barred is None else barred.copy()
    shut[list(ends)] = False
    length = STEP + DOUBT // np.maximum(sources, 1)
    nodes = web.nodes
    left = np.empty(nodes, np.int64)
    lengths_to(web.first, web.other, length, goal, STEP + DOUBT, shut, left)
    if left[start] < 0:
        return Ways((), complete=True)
    came, reached, path = (np.empty(nodes, np.int64) for _ in range(3))
    heap = np.empty((min(len(web.other) + 2, LOOKED * 50), 3), np.int64)
    room = _Room(left, length, heap, came, reached, np.zeros(nodes + 1, np.int64), path)
    found, complete = _yen(web, room, ends, count)
    return Ways(tuple(found), complete)


def _yen(web: Web, room: _Room, ends: tuple[int, int], count: int) -> tuple[list[tuple[int, tuple[int, ...]]], bool]:
    """Give the shortest ways with their lengths, and whether nothing was given up."""
    start, goal = ends
    complete = True
    first = _way(web, room, (start,), goal, ())
    found: list[tuple[int, tuple[int, ...]]] = []
    waiting = {first} if first else set()
    while waiting and len(found) < count:
        best = min(waiting, key=lambda one: (one[0], len(one[1]), one[1]))
        waiting.remove(best)
        found.append(best)
        if len(found) == count:
            break
        for at in range(len(best[1]) - 1):
            root = best[1][: at + 1]
            barred = tuple(sorted({way[at + 1] for _, way in found if way[: at + 1] == root}))
            way = _way(web, room, root, goal, barred)
            if way is None:
                complete = False
            elif way[1] and way not in found:
                waiting.add(way)
    return found, complete


def _way(
    web: Web, room: _Room, root: tuple[int, ...], goal: int, barred: tuple[int, ...]
) -> tuple[int, tuple[int, ...]] | None:
    """Give the shortest way that begins with `root` and goes on by none of the barred; no nodes for none, None if given up."""
    import numpy as np

    from palermo.network.kernels.paths import spur

    size = spur(
        web.first, web.other, room.length, room.left, root[-1], goal,
        np.array(root[:-1], np.int64), np.array(barred, np.int64), LOOKED,
        room.heap, room.came, room.reached, room.stamp, room.path,
    )  # fmt: skip
    if size < 0:
        return None
    if size == 0:
        return (0, ())
    nodes = (*root[:-1], *room.path[:size].tolist())
    return _length(web, room.length, nodes), nodes


def _length(web: Web, length: "npt.NDArray[np.int64]", nodes: Sequence[int]) -> int:
    import numpy as np

    total = 0
    for one, other in pairwise(nodes):
        total += int(length[web.first[one] + np.searchsorted(web.beside(one), other)])
    return total


def _with_steps(links: Links, nodes: Sequence[int], length: int) -> Path:
    steps = tuple(_step(links, one, other) for one, other in pairwise(nodes))
    return Path(tuple(nodes), length, steps)


def _step(links: Links, one: int, other: int) -> Step:
    """Gather the rows that tie two nodes, in either direction; the direction of most rows is the step's."""
    import numpy as np

    from palermo.network.roles_links import NO_MOMENT

    there, back = _rows(links, one, other), _rows(links, other, one)
    rows = np.concatenate([there, back])
    codes, many = np.unique(links.kind[rows], return_counts=True)
    kinds = tuple((links.kinds[code], int(n)) for code, n in zip(codes.tolist(), many.tolist(), strict=True))
    moments = links.at[rows]
    moments = moments[moments != NO_MOMENT]
    source, target = (one, other) if len(there) >= len(back) else (other, one)
    named = tuple(np.sort(links.row[rows])[:ROWS].tolist())
    first, last = (int(moments.min()), int(moments.max())) if len(moments) else (None, None)
    return Step(source, target, kinds, named, len(rows), first, last)


def _rows(links: Links, source: int, target: int) -> "npt.NDArray[np.int64]":
    """Give the places of the links from one node to another: they stand side by side."""
    import numpy as np

    begin, end = np.searchsorted(links.source, [source, source + 1])
    low, high = np.searchsorted(links.target[begin:end], [target, target + 1])
    return np.arange(begin + low, begin + high, dtype=np.int64)


def sentences(names: Sequence[str], path: Path) -> tuple[str, ...]:
    """Say a path, a sentence a link.

    Args:
        names: the nodes' names.
        path: the path.
    """
    return tuple(_sentence(names, step) for step in path.steps)


def _sentence(names: Sequence[str], step: Step) -> str:
    kinds = ", ".join(kind for kind, _ in step.kinds if kind)
    by = f" by {kinds}" if kinds else ""
    named = ", ".join(map(str, step.rows))
    more = f" and {step.count - len(step.rows)} more" if step.count > len(step.rows) else ""
    word = "row" if step.count == 1 else "rows"
    return (
        f"“{names[step.source]}” is linked to “{names[step.target]}”{by}: "
        f"{counted(step.count, 'row')} ({word} {named}{more})."
    )
