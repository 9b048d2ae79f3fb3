"""Follows groups through time: when one was born, grew, split or merged with another, and which rows show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.network.graph import NO_TIME, Graph
from palermo.network.groups_hubs import find_hubs
from palermo.network.groups_weights import weighed, without

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

DAY = 86_400_000_000
"""Microseconds in a day."""

STEPS = (1, 7, 30, 91, 182, 365)
"""How many days a step may have; the shortest is taken with which there are at most `LOOKS` of them."""

LOOKS = 24
"""How many steps there are at most, unless even years are too many."""

SHARE = 0.3
"""Two groups of following looks are linked when they share this much of the smaller one."""

GREW = 1.25
"""A group grew when it has at least two things more and so many times the things it had."""

ROWS = 50
"""How many rows of an event are given; all are counted."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a group between two looks.

    Attributes:
        what: `born`, `grew`, `split` or `merged`.
        start: the look's first moment, in microseconds since 1970.
        end: the moment after its last.
        before: the groups it came from, each as its nodes; empty for a birth.
        after: the groups it became.
        new: the nodes that came to it.
        rows: the first `ROWS` of the rows that show it, as places in the graph's `keys`.
        rows_in_all: how many there are.
    """

    what: str
    start: int
    end: int
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    new: tuple[int, ...]
    rows: tuple[int, ...]
    rows_in_all: int


@dataclass(frozen=True, slots=True)
class Times:
    """What happened to groups over time.

    Attributes:
        step_days: how many days a step has; each look covers two, the second of which is new. 0 where no row has a moment.
        looks: how many looks were taken.
        events: what happened, oldest first; at most as many as were asked for, those in which the most takes part.
        events_in_all: how much happened.
        begins: the first look's first moment: what is born there may have been before the rows begin.
    """

    step_days: int
    looks: int
    events: tuple[Event, ...]
    events_in_all: int
    begins: int = 0


@dataclass(frozen=True, slots=True)
class _Look:
    """The groups of one stretch of time: for each its lasting nodes, two or more, and which edges were seen in the stretch."""

    start: int
    end: int
    groups: tuple[frozenset[int], ...]
    seen: "npt.NDArray[np.bool_]"


@dataclass(frozen=True, slots=True)
class _Seen:
    """Something that happened, before its rows are found: in which look they are, and in which it was noticed."""

    what: str
    look: _Look
    now: _Look
    before: tuple[frozenset[int], ...]
    after: tuple[frozenset[int], ...]
    new: frozenset[int]

    @property
    def weight(self) -> int:
        """How telling it is: how many things take part, and more where groups come together or apart."""
        return sum(map(len, (*self.before, *self.after))) + 10 * (len(self.before) > 1 or len(self.after) > 1)


def over_time(
    graph: Graph,
    resolution: int,
    known_hubs: Mapping[int, str] | None = None,
    fleeting: Sequence[str] = (),
    left_out: Sequence[str] = (),
    told: int = 200,
) -> Times:
    """Tell what happened to groups over time.

    Args:
        graph: the graph.
        resolution: how finely it is parted, as `find_groups` chose.
        known_hubs: nodes known to join nobody.
        fleeting: kinds of node that stand for one moment, such as an advert: groups are followed by their lasting nodes.
        left_out: kinds of node that join nobody.
        told: how many events are given at most.
    """
    timed = graph.row_at[graph.row_at != NO_TIME]
    if not len(timed):
        return Times(0, 0, (), 0)
    start, end = int(timed.min()), int(timed.max())
    days = next((one for one in STEPS if (end - start) // (one * DAY) < LOOKS), STEPS[-1])
    step = days * DAY
    lasting = ~graph.of_kinds(fleeting)
    barred = graph.of_kinds(left_out)
    beside = weighed(graph, ~(barred[graph.a] | barred[graph.b]))
    _, hub = find_hubs(beside, known_hubs or {}, ~lasting)
    out = hub | barred
    # A look at a part of the links is parted as finely as the whole: by what chance would give in the whole graph.
    finely = max(resolution, 1) / max(float(without(beside, out).strengths().sum()), 1.0)
    spans = [(at, at + 2 * step) for at in range(start - step, max(end - step, start - step) + 1, step)]
    # Finding rows takes a walk over all links, and a look as much room as the graph's nodes: of what happened, only that in
    # which the most takes part is held, and two looks at a time.
    held: list[tuple[int, _Seen]] = []
    many = 0
    before: _Look | None = None
    for span in spans:
        after = _look(graph, span, finely, out, lasting)
        fresh = list(enumerate(_events(before, after), many))
        many += len(fresh)
        held = sorted([*held, *fresh], key=lambda one: (-one[1].weight, one[0]))[:told]
        before = after
    events = tuple(_event(graph, seen) for _, seen in sorted(held, key=lambda one: one[0]))
    return Times(days, len(spans), events, many, spans[0][0])


def _look(
    graph: Graph,
    span: tuple[int, int],
    finely: float,
    out: "npt.NDArray[np.bool_]",
    lasting: "npt.NDArray[np.bool_]",
) -> _Look:
    """Find the groups of one stretch: links with a row in it, and links without a moment beside them."""
    import numpy as np

    from palermo.network.kernels.leiden import leiden

    within = (graph.row_at >= span[0]) & (graph.row_at < span[1])
    every = np.diff(graph.row_first)
    rows = np.bincount(np.repeat(np.arange(graph.edges), every)[within], minlength=graph.edges)
    seen = rows > 0
    there = np.zeros(graph.nodes, bool)
    there[graph.a[seen]] = there[graph.b[seen]] = True
    kept = (seen | ((graph.first == NO_TIME) & (there[graph.a] | there[graph.b]))) & ~(out[graph.a] | out[graph.b])
    beside = without(weighed(graph, kept, np.where(seen, rows, every)), out)
    strengths = beside.strengths()
    resolution = finely * float(strengths.sum())
    group = leiden(beside.first, beside.other, beside.weights(), strengths, resolution, np.arange(graph.nodes))
    members = np.flatnonzero((beside.degrees > 0) & lasting)
    order = members[np.argsort(group[members], kind="stable")]
    cuts = np.flatnonzero(np.diff(group[order])) + 1
    found = [frozenset(one.tolist()) for one in np.split(order, cuts) if len(one) > 1]
    return _Look(span[0], span[1], tuple(sorted(found, key=lambda one: (-len(one), min(one)))), kept)


def _events(before: _Look | None, after: _Look) -> list[_Seen]:
    """Compare two following looks."""
    old = before.groups if before else ()
    parents_of: dict[int, list[int]] = {}
    parts_of: dict[int, list[int]] = {}
    for one, to in _linked(old, after.groups):
        parents_of.setdefault(to, []).append(one)
        parts_of.setdefault(one, []).append(to)
    found: list[_Seen] = []
    for at, group in enumerate(after.groups):
        parents = [old[one] for one in parents_of.get(at, ())]
        if not parents:
            found.append(_Seen("born", after, after, (), (group,), group))
        elif len(parents) > 1:
            found.append(_Seen("merged", after, after, tuple(parents), (group,), group - frozenset().union(*parents)))
        elif len(group) >= max(len(parents[0]) + 2, GREW * len(parents[0])):
            found.append(_Seen("grew", after, after, tuple(parents), (group,), group - parents[0]))
    for one, parts in sorted(parts_of.items()):
        if len(parts) > 1 and before:
            came_apart = tuple(after.groups[to] for to in parts)
            found.append(_Seen("split", before, after, (old[one],), came_apart, frozenset()))
    return found


def _linked(old: Sequence[frozenset[int]], new: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pair the groups of two looks that share enough of the smaller one."""
    whose = {node: at for at, group in enumerate(old) for node in group}
    pairs: dict[tuple[int, int], int] = {}
    for at, group in enumerate(new):
        for node in group:
            if node in whose:
                pairs[whose[node], at] = pairs.get((whose[node], at), 0) + 1
    return sorted(
        (one, to) for (one, to), shared in pairs.items() if shared >= SHARE * min(len(old[one]), len(new[to]))
    )


