"""Reads XLSX, XLSM, XLS and ODS workbooks: every sheet with rows is a table."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from palermo.adapters.readers.batches import Gatherer, as_head
from palermo.adapters.readers.files import Given
from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.odscheck import check_ods
from palermo.adapters.readers.zipcheck import check_workbook, locked
from palermo.kit.csvsafe import shown
from palermo.model.errors import PalermoError, Unreadable
from palermo.model.raw import HEAD_ROWS, RawBatch, RawTable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
Value = str | int | float | bool | dt.date | dt.time | dt.timedelta | None


@dataclass(slots=True)
class Workbook:
    """A workbook as opened; the sheet last read is kept, for it is read from its first row again."""

    given: Given
    limits: Limits
    kind: str = ""
    notes: list[str] = field(default_factory=list)
    _kept: "tuple[str, CalamineSheet] | None" = None

    def tables(self) -> list[RawTable]:
        """Check the file and give a table for each sheet with rows.

        Raises:
            Unreadable: it is broken, locked, made to fill the memory, or has no rows.
        """
        self._check()
        found = [table for sheet in self._sheets() if (table := self._table(sheet)) is not None]
        if not found:
            raise Unreadable(f"“{self.given.name}” has no sheet with rows.")
        return found

    def _check(self) -> None:
        """Refuse what must not be opened."""
        with self.given.open() as file:
            if file.read(8) == _OLD_MARK:
                file.seek(0)
                head = file.read(1 << 20)
                if _LOCKED_PART in head:
                    raise locked(self.given.name)
                self.kind = "xls"
                return
            self.kind = check_workbook(file, self.given.name, self.limits)
            if self.kind == "ods":
                check_ods(file, self.given.name, self.limits)

    def _sheets(self) -> list[str]:
        """Name the sheets in their order."""
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        with _Guard(self.given.name), CalamineWorkbook.from_path(self.given.path) as book:
            sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
            self.notes += [
                f"The sheet “{shown(sheet.name)}” is hidden in the workbook; it was read like the others."
                for sheet in sheets
                if sheet.visible != SheetVisibleEnum.Visible
            ]
            return [sheet.name for sheet in sheets]

    def _sheet(self, name: str) -> "CalamineSheet":
        from python_calamine import CalamineWorkbook

        if self._kept is None or self._kept[0] != name:
            self._kept = None
            self.given.check_unchanged()
            with _Guard(self.given.name), CalamineWorkbook.from_path(self.given.path) as book:
                self._kept = name, book.get_sheet_by_name(name)
        return self._kept[1]

    def _table(self, name: str) -> RawTable | None:
        """Look at the first rows of a sheet; None where it has no rows."""
        sheet = self._sheet(name)
        if sheet.start is None:
            return None
        width = sheet.start[1] + sheet.width
        if width > self.limits.columns:
            raise Unreadable(
                f"The sheet “{shown(name)}” of “{self.given.name}” has {width} columns.",
                cause=f"At most {self.limits.columns} are read.",
            )
        head: list[list[str | None]] = []
        for record, cells in islice(self._rows(name), HEAD_ROWS):
            head += [[] for _ in range(min(record, HEAD_ROWS + 1) - 1 - len(head))]
            head.append(cells)
        return RawTable(
            name, None, 0, width, as_head(head[:HEAD_ROWS]), lambda first: self._batches(name, width, first)
        )

    def _rows(self, name: str) -> Iterator[tuple[int, list[str | None]]]:
        """Give the rows of a sheet as text, with their numbers."""
        sheet = self._sheet(name)
        _, left = sheet.start or (0, 0)
        indent: list[str | None] = [None] * left
        with _Guard(self.given.name):
            # The library gives the blank rows above the first cell, but not the blank columns left of it.
            for record, row in enumerate(sheet.iter_rows(), 1):
                yield record, [*indent, *map(as_text, row)]

    def _batches(self, name: str, width: int, first: int) -> Iterator[RawBatch]:
        gatherer = Gatherer(width)
        for record, cells in self._rows(name):
            if record >= first:
                gatherer.add(cells, record)
                yield from gatherer.drain()
        yield from gatherer.drain(last=True)


def as_text(value: Value) -> str | None:
    """Write a cell's value as text: days and times as ISO, numbers as short as they can be, nothing for a blank cell."""
    if isinstance(value, str) or value is None:
        return value or None
    if isinstance(value, bool):
        return str(value).lower()
    return _number(value) if isinstance(value, float) else _time(value)


def _time(value: int | dt.date | dt.time | dt.timedelta) -> str:
    """Write a day, a time or a length of time; whole numbers come this way too."""
    if isinstance(value, dt.datetime):
        # A serial number of days is no finer than a millisecond or so; what is beyond comes of the conversion.
        near = value + dt.timedelta(microseconds=500) if value.year < 9999 else value
        near = near.replace(microsecond=near.microsecond // 1000 * 1000)
        return near.isoformat(" ", "milliseconds" if near.microsecond else "seconds")
    if isinstance(value, dt.timedelta):
        seconds = round(abs(value.total_seconds()))
        sign = "-" if value < dt.timedelta(0) else ""
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return format(Decimal(repr(value)), "f")


class _Guard:
    """Turns whatever the workbook library raises, its panics included, into a sentence."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        """Nothing to get ready."""

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        """Say in a sentence what went wrong."""
        if kind is None or isinstance(fault, (PalermoError, KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)):
            return
        if kind.__name__ == "PasswordError" or "password" in str(fault).lower():
            raise locked(self._name) from None
        raise Unreadable(
            f"“{self._name}” cannot be read as a workbook.",
            cause="It is broken, or is not what its name says.",
            way_out="Open it in a spreadsheet, save it as XLSX, and add that.",
        ) from None
