"""Finds what else a group's contacts stand in: venues, accounts, persons, with the rows; nothing of it is scored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from palermo.model.ids import RowKey
from palermo.model.records import Kind


@dataclass(frozen=True, slots=True)
class Linked:
    """What shares a contact with a group; each tuple is sorted. Persons are `P-` and their record id, listed, not scored."""

    venues: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    rows: tuple[RowKey, ...] = ()
    kinds: tuple[Kind, ...] = ()


def link(contacts: Iterable[str], tables: Mapping[Kind, pa.Table]) -> Linked:
    """Find the stays, accounts and persons whose contact is one of `contacts`.

    Args:
        contacts: in canonical writing.
        tables: a table of `row_schema(kind)` for each kind the case holds.
    """
    del contacts, tables
    return Linked()
