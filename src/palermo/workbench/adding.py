"""Adds files to a case: each file, and each sheet of a workbook, is planned, read and committed by itself."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from palermo.adapters.parquet.parts import sweep
from palermo.adapters.readers import Opened, open_tables
from palermo.adapters.sqlite import collect, erased
from palermo.adapters.sqlite.engine import scrub
from palermo.intake.mapping import Mapping
from palermo.kit.progress import Progress, silent
from palermo.model.errors import PalermoError, Unreadable, Unsure, WrongUse
from palermo.model.raw import RawTable
from palermo.model.records import Kind
from palermo.model.sources import SourceSheet
from palermo.workbench.planning import TEMPLATE, Looked, look, plan_of, read_mapping, write_template
from palermo.workbench.session import Session
from palermo.workbench.sheets import keep_sheet, read_sheet, sheet_for
from palermo.workbench.taking import take
from palermo.workbench.views import AddReport, FileReport

Confirm = Callable[[str, Looked], bool]
"""Shows a person what a file's columns were taken for; answers whether to go on."""


@contextmanager
def changing(session: Session) -> Iterator[None]:
    """Hold the case for a change of its collections, and clear what an interrupted run left."""
    with session.holding():
        with session.reading() as db:
            listed = [part.name for part in collect.list_parts(db)]
            pending = erased.is_pending(db)
        sweep(session.folder, listed)
        if pending:  # an erasure was committed and its run was stopped before the file was overwritten
            clear_inbox(session.folder)
            scrub(session.engine)
            with session.writing() as db:
                erased.scrubbed(db)
        yield


def clear_inbox(folder: Path) -> None:
    """Delete files that were laid down for a look and not taken."""
    shutil.rmtree(folder / "inbox", ignore_errors=True)


@dataclass(frozen=True, slots=True)
class AddWish:
    """How a person wants files to be read.

    Attributes:
        kind: the kind of record; empty to have it guessed.
        mapping: a mapping in YAML; None to have it remembered or guessed.
        source: a source sheet in YAML; None where there is none, and then the basis is “not stated”.
        confirm: asks a person at a terminal; None takes the guess and reports it.
    """

    kind: str = ""
    mapping: Path | None = None
    source: Path | None = None
    confirm: Confirm | None = None


@dataclass(frozen=True, slots=True)
class _Order:
    """A wish with its files read."""

    kind: str
    mapping: Mapping | None
    sheet: SourceSheet
    confirm: Confirm | None
    progress: Progress


def add(session: Session, files: Sequence[Path], wish: AddWish, progress: Progress = silent) -> AddReport:
    """Read exports into the case.

    A file that cannot be read is reported with its reason (`refused`), and the others are read all the same.

    Raises:
        WrongUse: there is no such kind, or the mapping or the source sheet is not in order.
    """
    session.require("add-data")
    if wish.kind and wish.kind not in set(Kind):
        raise WrongUse(f"There is no kind “{wish.kind}”.", way_out=f"Kinds are {', '.join(Kind)}.")
    given = read_mapping(wish.mapping) if wish.mapping else None
    fields = read_sheet(wish.source) if wish.source else None
    with changing(session):
        with session.writing() as db:
            sheet = keep_sheet(session, db, fields) if fields is not None else sheet_for(session, db, "")
        order = _Order(wish.kind, given, sheet, wish.confirm, progress)
        return AddReport([report for path in files for report in _add_file(session, path, order)])


def _add_file(session: Session, path: Path, order: _Order) -> list[FileReport]:
    try:
        if path.name.endswith(TEMPLATE):
            raise WrongUse(
                "It is a mapping, not an export.", way_out=f"Correct it, and add its file with --mapping {path.name}."
            )
        opened = open_tables(path)
    except PalermoError as error:
        return [refused(path.name, "", order.sheet, error)]
    return _told([_add_table(session, path, opened, table, order) for table in opened.tables])


def _add_table(session: Session, path: Path, opened: Opened, table: RawTable, order: _Order) -> FileReport:
    looked: Looked | None = None
    sheet = order.sheet
    try:
        looked = look(session, table, sheet, order.mapping.kind if order.mapping else order.kind)
        plan = plan_of(looked, sheet, order.mapping)
        asked = order.confirm is not None and order.mapping is None and looked.remembered is None
        if asked and order.confirm is not None and not order.confirm(opened.name, looked):
            raise Unsure("Its mapping was not confirmed.")
        return take(session, opened, table, plan, order.progress)
    except Unsure as error:
        template = write_template(path, opened, table, looked) if looked else None
        way_out = (
            f"A mapping template is in “{template.name}”, beside the file: correct it and add with --mapping."
            if template
            else error.way_out
        )
        return refused(opened.name, table.sheet, sheet, Unsure(error.fact, cause=error.cause, way_out=way_out))
    except PalermoError as error:
        return refused(opened.name, table.sheet, sheet, error)
    except (pa.ArrowException, ValueError, ArithmeticError, LookupError, TypeError, AttributeError) as error:
        # A fault of ours in one file must not keep the others out; of this one nothing was taken.
        fault = f"The program met something in it that it did not foresee ({type(error).__name__})."
        return refused(
            opened.name, table.sheet, sheet, Unreadable(fault, way_out="Report it, with the first rows of the file.")
        )


def _told(reports: list[FileReport]) -> list[FileReport]:
    """In a workbook of which some sheet was read, tell with that sheet which others were not."""
    read = next((at for at, report in enumerate(reports) if not report.refused), None)
    if read is None:
        return reports
    notes = [f"Sheet “{report.sheet}” was not read: {report.refused}" for report in reports if report.refused]
    return [
        replace(report, notes=[*notes, *report.notes]) if at == read else report for at, report in enumerate(reports)
    ]


def refused(name: str, sheet: str, source: SourceSheet, error: PalermoError) -> FileReport:
    """Report a file of which nothing was read."""
    return FileReport(
        file=name, sheet=sheet, sha256="", kind="", source_id=source.id, read=0, new=0, known=0, repeated=0, set_aside=0,
        reasons=[], mapping={}, apart=[], unknown=[], notes=[], refused=str(error),
    )  # fmt: skip
