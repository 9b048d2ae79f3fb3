"""Reads CSV, TSV and the like: any delimiter, quote and encoding, rows set aside where marks do not pair up."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from palermo.adapters.readers.batches import Gatherer, as_head, widest
from palermo.adapters.readers.dialects import Dialect
from palermo.adapters.readers.encodings import ODD, Encoding, Tally
from palermo.adapters.readers.files import Given
from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.lines import blocks
from palermo.adapters.readers.plain import Plain
from palermo.model.errors import Unreadable
from palermo.model.raw import HEAD_ROWS, RawBatch, RawTable

_OPEN = "unexpected end of data"
"""What `csv` says when the lines end within quotation marks."""

_SMALL_WINDOW = 64
"""How many lines are parsed at once after a fault, so that a fault on every line costs no more than a few."""

_LONG_LOSS = 100
"""How many lines an unclosed quotation mark must swallow to count as costly."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a block: cells, the line after each row's last (counted within the block), and what is wrong with the rows."""

    first_line: int
    rows: list[list[str]]
    ends: Sequence[int]
    problem: str = ""

    def places(self, offsets: list[int | None]) -> tuple[list[int | None], list[int | None]]:
        """Tell where each row begins and ends, from where each line of the block does."""
        if isinstance(self.ends, range):
            last = self.ends[-1]
            return offsets[self.first_line : last], offsets[self.first_line + 1 : last + 1]
        ends = [offsets[end] for end in self.ends]
        return [offsets[self.first_line], *ends[:-1]], ends


@dataclass(frozen=True, slots=True)
class Delimited:
    """A delimited file as opened."""

    given: Given
    encoding: Encoding
    dialect: Dialect
    limits: Limits
    tally: Tally

    def table(self) -> RawTable:
        """Look at the first rows and give the table.

        Raises:
            Unreadable: it has too many columns.
        """
        head = self._head()
        width = max(widest(head), 1)
        if width > self.limits.columns:
            raise Unreadable(
                f"“{self.given.name}” has {width} columns.", cause=f"At most {self.limits.columns} are read."
            )
        return RawTable("", None, 0, width, as_head(head), lambda first: self.batches(first, width))

    def _head(self) -> list[list[str]]:
        """Read the first rows; one that cannot be read is blank among them."""
        rows: list[list[str]] = []
        for part, _ in self._parts(Tally()):
            rows += [[] if part.problem else [cell.replace(ODD, "") for cell in row] for row in part.rows]
            if len(rows) >= HEAD_ROWS:
                break
        return rows[:HEAD_ROWS]

    def batches(self, first: int, width: int) -> Iterator[RawBatch]:
        """Read the rows from row `first` on."""
        gatherer = Gatherer(width)
        record, base = 1, 0
        self.tally.windows = self.tally.broken = 0
        with self.given.open() as file:
            limits = self.limits
            plain = Plain(self.dialect, self.encoding, width, limits.line_bytes, limits.record_lines)
            for block in plain.blocks(file):
                skip = min(max(first - record, 0), len(block.starts))
                records = range(record + skip, record + len(block.starts))
                gatherer.take(block.cells.slice(skip), records, (block.starts[skip:], block.ends[skip:]))
                record, base = record + len(block.starts), int(block.ends[-1])
                yield from gatherer.drain()
        for part, offsets in self._parts(self.tally, base):
            skip = min(max(first - record, 0), len(part.rows))
            starts, ends = part.places(offsets)
            problems = {at - skip: code for at, code in self._problems(part).items() if at >= skip}
            records = range(record + skip, record + len(part.rows))
            gatherer.extend(part.rows[skip:], records, (starts[skip:], ends[skip:]), problems)
            record += len(part.rows)
            yield from gatherer.drain()
        yield from gatherer.drain(last=True)

    def _problems(self, part: Part) -> dict[int, str]:
        """Tell which rows cannot be read, those with too many cells among them; these are cut."""
        problems = dict.fromkeys(range(len(part.rows)), part.problem) if part.problem else {}
        if max(map(len, part.rows)) > self.limits.columns:
            for at, row in enumerate(part.rows):
                if len(row) > self.limits.columns:
                    del row[self.limits.columns :]
                    problems[at] = "row-columns"
        return problems

    def _parts(self, tally: Tally, base: int = 0) -> Iterator[tuple[Part, list[int | None]]]:
        """Read the file from byte `base` to its end: rows, and for the lines of their block where in the file each begins."""
        # A row may be as long as a line; the library's own bound is for the whole process and lower.
        csv.field_size_limit(max(csv.field_size_limit(), self.limits.line_bytes))
        state = _Reading(self.dialect, self.limits, self.given.name)
        texts: list[str] = []
        offsets: list[int | None] = [base]
        with self.given.open() as file:
            for block in blocks(file, self.encoding, self.limits.line_bytes, tally, base):
                texts += block.texts
                offsets += _offsets(offsets[-1], block.sizes)
                used = 0
                for part in state.parse(texts, final=False):
                    yield part, offsets
                    used = part.ends[-1]
                texts, offsets = texts[used:], offsets[used:]
            for part in state.parse(texts, final=True):
                yield part, offsets


