"""Keeps a group's handle (L-17) with it as it grows; merges, splits and endings become events.

Pairs of an old and a new group are taken by the number of rows they share, most first, then the lower handle, then the
smaller first row key; each old handle goes to the first new group it meets that has none. So a group that grows keeps
its handle; of two that merge the one that brings most keeps its own; of the parts of one that splits the largest does.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from palermo.kit.sentences import counted
from palermo.model.ids import Handle, RowKey

EventKind = Literal["new", "grew", "shrank", "merged", "split", "gone"]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a handle since the last time, in a sentence."""

    handle: Handle
    kind: EventKind
    sentence: str


@dataclass(frozen=True, slots=True)
class HandleChange:
    """The handles after a change.

    Attributes:
        handles: the handle of each group, in the order the groups were given.
        events: what happened, sorted by handle number.
        next_number: the number the next new group takes.
    """

    handles: tuple[Handle, ...]
    events: tuple[Event, ...]
    next_number: int


def assign_handles(
    old: Mapping[Handle, frozenset[RowKey]], groups: Sequence[frozenset[RowKey]], next_number: int
) -> HandleChange:
    """Give each group its handle: the old one with which it shares most rows, else a new one.

    Args:
        old: the row keys of each handle last time; keep the ended ones out, for a handle is never given twice.
        groups: the row keys of each group now; no row is in two.
        next_number: the first number never given out.

    Returns:
        handles in the order of `groups`; new groups are numbered by their smallest row key, so that the order in which
        groups are given makes no difference.
    """
    shared = _shared(old, groups)
    taken: dict[int, Handle] = {}
    kept: set[Handle] = set()
    for handle, n in _in_order(shared, groups):
        if handle not in kept and n not in taken:
            taken[n] = handle
            kept.add(handle)
    number = next_number
    for n in sorted(set(range(len(groups))) - set(taken), key=lambda n: min(groups[n], default=RowKey(""))):
        taken[n] = Handle(f"L-{number}")
        number += 1
    handles = tuple(taken[n] for n in range(len(groups)))
    return HandleChange(handles, _events(old, groups, shared, handles), number)


def _shared(
    old: Mapping[Handle, frozenset[RowKey]], groups: Sequence[frozenset[RowKey]]
) -> Counter[tuple[Handle, int]]:
    """Count the rows each old group shares with each new one."""
    where = {row: n for n, group in enumerate(groups) for row in group}
    return Counter((handle, where[row]) for handle, rows in old.items() for row in rows if row in where)


def _in_order(shared: Counter[tuple[Handle, int]], groups: Sequence[frozenset[RowKey]]) -> list[tuple[Handle, int]]:
    """Order the pairs of an old and a new group: most rows in common first, then the lower handle, then the smaller first key."""
    first = {n: min(group, default=RowKey("")) for n, group in enumerate(groups)}
    return sorted(shared, key=lambda pair: (-shared[pair], _number(pair[0]), first[pair[1]]))


def _number(handle: Handle) -> int:
    return int(handle.rpartition("-")[2])


def _events(
    old: Mapping[Handle, frozenset[RowKey]],
    groups: Sequence[frozenset[RowKey]],
    shared: Counter[tuple[Handle, int]],
    handles: Sequence[Handle],
) -> tuple[Event, ...]:
    """Tell what happened to every handle, old and new; one whose rows are what they were has no event."""
    given = set(handles)
    made = [_ended(handle, shared, handles, len(rows)) for handle, rows in old.items() if handle not in given]
    for n, handle in enumerate(handles):
        if handle in old:
            made += _changed(handle, old[handle], groups[n])
        else:
            made.append(_begun(handle, n, shared, len(groups[n])))
    return tuple(sorted(made, key=lambda event: (_number(event.handle), event.kind)))


def _begun(handle: Handle, n: int, shared: Counter[tuple[Handle, int]], rows: int) -> Event:
    parents = sorted((before for before, at in shared if at == n), key=_number)
    if parents:
        return Event(handle, "split", f"{handle} was split off {' and '.join(parents)}, with {counted(rows, 'row')}.")
    return Event(handle, "new", f"{handle} was seen for the first time, with {counted(rows, 'row')}.")


def _changed(handle: Handle, before: frozenset[RowKey], now: frozenset[RowKey]) -> list[Event]:
    came, went = len(now - before), len(before - now)
    made = []
    if came:
        made.append(Event(handle, "grew", f"{handle} grew by {counted(came, 'row')}, to {len(now)}."))
    if went:
        made.append(Event(handle, "shrank", f"{handle} lost {counted(went, 'row')} and has {len(now)}."))
    return made


def _ended(handle: Handle, shared: Counter[tuple[Handle, int]], handles: Sequence[Handle], rows: int) -> Event:
    into = sorted({handles[n] for before, n in shared if before == handle}, key=_number)
    if into:
        return Event(handle, "merged", f"{handle} is now part of {' and '.join(into)}; it had {counted(rows, 'row')}.")
    return Event(handle, "gone", f"{handle} is no lead any more; it had {counted(rows, 'row')}.")
