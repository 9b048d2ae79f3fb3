"""A file's rows as they stood, before anyone says what they mean: what readers give and intake takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_ROWS = 262_144
"""The most rows in one batch."""

HEAD_ROWS = 30
"""How many rows from the top are shown to whoever looks for the header."""

PROBLEMS: dict[str, str] = {
    "row-too-long": "The row is longer than a row may be.",
    "row-nul": "The row holds zero bytes, which no text has.",
    "row-quote": "A quotation mark in the row is not closed, or stands where none may.",
    "row-bytes": "The row holds bytes that are no text in the file's encoding.",
    "row-columns": "The row has more cells than a row may have.",
    "row-json": "The record is no JSON.",
    "row-json-deep": "The record is nested too deeply.",
    "row-json-number": "The record holds NaN or Infinity, which are no JSON numbers.",
    "row-json-object": "The record is no object of names and values.",
}
"""Why a reader can give a row up, by code."""


@dataclass(frozen=True, slots=True)
class RawBatch:
    """Some rows of one table, column by column; all fields have the same number of rows.

    Attributes:
        record: int64, the row as a spreadsheet counts it: the first line of file or sheet is row 1, blank lines count,
            a value over several lines is one row; records of JSON and Parquet count from 1.
        start: int64, the first byte of the row in the file; null where the format gives none.
        end: int64, the byte after its last; null where the format gives none.
        problem: text, a key of `PROBLEMS`: why the row as a whole cannot be read; null for nearly all. Such a row's cells
            are what could be told of them, and may be missing.
        cells: a table with the text columns `c0` to `c{width-1}`, as written; null where the row had no such cell.
        more: list of text, the cells beyond the width; null where there were none.
    """

    record: "pa.Array"
    start: "pa.Array"
    end: "pa.Array"
    problem: "pa.Array"
    cells: "pa.Table"
    more: "pa.Array"

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.record)


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of a file: a CSV has one, a workbook one for each sheet with rows.

    Attributes:
        sheet: the sheet's name; empty where the format has none.
        header: the columns' names where the format states them (JSON, Parquet); None where they have to be found in `head`.
        header_row: the row of the stated header; 0 where there is none among the rows.
        width: how many columns the batches have: the widest row of `head`, or the stated header.
        head: the first `HEAD_ROWS` rows as text; `head[0]` is row 1 and a blank or unreadable row is `()`. For a format
            that states its header these are the first records.
        batches: called with the first row wanted (the one after the header; 1 where the format states its header), gives
            the rows from there on, at most `BATCH_ROWS` at a time, in order; may be called again to read anew.
    """

    sheet: str
    header: tuple[str, ...] | None
    header_row: int
    width: int
    head: tuple[tuple[str, ...], ...]
    batches: Callable[[int], Iterator[RawBatch]]


def column_names(width: int) -> list[str]:
    """Name the columns of `RawBatch.cells`: `c0`, `c1`, …."""
    return [f"c{index}" for index in range(width)]
