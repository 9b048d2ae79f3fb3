"""The venues of a case: what rows of stays say of the place, apart from who stayed there; each is one record to compare."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.model.ids import RowKey, source_row, venue_of
from palermo.model.records import Kind

if TYPE_CHECKING:
    import pyarrow as pa

KIND = "venue"
"""What a venue is called, in the comparison and wherever a kind of record is shown."""

BESIDE = ("venue_kind", "country", "host_account")
"""What else of a venue is shown, and never compared; nothing of the guest."""

_SAME = ("venue", "address", "city", "country")
"""Rows of stays that say the same of these are of one venue, and one record."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue as rows of stays write it.

    Attributes:
        record: the key by which it is judged.
        values: `name` and `address`, as compared.
        rows: the rows that write it so, sorted.
    """

    record: RowKey
    values: Mapping[str, str]
    rows: Sequence[RowKey]


def venues_of(stays: "pa.Table | None", spoken: Set[RowKey] = frozenset()) -> list[Venue]:
    """Lay out the venues that have a name, by the key of their records.

    Args:
        stays: the rows of stays; None where the case has none.
        spoken: records that people spoke of: such a row stands for its venue, so that a word stays on it as stays are added.
            Otherwise the first row does.
    """
    if stays is None or not stays.num_rows:
        return []
    grouped = stays.select(["row", *_SAME]).group_by(list(_SAME)).aggregate([("row", "list")])
    found = []
    for values in grouped.to_pylist():
        told = texts(values)
        if told.get("name"):
            rows = sorted(RowKey(row) for row in values["row_list"])
            stands = next((row for row in rows if venue_of(row) in spoken), rows[0])
            found.append(Venue(venue_of(stands), told, rows))
    return sorted(found, key=lambda one: one.record)


def texts(values: Mapping[str, object]) -> dict[str, str]:
    """Give what is compared of a venue, out of a row of stays; what is not there is left out."""
    name, *where = (str(values.get(column) or "").strip() for column in ("venue", "address", "city"))
    told = {"name": name, "address": ", ".join(part for part in where if part)}
    return {what: value for what, value in told.items() if value}


def leads_of_venues(
    tables: "Mapping[Kind, pa.Table]", spoken: Set[RowKey], leads: Mapping[RowKey, Iterable[str]]
) -> dict[RowKey, set[str]]:
    """Tell which leads a venue hangs on: those that any of its stays hangs on."""
    found: dict[RowKey, set[str]] = {}
    for venue in venues_of(tables.get(Kind.STAYS), spoken) if leads else ():
        hangs = {handle for row in venue.rows for handle in leads.get(source_row(row), ())}
        if hangs:
            found[venue.record] = hangs
    return found