def _event(graph: Graph, seen: _Seen) -> Event:
    """Make an event with the rows that show it: those that tie what was apart, what is new, or what came apart since."""
    import numpy as np

    side = np.full(graph.nodes, -1, np.int64)
    for at, group in enumerate(seen.after if seen.what == "split" else seen.before):
        side[sorted(group)] = at
    for node in seen.new:
        side[node] = graph.nodes + node
    rows, count = _rows(graph, _across(graph, seen.look, side), (seen.look.start, seen.look.end))
    before, after = (tuple(tuple(sorted(group)) for group in some) for some in (seen.before, seen.after))
    return Event(seen.what, seen.now.start, seen.look.end, before, after, tuple(sorted(seen.new)), rows, count)


def _across(graph: Graph, look: _Look, side: "Whole") -> "Whole":
    """Give the edges seen in a look that join two sides, straight or by one thing between them, such as an advert."""
    import numpy as np

    edges = np.flatnonzero(look.seen)
    a, b = graph.a[edges], graph.b[edges]
    ends, others = np.concatenate([a, b]), np.concatenate([b, a])
    held = side[ends] >= 0
    low, high = np.full(graph.nodes, 2 * graph.nodes), np.full(graph.nodes, -1)
    np.minimum.at(low, others[held], side[ends[held]])
    np.maximum.at(high, others[held], side[ends[held]])
    between = (high > low) & (side < 0)
    direct = (side[a] >= 0) & (side[b] >= 0) & (side[a] != side[b])
    shown: Whole = edges[direct | ((side[a] >= 0) & between[b]) | ((side[b] >= 0) & between[a])]
    return shown


def _rows(graph: Graph, edges: "Whole", span: tuple[int, int]) -> tuple[tuple[int, ...], int]:
    """Give the first rows of some edges in a stretch of time, oldest first, and count them all."""
    import numpy as np

    places = [np.arange(graph.row_first[edge], graph.row_first[edge + 1]) for edge in edges.tolist()]
    held = np.concatenate(places) if places else np.zeros(0, np.int64)
    at = graph.row_at[held]
    held = held[((at >= span[0]) & (at < span[1])) | (at == NO_TIME)]
    rows, first = np.unique(graph.row[held], return_index=True)
    order = np.lexsort((rows, graph.row_at[held][first]))
    return tuple(rows[order][:ROWS].tolist()), len(rows)
