"""Turns rows as they stood in a file into adverts, column by column; a row that is none keeps its id and its reason."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palermo.intake.checking import MORE_CELLS
from palermo.kit.sentences import counted
from palermo.model.raw import PROBLEMS, RawBatch

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

TEXTS = ("advert_id", "title", "body", "persona", "contact", "city", "site", "posted_at", "images", "price")
"""The text columns of a batch of adverts, after `row`."""

_REASONS = PROBLEMS | {
    "row-more-cells": MORE_CELLS,
    "row-no-body": "The row ends before the column of the advert's text.",
}
_CODES = ("", *_REASONS)
_ZERO_BYTES = _CODES.index("row-nul")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of adverts stand.

    Attributes:
        places: for each column of `TEXTS` that the file has, its places; two for a day and the hour beside it.
        width: how many columns the header names; a filled cell beyond them means that cells have moved.
        lines: whether the rows are lines of text, which may be blank or end early.
    """

    places: Mapping[str, tuple[int, ...]] = field(hash=False)
    width: int
    lines: bool


@dataclass(slots=True)
class Met:
    """What was met while reading, complete after the last batch.

    Attributes:
        rows: how many adverts were given.
        blank: how many blank lines were passed over.
        zero_bytes: in how many rows zero bytes were left out.
        unread: the rows that could not be read as adverts, by reason.
    """

    rows: int = 0
    blank: int = 0
    zero_bytes: int = 0
    unread: "dict[str, array[int]]" = field(default_factory=dict)

    def clear(self) -> None:
        """Begin anew."""
        self.rows = self.blank = self.zero_bytes = 0
        self.unread.clear()

    def notes(self) -> tuple[str, ...]:
        """Say it in sentences."""
        told = []
        if self.blank:
            told.append(f"{counted(self.blank, 'blank line was', 'blank lines were')} passed over.")
        if self.zero_bytes:
            told.append(f"Zero bytes were left out of {counted(self.zero_bytes, 'row')}.")
        for reason, rows in self.unread.items():
            first = f"row {rows[0]}" if len(rows) == 1 else f"the first is row {rows[0]}"
            told.append(f"{counted(len(rows), 'row is', 'rows are')} given back without a text ({first}): {reason}")
        return tuple(told)


def as_adverts(raw: RawBatch, layout: Layout, met: Met) -> "pa.RecordBatch":
    """Turn rows into adverts and note in `met` what could not be.

    Returns:
        `row` (int64) and the columns of `TEXTS` (string, never null); blank lines are left out, an advert whose
        cell of the id is empty has none, a row that cannot be read has no text. Where no column holds ids the row number
        is the id: no cell of the file can be equal to it.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = {name: _text(raw, layout.places.get(name, ())) for name in TEXTS}
    blank = _blank(raw) if layout.lines else np.zeros(raw.rows, bool)
    codes = _codes(raw, layout, blank)
    if (codes == _ZERO_BYTES).any():
        met.zero_bytes += int((codes == _ZERO_BYTES).sum())
        columns = {name: pc.replace_substring(column, "\0", "") for name, column in columns.items()}
        codes[codes == _ZERO_BYTES] = 0
    if codes.any():
        for at in np.flatnonzero(codes).tolist():
            met.unread.setdefault(_REASONS[_CODES[codes[at]]], array("q")).append(raw.record[at].as_py())
        bad = pa.array(codes > 0)
        columns |= {name: pc.if_else(bad, "", columns[name]) for name in TEXTS if name != "advert_id"}
    if "advert_id" not in layout.places:
        columns["advert_id"] = raw.record.cast(pa.string())
    found = pa.record_batch([raw.record, *columns.values()], names=["row", *TEXTS])
    if blank.any():
        met.blank += int(blank.sum())
        found = found.filter(pa.array(~blank))
    met.rows += found.num_rows
    return found


def _text(raw: RawBatch, places: tuple[int, ...]) -> "pa.Array":
    """Give a column's text; a day and its hour are joined."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [_array(raw, place).fill_null("") for place in places if place < raw.cells.num_columns]
    if not parts:
        return pa.repeat("", raw.rows)
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, " ")


def _array(raw: RawBatch, place: int) -> "pa.Array":
    import pyarrow as pa

    chunks = raw.cells.column(place).chunks
    return chunks[0] if len(chunks) == 1 else pa.concat_arrays(chunks)


def _codes(raw: RawBatch, layout: Layout, blank: "npt.NDArray[np.bool_]") -> "npt.NDArray[np.int64]":
    """Tell what is wrong with each row, as a place in `_CODES`; 0 for nothing."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = np.zeros(raw.rows, np.int64)
    if raw.problem.null_count < raw.rows:
        codes = pc.index_in(raw.problem, value_set=pa.array(_CODES)).fill_null(0).to_numpy().astype(np.int64)
    fine = (codes == 0) | (codes == _ZERO_BYTES)
    codes[fine & _beyond(raw, layout.width)] = _CODES.index("row-more-cells")
    body = _array(raw, layout.places["body"][0])
    if layout.lines and body.null_count:
        cut = pc.is_null(body).to_numpy(zero_copy_only=False) & ~blank
        codes[cut & (codes == 0)] = _CODES.index("row-no-body")
    return codes


def _blank(raw: RawBatch) -> "npt.NDArray[np.bool_]":
    """Tell which rows are lines without any cell."""
    import numpy as np
    import pyarrow.compute as pc

    if raw.cells.num_columns == 0 or not _array(raw, 0).null_count:
        return np.zeros(raw.rows, bool)
    blank = pc.is_null(raw.problem).to_numpy(zero_copy_only=False)
    for place in range(raw.cells.num_columns):
        blank = blank & pc.is_null(_array(raw, place)).to_numpy(zero_copy_only=False)
    return np.asarray(blank)


def _beyond(raw: RawBatch, width: int) -> "npt.NDArray[np.bool_]":
    """Tell which rows have a filled cell beyond the header's columns."""
    import numpy as np
    import pyarrow.compute as pc

    found = np.zeros(raw.rows, bool)
    for place in range(width, raw.cells.num_columns):
        filled = pc.greater(pc.binary_length(pc.utf8_trim_whitespace(_array(raw, place).fill_null(""))), 0)
        found |= filled.to_numpy(zero_copy_only=False)
    if raw.more.null_count < raw.rows:
        for at in pc.indices_nonzero(pc.is_valid(raw.more)).to_pylist():
            found[at] |= any(cell and cell.strip() for cell in raw.more[at].as_py())
    return found
