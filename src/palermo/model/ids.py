"""The ids of the house, as types, so that one kind cannot be passed for another."""

from typing import NewType

RowKey = NewType("RowKey", str)
"""A row's key: a digest of its kind, its rule-readable values and its occurrence among equal ones."""

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
