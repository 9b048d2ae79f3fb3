"""The intake screen: a file is laid down, looked at under a mapping, and taken or dropped; nothing enters before that."""

import re
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from palermo.adapters.readers import Opened, open_tables
from palermo.adapters.sqlite import record
from palermo.intake.checking import Checker
from palermo.intake.mapping import APART, Mapping
from palermo.intake.reasons import SetAside
from palermo.model.errors import NotFound, PalermoError, WrongUse
from palermo.model.raw import RawTable
from palermo.model.records import COLUMNS, Kind, required
from palermo.model.sources import SourceSheet
from palermo.workbench.adding import changing
from palermo.workbench.planning import Looked, candidates, look, plan_of
from palermo.workbench.session import Session
from palermo.workbench.sheets import sheet_for
from palermo.workbench.taking import lexicon, masker, take
from palermo.workbench.views import AsideRow, FileReport, MappedColumn, MappingChoice, Preview, ReasonCount

_UPLOAD = re.compile(r"[0-9a-f]{32}")
_SHOWN = 25


def upload(session: Session, name: str, chunks: Iterable[bytes]) -> Preview:
    """Keep a file for a look and tell what its columns seem to be; one that cannot be read at all is not kept.

    Raises:
        Unreadable: it is no table of any known format.
    """
    session.require("add-data")
    ident = secrets.token_hex(16)
    folder = session.folder / "inbox" / ident
    folder.mkdir(parents=True, mode=0o700)
    path = folder / _safe_name(name)
    try:
        with path.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
        found = preview(session, ident, sheet="", kind="", columns=(), source_id="")
    except BaseException:
        _remove(folder)
        raise
    with session.writing() as db:
        record.write(db, session.act("upload", subjects=[ident], text={"file": path.name}))
    return found


def _safe_name(name: str) -> str:
    """Keep of a name only its last part, without control characters, short enough for any file system."""
    base = re.split(r"[/\\]", name)[-1]
    kept = "".join(letter for letter in base if letter.isprintable()).strip(". ") or "upload"
    stem, dot, ending = kept.rpartition(".")
    return f"{_cut(stem, 120)}{dot}{_cut(ending, 32)}" if dot else _cut(kept, 150)


def _cut(text: str, size: int) -> str:
    """Shorten a text to so many bytes of UTF-8, between characters."""
    return text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore")


def _remove(folder: Path) -> None:
    for path in folder.glob("*"):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def _find(session: Session, ident: str) -> Path:
    folder = session.folder / "inbox" / ident
    found = sorted(folder.glob("*")) if _UPLOAD.fullmatch(ident) and folder.is_dir() else []
    if not found:
        raise NotFound("That file is not waiting any more.", way_out="Drop it once more.")
    return found[0]


def drop_upload(session: Session, ident: str) -> None:
    """Delete an uploaded file that is not taken."""
    session.require("add-data")
    path = _find(session, ident)
    _remove(path.parent)
    with session.writing() as db:
        record.write(db, session.act("drop-upload", subjects=[ident]))


def preview(
    session: Session, ident: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str = ""
) -> Preview:
    """Check every row of an uploaded file under a kind and a mapping, taking nothing."""
    session.require("add-data")
    with session.writing() as db:
        source = sheet_for(session, db, source_id)
    opened = open_tables(_find(session, ident))
    table = candidates(opened.tables, sheet)[0]
    looked = look(session, table, source, kind)
    mapping = _chosen(looked, kind, columns)
    good, aside, notes = _check(table, looked, mapping, source) if mapping and not mapping.missing() else (0, [], ())
    return _preview(ident, opened, table, looked, mapping, _Outcome(good, aside, notes))


def _chosen(looked: Looked, kind: str, columns: Sequence[MappingChoice]) -> Mapping | None:
    """Give the mapping a person has in front of them: the remembered or guessed one with their word on some columns."""
    if looked.guess.kind is None and not kind:
        return None
    base = looked.remembered or looked.guess.mapping(Kind(kind) if kind else None)
    return base.with_choices({choice.index: choice.column for choice in columns})


class _Outcome:
    """What checking every row gave."""

    __slots__ = ("aside", "good", "notes")

    def __init__(self, good: int, aside: list[SetAside], notes: tuple[str, ...]) -> None:
        self.good, self.aside, self.notes = good, aside, notes


