"""Finds what else a group's contacts stand in: venues, accounts, persons, with the rows; nothing of it is scored."""

from collections import defaultdict
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


@dataclass(frozen=True, slots=True)
class _Match:
    """One row that carries a contact: its kind and key, and what it names."""

    kind: Kind
    row: RowKey
    venue: str = ""
    accounts: tuple[str, ...] = ()
    person: str = ""


Index = Mapping[str, tuple[_Match, ...]]
"""The rows of stays, accounts, persons and calls by the contact they carry."""


def link(contacts: Iterable[str], tables: Mapping[Kind, pa.Table]) -> Linked:
    """Find the stays, accounts and persons whose contact is one of `contacts`.

    Args:
        contacts: in canonical writing.
        tables: a table of `row_schema(kind)` for each kind the case holds.
    """
    return look_up(contacts, index(tables))


def index(tables: Mapping[Kind, pa.Table]) -> Index:
    """Index every row that may be linked by its contact, so that many groups can be looked up."""
    found: dict[str, list[_Match]] = defaultdict(list)
    for row, contact, venue, account, payer in _cells(tables, Kind.STAYS, "contact", "venue", "account", "payer"):
        paid = tuple(name for name in (account, payer) if name)
        found[contact].append(_Match(Kind.STAYS, RowKey(row), venue=venue, accounts=paid))
    for row, contact, account in _cells(tables, Kind.ACCOUNTS, "contact", "account"):
        found[contact].append(_Match(Kind.ACCOUNTS, RowKey(row), accounts=(account,)))
    for row, phone, record in _cells(tables, Kind.PERSONS, "phone", "record_id"):
        person = record if record.startswith("P-") else f"P-{record}"
        found[phone].append(_Match(Kind.PERSONS, RowKey(row), person=person))
    for end in ("caller", "callee"):
        for row, contact in _cells(tables, Kind.CALLS, end):
            found[contact].append(_Match(Kind.CALLS, RowKey(row)))
    found.pop("", None)
    return {contact: tuple(matches) for contact, matches in found.items()}


def look_up(contacts: Iterable[str], known: Index) -> Linked:
    """Find what an index holds for some contacts."""
    matches = [match for contact in contacts for match in known.get(contact, ())]
    return Linked(
        venues=tuple(sorted({match.venue for match in matches} - {""})),
        accounts=tuple(sorted({account for match in matches for account in match.accounts})),
        persons=tuple(sorted({match.person for match in matches} - {""})),
        rows=tuple(sorted({match.row for match in matches})),
        kinds=tuple(sorted({match.kind for match in matches})),
    )


def _cells(tables: Mapping[Kind, pa.Table], kind: Kind, *names: str) -> list[tuple[str, ...]]:
    """Give the row keys and some columns of a kind, what is not there as empty text."""
    table = tables.get(kind)
    if table is None:
        return []
    columns = [table.column(name).to_pylist() for name in ("row", *names)]
    return [tuple(str(value or "") for value in cells) for cells in zip(*columns, strict=True)]
