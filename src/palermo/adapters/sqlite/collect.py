"""What came into the case: source sheets, files, parts, remembered mappings, rows set aside, mended cells."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from palermo.adapters.sqlite.schema import aside, files, mappings, parts, sources, statements
from palermo.kit.canon import canonical_json
from palermo.model.codes import Evaluation, Handling
from palermo.model.errors import NotFound
from palermo.model.ids import ActorId, FileId, RowKey, SourceId
from palermo.model.locators import Locator
from palermo.model.sources import SourceSheet
from palermo.model.statements import Statement

if TYPE_CHECKING:
    from palermo.adapters.parquet.parts import Written


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A source sheet as kept, and what of it was erased."""

    sheet: SourceSheet
    recorded_at: str
    erased: str


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file, or one sheet of it, as taken into the case; `number` is its order of coming.

    `counts` holds read, new, known, repeated, set_aside and the counts by reason.
    """

    id: FileId
    number: int
    source: SourceId
    kind: str
    name: str
    sheet: str
    sha256: str
    header: list[str]
    header_row: int
    mapping: dict[str, object]
    counts: dict[str, object]
    notes: list[str]
    recorded_by: str
    recorded_at: str
    seq: int
    erased: str = ""


@dataclass(frozen=True, slots=True)
class StoredAside:
    """A row set aside as kept; `reasons` and `columns` go together, a column of -1 being the row as a whole.

    `counted` says the reasons again without the values, as they are shown beside a count.
    """

    id: int
    file: FileId
    record: int
    start: int | None
    end: int | None
    counted: list[str]
    reasons: list[str]
    columns: list[int]
    cells: list[str | None] = field(hash=False)
    state: str = "open"


def _sheet_json(sheet: SourceSheet) -> str:
    plain = asdict(sheet) | {"evaluation": str(sheet.evaluation), "handling": sheet.handling.value}
    plain["until"] = sheet.until.isoformat() if sheet.until else ""
    plain["review_by"] = sheet.review_by.isoformat() if sheet.review_by else ""
    return canonical_json(plain)


def _sheet_from(text: str) -> SourceSheet:
    plain: dict[str, str] = json.loads(text)
    return SourceSheet(
        id=SourceId(plain["id"]), authority=plain["authority"], order=plain["order"], scope=plain["scope"],
        until=date.fromisoformat(plain["until"]) if plain["until"] else None,
        review_by=date.fromisoformat(plain["review_by"]) if plain["review_by"] else None,
        zone=plain["zone"], country=plain["country"], handling=Handling(plain["handling"]),
        evaluation=Evaluation.parse(plain["evaluation"]), recorded_by=ActorId(plain["recorded_by"]),
    )  # fmt: skip


def put_source(db: Connection, sheet: SourceSheet, at: str) -> None:
    """Keep a new source sheet, or a sheet changed by a review."""
    known = db.execute(select(sources.c.id).where(sources.c.id == sheet.id)).first()
    if known:
        db.execute(update(sources).where(sources.c.id == sheet.id).values(sheet=_sheet_json(sheet)))
    else:
        number = int(sheet.id.removeprefix("S-"))
        db.execute(
            insert(sources).values(id=sheet.id, number=number, sheet=_sheet_json(sheet), recorded_at=at, erased="")
        )


def all_sources(db: Connection) -> list[StoredSource]:
    """List source sheets in their order."""
    rows = db.execute(select(sources).order_by(sources.c.number))
    return [StoredSource(_sheet_from(row.sheet), row.recorded_at, row.erased) for row in rows]


def one_source(db: Connection, source: str) -> StoredSource:
    """Find a source sheet.

    Raises:
        NotFound: there is none of that id.
    """
    row = db.execute(select(sources).where(sources.c.id == source)).first()
    if row is None:
        raise NotFound(
            f"There is no source “{source}” in this case.", way_out="List them with `palermo source list DIR`."
        )
    return StoredSource(_sheet_from(row.sheet), row.recorded_at, row.erased)


def next_source_number(db: Connection) -> int:
    """Give the number of the next sheet; `S-0` is kept for what came without one."""
    return int(db.execute(select(func.coalesce(func.max(sources.c.number), 0))).scalar_one()) + 1


def put_file(db: Connection, file: StoredFile, written: Sequence["Written"]) -> None:
    """List a file and its parts; from the commit on they are in the case."""
    plain = asdict(file)
    for name in ("header", "mapping", "counts", "notes"):
        plain[name] = canonical_json(plain[name])
    db.execute(insert(files).values(**plain))
    put_parts(db, file.id, file.kind, file.seq, written)


def drop_erased_file(db: Connection, file: FileId) -> None:
    """Take the tombstone of an erased file away, when the file is lawfully given again."""
    db.execute(delete(files).where(files.c.id == file, files.c.erased != ""))


def put_parts(db: Connection, file: FileId, kind: str, seq: int, written: Iterable["Written"]) -> None:
    """List parts of a file. A part equal to one already listed (the same few rows mended twice) stays listed once."""
    for part in written:
        known = db.execute(select(parts.c.name).where(parts.c.name == part.name)).first()
        if not known:
            db.execute(
                insert(parts).values(
                    name=part.name, layer=part.layer, kind=kind, file=file, rows=part.rows, sha256=part.sha256, seq=seq
                )
            )


def all_files(db: Connection) -> list[StoredFile]:
    """List the files in their order of coming."""
    return [_file(row) for row in db.execute(select(files).order_by(files.c.number)).mappings()]


def one_file(db: Connection, file: str) -> StoredFile | None:
    """Find a file by its id; None when it is not in the case."""
    row = db.execute(select(files).where(files.c.id == file)).mappings().first()
    return _file(row) if row else None


def _file(row: RowMapping) -> StoredFile:
    plain = dict(row)
    for name in ("header", "mapping", "counts", "notes"):
        plain[name] = json.loads(plain[name])
    return StoredFile(**plain)


def next_file_number(db: Connection) -> int:
    """Give the next file's number."""
    return int(db.execute(select(func.coalesce(func.max(files.c.number), 0))).scalar_one()) + 1