def _check(
    table: RawTable, looked: Looked, mapping: Mapping, source: SourceSheet
) -> tuple[int, list[SetAside], tuple[str, ...]]:
    checker = Checker(mapping, lexicon(), masker(), zone=source.zone, country=source.country)
    good, aside = 0, list[SetAside]()
    for batch in table.batches(looked.header.first_row):
        checked = checker.check(batch)
        good += checked.rows.num_rows
        aside += checked.aside
    return good, aside, checker.notes()


def _preview(
    ident: str, opened: Opened, table: RawTable, looked: Looked, mapping: Mapping | None, outcome: _Outcome
) -> Preview:
    guessed = looked.guess
    kind = mapping.kind if mapping else guessed.kind
    reasons = Counter(why.counted for row in outcome.aside for why in row.reasons)
    missing = mapping.missing() if mapping else ()
    return Preview(
        upload=ident, file=opened.name, sheet=table.sheet, sheets=[found.sheet for found in opened.tables if found.sheet],
        kind=kind.value if kind else "", kinds=[found.value for found in Kind], remembered=looked.remembered is not None,
        encoding=opened.encoding, dialect=opened.dialect, header_row=looked.header.row,
        columns=_columns(looked, mapping), canonical=[column.name for column in COLUMNS[kind]] if kind else [],
        required=list(required(kind)) if kind else [], missing=list(missing),
        read=outcome.good + len(outcome.aside), good=outcome.good, set_aside=len(outcome.aside),
        reasons=[ReasonCount(reason, many) for reason, many in reasons.most_common()],
        sample_aside=[_aside_row(row, opened, table, looked, mapping) for row in outcome.aside[:_SHOWN]] if mapping else [],
        notes=[*looked.header.notes, *opened.notes, *guessed.notes, *guessed.unsure, *outcome.notes],
    )  # fmt: skip


def _columns(looked: Looked, mapping: Mapping | None) -> list[MappedColumn]:
    shown = []
    for guessed in looked.guess.columns:
        placed = mapping.columns[guessed.index] if mapping else None
        same = placed is None or (placed.role == guessed.role and placed.column == guessed.column)
        role, column = (placed.role, placed.column) if placed else (guessed.role, guessed.column)
        samples = looked.samples[guessed.index] if guessed.index < len(looked.samples) else []
        shown.append(
            MappedColumn(
                index=guessed.index,
                header=guessed.header,
                role=role,
                column=column,
                samples=[] if role == "apart" else [sample[:120] for sample in samples],
                sure=guessed.sure if same else True,
                why=guessed.why if same else "As you chose.",
            )
        )
    return shown


def _aside_row(row: SetAside, opened: Opened, table: RawTable, looked: Looked, mapping: Mapping) -> AsideRow:
    at_fault = {why.index for why in row.reasons}
    return AsideRow(
        id=0, file=opened.name, sheet=table.sheet, row=row.record, kind=mapping.kind.value, header=list(looked.header.names),
        columns=shown_columns(mapping), cells=shown_cells(row.cells, mapping, at_fault), state="open",
        reasons=[why.sentence for why in row.reasons], reason_columns=[why.index for why in row.reasons],
    )  # fmt: skip


def shown_columns(mapping: Mapping) -> list[str]:
    """Name for each of a file's columns what it was taken for: a canonical name, `!apart`, or nothing."""
    return [APART if found.role == "apart" else found.column for found in mapping.columns]


def shown_cells(cells: Sequence[str | None], mapping: Mapping, at_fault: set[int]) -> list[str | None]:
    """Give a row's cells as they stood, those of protected columns left out unless they have to be mended."""
    apart = {found.index for found in mapping.columns if found.role == "apart"} - at_fault
    return [None if place in apart else cell for place, cell in enumerate(cells)]


def take_upload(
    session: Session, ident: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str
) -> FileReport:
    """Take an uploaded file into the case under a confirmed mapping, which is remembered for its source.

    Raises:
        WrongUse: the mapping lacks a required column.
    """
    session.require("add-data")
    session.require("map-columns")
    path = _find(session, ident)
    with changing(session):
        with session.writing() as db:
            source = sheet_for(session, db, source_id)
        opened = open_tables(path)
        table = candidates(opened.tables, sheet)[0]
        looked = look(session, table, source, kind)
        mapping = _chosen(looked, kind, columns)
        if mapping is None:
            raise WrongUse("What kind of records the file holds was not said.", way_out="Choose the kind.")
        report = take(session, opened, table, plan_of(looked, source, mapping))
    if len(opened.tables) == 1:
        with suppress(PalermoError):
            _remove(path.parent)
    return report
