"""Source sheets: read from YAML or a form, kept once, and asked about when their review date comes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from sqlalchemy import Connection

from palermo.adapters.sqlite import collect, record
from palermo.model.codes import NOT_ASSESSED, Evaluation, Handling
from palermo.model.errors import Unreadable, WrongUse
from palermo.model.ids import ActorId, SourceId
from palermo.model.sources import NO_SHEET, SourceSheet, sheet_not_stated
from palermo.workbench.session import Session
from palermo.workbench.views import SheetView

FIELDS = (
    "authority", "order", "scope", "until", "review_by", "zone", "country", "handling", "evaluation", "recorded_by",
)  # fmt: skip
"""What a source sheet may say."""

_MAX_SHEET_BYTES = 100_000


def read_sheet(path: Path) -> dict[str, str]:
    """Read a source sheet from a YAML file.

    Raises:
        Unreadable: it is not there, or no YAML.
        WrongUse: it says something no sheet can say.
    """
    try:
        if path.stat().st_size > _MAX_SHEET_BYTES:
            raise Unreadable(f"“{path.name}” is too long for a source sheet.")
        plain = yaml.load(path.read_text("utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone: a date is read later
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise Unreadable(
            f"The source sheet “{path.name}” cannot be read.", cause=next(iter(str(error).splitlines()), ""),
            way_out="Write it as YAML: authority, order, scope, until, review_by, zone, handling, evaluation.",
        ) from error  # fmt: skip
    if not isinstance(plain, dict):
        raise WrongUse(
            f"“{path.name}” is no source sheet.",
            way_out=f"Write lines such as “authority: …”; known are {', '.join(FIELDS)}.",
        )
    return {str(key): "" if value is None else str(value) for key, value in plain.items()}


def parse_sheet(fields: Mapping[str, str], *, ident: str, recorded_by: str) -> SourceSheet:
    """Make a sheet of its fields.

    Raises:
        WrongUse: a field is unknown, or holds no date, zone, country or code where one has to be.
    """
    strange = sorted(set(fields) - set(FIELDS) - {"order_number"})
    if strange:
        raise WrongUse(f"A source sheet has no field “{strange[0]}”.", way_out=f"Known are {', '.join(FIELDS)}.")
    text = {name: str(fields.get(name, "")).strip() for name in FIELDS}
    return SourceSheet(
        id=SourceId(ident), authority=text["authority"], order=text["order"] or str(fields.get("order_number", "")).strip(),
        scope=text["scope"], until=_day("until", text["until"]), review_by=_day("review_by", text["review_by"]),
        zone=_zone(text["zone"]), country=_country(text["country"]),
        handling=Handling.parse(text["handling"]) if text["handling"] else Handling.H1,
        evaluation=Evaluation.parse(text["evaluation"]) if text["evaluation"] else NOT_ASSESSED,
        recorded_by=ActorId(text["recorded_by"] or recorded_by),
    )  # fmt: skip


def _day(name: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise WrongUse(f"{name}: “{text}” is no date.", way_out="Write it as 2026-12-31.") from None


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key if text else ""
    except (ValueError, OSError, KeyError):
        raise WrongUse(f"zone: “{text}” is no time zone.", way_out="Write it as Europe/Brussels.") from None


def _country(text: str) -> str:
    if text and not (len(text) == 2 and text.isalpha() and text.isascii()):
        raise WrongUse(f"country: “{text}” is no country code.", way_out="Write two letters, as in BE.")
    return text.upper()


def keep_sheet(session: Session, db: Connection, fields: Mapping[str, str]) -> SourceSheet:
    """Keep a sheet, or find the one that says the same."""
    wanted = parse_sheet(fields, ident="S-?", recorded_by=session.actor.id)
    for held in collect.all_sources(db):
        if not held.erased and replace(held.sheet, id=wanted.id, recorded_by=wanted.recorded_by) == wanted:
            return held.sheet
    sheet = replace(wanted, id=SourceId(f"S-{collect.next_source_number(db)}"))
    collect.put_source(db, sheet, session.stamp())
    text = {name: value for name in ("authority", "order", "scope") if (value := str(getattr(sheet, name)))}
    record.write(
        db, session.act("add-source", subjects=[sheet.id, sheet.handling.value, str(sheet.evaluation)], text=text)
    )
    return sheet


def sheet_for(session: Session, db: Connection, source: str) -> SourceSheet:
    """Give the sheet of an id; for `S-0` or nothing the one that states no basis."""
    if source and source != NO_SHEET:
        return collect.one_source(db, source).sheet
    held = [found.sheet for found in collect.all_sources(db) if found.sheet.id == NO_SHEET]
    if held:
        return held[0]
    sheet = sheet_not_stated(session.actor.id)
    collect.put_source(db, sheet, session.stamp())
    return sheet


def is_overdue(sheet: SourceSheet, today: date) -> bool:
    """Tell whether a person's word is overdue: its rows are restricted until somebody says that they are still needed."""
    return any(day is not None and day < today for day in (sheet.until, sheet.review_by))


