"""Rows set aside: shown with their reasons, mended cell by cell, and read again by themselves."""

import secrets
from collections import Counter
from collections.abc import Mapping as Dict
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime

import pyarrow as pa

from palermo.adapters.parquet.parts import PartWriter, Written, publish
from palermo.adapters.sqlite import collect, record
from palermo.intake.checking import Checked, Checker
from palermo.intake.mapping import Mapping
from palermo.kit.canon import canonical_json
from palermo.model.errors import Conflict, WrongUse
from palermo.model.ids import FileId, RowKey
from palermo.model.locators import Locator
from palermo.model.records import Kind
from palermo.model.sources import SourceSheet
from palermo.model.statements import Statement
from palermo.workbench.adding import changing
from palermo.workbench.keying import give_keys, kept_rows
from palermo.workbench.looking import shown_cells, shown_columns
from palermo.workbench.session import Session
from palermo.workbench.sheets import sheet_for
from palermo.workbench.taking import SEEN, lexicon, masker, raw_schema, report_of, rows_schema, rows_table
from palermo.workbench.views import AsidePage, AsideRow, FileReport, ReasonCount


def list_aside(session: Session, *, offset: int = 0, limit: int = 50, file: str = "", reason: str = "") -> AsidePage:
    """List open rows set aside, of one file or for one reason (as counted) where given."""
    session.require("see-set-aside")
    with session.reading() as db:
        files = {held.id: held for held in collect.all_files(db)}
        rows = collect.list_aside(db)
    if file and file not in files and file not in {held.name for held in files.values()}:
        raise WrongUse(
            f"No file “{file}” is in this case.", way_out="`palermo case show DIR --format json` lists the files."
        )
    named = [(files[row.file], row) for row in rows if row.file in files]
    by_reason = Counter(why for _, row in named for why in row.counted)
    chosen = [
        (held, row) for held, row in named
        if (not file or file in (held.name, held.id)) and (not reason or reason in row.counted)
    ]  # fmt: skip
    shown = [aside_view(held, row) for held, row in chosen[offset : offset + limit]]
    session.saw("read-set-aside", asked={"file": file, "reason": reason, "from": str(offset)})
    reasons = [ReasonCount(why, many) for why, many in sorted(by_reason.items(), key=lambda item: (-item[1], item[0]))]
    return AsidePage(shown, offset, len(chosen), reasons)


