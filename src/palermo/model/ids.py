"""The ids of the house, as types, so that one kind cannot be passed for another."""

from typing import NewType

RowKey = NewType("RowKey", str)
"""A row's key: a digest of its kind, its rule-readable values and its occurrence among equal ones."""

_VENUE = ":venue"


def venue_of(row: RowKey) -> RowKey:
    """Give the key of the venue a row of stays names: another record than the guest the same row names."""
    return RowKey(row + _VENUE)


def is_venue(record: RowKey) -> bool:
    """Tell whether a record is a venue."""
    return record.endswith(_VENUE)


def source_row(record: RowKey) -> RowKey:
    """Give the row a record stands in: its own key, or for a venue that of the row of stays which names it."""
    return RowKey(record.removesuffix(_VENUE))


SourceId = NewType("SourceId", str)
"""A source sheet's id within its case: `S-1`, `S-2`, …; `S-0` is “basis not stated”."""

FileId = NewType("FileId", str)
"""A file's id within its case: a digest of its bytes, sheet and mapping."""

FindingId = NewType("FindingId", str)
"""A finding's id: a digest of its rule, version, parameters and row keys."""

LeadId = NewType("LeadId", str)
"""A lead's id: a digest of the findings it joins."""

Handle = NewType("Handle", str)
"""A case's own name for a group, `L-17`; it stays with the group as the group grows."""

ActorId = NewType("ActorId", str)
"""Who acts: an account name, never a person's particulars."""
