"""The records that may be one: which rows of a case they are, how they are named, and their values beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect
from palermo.adapters.sqlite.identity_pairs import leads_by_record
from palermo.model.errors import NotFound, WrongUse
from palermo.model.ids import RowKey, is_venue, source_row, venue_of
from palermo.model.records import Kind
from palermo.workbench import identity_venues
from palermo.workbench.identity_views import FieldView, RecordView
from palermo.workbench.session import Session
from palermo.workbench.sheets import restricted_sources
from palermo.workbench.showing import Places, places_of

SHORTEST = 8
"""The fewest digits by which a row's key can be named."""

COMPARED: dict[Kind, dict[str, str]] = {
    Kind.PERSONS: {
        "name": "name", "name_native": "name_native", "birth_date": "birth_date", "document_no": "document_no",
        "phone": "phone", "address": "address",
    },
    Kind.DOCUMENTS: {"name": "holder", "document_no": "document_no"},
    Kind.ACCOUNTS: {"name": "holder", "phone": "contact", "address": "address"},
    Kind.STAYS: {"name": "guest", "document_no": "document_no", "phone": "contact"},
}  # fmt: skip
"""The kinds whose rows name a person, and the column that holds each thing that is compared."""

_BESIDE: dict[Kind, tuple[str, ...]] = {
    Kind.PERSONS: ("record_id",),
    Kind.DOCUMENTS: ("kind", "issued_by", "found_at", "held_by", "note"),
    Kind.ACCOUNTS: ("account", "opened_at", "controlled_by"),
    Kind.STAYS: ("stay_id", "venue", "city", "check_in", "check_out", "unit"),
}
"""What else of a record is shown, and never compared."""

_RESTRICTED = "Its source is overdue for review: its values are shown again once somebody reviews it."


@dataclass(frozen=True, slots=True)
class Record:
    """A record as kept: its key, the kind of its row, its values as text, by the name of what is compared or of the column."""

    row: RowKey
    kind: Kind
    values: Mapping[str, str]
    restricted: bool

    @property
    def label(self) -> str:
        """What to call it by: a name, or else the first thing it says."""
        if self.restricted:
            return short(self.row)
        values = self.values
        return values.get("name") or values.get("name_native") or next(iter(values.values()), short(self.row))

    @property
    def sort(self) -> str:
        """What it is: its row's kind, or a venue."""
        return identity_venues.KIND if is_venue(self.row) else self.kind.value


@dataclass(frozen=True, slots=True)
class Records:
    """Some records of a case, with where they stand and the leads they hang on."""

    by_row: Mapping[RowKey, Record]
    places: Places
    leads: Mapping[RowKey, frozenset[str]]

    def view(self, row: RowKey) -> RecordView:
        """Show a record; one that is gone keeps its key alone."""
        record = self.by_row.get(row)
        if record is None:
            return RecordView(source_row(row), row, "", short(row), "", "", [], "")
        place = self.places.ref(source_row(row))
        leads = sorted(self.leads.get(row, ()), key=lambda handle: (len(handle), handle))
        restricted = _RESTRICTED if record.restricted else ""
        return RecordView(
            source_row(row), row, record.sort, record.label, place.source, place.locator, leads, restricted
        )

    def label(self, row: RowKey) -> str:
        """Say what to call a record by."""
        record = self.by_row.get(row)
        return record.label if record else short(row)

    def are_open(self, rows: Iterable[RowKey]) -> bool:
        """Tell whether the values of all these records may be shown."""
        return all(row in self.by_row and not self.by_row[row].restricted for row in rows)


def read_records(session: Session, db: Connection, rows: Iterable[RowKey]) -> Records:
    """Read some records of the case; keys that are no record that is compared are left out."""
    records = set(rows)
    wanted = sorted({source_row(row) for row in records})
    places = places_of(session, db, wanted)
    barred = _barred(session, db, wanted)
    found: dict[RowKey, Record] = {}
    for kind, values in query.rows_of_kinds(session.folder, _parts(db), wanted):
        row = RowKey(str(values["row"]))
        if row in records:
            found[row] = Record(row, kind, _texts(kind, values), row in barred)
        if venue_of(row) in records and kind is Kind.STAYS:
            found[venue_of(row)] = Record(venue_of(row), kind, _texts_of_venue(values), row in barred)
    return Records(found, places, leads_by_record(db))


def _parts(db: Connection) -> dict[Kind, list[str]]:
    """Name the parts of each kind whose rows name a person."""
    listed = collect.list_parts(db, layer="rows")
    return {kind: [part.name for part in listed if part.kind == kind] for kind in COMPARED}


def _texts(kind: Kind, values: Mapping[str, object]) -> dict[str, str]:
    """Give a row's values as text, what is compared first; what is not there is left out."""
    columns = COMPARED[kind] | {column: column for column in _BESIDE[kind]}
    return {what: str(values[column]) for what, column in columns.items() if values.get(column) not in (None, "")}


