"""Reads a file of adverts outside any case: whatever its format and headers, every row as one advert, in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.readers import Limits, Opened, open_tables
from palermo.adapters.rules import load
from palermo.intake.guessing import guess
from palermo.intake.headers import Header, find_header, stated_header
from palermo.intake.lexicon import read_lexicon
from palermo.intake.mapping import Guess
from palermo.kit.masks import is_protected_header, protected_headers
from palermo.model.errors import Unsure, WrongUse
from palermo.model.raw import RawBatch, RawTable
from palermo.model.records import Kind, required
from palermo.workbench.advert_rows import TEXTS, Layout, Met, as_adverts

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_ROWS = 65_536
"""The most rows in a batch."""

LIMITS = Limits(line_bytes=64_000_000)
"""An advert may be as long as a book; a row that is longer still is given back without its text."""

_CLIPPED = 400
"""How many characters of a cell are looked at while headers are matched."""

_SAMPLED = 2_000
"""How many rows are looked at while headers are matched."""


@dataclass(frozen=True, slots=True)
class AdvertFile:
    """A file of adverts as opened.

    Attributes:
        name: its base name, safe to show.
        read_as: for each column of `TEXTS` that the file has, the file's header.
        met: what was met while reading.
    """

    name: str
    read_as: dict[str, str]
    met: Met
    _opened: Opened
    _table: RawTable
    _first: int
    _layout: Layout
    _notes: tuple[str, ...]
    _begun: "list[Iterator[RawBatch]]"

    def batches(self) -> "Iterator[pa.RecordBatch]":
        """Read the adverts in the order of the file; called again, it reads anew and `met` begins anew.

        Yields:
            batches of at most `BATCH_ROWS` rows: `row` (int64, as a spreadsheet counts: the header is row 1; the first
            record of Parquet is 1) and the columns of `TEXTS` (string, never null; empty where the file has nothing).
            Arrays may be slices of longer ones, and so have an offset.

        Raises:
            Unreadable: the file is broken, or changes while it is read.
        """
        self.met.clear()
        for raw in self._begun.pop() if self._begun else self._table.batches(self._first):
            found = as_adverts(raw, self._layout, self.met)
            for at in range(0, found.num_rows, BATCH_ROWS):
                yield found.slice(at, BATCH_ROWS)
        self._opened.check_unchanged()

    def notes(self) -> tuple[str, ...]:
        """Say what was decided and met, in sentences; complete after the last batch."""
        return (*self._notes, *self._opened.late_notes(), *self.met.notes())


def open_adverts(path: Path) -> AdvertFile:
    """Open a file of adverts and match its headers as intake does.

    Raises:
        Unreadable: it is no table of any known format, is empty, is not there, or may not be read.
        WrongUse: it is a workbook of several sheets.
        Unsure: no column could be told to hold the text of the adverts.
    """
    opened = open_tables(path, limits=LIMITS, digested=False)
    if len(opened.tables) != 1:
        sheets = ", ".join(f"“{table.sheet}”" for table in opened.tables)
        raise WrongUse(
            f"“{opened.name}” has {len(opened.tables)} sheets: {sheets}.",
            way_out="Save the one with the adverts as a file of its own.",
        )
    table = opened.tables[0]
    words = read_lexicon(load("headers"))
    head = [[cell[:_CLIPPED] for cell in row] for row in table.head]
    header = stated_header(table.header) if table.header is not None else find_header(head, words)
    protected = protected_headers(load("banned"))
    begun = table.batches(header.first_row)
    first = next(begun, None)
    guessed = guess(
        header, _samples(first, header), words,
        kind=Kind.ADVERTS, protected=lambda name: is_protected_header(name, protected),
    )  # fmt: skip
    places = _places(guessed, opened.name, header)
    layout = Layout(places, len(header.names), table.header is None)
    read_as = {name: " + ".join(header.names[at] for at in held) for name, held in places.items()}
    notes = (*opened.notes, *header.notes, *_fallbacks(places))
    return AdvertFile(opened.name, read_as, Met(), opened, table, header.first_row, layout, notes, _again(first, begun))


def _again(first: RawBatch | None, rest: Iterator[RawBatch]) -> list[Iterator[RawBatch]]:
    """Put back the batch that was looked at, so that it is not read twice."""
    return [] if first is None else [chain([first], rest)]


def _samples(first: RawBatch | None, header: Header) -> list[list[str]]:
    """Give for each column the beginnings of some of its different values."""
    import pyarrow.compute as pc

    if first is None:
        return [[] for _ in header.names]
    columns = (pc.utf8_slice_codeunits(column, 0, _CLIPPED) for column in first.cells.slice(0, _SAMPLED).columns)
    return [[value for value in column.unique().to_pylist() if value is not None] for column in columns]


def _places(guessed: Guess, name: str, header: Header) -> dict[str, tuple[int, ...]]:
    """Settle which columns are read: those matched, and of those a record cannot be without, only where that is sure."""
    needed = required(Kind.ADVERTS)
    places: dict[str, tuple[int, ...]] = {}
    for column in guessed.columns:
        if column.role == "column" and column.column in TEXTS and (column.sure or column.column not in needed):
            places[column.column] = (*places.get(column.column, ()), column.index)
    if "body" not in places:
        told = ", ".join(f"“{held[:40]}”" for held in header.names[:20])
        doubts = [sentence for sentence in guessed.unsure if sentence.startswith("body ")]
        raise Unsure(
            f"No column of “{name}” could be told to hold the text of the adverts.",
            cause=" ".join([*doubts, f"Its columns are {told}."]),
            way_out="Name the column of the text “body” in the file's first row.",
        )
    return places


def _fallbacks(places: dict[str, tuple[int, ...]]) -> tuple[str, ...]:
    if "advert_id" in places:
        return ()
    return ("No column holds an id of the adverts: each has its row number as id.",)