def restricted_sources(session: Session, db: Connection) -> set[str]:
    """Name the sources whose rows no method and no reader may use until they are reviewed."""
    today = session.now().date()
    return {held.sheet.id for held in collect.all_sources(db) if is_overdue(held.sheet, today)}


def sheet_view(held: collect.StoredSource, *, today: date, rows: int) -> SheetView:
    """Show a sheet."""
    sheet = held.sheet
    overdue = is_overdue(sheet, today)
    day = min((day for day in (sheet.until, sheet.review_by) if day is not None), default=None)
    due = ""
    if overdue:
        due = f"Due since {day}: is this source still needed? Until someone says so, its rows are restricted."
    elif day is not None and (day - today).days <= 30:
        due = f"Due on {day}: is this source still needed?"
    return SheetView(
        id=sheet.id, authority=sheet.authority, order=sheet.order, scope=sheet.scope,
        until=sheet.until.isoformat() if sheet.until else "",
        review_by=sheet.review_by.isoformat() if sheet.review_by else "",
        zone=sheet.zone, country=sheet.country, handling=sheet.handling.value, evaluation=str(sheet.evaluation),
        recorded_by=sheet.recorded_by, basis_stated=sheet.basis_stated, due=due if not held.erased else "",
        restricted=overdue, rows=rows,
    )  # fmt: skip


def list_sheets(session: Session) -> list[SheetView]:
    """List the source sheets of a case."""
    session.require("see-case")
    with session.reading() as db:
        return sheets_in(session, db)


def sheets_in(session: Session, db: Connection) -> list[SheetView]:
    """List the source sheets within a reading."""
    rows: dict[str, int] = {}
    for file in collect.all_files(db):
        if not file.erased:
            rows[file.source] = rows.get(file.source, 0) + int(str(file.counts.get("new", 0)))
    today = session.now().date()
    return [sheet_view(held, today=today, rows=rows.get(held.sheet.id, 0)) for held in collect.all_sources(db)]


def add_sheet(session: Session, fields: Mapping[str, str]) -> SheetView:
    """Record a source sheet."""
    session.require("add-source")
    with session.writing() as db:
        sheet = keep_sheet(session, db, fields)
    return next(view for view in list_sheets(session) if view.id == sheet.id)


def review_sheet(session: Session, source: str, *, keep_until: str, reason: str) -> SheetView:
    """Record that a source is still needed, until a new day.

    Raises:
        WrongUse: no reason, or the day is not to come.
    """
    session.require("review-source")
    if not reason.strip():
        raise WrongUse("A review needs a reason.", way_out="Say why the source is still needed.")
    day = _day("keep_until", keep_until)
    if day is None or day <= session.now().date():
        raise WrongUse("The new review date has to lie ahead.", way_out="Write a day to come, as 2027-06-30.")
    with session.writing() as db:
        held = collect.one_source(db, source)
        if held.sheet.until is not None and held.sheet.until < day:
            raise WrongUse(
                f"Under its order, the data of {source} may be held until {held.sheet.until}, not until {day}.",
                way_out="Choose an earlier day; or add the files again under the sheet of a new order; or erase the source.",
            )
        collect.put_source(db, replace(held.sheet, review_by=day), held.recorded_at)
        text = {"reason": reason.strip(), "keep_until": day.isoformat()}
        record.write(db, session.act("review-source", subjects=[source], text=text))
    return next(view for view in list_sheets(session) if view.id == source)
