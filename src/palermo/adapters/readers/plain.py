"""Reads the plain beginning of a delimited file column by column: many times quicker than row by row, and the same rows.

A block is plain when it holds no escape mark, no zero byte and no lone carriage return, when every row has as many cells
as the table is wide, and when all of it is text in the file's encoding. Quotation marks are plain in UTF-8, and where
each opens at the start of a cell, closes at its end and is doubled within it: then a line end is within a cell exactly
where the marks before it are odd. At the first block that is not plain, this reader stops and says where, and
`delimited`, which reads anything, goes on from there.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from palermo.adapters.readers.dialects import Dialect
from palermo.adapters.readers.encodings import Encoding
from palermo.model.raw import column_names

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

_BLOCK = 1 << 22

_THREADS = 2
"""Blocks are cut one after another and read side by side; they are given in their order."""


@dataclass(frozen=True, slots=True)
class PlainBlock:
    """Some rows: their cells, and for each its first byte in the file and the byte after its last."""

    cells: "pa.Table"
    starts: "npt.NDArray[np.int64]"
    ends: "npt.NDArray[np.int64]"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some bytes with whole rows: where in the file they begin, and how many bytes before belong to the first row."""

    data: bytes
    base: int
    owed: int


@dataclass(frozen=True, slots=True)
class Plain:
    """What makes a block plain: the file's dialect and encoding, the table's width, the longest row in bytes and in lines."""

    dialect: Dialect
    encoding: Encoding
    width: int
    limit: int
    lines: int

    def blocks(self, file: BinaryIO) -> Iterator[PlainBlock]:
        """Give plain blocks from the file's beginning, as long as they are plain."""
        if self.encoding.wide or self.width < 2 or not self.dialect.delimiter.isascii():
            return
        waiting: deque[Future[PlainBlock | None]] = deque()
        with ThreadPoolExecutor(_THREADS) as pool:
            for piece in self._pieces(file):
                waiting.append(pool.submit(self._read, piece))
                if len(waiting) > _THREADS:
                    if (found := waiting.popleft().result()) is None:
                        return
                    yield found
            while waiting and (found := waiting.popleft().result()) is not None:
                yield found

    def _pieces(self, file: BinaryIO) -> Iterator[_Piece]:
        """Cut the file where rows end, as long as that can be told."""
        file.seek(self.encoding.mark)
        base, owed, carry = self.encoding.mark, self.encoding.mark, b""
        while data := file.read(_BLOCK):
            buffer = carry + data
            end = self._last_end(buffer)
            carry = buffer[end:]
            if end < 0 or len(carry) > self.limit:
                return
            if end:
                yield _Piece(buffer[:end], base, owed)
                base, owed = base + end, 0
        if carry:
            yield _Piece(carry, base, owed)

    def _last_end(self, buffer: bytes) -> int:
        """Tell where the last row ends that ends in the buffer: 0 where none does, -1 where a cell has too many lines."""
        end = buffer.rfind(b"\n") + 1
        quote = self.dialect.quote.encode()
        if not quote or not end:
            return end
        odd = buffer.count(quote, 0, end) % 2
        for _ in range(self.lines):
            if not odd or not end:
                return end
            before = buffer.rfind(b"\n", 0, end - 1) + 1
            odd ^= buffer.count(quote, before, end) % 2
            end = before
        return -1

    def _read(self, piece: _Piece) -> PlainBlock | None:
        """Read a block of whole rows; None where it is not plain."""
        import numpy as np

        data = piece.data
        escape = self.dialect.escape.encode()
        if b"\0" in data or (escape and escape in data):
            return None
        if b"\r" in data and data.count(b"\r") != data.count(b"\r\n"):
            return None
        found = self._row_ends(np.frombuffer(data, np.uint8))
        if found is None:
            return None
        ends, folded = found
        starts = np.concatenate(([0], ends[:-1]))
        if int((ends - starts).max()) > self.limit:
            return None
        cells = self._cells(data, folded=folded)
        if cells is None or cells.num_rows != len(ends):
            return None
        blank = np.isin(np.frombuffer(data, np.uint8)[starts], (ord("\n"), ord("\r")))
        if blank.any():
            cells = _without(cells, blank)
        starts, ends = starts + piece.base, ends + piece.base
        starts[0] -= piece.owed
        return PlainBlock(cells, starts, ends)

    def _row_ends(self, data: "npt.NDArray[np.uint8]") -> "tuple[npt.NDArray[np.int64], bool] | None":
        """Tell where rows end, and whether some cell has several lines; None where quotation marks are not plain."""
        import numpy as np

        lines = np.flatnonzero(data == ord("\n"))
        marks = np.flatnonzero(data == ord(self.dialect.quote)) if self.dialect.quote else lines[:0]
        ends, folded = lines + 1, False
        if len(marks):
            if self.encoding.name != "utf-8" or len(marks) % 2 or not self._paired(data, marks):
                return None
            outside = np.flatnonzero(np.searchsorted(marks, lines) % 2 == 0)
            if len(outside) and int(np.diff(outside, prepend=-1).max()) > self.lines:
                return None
            folded = len(outside) < len(lines)
            ends = ends[outside]
        if not len(ends) or ends[-1] != len(data):
            ends = np.append(ends, len(data))
        return ends.astype(np.int64), folded

    def _paired(self, data: "npt.NDArray[np.uint8]", marks: "npt.NDArray[np.int64]") -> bool:
        """Tell whether each mark opens at the start of a cell or closes at its end, or is one of two within it."""
        import numpy as np

        quote, cut, newline = ord(self.dialect.quote), ord(self.dialect.delimiter), ord("\n")
        starts = np.zeros(256, bool)
        starts[[quote, cut, newline]] = True
        ends = starts.copy()
        ends[ord("\r")] = True
        before, after = marks[::2] - 1, marks[1::2] + 1
        before, after = before[before >= 0], after[after < len(data)]
        return bool(starts[data[before]].all() and ends[data[after]].all())

    def _cells(self, data: bytes, *, folded: bool) -> "pa.Table | None":
        """Cut a block into columns of text; None where a line has another width or is no text."""
        import pyarrow as pa
        from pyarrow import csv

        names = column_names(self.width)
        try:
            utf8 = data if self.encoding.name == "utf-8" else data.decode(self.encoding.name).encode()
            return csv.read_csv(
                pa.BufferReader(utf8),
                read_options=csv.ReadOptions(column_names=names, block_size=len(utf8) + 1, use_threads=False),
                parse_options=csv.ParseOptions(
                    delimiter=self.dialect.delimiter,
                    quote_char=self.dialect.quote or False,
                    double_quote=True,
                    escape_char=False,
                    newlines_in_values=folded,
                    ignore_empty_lines=False,
                ),
                convert_options=csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=True
                ),
            )
        except (pa.ArrowInvalid, UnicodeDecodeError):
            return None


def _without(cells: "pa.Table", blank: "npt.NDArray[np.bool_]") -> "pa.Table":
    """Take the cells out of blank lines: they have none, not empty ones."""
    import pyarrow as pa
    import pyarrow.compute as pc

    mask = pa.array(blank)
    columns = [pc.if_else(mask, pa.scalar(None, pa.string()), column) for column in cells.columns]
    return pa.table(columns, names=cells.column_names)
