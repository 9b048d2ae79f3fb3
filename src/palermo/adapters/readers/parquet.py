"""Reads Parquet: every column as text, what is nested as JSON text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from palermo.adapters.readers.batches import as_batch, as_head, mark_problems
from palermo.adapters.readers.files import Given
from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.workbook import as_text
from palermo.model.errors import Unreadable
from palermo.model.raw import BATCH_ROWS, HEAD_ROWS, RawBatch, RawTable, column_names

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_PIECE_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A Parquet file as opened."""

    given: Given
    limits: Limits

    def tables(self) -> list[RawTable]:
        """Look at the schema and the first rows, and give the one table.

        Raises:
            Unreadable: it is broken, or has no rows or too many columns.
        """
        with self.given.open() as file:
            opened = self._open(file)
            header = tuple(opened.schema_arrow.names)
            rows = opened.metadata.num_rows
        if not header or not rows:
            raise Unreadable(f"“{self.given.name}” has no rows.")
        if len(header) > self.limits.columns:
            raise Unreadable(
                f"“{self.given.name}” has {len(header)} columns.", cause=f"At most {self.limits.columns} are read."
            )
        first = next(self._pieces(HEAD_ROWS))
        cells = [row.values() for row in first.slice(0, HEAD_ROWS).select(column_names(len(header))).to_pylist()]
        return [RawTable("", header, 0, len(header), as_head([tuple(row) for row in cells]), self.batches)]

    def batches(self, first: int) -> Iterator[RawBatch]:
        """Read the rows from row `first` on."""
        for piece in self._pieces(BATCH_ROWS):
            skip = max(first - piece.column("record")[0].as_py(), 0)
            if skip < piece.num_rows:
                yield as_batch(piece.slice(skip).combine_chunks())

    def _open(self, file: object) -> "pq.ParquetFile":
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            # Texts stay in their dictionary until it is known how much room they take.
            schema = pq.read_schema(file)
            texts = [
                held.name for held in schema if pa.types.is_string(held.type) or pa.types.is_large_string(held.type)
            ]
            return pq.ParquetFile(file, read_dictionary=texts)
        except (pa.ArrowException, OSError, ValueError):
            raise self._broken() from None

    def _pieces(self, rows: int) -> Iterator["pa.Table"]:
        """Read rows with their numbers and problems, as `as_batch` takes them."""
        import pyarrow as pa

        number = 1
        with self.given.open() as file:
            opened = self._open(file)
            try:
                for batch in opened.iter_batches(batch_size=rows):
                    for part in _in_bounds(pa.Table.from_batches([batch])):
                        yield self._piece(part, number)
                        number += part.num_rows
            except (pa.ArrowException, OSError, ValueError, OverflowError, RecursionError):
                raise self._broken() from None

    def _piece(self, part: "pa.Table", number: int) -> "pa.Table":
        import pyarrow as pa

        count = part.num_rows
        cells = pa.table([_as_text(column) for column in part.columns], names=column_names(part.num_columns))
        problems = mark_problems(cells, self.limits.line_bytes)
        codes = [problems.get(at) for at in range(count)] if problems else None
        nulls = pa.nulls(count, pa.int64())
        return pa.table(
            [
                pa.array(range(number, number + count), pa.int64()), nulls, nulls,
                pa.array(codes, pa.string()) if codes else pa.nulls(count, pa.string()),
                pa.nulls(count, pa.list_(pa.string())), *cells.columns,
            ],
            names=["record", "start", "end", "problem", "more", *cells.column_names],
        )  # fmt: skip

    def _broken(self) -> Unreadable:
        return Unreadable(
            f"“{self.given.name}” is broken Parquet.", cause="It is cut off or damaged.", way_out="Ask for it again."
        )


def _in_bounds(part: "pa.Table") -> Iterator["pa.Table"]:
    """Cut rows into parts whose texts fit into memory once they are written out."""
    import pyarrow as pa
    import pyarrow.compute as pc

    size = 0
    for column in part.columns:
        if pa.types.is_dictionary(column.type):
            for chunk in column.chunks:
                lengths = pc.take(pc.binary_length(chunk.dictionary), chunk.indices)
                size += pc.sum(lengths, min_count=0).as_py()
    if size <= _PIECE_BYTES or part.num_rows == 1:
        yield part
        return
    half = part.num_rows // 2
    yield from _in_bounds(part.slice(0, half))
    yield from _in_bounds(part.slice(half))


def _as_text(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """Write a column's values as text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_dictionary(kind):
        column = pc.cast(column, kind.value_type)
        kind = column.type
    if pa.types.is_timestamp(kind):
        fine = column.cast(pa.timestamp("us", kind.tz), safe=False)
        text = fine.cast(pa.timestamp("us")).cast(pa.string()) if kind.tz else fine.cast(pa.string())
        return pc.binary_join_element_wise(text, "Z", "") if kind.tz else text
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_integer(kind):
        return column.cast(pa.string())
    if pa.types.is_decimal(kind) or pa.types.is_date(kind) or pa.types.is_time(kind) or pa.types.is_null(kind):
        return column.cast(pa.string())
    return pa.chunked_array([pa.array(map(_written, column.to_pylist()), pa.string())])


def _written(value: Any) -> str | None:  # noqa: ANN401 - whatever Parquet can hold
    """Write any other value: bytes as text where they are, otherwise in hexadecimal; what is nested as JSON."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.hex()
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return as_text(value)
