"""Makes batches of columns out of rows of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from palermo.model.raw import BATCH_ROWS, RawBatch, column_names

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

BATCH_BYTES = 64_000_000
"""A batch is closed early when its rows take this many bytes, so that long texts do not fill the memory."""

_ALL_CELLS = 8_000_000
"""A batch is closed early when its table would have this many cells, blank ones included."""

_PIECE_ROWS = 2_048
"""Rows given one by one are turned into columns this many at a time."""

_FEW_ROWS = 128
"""Fewer rows than this are kept as they are until there are more."""

_STAND_IN = re.compile(r"\0(row-[a-z-]+)\0")
"""What `palermo.adapters.readers.lines` puts in place of a line that cannot be given."""

Cells = Sequence[str | None]
Places = tuple[Sequence[int | None], Sequence[int | None]]
"""For each row its first byte and the byte after its last, where they are known."""


@dataclass(slots=True)
class Gatherer:
    """Gathers rows until they make a batch. Rows become columns at once: few live objects, and those still in the cache.

    Attributes:
        width: how many columns the batches have.
    """

    width: int
    _pieces: "list[pa.Table]" = field(default_factory=list)
    _rows: int = 0
    _size: int = 0
    _loose: list[tuple[Cells, int, str]] = field(default_factory=list)
    _loose_places: list[tuple[int | None, int | None]] = field(default_factory=list)

    def add(self, cells: Cells, record: int, place: tuple[int, int] | None = None, problem: str = "") -> None:
        """Add one row; `place` is its byte range."""
        self._loose.append((cells, record, problem))
        self._loose_places.append(place or (None, None))
        self._size += sum(len(cell) for cell in cells if cell)
        if len(self._loose) >= _PIECE_ROWS or self._size >= BATCH_BYTES:
            self._settle()

    def extend(self, rows: Sequence[Cells], records: Sequence[int], places: Places, problems: dict[int, str]) -> None:
        """Add rows with their numbers and places; `problems` has a code for the places of rows that cannot be read."""
        if len(rows) >= _FEW_ROWS:
            self._settle()
            self._put(rows, records, places, problems)
            return
        for at, (row, record, start, end) in enumerate(zip(rows, records, *places, strict=True)):
            self._loose.append((row, record, problems.get(at, "")))
            self._loose_places.append((start, end))
            self._size += (end or 0) - (start or 0)
        if len(self._loose) >= _PIECE_ROWS or self._size >= BATCH_BYTES:
            self._settle()

    def _put(self, rows: Sequence[Cells], records: Sequence[int], places: Places, problems: dict[int, str]) -> None:
        """Turn rows into columns."""
        import pyarrow as pa

        cells, more = columns_of(rows, self.width)
        if _mark_nul(cells, problems) and (given_up := _stand_ins(rows, problems)):
            rows = [() if at in given_up else row for at, row in enumerate(rows)]
            cells, more = columns_of(rows, self.width)
        codes = [problems.get(at) for at in range(len(rows))] if problems else None
        parts = {
            "record": pa.array(records, pa.int64()),
            "start": pa.array(places[0], pa.int64()),
            "end": pa.array(places[1], pa.int64()),
            "problem": pa.array(codes, pa.string()) if codes else pa.nulls(len(rows), pa.string()),
            "more": more,
        }
        self._pieces.append(pa.table([*parts.values(), *cells.columns], names=[*parts, *column_names(self.width)]))
        self._rows += len(rows)
        self._size += cells.nbytes

    def take(
        self, cells: "pa.Table", records: Sequence[int], places: "tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]"
    ) -> None:
        """Add rows that are columns already and of which none has a problem."""
        import numpy as np
        import pyarrow as pa

        self._settle()
        rows = cells.num_rows
        if not rows:
            return
        parts = {
            "record": pa.array(np.arange(records[0], records[-1] + 1, dtype=np.int64)),
            "start": pa.array(places[0]),
            "end": pa.array(places[1]),
            "problem": pa.nulls(rows, pa.string()),
            "more": pa.nulls(rows, pa.list_(pa.string())),
        }
        self._pieces.append(pa.table([*parts.values(), *cells.columns], names=[*parts, *column_names(self.width)]))
        self._rows += rows
        self._size += cells.nbytes

    def _settle(self) -> None:
        """Turn the rows given one by one into columns."""
        if self._loose:
            loose, self._loose = self._loose, []
            places, self._loose_places = self._loose_places, []
            starts, ends = zip(*places, strict=True)
            problems = {at: problem for at, (_, _, problem) in enumerate(loose) if problem}
            self._size = sum(piece.nbytes for piece in self._pieces)
            self._put([cells for cells, _, _ in loose], [record for _, record, _ in loose], (starts, ends), problems)

    def drain(self, *, last: bool = False) -> Iterator[RawBatch]:
        """Give the batches that are full, and with `last` the rest."""
        if last:
            self._settle()
        full = self._rows >= BATCH_ROWS or self._size >= BATCH_BYTES or self._rows * self.width >= _ALL_CELLS
        if (full or last) and self._pieces:
            import pyarrow as pa

            whole = pa.concat_tables(self._pieces).combine_chunks()
            # What does not fill a batch waits for the next, so that batches are few and full.
            end = whole.num_rows if last or whole.num_rows < BATCH_ROWS else whole.num_rows // BATCH_ROWS * BATCH_ROWS
            for at in range(0, end, BATCH_ROWS):
                yield as_batch(whole.slice(at, min(BATCH_ROWS, end - at)))
            rest = whole.slice(end)
            self._pieces, self._rows, self._size = [rest] if rest.num_rows else [], rest.num_rows, rest.nbytes


def as_batch(table: "pa.Table") -> RawBatch:
    """Make a batch of a table with the columns `record`, `start`, `end`, `problem`, `more` and the cells."""
    import pyarrow as pa

    flat = {name: pa.concat_arrays(table.column(name).chunks) for name in ("record", "start", "end", "problem", "more")}
    return RawBatch(**flat, cells=table.drop_columns(list(flat)))


def columns_of(rows: Sequence[Cells], width: int) -> "tuple[pa.Table, pa.Array]":
    """Turn rows into columns: short rows are filled up with null, what is beyond the width comes second."""
    import pyarrow as pa

    more: pa.Array = pa.nulls(len(rows), pa.list_(pa.string()))
    if set(map(len, rows)) - {width}:
        beyond: list[list[str | None] | None] = [None] * len(rows)
        whole: list[Cells] = []
        for at, row in enumerate(rows):
            if len(row) > width:
                beyond[at] = list(row[width:])
            whole.append(row if len(row) == width else [*row[:width], *[None] * (width - len(row))])
        rows = whole
        if any(beyond):
            more = pa.array(beyond, pa.list_(pa.string()))
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    if not columns:
        columns = [pa.nulls(len(rows), pa.string()) for _ in range(width)]
    return pa.table(columns, names=column_names(width)), more


def _mark_nul(cells: "pa.Table", problems: dict[int, str]) -> bool:
    """Mark the rows that hold zero bytes and tell whether any does; a problem already told stays."""
    import pyarrow.compute as pc

    any_held = False
    for column in cells.columns:
        if column.null_count == len(column):
            continue
        held = pc.match_substring(column, "\0")
        if pc.any(held).as_py():
            any_held = True
            for at in pc.indices_nonzero(held).to_pylist():
                problems.setdefault(at, "row-nul")
    return any_held


def mark_problems(cells: "pa.Table", longest: int) -> dict[int, str]:
    """Find the rows that hold zero bytes or a text of more than `longest` bytes."""
    import pyarrow.compute as pc

    problems: dict[int, str] = {}
    for column in cells.columns:
        longer = pc.greater(pc.binary_length(column), longest)
        if pc.any(longer).as_py():
            problems.update(dict.fromkeys(pc.indices_nonzero(longer).to_pylist(), "row-too-long"))
    _mark_nul(cells, problems)
    return problems


def _stand_ins(rows: Sequence[Cells], problems: dict[int, str]) -> set[int]:
    """Find the stand-ins for lines that could not be given, and put the reason they carry."""
    found = set()
    for at, code in problems.items():
        if code == "row-nul" and rows[at] and (told := _STAND_IN.match(rows[at][0] or "")):
            problems[at] = told.group(1)
            found.add(at)
    return found


def as_head(rows: Sequence[Cells]) -> tuple[tuple[str, ...], ...]:
    """Turn rows into the head of a table: nothing is null, and a blank row is empty."""
    texts = (tuple(cell or "" for cell in row) for row in rows)
    return tuple(row if any(map(str.strip, row)) else () for row in texts)


def widest(rows: Sequence[Cells]) -> int:
    """Tell the width of the widest row."""
    return max(chain((len(row) for row in rows), (0,)))
