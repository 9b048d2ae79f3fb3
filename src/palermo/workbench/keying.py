"""Gives checked rows their keys, tells new from known from erased, and keeps of a part what is to be kept."""

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from sqlalchemy import select

from palermo.adapters.parquet import query
from palermo.adapters.parquet.parts import PartWriter, Written
from palermo.adapters.sqlite import collect
from palermo.adapters.sqlite.schema import erasures, tombstones
from palermo.intake.reasons import SetAside
from palermo.kit.canon import canonical_json, commitment
from palermo.model.records import Kind
from palermo.model.rows import row_key
from palermo.workbench.session import Session


@dataclass(frozen=True, slots=True)
class Keyed:
    """Every good row of a table with its key, in the table's order.

    Attributes:
        rows: the keys, text.
        occurrence: int32, 0 for the first of equal rows.
        new: whether the case does not hold it yet.
        barred: whether it was erased, so that it is not taken again.
        repeated: how many repeat an earlier row of the same table.
        notes: what there is to say of it, in sentences.
    """

    rows: pa.Array
    occurrence: pa.Array
    new: pa.Array
    barred: pa.Array
    repeated: int
    notes: tuple[str, ...]

    @property
    def kept(self) -> pa.Array:
        """Which rows enter the case as new."""
        return pc.and_(self.new, pc.invert(self.barred))


def give_keys(session: Session, kind: Kind, contents: pa.Array) -> Keyed:
    """Give every good row its key and tell the new ones from those the case holds, and from those that were erased."""
    count = len(contents)
    at = pa.array(range(count), pa.int64())
    rows, occurrence, repeated = contents, pa.nulls(count, pa.int32()).fill_null(0), 0
    if len(pc.unique(contents)) < count:
        again = query.occurrences(pa.table({"at": at, "content": contents}))
        keys, numbers = contents.to_pylist(), [0] * count
        for place, content, number in zip(*(column.to_pylist() for column in again.columns), strict=True):
            keys[place], numbers[place] = row_key(content, number), number
        rows, occurrence, repeated = pa.array(keys, pa.string()), pa.array(numbers, pa.int32()), again.num_rows
    new = [True] * count
    with session.reading() as db:
        held = [part.name for part in collect.list_parts(db, layer="rows", kind=kind)]
        buried = {row.commitment: row.erasure for row in db.execute(tombstones.select())}
        orders = {row.n: row.order_text for row in db.execute(erasures.select())}
    if held:
        for place in query.known_among(session.folder, held, pa.table({"at": at, "row": rows})).to_pylist():
            new[place] = False
    barred, notes = _barred(session, rows, buried, orders)
    return Keyed(rows, occurrence, pa.array(new, pa.bool_()), barred, repeated, notes)


def _barred(
    session: Session, rows: pa.Array, buried: dict[str, int], orders: dict[int, str]
) -> tuple[pa.Array, tuple[str, ...]]:
    """Find rows that were erased: an old export does not bring them back."""
    if not buried:
        return pa.repeat(pa.scalar(False, pa.bool_()), len(rows)), ()
    found = [buried.get(commitment(session.key, f"erased:{row}")) for row in rows.to_pylist()]
    counts = Counter(number for number in found if number is not None)
    notes = tuple(
        f"{_rows(many)} not taken again: erased under “{orders.get(number, '')}”."
        for number, many in sorted(counts.items())
    )
    return pa.array([number is not None for number in found], pa.bool_()), notes


def _rows(many: int) -> str:
    return "1 row was" if many == 1 else f"{many:,} rows were"


def aside_tomb(session: Session, cells: Sequence[str | None]) -> str:
    """Commit to the cells of a row set aside, so that an old export does not bring it back once it is erased."""
    return commitment(session.key, f"erased aside:{canonical_json(list(cells))}")


def without_buried(session: Session, rows: list[SetAside]) -> tuple[list[SetAside], tuple[str, ...]]:
    """Leave out rows set aside that were erased earlier, and say how many."""
    with session.reading() as db:
        buried = set(db.execute(select(tombstones.c.commitment)).scalars())
    kept = [row for row in rows if not buried or aside_tomb(session, row.cells) not in buried]
    gone = len(rows) - len(kept)
    return kept, ((f"{_rows(gone)} not set aside again: erased earlier.",) if gone else ())


def any_of(mask: pa.Array) -> bool:
    """Tell whether any is true."""
    return bool(pc.any(mask, min_count=0).as_py())


def kept_rows(folder: Path, part: Written, keyed: Keyed) -> Written:
    """Keep what is new of the `rows` part, under final keys; in the common case the part stands as it was written."""
    keep = keyed.kept
    if keyed.repeated == 0 and pc.all(keep, min_count=0).as_py():
        return part
    return _rewritten(folder, part, keep, {"row": keyed.rows, "occurrence": keyed.occurrence})


def kept_raw(folder: Path, part: Written, keyed: Keyed) -> Written:
    """Keep the cells of all rows but those that were erased earlier."""
    return _rewritten(folder, part, pc.invert(keyed.barred), {}) if any_of(keyed.barred) else part


def _rewritten(folder: Path, part: Written, keep: pa.Array, columns: dict[str, pa.Array]) -> Written:
    """Write a part anew with other columns and only the rows to keep, batch by batch."""
    source = pq.ParquetFile(part.path)
    try:
        with PartWriter(folder, part.layer, source.schema_arrow, secrets.token_hex(8)) as writer:
            place = 0
            for batch in source.iter_batches():
                table = pa.Table.from_batches([batch])
                for name, values in columns.items():
                    at = table.column_names.index(name)
                    table = table.set_column(at, table.schema.field(name), values.slice(place, batch.num_rows))
                writer.write(table.filter(keep.slice(place, batch.num_rows)))
                place += batch.num_rows
            made = writer.finish()
    finally:
        source.close()
        part.path.unlink(missing_ok=True)
    return made
