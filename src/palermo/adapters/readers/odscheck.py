"""Looks how far the sheets of an ODS workbook spread, for one repeated cell can stand for a thousand million."""

from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.zipcheck import unpack
from palermo.model.errors import Unreadable

_CELLS = ("table:table-cell", "table:covered-table-cell")


def check_ods(file: BinaryIO, name: str, limits: Limits) -> None:
    """Check how far the cells of each sheet spread.

    Raises:
        Unreadable: they spread too far, or the sheet's text is broken.
    """
    try:
        member = ZipFile(file).getinfo("content.xml")
        spread = _Spread(limits.sheet_cells)
        parser = expat.ParserCreate()
        parser.StartElementHandler = spread.start
        parser.EndElementHandler = spread.end
        parser.CharacterDataHandler = spread.text
        # An honest workbook defines no entities; they are another way to fill the memory.
        parser.EntityDeclHandler = spread.entity
        for data in unpack(file, member, name):
            parser.Parse(data, False)
            if spread.far:
                raise Unreadable(f"“{name}” repeats cells without end.", cause="It may be made to fill the memory.")
        parser.Parse(b"", True)
    except (expat.ExpatError, BadZipFile, KeyError, ValueError):
        raise Unreadable(f"“{name}” is a broken workbook.", way_out="Ask for it again.") from None


@dataclass(slots=True)
class _Spread:
    """Counts the cells between the first corner of a sheet and its last cell with content; `far` once there are too many."""

    limit: int
    far: bool = False
    rows: int = 0
    columns: int = 0
    blank_rows: int = 0
    row_columns: int = 0
    filled: int = 0
    repeat: int = 1
    row_repeat: int = 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element."""
        if tag == "table:table":
            self.rows = self.columns = self.blank_rows = 0
        elif tag == "table:table-row":
            self.row_columns = self.filled = 0
            self.row_repeat = int(attributes.get("table:number-rows-repeated", "1"))
        elif tag in _CELLS:
            self.repeat = int(attributes.get("table:number-columns-repeated", "1"))
            self.row_columns += self.repeat
            if any(key.endswith(":value-type") for key in attributes):
                self.filled = self.row_columns

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag == "table:table-row":
            self.blank_rows += self.row_repeat
            if self.filled:
                self.columns = max(self.columns, self.filled)
                self.rows += self.blank_rows
                self.blank_rows = 0
            self.filled = 0
        self.far = self.far or self.rows * self.columns > self.limit or self.filled > self.limit

    def text(self, _: str) -> None:
        """Take in text: the cell it stands in has content."""
        self.filled = max(self.filled, self.row_columns)

    def entity(self, *_: object) -> None:
        """Take in an entity's definition: there is no honest one."""
        self.far = True