def aside_view(file: collect.StoredFile, row: collect.StoredAside) -> AsideRow:
    """Show a row set aside."""
    mapping = Mapping.from_yaml_data(file.mapping).fit(file.header)
    return AsideRow(
        id=row.id, file=file.name, sheet=file.sheet, row=row.record, kind=file.kind, header=file.header,
        columns=shown_columns(mapping), cells=shown_cells(row.cells, mapping, set(row.columns)), reasons=row.reasons,
        reason_columns=row.columns, state=row.state,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mend:
    """A row being mended: what it was, what its cells are now, and why."""

    file: collect.StoredFile
    row: collect.StoredAside
    mapping: Mapping
    sheet: SourceSheet
    cells: list[str | None]
    changed: dict[int, str]
    reason: str


def mend(session: Session, aside_id: int, *, cells: Dict[int, str], reason: str) -> FileReport:
    """Correct cells of a row set aside and read that row again.

    What stood in the file stays on record; the correction is a statement by who made it.

    Returns:
        what became of the row: new, known already, or set aside still with its reasons.

    Raises:
        WrongUse: nothing is corrected, no reason is given, or a cell is not in the row.
        Conflict: the row is not open any more.
    """
    session.require("mend-row")
    if not reason.strip():
        raise WrongUse("Mending a row needs a reason.", way_out="Say where the right value comes from.")
    with changing(session):
        mending = _begin(session, aside_id, cells, reason.strip())
        held = mending.mapping
        checker = Checker(held, lexicon(), masker(), zone=mending.sheet.zone, country=mending.sheet.country)
        checked = checker.check_cells(mending.cells, mending.row.record)
        if checked.aside or checked.rows.num_rows == 0:
            return _still_open(session, mending, checked)
        return _take_mended(session, mending, checked)


def _begin(session: Session, aside_id: int, cells: Dict[int, str], reason: str) -> _Mend:
    with session.writing() as db:
        row = collect.one_aside(db, aside_id)
        file = collect.one_file(db, row.file)
        if file is None or file.erased or row.state != "open":
            raise Conflict(f"Row {row.record} is not set aside any more.", way_out="Load the list anew.")
        sheet = sheet_for(session, db, file.source)
    width = max(len(file.header), len(row.cells))
    strange = [place for place in cells if not 0 <= place < width]
    if strange or not cells:
        raise WrongUse("Nothing of the row was corrected." if not cells else f"The row has no cell {strange[0] + 1}.")
    now = list(row.cells) + [None] * (width - len(row.cells))
    changed = {place: text for place, text in cells.items() if text != (now[place] or "")}
    for place, text in changed.items():
        now[place] = text
    mapping = Mapping.from_yaml_data(file.mapping).fit(file.header)
    return _Mend(file, row, mapping, sheet, now, changed, reason)


def _report(mending: _Mend, *, new: int, known: int, aside: tuple[str, ...], notes: list[str]) -> FileReport:
    return replace(
        report_of(mending.file), read=1, new=new, known=known, repeated=0, set_aside=1 if aside else 0,
        reasons=[ReasonCount(why, 1) for why in aside], notes=notes,
    )  # fmt: skip


def _still_open(session: Session, mending: _Mend, checked: Checked) -> FileReport:
    why = checked.aside[0].reasons if checked.aside else ()
    sentences = tuple(found.sentence for found in why) or ("The row is blank.",)
    text = {"reason": mending.reason, "outcome": "still set aside"}
    with session.writing() as db:
        record.write(db, session.act("mend-row", subjects=[mending.file.id, f"row-{mending.row.record}"], text=text))
        if why:
            fresh = replace(
                mending.row,
                counted=[found.counted for found in why],
                reasons=list(sentences),
                columns=[found.index for found in why],
            )
            collect.mark_aside(db, mending.row.id, fresh)
    return _report(
        mending, new=0, known=0, aside=sentences, notes=["What was typed does not make the row readable yet."]
    )


def _take_mended(session: Session, mending: _Mend, checked: Checked) -> FileReport:
    keyed = give_keys(session, Kind(mending.file.kind), checked.rows.column("content").combine_chunks())
    row = RowKey(keyed.rows[0].as_py())
    with ExitStack() as stack:
        parts = _parts(session, stack, mending, checked)
        kept = kept_rows(session.folder, parts[0], keyed)
        seen = stack.enter_context(PartWriter(session.folder, "seen", SEEN, secrets.token_hex(8)))
        place = [[row], [mending.file.id], [mending.row.record], [mending.row.start], [mending.row.end]]
        seen.write(
            pa.table([pa.array(value, kind) for value, kind in zip(place, SEEN.types, strict=True)], schema=SEEN)
        )
        written = [part for part in (kept, parts[1], seen.finish()) if part.rows]
    new = kept.rows
    with session.writing() as db:
        act = session.act(
            "mend-row", subjects=[mending.file.id, f"row-{mending.row.record}", session.row_tag(row)],
            text={"reason": mending.reason, "cells": canonical_json({str(at): text for at, text in mending.changed.items()})},
        )  # fmt: skip
        seq = record.write(db, act)
        publish(session.folder, written)
        collect.put_parts(db, FileId(mending.file.id), mending.file.kind, seq, written)
        collect.mark_aside(db, mending.row.id, replace(mending.row, state="mended"))
        for statement in _statements(session, mending, row, session.now()):
            collect.put_statement(db, statement, seq)
        collect.update_counts(db, mending.file.id, _recounted(mending, new))
    kept.path.unlink(missing_ok=True)
    return _report(mending, new=new, known=1 - new, aside=(), notes=["The row is in the case, as mended."])


def _parts(session: Session, stack: ExitStack, mending: _Mend, checked: Checked) -> tuple[Written, Written]:
    """Write the row, and its cells as they stood in the file."""
    tag = secrets.token_hex(8)
    width = len(mending.file.header)
    rows = stack.enter_context(PartWriter(session.folder, "rows", rows_schema(Kind(mending.file.kind)), tag))
    raw = stack.enter_context(PartWriter(session.folder, "raw", raw_schema(width), tag))
    rows.write(rows_table(checked))
    stood = [*mending.row.cells[:width], *[None] * (width - len(mending.row.cells))]
    values = [mending.row.record, *stood, mending.row.cells[width:] or None]
    schema = raw_schema(width)
    raw.write(
        pa.table([pa.array([value], kind) for value, kind in zip(values, schema.types, strict=True)], schema=schema)
    )
    return rows.finish(), raw.finish()


def _statements(session: Session, mending: _Mend, row: RowKey, at: datetime) -> list[Statement]:
    """Make the statements a person makes by mending: this cell should read so."""
    place = Locator(
        mending.file.name,
        mending.file.sha256,
        mending.row.record,
        mending.file.sheet,
        mending.row.start,
        mending.row.end,
    )
    return [
        Statement(
            subject=row, property=mending.file.header[index] if index < len(mending.file.header) else f"cell {index + 1}",
            value=text, as_written=(mending.row.cells[index] if index < len(mending.row.cells) else None) or "",
            source=mending.sheet.id, locator=place, evaluation=mending.sheet.evaluation, handling=mending.sheet.handling,
            recorded_by=session.actor.id, recorded_at=at,
        )
        for index, text in sorted(mending.changed.items())
    ]  # fmt: skip


def _recounted(mending: _Mend, new: int) -> dict[str, object]:
    """Count a file anew once a row of it was mended."""
    counts = dict(mending.file.counts)
    counts["set_aside"] = int(str(counts["set_aside"])) - 1
    counts["new"] = int(str(counts["new"])) + new
    counts["known"] = int(str(counts["known"])) + 1 - new
    reasons = counts.get("reasons", {})
    left = Counter(reasons if isinstance(reasons, dict) else {})
    left.subtract(mending.row.counted)
    return counts | {
        "mended": int(str(counts.get("mended", 0))) + 1,
        "reasons": {why: many for why, many in left.items() if many > 0},
    }