def _texts_of_venue(values: Mapping[str, object]) -> dict[str, str]:
    """Give what a row of stays says of the venue; nothing of the guest."""
    beside = {column: str(values[column]) for column in identity_venues.BESIDE if values.get(column) not in (None, "")}
    return identity_venues.texts(values) | beside


def short(record: RowKey) -> str:
    """Name a record in few letters, as it can be typed."""
    return venue_of(RowKey(record[:SHORTEST])) if is_venue(record) else record[:SHORTEST]


def _barred(session: Session, db: Connection, rows: Sequence[RowKey]) -> set[RowKey]:
    """Name the rows that stand in no source that may be read now."""
    barred = restricted_sources(session, db)
    if not barred:
        return set()
    sources = {held.id: held.source for held in collect.all_files(db)}
    seen = [part.name for part in collect.list_parts(db, layer="seen")]
    found = query.sightings(session.folder, seen, rows)
    return {row for row, places in found.items() if all(sources.get(place.file) in barred for place in places)}


def beside(one: Record, other: Record) -> list[FieldView]:
    """Lay the values of two records beside each other, what both have first compared as written."""
    names = [*one.values, *(what for what in other.values if what not in one.values)]
    order = {what: at for at, what in enumerate(COMPARED[Kind.PERSONS])}
    fields = []
    for what in sorted(names, key=lambda what: order.get(what, len(order))):
        left, right = one.values.get(what, ""), other.values.get(what, "")
        same = " ".join(left.split()).casefold() == " ".join(right.split()).casefold()
        mark = ("equal" if same else "differs") if left and right else "one" if left else "other"
        if what not in order:
            mark = "beside"
        fields.append(FieldView(what, left, right, mark))  # type: ignore[arg-type]
    return fields


def find_record(session: Session, db: Connection, name: str) -> RowKey:
    """Find the one record a name means; of equal rows the first, which is the one that is compared.

    Args:
        session: the case.
        db: an open transaction of it.
        name: a row's key, its beginning (eight digits or more), or a record id of a person that no other has; with `:venue`
            behind it, the venue that a row of stays names.

    Raises:
        NotFound: nothing goes by that name.
        WrongUse: it means several records, or a row that names neither a person nor a venue.
    """
    wanted = name.strip()
    if is_venue(RowKey(wanted)):
        return _find_venue(session, db, source_row(RowKey(wanted)))
    found = query.first_rows_named(session.folder, _parts(db), wanted, SHORTEST) if _is_text(wanted) else set()
    exact = {row for row in found if row == wanted}
    rows = sorted(exact or found)
    if len(rows) == 1:
        return rows[0]
    if rows:
        shown = ", ".join(rows[:5]) + (", …" if len(rows) > 5 else "")
        raise WrongUse(f"“{wanted}” means several records.", way_out=f"Name one by its row's key: {shown}.")
    others = [part.name for part in collect.list_parts(db, layer="rows") if part.kind not in COMPARED]
    if len(wanted) >= SHORTEST and _is_text(wanted) and query.keys_beginning(session.folder, others, wanted):
        kinds = ", ".join(kind.value for kind in COMPARED)
        raise WrongUse(f"The row “{wanted}” names no person.", way_out=f"Name a row of one of the kinds {kinds}.")
    raise _no_record(wanted)


def _find_venue(session: Session, db: Connection, wanted: RowKey) -> RowKey:
    """Find the venue named by a row of stays."""
    parts = {Kind.STAYS: _parts(db)[Kind.STAYS]}
    rows = sorted(query.first_rows_named(session.folder, parts, wanted, SHORTEST)) if _is_text(wanted) else []
    if len(rows) > 1:
        raise WrongUse(f"“{venue_of(wanted)}” means several venues.", way_out="Give more digits of the row's key.")
    named = [values for _, values in query.rows_of_kinds(session.folder, parts, rows)]
    if not named or not identity_venues.texts(named[0]).get("name"):
        raise _no_record(venue_of(wanted))
    return venue_of(rows[0])


def _no_record(wanted: str) -> NotFound:
    return NotFound(
        f"There is no record “{wanted}” in this case.",
        cause="It was never added, or it was erased.",
        way_out="Give a row's key, its first eight digits or more, or the record id of a person.",
    )


def _is_text(typed: str) -> bool:
    """Tell whether what was typed is text that can be written and asked for."""
    return bool(typed) and "\0" not in typed and not any("\ud800" <= letter <= "\udfff" for letter in typed)


def need_reason(reason: str, what: str) -> str:
    """Give a reason without the blanks around it.

    Raises:
        WrongUse: there is none, or it cannot be written.
    """
    if not reason.strip():
        raise WrongUse(f"{what} needs a reason.", way_out='Give it: --reason "…".')
    if not _is_text(reason):
        raise WrongUse("The reason holds characters that cannot be written.", way_out="Type it anew.")
    return reason.strip()