def _offsets(base: int | None, sizes: list[int | None]) -> list[int | None]:
    """Tell where each line ends; after a line of unknown size nothing is known."""
    known = [size for size in sizes if size is not None]
    if base is None or len(known) < len(sizes):
        return [None] * len(sizes)
    ends: list[int | None] = [*accumulate(known, initial=base)]
    return ends[1:]


@dataclass(slots=True)
class _Reading:
    """One pass over a file: the settings, and how often a quotation mark has swallowed too much."""

    dialect: Dialect
    limits: Limits
    name: str
    losses: int = 0

    def parse(self, texts: list[str], *, final: bool) -> Iterator[Part]:
        """Parse the lines of a block; unless `final`, a row that is open at its end waits for the next block."""
        at, window = 0, len(texts)
        while at < len(texts):
            chunk = texts[at : at + window] if at or window < len(texts) else texts
            rows, ends, fault = _read(chunk, self.dialect)
            used = ends[-1] if ends else 0
            if rows:
                yield Part(at, rows, _moved(ends, at))
            at += used
            left = len(chunk) - used
            if not fault:
                window *= 2
            elif fault == _OPEN and (at + left < len(texts) or not final) and self._bearable(chunk[used:]):
                if at + left == len(texts):
                    return
                window = max(window, left) * 2
            else:
                self._lose(left if fault == _OPEN else 0)
                yield Part(at, [_loose(texts[at], self.dialect)], [at + 1], "row-quote")
                at += 1
                window = _SMALL_WINDOW

    def _bearable(self, lines: list[str]) -> bool:
        return len(lines) <= self.limits.record_lines and sum(map(len, lines)) <= self.limits.line_bytes

    def _lose(self, lines: int) -> None:
        """Count a costly loss.

        Raises:
            Unreadable: there were too many.
        """
        self.losses += lines > _LONG_LOSS
        if self.losses > self.limits.lost_quotes:
            raise Unreadable(
                f"The quotation marks of “{self.name}” do not pair up.",
                cause=f"More than {self.limits.lost_quotes} of them are never closed.",
                way_out="Ask for the export in another format, such as XLSX.",
            )


def _moved(ends: Sequence[int], by: int) -> Sequence[int]:
    if isinstance(ends, range):
        return range(ends.start + by, ends.stop + by)
    return [end + by for end in ends]


def _read(lines: list[str], dialect: Dialect) -> tuple[list[list[str]], Sequence[int], str]:
    """Parse lines: rows, the line after each row's last, and what stopped it, if anything did."""
    rows: list[list[str]] = []
    reader = dialect.reader(lines)
    fault = ""
    try:
        rows.extend(reader)
    except csv.Error as stopped:
        fault = str(stopped)
    if reader.line_num - len(rows) == bool(fault):
        return rows, range(1, len(rows) + 1), fault
    # Some row runs over several lines: parse again, noting where each ends.
    rows, ends = [], []
    reader = dialect.reader(lines)
    try:
        for row in reader:
            rows.append(row)
            ends.append(reader.line_num)
    except csv.Error:
        pass
    return rows, ends, fault


def _loose(line: str, dialect: Dialect) -> list[str]:
    """Cut a line whose marks do not pair up, as well as can be: only to be shown."""
    try:
        return next(dialect.reader([line], strict=False))
    except csv.Error:
        return [line.rstrip("\r\n")]
