"""Takes one table of a file into the case: checked rows become parts, what cannot be read is set aside, all in one commit."""

import secrets
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

import pyarrow as pa
import pyarrow.compute as pc

from palermo.adapters.parquet.parts import PartWriter, Written, publish
from palermo.adapters.readers import Opened
from palermo.adapters.rules import load
from palermo.adapters.sqlite import collect, erased, record
from palermo.intake.checking import Checked, Checker
from palermo.intake.headers import Header
from palermo.intake.lexicon import Lexicon, read_lexicon
from palermo.intake.mapping import Mapping
from palermo.intake.reasons import SetAside
from palermo.kit.canon import canonical_json, digest
from palermo.kit.masks import Masker, masker_of
from palermo.kit.progress import Progress, silent
from palermo.model.ids import FileId
from palermo.model.raw import RawBatch, RawTable, column_names
from palermo.model.records import Kind
from palermo.model.sources import SourceSheet
from palermo.model.tables import value_schema
from palermo.workbench.ahead import ahead
from palermo.workbench.keying import Keyed, any_of, give_keys, kept_raw, kept_rows, without_buried
from palermo.workbench.session import Session
from palermo.workbench.views import FileReport, ReasonCount


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is to be read: where its header is, which column is which, whose it is."""

    header: Header
    mapping: Mapping
    sheet: SourceSheet
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """What reading a table gathered, before it is in the case."""

    contents: list[pa.ChunkedArray] = field(default_factory=list)
    places: list[pa.Table] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    good: int = 0
    pending: "Future[None] | None" = None

    def take(self, checked: Checked) -> None:
        """Add what became of a batch."""
        self.aside.extend(checked.aside)
        self.good += checked.rows.num_rows
        if checked.rows.num_rows:
            self.contents.append(checked.rows.column("content"))
            self.places.append(checked.rows.select(["record", "start", "end"]))

    def written(self) -> None:
        """Wait until the batch before is written, and raise what that raised."""
        if self.pending is not None:
            self.pending.result()
            self.pending = None

    def all_contents(self) -> pa.Array:
        """Give the content digests of all good rows, in order."""
        return pa.concat_arrays(
            [chunk for column in self.contents for chunk in column.chunks] or [pa.array([], pa.string())]
        )


@dataclass(frozen=True, slots=True)
class _Done:
    """A table read whole, on disk, and not yet in the case."""

    ident: FileId
    opened: Opened
    table: RawTable
    plan: Plan
    gathered: _Gathered
    keyed: Keyed
    parts: tuple[Written, ...]
    notes: tuple[str, ...]


def lexicon() -> Lexicon:
    """Read the words of headers and values in six languages."""
    return read_lexicon(load("headers"))


def masker() -> Masker:
    """Make the masker of banned words."""
    return masker_of(load("banned"))


def rows_schema(kind: Kind) -> pa.Schema:
    """Give the schema of `rows` parts: key, occurrence, then what rules read."""
    return pa.schema([pa.field("row", pa.string()), pa.field("occurrence", pa.int32()), *value_schema(kind)])


def raw_schema(width: int) -> pa.Schema:
    """Give the schema of `raw` parts: the row in the file, then the cells as they were written."""
    cells = [pa.field(name, pa.string()) for name in column_names(width)]
    return pa.schema([pa.field("record", pa.int64()), *cells, pa.field("more", pa.list_(pa.string()))])


SEEN = pa.schema(
    [("row", pa.string()), ("file", pa.string()), ("record", pa.int64()), ("start", pa.int64()), ("end", pa.int64())]
)
"""The schema of `seen` parts: which row stands where."""


def file_id(opened: Opened, table: RawTable, plan: Plan) -> FileId:
    """Name a reading: the same bytes, sheet, mapping and source are the same reading."""
    return FileId(
        digest("file", opened.sha256, table.sheet, canonical_json(plan.mapping.to_yaml_data()), plan.sheet.id)
    )


def take(session: Session, opened: Opened, table: RawTable, plan: Plan, progress: Progress = silent) -> FileReport:
    """Take a table into the case; call it while holding the case. Nothing is in the case until all of it is.

    Raises:
        Unreadable: the file changed while it was read.
        WrongUse: a required column is in no column of the mapping.
    """
    ident = file_id(opened, table, plan)
    with session.reading() as db:
        held = collect.one_file(db, ident)
        since = erased.orders_since(db, held.seq) if held is not None else []
    if held is not None and not held.erased:
        return _known_report(held, since)
    checker = Checker(plan.mapping, lexicon(), masker(), zone=plan.sheet.zone, country=plan.sheet.country)
    with ExitStack() as open_parts:
        tag = secrets.token_hex(8)
        rows = open_parts.enter_context(PartWriter(session.folder, "rows", rows_schema(plan.mapping.kind), tag))
        raw = open_parts.enter_context(PartWriter(session.folder, "raw", raw_schema(table.width), tag))
        seen = open_parts.enter_context(PartWriter(session.folder, "seen", SEEN, tag))
        gathered = _Gathered()
        # Writing needs no turn of the interpreter: it goes on in a thread while the next batch is checked.
        writing = open_parts.enter_context(ThreadPoolExecutor(1))
        for batch in ahead(table.batches(plan.header.first_row)):
            checked = checker.check(batch)
            gathered.written()
            gathered.take(checked)
            gathered.pending = writing.submit(_write, batch, checked, rows, raw)
            progress(f"reading {opened.name}", _bytes_read(batch, opened), opened.size)
        gathered.written()
        opened.check_unchanged()
        progress(f"comparing {opened.name} with the case", opened.size, opened.size)
        gathered.aside, again = without_buried(session, gathered.aside)
        keyed = give_keys(session, plan.mapping.kind, gathered.all_contents())
        seen.write(_seen_table(keyed, gathered, ident))
        parts = [
            kept_rows(session.folder, rows.finish(), keyed),
            kept_raw(session.folder, raw.finish(), keyed),
            seen.finish(),
        ]
    notes = (
        *plan.header.notes,
        *plan.notes,
        *opened.notes,
        *opened.late_notes(),
        *checker.notes(),
        *keyed.notes,
        *again,
    )
    return _commit(session, _Done(ident, opened, table, plan, gathered, keyed, tuple(parts), notes))


def _write(batch: RawBatch, checked: Checked, rows: PartWriter, raw: PartWriter) -> None:
    """Write a checked batch into its parts."""
    if checked.rows.num_rows:
        rows.write(rows_table(checked))
        raw.write(_raw_table(batch, checked))


def rows_table(checked: Checked) -> pa.Table:
    """Make of checked rows what a `rows` part holds, each as the first of its kind."""
    values = checked.rows.drop_columns(["record", "start", "end", "content"])
    first = pa.nulls(values.num_rows, pa.int32()).fill_null(0)
    columns = [checked.rows.column("content"), first, *values.columns]
    return pa.table(columns, names=["row", "occurrence", *values.column_names])


def _raw_table(batch: RawBatch, checked: Checked) -> pa.Table:
    whole = pa.table(
        [batch.record, *batch.cells.columns, batch.more], names=["record", *batch.cells.column_names, "more"]
    )
    return whole if checked.rows.num_rows == batch.rows else whole.take(checked.taken)


def _bytes_read(batch: RawBatch, opened: Opened) -> int:
    end = batch.end[-1].as_py() if batch.rows else None
    return int(end) if end is not None else opened.size


def _seen_table(keyed: Keyed, gathered: _Gathered, ident: FileId) -> pa.Table:
    if not gathered.places:
        return SEEN.empty_table()
    places = pa.concat_tables(gathered.places)
    files = pa.DictionaryArray.from_arrays(
        pa.nulls(len(keyed.rows), pa.int8()).fill_null(0), pa.array([str(ident)])
    ).cast(pa.string())
    table = pa.table([keyed.rows, files, *places.columns], names=SEEN.names).cast(SEEN)
    return table.filter(pc.invert(keyed.barred)) if any_of(keyed.barred) else table


def _commit(session: Session, done: _Done) -> FileReport:
    """Put a table that was read whole into the case: parts, file, rows set aside and the record's entry together."""
    plan, opened, keyed = done.plan, done.opened, done.keyed
    barred, new = _count(keyed.barred), _count(keyed.kept)
    aside = done.gathered.aside
    reasons = Counter(why.counted for row in aside for why in row.reasons)
    counts: dict[str, object] = {
        "read": done.gathered.good + len(aside), "new": new, "known": done.gathered.good - new - barred,
        "repeated": keyed.repeated, "set_aside": len(aside),
        "reasons": dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
    }  # fmt: skip
    kept = [part for part in done.parts if part.rows]
    with session.writing() as db:
        subjects = [done.ident, plan.sheet.id, plan.mapping.kind.value]
        act = session.act("add-data", subjects=subjects, text={"file": opened.name, "sheet": done.table.sheet})
        seq = record.write(db, act)
        file = collect.StoredFile(
            id=done.ident, number=collect.next_file_number(db), source=plan.sheet.id, kind=plan.mapping.kind.value,
            name=opened.name, sheet=done.table.sheet, sha256=opened.sha256, header=list(plan.header.names),
            header_row=plan.header.row, mapping=plan.mapping.to_yaml_data(), counts=counts, notes=list(done.notes),
            recorded_by=session.actor.id, recorded_at=act.at, seq=seq,
        )  # fmt: skip
        publish(session.folder, kept)
        collect.drop_erased_file(db, done.ident)
        collect.put_file(db, file, kept)
        collect.put_aside(db, done.ident, [stored_aside(done.ident, row) for row in aside])
        collect.remember_mapping(db, plan.sheet.id, header_digest(plan.header.names), plan.mapping.to_yaml_data())
    for part in done.parts:
        part.path.unlink(missing_ok=True)  # an empty part; the others bear their final names
    return report_of(file)


