"""Shows a row as it stood in its file, with the rows around it, whose it is, and what was read out of it."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect, results
from palermo.intake.mapping import MappedHeader, Mapping
from palermo.model.errors import NotFound
from palermo.model.ids import RowKey
from palermo.model.locators import Locator
from palermo.model.records import COLUMNS, Kind
from palermo.model.statements import Statement
from palermo.workbench.session import Session
from palermo.workbench.sheets import is_overdue
from palermo.workbench.views import (
    CellView,
    EvidenceView,
    LocatorView,
    NeighbourRow,
    SightingView,
    StatementView,
)

AROUND = 2
"""How many rows before and after are shown."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where the row stands, with all that is to be shown of it."""

    seen: query.Sighting
    file: collect.StoredFile
    source: collect.StoredSource
    mapping: Mapping
    around: Dict[int, list[str | None]]
    mended: bool


def evidence(session: Session, row: str, *, purpose: str = "") -> EvidenceView:
    """Show a row; with a purpose, its protected cells too.

    Raises:
        NotFound: the case holds no such row.
        Refused: the actor may not see it, or not its protected cells.
    """
    session.require("see-evidence")
    if purpose:
        session.require("see-apart", purpose)
    with session.reading() as db:
        values, kind = _values(session, db, row)
        places = _places(session, db, RowKey(row))
        if not places and values is None:
            raise NotFound(f"There is no row “{row}” in this case.", cause="It was never added, or it was erased.")
        findings = results.findings_on(db, row)
        mended = [_mended(made) for made in collect.statements_on(db, row)]
    action = "read-apart" if purpose else "read-row"
    session.saw(action, subjects=[session.row_tag(row)], purpose=purpose)
    today = session.now().date()
    sightings = [_sighting(place, open_apart=bool(purpose), today=today) for place in places]
    statements = (
        _statements(kind, values or {}, places[0], sightings[0]) if places and not sightings[0].restricted else []
    )
    return EvidenceView(
        row=row, kind=kind.value, sightings=sightings, statements=[*statements, *mended], findings=findings, erased=""
    )


def _values(session: Session, db: Connection, row: str) -> tuple[dict[str, object] | None, Kind]:
    """Find the typed values of a row and its kind."""
    parts = collect.list_parts(db, layer="rows")
    for kind in sorted({part.kind for part in parts}):
        found = query.rows_by_key(session.folder, [part.name for part in parts if part.kind == kind], [row])
        if found:
            return found[0], Kind(kind)
    return None, Kind.CLAIMS


def _places(session: Session, db: Connection, row: RowKey) -> list[_Place]:
    files = {held.id: held for held in collect.all_files(db)}
    sources = {held.sheet.id: held for held in collect.all_sources(db)}
    seen = [part.name for part in collect.list_parts(db, layer="seen")]
    asides = {(one.file, one.record) for one in collect.list_aside(db, state="mended")}
    found = []
    for place in query.sightings(session.folder, seen, [row]).get(row, []):
        file = files.get(place.file)
        if file is None or file.erased:
            continue
        raw = [part.name for part in collect.list_parts(db, layer="raw", file=file.id)]
        around = query.cells(session.folder, raw, place.record - AROUND, place.record + AROUND)
        for one in collect.list_aside(db, file=file.id):
            if abs(one.record - place.record) <= AROUND:
                around.setdefault(one.record, one.cells)
        mapping = Mapping.from_yaml_data(file.mapping).fit(file.header)
        found.append(_Place(place, file, sources[file.source], mapping, around, (file.id, place.record) in asides))
    return sorted(found, key=lambda one: (one.file.number, one.seen.record))


def _sighting(place: _Place, *, open_apart: bool, today: date) -> SightingView:
    sheet = place.source.sheet
    restricted = ""
    if is_overdue(sheet, today):
        restricted = f"Restricted: the source {sheet.id} is overdue for review. Its rows are shown again once somebody reviews it."
    apart = {found.index for found in place.mapping.columns if found.role == "apart"}

    def neighbour(record: int) -> NeighbourRow:
        cells = place.around[record]
        return NeighbourRow(record, [None if at in apart else cell for at, cell in enumerate(cells)])

    near = sorted(place.around) if not restricted else []
    whose = ", ".join(filter(None, (sheet.authority, sheet.order)))
    return SightingView(
        locator=_locator(place), source_id=sheet.id, authority=whose, basis_stated=sheet.basis_stated,
        evaluation=str(sheet.evaluation), handling=sheet.handling.value, recorded_by=place.file.recorded_by,
        recorded_at=place.file.recorded_at, header_row=place.file.header_row,
        cells=[] if restricted else _cells(place, open_apart=open_apart),
        before=[neighbour(record) for record in near if record < place.seen.record],
        after=[neighbour(record) for record in near if record > place.seen.record], restricted=restricted,
    )  # fmt: skip


def _locator(place: _Place) -> LocatorView:
    seen, file = place.seen, place.file
    said = Locator(file.name, file.sha256, seen.record, file.sheet, seen.start, seen.end)
    words = f"{said} (mended)" if place.mended else str(said)
    return LocatorView(file.name, words, file.name, file.sha256, seen.record, file.sheet, seen.start, seen.end)


def _cells(place: _Place, *, open_apart: bool) -> list[CellView]:
    cells = place.around.get(place.seen.record, [])
    shown = []
    for at, value in enumerate(cells):
        column = place.mapping.columns[at] if at < place.mapping.width else MappedHeader(at, "", "unknown")
        hidden = column.role == "apart" and not open_apart
        shown.append(
            CellView(
                header=column.header or f"cell {at + 1}", value=None if hidden else value, column=column.column,
                role=column.role, hidden=hidden and bool(value), read_as=column.column, used=column.role == "column",
            )
        )  # fmt: skip
    return shown


def _statements(kind: Kind, values: dict[str, object], place: _Place, shown: SightingView) -> list[StatementView]:
    """Show a row's values as statements: what was read, as it was written, and whose it is."""
    written: dict[str, list[str]] = {}
    for cell in shown.cells:
        if cell.column and cell.value:
            written.setdefault(cell.column, []).append(cell.value)
    sheet = place.source.sheet
    return [
        StatementView(
            property=column.name, value=_text(values[column.name]), as_written=" ".join(written.get(column.name, [])),
            source_id=sheet.id, locator=shown.locator.locator, evaluation=str(sheet.evaluation), handling=sheet.handling.value,
            recorded_by=place.file.recorded_by, recorded_at=place.file.recorded_at,
        )
        for column in COLUMNS[kind]
        if values.get(column.name) is not None
    ]  # fmt: skip


def _mended(made: Statement) -> StatementView:
    """Show what a person asserted by mending."""
    return StatementView(
        property=made.property, value=made.value, as_written=made.as_written, source_id=made.source, locator=f"{made.locator} (mended)",
        evaluation=str(made.evaluation), handling=made.handling.value, recorded_by=made.recorded_by,
        recorded_at=made.recorded_at.isoformat(),
    )  # fmt: skip


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def what_is(session: Session, ident: str) -> str:
    """Tell whether an id names a lead, a finding or a row: `lead`, `finding`, `row`.

    Raises:
        NotFound: it names none of them.
    """
    with session.reading() as db:
        for kind, find in (("lead", results.one_lead), ("finding", results.one_finding)):
            try:
                find(db, ident)
            except NotFound:
                continue
            return kind
        if _values(session, db, ident)[0] is not None:
            return "row"
    raise NotFound(
        f"Nothing in this case goes by “{ident}”.",
        way_out="Give a lead's handle (L-1) or the id of a lead, finding or row.",
    )