def update_counts(db: Connection, file: FileId, counts: dict[str, object]) -> None:
    """Write a file's counts anew, after mending."""
    db.execute(update(files).where(files.c.id == file).values(counts=canonical_json(counts)))


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A part as listed."""

    name: str
    layer: str
    kind: str
    file: FileId
    rows: int
    sha256: str
    seq: int


def list_parts(db: Connection, *, layer: str = "", kind: str = "", file: str = "") -> list[StoredPart]:
    """List parts, of one layer, kind or file where given, in a fixed order."""
    query = select(parts).order_by(parts.c.seq, parts.c.name)
    for column, value in ((parts.c.layer, layer), (parts.c.kind, kind), (parts.c.file, file)):
        if value:
            query = query.where(column == value)
    return [StoredPart(**row) for row in db.execute(query).mappings()]


def drop_part(db: Connection, name: str) -> None:
    """Take a part off the list; its file is swept after the commit."""
    db.execute(delete(parts).where(parts.c.name == name))


def remember_mapping(db: Connection, source: str, header: str, mapping: dict[str, object]) -> None:
    """Remember a mapping for a source and a set of headers."""
    db.execute(delete(mappings).where(mappings.c.source == source, mappings.c.header == header))
    db.execute(insert(mappings).values(source=source, header=header, mapping=canonical_json(mapping)))


def remembered_mapping(db: Connection, source: str, header: str) -> dict[str, object] | None:
    """Recall a mapping."""
    text = db.execute(
        select(mappings.c.mapping).where(mappings.c.source == source, mappings.c.header == header)
    ).scalar()
    return json.loads(text) if text else None


def put_aside(db: Connection, file: FileId, rows: Iterable[StoredAside]) -> None:
    """Keep rows set aside."""
    values = [
        {
            "file": file, "record": row.record, "start": row.start, "end": row.end, "state": row.state,
            "counted": canonical_json(row.counted), "reasons": canonical_json(row.reasons),
            "columns": canonical_json(row.columns), "cells": canonical_json(row.cells),
        }
        for row in rows
    ]  # fmt: skip
    if values:
        db.execute(insert(aside), values)


def list_aside(db: Connection, *, file: str = "", state: str = "open") -> list[StoredAside]:
    """List rows set aside, in the order of files and rows."""
    query = select(aside).order_by(aside.c.id)
    if file:
        query = query.where(aside.c.file == file)
    if state:
        query = query.where(aside.c.state == state)
    return [_aside(row) for row in db.execute(query).mappings()]


def one_aside(db: Connection, aside_id: int) -> StoredAside:
    """Find a row set aside.

    Raises:
        NotFound: there is none of that number.
    """
    row = db.execute(select(aside).where(aside.c.id == aside_id)).mappings().first()
    if row is None:
        raise NotFound(f"No row is set aside under the number {aside_id}.")
    return _aside(row)


def _aside(row: RowMapping) -> StoredAside:
    plain = dict(row)
    for name in ("counted", "reasons", "columns", "cells"):
        plain[name] = json.loads(plain[name])
    return StoredAside(**plain)


def mark_aside(db: Connection, aside_id: int, row: StoredAside) -> None:
    """Write a set-aside row anew: mended, or open still with other reasons."""
    db.execute(
        update(aside)
        .where(aside.c.id == aside_id)
        .values(
            state=row.state,
            counted=canonical_json(row.counted),
            reasons=canonical_json(row.reasons),
            columns=canonical_json(row.columns),
            cells=canonical_json(row.cells),
        )
    )


def put_statement(db: Connection, statement: Statement, seq: int) -> None:
    """Keep what a person asserts."""
    plain = asdict(statement) | {
        "locator": canonical_json(asdict(statement.locator)),
        "evaluation": str(statement.evaluation), "handling": statement.handling.value,
        "recorded_at": statement.recorded_at.isoformat(), "seq": seq,
    }  # fmt: skip
    db.execute(insert(statements).values(**plain))


def statements_on(db: Connection, subject: str) -> list[Statement]:
    """List what people assert of a row, oldest first."""
    rows = db.execute(select(statements).where(statements.c.subject == subject).order_by(statements.c.id)).mappings()
    return [
        Statement(
            subject=RowKey(row["subject"]), property=row["property"], value=row["value"], as_written=row["as_written"],
            source=SourceId(row["source"]), locator=Locator(**json.loads(row["locator"])),
            evaluation=Evaluation.parse(row["evaluation"]), handling=Handling(row["handling"]),
            recorded_by=ActorId(row["recorded_by"]), recorded_at=datetime.fromisoformat(row["recorded_at"]),
        )
        for row in rows
    ]  # fmt: skip