def _count(mask: pa.Array) -> int:
    return int(pc.sum(mask, min_count=0).as_py() or 0)


def stored_aside(ident: FileId, row: SetAside) -> collect.StoredAside:
    """Make of a row set aside what the case keeps."""
    return collect.StoredAside(
        id=0, file=ident, record=row.record, start=row.start, end=row.end, counted=[why.counted for why in row.reasons],
        reasons=[why.sentence for why in row.reasons], columns=[why.index for why in row.reasons], cells=list(row.cells),
    )  # fmt: skip


def header_digest(names: Sequence[str]) -> str:
    """Name a set of headers, whatever their order."""
    return digest("header", *sorted(names))


def report_of(file: collect.StoredFile) -> FileReport:
    """Show what became of a file."""
    mapping = Mapping.from_yaml_data(file.mapping).fit(file.header)
    reasons = file.counts.get("reasons", {})
    return FileReport(
        file=file.name, sheet=file.sheet, sha256=file.sha256, kind=file.kind, source_id=file.source,
        **{name: int(str(file.counts[name])) for name in ("read", "new", "known", "repeated", "set_aside")},
        reasons=[ReasonCount(reason, int(many)) for reason, many in (reasons.items() if isinstance(reasons, dict) else ())],
        mapping={found.header: found.column for found in mapping.columns if found.role == "column"},
        apart=[found.header for found in mapping.columns if found.role == "apart"],
        unknown=[found.header for found in mapping.columns if found.role == "unknown"],
        notes=list(file.notes), refused="",
    )  # fmt: skip


def _known_report(held: collect.StoredFile, since: Sequence[tuple[str, int]]) -> FileReport:
    report = report_of(held)
    note = (
        f"This file is in the case already: added by {held.recorded_by} on {held.recorded_at[:10]}. Nothing was added."
    )
    gone = [
        f"Since then {many:,} rows were erased from the case under “{order}”; none of them comes back."
        for order, many in since
    ]
    return replace(report, new=0, known=report.new + report.known, notes=[note, *gone, *report.notes])
